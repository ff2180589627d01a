"""What a batch of the operation log did, in a sentence."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from workout_core.operations.differences import differences
from workout_core.units import plain
from workout_core.workouts.notation.format import format_sets
from workout_core.workouts.notation.model import Load, NotatedSet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from uuid import UUID

    from workout_core.db.executor import Row

SHOWN: Final = 3
STATUS: Final[Mapping[tuple[str, str], str]] = {
    ("active", "done"): "finished",
    ("active", "discarded"): "discarded",
    ("done", "active"): "resumed",
    ("discarded", "active"): "resumed",
}
NOUNS: Final[Mapping[str, str]] = {
    "alias": "name",
    "exercise_execution": "exercise in a workout",
    "training_max": "training max",
}


@dataclass(frozen=True)
class Known:
    """The rows that entries tell of and refer to, as they are now, by their ids."""

    exercises: Mapping[UUID, Row] = field(default_factory=dict)
    workouts: Mapping[UUID, Row] = field(default_factory=dict)
    executions: Mapping[UUID, Row] = field(default_factory=dict)
    sets: Mapping[UUID, Row] = field(default_factory=dict)


def summary(entries: Sequence[Row], known: Known) -> str:
    """A sentence without its full stop, as in `deleted workout Push of 2026-11-20`."""
    batch = _Batch(entries, known)
    for sentence in SENTENCES:
        if told := sentence(batch):
            return told
    counts = Counter((each["action"], each["entity"]) for each in entries)
    parts = [
        f"{action}d {_counted(count, _noun(entity))}" for (action, entity), count in counts.items()
    ]
    return ", ".join(parts)


class _Batch:
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

    def of_rows(self, rows: Mapping[UUID, Row], entries: Iterable[Row]) -> str:
        """The names of the exercises that executions or sets are of."""
        found = [
            rows[each["entity_id"]]["exercise_id"] for each in entries if each["entity_id"] in rows
        ]
        return _listed([self.exercise(each) for each in dict.fromkeys(found)])

    def workout(self, workout_id: UUID) -> str:
        row = self.known.workouts.get(workout_id)
        return _workout(row) if row else "workout"

    def differences(self, entries: Sequence[Row]) -> str:
        return differences(entries, self.known.sets, self.exercise)


def _workout(row: Row) -> str:
    name = f" {row['name']}" if row.get("name") else ""
    return f"workout{name} of {row['local_date']}"


def _imported(batch: _Batch) -> str | None:
    if entry := batch.first("import", "create"):
        count = entry["after"]["result"]["new"]
        return f"imported {_counted(count, 'workout')} from {entry['after']['source'].title()}"
    return None


def _merged(batch: _Batch) -> str | None:
    """Sets that went from one exercise to another, which was then deleted or hidden."""
    gone = {each["entity_id"] for act in ("delete", "update") for each in batch.of("exercise", act)}
    for each in batch.of("exercise_execution", "update"):
        old, new = each["before"].get("exercise_id"), each["after"].get("exercise_id")
        if old in gone and new:
            return f"merged {batch.exercise(old)} into {batch.exercise(new)}"
    return None


def _logged(batch: _Batch) -> str | None:
    sets = [each["after"] for each in batch.of("set", "create")]
    workout = batch.first("workout", "create")
    executions: dict[UUID, list[Row]] = {}
    for each in sets:
        executions.setdefault(each["execution_id"], []).append(each)
    if not sets:
        return None
    count = _counted(len(sets), "set")
    if workout and (workout["after"].get("name") or len(executions) > SHOWN):
        return f"added {_workout(workout['after'])} ({count})"
    if len(executions) > SHOWN:
        names = [batch.exercise(each[0]["exercise_id"]) for each in executions.values()]
        return f"logged {count} of {_listed(names)}"
    told = [_line(batch, each) for each in executions.values()]
    return f"logged {' + '.join(told)} ({count})"


def _line(batch: _Batch, sets: Sequence[Row]) -> str:
    row = batch.known.exercises.get(sets[0]["exercise_id"])
    done = format_sets([_notated(each) for each in sets], row["tracking"] if row else None)
    return f"{batch.exercise(sets[0]['exercise_id'])} {done}"


def _notated(row: Row) -> NotatedSet:
    values = {name: row[name] for name in NotatedSet._fields if row.get(name) is not None}
    if mode := row.get("load_mode"):
        values["load"] = Load(mode, row.get("load_value"), row.get("load_unit"))
    return NotatedSet(**values)


def _started(batch: _Batch) -> str | None:
    if entry := batch.first("workout", "create"):
        verb = "started" if entry["after"]["status"] == "active" else "added"
        return f"{verb} {_workout(entry['after'])}"
    if entry := batch.first("exercise_execution", "create"):
        return f"added {batch.exercise(entry['after']['exercise_id'])} to {batch.workout(entry['after']['workout_id'])}"
    return None


def _workouts(batch: _Batch) -> str | None:
    updated, deleted = batch.of("workout", "update"), batch.of("workout", "delete")
    for each in (*updated, *deleted):
        states = (each["before"].get("status"), each["after"].get("status"))
        if states in STATUS:
            return f"{STATUS[states]} {batch.workout(each['entity_id'])}"
    if len(deleted) > 1:
        return f"deleted {len(deleted)} workouts"
    if deleted:
        return f"deleted {batch.workout(deleted[0]['entity_id'])}"
    if len(updated) == 1 and not (batch.of("set", "update") or batch.of("set", "delete")):
        return f"changed {batch.workout(updated[0]['entity_id'])}: {batch.differences(updated)}"
    return None


def _executions(batch: _Batch) -> str | None:
    known = batch.known.executions
    if deleted := batch.of("exercise_execution", "delete"):
        count = _counted(len(batch.of("set", "delete")), "set")
        row = known.get(deleted[0]["entity_id"])
        place = f" from {batch.workout(row['workout_id'])}" if row else ""
        return f"deleted {batch.of_rows(known, deleted)} ({count}){place}"
    if updated := batch.of("exercise_execution", "update"):
        return f"changed {batch.of_rows(known, updated)}: {batch.differences(updated)}"
    return None


def _sets(batch: _Batch) -> str | None:
    known = batch.known.sets
    if deleted := batch.of("set", "delete"):
        return f"deleted {_counted(len(deleted), 'set')} of {batch.of_rows(known, deleted)}"
    if updated := batch.of("set", "update"):
        count = _counted(len(updated), "set")
        return f"changed {count} of {batch.of_rows(known, updated)}: {batch.differences(updated)}"
    return None


def _exercises(batch: _Batch) -> str | None:
    if entry := batch.first("exercise", "create"):
        return f"added exercise {entry['after']['name']}"
    if entry := batch.first("exercise", "delete"):
        return f"deleted exercise {batch.exercise(entry['entity_id'])}"
    if entry := batch.first("exercise", "update"):
        name = batch.exercise(entry["entity_id"])
        if entry["before"].get("hidden") is not None:
            return f"{'hid' if entry['after']['hidden'] else 'showed'} exercise {name}"
        return f"changed exercise {name}: {batch.differences([entry])}"
    return None


def _aliases(batch: _Batch) -> str | None:
    if added := batch.of("alias", "create"):
        names = _listed([each["after"]["alias"] for each in added])
        return f"called {batch.exercise(added[0]['after']['exercise_id'])} also {names}"
    if removed := batch.of("alias", "delete"):
        names = _listed([each["before"]["alias"] for each in removed])
        return f"took the name {names} from {batch.exercise(removed[0]['before']['exercise_id'])}"
    return None


def _training_maxes(batch: _Batch) -> str | None:
    if entry := batch.first("training_max", "create"):
        new = entry["after"]
        load = f"{plain(new['value']):f} {new['unit']}"
        return f"set the training max of {batch.exercise(new['exercise_id'])} to {load}"
    return None


SENTENCES: Final[Sequence[Callable[[_Batch], str | None]]] = (
    _imported,
    _merged,
    _logged,
    _started,
    _workouts,
    _executions,
    _sets,
    _exercises,
    _aliases,
    _training_maxes,
)


def _listed(names: Sequence[str]) -> str:
    """`A, B and C`; of more, the first few."""
    shown = list(names) if len(names) <= SHOWN else [*names[:SHOWN], f"{len(names) - SHOWN} more"]
    return " and ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _noun(entity: str) -> str:
    return NOUNS.get(entity, entity)
