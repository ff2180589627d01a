"""What the body measures: rows, the chart of a trend with its goal, and what is typed about them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from workout_cli import options
from workout_cli.tui.shown.drawn import Days, Drawn, amount, short, signed, span
from workout_cli.views.charts import days, title, trend_points, trend_table
from workout_cli.views.progress import outlook
from workout_cli.wording import number
from workout_core.body.amounts import parse_amount, parse_measured
from workout_core.body.progress_schemas import GoalSet
from workout_core.body.schemas import MeasurementCreate, MeasurementUpdate
from workout_core.charts.lines import line_chart
from workout_core.charts.sparkline import sparkline
from workout_core.dates import parse_until
from workout_core.errors import InvalidError
from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from decimal import Decimal

    from workout_core.body.progress_schemas import GoalRead, MeasuredRead
    from workout_core.body.schemas import MeasurementRead
    from workout_core.charts.drawing import Line
    from workout_core.charts.schemas import ChartTrendPoint, ChartTrendRead
    from workout_core.vocabulary import MassUnit

NOTHING: Final = "Nothing was measured in these days"
LEGEND: Final = "line: the trend · dots: measured"
SPARK: Final = 10
METER: Final = 12
OFF: Final = "off"
HINTS: Final = {
    "log": "82.5kg · waist 84cm at yesterday 7:30 // note",
    "edit": "82.5kg at 7:30 // note",
    "goal": "80kg by 2027-03-01 · off",
}


class Typed(NamedTuple):
    """A line: what was measured, and what is said of it."""

    amount: str
    at: str | None
    note: str | None


def measured_cells(each: MeasuredRead) -> Sequence[str]:
    """What is measured: its name, the last value, the change in thirty days, and ninety days as small bars."""
    return (
        clean(each.name),
        clean(amount(each.value, each.unit)),
        "" if each.change is None else signed(each.change),
        sparkline([float(value) for value in each.trend], SPARK),
    )


def history_cells(each: MeasurementRead) -> Sequence[str]:
    """A measurement: its day, its value, its note on one line."""
    note = clean(_note(each) or "")
    return (short(each.local_date), clean(amount(each.value, each.unit)), note)


def told(each: MeasurementRead) -> str:
    """A measurement in a few words."""
    return clean(f"{each.name} {amount(each.value, each.unit)}")


def trend(result: ChartTrendRead, goal: GoalRead | None) -> Drawn:
    """What was measured as dots, its trend as a line, and how far its goal is."""
    table = partial(trend_table, result)
    aims = _aims(goal) if goal else [LEGEND]
    if not result.items:
        return Drawn(title(result), "", None, [NOTHING, *aims], table)
    return Drawn(
        title(result),
        span(*days(result)),
        partial(_drawn, result),
        [_change(result), *aims],
        table,
        Days(result.items, lambda each: (each.local_date, _point(each, result.unit))),
        result,
    )


def _drawn(result: ChartTrendRead, width: int, height: int, at: date | None) -> Sequence[Line]:
    first, last = days(result)
    curve, dots = trend_points(result)
    return line_chart(curve, first, last, width, height, dots=dots, at=at)


def _change(result: ChartTrendRead) -> str:
    first, last = result.items[0], result.items[-1]
    now = amount(last.trend, result.unit)
    measured = amount(last.value, result.unit)
    parts = (
        f"trend {number(first.trend)} → {now} ({signed(last.trend - first.trend)})",
        f"last {measured}",
    )
    return clean(" · ".join(parts))


def _point(each: ChartTrendPoint, unit: str) -> str:
    return clean(
        f"{short(each.local_date)}  {amount(each.value, unit)}  trend {number(each.trend)}"
    )


def _aims(goal: GoalRead) -> list[str]:
    by = f" by {short(goal.until)}" if goal.until else ""
    aim = f"goal {amount(goal.value, goal.unit)}{by}"
    if goal.current is None:
        return [clean(aim)]
    if goal.progress_percent is not None:
        aim += f"  {_meter(goal.progress_percent)} {number(goal.progress_percent)} %"
    return [clean(aim), outlook(goal)]


def _meter(percent: Decimal) -> str:
    full = max(0, min(METER, round(percent * METER / 100)))
    return "█" * full + "░" * (METER - full)


def as_typed(each: MeasurementRead) -> str:
    """A measurement as it would be typed to be like this."""
    note = _note(each)
    return f"{number(each.value)}{each.unit}" + (f" // {note}" if note else "")


def _note(each: MeasurementRead) -> str | None:
    """The note on one line."""
    return " ".join((each.note or "").split()) or None


def typed(text: str) -> Typed:
    """A line taken apart: `82.5kg at 7:30 // note`."""
    said, slashes, note = text.partition("//")
    what, at, when = said.strip().partition(" at ")
    return Typed(what.strip(), when.strip() if at else None, note.strip() if slashes else None)


def to_log(text: str, usual: str | None, system: MassUnit | None) -> MeasurementCreate:
    """What is logged by a line; of the usual type, where none is named."""
    line = typed(text)
    found = parse_measured(line.amount, usual)
    if found is None:
        raise InvalidError("What is measured, and how much?", hints=["weight 82.5kg"])
    return MeasurementCreate(
        type=found.type,
        value=found.amount.value,
        unit=found.amount.unit,
        system=system,
        timezone=options.zone().key,
        note=line.note or None,
        **options.measured_when(line.at),
    )


def to_change(text: str, before: MeasurementRead) -> MeasurementUpdate:
    """What a line changes of a measurement."""
    line = typed(text)
    found = parse_amount(line.amount)
    values: dict[str, Any] = {"value": found.value}
    values |= {"note": line.note or None} if line.note != _note(before) else {}
    values |= {"unit": found.unit} if found.unit else {}
    moved = (
        {} if line.at is None else options.moved_when(before.measured_at, before.timezone, line.at)
    )
    return MeasurementUpdate(**values, **moved)


def is_off(text: str) -> bool:
    """Whether a line says that there is to be no goal."""
    return text.strip().casefold() == OFF


def to_aim(text: str, usual: str | None, system: MassUnit | None) -> GoalSet:
    """The goal that a line sets: `80kg by 2027-03-01`."""
    what, by, day = text.partition(" by ")
    found = parse_measured(what, usual)
    if found is None:
        raise InvalidError("What is to come to what?", hints=["weight 78kg by 2027-03-01"])
    return GoalSet(
        type=found.type,
        value=found.amount.value,
        unit=found.amount.unit,
        system=system,
        since=options.today(),
        until=parse_until(day.strip(), options.today()) if by else None,
    )
