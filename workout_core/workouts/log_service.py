"""Logs a line of the set notation: reads it, finds its workout, writes its sets, compares them with the past.

In a workout the sets of an exercise go on in its last execution while no other exercise came between.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from workout_core.errors import InvalidError, NotationError, NotFoundError
from workout_core.exercises.naming import new_exercise
from workout_core.ids import new_id
from workout_core.schemas import clean
from workout_core.units import kilograms
from workout_core.workouts.columns import chained, local_place
from workout_core.workouts.echo import Echo
from workout_core.workouts.loading import PlateFinder, share_of
from workout_core.workouts.loads import LoadResolver
from workout_core.workouts.log_schemas import (
    LoggedEntry,
    LoggedLine,
    LoggedSet,
    LoggedWorkout,
    LogLinesRead,
    LogRead,
    RefusedLine,
    WorkoutLog,
    WorkoutLogLines,
)
from workout_core.workouts.notation.format import format_entry
from workout_core.workouts.notation.model import RelativeLoad, Units
from workout_core.workouts.notation.parser import parse
from workout_core.workouts.placing import place_in, place_of
from workout_core.workouts.planned import is_only_planned, planned_for, targets
from workout_core.zones import local_zone

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workout_core.accounts.repository import AccountRepository
    from workout_core.db.executor import Row
    from workout_core.errors import WorkoutError
    from workout_core.exercises.names import KnownExercise, NameIndex
    from workout_core.exercises.repository import ExerciseRepository
    from workout_core.workouts.echo import Compared
    from workout_core.workouts.log_schemas import LogContext
    from workout_core.workouts.notation.model import Entry, Load, NotatedSet, ParsedLine
    from workout_core.workouts.repository import WorkoutRepository

UNDO: Final = "workout undo"
LONGEST_SHOWN: Final = 200


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
        return await self._logged(data.text, data)

    async def add_to(self, workout_id: UUID, data: WorkoutLog) -> LogRead:
        """Add the sets of a line to a workout, open or done."""
        workout = await self._repository.by_id(workout_id)
        if workout is None:
            raise NotFoundError(f"There is no workout {workout_id}")
        return await self._logged(data.text, data, workout)

    async def add_lines(self, data: WorkoutLogLines) -> LogLinesRead:
        """Add the sets of several lines, one after another; if one is refused, none is added."""
        items: list[LoggedLine] = []
        refused: list[tuple[RefusedLine, WorkoutError]] = []
        for number, text in enumerate(data.lines, 1):
            if is_silent(text):
                continue
            try:
                read = await self._logged(text, data)
            except (InvalidError, NotFoundError) as error:
                refused.append((_refused(number, text, error), error))
            else:
                items.append(LoggedLine.model_construct(**dict(read), line=number))
        if refused:
            raise _all_refused(refused)
        return LogLinesRead.model_construct(
            schema_="workout.LogRead/1", items=items, total=len(items), errors=[]
        )

    async def _logged(self, text: str, data: LogContext, into: Row | None = None) -> LogRead:
        profile = await self._accounts.profile()
        names = await self._exercises.index()
        added = new_exercise(data.new, data.tracking, names) if data.new else None
        if added:
            names = await self._exercises.index(added)
        line = _parsed(text, data, names, Units(data.unit, data.usual_unit or profile["unit"]))
        zone = local_zone(data.timezone or profile["timezone"] or "UTC")
        place = (
            place_in(into, data, self._repository.now)
            if into
            else await place_of(self._repository, data, zone)
        )
        own = {entry.exercise.id: await self._own(entry) for entry in line.entries}
        plates = PlateFinder(data.kit, await self._repository.gym())
        began = place.began(zone)
        loads = LoadResolver(self._repository, self._exercises, own, began.day, plates)
        resolved = [await loads.of(entry, strict=not data.dry_run) for entry in line.entries]
        line = replace(line, entries=tuple(resolved))
        echo = Echo(self._repository, place.workout, began, data.formula)
        compared = [
            await echo.of(entry, share_of(entry.exercise, own[entry.exercise.id]))
            for entry in line.entries
        ]
        entries = _entries(line, compared, own, plates, loads.wanted)
        forgotten = await self._head(place.forgotten) if place.forgotten else None
        if data.dry_run:
            return _read(line, entries, None, forgotten, added)
        if added:
            await self._exercises.add_known(added)
        workout = place.workout or await self._new_workout(place.moment, zone)
        await self._write(workout, line, place.performed_at)
        return _read(line, entries, await self._head(workout), forgotten, added)

    async def _own(self, entry: Entry[KnownExercise]) -> Row | None:
        return await self._exercises.by_id(entry.exercise.id)

    async def _new_workout(self, moment: datetime, zone: ZoneInfo) -> Row:
        return await self._repository.add(
            {"id": new_id(moment), "started_at": moment, **local_place(moment, zone)}
        )

    async def _write(
        self, workout: Row, line: ParsedLine[KnownExercise], performed_at: datetime | None
    ) -> None:
        await self._exercises.use(*(entry.exercise for entry in line.entries))
        executions = await self._executions(workout, line)
        for execution, entry in zip(executions, line.entries, strict=True):
            sets = [
                {**_columns(each), "performed_at": performed_at, "raw": entry.raw, "note": None}
                for each in entry.sets
            ]
            aims = await self._aims(execution, len(sets))
            rows = [{**row, **aim} for row, aim in zip(chained(sets), aims, strict=True)]
            await self._repository.add_sets(workout, execution, rows)
        if line.note:
            note = "\n".join(filter(None, (executions[0]["note"], line.note)))
            await self._repository.change_execution(executions[0], {"note": note})
        last = workout["ended_at"] or workout["started_at"]
        if performed_at and performed_at > last and workout["status"] == "done":
            workout.update(await self._repository.change(workout, {"ended_at": performed_at}))

    async def _aims(self, execution: Row, count: int) -> Sequence[Row]:
        """What was planned for the next sets of an execution, as columns of them."""
        plan = execution["plan"]
        done = len(await self._repository.sets_of(execution["id"])) if plan else 0
        return [targets(plan, done + place) for place in range(count)]

    async def _executions(self, workout: Row, line: ParsedLine[KnownExercise]) -> Sequence[Row]:
        """Those that are planned, or the last that were done, where they are the line's exercises; else new ones."""
        existing = await self._repository.executions([workout["id"]])
        wanted = [entry.exercise.id for entry in line.entries]
        done = existing
        if any(row["plan"] is not None for row in existing):
            sets = await self._repository.sets([workout["id"]])
            if planned := planned_for(existing, sets, wanted):
                return planned
            begun = {row["execution_id"] for row in sets}
            done = [row for row in existing if not is_only_planned(row, begun)]
        last = done[-len(line.entries) :]
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
        volume = kilograms(totals.exact)
        known = {name: workout[name] for name in LoggedWorkout.model_fields if name in workout}
        return LoggedWorkout.model_construct(**known, sets=totals.sets, volume_kg=volume)


def is_silent(text: str) -> bool:
    """Whether a line of several says nothing: it is empty, or begins with #."""
    text = text.strip()
    return not text or text.startswith("#")


def _parsed(
    text: str, data: LogContext, names: NameIndex, units: Units
) -> ParsedLine[KnownExercise]:
    """The line as it is read; one of a new exercise says its sets, and is refused as it was typed."""
    if not data.new:
        return parse(text, names, units)
    name = f"{data.new} "
    try:
        return parse(name + text, names, units)
    except NotationError as error:
        told = {
            **error.details,
            "column": max(1, error.details["column"] - len(name)),
            "hints": [each.removeprefix(name) for each in error.hints],
            "line": error.details["line"].removeprefix(name),
        }
        raise type(error)(error.message, **told) from error


def _refused(number: int, text: str, error: WorkoutError) -> RefusedLine:
    return RefusedLine.model_construct(
        line=number,
        text=clean(text[:LONGEST_SHOWN]),
        error=error.message,
        type=error.code,
        details=error.details or None,
    )


def _all_refused(refused: Sequence[tuple[RefusedLine, WorkoutError]]) -> WorkoutError:
    """The first refusal, with all of them in its details."""
    told, error = refused[0]
    details = {**error.details, "errors": [dict(each) for each, _ in refused]}
    return type(error)(f"Line {told.line}: {error.message}", **details)


def _entries(
    line: ParsedLine[KnownExercise],
    compared: Sequence[Compared],
    own: Mapping[UUID, Row | None],
    plates: PlateFinder,
    wanted: Sequence[Sequence[Load | None]],
) -> list[LoggedEntry]:
    return [
        LoggedEntry.model_construct(
            exercise=entry.exercise.name,
            exercise_id=entry.exercise.id,
            reading=format_entry(entry),
            sets=[
                LoggedSet.model_construct(
                    **_columns(each),
                    plates=plates.of(each.load, entry.exercise, own[entry.exercise.id]),
                    wanted_value=asked and asked.value,
                    wanted_unit=asked and asked.unit,
                )
                for each, asked in zip(entry.sets, asked_of, strict=True)
            ],
            **found._asdict(),
        )
        for entry, found, asked_of in zip(line.entries, compared, wanted, strict=True)
    ]


def _read(
    line: ParsedLine[KnownExercise],
    entries: list[LoggedEntry],
    workout: LoggedWorkout | None,
    forgotten: LoggedWorkout | None,
    added: KnownExercise | None,
) -> LogRead:
    return LogRead.model_construct(
        entries=entries,
        superset=line.superset,
        note=line.note,
        added=added.name if added else None,
        workout=workout,
        forgotten=forgotten,
        undo=UNDO if workout else None,
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


def _together(executions: Sequence[Row]) -> bool:
    groups = {row["superset_group"] for row in executions}
    return len(executions) > 1 and len(groups) == 1 and None not in groups
