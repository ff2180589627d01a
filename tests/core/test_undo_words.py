"""What the list of changes says of each: as it was then, whatever became of it since; on every backend."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tests.undoing import DAY, log, redo, state, undo
from workout_core.accounts.schemas import ProfileUpdate
from workout_core.body.progress_schemas import GoalSet
from workout_core.body.schemas import MeasurementCreate, MeasurementUpdate
from workout_core.gyms.schemas import GymCreate
from workout_core.paging import PageParams
from workout_core.workouts.inputs import SetUpdate

if TYPE_CHECKING:
    from workout_core.backend import Backend

UNTIL = date(2199, 1, 1)


async def told(backend: Backend) -> list[str]:
    """The changes, the oldest first."""
    async with backend.services(readonly=True) as services:
        page = await services.operations.list(PageParams())
    return [each.summary for each in reversed(page.items)]


async def aim(backend: Backend, value: str, unit: str, until: date | None = None) -> None:
    data = GoalSet(type="bw", value=Decimal(value), unit=unit, until=until)
    async with backend.services() as services:
        await services.progress.set_goal(data)


async def test_goals_and_measurements(backend: Backend) -> None:
    for value, unit, until in (("80", "kg", UNTIL), ("78", "kg", UNTIL), ("170", "lb", None)):
        await aim(backend, value, unit, until)
    async with backend.services() as services:
        await services.progress.remove_goal((await services.progress.goals()).items[0].id)
        assert (await services.progress.goals()).items == []
    made = MeasurementCreate(type="bw", value=Decimal(82), unit="kg", day=DAY)
    async with backend.services() as services:
        weighed = await services.body.create(made)
    for change in ({"value": Decimal(83)}, {"value": Decimal(180), "unit": "lb"}):
        async with backend.services() as services:
            await services.body.update(weighed.id, MeasurementUpdate.model_validate(change))
    assert await told(backend) == [
        "set the goal of Weight: 80 kg by 2199-01-01",
        "changed the goal of Weight: 78 kg by 2199-01-01",
        "changed the goal of Weight: 170 lb",
        "gave up the goal of Weight: 170 lb",
        "logged Weight 82 kg",
        "changed Weight of 2026-11-20: 82 kg -> 83 kg",
        "changed Weight of 2026-11-20: 83 kg -> 180 lb",
    ]
    after = await state(backend)
    await undo(backend, 7)
    await redo(backend, 7)
    assert await state(backend) == after


async def test_loads(backend: Backend) -> None:
    workout = await log(backend, "bench 100x5")
    execution = workout.exercise_executions[0]
    changes: list[dict[str, Any]] = [
        {"load_value": Decimal(105), "load_unit": "kg"},
        {"load_value": Decimal(225), "load_unit": "lb"},
    ]
    for change in changes:
        async with backend.services() as services:
            data = SetUpdate.model_validate(change)
            await services.sets.update(workout.id, execution.id, execution.sets[0].id, data)
    assert (await told(backend))[1:] == [
        "changed 1 set of Bench Press: load 100kg -> 105kg",
        "changed 1 set of Bench Press: load 105kg -> 225lb",
    ]


async def test_the_profile(backend: Backend) -> None:
    changes: list[dict[str, Any]] = [
        {"height_value": Decimal(168), "height_unit": "cm", "sex": "f"},
        {"height_value": Decimal(170), "height_unit": "cm"},
        {
            "height_value": Decimal(66),
            "height_unit": "in",
            "bands": {"neck": {"low": 2, "high": 4}},
        },
    ]
    for change in changes:
        async with backend.services() as services:
            await services.profile.update(ProfileUpdate.model_validate(change))
    after = await state(backend)
    assert await undo(backend, 3) == [
        "changed the profile: height 170cm -> 66in, neck usual -> 2-4",
        "changed the profile: height 168cm -> 170cm",
        "changed the profile: height none -> 168cm, sex none -> f",
    ]
    async with backend.services(readonly=True) as services:
        assert (await services.profile.get()).height_value is None
    await redo(backend, 3)
    assert await state(backend) == after


async def test_what_changes_nothing_is_no_change(backend: Backend) -> None:
    async with backend.services() as services:
        home = await services.gyms.create(GymCreate(name="Home"))
    for _ in range(2):
        async with backend.services() as services:
            await services.gyms.use(home.id)
    for _ in range(2):
        async with backend.services() as services:
            await services.gyms.leave()
    for _ in range(2):
        await aim(backend, "80", "kg")
    assert await told(backend) == [
        "added the gym Home",
        "left the gym Home",
        "set the goal of Weight: 80 kg",
    ]
