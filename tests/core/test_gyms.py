"""Gyms through their service, and what is logged in them; on every backend."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.undoing import redo, state, undo
from workout_core.errors import AmbiguousError, DuplicateError, InvalidError, NotFoundError
from workout_core.exercises.schemas import ExerciseReference, TrainingMaxSet
from workout_core.gyms.schemas import GymCreate, GymReference, GymUpdate
from workout_core.workouts.log_schemas import Kit, WorkoutLog

if TYPE_CHECKING:
    from workout_core.backend import Backend
    from workout_core.gyms.schemas import GymRead
    from workout_core.workouts.log_schemas import LoggedSet

MONDAY: Final = datetime(2026, 3, 2, 18, tzinfo=UTC)


async def added(backend: Backend, name: str, **gear: Any) -> GymRead:
    async with backend.services() as services:
        return await services.gyms.create(GymCreate(name=name, **gear))


async def used(backend: Backend, name: str) -> GymRead:
    async with backend.services() as services:
        found = await services.gyms.find(GymReference(text=name))
        return await services.gyms.use(found.id)


async def logged(backend: Backend, text: str, **values: Any) -> list[LoggedSet]:
    data = WorkoutLog(text=text, at=MONDAY, **values)
    async with backend.services() as services:
        return (await services.log.add(data)).entries[0].sets


async def names(backend: Backend) -> list[tuple[str, bool]]:
    async with backend.services(readonly=True) as services:
        return [(each.name, each.in_use) for each in (await services.gyms.list()).items]


def read(each: LoggedSet) -> tuple[Any, ...]:
    return each.load_value, each.load_unit, each.wanted_value, each.wanted_unit


def sides(each: LoggedSet) -> tuple[Any, ...] | None:
    plates = each.plates
    return (plates.bar, plates.per_side, plates.shortfall) if plates else None


async def test_one_gym_is_in_use_and_all_is_undone(backend: Backend) -> None:
    home = await added(backend, "Home", plates="20x4, 10".replace(",", ""), bars="20  15")
    assert (home.in_use, home.plates, home.bars) == (True, "20x4 10 kg", "20 15 kg")
    await added(backend, "Work  Out", stack="5..100/5 lb", unit="kg")
    assert await names(backend) == [("Home", True), ("Work  Out", False)]
    before = await state(backend)
    await used(backend, "work out")
    async with backend.services() as services:
        await services.gyms.update(home.id, GymUpdate(plates=None, dumbbells="2..6/2", unit="lb"))
        changed = await services.gyms.get(home.id)
        assert (changed.plates, changed.dumbbells, changed.bars) == (None, "2..6/2 lb", "20 15 kg")
    assert await names(backend) == [("Home", False), ("Work  Out", True)]
    async with backend.services() as services:
        await services.gyms.delete((await services.gyms.find(GymReference(text="wor"))).id)
    assert await names(backend) == [("Home", False)]
    await undo(backend, 3)
    assert await state(backend) == before
    await redo(backend, 3)
    assert await names(backend) == [("Home", False)]
    again = await added(backend, "work out")
    assert not again.in_use


async def test_plates_are_in_the_unit_of_their_bars(backend: Backend) -> None:
    usa = await added(backend, "USA", bars="45 lb", plates="45x8 25x2", dumbbells="5..50/5")
    assert (usa.plates, usa.dumbbells) == ("45x8 25x2 lb", "5..50/5 lb")
    back = await added(backend, "Back", bars="45", plates="45x8 lb", stack="5..50/5 kg", unit="kg")
    assert (back.bars, back.stack) == ("45 lb", "5..50/5 kg")


async def test_what_is_no_gym_is_refused(backend: Backend) -> None:
    home = await added(backend, "Home")
    await added(backend, "Hometown")
    with pytest.raises(DuplicateError, match="'Home' already"):
        await added(backend, " HOME ")
    for gear in ({"plates": "300"}, {"bars": "x"}, {"stack": "9..1/1"}):
        with pytest.raises(InvalidError):
            await added(backend, "New", **gear)
    async with backend.services() as services:
        assert await services.gyms.find(GymReference(text="home")) == home
        with pytest.raises(AmbiguousError):
            await services.gyms.find(GymReference(text="ho"))
        with pytest.raises(NotFoundError) as refused:
            await services.gyms.find(GymReference(text="hame"))
        assert "Home" in refused.value.hints
        with pytest.raises(DuplicateError):
            await services.gyms.update(home.id, GymUpdate(name="hometown"))


async def test_the_gym_in_use_loads_the_bar(backend: Backend) -> None:
    """It goes before the plates of the settings, until it is left or says nothing of plates."""
    kit = Kit(plates_kg="25", plates_lb="45")
    [usual] = await logged(backend, "bench 70x5", kit=kit)
    assert sides(usual) == (20, [25], 0)
    gym = await added(backend, "Home", plates="20x2 10x2", bars="20 7.5", unit="kg")
    heavy, light = await logged(backend, "bench 100kgx1 10kgx5", kit=kit)
    assert sides(heavy) == (20, [20, 10], 20)
    assert sides(light) == (Decimal("7.5"), [], Decimal("2.5"))
    assert read(heavy) == (100, "kg", None, None)  # what was done is never rounded
    [pounds] = await logged(backend, "bench 180lbx5", kit=kit)
    assert sides(pounds) == (20, [20, 10], Decimal("3.63019025"))
    async with backend.services() as services:
        await services.gyms.update(gym.id, GymUpdate(plates=None))
    [of_kit] = await logged(backend, "bench 70x5", kit=kit)
    assert sides(of_kit) == (20, [25], 0)


async def test_loads_that_are_worked_out_are_rounded_to_what_is_there(backend: Backend) -> None:
    async with backend.services() as services:
        bench = (await services.exercises.find(ExerciseReference(name="bench"))).id
        load = TrainingMaxSet(value=Decimal(101), unit="kg", since=MONDAY.date())
        await services.training_maxes.set(bench, load)
    [free] = await logged(backend, "bench 83%x5")
    assert read(free) == (Decimal("83.83"), "kg", None, None)
    await added(
        *(backend, "Home"),
        plates="20x4 10x2 5x2 kg",
        bars="20 kg",
        dumbbells="5..50/5 lb",
    )
    share, step, same = await logged(backend, "bench 83%x5 top+7x3 topx3")
    assert read(share) == (80, "kg", Decimal("83.83"), "kg")
    assert read(step) == (90, "kg", 87, "kg")
    assert read(same) == (90, "kg", None, None)
    assert sides(step) == (20, [20, 10, 5], 0)
    await logged(backend, "lateral raise 10kgx10")
    [raised] = await logged(backend, "lateral raise last+2.5x10")
    assert read(raised) == (30, "lb", Decimal("12.5"), "kg")
    _, bodily = await logged(backend, "pullup +10kgx5 top+1.3x5", dry_run=True)
    assert read(bodily) == (Decimal("11.3"), "kg", None, None)
    async with backend.services() as services:
        await services.gyms.leave()
    [left] = await logged(backend, "bench last+1.3x5")
    assert read(left) == (Decimal("91.3"), "kg", None, None)


async def test_loads_are_rounded_to_plates_of_another_unit(backend: Backend) -> None:
    """They become what is loaded, in its unit; of a bar and plates in two units they stay in their own."""
    async with backend.services() as services:
        bench = (await services.exercises.find(ExerciseReference(name="bench"))).id
        load = TrainingMaxSet(value=Decimal(100), unit="kg", since=MONDAY.date())
        await services.training_maxes.set(bench, load)
    gym = await added(backend, "Garage", plates="45 25 10 5 lb", unit="kg")
    [share] = await logged(backend, "bench 83%x5")
    assert read(share) == (185, "lb", 83, "kg")
    assert sides(share) == (45, [45, 25], 0)
    [typed] = await logged(backend, "bench 100kgx5")
    assert read(typed) == (100, "kg", None, None)
    assert sides(typed) == (45, [45, 45], Decimal("-2.05828325"))
    async with backend.services() as services:
        await services.gyms.update(gym.id, GymUpdate(bars="20", unit="kg"))
    [mixed] = await logged(backend, "bench 83%x5")
    assert read(mixed) == (Decimal("83.5"), "kg", 83, "kg")


async def test_the_first_gym_stands_in_the_export(backend: Backend) -> None:
    await added(backend, "Home", stack="5..100/5 kg")
    async with backend.services(readonly=True) as services:
        document = await services.transfer.export()
    assert [(each.name, each.stack) for each in document.gyms] == [("Home", "5..100/5 kg")]
    assert timedelta(0) <= datetime.now(UTC) - document.exported_at < timedelta(minutes=5)
