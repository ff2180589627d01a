"""Writes what a text changes of a workout's executions and sets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from workout_core.ids import new_id
from workout_core.workouts.chains import FOLLOWING, heads
from workout_core.workouts.columns import new_set
from workout_core.workouts.text.lines import joined_note
from workout_core.workouts.text.matching import match_sets
from workout_core.workouts.text.spelling import changes, columns

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from workout_core.db.executor import Row
    from workout_core.exercises.names import KnownExercise
    from workout_core.workouts.notation.model import Entry
    from workout_core.workouts.repository import WorkoutRepository
    from workout_core.workouts.text.lines import StoredExecution, StoredLine, TypedLine
    from workout_core.workouts.text.matching import Wanted

NOT_LOGGED: Final = {"performed_at": None, "note": None, "parent_set_id": None}


class TextChange:
    """One change of a workout: lines in their order, each with the executions that it wants."""

    def __init__(
        self, repository: WorkoutRepository, workout: Row, executions: Sequence[Row]
    ) -> None:
        self._repository = repository
        self._workout = workout
        self._group = max((row["superset_group"] or 0 for row in executions), default=0)
        self._above: int | None = None
        self._position = -1

    async def apply(
        self,
        stored: Sequence[StoredLine],
        typed: Sequence[TypedLine],
        wanted: Sequence[Sequence[Wanted]],
    ) -> None:
        """Delete what no line wants, then bring each line about."""
        lines = {tuple(each.row["id"] for each in line.executions) for line in stored}
        kept = {each.stored.row["id"] for line in wanted for each in line if each.stored}
        for old in (each for line in stored for each in line.executions):
            if old.row["id"] not in kept:
                await self._repository.delete_execution(old.row)
        for line, wants in zip(typed, wanted, strict=True):
            await self._line(line, wants, lines)

    async def _line(
        self, line: TypedLine, wants: Sequence[Wanted], lines: set[tuple[UUID, ...]]
    ) -> None:
        ids = tuple(each.stored.row["id"] if each.stored else new_id() for each in wants)
        stored = [each.stored for each in wants if each.stored]
        grouped = {"superset_group": self._group_of(wants, together=ids in lines)}
        notes = _notes(line, stored, len(wants))
        for each, note in zip(wants, notes, strict=True):
            values = {**grouped, **note, "position": self._next_position(each.stored)}
            if each.stored:
                await self._changed(each.stored, each.entry, values)
            elif each.entry:
                await self._added(each.entry, values)

    def _group_of(self, wants: Sequence[Wanted], *, together: bool) -> int | None:
        """The superset of a line: that which it was, unless the line above is of the same."""
        first = wants[0].stored
        group: int | None = first.row["superset_group"] if first and together else None
        if group is None or group == self._above:
            group = None
            if len(wants) > 1:
                self._group += 1
                group = self._group
        self._above = group
        return group

    def _next_position(self, stored: StoredExecution | None) -> int:
        least = self._position + 1
        self._position = max(least, stored.row["position"]) if stored else least
        return self._position

    async def _added(self, entry: Entry[KnownExercise], values: dict[str, Any]) -> None:
        made = {**values, "exercise_id": entry.exercise.id, "raw": entry.raw}
        row = await self._repository.add_execution(self._workout, made)
        await self._sets(row, (), entry)

    async def _changed(
        self, stored: StoredExecution, entry: Entry[KnownExercise] | None, values: dict[str, Any]
    ) -> None:
        if entry:
            values["exercise_id"] = entry.exercise.id
        row = await self._repository.change_execution(stored.row, values)
        if entry:
            await self._sets(row, stored, entry)

    async def _sets(
        self,
        execution: Row,
        stored: StoredExecution | tuple[()],
        entry: Entry[KnownExercise],
    ) -> None:
        """Bring the sets of an execution about, each at its place and behind the set that it follows."""
        old = stored.sets if stored else ()
        matched = match_sets(old, entry.sets)
        kept = {each.row["id"] for each in matched if each}
        for each in old:
            if each.row["id"] not in kept:
                await self._repository.change_set(each.row, {"deleted_at": self._repository.now})
        was = heads([each.row for each in old])
        position, head = -1, None
        for match, said in zip(matched, entry.sets, strict=True):
            position = max(position + 1, match.row["position"]) if match else position + 1
            parent = head if said.kind in FOLLOWING else None
            place: dict[str, Any] = {"position": position}
            if match:
                found = changes(match, said, entry.exercise)
                if "kind" in found or was[match.row["id"]] != parent:
                    place["parent_set_id"] = parent
                if match.row["exercise_id"] != entry.exercise.id:
                    place["exercise_id"] = entry.exercise.id
                row = await self._repository.change_set(match.row, {**found, **place})
            else:
                values = {**columns(said), **NOT_LOGGED, **place, "parent_set_id": parent}
                new = new_set({**values, "raw": entry.raw})
                row = await self._repository.put_set(self._workout, execution, new)
            head = head if said.kind in FOLLOWING else row["id"]


def _notes(
    line: TypedLine, stored: Sequence[StoredExecution], count: int
) -> Sequence[dict[str, Any]]:
    """What changes of the executions' notes: a new note is the first one's."""
    if joined_note(stored) == line.note:
        return [{}] * count
    return [{"note": line.note or None}, *[{"note": None}] * (count - 1)]
