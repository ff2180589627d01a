"""Reading text files that others wrote: bytes to text, text to rows, cells to numbers, durations and times.

A cell that cannot be read raises ValueError, whose message is the reason to show; a file that cannot be read
raises InvalidError. Every limit here exists so that a hostile file costs seconds, never the machine.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeVar

from workout_core.errors import InvalidError
from workout_core.schemas import clean
from workout_core.units import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from workout_core.vocabulary import DistanceUnit, MassUnit

MAX_BYTES: Final = 32 * 1024 * 1024
MAX_LINE: Final = 1_000_000
MAX_LINES: Final = 1_000_000
MAX_HEADER: Final = 65_536
MAX_COLUMNS: Final = 256
MAX_RECORD_LINES: Final = 500
MAX_GIVEN_BACK: Final = 16_000_000
MAX_NUMBER: Final = 40
SEPARATORS: Final = ",;\t|"
MASS_UNITS: Final[dict[str, MassUnit]] = {"kg": "kg", "kgs": "kg", "lb": "lb", "lbs": "lb"}
DISTANCE_UNITS: Final[dict[str, DistanceUnit]] = {
    "m": "m",
    "meter": "m",
    "meters": "m",
    "metres": "m",
    "km": "km",
    "kilometers": "km",
    "mi": "mi",
    "mile": "mi",
    "miles": "mi",
    "yd": "yd",
    "yards": "yd",
    "ft": "ft",
    "feet": "ft",
}
HUNDREDTH: Final = Decimal("0.01")
FIRST_YEAR, LAST_YEAR = 1900, 2199

U = TypeVar("U")

_NUMBER: Final = re.compile(r"[+-]?[0-9]{1,15}([.,][0-9]{0,30})?([eE][+-]?[0-9]{1,2})?")
_PART: Final = re.compile(r"([0-9]{1,9})\s{0,3}([a-z]{1,7})\.?\s{0,3}")
_CLOCK: Final = re.compile(r"([0-9]{1,5}):([0-5][0-9]):([0-5][0-9])")
_TIME: Final = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?(?:\.([0-9]{1,6}))?"
    r"\s?(?:([AaPp])\.?[Mm]\.?)?"  # the blank before AM may be U+202F or U+00A0: both are \s
)
_SECONDS: Final = {
    **dict.fromkeys(("d", "day", "days"), 86_400),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), 3600),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), 60),
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), 1),
}


def quoted(text: str) -> str:
    """A piece of a file in a message: harmless, and not longer than a message may be."""
    return f"'{clean(text[:41])[:40]}{'…' if len(text) > 40 else ''}'"


def decode(data: bytes) -> tuple[str, list[str]]:
    """The text of a file and what was odd about it; InvalidError where it is empty, huge or no text."""
    if len(data) > MAX_BYTES:
        raise InvalidError(
            f"The file has {len(data):,} bytes, more than the {MAX_BYTES:,} that a table may have",
            hints=["split the file by year"],
        )
    text, warnings = _decoded(data)
    if not text.strip():
        raise InvalidError("The file is empty")
    nuls = text.count("\0")
    if "\0" in text[: text.find("\n") + 1 or None] or nuls * 100 > len(text):
        raise InvalidError(
            "The file is no text: it has NUL bytes", hints=["save it as CSV in UTF-8 and try again"]
        )
    if nuls:
        warnings.append(f"The file has {nuls} NUL bytes, shown as ␀")
    return text.lstrip("\ufeff"), warnings


def _decoded(data: bytes) -> tuple[str, list[str]]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = data.decode("utf-16", "replace")
        return text, _spoilt(text.count("\ufffd"), "UTF-16")
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        text = data.decode("utf-8-sig", "replace")
    bad = text.count("\ufffd")
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    if foreign > 2 * bad:  # some bytes of a UTF-8 file are broken: as cp1252 every name would be
        return text, _spoilt(bad, "UTF-8")
    return data.decode("cp1252", "replace"), [
        "The file is not in UTF-8 and was read as Windows-1252: check names with accents"
    ]


def _spoilt(count: int, encoding: str) -> list[str]:
    return [f"{count} characters are not in {encoding} and are shown as �"] if count else []


def fold(name: str) -> str:
    """A column's name for comparing: without case, marks and needless blanks."""
    return " ".join(name.replace("\ufeff", "").casefold().split())


def header(text: str, known: Callable[[str], bool]) -> tuple[list[str], str]:
    """The column names of a table, and the separator under which most of them are known."""
    start = text.lstrip("\r\n")[: MAX_HEADER + 1]
    line = start.split("\n", 1)[0].split("\r", 1)[0]
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
    def of(cls, content: str, known: Callable[[str], str | None]) -> Columns:
        """The columns of a text; `known` gives the field for a folded name."""
        names, separator = header(content, lambda name: known(name) is not None)
        columns = cls(names, separator, {}, {})
        for index, name in enumerate(names):
            found = known(fold(name))
            if found in columns.at:
                raise InvalidError(f"The table has two columns for {found}: {quoted(name)}")
            if found:
                columns.at[found] = index
            elif name.strip():
                columns.unknown[index] = clean(name.strip())[:100]
        return columns

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


class _Lines:
    """The physical lines of a text, of which the last ones may be given back and read again."""

    def __init__(self, text: str) -> None:
        self.source = io.StringIO(text, newline="")
        self.again: list[str] = []
        self.taken: list[str] = []
        self.number = 0
        self.budget = MAX_GIVEN_BACK

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if len(self.taken) >= MAX_RECORD_LINES:
            raise csv.Error("a quotation mark is not closed")
        line = self.again.pop() if self.again else next(self.source)
        self.number += 1
        if len(line) > MAX_LINE or self.number > MAX_LINES:
            what = f"more than {MAX_LINES:,} lines" if len(line) <= MAX_LINE else "a line too long"
            raise InvalidError(
                f"The table has {what}: line {self.number:,} is where reading stopped"
            )
        self.taken.append(line)
        return line

    def keep_first(self) -> str | None:
        """Gives back all taken lines but the first; None where a file of stray marks would cost too much."""
        self.budget -= sum(map(len, self.taken))
        if self.budget < 0:
            return None
        self.number -= len(self.taken) - 1
        self.again.extend(reversed(self.taken[1:]))
        return self.taken[0]


def table(
    text: str, separator: str, width: int, prose: Collection[int] = ()
) -> Iterator[tuple[int, list[str] | str]]:
    """Each row with the line on which it starts: its cells, or the reason why it could not be split.

    A record over several lines that has not `width` cells, or breaks lines elsewhere than in columns of prose,
    is taken for a stray quotation mark: its first line stands alone and the others are read again.
    """
    lines = _Lines(text)
    reader = csv.reader(lines, delimiter=separator)
    while True:
        lines.taken.clear()
        start = lines.number + 1
        try:
            cells = _split(reader)
        except StopIteration:
            return
        broken = len(lines.taken) > 1 and not _sound(cells, width, prose)
        if broken and (first := lines.keep_first()) is not None:
            cells = _split(csv.reader([first], delimiter=separator))
        yield start, cells


def _sound(cells: list[str] | str, width: int, prose: Collection[int]) -> bool:
    if isinstance(cells, str) or len(cells) != width:
        return False
    return all(at in prose or len(cell.splitlines()) < 2 for at, cell in enumerate(cells))


def _split(reader: Iterator[list[str]]) -> list[str] | str:
    try:
        return next(reader)
    except csv.Error as error:
        return str(error)


def fields(cells: list[str] | str, width: int) -> list[str]:
    """The cells of a row that has as many as the header."""
    if not isinstance(cells, list):
        raise ValueError(cells)  # noqa: TRY004 - the row is bad, not the type
    if len(cells) != width:
        raise ValueError(f"{len(cells)} fields where the header has {width}")
    return cells


def number(text: str) -> Decimal | None:
    """A number as programs and people write it, None where nothing stands.

    `1,5` is one and a half; `1.234,5`, `1,234.5` and `1,234` are refused, since each could be meant two ways.
    """
    text = text.strip()
    if not text:
        return None
    if len(text) > MAX_NUMBER or not _NUMBER.fullmatch(text):
        if "," in text and "." in text and text.strip("+-0123456789.,") == "":
            raise ValueError(
                f"{quoted(text)} has a comma and a point: which one marks the decimals?"
            )
        raise ValueError(f"{quoted(text)} is no number")
    whole, comma, decimals = text.lstrip("+-").partition(",")
    if comma and len(decimals) == 3 and whole.strip("0"):
        raise ValueError(f"{quoted(text)} could be {whole}.{decimals} or {whole}{decimals}")
    value = Decimal(text.replace(",", "."))
    if value.adjusted() > 14:
        raise ValueError(f"{quoted(text)} is too large")
    return value


def rounded(value: Decimal, step: Decimal) -> Decimal:
    """To a power of ten, half away from zero: the noise that binary fractions leave in files goes."""
    return plain(value.quantize(step, ROUND_HALF_UP))


def duration(text: str) -> Decimal | None:
    """Seconds from `2h 38m`, `1h 2min`, `45s`, `1:02:03` or bare seconds; None where nothing stands."""
    text = text.strip().casefold()
    if clock := _CLOCK.fullmatch(text):
        hours, minutes, seconds = map(int, clock.groups())
        return Decimal(hours * 3600 + minutes * 60 + seconds)
    if not text or text[-1].isdecimal():
        value = number(text)
        if value is not None and value < 0:
            raise ValueError(f"{quoted(text)} is below zero")
        return value
    return Decimal(_parts(text))


def _parts(text: str) -> int:
    """`2h 38m` in seconds: numbers with units that get smaller."""
    total, at, smallest = 0, 0, 1_000_000
    while at < len(text):
        part = _PART.match(text, at)
        unit = _SECONDS.get(part[2], smallest) if part else smallest
        if part is None or unit >= smallest:
            raise ValueError(f"{quoted(text)} is no duration")
        total, at, smallest = total + int(part[1]) * unit, part.end(), unit
    return total


def local_time(text: str) -> datetime:
    """A wall time: `2024-05-31 18:00:00`, with `T`, or in twelve hours with AM and PM."""
    text = text.strip()
    if not (found := _TIME.fullmatch(text)):
        raise ValueError(f"{quoted(text)} is no date and time like 2024-05-31 18:00:00")
    day, hour, minute, second, fraction, half = found.groups()
    hours = int(hour)
    if half:
        if not 1 <= hours <= 12:
            raise ValueError(f"{quoted(text)} has no hour of a clock of twelve")
        hours = hours % 12 + (12 if half in "Pp" else 0)
    try:
        time = datetime.fromisoformat(
            f"{day} {hours:02}:{minute}:{second or '00'}.{(fraction or '').ljust(6, '0')}"
        )
    except ValueError:
        raise ValueError(f"{quoted(text)} is no day or time that exists") from None
    if not FIRST_YEAR <= time.year <= LAST_YEAR:
        raise ValueError(f"{quoted(text)} is not in the years {FIRST_YEAR} to {LAST_YEAR}")
    return time


def _number_of(cell: str, name: str) -> Decimal | None:
    try:
        return number(cell)
    except ValueError as error:
        raise ValueError(f"{name} {error}") from None


@lru_cache(4096)
def quantity(cell: str, name: str, step: Decimal, most: int) -> tuple[Decimal | None, str | None]:
    """A quantity that is above 0, else None; and what was written, where rounding to the step changed it."""
    exact = _number_of(cell, name)
    if not exact:
        return None, None
    if not 0 < exact <= most:
        raise ValueError(f"{name} {quoted(cell)} is not between 0 and {most:,}")
    value = rounded(exact, step)
    return value or None, None if value == exact else f"{name} {cell.strip()}"


@lru_cache(4096)
def count(cell: str, name: str, most: int) -> int | None:
    """A whole number, which may be written as `10.0`; None where nothing stands."""
    value = _number_of(cell, name)
    if value is None:
        return None
    value = rounded(value, HUNDREDTH)
    if value != int(value) or not 0 <= value <= most:
        raise ValueError(f"{name} {quoted(cell)} is no whole number from 0 to {most:,}")
    return int(value)


@lru_cache(4096)
def label(cell: str, what: str) -> str:
    """A name on one line, harmless and of at most 200 characters."""
    cell = cell.strip()
    if len(cell) > 1000 or len(name := clean(cell)) > 200:
        raise ValueError(f"the {what} is longer than 200 characters: {quoted(cell)}")
    if "\n" in cell:
        raise ValueError(f"the {what} goes over several lines: is a quotation mark not closed?")
    return name


def note(cell: str) -> str | None:
    r"""A note, in which `\n` may stand for a new line; None where nothing stands."""
    if not cell:
        return None
    text = clean(cell[:20_000].replace("\\n", "\n"), lines=True).strip()
    if len(text) > 10_000 or len(cell) > 20_000:
        raise ValueError("the note is longer than 10,000 characters")
    return text or None


def unit_of(cell: str, units: dict[str, U]) -> U | None:
    """The unit that a cell names; None where nothing stands."""
    word = cell.strip().casefold()
    if word and word not in units:
        raise ValueError(f"the unit {quoted(cell)} is not known: {', '.join(units)}")
    return units.get(word)
