"""The lines of a workout: what is rendered of its executions, and what was typed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from uuid import UUID

from workout_core.errors import NotationError
from workout_core.exercises.names import KnownExercise
from workout_core.workouts.notation.format import format_sets
from workout_core.workouts.notation.source import Source
from workout_core.workouts.text.spelling import SpelledSet, spelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workout_core.db.executor import Row
    from workout_core.exercises.names import NameIndex

LONGEST_NAME: Final = 40
HEADER: Final = r"(name|start|end|tags|bodyweight|note):(.*)"


class TextNames:
    """The names of exercises, and their ids, by which one is written whose name would be read otherwise."""

    def __init__(self, index: NameIndex) -> None:
        self._index = index

    def longest(self, words: Sequence[str]) -> tuple[KnownExercise, int] | None:
        try:
            found = self._index.get(UUID(words[0])) if len(words[0]) == 36 else None
        except ValueError:
            found = None
        return (found, 1) if found else self._index.longest(words)

    def nearest(self, text: str) -> Sequence[KnownExercise]:
        return self._index.nearest(text)

    def of(self, execution: Row) -> KnownExercise:
        """The exercise of an execution."""
        return self._index.get(execution["exercise_id"]) or KnownExercise(
            execution["exercise_id"],
            execution["exercise_slug"],
            execution["exercise_name"],
            execution["exercise_tracking"],
        )


@dataclass(frozen=True, slots=True)
class StoredExecution:
    """An execution with its sets as they are spelled."""

    row: Row
    exercise: KnownExercise
    sets: tuple[SpelledSet, ...]


@dataclass(frozen=True, slots=True)
class StoredLine:
    """The executions of a line (several are a superset), and the line."""

    executions: tuple[StoredExecution, ...]
    body: str
    note: str

    @property
    def text(self) -> str:
        return "\n".join(with_note(self.body, self.note))


@dataclass(slots=True)
class TypedLine:
    """A line as it was typed: where, its exercises and sets, and its note."""

    number: int
    text: str
    body: str
    note: str


@dataclass(slots=True)
class TypedText:
    """What was typed for a workout: headers with the line on which they begin, and lines."""

    headers: dict[str, tuple[int, list[str]]] = field(default_factory=dict)
    lines: list[TypedLine] = field(default_factory=list)


def stored_lines(
    executions: Sequence[Row], sets: Iterable[Row], names: TextNames
) -> list[StoredLine]:
    """The lines of a workout, in order; executions of one superset that follow each other are one."""
    sets_of: dict[UUID, list[Row]] = {}
    for row in sets:
        sets_of.setdefault(row["execution_id"], []).append(row)
    lines: list[list[StoredExecution]] = []
    group = None
    for row in executions:
        exercise = names.of(row)
        found = tuple(spelled(each, exercise) for each in sets_of.get(row["id"], ()))
        stored = StoredExecution(row, exercise, found)
        if lines and group is not None and row["superset_group"] == group:
            lines[-1].append(stored)
        else:
            lines.append([stored])
        group = row["superset_group"]
    return [_line(tuple(each), names) for each in lines]


def joined_note(executions: Iterable[StoredExecution]) -> str:
    """The notes of a line's executions."""
    return plain_note("\n".join(each.row["note"] or "" for each in executions))


def plain_note(text: str) -> str:
    """A note as a line and its continuations can say it."""
    return "\n".join(line.strip() for line in text.expandtabs(1).split("\n")).strip("\n")


def with_note(body: str, note: str) -> Iterator[str]:
    """The lines that say an entry and its note."""
    first, *others = note.split("\n")
    yield f"{body} // {first}" if note else body
    for each in others:
        yield f"  // {each}".rstrip()


def typed_text(text: str) -> TypedText:
    """The headers and lines of a text; `#` begins a comment, `//` alone goes on with the note above."""
    found = TypedText()
    for number, line in enumerate(text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n"), 1):
        bare = line.strip()
        if not bare or bare.startswith("#"):
            continue
        if not found.lines and (header := re.fullmatch(HEADER, bare, re.IGNORECASE)):
            _, values = found.headers.setdefault(header[1].lower(), (number, []))
            values.append(header[2].strip())
        elif bare.startswith("//") and found.lines:
            found.lines[-1].note += f"\n{_note(number, bare)}"
        else:
            found.lines.append(_typed(number, line))
    for each in found.lines:
        each.note = plain_note(each.note)
    return found


def at_line(error: NotationError, number: int) -> NotationError:
    """The error with the number of its line."""
    error.details["line_number"] = number
    return error


def _typed(number: int, line: str) -> TypedLine:
    try:
        source = Source(line)
        return TypedLine(number, source.line, source.body.rstrip(), source.note() or "")
    except NotationError as error:
        raise at_line(error, number) from None


def _note(number: int, line: str) -> str:
    try:
        return Source(line).note() or ""
    except NotationError as error:
        raise at_line(error, number) from None


def _line(executions: tuple[StoredExecution, ...], names: TextNames) -> StoredLine:
    body = " + ".join(_entry(each, names) for each in executions)
    return StoredLine(executions, body, joined_note(executions))


def _entry(execution: StoredExecution, names: TextNames) -> str:
    exercise = execution.exercise
    shown = [each.shown for each in execution.sets]
    sets = format_sets(shown, exercise.tracking) if shown else ""
    return f"{_name(exercise, sets, names)} {sets}".rstrip()


def _name(exercise: KnownExercise, sets: str, names: TextNames) -> str:
    """The name, unless it would be read as something else: then the slug, else the id."""
    for name in filter(None, (exercise.name, exercise.slug)):
        words = name.split()
        found = names.longest([*words, *sets.split()][:LONGEST_NAME])
        plain = not re.match(rf"#|{HEADER}", name, re.IGNORECASE) and " ".join(words) == name
        noted = any(word.startswith("//") for word in words)
        if plain and not noted and found and (found[0].id, found[1]) == (exercise.id, len(words)):
            return name
    return str(exercise.id)
