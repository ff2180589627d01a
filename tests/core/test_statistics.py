"""Records and statistics through their services, on every backend."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.undoing import undo
from workout_core.body.schemas import MeasurementCreate
from workout_core.exercises.schemas import ExerciseReference
from workout_core.statistics.schemas import RecordFilters
from workout_core.workouts.inputs import ExecutionCreate, SetCreate, SetUpdate, WorkoutCreate

if TYPE_CHECKING:
    from uuid import UUID

    from workout_core.backend import Backend
    from workout_core.statistics.schemas import RecordRead

VECTORS: Final = Path(__file__).with_name("vectors")
LOG: Final = json.loads((VECTORS / "personal_records.json").read_text(encoding="utf-8"))
NAMES: Final = {"bench": "Bench Press", "pullup": "Pull-Up", "plank": "Plank", "run": "Run"}


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def set_of(each: dict[str, Any]) -> SetCreate:
    values: dict[str, Any] = {"kind": {"normal": "working"}.get(each["type"], each["type"])}
    if "w" in each:
        mode = "added" if each["ex"] == "pullup" else "absolute"
        values |= {"load_value": Decimal(each["w"]), "load_unit": each["u"], "load_mode": mode}
    names = {"r": "reps", "dur": "duration_s", "dist": "distance_m"}
    return SetCreate(**values, **{name: each[key] for key, name in names.items() if key in each})


class Log:
    """The log of the vectors, kept through the services."""

    def __init__(self, backend: Backend) -> None:
        self.backend = backend
        self.sets: dict[UUID, str] = {}
        self.workouts: dict[UUID, str] = {}

    async def write(self) -> None:
        async with self.backend.services() as services:
            for each in LOG["log"]["bodyweight"]:
                value = {"value": Decimal(each["kg"]), "unit": "kg"}
                at = moment(f"{each['date']}T07:00")
                await services.body.create(
                    MeasurementCreate(type="weight", measured_at=at, **value)
                )
            for workout in sorted(LOG["log"]["workouts"], key=lambda each: each["id"] == "w3"):
                await self.add(services, workout)

    async def add(self, services: Any, workout: dict[str, Any]) -> None:
        """The workout; sets of an exercise that are not beside each other are executions of their own."""
        executions: list[ExecutionCreate] = []
        names: list[str] = []
        for each in workout["sets"]:
            if not names or names[-1] != each["ex"]:
                found = await services.exercises.find(ExerciseReference(name=NAMES[each["ex"]]))
                executions.append(ExecutionCreate(exercise_id=found.id, sets=[]))
                names.append(each["ex"])
            sets = [*executions[-1].sets, set_of(each)]
            executions[-1] = executions[-1].model_copy(update={"sets": sets})
        data = WorkoutCreate(
            started_at=moment(workout["start"]), timezone="UTC", exercise_executions=executions
        )
        made = await services.workouts.create(data)
        self.workouts[made.id] = workout["id"]
        kept = [each for execution in made.exercise_executions for each in execution.sets]
        self.sets |= {one.id: each["id"] for one, each in zip(kept, workout["sets"], strict=True)}

    async def place(self, name: str) -> tuple[UUID, UUID, UUID]:
        """The workout, the execution and the id of a set."""
        wanted = next(key for key, each in self.sets.items() if each == name)
        async with self.backend.services(readonly=True) as services:
            for workout_id in self.workouts:
                for execution in (await services.workouts.get(workout_id)).exercise_executions:
                    if wanted in [each.id for each in execution.sets]:
                        return workout_id, execution.id, wanted
        raise AssertionError(name)

    async def change(self, name: str, **values: Any) -> None:
        place = await self.place(name)
        async with self.backend.services() as services:
            await services.sets.update(*place, SetUpdate(**values))

    async def records(self, **filters: Any) -> list[RecordRead]:
        async with self.backend.services(readonly=True) as services:
            found = await services.records.list(RecordFilters(size=100, **filters))
        assert found.total == len(found.items)
        return list(found.items)

    async def told(self) -> list[tuple[Any, ...]]:
        """The records as the vectors tell them."""
        slugs = {name.casefold(): slug for slug, name in NAMES.items()}
        return sorted(
            (
                str(each.set_id and self.sets[each.set_id]),
                self.workouts[each.workout_id],
                slugs[each.exercise.name.casefold()],
                each.kind,
                *_values(each),
            )
            for each in await self.records()
        )


def _values(each: RecordRead) -> tuple[str, str]:
    """The value and what was before it, masses in kilograms to 10 g."""
    to_kg = 1 if each.value_kg is None else each.value_kg / each.value if each.value else 1
    before = None if each.previous is None else f"{each.previous * to_kg:.1f}"
    value = f"{each.value_kg if each.value_kg is not None else each.value:.1f}"
    if each.kind != "rep_pr":
        return value, str(before)
    return f"{value} x {each.reps}", "None" if each.first else f"{before}, {each.previous_reps}"


def _expected(event: dict[str, Any]) -> tuple[Any, ...]:
    def kg(text: str | None) -> str:
        if text is None:
            return "None"
        number, _, unit = text.partition(" ")
        return f"{Decimal(number) * (Decimal('0.45359237') if unit == 'lb' else 1):.1f}"

    value, previous = event["value"], event["previous"]
    place = (str(event["set"]), event["workout"], event["exercise"], event["kind"])
    if event["kind"] != "rep_pr":
        return (*place, kg(value), kg(previous))
    weight, reps = value.split(" x ")
    before = "None"
    if previous:
        before = f"{kg(previous['best_weight_at_reps'])}, {previous['best_reps_at_weight']}"
    return (*place, f"{kg(weight)} x {reps}", before)


def events_of(scenario: str) -> list[tuple[Any, ...]]:
    [found] = [each for each in LOG["scenarios"] if each["name"] == scenario]
    return sorted(map(_expected, found["events"]))


async def test_records_are_those_of_the_vectors_whatever_changes(backend: Backend) -> None:
    """Back-dated (w3 is written last), edited, deleted, tagged anew, and each taken back."""
    log = Log(backend)
    await log.write()
    assert await log.told() == events_of("base")
    await log.change("s5", load_value=Decimal(85), load_unit="kg")
    assert await log.told() == events_of("edit_s5_to_85kg")
    await undo(backend)
    await log.change("s10", kind="working")
    assert await log.told() == events_of("s10_not_warmup")
    await undo(backend)
    w3 = next(key for key, name in log.workouts.items() if name == "w3")
    async with backend.services() as services:
        await services.workouts.delete(w3)
    assert await log.told() == events_of("delete_w3")
    await undo(backend)
    assert await log.told() == events_of("base")
