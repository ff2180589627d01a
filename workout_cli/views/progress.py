"""Trends of measurements and goals, as they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_cli.console import styled, width
from workout_cli.layout import Column, Table, aligned
from workout_cli.views import View
from workout_cli.widths import wrapped
from workout_cli.wording import day, near, number
from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from workout_core.body.progress_schemas import GoalList, GoalRead, TrendRead

COLUMNS: Final = (
    Column("date", told=near),
    Column("value", "right"),
    Column("trend", "right"),
    Column("unit", typed=True),
)
GOAL_COLUMNS: Final = (
    Column("measured", shrinks=True, typed=True),
    Column("goal", "right"),
    Column("unit", typed=True),
    Column("start", "right"),
    Column("current", "right"),
    Column("progress_percent", "right"),
    Column("per_week", "right"),
    Column("expected"),
    Column("by"),
)


def _trend(result: TrendRead) -> Table:
    rows = [
        (each.date.isoformat(), number(each.value), number(each.trend), result.unit)
        for each in result.items
    ]
    return Table(COLUMNS, rows)


def trend_text(result: TrendRead) -> str:
    lines = [aligned(_trend(result), person=True)]
    if result.items:
        now = f"{number(result.items[-1].trend)} {clean(result.unit)}".rstrip()
        pace = "" if result.per_week is None else f", {_signed(result.per_week)} a week"
        lines.append(styled(f"{clean(result.name)} {now}{pace}", "bold"))
    lines += [styled(part, "dim") for part in wrapped(result.rule, width())]
    return "\n".join(lines)


def _goals(result: GoalList) -> Table:
    return Table(GOAL_COLUMNS, [_row(each) for each in result.items])


def _row(goal: GoalRead) -> tuple[str, ...]:
    return (
        goal.name,
        number(goal.value),
        goal.unit,
        number(goal.start),
        number(goal.current),
        number(goal.progress_percent),
        number(goal.per_week),
        goal.expected.isoformat() if goal.expected else "",
        goal.until.isoformat() if goal.until else "",
    )


def goals_text(result: GoalList) -> str:
    """Each goal in two lines: what it is and how far, and when the trend gets there."""
    return "\n".join(line for each in result.items for line in _told(each))


def _told(goal: GoalRead) -> Iterator[str]:
    unit = f" {clean(goal.unit)}".rstrip()
    by = f" by {day(goal.until)}" if goal.until else ""
    yield styled(f"{clean(goal.name)} {number(goal.value)}{unit}{by}", "bold")
    if goal.current is None or goal.start is None:
        yield "  nothing was measured yet"
        return
    way = "" if goal.progress_percent is None else f", {number(goal.progress_percent)} % of the way"
    yield f"  {number(goal.start)} -> {number(goal.current)}{unit}{way}"
    yield f"  {styled(outlook(goal), 'green') if goal.reached else outlook(goal)}"


def outlook(goal: GoalRead) -> str:
    """When the trend gets there, beside what it would take to get there in time."""
    if goal.reached:
        return "reached"
    if goal.per_week is None:
        return "measure for a week to see where it is going"
    needed = goal.needed_per_week
    told = f"{_signed(goal.per_week)} a week"
    told += f", {_signed(needed)} would be in time" if needed is not None else ""
    if goal.expected is None:
        return f"{told}; it does not get there like this"
    return f"{told}; there on {day(goal.expected)} if it goes on"


def _signed(value: Decimal) -> str:
    return f"{'+' if value > 0 else ''}{number(value)}"


TREND: Final = View(_trend, trend_text, lists="TrendPoint", columns=COLUMNS)
GOALS: Final = View(_goals, goals_text, lists="GoalRead", columns=GOAL_COLUMNS)
