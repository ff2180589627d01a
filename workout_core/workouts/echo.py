"""What a line comes to, beside what was done before: e1RM, records, the last time.

Everything is compared with what was done before the workout that the line goes into, and earlier in that workout: a
line of last week is no worse for what came since. Of lifts with body weight only the load that was added, or the help,
is known here, so they have no e1RM and no volume.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from workout_core.training.one_rep_max import thirtieths
from workout_core.training.record_amounts import amount, estimated, unit_of
from workout_core.training.records import Best, Done, Record, counts
from workout_core.units import exact_mass
from workout_core.vocabulary import sides
from workout_core.workouts.log_schemas import LastTime, LoggedRecord
from workout_core.workouts.notation.format import format_sets
from workout_core.workouts.notation.model import Load, NotatedSet

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from workout_core.db.executor import Row
    from workout_core.exercises.names import KnownExercise
    from workout_core.vocabulary import MassUnit
    from workout_core.workouts.notation.model import Entry
    from workout_core.workouts.repository import Began, WorkoutRepository

SIGNS: Final = {"absolute": 1, "added": 1, "assisted": -1, "bodyweight": 0}


class Compared(NamedTuple):
    """What an entry comes to."""

    e1rm_kg: Decimal | None
    e1rm_change_kg: Decimal | None
    records: list[LoggedRecord]
    last_time: LastTime | None


class Echo:
    """Compares the entries of a line, one after another, with what was done before them."""

    def __init__(self, repository: WorkoutRepository, workout_id: UUID, began: Began) -> None:
        self._repository = repository
        self._workout_id = workout_id
        self._began = began
        self._pasts: dict[UUID, _Past] = {}

    async def of(self, entry: Entry[KnownExercise]) -> Compared:
        """What an entry comes to."""
        past = await self._past(entry.exercise)
        before = past.best.e1rm
        made = past.take(entry.sets)
        estimates = [_estimate(each) for each in entry.sets if each.kind != "warmup"]
        best = max((each for each in estimates if each is not None), default=None)
        return Compared(
            e1rm_kg=None if best is None else estimated(best, "kg"),
            e1rm_change_kg=None
            if best is None or before is None
            else estimated(best, "kg") - estimated(before, "kg"),
            records=[_told(each, _unit_of(entry.sets)) for each in made],
            last_time=await self._last_time(entry.exercise),
        )

    async def _past(self, exercise: KnownExercise) -> _Past:
        if exercise.id not in self._pasts:
            self._pasts[exercise.id] = await self._read(exercise)
        return self._pasts[exercise.id]

    async def _read(self, exercise: KnownExercise) -> _Past:
        best = Best()
        if not exercise.tracking.endswith("reps"):
            for row in await self._repository.efforts_before(exercise.id, self._began):
                done = Done(
                    weight=row["load_exact"],
                    duration_s=row["duration_s"],
                    distance_m=row["distance_m"],
                )
                best.take(done)
            return _Past(best, None, None)
        for row in await self._repository.loads_before(exercise.id, self._began):
            _note(best, row)
        volumes = await self._repository.sessions_before(exercise.id, self._began, self._workout_id)
        here = volumes.pop(self._workout_id, None)
        return _Past(best, max(volumes.values(), default=None), here)

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

    def __init__(self, best: Best, most_volume: int | None, volume_here: int | None) -> None:
        self.best = best
        self._most_volume = most_volume
        self._volume_here = volume_here or 0

    def take(self, sets: Iterable[NotatedSet]) -> list[Record]:
        """The records of a line's sets, which from now on belong to the past."""
        done = [each for each in map(_done, sets) if each is not None]
        made = self.best.take_line(done)
        volume = sum(each.volume for each in done)
        return [*made, *self._session(volume)]

    def _session(self, volume: int) -> list[Record]:
        """The record of this workout, once: when it comes to more than any other did."""
        before = self._volume_here
        self._volume_here += volume
        if not volume or before > (self._most_volume or 0):
            return []
        if self._most_volume is not None and self._volume_here <= self._most_volume:
            return []
        return [Record("session_volume", self._volume_here, previous=self._most_volume)]


def _note(best: Best, row: Row) -> None:
    """Take one of the groups of sets into which a statement has summed up the past."""
    weight = SIGNS.get(row["load_mode"], 0) * (row["load_exact"] or 0)
    best.note_reps(weight, row["reps"])
    if row["load_mode"] != "absolute":
        return
    best.note("set_volume", weight * row["repetitions"])
    estimate = thirtieths(weight, row["estimable_reps"], row["rpe"])
    if estimate is not None:
        best.note("e1rm", estimate)


def _done(each: NotatedSet) -> Done | None:
    """The set as records see it; None where it doesn't count."""
    load = each.load if isinstance(each.load, Load) else Load("bodyweight")
    exact = exact_mass(load.value or Decimal(0), load.unit or "kg")
    done = Done(
        weight=SIGNS[load.mode] * exact,
        moved=exact if load.mode == "absolute" else None,
        reps=each.reps,
        rpe=each.rpe,
        sides=sides(each.side),
        duration_s=each.duration_s,
        distance_m=each.distance_m,
    )
    return done if counts(each.kind, done) else None


def _estimate(each: NotatedSet) -> Decimal | None:
    done = _done(each)
    return thirtieths(done.moved, done.reps, done.rpe) if done and done.moved else None


def _unit_of(sets: Iterable[NotatedSet]) -> MassUnit:
    """The unit in which a line's loads are told: that of its last one."""
    units = [each.load.unit for each in sets if isinstance(each.load, Load) and each.load.unit]
    return units[-1] if units else "kg"


def _told(record: Record, unit: MassUnit) -> LoggedRecord:
    """A record in the unit of its line."""
    return LoggedRecord.model_construct(
        kind=record.kind,
        value=amount(record, record.value, unit),
        unit=unit_of(record, unit),
        reps=record.reps,
        distance=record.distance,
        previous=None if record.previous is None else amount(record, record.previous, unit),
        previous_reps=record.previous_reps,
    )


def _notated(row: Row) -> NotatedSet:
    """A row as the notation knows a set."""
    values = {name: row[name] for name in NotatedSet._fields if name != "load"}
    mode = row["load_mode"]
    load = Load(mode, row["load_value"], row["load_unit"]) if mode else None
    return NotatedSet(load=load, **values)
