"""What a batch of the operation log did, in a sentence."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from workout_core.operations.attached import attached
from workout_core.operations.batch import SHOWN, Batch, listed, workout_name
from workout_core.operations.measured import aimed, brought, measured
from workout_core.operations.personal import gyms, profile
from workout_core.operations.rearranged import arranged, edited, moved, renamed, replanned
from workout_core.plurals import counted
from workout_core.units import plain
from workout_core.workouts.notation.format import format_sets
from workout_core.workouts.notation.model import Load, NotatedSet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from uuid import UUID

    from workout_core.db.executor import Row
    from workout_core.operations.batch import Known

LONGEST: Final = 100
STATUS: Final[Mapping[tuple[str, str], str]] = {
    ("active", "done"): "finished",
    ("active", "discarded"): "discarded",
    ("done", "active"): "resumed",
    ("discarded", "active"): "resumed",
}
TRAINING_MAXES: Final[Mapping[str, str]] = {
    "create": "set the training max of {} to {}",
    "update": "set the training max of {} to {}",
    "delete": "took back the training max of {}, {}",
}
NOUNS: Final[Mapping[str, str]] = {
    "alias": "name",
    "exercise_execution": "exercise in a workout",
    "training_max": "training max",
    "measurement_type": "type of measurement",
}


def summary(entries: Sequence[Row], known: Known) -> str:
    """A sentence without its full stop, as in `deleted workout Push of 2026-11-20`."""
    batch = Batch(entries, known)
    for sentence in SENTENCES:
        if told := sentence(batch):
            return told
    counts = Counter((each["action"], each["entity"]) for each in entries)
    parts = [
        f"{action}d {counted(count, _noun(entity))}" for (action, entity), count in counts.items()
    ]
    return ", ".join(parts)


def _imported(batch: Batch) -> str | None:
    """Of all files that came in together."""
    if not (entries := batch.of("import", "create")):
        return None
    came: Counter[str] = Counter(new=0)
    for each in entries:
        came.update(each["after"]["result"])
    apps = dict.fromkeys(each["after"]["source"].replace("_", " ").title() for each in entries)
    replaced = f", updated {came['updated']}" if came["updated"] else ""
    return f"imported {brought(came)} from {listed([*apps])}{replaced}"


def _merged(batch: Batch) -> str | None:
    """An exercise that was deleted or hidden, and another to which its sets or its names went."""
    gone = {each["entity_id"] for act in ("delete", "update") for each in batch.of("exercise", act)}
    went = [*batch.of("exercise_execution", "update"), *batch.of("set", "update")]
    for each in went:
        old, new = each["before"].get("exercise_id"), each["after"].get("exercise_id")
        if old in gone and new:
            return f"merged {batch.exercise(old)} into {batch.exercise(new)}"
    named = {each["after"]["exercise_id"] for each in batch.of("alias", "create")} - gone
    if gone and named:
        return f"merged {batch.exercise(min(gone))} into {batch.exercise(min(named))}"
    return None


def _logged(batch: Batch) -> str | None:
    sets = [each["after"] for each in batch.of("set", "create")]
    workout = batch.first("workout", "create")
    executions: dict[UUID, list[Row]] = {}
    for each in sets:
        executions.setdefault(each["execution_id"], []).append(each)
    if not sets:
        return None
    count = counted(len(sets), "set")
    typed = any(each["after"].get("raw") for each in batch.of("exercise_execution", "create"))
    if workout and (workout["after"].get("name") or len(executions) > SHOWN or not typed):
        return f"added {workout_name(workout['after'])} ({count})"
    told = " + ".join(_line(batch, each) for each in executions.values())
    if len(executions) > SHOWN or len(told) > LONGEST:
        return f"logged {count} of {batch.exercises_of(batch.of('set', 'create'))}"
    return f"logged {told} ({count})"


def _line(batch: Batch, sets: Sequence[Row]) -> str:
    row = batch.known.exercises.get(sets[0]["exercise_id"])
    done = format_sets([_notated(each) for each in sets], row["tracking"] if row else None)
    return f"{batch.exercise(sets[0]['exercise_id'])} {done}"


def _notated(row: Row) -> NotatedSet:
    values = {name: row[name] for name in NotatedSet._fields if row.get(name) is not None}
    if mode := row.get("load_mode"):
        values["load"] = Load(mode, row.get("load_value"), row.get("load_unit"))
    return NotatedSet(**values)


def _started(batch: Batch) -> str | None:
    if entry := batch.first("workout", "create"):
        verb = "started" if entry["after"]["status"] == "active" else "added"
        ended = [f"{STATUS[state]} {batch.workout(each)}" for each, state in _ended(batch)]
        return " and ".join([*ended, f"{verb} {workout_name(entry['after'])}"])
    if entry := batch.first("exercise_execution", "create"):
        return f"added {batch.exercise(entry['after']['exercise_id'])} to {batch.workout(entry['after']['workout_id'])}"
    return None


def _ended(batch: Batch) -> Iterator[tuple[UUID, tuple[str, str]]]:
    """The workouts that were opened or closed, and how."""
    for each in (*batch.of("workout", "update"), *batch.of("workout", "delete")):
        states = (each["before"].get("status"), each["after"].get("status"))
        if states in STATUS:
            yield each["entity_id"], states


def _workouts(batch: Batch) -> str | None:
    updated, deleted = batch.of("workout", "update"), batch.of("workout", "delete")
    for each, states in _ended(batch):
        return f"{STATUS[states]} {batch.workout(each)}"
    if len(deleted) > 1:
        return f"deleted {len(deleted)} workouts"
    if deleted:
        return f"deleted {batch.workout(deleted[0]['entity_id'])}"
    if len(updated) == 1 and not (batch.of("set", "update") or batch.of("set", "delete")):
        return f"changed {batch.workout(updated[0]['entity_id'])}: {batch.differences(updated)}"
    return None


def _executions(batch: Batch) -> str | None:
    if deleted := batch.of("exercise_execution", "delete"):
        count = counted(len(batch.of("set", "delete")), "set")
        return f"deleted {batch.exercises_of(deleted)} ({count}) from {batch.workouts_of(deleted)}"
    if updated := batch.of("exercise_execution", "update"):
        return f"changed {batch.exercises_of(updated)}: {batch.differences(updated)}"
    return None


def _sets(batch: Batch) -> str | None:
    if deleted := batch.of("set", "delete"):
        return f"deleted {counted(len(deleted), 'set')} of {batch.exercises_of(deleted)}"
    if updated := [each for each in batch.of("set", "update") if batch.differences([each])]:
        count = counted(len({each["entity_id"] for each in updated}), "set")
        return f"changed {count} of {batch.exercises_of(updated)}: {batch.differences(updated)}"
    return None


def _exercises(batch: Batch) -> str | None:
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


def _aliases(batch: Batch) -> str | None:
    if added := batch.of("alias", "create"):
        names = listed([each["after"]["alias"] for each in added])
        return f"called {batch.exercise(added[0]['after']['exercise_id'])} also {names}"
    if removed := batch.of("alias", "delete"):
        names = listed([each["before"]["alias"] for each in removed])
        return f"took the name {names} from {batch.exercise(removed[0]['before']['exercise_id'])}"
    return None


def _training_maxes(batch: Batch) -> str | None:
    for action, told in TRAINING_MAXES.items():
        if entry := batch.first("training_max", action):
            row = {**batch.known.row(entry), **entry["after"]}
            load = f"{plain(row['value']):f} {row['unit']}"
            return told.format(batch.exercise(row["exercise_id"]), load)
    return None


def _muscles(batch: Batch) -> str | None:
    for entry in (*batch.of("muscle", "create"), *batch.of("muscle", "delete")):
        row = entry["after"] or entry["before"]
        return f"changed the muscles of {batch.exercise(row['exercise_id'])}"
    return None


SENTENCES: Final[Sequence[Callable[[Batch], str | None]]] = (
    _imported,
    _merged,
    edited,
    _logged,
    _started,
    moved,
    arranged,
    renamed,
    replanned,
    _workouts,
    _executions,
    _sets,
    _exercises,
    _aliases,
    _training_maxes,
    measured,
    aimed,
    profile,
    gyms,
    attached,
    _muscles,
)


def _noun(entity: str) -> str:
    return NOUNS.get(entity, entity)
