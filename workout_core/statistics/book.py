"""Whether records that are kept still hold, by what was logged since."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import UUID

from workout_core import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from workout_core.db.executor import Row
    from workout_core.statistics.moves import Moves
    from workout_core.training.one_rep_max import Formula

REASONS: Final = ("sets", "empty", "warmups", "unknown", "beyond")
# Rows by which an exercise is concerned, and those that no record depends on. Anything else concerns all of them.
CONCERNING: Final = ("set", "exercise_execution", "workout", "exercise", "measurement")
SILENT: Final = (
    *("alias", "muscle", "training_max", "measurement_type", "goal", "profile", "gym"),
    "attachment",
)
# What of a workout the records in it depend on; its end and its notes follow every set that is logged.
OF_WORKOUTS: Final = frozenset({"started_at", "local_date", "bodyweight_exact", "deleted_at"})


class Stamp(NamedTuple):
    """Up to what something holds. Entries of the log come at its end, the last of them are undone, and what imports
    brought only grows, so that the same stamp always is the same history.
    """

    seen: UUID | None
    undone: int
    imported: int


class Spoilt(NamedTuple):
    """The exercises of which something was changed, and the day before which nothing was, where that is known."""

    exercises: frozenset[UUID]
    since: date | None


class Redone(NamedTuple):
    """The records of an exercise, worked out anew, and its sets by whether they counted."""

    moves: Moves
    counts: Row
    events: Sequence[Row]


class Book(NamedTuple):
    """A book of records, and which of it no longer hold; None is all that is in it."""

    formula: Formula
    row: Row | None
    stamp: Stamp
    tallies: Mapping[UUID, Row]
    spoilt: Spoilt | None

    def holds(self, moves: Moves) -> bool:
        """Whether what is kept of an exercise is as it would be worked out now."""
        return self.began(moves) and moves.exercise_id not in self.gone

    def began(self, moves: Moves) -> bool:
        """Whether an exercise is what it was when its records were kept."""
        tally = self.tallies.get(moves.exercise_id)
        return tally is not None and (tally["share"], tally["tracking"]) == (
            moves.share,
            moves.reference.tracking,
        )

    @property
    def gone(self) -> frozenset[UUID]:
        """The exercises whose records no longer hold."""
        return self.spoilt.exercises if self.spoilt else frozenset()

    @property
    def is_current(self) -> bool:
        """Whether it says up to what it holds now."""
        return self.row is not None and self.spoilt is not None and stamp_of(self.row) == self.stamp


class Change(NamedTuple):
    """What is to be kept: a book as it was opened, and what was worked out."""

    book: Book
    redone: Sequence[Redone]


class Concerned(NamedTuple):
    """What was changed, by kind, and the exercises, the workouts and the days that are named."""

    rows: Mapping[str, set[UUID]]
    exercises: frozenset[UUID]
    workouts: frozenset[UUID]
    days: frozenset[date]


def stamp_of(row: Row) -> Stamp:
    return Stamp(row["seen"], row["undone"], row["imported"])


def is_of_this_version(row: Row) -> bool:
    return bool(row["made_by"] == __version__)


def brought(imports: Iterable[Row]) -> int:
    """How much all imports brought so far, in however many parts."""
    counts = (each for row in imports for each in row["result"].values())
    return sum(each for each in counts if isinstance(each, int))


def concerned(changes: Iterable[Row]) -> Concerned | None:
    """What entries of the log tell of; None where they may concern everything."""
    rows: dict[str, set[UUID]] = {each: set() for each in CONCERNING}
    named: dict[str, set[str]] = {"exercise_id": set(), "workout_id": set(), "local_date": set()}
    for each in changes:
        entity = each["entity"]
        if entity in SILENT:
            continue
        if entity not in CONCERNING:
            return None
        documents = [each["before"] or {}, each["after"] or {}]
        if _matters(entity, documents):
            rows[entity].add(each["entity_id"])
            for name, found in named.items():
                found |= {one[name] for one in documents if one.get(name)}
    return Concerned(
        rows,
        frozenset({*map(UUID, named["exercise_id"]), *rows["exercise"]}),
        frozenset(map(UUID, named["workout_id"])),
        frozenset(map(date.fromisoformat, named["local_date"])),
    )


def _matters(entity: str, documents: Sequence[Row]) -> bool:
    if entity == "workout":
        return any(OF_WORKOUTS & each.keys() for each in documents)
    if entity == "measurement":  # not every entry says of which type it is
        types = {each["type"] for each in documents if each.get("type")}
        return not types or "weight" in types
    return True
