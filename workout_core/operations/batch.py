"""What one batch of the operation log changed, sorted for telling it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from workout_core.operations.differences import differences

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from workout_core.db.executor import Row

SHOWN: Final = 3


@dataclass(frozen=True)
class Known:
    """The rows that entries tell of and refer to, as they are now, by their ids."""

    exercises: Mapping[UUID, Row] = field(default_factory=dict)
    workouts: Mapping[UUID, Row] = field(default_factory=dict)
    others: Mapping[str, Mapping[UUID, Row]] = field(default_factory=dict)

    def row(self, entry: Row) -> Row:
        """The row that an entry tells of; nothing where it is not known."""
        rows = {**self.others, "exercise": self.exercises, "workout": self.workouts}
        return rows.get(entry["entity"], {}).get(entry["entity_id"], {})


class Batch:
    """The entries by what they are of and what they did."""

    def __init__(self, entries: Sequence[Row], known: Known) -> None:
        self.known = known
        self._entries: dict[tuple[str, str], list[Row]] = {}
        for each in entries:
            self._entries.setdefault((each["entity"], each["action"]), []).append(each)

    def of(self, entity: str, action: str) -> list[Row]:
        return self._entries.get((entity, action), [])

    def first(self, entity: str, action: str) -> Row | None:
        return next(iter(self.of(entity, action)), None)

    def exercise(self, exercise_id: UUID | None) -> str:
        row = self.known.exercises.get(exercise_id) if exercise_id else None
        return row["name"] if row else "an exercise"

    def exercises_of(self, entries: Iterable[Row]) -> str:
        """The names of the exercises that executions or sets are of."""
        found = dict.fromkeys(self._holding(each).get("exercise_id") for each in entries)
        return listed([self.exercise(each) for each in found if each])

    def workouts_of(self, entries: Iterable[Row]) -> str:
        """The workouts in which executions or sets are, or which the entries tell of."""
        found = dict.fromkeys(
            each["entity_id"] if each["entity"] == "workout" else self._holding(each)["workout_id"]
            for each in entries
        )
        return listed([self.workout(each) for each in found])

    def workout(self, workout_id: UUID) -> str:
        row = self.known.workouts.get(workout_id)
        return workout_name(row) if row else "workout"

    def _holding(self, entry: Row) -> Row:
        """What holds the references of an entry's row."""
        return entry["after"] if entry["action"] == "create" else self.known.row(entry)

    def differences(self, entries: Sequence[Row]) -> str:
        """What changed of rows of one kind; nothing where nothing did that is told."""
        rows = {each["entity_id"]: self.known.row(each) for each in entries}
        return differences(entries, rows, self.exercise)


def workout_name(row: Row) -> str:
    name = f" {row['name']}" if row.get("name") else ""
    return f"workout{name} of {row['local_date']}"


def listed(names: Sequence[str]) -> str:
    """`A, B and C`; of more, the first few."""
    shown = list(names) if len(names) <= SHOWN else [*names[:SHOWN], f"{len(names) - SHOWN} more"]
    return " and ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))
