"""The statements that count what was done: trends, hard sets, times. Those of records stand beside."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Double,
    Select,
    and_,
    bindparam,
    case,
    cast,
    func,
    select,
)

from workout_core.db.sql import mine, seconds, table
from workout_core.statistics.lifted import (
    Lifted,
    Number,
    between,
    hard_if_apart,
    lifted,
    many,
    of_exercise,
    sets_of,
    standard_distance,
    until,
)
from workout_core.training.one_rep_max import MOST_REPS, THIRTY
from workout_core.workouts.models import Set, Workout

# Each up to, and not with, a bound; the last ones have none that is reached.
INTENSITIES: Final = (
    *((60.0, "<60"), (70.0, "60-70"), (80.0, "70-80"), (90.0, "80-90")),
    (1e9, "90+"),
)
REP_RANGES: Final = ((5, "1-5"), (12, "6-12"), (2**62, "13+"))


def _counted(sets: Any, to: Lifted) -> list[Number]:
    """What both an exercise's days and a period's exercises are told of: how much counts, how much does not."""
    figures = {
        "workouts": func.count(sets.workout_id.distinct()),
        "sets": many(to.counts),
        "hard_sets": many(to.hard),
        "reps": func.coalesce(func.sum(case((to.counts, to.repetitions))), 0.0),
        "warmups": many(sets.kind == "warmup"),
        "followers": many(and_(to.counts, sets.parent_set_id.is_not(None))),
        "empty": many(and_(sets.kind != "warmup", ~to.something)),
        "unknown": many(and_(to.counts, sets.reps >= 1, to.moved.is_(None))),
        "beyond": many(and_(to.counts, to.to_failure > MOST_REPS)),
    }
    sums = {"volume": to.volume, "seconds": to.seconds, "metres": to.metres}
    return [
        *(cast(value, BigInteger).label(name) for name, value in figures.items()),
        func.max(case((to.counts, to.e1rm))).label("e1rm"),
        *(func.sum(case((to.counts, value))).label(name) for name, value in sums.items()),
    ]


def _exercise_days(*, body: bool) -> Select[*tuple[Any, ...]]:
    """The days on which an exercise was done, and what was done on each."""
    sets, to = sets_of(between(), body=body)
    moving = case((and_(to.counts, to.metres > 0.0), to.seconds))
    return (
        select(
            sets.local_date,
            *_counted(sets, to),
            func.max(case((to.counts, to.weight))).label("weight"),
            func.sum(moving).label("moving"),
        )
        .where(*(() if body else of_exercise(between())))
        .group_by(sets.local_date)
        .order_by(sets.local_date)
    )


exercise_days = _exercise_days(body=False)
exercise_days_of_body = _exercise_days(body=True)


def _intensities(*, body: bool) -> Select[*tuple[Any, ...]]:
    """How many sets were done at which share of the e1RM of that time, and in which range of repetitions.

    The best e1RM of a day counts for all sets of that day: of the peers of a row a window sees all.
    """
    lifts = (Set.kind != "warmup", Set.reps >= 1)
    sets, to = sets_of(until(), *lifts, body=body)
    estimated = (
        select(
            sets.local_date,
            sets.reps,
            to.moved.label("moved"),
            func.max(to.e1rm).over(order_by=sets.local_date).label("best"),
        )
        .where(*(() if body else of_exercise(until(), *lifts)))
        .subquery("done")
    )
    percent = 100.0 * THIRTY * estimated.c.moved / estimated.c.best
    found = (
        select(
            case(*((percent < each, name) for each, name in INTENSITIES), else_=None).label(
                "share"
            ),
            case(*((estimated.c.reps <= each, name) for each, name in REP_RANGES)).label("reps"),
        )
        .where(estimated.c.local_date >= bindparam("since"))
        .subquery("found")
    )
    return select(found.c.share, found.c.reps, func.count().label("sets")).group_by(
        found.c.share, found.c.reps
    )


intensities = _intensities(body=False)
intensities_of_body = _intensities(body=True)

_run = lifted(table(Set).c)
_runs = (
    select(
        *(Set.id, Set.workout_id, Set.local_date, Set.duration_s, Set.distance_m),
        Workout.started_at,
        _run.seconds.label("seconds"),
        standard_distance(_run.metres).label("band"),
    )
    .where(
        *of_exercise(between(), _run.counts, _run.seconds > 0.0),
        mine(Workout),
        Workout.id == Set.workout_id,
    )
    .subquery("done")
)
_timed = (
    select(
        _runs,
        func.row_number()
        .over(partition_by=_runs.c.band, order_by=(_runs.c.seconds, _runs.c.started_at, _runs.c.id))
        .label("rank"),
    )
    .where(_runs.c.band.is_not(None))
    .subquery("found")
)
best_times = (
    select(
        _timed.c.band,
        _timed.c.workout_id,
        _timed.c.local_date,
        _timed.c.duration_s,
        _timed.c.distance_m,
    )
    .where(_timed.c.rank == 1)
    .order_by(_timed.c.band)
)

_own = table(Set).c
_alone = lifted(_own)
_in_period = (
    mine(Set),
    Set.exercise_id.in_(bindparam("exercise_ids", expanding=True)),
    between(),
    Set.deleted_at.is_(None),
)
_lift = and_(Set.kind != "warmup", Set.reps >= 1)
_of_day = {
    "hard_sets": many(_alone.hard),
    "warmups": many(Set.kind == "warmup"),
    "followers": many(and_(_lift, Set.parent_set_id.is_not(None))),
    "easy": many(and_(_lift, ~hard_if_apart(_own))),
}
hard_days = (
    select(
        Set.exercise_id,
        Set.local_date,
        *(cast(value, BigInteger).label(name) for name, value in _of_day.items()),
    )
    .where(*_in_period)
    .group_by(Set.exercise_id, Set.local_date)
    .order_by(Set.exercise_id, Set.local_date)
)
exercise_totals = (
    select(Set.exercise_id, *_counted(_own, _alone))
    .where(*_in_period)
    .group_by(Set.exercise_id)
    .order_by(Set.exercise_id)
)
exercise_totals_of_body = select(*_counted(*sets_of(between(), body=True)))

_workouts = (
    mine(Workout),
    Workout.deleted_at.is_(None),
    Workout.local_date.between(bindparam("since"), bindparam("until")),
)
training_days = (
    select(
        Workout.local_date,
        func.count().label("workouts"),
        cast(
            func.sum(func.coalesce(seconds(Workout.started_at, Workout.ended_at), 0)), BigInteger
        ).label("seconds"),
    )
    .where(*_workouts)
    .group_by(Workout.local_date)
    .order_by(Workout.local_date)
)
session_efforts = (
    select(
        Workout.id.label("workout_id"),
        Workout.local_date,
        Workout.started_at,
        seconds(Workout.started_at, Workout.ended_at).label("seconds"),
        func.avg(cast(Set.rpe, Double)).label("rpe"),
    )
    .join(Set, (Set.user_id == Workout.user_id) & (Set.workout_id == Workout.id))
    .where(*_workouts, mine(Set), Set.deleted_at.is_(None), Set.kind != "warmup")
    .group_by(Workout.id, Workout.local_date, Workout.started_at, Workout.ended_at)
    .order_by(Workout.local_date, Workout.started_at, Workout.id)
)
