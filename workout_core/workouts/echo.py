"""What a line comes to, beside what was done before: e1RM, records, the last time.

Everything is compared with what was done before the workout that the line goes into, and earlier in that workout: a
line of last week is no worse for what came since. A lift of the body moves its share of what the user weighed in the
workout, else on its day or last before; where nobody knows that, it has no e1RM and no volume.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import UUID

from workout_core.training.bodyweight import moved
from workout_core.training.one_rep_max import thirtieths
from workout_core.training.record_amounts import amounts, estimated, unit_of
from workout_core.training.records import Best, Done, Record, counts
from workout_core.units import exact_mass
from workout_core.vocabulary import sides
from workout_core.workouts.log_schemas import LastTime, LoggedRecord
from workout_core.workouts.notation.format import format_sets
from workout_core.workouts.notation.model import Load, NotatedSet, RelativeLoad

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workout_core.db.executor import Row
    from workout_core.exercises.names import KnownExercise
    from workout_core.training.one_rep_max import Formula
    from workout_core.vocabulary import MassUnit
    from workout_core.workouts.notation.model import Entry
    from workout_core.workouts.repository import Began, WorkoutRepository

NOBODY: Final = UUID(int=0)
SIGNS: Final = {"absolute": 1, "added": 1, "assisted": -1, "bodyweight": 0}


class Compared(NamedTuple):
    """What an entry comes to."""

    e1rm_formula: Formula
    e1rm_kg: Decimal | None
    e1rm_change_kg: Decimal | None
    records: list[LoggedRecord]
    last_time: LastTime | None


class Echo:
    """Compares the entries of a line, one after another, with what was done before them."""

    def __init__(
        self,
        repository: WorkoutRepository,
        workout: Row | None,
        began: Began,
        formula: Formula,
    ) -> None:
        self._repository = repository
        self._workout = workout
        self._workout_id: UUID = workout["id"] if workout else NOBODY
        self._began = began
        self._formula: Formula = formula
        self._pasts: dict[UUID, _Past] = {}

    async def of(self, entry: Entry[KnownExercise], share: Decimal) -> Compared:
        """What an entry comes to; `share` is the part of the body's weight that its exercise moves."""
        past = await self._past(entry.exercise, share)
        before = past.best.e1rm
        made = past.take(entry.sets)
        estimates = [
            past.estimate(each, self._formula) for each in entry.sets if each.kind != "warmup"
        ]
        best = max((each for each in estimates if each is not None), default=None)
        return Compared(
            e1rm_formula=self._formula,
            e1rm_kg=None if best is None else estimated(best, "kg"),
            e1rm_change_kg=None
            if best is None or before is None
            else estimated(best, "kg") - estimated(before, "kg"),
            records=[_told(each, _unit_of(entry.sets), entry.exercise.implements) for each in made],
            last_time=await self._last_time(entry.exercise),
        )

    async def _past(self, exercise: KnownExercise, share: Decimal) -> _Past:
        if exercise.id not in self._pasts:
            self._pasts[exercise.id] = await self._read(exercise, share)
        return self._pasts[exercise.id]

    async def _read(self, exercise: KnownExercise, share: Decimal) -> _Past:
        best = Best(self._formula)
        if not exercise.tracking.endswith("reps"):
            for row in await self._repository.efforts_before(exercise.id, self._began):
                done = Done(
                    weight=row["load_exact"],
                    duration_s=row["duration_s"],
                    distance_m=row["distance_m"],
                )
                best.take(done)
            return _Past(best, Body(share), None, None)
        for row in await self._loads_before(exercise, share):
            note_past(best, row, Body(share, row.get("body")), self._formula)
        volumes = await self._repository.sessions_before(
            exercise.id, self._began, self._workout_id, share
        )
        here = volumes.pop(self._workout_id, None)
        return _Past(best, await self._body(share), max(volumes.values(), default=None), here)

    async def _loads_before(self, exercise: KnownExercise, share: Decimal) -> list[Row]:
        if share:
            return await self._repository.bodily_loads_before(exercise.id, self._began)
        return await self._repository.loads_before(exercise.id, self._began)

    async def _body(self, share: Decimal) -> Body:
        """What is moved of the body now."""
        if not share:
            return Body(share)
        return Body(share, await self._repository.bodyweight(self._workout, self._began.day))

    async def _last_time(self, exercise: KnownExercise) -> LastTime | None:
        rows = await self._repository.last_session(exercise.id, self._began, self._workout_id)
        if not rows:
            return None
        worked = [row for row in rows if row["kind"] != "warmup"] or rows
        return LastTime.model_construct(
            workout_id=rows[0]["workout_id"],
            local_date=rows[0]["local_date"],
            reading=format_sets([_notated(row) for row in worked], exercise.tracking),
        )


class _Past:
    """What was done of an exercise so far: its bests, its most volume in a workout, and its volume in this one."""

    def __init__(
        self, best: Best, body: Body, most_volume: int | None, volume_here: int | None
    ) -> None:
        self.best = best
        self._body = body
        self._most_volume = most_volume
        self._volume_here = volume_here or 0

    def take(self, sets: Iterable[NotatedSet]) -> list[Record]:
        """The records of a line's sets, which from now on belong to the past."""
        done = [each for each in (_done(each, self._body) for each in sets) if each is not None]
        made = self.best.take_line(done)
        volume = sum(each.volume for each in done)
        return [*made, *self._session(volume)]

    def estimate(self, each: NotatedSet, formula: Formula) -> Decimal | None:
        """The e1RM of a set, in thirtieths of 0.01 mg."""
        done = _done(each, self._body)
        if not done or not done.moved:
            return None
        return thirtieths(done.moved, done.reps, done.rpe, formula)

    def _session(self, volume: int) -> list[Record]:
        """The record of this workout, once: when it comes to more than any other did."""
        before = self._volume_here
        self._volume_here += volume
        if not volume or before > (self._most_volume or 0):
            return []
        if self._most_volume is not None and self._volume_here <= self._most_volume:
            return []
        return [Record("session_volume", self._volume_here, previous=self._most_volume)]


class Body(NamedTuple):
    """The part of the body's weight that an exercise moves, and the weight where it is known."""

    share: Decimal
    exact: int | None = None

    def moved(self, mode: str | None, load: int) -> int | None:
        """What is moved with a load, in units of 0.01 mg; None where nobody knows."""
        if mode == "absolute":
            return load
        if not self.share:
            return None
        added, assistance = (load if mode == each else 0 for each in ("added", "assisted"))
        return moved(self.exact, self.share, added=added, assistance=assistance)


def note_past(best: Best, row: Row, body: Body, formula: Formula) -> None:
    """Take one of the groups of sets into which a statement has summed up the past."""
    weight = SIGNS.get(row["load_mode"], 0) * (row["load_exact"] or 0)
    best.note_reps(weight, row["reps"])
    lifted = body.moved(row["load_mode"], row["load_exact"] or 0)
    if lifted is None:
        return
    best.note("set_volume", lifted * row["repetitions"])
    estimate = thirtieths(lifted, row["estimable_reps"], row["rpe"], formula)
    if estimate is not None:
        best.note("e1rm", estimate)


def _done(each: NotatedSet, body: Body) -> Done | None:
    """The set as records see it; None where it doesn't count."""
    load = each.load if isinstance(each.load, Load) else Load("bodyweight")
    exact = exact_mass(load.value or Decimal(0), load.unit or "kg")
    done = Done(
        weight=SIGNS[load.mode] * exact,
        moved=None if isinstance(each.load, RelativeLoad) else body.moved(load.mode, exact),
        reps=each.reps,
        rpe=each.rpe,
        sides=sides(each.side),
        duration_s=each.duration_s,
        distance_m=each.distance_m,
    )
    return done if counts(each.kind, done) else None


def _unit_of(sets: Iterable[NotatedSet]) -> MassUnit:
    """The unit in which a line's loads are told: that of its last one."""
    units = [each.load.unit for each in sets if isinstance(each.load, Load) and each.load.unit]
    return units[-1] if units else "kg"


def _told(record: Record, unit: MassUnit, implements: int) -> LoggedRecord:
    """A record in the unit of its line."""
    value, previous = amounts(record, unit, implements)
    return LoggedRecord.model_construct(
        kind=record.kind,
        value=value,
        unit=unit_of(record, unit),
        reps=record.reps,
        distance=record.distance,
        previous=previous,
        previous_reps=record.previous_reps,
    )


def _notated(row: Row) -> NotatedSet:
    """A row as the notation knows a set."""
    values = {name: row[name] for name in NotatedSet._fields if name != "load"}
    mode = row["load_mode"]
    load = Load(mode, row["load_value"], row["load_unit"]) if mode else None
    return NotatedSet(load=load, **values)
