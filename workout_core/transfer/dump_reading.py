"""Reads a dump line by line, whichever of its two forms it has; what is held at once is a line.

A dump is taken as a whole or not at all: it says at its end how many rows of each table it has, and a line that
cannot be read ends the reading with its number.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, BinaryIO, Final, NamedTuple

from workout_core.errors import InvalidError
from workout_core.schemas import clean
from workout_core.transfer.dump_exercises import DumpedExercises
from workout_core.transfer.dump_lines import TAB, read_row, read_tail, words_of
from workout_core.transfer.dump_rows import checked
from workout_core.transfer.dump_workouts import WorkoutLines
from workout_core.transfer.dump_writing import END, HEADER, SCHEMA, TOGETHER, VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from workout_core.db.executor import Row
    from workout_core.transfer.dump_rows import TableForm

LONGEST_LINE: Final = 32 * 1024 * 1024
NOT_ONE: Final = "this is no dump of workout"
HINTS: Final = ["workout dump -o FILE makes one", "workout import reads files of other apps"]
CUT_OFF: Final = ["make the dump once more, or copy it again"]


class DumpedLine(NamedTuple):
    """A row of a dump, its values as they stand there, with the number of its line."""

    number: int
    table: str
    row: Row


class DumpReader:
    """The rows of a file; a file that is cut off, or broken anywhere, ends in InvalidError."""

    def __init__(self, file: BinaryIO, forms: Mapping[str, TableForm], revision: str) -> None:
        self._file = file
        self._forms = forms
        self._revision = revision
        self._exercises = DumpedExercises()
        self._workouts = WorkoutLines(forms, self._exercises)
        self._tables = {
            words_of(name).first: form for name, form in forms.items() if name not in TOGETHER
        }
        self.counts: Counter[str] = Counter()

    def rows(self) -> Iterator[DumpedLine]:
        """Every row, in the order of the file."""
        lines = self._lines()
        _, first = next(lines, (1, ""))
        is_json = first.startswith("{")
        self._check_head(first, is_json=is_json)
        ended, number = False, 1
        for number, line in lines:
            if ended:
                raise at_line(InvalidError("something stands behind the end of the dump"), number)
            try:
                end = self._end(line, is_json=is_json)
                found = [] if end is not None else self._read(line, is_json=is_json)
            except InvalidError as error:
                raise at_line(error, number) from None
            if end is not None:
                self._check_end(end, number)
                ended = True
            for table, row in found:
                self.counts[table] += 1
                yield DumpedLine(number, table, row)
        if not ended:
            raise InvalidError(f"The dump is cut off after line {number}", hints=CUT_OFF)

    def _lines(self) -> Iterator[tuple[int, str]]:
        """The lines that are not empty, with their numbers."""
        number = 0
        while line := self._file.readline(LONGEST_LINE + 1):
            number += 1
            if len(line) > LONGEST_LINE:
                long = InvalidError(f"it is longer than {LONGEST_LINE >> 20} MiB", hints=HINTS)
                raise at_line(long, number)
            try:
                text = line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
            except UnicodeDecodeError:
                raise InvalidError(f"line {number}: it is not in UTF-8", hints=HINTS) from None
            if text.strip():
                yield number, text

    def _check_head(self, line: str, *, is_json: bool) -> None:
        words, _, tail = line.partition(TAB)
        try:
            head = read_tail(line if is_json else tail)
        except InvalidError:
            raise InvalidError(f"line 1: {NOT_ONE}", hints=HINTS) from None
        name, before = (str(head.get("schema")), SCHEMA) if is_json else (words, HEADER)
        number = name.removeprefix(before)
        if not name.startswith(before) or not re.fullmatch(r"(?a)\d{1,9}", number):
            raise InvalidError(f"line 1: {NOT_ONE}", hints=HINTS)
        newer = int(number) > VERSION or str(head.get("revision", "")) > self._revision
        if newer:
            program = clean(str(head.get("program", "?"))[:40])
            raise InvalidError(
                f"The dump was written by a newer version of workout ({program})",
                hints=["update workout, and the server if it is one's own, then load it"],
            )

    def _end(self, line: str, *, is_json: bool) -> dict[str, Any] | None:
        """What the last line tells; None of any other."""
        if is_json:
            if not line.startswith('{"end":'):
                return None
            end = read_tail(line)["end"]
        else:
            words, _, tail = line.partition(TAB)
            if words != END:
                return None
            end = read_tail(tail)
        return end if isinstance(end, dict) else {}

    def _check_end(self, end: Mapping[str, Any], number: int) -> None:
        for table in {*end, *self.counts}:
            there, told = self.counts[table], end.get(table, 0)
            if there != told:
                raise InvalidError(
                    f"line {number}: {told} {clean(table[:40])} were written, and there are {there}",
                    hints=CUT_OFF,
                )

    def _read(self, line: str, *, is_json: bool) -> list[tuple[str, Row]]:
        if is_json:
            row = read_tail(line)
            return [(self._known(row.pop("table", None)), row)]
        if line.startswith("#"):
            return []
        words, _, tail = line.partition(TAB)
        first, _, said = words.partition(" ")
        form = self._tables.get(first)
        if form is None:
            return list(self._workouts.read(words, read_tail(tail)))
        row = read_row(form, said, read_tail(tail))
        if form.name == "exercises":
            self._exercises.add(checked(form, row))
        return [(form.name, row)]

    def _known(self, table: Any) -> str:
        if not isinstance(table, str) or table not in self._forms:
            raise InvalidError(f"there is no table {clean(str(table)[:40])!r} here")
        return table


def at_line(error: InvalidError, number: int) -> InvalidError:
    """The error with the line on which it is."""
    return InvalidError(f"line {number}: {error.message}", hints=error.hints or CUT_OFF)
