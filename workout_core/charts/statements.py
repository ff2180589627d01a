"""Every statement of series: what each day came to of one exercise, or of one measurement."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, bindparam, case, func, literal_column, select

from workout_core.body.models import Measurement
from workout_core.db.base import Json
from workout_core.db.sql import holds_all, mine, table
from workout_core.statistics.lifted import lifted, many, of_exercise, sets_of, until
from workout_core.workouts.models import Set, Workout

# From the first day on: what is a record shows only beside all that was before.
COUNTED: Final = (until(), Set.kind != "warmup", Set.reps >= 1)


def _by_day(sets: Any, *figures: ColumnElement[Any], body: bool) -> Select[*tuple[Any, ...]]:
    return (
        select(sets.local_date, func.count().label("sets"), *figures)
        .where(*(() if body else of_exercise(*COUNTED)))
        .group_by(sets.local_date)
        .order_by(sets.local_date)
    )


def _bests(*, body: bool) -> Select[*tuple[Any, ...]]:
    """The best of each day. Where the body doesn't count, all of it stands in the index that the sets are found by."""
    sets, to = sets_of(*COUNTED, body=body)
    return _by_day(
        sets,
        func.count(to.e1rm).label("e1rm_sets"),
        func.max(to.e1rm).label("e1rm"),
        func.count(to.weight).label("weight_sets"),
        func.max(to.weight).label("weight"),
        func.max(sets.reps).label("reps"),
        body=body,
    )


def _volumes(*, body: bool) -> Select[*tuple[Any, ...]]:
    """The volume of each day; apart, because the side of a set doesn't stand in that index."""
    sets, to = sets_of(*COUNTED, body=body)
    return _by_day(
        sets,
        func.count(to.volume).label("volume_sets"),
        func.sum(to.volume).label("volume"),
        body=body,
    )


def _efforts() -> Select[*tuple[Any, ...]]:
    """The longest time of each day, its distance and pace, and its heaviest load; no repetitions are needed."""
    conditions = of_exercise(until(), Set.kind != "warmup")
    sets = table(Set).c
    to = lifted(sets)
    timed, gone = case((to.seconds > 0.0, to.seconds)), case((to.metres > 0.0, to.metres))
    paced = and_(to.seconds > 0.0, to.metres > 0.0)
    return (
        select(
            sets.local_date,
            func.count().label("sets"),
            func.count(timed).label("duration_sets"),
            func.max(timed).label("duration"),
            func.count(gone).label("distance_sets"),
            func.sum(gone).label("distance"),
            many(paced).label("pace_sets"),
            (
                1000.0 * func.sum(case((paced, to.seconds))) / func.sum(case((paced, to.metres)))
            ).label("pace"),
            func.count(to.weight).label("weight_sets"),
            func.max(to.weight).label("weight"),
        )
        .where(*conditions, to.something)
        .group_by(sets.local_date)
        .order_by(sets.local_date)
    )


efforts = _efforts()
bests = _bests(body=False)
bests_of_body = _bests(body=True)
volumes = _volumes(body=False)
volumes_of_body = _volumes(body=True)
tagged = (
    select(Workout.local_date)
    .where(
        mine(Workout),
        Workout.deleted_at.is_(None),
        Workout.local_date.between(bindparam("since"), bindparam("until")),
        table(Workout).c.tags != literal_column("'[]'"),  # as the index says that has few
        holds_all(table(Workout).c.tags, bindparam("tags", type_=Json())),
    )
    .distinct()
    .order_by(Workout.local_date)
)
measured = (
    select(Measurement.local_date, Measurement.value, Measurement.unit)
    .where(
        mine(Measurement),
        Measurement.type == bindparam("type"),
        Measurement.local_date <= bindparam("until"),
        Measurement.deleted_at.is_(None),
    )
    .order_by(Measurement.local_date, Measurement.measured_at, Measurement.id)
)
