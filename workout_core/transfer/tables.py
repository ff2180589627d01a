"""Tables that others wrote: their columns by name, and their rows one after another, however long the file is."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from workout_core.errors import InvalidError
from workout_core.schemas import clean
from workout_core.transfer.text import fold, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from workout_core.transfer.source import Source

MAX_BYTES: Final = 2 * 1024 * 1024 * 1024
MAX_LINE: Final = 1_000_000
MAX_HEADER: Final = 65_536
MAX_COLUMNS: Final = 256
MAX_RECORD_LINES: Final = 500
MAX_GIVEN_BACK: Final = 16_000_000
SEPARATORS: Final = ",;\t|"
Cells = list[str] | str  # of a row, or the reason why it could not be split


class Lines:
    """The physical lines of a file, of which the last ones may be given back and read again."""

    def __init__(self, source: Source) -> None:
        if source.size > MAX_BYTES:
            raise InvalidError(
                f"{source.name} has {source.size:,} bytes, more than the {MAX_BYTES:,} of a table",
                hints=["split the file by year"],
            )
        self.name = source.name
        self.file = source.text()
        self.again: list[str] = []
        self.taken: list[str] = []
        self.number = 0
        self.budget = MAX_GIVEN_BACK

    def __enter__(self) -> Lines:
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()

    def __iter__(self) -> Lines:
        return self

    def __next__(self) -> str:
        if len(self.taken) >= MAX_RECORD_LINES:
            raise csv.Error("a quotation mark is not closed")
        line = self.again.pop() if self.again else self.file.readline(MAX_LINE + 1)
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) > MAX_LINE:
            raise InvalidError(f"{self.name} has a line too long: line {self.number:,}")
        self.taken.append(line)
        return line.removeprefix("\ufeff")  # of a second file that was added to this one

    def keep_first(self) -> str | None:
        """Gives back all taken lines but the first; None where a file of stray marks would cost too much."""
        self.budget -= sum(map(len, self.taken))
        if self.budget < 0:
            return None
        self.number -= len(self.taken) - 1
        self.again.extend(reversed(self.taken[1:]))
        return self.taken[0]


def first_line(source: Source) -> str:
    """The first line that is not blank, without a byte order mark."""
    with Lines(source) as lines:
        for line in lines:
            if line.strip("\ufeff \t\r\n"):
                return line.rstrip("\r\n").lstrip("\ufeff")
            lines.taken.clear()
    raise InvalidError(f"{source.name} is empty")


def header(line: str, known: Callable[[str], bool]) -> tuple[list[str], str]:
    """The column names of a table, and the separator under which most of them are known."""
    if len(line) > MAX_HEADER:
        raise InvalidError(
            f"The first line is longer than {MAX_HEADER:,} characters: this is no table"
        )
    best: list[str] = []
    chosen, most = ",", -1
    for separator in SEPARATORS:
        names = next(csv.reader([line], delimiter=separator))
        count = sum(known(fold(name)) for name in names[:MAX_COLUMNS])
        if (count, len(names)) > (most, len(best)):
            best, chosen, most = names, separator, count
    if len(best) > MAX_COLUMNS:
        raise InvalidError(f"The table has {len(best):,} columns, more than {MAX_COLUMNS}")
    return best, chosen


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table holds which field, by name; the columns that nobody knows."""

    header: list[str]
    separator: str
    at: dict[str, int]
    unknown: dict[int, str]

    @classmethod
    def of(cls, line: str, known: Callable[[str], str | None]) -> Columns:
        """The columns of a first line; `known` gives the field for a folded name, "" for one to be passed over."""
        names, separator = header(line, lambda name: known(name) is not None)
        columns = cls(names, separator, {}, {})
        for index, name in enumerate(names):
            found = known(fold(name))
            if found in columns.at:
                raise InvalidError(f"The table has two columns for {found}: {quoted(name)}")
            if found:
                columns.at[found] = index
            elif found is None and name.strip():
                columns.unknown[index] = clean(name.strip())[:100]
        return columns

    def title(self, field: str) -> str:
        """The folded name of a field's column; nothing where there is no such column."""
        at = self.at.get(field)
        return "" if at is None else fold(self.header[at])

    def in_brackets(self, field: str) -> str:
        """What stands in brackets at the end of that name, as a unit does."""
        return self.title(field).partition(" (")[2].removesuffix(")")

    def require(self, needed: Iterable[str], app: str) -> None:
        """InvalidError that names what is missing and what is not understood."""
        missing = [name for name in needed if name not in self.at]
        if missing:
            unknown = list(self.unknown.values())
            words = ", ".join(map(quoted, unknown[:12])) or "nothing"
            raise InvalidError(
                f"The header is not {app}'s: it lacks {', '.join(missing)}; not understood: {words}",
                missing=missing,
                unknown_columns=unknown,
                hints=[
                    f"set the language of {app} to English and export again",
                    f"or write these words into the first line of the file: {', '.join(missing)}",
                ],
            )


def table(
    source: Source,
    separator: str,
    width: int,
    prose: Collection[int] = (),
    split: Callable[[Cells], list[str]] | None = None,
) -> Iterator[tuple[int, Cells]]:
    """Each row with the line on which it starts: its cells, or the reason why it could not be split.

    A record over several lines that has not `width` cells, or breaks lines elsewhere than in columns of prose,
    is taken for a stray quotation mark: its first line stands alone and the others are read again. `split` is for
    formats whose rows may have more cells than the header, as those with commas in names.
    """
    with Lines(source) as lines:
        reader = csv.reader(lines, delimiter=separator)
        while True:
            lines.taken.clear()
            start = lines.number + 1
            try:
                cells = _split(reader)
            except StopIteration:
                return
            broken = len(lines.taken) > 1 and not _sound(
                cells, split or partial(fields, width=width), prose
            )
            if broken and (first := lines.keep_first()) is not None:
                cells = _split(csv.reader([first], delimiter=separator))
            yield start, cells


def _sound(cells: Cells, split: Callable[[Cells], list[str]], prose: Collection[int]) -> bool:
    try:
        whole = split(cells)
    except ValueError:
        return False
    return all(at in prose or len(cell.splitlines()) < 2 for at, cell in enumerate(whole))


def _split(reader: Iterator[list[str]]) -> Cells:
    try:
        return next(reader)
    except csv.Error as error:
        return str(error)


def fields(cells: Cells, width: int) -> list[str]:
    """The cells of a row that has as many as the header."""
    if not isinstance(cells, list):
        raise ValueError(cells)  # noqa: TRY004 - the row is bad, not the type
    if len(cells) != width:
        raise ValueError(f"{len(cells)} fields where the header has {width}")
    return cells


def filled(cells: Cells, width: int, least: int) -> list[str]:
    """The cells of a row that has `least`, but may lack the last ones or end in empty ones too many."""
    if isinstance(cells, list) and len(cells) >= least and not any(map(str.strip, cells[width:])):
        cells = cells[:width] + [""] * (width - len(cells))
    return fields(cells, width)


def column(source: Source, columns: Columns, name: str) -> Iterator[str]:
    """The cells of one field, all down the table; rows of another length are passed over."""
    at = columns.at[name]
    for _, cells in table(source, columns.separator, len(columns.header), columns.unknown):
        if isinstance(cells, list) and len(cells) == len(columns.header):
            yield cells[at]
