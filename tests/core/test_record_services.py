"""Records through their service, on every backend."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, Final

from tests.core.explained import excluded
from tests.undoing import undo
from workout_core.body.schemas import MeasurementCreate
from workout_core.exercises.schemas import ExerciseReference
from workout_core.statistics.recording import done_of
from workout_core.statistics.schemas import (
    PeriodFilters,
    RecordFilters,
)
from workout_core.training.record_amounts import amounts
from workout_core.training.records import Best, counts
from workout_core.units import exact_mass
from workout_core.workouts.inputs import ExecutionCreate, SetCreate, SetUpdate, WorkoutCreate

if TYPE_CHECKING:
    from collections.abc import Iterator
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


async def test_records_are_those_of_one_look_at_every_set(backend: Backend) -> None:
    """Logged in any order and any zone, so that what began first may stand under a later day."""
    random = Random(9)
    hours = random.sample(range(72), 14)
    workouts = {hour: [any_set(random, hour) for _ in range(4)] for hour in hours}
    for hour, sets in workouts.items():
        await begun(backend, hour, random.choice(ZONES), sets)
    async with backend.services(readonly=True) as services:
        found = await services.records.list(RecordFilters(size=100))
        shorter = await services.records.list(RecordFilters(size=100, kind="rep_pr"))
    told = [(each.started_at, each.kind, each.reps, each.value, each.first) for each in found.items]
    expected = list(events_by_definition(workouts))
    assert len(expected) > 20
    assert sorted(told, key=str) == sorted(expected, key=str)
    heaviest = [each.value for each in found.items if each.kind == "max_weight"]
    assert heaviest == sorted(heaviest, reverse=True)
    every = [each for sets in workouts.values() for each in sets]
    warmups = sum(each.kind == "warmup" for each in every)
    empty = sum(each.kind != "warmup" and each.reps == 0 for each in every)
    assert found.explain.counted == len(every) - warmups - empty
    assert excluded(found.explain)["warm-up"] == warmups
    assert [each for each in found.items if each.kind == "rep_pr"] == list(shorter.items)


ZONES: Final = ("Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC")


def any_set(random: Random, hour: int) -> SetCreate:
    return SetCreate(
        kind=random.choice(("working", "working", "warmup", "drop")),
        load_value=Decimal(60 + hour // 2 + random.choice((0, 2, 5))),
        load_unit="kg",
        load_mode="absolute",
        reps=random.choice((0, 1, 3, 5, 8, 14)),
        rpe=random.choice((None, Decimal(7), Decimal("8.5"))),
        side=random.choice((None, None, "each")),
    )


def begin_of(hour: int) -> datetime:
    return moment("2026-03-16T00:00") + timedelta(hours=hour)


async def begun(backend: Backend, hour: int, zone: str, sets: list[SetCreate]) -> None:
    async with backend.services() as services:
        bench = await services.exercises.find(ExerciseReference(name="bench"))
        await services.workouts.create(
            WorkoutCreate(
                started_at=begin_of(hour),
                timezone=zone,
                exercise_executions=[ExecutionCreate(exercise_id=bench.id, sets=sets)],
            )
        )


def events_by_definition(workouts: dict[int, list[SetCreate]]) -> Iterator[tuple[Any, ...]]:
    best = Best()
    for hour in sorted(workouts):
        made = [
            record
            for each in workouts[hour]
            for done in [
                done_of({**each.model_dump(), "load_exact": mass(each)}, None, weighted=True)
            ]
            if counts(each.kind, done)
            for record in best.take(done)
        ]
        made += [each for each in [best.end_session()] if each]
        for each in made:
            value, _ = amounts(each, "kg")
            yield begin_of(hour), each.kind, each.reps, value, each.first


def mass(each: SetCreate) -> int:
    assert each.load_value is not None
    return exact_mass(each.load_value, "kg")


async def test_the_records_of_some_days_are_among_all(backend: Backend) -> None:
    """Of weights, repetitions, times and distances; what was done for the first time is none of them."""
    log = Log(backend)
    await log.write()
    kinds = {"max_weight", "rep_pr", "longest_duration", "longest_distance", "fastest"}
    every = [each for each in await log.records() if each.kind in kinds and not each.first]
    days = sorted({each.local_date for each in every})
    assert len(days) > 2
    for since, until in ((days[0], days[-1]), (days[1], days[-2]), (days[1], days[1])):
        async with backend.services(readonly=True) as services:
            found = await services.records.between(PeriodFilters(since=since, until=until))
        expected = [each for each in every if since <= each.local_date <= until]
        told = [
            [(each.set_id, each.kind, each.value) for each in some]
            for some in (found.items, expected)
        ]
        assert sorted(told[0], key=str) == sorted(told[1], key=str)
        assert found.total == len(expected)
