"""Sentences on what was moved, put in another order, or edited as a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_core.plurals import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_core.db.executor import Row
    from workout_core.operations.batch import Batch

PLACE: Final = frozenset({"position", "version", "updated_at"})
PLAN: Final = PLACE | {"plan"}
GROUP: Final = PLACE | {"superset_group"}
CHAIN: Final = PLACE | {"kind", "parent_set_id"}
LATER: Final = frozenset({"ended_at", "version", "updated_at"})  # as a further line makes the end
TIMES: Final = frozenset({"started_at", "ended_at", "local_date", "version", "updated_at"})


def moved(batch: Batch) -> str | None:
    """Exercises that went to another workout, or a workout that went to another day."""
    goes = [each for each in _updated(batch) if "workout_id" in each["after"]]
    for each in goes[:1]:
        old, new = (batch.workout(each[at]["workout_id"]) for at in ("before", "after"))
        return f"moved {batch.exercises_of(goes)} from {old} to {new}"
    updated = batch.of("workout", "update")
    if len(updated) == 1 and not _sets(batch):
        before, after = updated[0]["before"], updated[0]["after"]
        if "local_date" in after and set(after) <= TIMES:
            name = batch.known.row(updated[0]).get("name")
            told = f"workout {name}" if name else "a workout"
            return f"moved {told} from {before['local_date']} to {after['local_date']}"
    return None


def arranged(batch: Batch) -> str | None:
    """Exercises or sets in another order, and supersets."""
    updated, sets = _updated(batch), batch.of("set", "update")
    if _edits(batch) or batch.of("workout", "update"):
        return None
    if updated and not sets and _only(updated, GROUP):
        grouped = [each for each in updated if "superset_group" in each["after"]]
        joined = [each for each in grouped if each["after"]["superset_group"] is not None]
        if joined:
            return f"made a superset of {batch.exercises_of(joined)}"
        if grouped:
            return f"split the superset of {batch.exercises_of(grouped)}"
        return f"changed the order in {batch.workouts_of(updated)}"
    if sets and not updated and _only(sets, PLACE | {"parent_set_id"}):
        return f"changed the order of the sets of {batch.exercises_of(sets)}"
    return None


def replanned(batch: Batch) -> str | None:
    """What is planned of exercises."""
    updated = _updated(batch)
    others = (batch.of("exercise_execution", "create"), batch.of("workout", "update"))
    if any("plan" in each["after"] for each in updated) and _only(updated, PLAN):
        return None if _sets(batch) or any(others) else f"planned {batch.exercises_of(updated)}"
    return None


def renamed(batch: Batch) -> str | None:
    """What was logged of one exercise and is another's."""
    updated = _updated(batch)
    if len(updated) == 1 and "exercise_id" in updated[0]["after"] and not _edits(batch):
        old, new = (batch.exercise(updated[0][at]["exercise_id"]) for at in ("before", "after"))
        return f"changed {old} to {new} in {batch.workouts_of(updated)}"
    return None


def edited(batch: Batch) -> str | None:
    """Changes of several kinds in workouts that were there and are there still, as a text makes them."""
    if batch.of("workout", "create") or batch.of("workout", "delete"):
        return None
    changed = batch.of("set", "update")
    if gone := batch.of("set", "delete"):
        changed = [each for each in changed if not _only([each], CHAIN)]
    heads = [each for each in batch.of("workout", "update") if not set(each["after"]) <= LATER]
    kinds = {"added": batch.of("set", "create"), "deleted": gone, "changed": changed}
    told = [
        f"{verb} {counted(len(entries), 'set')} of {batch.exercises_of(entries)}"
        for verb, entries in kinds.items()
        if entries
    ]
    if len(told) + bool(heads and _edits(batch)) < 2:
        return None
    told += [batch.differences([each]) for each in heads]
    every = [*heads, *(each for entries in kinds.values() for each in entries)]
    return f"edited {batch.workouts_of(every)}: {', '.join(told)}"


def _updated(batch: Batch) -> list[Row]:
    return batch.of("exercise_execution", "update")


def _sets(batch: Batch) -> list[Row]:
    return [each for act in ("create", "update", "delete") for each in batch.of("set", act)]


def _edits(batch: Batch) -> bool:
    """Whether sets were added or deleted, or say something else."""
    silent = CHAIN | {"exercise_id"}
    return any(each["action"] != "update" or not _only([each], silent) for each in _sets(batch))


def _only(entries: Sequence[Row], names: frozenset[str]) -> bool:
    return all(set(each["after"]) <= names for each in entries)
