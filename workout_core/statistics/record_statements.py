"""The statements that find where records may be.

They find the days on which something was more than ever before; those are few. What of it is a record is told by
`workout_core.training.records`, the rule that the echo of a set has too, from the sets of those days.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, and_, bindparam, case, func, or_, select

from workout_core.db.sql import mine, table
from workout_core.statistics.lifted import (
    Number,
    between,
    lifted,
    of_exercise,
    sets_of,
    share,
    standard_distance,
    weighed,
)
from workout_core.workouts.models import ExerciseExecution, Set, Workout

_LIFTS = (Set.kind != "warmup", Set.reps >= 1)
# Each load with each number of repetitions, and the first day of it; from the index alone.
first_lifts = (
    select(Set.load_mode, Set.load_exact, Set.reps, func.min(Set.local_date).label("first_day"))
    .where(*of_exercise(between(), *_LIFTS))
    .group_by(Set.load_exact, Set.reps, Set.load_mode)
)
_warmup = Set.kind == "warmup"
# Sets that are alike for what they were lifted with: how many there are, and the first day of them. A sort by numbers
# first is the quickest.
alike = (
    select(
        *(Set.load_exact, Set.reps, Set.rpe, Set.load_mode, Set.side, _warmup.label("warmup")),
        func.count().label("sets"),
        func.min(Set.local_date).label("first_day"),
    )
    .where(*of_exercise(between()))
    .group_by(Set.load_exact, Set.reps, Set.rpe, Set.load_mode, Set.side, _warmup)
)


def _record_workouts(*names: str, body: bool) -> Select[*tuple[Any, ...]]:
    """The workouts with more of something than every one of three days before or earlier.

    In another zone what began first may stand under a later day, but by two days at most, so that no record is
    missing here, and none can be told before these few are put in order.
    """
    sets, came_to = sets_of(between(), *_LIFTS, body=body)
    figures = {
        "e1rm": func.max(came_to.e1rm),
        "set_volume": func.max(came_to.volume),
        "volume": func.sum(came_to.volume),
    }
    found = (
        select(sets.workout_id, sets.local_date, *(figures[name].label(name) for name in names))
        .where(*(() if body else of_exercise(between(), *_LIFTS)), came_to.moved.is_not(None))
        .group_by(sets.local_date, sets.workout_id)
        .subquery("found")
    )
    so_far = select(
        found,
        *(
            func.max(found.c[name])
            .over(order_by=found.c.local_date, groups=(None, -3))
            .label(f"{name}_before")
            for name in names
        ),
    ).subquery("so_far")
    return (
        select(so_far.c.workout_id, so_far.c.local_date, Workout.started_at, so_far.c.volume)
        .where(
            mine(Workout),
            Workout.id == so_far.c.workout_id,
            or_(*(_beats(so_far.c[name], so_far.c[f"{name}_before"]) for name in names)),
        )
        .order_by(Workout.started_at, so_far.c.workout_id)
    )


def _beats(value: Number, before: Number) -> Number:
    return and_(value.is_not(None), or_(before.is_(None), value > before))


# Where the body doesn't count, sets that are alike have the same e1RM and volume: only those of workouts are sought.
record_workouts = _record_workouts("volume", body=False)
record_workouts_of_body = _record_workouts("e1rm", "set_volume", "volume", body=True)

_to = lifted(table(Set).c)
_efforts = (
    select(
        Set.local_date,
        Set.position,
        Set.id,
        Set.workout_id,
        Workout.started_at,
        func.coalesce(_to.weight, 0.0).label("weight"),
        case((_to.metres == 0.0, _to.seconds)).label("held"),
        _to.metres.label("metres"),
        case((_to.seconds > 0.0, _to.seconds)).label("seconds"),
        standard_distance(_to.metres).label("band"),
    )
    .where(
        *of_exercise(between(), _to.counts),
        func.coalesce(Set.reps, 0) == 0,
        mine(Workout),
        Workout.id == Set.workout_id,
    )
    .subquery("done")
)
# What is done for a time or over a distance: the days of the longest, the farthest, the heaviest, the fastest so far.
# Of a day all sets are looked at, so their order in a workout makes no difference here.
_turn = [_efforts.c[name] for name in ("started_at", "workout_id", "position", "id")]


def _before(name: str, within: str | None = None, function: Any = func.max) -> Number:
    number: Number = function(_efforts.c[name]).over(
        partition_by=None if within is None else _efforts.c[within],
        order_by=_turn,
        rows=(None, -1),
    )
    return number.label(f"{name}_before")


_so_far = select(
    _efforts,
    *map(_before, ("weight", "held", "metres")),
    _before("seconds", "band", func.min),
).subquery("so_far")
record_efforts = (
    select(_so_far.c.local_date)
    .where(
        or_(
            *(
                _beats(_so_far.c[name], _so_far.c[f"{name}_before"])
                for name in ("weight", "held", "metres")
            ),
            and_(
                _so_far.c.band.is_not(None),
                _beats(-_so_far.c.seconds, -_so_far.c.seconds_before),
            ),
        )
    )
    .distinct()
)

# The sets of some days that count, in the order in which they were done.
sets_of_days = (
    select(
        *(Set.id, Set.workout_id, Set.local_date, Workout.started_at, Set.kind, Set.side),
        *(Set.load_value, Set.load_unit, Set.load_exact, Set.load_mode),
        *(Set.reps, Set.rpe, Set.duration_s, Set.distance_m),
        case(  # looked for only where the body counts
            (share() > 0.0, func.coalesce(Workout.bodyweight_exact, weighed()))
        ).label("body"),
    )
    .where(
        *of_exercise(Set.local_date.in_(bindparam("days", expanding=True))),
        Set.kind != "warmup",
        mine(Workout),
        Workout.id == Set.workout_id,
        mine(ExerciseExecution),
        ExerciseExecution.id == Set.execution_id,
    )
    .order_by(Workout.started_at, Workout.id, ExerciseExecution.position, Set.position, Set.id)
)
