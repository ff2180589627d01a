"""The records that fall in a workout, one set after another, against all that was done before it began."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workout_core.live.schemas import LiveRecord
from workout_core.statistics.recording import done_of
from workout_core.training.one_rep_max import thirtieths
from workout_core.training.record_amounts import amount, estimated, unit_of
from workout_core.training.records import Best, Done, Record, counts
from workout_core.workouts.echo import Body, note_past

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal
    from uuid import UUID

    from workout_core.db.executor import Row
    from workout_core.training.records import RecordKind
    from workout_core.vocabulary import MassUnit


class Before(NamedTuple):
    """What was done of an exercise before a workout, and what the body weighs in it."""

    share: Decimal
    weighted: bool
    loads: Sequence[Row] = ()
    efforts: Sequence[Row] = ()
    most_volume: int | None = None
    body: int | None = None

    def best(self) -> Best:
        found = Best()
        for row in self.loads:
            note_past(found, row, Body(self.share, row.get("body")))
        for row in self.efforts:
            found.take(
                Done(
                    weight=row["load_exact"],
                    duration_s=row["duration_s"],
                    distance_m=row["distance_m"],
                )
            )
        return found

    def done(self, row: Row) -> Done | None:
        """A set as records see it; None where it does not count."""
        done = done_of({**row, "body": self.body}, self.share or None, weighted=self.weighted)
        return done if counts(row["kind"], done) else None


def kinds_by_set(before: Before, sets: Iterable[Row]) -> dict[UUID, list[RecordKind]]:
    """The kinds of the records that each set of a workout made when it was done."""
    best, found = before.best(), {}
    for row in sets:
        done = before.done(row)
        found[row["id"]] = [each.kind for each in best.take(done)] if done else []
    return found


def records_of(before: Before, earlier: Iterable[Row], sets: Iterable[Row]) -> list[Record]:
    """The records that sets make together, after the earlier ones of the same workout."""
    best = before.best()
    first = [done for row in earlier if (done := before.done(row))]
    then = [done for row in sets if (done := before.done(row))]
    for done in first:
        best.take(done)
    return [*best.take_line(then), *_session(before, first, then)]


def told(record: Record, sets: Sequence[Row], execution: Row) -> LiveRecord:
    """A record as it leaves, in the unit of the last load."""
    units: list[MassUnit] = [row["load_unit"] for row in sets if row["load_unit"]]
    unit: MassUnit = units[-1] if units else "kg"
    previous = record.previous
    return LiveRecord(
        kind=record.kind,
        value=amount(record, record.value, unit),
        unit=unit_of(record, unit),
        reps=record.reps,
        distance=record.distance,
        previous=None if previous is None else amount(record, previous, unit),
        previous_reps=record.previous_reps,
        exercise=execution["exercise_name"],
        execution_id=execution["id"],
    )


def e1rm_kg(before: Before, sets: Iterable[Row]) -> Decimal | None:
    """The best e1RM of some sets, in kilograms."""
    lifts = [done for row in sets if (done := before.done(row)) and done.moved]
    found = [thirtieths(done.moved or 0, done.reps, done.rpe) for done in lifts]
    best = max((each for each in found if each is not None), default=None)
    return None if best is None else estimated(best, "kg")


def _session(before: Before, first: Iterable[Done], then: Iterable[Done]) -> list[Record]:
    """The record of this workout, once: when it comes to more than any other did."""
    was = sum(done.volume for done in first)
    now = was + sum(done.volume for done in then)
    most = before.most_volume
    if now == was or was > (most or 0) or (most is not None and now <= most):
        return []
    return [Record("session_volume", now, previous=most)]
