"""What is left to be done of exercises, and which of them comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from workout_core.live.schemas import PlannedSet
from workout_core.workouts.planned import values

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from workout_core.db.executor import Row
    from workout_core.live.schemas import Source
    from workout_core.workouts.planned import Plan

LOAD: Final = ("load_value", "load_unit", "load_mode")
REPEATED: Final = (
    *("kind", "side", *LOAD),
    *("reps", "duration_s", "distance_m"),
)
AMOUNTS: Final[Mapping[str, tuple[str, ...]]] = {
    "reps": ("reps", "reps_max"),
    "duration": ("duration_s",),
    "distance": ("distance_m",),
}


class Left(NamedTuple):
    """What is left of an execution, and whence that is known."""

    execution: Row
    done: Sequence[Row]
    planned: Sequence[PlannedSet]
    source: Source

    @property
    def is_open(self) -> bool:
        """Whether there is something to do; of what nobody planned, as long as it was not begun."""
        return bool(self.planned) or (self.source == "none" and not self.done)


def left(execution: Row, done: Sequence[Row], last: Sequence[Row]) -> Left:
    """What is left of an execution: of its plan, else of what was done the last time."""
    plan = execution["plan"]
    if plan is not None:
        rest = [PlannedSet(**values(each)) for each in plan[len(done) :]]
        return Left(execution, done, _loaded(rest, done), "plan")
    return Left(execution, done, as_done(last)[len(done) :], "last" if last else "none")


def _loaded(sets: Sequence[PlannedSet], done: Sequence[Row]) -> list[PlannedSet]:
    """Planned sets, those without a load with that of the last set done."""
    load = {name: done[-1][name] for name in LOAD} if done else {}
    return [each if each.load_mode else each.model_copy(update=load) for each in sets]


def as_done(sets: Iterable[Row | Mapping[str, Any]]) -> list[PlannedSet]:
    """Sets as they were done, to be done again; an effort was no aim, unless it was."""
    return [
        PlannedSet(
            **{name: each[name] for name in REPEATED},
            rpe=each.get("target_rpe"),
        )
        for each in sets
    ]


def document(sets: Iterable[PlannedSet]) -> Plan:
    """Planned sets, as an execution keeps them."""
    return [each.model_dump(mode="json", exclude_defaults=True) for each in sets]


def replanned(of: Left, sets: Iterable[PlannedSet]) -> Plan:
    """The plan of an execution of which other sets are left; those that are done keep their places."""
    kept: Plan = list(of.execution["plan"] or ())[: len(of.done)]
    kept += document(as_done(of.done[len(kept) :]))
    return [*kept, *document(sets)]


def instead(sets: Sequence[PlannedSet], last: Sequence[Row], tracking: str) -> list[PlannedSet]:
    """What is planned of an exercise that is done instead: as the last time, else as many sets without loads."""
    if last:
        return as_done(last)
    kept = {name for word, names in AMOUNTS.items() if word in tracking for name in names}
    unknown = set(PlannedSet.model_fields) - {"kind", "side", *kept}
    return [each.model_copy(update=dict.fromkeys(unknown)) for each in sets]


def following(slots: Sequence[Left], current: UUID | None) -> UUID | None:
    """Where the next set belongs: in turn within a superset, else here until all is done, then further on."""
    at = next((n for n, each in enumerate(slots) if each.execution["id"] == current), None)
    if at is None:
        return _first_open(slots)
    here = slots[at]
    group = here.execution["superset_group"]
    if group is None and (here.is_open or here.source == "none"):
        return current
    behind = [*slots[at + 1 :], *slots[: at + 1]]
    if group is not None:
        together = [each for each in behind if each.execution["superset_group"] == group]
        if found := _first_open(together):
            return found
    return _first_open(behind)


def latest(slots: Sequence[Left]) -> UUID | None:
    """The execution in which a set was done last."""
    done = [
        (each["performed_at"] or each["created_at"], each["position"], slot.execution["id"])
        for slot in slots
        for each in slot.done
    ]
    return max(done)[2] if done else None


def _first_open(slots: Iterable[Left]) -> UUID | None:
    return next((each.execution["id"] for each in slots if each.is_open), None)
