"""The profile, trends of measurements and goals; on every backend."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import pytest
from pydantic import ValidationError

from workout_core.accounts.schemas import ProfileUpdate
from workout_core.body.progress_schemas import GoalSet, TrendFilters
from workout_core.body.schemas import MeasurementCreate
from workout_core.body.trend import smoothed
from workout_core.errors import InvalidError, NotFoundError
from workout_core.ids import new_id

if TYPE_CHECKING:
    from workout_core.backend import Backend
    from workout_core.body.progress_schemas import GoalRead, TrendRead

FIRST: Final = date(2026, 3, 2)


async def measured(backend: Backend, days: int, value: str, **more: Any) -> None:
    at = datetime.combine(FIRST + timedelta(days=days), time(7), UTC)
    given = {"type": "weight", "unit": "kg", "measured_at": at, **more}
    async with backend.services() as services:
        await services.body.create(MeasurementCreate(value=Decimal(value), **given))


async def trend(backend: Backend, **filters: Any) -> TrendRead:
    async with backend.services(readonly=True) as services:
        return await services.progress.trend(TrendFilters(type="bw", **filters))


async def aimed(backend: Backend, value: str, **more: Any) -> GoalRead:
    data = GoalSet(**{"type": "weight", "value": Decimal(value), "unit": "kg", **more})
    async with backend.services() as services:
        return await services.progress.set_goal(data)


def test_a_measurement_counts_half_after_the_half_life() -> None:
    rows = [
        {"local_date": FIRST + timedelta(days=days), "value": Decimal(value), "unit": "kg"}
        for days, value in ((0, 80), (7, 90), (7, 70), (21, 100))
    ]
    points = smoothed(rows, "kg", Decimal(7))
    # The mean of the second day is the trend's own; after two half-lives three quarters are new.
    assert [(int(each.value), int(each.trend)) for each in points] == [
        *((80, 80), (80, 80), (100, 95)),
    ]


async def test_the_trend_of_days_in_the_unit_of_the_last(backend: Backend) -> None:
    for days, value in ((0, "80"), (7, "82"), (14, "84")):
        await measured(backend, days, value)
    found = await trend(backend)
    assert [str(each.trend) for each in found.items] == ["80", "81", "82.5"]
    assert found.per_week == Decimal("1.25")
    assert "half-life 7 days" in found.rule
    later = await trend(backend, since=FIRST + timedelta(days=14), half_life_days=Decimal(14))
    assert [str(each.trend) for each in later.items] == ["81.59"]
    await measured(backend, 15, "180", unit="lb")
    found = await trend(backend)
    assert (found.unit, str(found.items[-1].value)) == ("lb", "180")
    assert found.items[0].trend == Decimal("176.37")
    async with backend.services(readonly=True) as services:
        nothing = await services.progress.trend(TrendFilters(type="waist"))
        with pytest.raises(NotFoundError):
            await services.progress.trend(TrendFilters(type="wings"))
    assert (nothing.items, nothing.per_week, nothing.unit) == ([], None, "cm")


async def test_how_far_a_goal_is_and_when_it_is_reached(backend: Backend) -> None:
    early = await aimed(backend, "78", since=FIRST, until=FIRST + timedelta(days=77))
    assert (early.start, early.progress_percent, early.expected) == (None, None, None)
    await measured(backend, -1, "84")
    await measured(backend, 7, "82")
    await measured(backend, 21, "80")
    async with backend.services(readonly=True) as services:
        [found] = (await services.progress.goals()).items
    # 84, then 84 - 2 x (1 - 2^(-8/7)), then three quarters of the way to 80.
    assert (found.current, found.measured) == (Decimal("80.73"), date(2026, 3, 23))
    assert found.start == 84
    assert found.progress_percent == Decimal("54.6")
    assert found.per_week == Decimal("-1.04")
    assert found.needed_per_week == Decimal("-0.34")
    assert (found.expected, found.reached) == (date(2026, 4, 10), False)
    easier = await aimed(backend, "82", since=FIRST)
    assert (easier.id, easier.reached, easier.expected, easier.until) == (
        *(found.id, True, None, None),
    )
    wrong = await aimed(backend, "90", since=FIRST)
    assert (wrong.progress_percent, wrong.expected) == (Decimal("-54.6"), None)
    pounds = await aimed(backend, "180", unit="lb", since=FIRST)
    assert (pounds.start, pounds.reached) == (Decimal("185.19"), True)


async def test_all_that_has_been_measured_at_a_look(backend: Backend) -> None:
    for days, value in ((0, "90"), (100, "80"), (107, "82"), (130, "84"), (137, "83")):
        await measured(backend, days, value)
    await measured(backend, 137, "84", type="waist", unit="cm")
    async with backend.services(readonly=True) as services:
        weight, waist = (await services.progress.overview()).items
    assert (weight.name, weight.unit, str(weight.value)) == ("Weight", "kg", "83")
    assert weight.local_date == FIRST + timedelta(days=137)
    # Of 81, as the trend was thirty days before; what is older than ninety days is not in it.
    assert [str(each) for each in weight.trend] == ["80", "81", "83.69", "83.35"]
    assert (weight.change, waist.type, waist.trend, waist.change) == (
        *(Decimal("2.35"), "waist", [Decimal(84)], None),
    )


async def test_a_goal_that_cannot_be_is_refused(backend: Backend) -> None:
    wrongs: list[dict[str, Any]] = [
        *({"unit": "cm"}, {"until": date(2000, 1, 1)}, {"since": date(2199, 1, 1)}),
    ]
    for wrong in wrongs:
        with pytest.raises(InvalidError):
            await aimed(backend, "80", **wrong)
    with pytest.raises(InvalidError):
        await aimed(backend, "900")
    with pytest.raises(ValidationError):
        GoalSet(type="bw", value=Decimal(1), since=FIRST, until=FIRST)
    async with backend.services() as services:
        with pytest.raises(NotFoundError):
            await services.progress.remove_goal(new_id())


async def test_the_profile_is_what_was_said(backend: Backend) -> None:
    async with backend.services() as services:
        empty = await services.profile.get()
        assert (empty.sex, empty.birth_year, empty.height_value) == (None, None, None)
        assert not any(each.own for each in empty.bands)
        data = {"sex": "f", "birth_year": 1990, "bands": {"chest": {"low": 8, "high": 12}}}
        await services.profile.update(ProfileUpdate.model_validate(data))
        found = await services.profile.update(
            ProfileUpdate(sex=None, height_value=Decimal("1.68"), height_unit="m")
        )
        assert (found.sex, found.birth_year, str(found.height_value)) == (None, 1990, "1.68")
        assert [(each.muscle, each.low, each.high) for each in found.bands if each.own] == [
            ("chest", 8, 12)
        ]
        assert (await services.transfer.export()).profile == found
        with pytest.raises(InvalidError):
            await services.profile.update(ProfileUpdate(birth_year=2199))
    for wrong in (
        {"sex": "male"},
        {"height_value": "168"},
        {"height_value": "9", "height_unit": "cm"},
        {"bands": {"chest": {"low": 9, "high": 8}}},
        {"bands": {"wings": None}},
    ):
        with pytest.raises(ValidationError):
            ProfileUpdate.model_validate(wrong)
