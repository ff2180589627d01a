"""Logs a line of the set notation: reads it, finds its workout, writes its sets.

Where a line goes: into the open workout; else into the last one of its day, which a set after midnight still
belongs to when the one before was less than four hours earlier; else into a new one. In a workout the sets of an
exercise go on in its last execution while no other exercise came between.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from workout_core.errors import InvalidError, NotationError
from workout_core.exercises.naming import new_exercise
from workout_core.ids import new_id
from workout_core.units import exact_mass, kilograms, round_half_up
from workout_core.workouts.columns import local_place, new_set
from workout_core.workouts.log_schemas import (
    LoggedEntry,
    LoggedSet,
    LoggedWorkout,
    LogRead,
    WorkoutLog,
)
from workout_core.workouts.notation.format import format_entry
from workout_core.workouts.notation.model import Load, NotatedSet, RelativeLoad
from workout_core.workouts.notation.parser import parse
from workout_core.zones import local_zone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_core.accounts.repository import AccountRepository
    from workout_core.db.executor import Row
    from workout_core.exercises.names import KnownExercise
    from workout_core.exercises.repository import ExerciseRepository
    from workout_core.workouts.notation.model import Entry, ParsedLine
    from workout_core.workouts.repository import WorkoutRepository

STILL_GOING: Final = timedelta(hours=4)
FURTHEST: Final = timedelta(days=1)
NOON: Final = time(12)
HUNDREDTH: Final = Decimal("0.01")


class LogService:
    def __init__(
        self,
        repository: WorkoutRepository,
        exercises: ExerciseRepository,
        accounts: AccountRepository,
    ) -> None:
        self._repository = repository
        self._exercises = exercises
        self._accounts = accounts

    async def add(self, data: WorkoutLog) -> LogRead:
        """Add the sets of a line to the open workout, to the day's, or to a new one."""
        profile = await self._accounts.profile()
        names = await self._exercises.index()
        added = new_exercise(data.new, data.tracking, names) if data.new else None
        if added:
            names = await self._exercises.index(added)
        text = f"{data.new} {data.text}" if data.new else data.text
        line = parse(text, names, data.unit or profile["unit"])
        line = replace(
            line, entries=tuple([await self._resolved(entry, data) for entry in line.entries])
        )
        if data.dry_run:
            return _read(line, None, added)
        if added:
            await self._exercises.add_known(added)
        zone = local_zone(data.timezone or profile["timezone"] or "UTC")
        workout = await self._workout(data, zone)
        await self._write(workout, line, data)
        return _read(line, await self._head(workout), added)

    async def _resolved(
        self, entry: Entry[KnownExercise], data: WorkoutLog
    ) -> Entry[KnownExercise]:
        """The entry with loads that refer to others (last, top, a share) worked out."""
        sets: list[NotatedSet] = []
        for each in entry.sets:
            if isinstance(each.load, RelativeLoad):
                load = await self._load(each.load, entry, sets)
                if load is None and not data.dry_run:
                    raise _unknown_base(each.load, entry)
                sets.append(each._replace(load=load or each.load))
            else:
                sets.append(each)
        return replace(entry, sets=tuple(sets))

    async def _load(
        self, load: RelativeLoad, entry: Entry[KnownExercise], before: Sequence[NotatedSet]
    ) -> Load | None:
        if load.base == "top":
            base = _heaviest(before)
        elif load.base == "last":
            row = await self._repository.last_working(entry.exercise.id)
            base = Load(row["load_mode"], row["load_value"], row["load_unit"]) if row else None
        else:
            base = None
        return _moved(base, load) if base else None

    async def _workout(self, data: WorkoutLog, zone: ZoneInfo) -> Row:
        now = self._repository.now
        moment = data.at or (_noon(data.day, zone, now) if data.day else now)
        active = await self._repository.active() if data.day is None else None
        if active and (data.at is None or active["started_at"] <= moment <= now):
            return active
        if moment > now + FURTHEST:
            raise InvalidError("That day is yet to come", hints=["log what was done, when it is"])
        day = moment.astimezone(zone).date()
        for row in await self._repository.newest(day - timedelta(days=1), day):
            if row["source"] is None and _belongs(row, moment, day):
                return row
        return await self._repository.add(
            {"id": new_id(moment), "started_at": moment, **local_place(moment, zone)}
        )

    async def _write(self, workout: Row, line: ParsedLine[KnownExercise], data: WorkoutLog) -> None:
        await self._exercises.use(*(entry.exercise for entry in line.entries))
        performed_at = None if data.day else data.at or self._repository.now
        executions = await self._executions(workout, line)
        for execution, entry in zip(executions, line.entries, strict=True):
            sets = [
                {**_columns(each), "performed_at": performed_at, "raw": entry.raw, "note": None}
                for each in entry.sets
            ]
            await self._repository.add_sets(workout, execution, _chained(sets))
        if line.note:
            note = "\n".join(filter(None, (executions[0]["note"], line.note)))
            await self._repository.change_execution(executions[0], {"note": note})
        last = workout["ended_at"] or workout["started_at"]
        if performed_at and performed_at > last and workout["status"] == "done":
            workout.update(await self._repository.change(workout, {"ended_at": performed_at}))

    async def _executions(self, workout: Row, line: ParsedLine[KnownExercise]) -> Sequence[Row]:
        """The last executions of the workout where they are the line's exercises, else new ones."""
        existing = await self._repository.executions([workout["id"]])
        last = existing[-len(line.entries) :]
        wanted = [entry.exercise.id for entry in line.entries]
        if [row["exercise_id"] for row in last] == wanted and _together(last) == line.superset:
            return last
        groups = [row["superset_group"] or 0 for row in existing]
        group = max(groups, default=0) + 1 if line.superset else None
        first = max((row["position"] for row in existing), default=-1) + 1
        return [
            await self._repository.add_execution(
                workout,
                {
                    "exercise_id": entry.exercise.id,
                    "position": position,
                    "superset_group": group,
                    "raw": entry.raw,
                },
            )
            for position, entry in enumerate(line.entries, first)
        ]

    async def _head(self, workout: Row) -> LoggedWorkout:
        totals = (await self._repository.totals([workout["id"]]))[workout["id"]]
        volume = kilograms(int(totals["volume_exact"]))
        return LoggedWorkout.model_validate(
            {**workout, "sets": totals["sets"], "volume_kg": volume}
        )


def _read(
    line: ParsedLine[KnownExercise], workout: LoggedWorkout | None, added: KnownExercise | None
) -> LogRead:
    entries = [
        LoggedEntry.model_construct(
            exercise=entry.exercise.name,
            exercise_id=entry.exercise.id,
            reading=format_entry(entry),
            sets=[LoggedSet.model_construct(**_columns(each)) for each in entry.sets],
        )
        for entry in line.entries
    ]
    return LogRead.model_construct(
        entries=entries,
        superset=line.superset,
        note=line.note,
        added=added.name if added else None,
        workout=workout,
    )


def _columns(each: NotatedSet) -> dict[str, Any]:
    load = each.load
    mode = load.base if isinstance(load, RelativeLoad) else load and load.mode
    return {
        **{name: getattr(each, name) for name in LoggedSet.model_fields if hasattr(each, name)},
        "load_mode": mode,
        "load_value": load.value if load else None,
        "load_unit": load.unit if load and load.unit != "%" else None,
    }


def _chained(sets: Sequence[dict[str, Any]]) -> Sequence[dict[str, Any]]:
    """The sets as rows, drop and rest-pause sets tied to the one that they follow."""
    rows: list[dict[str, Any]] = []
    head = None
    for each in sets:
        row = new_set(each)
        if row["kind"] in ("drop", "restpause"):
            row["parent_set_id"] = head
        else:
            head = row["id"]
        rows.append({"parent_set_id": None, **row})
    return rows


def _heaviest(sets: Sequence[NotatedSet]) -> Load | None:
    loads = [each.load for each in sets if isinstance(each.load, Load) and each.load.value]
    return max(loads, key=_heft, default=None)


def _heft(load: Load) -> int:
    """A load in units of 0.01 mg, help counted as less than nothing."""
    exact = exact_mass(load.value or Decimal(0), load.unit or "kg")
    return -exact if load.mode == "assisted" else exact


def _moved(base: Load, by: RelativeLoad) -> Load:
    """A load changed by an amount or a share, in the unit of the base."""
    if by.value is None or base.value is None:
        return base
    if by.unit == "%":
        value = round_half_up(base.value * (100 + by.value) / 100, HUNDREDTH)
    elif by.unit == base.unit:
        value = base.value + by.value
    else:
        raise InvalidError(
            f"That load is in {base.unit}, so {by.unit} cannot be added to it",
            hints=[f"write the step in {base.unit}"],
        )
    if value < 0:
        raise InvalidError("That load would be below nothing")
    return base._replace(value=value)


def _unknown_base(load: RelativeLoad, entry: Entry[KnownExercise]) -> NotationError:
    name = entry.exercise.name
    reason = {
        "last": f"{name} has no earlier set to take the load from",
        "top": f"No set of {name} stands before it in this line to take the load from",
        "percent": f"{name} has no training max to take a share of",
    }[load.base]
    return NotationError(reason, code="E_NO_BASE", column=1, hints=["write the load itself"])


def _belongs(workout: Row, moment: datetime, day: date) -> bool:
    if workout["status"] != "done":
        return False
    last = workout["ended_at"] or workout["started_at"]
    return bool(
        workout["local_date"] == day or workout["started_at"] <= moment <= last + STILL_GOING
    )


def _together(executions: Sequence[Row]) -> bool:
    groups = {row["superset_group"] for row in executions}
    return len(executions) > 1 and len(groups) == 1 and None not in groups


def _noon(day: date, zone: ZoneInfo, now: datetime) -> datetime:
    """The middle of a day, or now where the day isn't over."""
    if day == now.astimezone(zone).date():
        return now
    return datetime.combine(day, NOON, zone).astimezone(UTC)
