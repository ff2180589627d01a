"""Where measurements are going: their trends, and what they should come to."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final
from uuid import UUID

from workout_core.body.progress_schemas import (
    GoalList,
    GoalRead,
    GoalSet,
    MeasuredList,
    MeasuredRead,
    TrendFilters,
    TrendPoint,
    TrendRead,
)
from workout_core.body.reading import known_types, read_goal, usual_unit
from workout_core.body.trend import (
    ENOUGH,
    HALF_LIFE,
    PACE_RULE,
    RULE,
    WEEK,
    WINDOW,
    amount_in,
    expected,
    pace,
    smoothed,
)
from workout_core.body.types import check_amount, require_type
from workout_core.errors import InvalidError, NotFoundError
from workout_core.units import plain, round_half_up
from workout_core.zones import local_zone

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workout_core.accounts.repository import AccountRepository
    from workout_core.body.repository import MeasurementRepository
    from workout_core.body.trend import Point
    from workout_core.body.types import MeasurementKind
    from workout_core.db.executor import Row

HUNDREDTH: Final = Decimal("0.01")
TENTH: Final = Decimal("0.1")
LATELY: Final = timedelta(days=90)
MONTH: Final = timedelta(days=30)
FURTHEST: Final = timedelta(
    hours=14
)  # where the day begins first, as nobody says in which zone they are


class ProgressService:
    def __init__(self, repository: MeasurementRepository, accounts: AccountRepository) -> None:
        self._repository = repository
        self._accounts = accounts

    async def trend(self, filters: TrendFilters) -> TrendRead:
        """The trend of a measurement: exponential smoothing with a half-life."""
        type_ = require_type(filters.type, await self._repository.own_types())
        half_life = filters.half_life_days
        first = filters.since or date.min
        rows = await self._rows(type_.slug, first, filters.until or date.max, half_life)
        unit = rows[-1]["unit"] if rows else type_.unit
        points = smoothed(rows, unit, half_life)
        return TrendRead(
            type=type_.slug,
            name=type_.name,
            unit=unit,
            half_life_days=half_life,
            rule=_rule(half_life),
            per_week=_weekly(pace(points)),
            items=[
                TrendPoint(date=each.day, value=_round(each.value), trend=_round(each.trend))
                for each in points
                if each.day >= first
            ],
        )

    async def overview(self) -> MeasuredList:
        """All that has been measured: the last of each, how its trend has changed in thirty days and gone in ninety."""
        types = known_types(await self._repository.own_types())
        rows = {row["type"]: row for row in await self._repository.latest([*types])}
        return MeasuredList(
            items=[
                await self._measured(type_, rows[slug])
                for slug, type_ in types.items()
                if slug in rows
            ]
        )

    async def goals(self) -> GoalList:
        """What the user aims at, and how far each goal is."""
        types = known_types(await self._repository.own_types())
        rows = await self._repository.goals()
        return GoalList(items=[await self._read(row, types) for row in rows], rule=_rule(HALF_LIFE))

    async def set_goal(self, data: GoalSet) -> GoalRead:
        """Aim at something; another goal of the same type gives way."""
        profile = await self._accounts.profile()
        own = await self._repository.own_types()
        type_ = require_type(data.type, own)
        unit = usual_unit(type_, data.system or profile["unit"]) if data.unit is None else data.unit
        check_amount(type_, data.value, unit)
        since = data.since or self._today(profile)
        if since > (self._repository.now + FURTHEST).date():
            raise InvalidError("A goal begins by today, not later", hints=["--since today"])
        if data.until and data.until <= since:
            raise InvalidError("A goal is for a day to come", hints=["--by 2027-03-01"])
        values = {"value": data.value, "unit": unit, "since": since, "until": data.until}
        row = await self._repository.put_goal(type_.slug, values)
        return await self._read(row, known_types(own))

    async def remove_goal(self, goal_id: UUID) -> None:
        """Aim at it no more."""
        for row in await self._repository.goals():
            if row["id"] == goal_id:
                await self._repository.delete_goal(row)
                return
        raise NotFoundError(f"There is no goal {goal_id}")

    def _today(self, profile: Row) -> date:
        zone = local_zone(profile["timezone"] or "UTC")
        return self._repository.now.astimezone(zone).date()

    async def _rows(self, type_: str, first: date, last: date, half_life: Decimal) -> list[Row]:
        """Measurements of some days, and of those before that still count on the first."""
        before = timedelta(days=int(half_life * ENOUGH) + 1)
        since = first - before if first > date.min + before else date.min
        return await self._repository.of_days(type_, since, last)

    async def _measured(self, type_: MeasurementKind, last: Row) -> MeasuredRead:
        end, unit = last["local_date"], last["unit"]
        rows = await self._rows(type_.slug, end - LATELY, end, HALF_LIFE)
        points = [each for each in smoothed(rows, unit) if each.day >= end - LATELY]
        before = [each.trend for each in points if each.day <= end - MONTH]
        return MeasuredRead(
            type=type_.slug,
            name=type_.name,
            unit=unit,
            value=last["value"],
            local_date=end,
            change=_round(points[-1].trend - before[-1]) if before else None,
            trend=[_round(each.trend) for each in points],
        )

    async def _read(self, goal: Row, types: Mapping[str, MeasurementKind]) -> GoalRead:
        rows = await self._rows(goal["type"], goal["since"], date.max, HALF_LIFE)
        points = smoothed(rows, goal["unit"])
        start = await self._start(goal, points)
        current = points[-1].trend if points else None
        reached = _is_reached(goal["value"], start, current)
        return GoalRead(
            **dict(read_goal(goal, types)),
            start=_maybe(start),
            current=_maybe(current),
            measured=points[-1].day if points else None,
            progress_percent=_progress(goal["value"], start, current),
            per_week=_weekly(pace(points)),
            needed_per_week=None if reached else _needed(goal, points),
            expected=None if reached else expected(points, goal["value"]),
            reached=reached,
        )

    async def _start(self, goal: Row, points: Sequence[Point]) -> Decimal | None:
        """The trend on the day on which a goal began; else what was measured last before, or first after it."""
        by_then = [each.trend for each in points if each.day <= goal["since"]]
        if by_then:
            return by_then[-1]
        row = await self._repository.last_by(goal["type"], goal["since"])
        if row:
            return amount_in(row, goal["unit"])
        return points[0].value if points else None


def _is_reached(target: Decimal, start: Decimal | None, current: Decimal | None) -> bool:
    if start is None or current is None:
        return False
    return current <= target if start > target else current >= target


def _progress(target: Decimal, start: Decimal | None, current: Decimal | None) -> Decimal | None:
    """How much of the way is behind, per cent; below nothing where it went the other way."""
    if start is None or current is None or start == target:
        return None
    return round_half_up((current - start) / (target - start) * 100, TENTH) or Decimal(0)  # no -0


def _needed(goal: Row, points: Sequence[Point]) -> Decimal | None:
    """What the trend has to change a week from the last measurement on."""
    if not points or goal["until"] is None or goal["until"] <= points[-1].day:
        return None
    days = (goal["until"] - points[-1].day).days
    return _weekly((goal["value"] - points[-1].trend) / days)


def _weekly(daily: Decimal | None) -> Decimal | None:
    return None if daily is None else _round(daily * WEEK)


def _maybe(value: Decimal | None) -> Decimal | None:
    return None if value is None else _round(value)


def _round(value: Decimal) -> Decimal:
    return round_half_up(value, HUNDREDTH)


def _rule(half_life: Decimal) -> str:
    return f"{RULE.format(plain(half_life))}; {PACE_RULE.format(WINDOW.days)}"
