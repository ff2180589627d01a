r"""Workouts and their executions as lines of a dump.

    2026-11-23 18:04 Push #heavy\t{...}
    2026-11-23 Bench Press 60kgx5w 5x5@100kg rpe8\t{...}

What a line says is read by the set notation, and the JSON behind the tab tells only where a row is not as that gives
it: ids, moments to the microsecond, what the notation has no word for. A line whose workout or execution is deleted
begins with that word. Sets that its line does not show (deleted ones of one that is not, or ones beyond the notation)
stand whole under `more`.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from workout_core.errors import InvalidError
from workout_core.transfer.dump_lines import (
    TAB,
    as_tail,
    blank_row,
    differing,
    is_plain,
)
from workout_core.workouts.chains import FOLLOWING
from workout_core.workouts.columns import with_exact_load
from workout_core.workouts.notation.format import format_sets
from workout_core.workouts.notation.model import NotatedSet, RelativeLoad
from workout_core.workouts.notation.parser import parse_sets
from workout_core.workouts.text.spelling import columns, notated, spelled
from workout_core.zones import known_zone

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from workout_core.db.executor import Row
    from workout_core.exercises.names import KnownExercise
    from workout_core.transfer.dump_exercises import DumpedExercises
    from workout_core.transfer.dump_rows import TableForm

DAY: Final = r"(?a)(deleted )?(\d{4}-\d\d-\d\d) (.+)"
CLOCK: Final = r"(?a)(\d\d:\d\d)(?: (.*))?"
DELETED: Final = "deleted "
# What of a row of another version this one may not know: words of the notation, numbers beyond it.
BEYOND: Final = (InvalidError, ArithmeticError, LookupError, TypeError, ValueError)


class WorkoutLines:
    """Writes and reads the lines of workouts, one after another; executions are of the workout above."""

    def __init__(self, forms: Mapping[str, TableForm], exercises: DumpedExercises) -> None:
        self._forms = forms
        self._exercises = exercises
        self._workout: Row = {}
        self._count = 0

    def workout(self, row: Row) -> str:
        """The line of a workout."""
        said = _workout_words(row)
        base = self._workout_base(said, row)
        tail = differing(self._forms["workouts"], row, base)
        self._workout, self._count = row, 0
        mark = DELETED if row["deleted_at"] else ""
        return f"{mark}{row['local_date']} {said}{TAB}{as_tail(tail)}"

    def execution(self, row: Row, sets: Sequence[Row]) -> str:
        """The line of an execution with all its sets."""
        exercise = self._exercises.get(row["exercise_id"])
        gone = bool(row["deleted_at"] or self._workout["deleted_at"])
        kept = [each for each in sets if gone or not each["deleted_at"]]
        shown, text = _notated(kept, exercise)
        said = self._execution_words(exercise, text)
        ids = {each["id"] for each in shown}
        base = self._execution_base(self._exercises.split(said)[0], row)
        tail = differing(self._forms["exercise_executions"], row, base)
        self._count += 1
        read = read_sets(text, exercise)
        details = list(self._set_details(row, shown, read))
        more = [
            {name: value for name, value in sorted(each.items()) if value is not None}
            for each in sets
            if each["id"] not in ids
        ]
        lists = {"sets": details, "more": more}
        tail |= {name: each for name, each in lists.items() if each}
        day = self._workout["local_date"]
        return f"{DELETED if gone else ''}{day} {said}{TAB}{as_tail(tail)}"

    def read(self, words: str, tail: Row) -> Iterator[tuple[str, Row]]:
        """The rows of a line of either kind, each with its table."""
        found = re.fullmatch(DAY, words)
        if not found:
            raise InvalidError("it begins with no word that is known here")
        try:
            day = date.fromisoformat(found[2])
        except ValueError:
            raise InvalidError(f"{found[2]} is no day") from None
        if re.fullmatch(CLOCK, found[3]):
            yield "workouts", self._read_workout(day, found[3], tail)
        else:
            yield from self._read_execution(day, found[3], tail)

    def _read_workout(self, day: date, said: str, tail: Row) -> Row:
        known = {"local_date": day, **tail}
        self._workout = {**self._workout_base(said, known), **tail}
        self._count = 0
        return self._workout

    def _read_execution(self, day: date, said: str, tail: Row) -> Iterator[tuple[str, Row]]:
        if not self._workout or str(self._workout["local_date"]) != str(day):
            raise InvalidError(f"no workout of {day} stands above")
        details, more = (_rows(tail.pop(name, [])) for name in ("sets", "more"))
        named, text = self._exercises.split(said)
        row = {**self._execution_base(named, tail), **tail}
        self._count += 1
        yield "exercise_executions", row
        read = read_sets(text, self._exercises.get(row["exercise_id"]))
        if len(read) != len(details):
            raise InvalidError(f"it says {len(read)} sets, and tells details of {len(details)}")
        for base, detail in self._with_bases(row, details, read):
            yield "sets", {**base, **detail}
        yield from (("sets", each) for each in more)

    def _workout_base(self, said: str, known: Row) -> Row:
        """A workout as its words say; what else of it is known tells in which zone and when it was written."""
        found = re.fullmatch(CLOCK, said)
        assert found
        name, tags = _name_and_tags(found[2] or "")
        zone = known.get("timezone", "UTC")
        return {
            **blank_row(self._forms["workouts"]),
            "name": name or None,
            "status": "done",
            "started_at": _moment(known["local_date"], found[1], zone),
            "timezone": "UTC",
            "local_date": known["local_date"],
            "tags": tags,
            "extras": {},
            "version": 1,
            "updated_at": known.get("created_at"),
        }

    def _execution_words(self, exercise: KnownExercise, sets: str) -> str:
        """The exercise and its sets; by its id where its name could not be told from them."""
        said = f"{exercise.name} {sets}".rstrip()
        if is_plain(exercise.name) and not re.fullmatch(CLOCK, said):
            with suppress(InvalidError):
                found, rest = self._exercises.split(said)
                if (found.name, rest) == (exercise.name, sets):
                    return said
        return f"{exercise.id} {sets}".rstrip()

    def _execution_base(self, exercise: KnownExercise, known: Row) -> Row:
        created_at = self._workout.get("created_at")
        return {
            **blank_row(self._forms["exercise_executions"]),
            "workout_id": self._workout.get("id"),
            "exercise_id": exercise.id,
            "position": self._count,
            "version": 1,
            "created_at": created_at,
            "updated_at": known.get("created_at", created_at),
        }

    def _set_details(
        self, execution: Row, sets: Sequence[Row], read: Sequence[NotatedSet]
    ) -> Iterator[Row]:
        for base, row in self._with_bases(execution, sets, read):
            yield differing(self._forms["sets"], row, base)

    def _with_bases(
        self, execution: Row, sets: Sequence[Row], read: Sequence[NotatedSet]
    ) -> Iterator[tuple[Row, Row]]:
        """Each set as the line says it, and as it is or its details tell."""
        head = performed_at = None
        place = {
            "execution_id": execution["id"],
            "workout_id": execution["workout_id"],
            "exercise_id": execution["exercise_id"],
            "local_date": self._workout["local_date"],
            "deleted_at": execution.get("deleted_at"),
            "created_at": execution["created_at"],
            "raw": execution.get("raw"),
            "version": 1,
        }
        blank = blank_row(self._forms["sets"])
        for position, (row, said) in enumerate(zip(sets, read, strict=True)):
            follows = said.kind in FOLLOWING
            base = {**blank, **with_exact_load(columns(said)), **place, "position": position}
            base["parent_set_id"] = head if follows else None
            base["updated_at"] = row.get("created_at", execution["created_at"])
            base["performed_at"] = performed_at
            yield base, row
            performed_at = row.get("performed_at", performed_at)
            head = head if follows else row.get("id")


@lru_cache(maxsize=4096)
def read_sets(text: str, exercise: KnownExercise) -> tuple[NotatedSet, ...]:
    """What the notation of a line's sets says, which may be nothing; every load is written out."""
    if not text:
        return ()
    found = parse_sets(text, exercise)
    if any(isinstance(each.load, RelativeLoad) for each in found):
        raise InvalidError("a load is written out here: last, top and % are for logging")
    return found


def _notated(sets: Sequence[Row], exercise: KnownExercise) -> tuple[Sequence[Row], str]:
    """The sets that can be notated, and their notation; none where together they would be read otherwise."""
    with suppress(*BEYOND):
        whole = tuple(notated(row) for row in sets)
        text = _text(whole, exercise)
        if read_sets(text, exercise) == whole:  # of almost all sets
            return sets, text
    found: list[tuple[Row, NotatedSet]] = []
    for row in sets:
        with suppress(*BEYOND):
            each = spelled(row, exercise)
            if each.read:
                found.append((row, each.shown))
    with suppress(*BEYOND):
        text = _text([shown for _, shown in found], exercise)
        if len(read_sets(text, exercise)) == len(found):
            return [row for row, _ in found], text
    return (), ""


def _text(sets: Sequence[NotatedSet], exercise: KnownExercise) -> str:
    """The notation of sets; ValueError where that cannot stand in a line."""
    text = format_sets(sets, exercise.tracking) if sets else ""
    if text and not is_plain(text):
        raise ValueError
    return text


def _workout_words(row: Row) -> str:
    """The time of day, the name and the tags, as far as they can be read again."""
    said = "00:00"
    if zone := known_zone(row["timezone"]):
        with suppress(ArithmeticError):
            said = f"{row['started_at'].astimezone(zone):%H:%M}"
    name, tags = row["name"], row["tags"]
    if name and is_plain(name) and _name_and_tags(name) == (name, []):
        said += f" {name}"
    marks = "".join(f" #{tag}" for tag in tags)
    if all(is_plain(tag) for tag in tags) and _name_and_tags(marks)[1] == tags:
        said += marks
    return said


def _name_and_tags(text: str) -> tuple[str, list[str]]:
    """A name, and the words at the end that begin with #."""
    words = text.split(" ")
    count = len(words)
    while count and len(words[count - 1]) > 1 and words[count - 1].startswith("#"):
        count -= 1
    return " ".join(words[:count]), [word[1:] for word in words[count:]]


def _moment(day: Any, clock: str, zone: Any) -> datetime | None:
    """The moment of a time of day, where that is one."""
    place = known_zone(str(zone))
    if place is None:
        return None
    with suppress(ArithmeticError, ValueError):
        local = datetime.combine(date.fromisoformat(str(day)), time.fromisoformat(clock), place)
        return local.astimezone(UTC)
    return None


def _rows(value: Any) -> list[Row]:
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise InvalidError("its sets are no list of objects")
    return value
