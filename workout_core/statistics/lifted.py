"""What sets come to, for the statements of this domain: which count, what was lifted, what e1RM that makes.

Loads are compared in floating point, which is exact for masses as they are kept (0.01 mg) and can't overflow. What a
lift of the body moved is worked out here too, from the weight that the workout has or the last weigh-in of that day
or before; `share` is the part of the body that the exercise moves. Exercises that move none have statements of their
own, which look for no weight.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Double,
    and_,
    bindparam,
    case,
    cast,
    func,
    or_,
    select,
)

from workout_core.body.models import Measurement
from workout_core.db.sql import mine, table
from workout_core.statistics.estimating import times
from workout_core.training.one_rep_max import MOST_REPS, THIRTY
from workout_core.training.records import OVERSHOOT, STANDARD_DISTANCES
from workout_core.workouts.models import Set, Workout

if TYPE_CHECKING:
    from sqlalchemy import Subquery

Number = ColumnElement[Any]
EASY: Final = 5.0  # a set with a lower RPE is no hard one
FOLLOWING: Final = ("drop", "restpause")
KEPT: Final = (
    Set.workout_id,
    Set.local_date,
    Set.kind,
    Set.parent_set_id,
    Set.side,
    Set.load_exact,
    Set.load_mode,
    Set.reps,
    Set.rpe,
    Set.duration_s,
    Set.distance_m,
)


class Lifted(NamedTuple):
    """What a set comes to. Masses are in units of 0.01 mg, `e1rm` in thirtieths of them."""

    something: Number
    counts: Number
    hard: Number
    repetitions: Number
    weight: Number
    moved: Number
    to_failure: Number
    e1rm: Number
    volume: Number
    seconds: Number
    metres: Number


def until() -> Number:
    """On a day or before."""
    return Set.local_date <= bindparam("until")


def between() -> Number:
    """From a day to another."""
    return Set.local_date.between(bindparam("since"), bindparam("until"))


def share() -> Number:
    """The part of the body that an exercise moves."""
    return bindparam("share", type_=Double())


def weighed() -> Number:
    """What the user weighed on the day of a set, or last before it."""
    return (
        select(Measurement.exact)
        .where(
            mine(Measurement),
            mine(Set),
            Measurement.type == "weight",
            Measurement.deleted_at.is_(None),
            Measurement.local_date <= Set.local_date,
        )
        .order_by(
            Measurement.local_date.desc(), Measurement.measured_at.desc(), Measurement.id.desc()
        )
        .limit(1)
        .correlate(Set)
        .scalar_subquery()
    )


def of_exercise(*conditions: Number) -> tuple[Number, ...]:
    """The sets of an exercise that are there."""
    return (
        mine(Set),
        Set.exercise_id == bindparam("exercise_id"),
        Set.deleted_at.is_(None),
        *conditions,
    )


def with_body(*conditions: Number) -> Subquery:
    """The sets of an exercise that moves the body, with what that and what was added come to (`whole`).

    The offset of nothing keeps a database from merging this into what is made of it, for then it would look for the
    weight each time that it is named.
    """
    body = func.coalesce(Workout.bodyweight_exact, weighed())
    weight, load = typed(table(Set).c)
    whole = case(
        (Set.load_mode == "absolute", load),
        else_=cast(body, Double) * share() + func.coalesce(weight, 0.0),
    )
    return (
        select(*KEPT, whole.label("whole"))
        .where(mine(Workout), Workout.id == Set.workout_id, *of_exercise(*conditions))
        .offset(0)
        .subquery("sets_of")
    )


def sets_of(*conditions: Number, body: bool) -> tuple[Any, Lifted]:
    """The columns of an exercise's sets and what they come to; where the body counts, with its weight."""
    if body:
        found = with_body(*conditions).c
        return found, lifted(found, case((found.whole < 0.0, 0.0), else_=found.whole))
    return table(Set).c, lifted(table(Set).c)


def typed(sets: Any) -> tuple[Number, Number]:
    """The load as it counts beside others of its kind, help below 0, and without a sign."""
    load = cast(sets.load_exact, Double)
    weight = case(
        (sets.load_mode.in_(("absolute", "added")), load),
        (sets.load_mode == "assisted", -load),
        (sets.load_mode == "bodyweight", 0.0),
    )
    return weight, load


def lifted(sets: Any, moved: Number | None = None) -> Lifted:
    """What sets come to, from their columns; unless it is told, only bars and plates were moved."""
    rpe = cast(sets.rpe, Double)
    duration = func.coalesce(cast(sets.duration_s, Double), 0.0)
    distance = func.coalesce(cast(sets.distance_m, Double), 0.0)
    something = or_(func.coalesce(sets.reps, 0) >= 1, duration > 0.0, distance > 0.0)
    weight, load = typed(sets)
    if moved is None:
        moved = case((sets.load_mode == "absolute", load))
    repetitions = sets.reps * case((sets.side == "each", 2.0), else_=1.0)
    to_failure = sets.reps + 10.0 - func.coalesce(rpe, 10.0)
    return Lifted(
        something=something,
        counts=and_(sets.kind != "warmup", something),
        hard=and_(hard_if_apart(sets), sets.parent_set_id.is_(None)),
        repetitions=repetitions,
        weight=weight,
        moved=moved,
        to_failure=to_failure,
        e1rm=thirtieths(sets.reps, to_failure, moved),
        volume=moved * repetitions,
        seconds=duration,
        metres=distance,
    )


def hard_if_apart(sets: Any) -> Number:
    """Whether a set is a hard one, unless it goes on with another: a chain of drops or short rests is one."""
    rpe = func.coalesce(cast(sets.rpe, Double), 10.0)
    return and_(sets.kind != "warmup", sets.reps >= 1, rpe >= EASY)


def thirtieths(reps: Number, to_failure: Number, moved: Number) -> Number:
    """The e1RM in thirtieths (`workout_core.training.one_rep_max`), where one is estimated."""
    fits = and_(reps >= 1, to_failure.between(1.0, float(MOST_REPS)), moved > 0.0)
    factor = case((to_failure == 1.0, float(THIRTY)), else_=times(to_failure))
    return case((fits, moved * factor))


def standard_distance(metres: Number) -> Number:
    """The standard distance that a distance is one of."""
    return case(
        *(
            (metres.between(float(each), float(each * OVERSHOOT)), name)
            for name, each in STANDARD_DISTANCES.items()
        )
    )


def many(condition: Number) -> Number:
    """How many rows are so."""
    return func.count().filter(condition)
