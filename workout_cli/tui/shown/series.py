"""How an exercise has gone: its measures, each as a chart."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Final, get_args

from workout_cli.tui.shown.drawn import Bar, Days, Drawn, amount, lying, short, signed, span
from workout_cli.views.charts import WORDS, days, marks, series_lines, series_table, title
from workout_cli.views.statistics import buckets_table
from workout_cli.wording import number
from workout_core.charts.points import SIGNS
from workout_core.charts.schemas import Measure, SeriesFilters, SeriesRead
from workout_core.plurals import counted
from workout_core.schemas import clean
from workout_core.statistics.schemas import IntensityRead, SpanFilters
from workout_core.units import round_half_up

if TYPE_CHECKING:
    from workout_cli.tui.shown.window import Days as Asked
    from workout_core.charts.schemas import SeriesPoint
    from workout_core.exercises.schemas import ExerciseRead
    from workout_core.services import Services
    from workout_core.vocabulary import MassUnit, Tracking

TENTH: Final = Decimal("0.1")
INTENSITY: Final = "intensity"
NOTHING: Final = "Nothing of it in these days"
REPS: Final = {"reps_1_5": "1–5", "reps_6_12": "6–12", "reps_13_up": "13+"}
PACE: Final = "s/"
SUMS: Final = ("volume", "distance")
LABELS: Final = {"reps": "reps", "weight": "weight", "volume": "volume", INTENSITY: INTENSITY}
LIFTS: Final[frozenset[Tracking]] = frozenset({"weight_reps", "bodyweight_reps"})
COUNTS: Final[frozenset[Tracking]] = LIFTS | {"reps"}
GOES: Final[frozenset[Tracking]] = frozenset({"distance", "weight_distance"})
# Of which exercises a measure can be; one that is not named here, of any.
OF: Final[dict[str, frozenset[Tracking]]] = {
    "e1rm": LIFTS,
    "volume": LIFTS,
    "reps": COUNTS,
    "weight": LIFTS | {"weight_duration", "weight_distance"},
    "pace": GOES,
    "distance": GOES,
    "duration": GOES | {"duration", "weight_duration"},
    INTENSITY: LIFTS,
}


def measures_of(tracking: Tracking) -> list[str]:
    """What can be drawn of an exercise; repetitions at least, of which there may be none."""
    every = (*get_args(Measure), INTENSITY)
    return [each for each in every if tracking in OF.get(each, {tracking})] or ["reps"]


def label(measure: str) -> str:
    """What a measure is called where it is chosen."""
    return LABELS.get(measure) or next((WORDS[each] for each in WORDS if each == measure), measure)


async def read(
    services: Services, exercise: ExerciseRead, measure: str, asked: Asked, unit: MassUnit | None
) -> SeriesRead | IntensityRead:
    """A measure of an exercise on some days."""
    name, last = str(exercise.id), asked.until
    if measure == INTENSITY:
        filters = SpanFilters(exercise=name, since=asked.first, until=last)
        return await services.statistics.intensity(filters)
    values = {"measure": measure, "since": asked.since, "until": last, "unit": unit}
    return await services.charts.series(SeriesFilters.model_validate({"exercise": name, **values}))


def within(whole: SeriesRead, asked: Asked) -> SeriesRead:
    """What some days came to, of a measure that was read as a whole."""
    since = asked.first
    items = [each for each in whole.items if since <= each.local_date <= asked.until]
    update = {"since": asked.since, "until": asked.until, "items": items, "total": len(items)}
    return whole.model_copy(update=update)


def shown(result: SeriesRead | IntensityRead) -> Drawn:
    """A measure of an exercise as a chart."""
    return _intensity(result) if isinstance(result, IntensityRead) else _series(result)


def _series(result: SeriesRead) -> Drawn:
    table = partial(series_table, result)
    if not result.items:
        return Drawn(title(result), "", None, [NOTHING], table)
    return Drawn(
        title(result),
        span(*days(result)),
        partial(series_lines, result),
        [_summary(result), marks(result.items)],
        table,
        Days(result.items, lambda each: (each.local_date, _told(each, result.unit))),
        result,
    )


def _told(each: SeriesPoint, unit: str) -> str:
    told = f"{short(each.local_date)}  {amount(each.value, unit)}"
    told += f"  {SIGNS['record']} record" if each.record else ""
    return told + (f"  {SIGNS['deload']} deload" if each.deload else "")


def _summary(result: SeriesRead) -> str:
    """From the first to the last that was no deload, the change, and the best; of sums, what they come to."""
    unit = result.unit
    sign = -1 if unit.startswith(PACE) else 1  # of a pace less is better
    best = max(result.items, key=lambda each: (sign * each.value, each.local_date))
    most = f"{amount(best.value, unit)}, {short(best.local_date)}"
    if result.measure in SUMS:
        every = sum((each.value for each in result.items), Decimal(0))
        return f"{amount(every, unit)} on {counted(result.total, 'day')} · most {most}"
    usual = [each for each in result.items if not each.deload] or result.items
    first, last = usual[0].value, usual[-1].value
    begin = amount(first, unit).removesuffix(f" {unit}")
    parts = [f"{begin} → {amount(last, unit)}", _change(first, last), f"best {most}"]
    return " · ".join(filter(None, parts))


def _change(first: Decimal, last: Decimal) -> str:
    if first <= 0:
        return ""
    return f"{signed(round_half_up((last - first) / first * 100, TENTH))} %"


def _intensity(result: IntensityRead) -> Drawn:
    name, table = f"{clean(result.exercise.name)}, intensity", partial(buckets_table, result)
    sets = sum(each.sets for each in result.items)
    if not sets:
        return Drawn(name, "", None, [NOTHING], table)
    bars = [
        Bar(
            each.range if each.range == "unknown" else f"{each.range} %",
            each.sets,
            [(f"{each.sets:>5,}", None), (f" {number(each.share):>5} %", "axis")],
        )
        for each in result.items
    ]
    spread = (sum(getattr(each, name) for each in result.items) for name in REPS)
    told = " · ".join(f"{n:,} of {reps}" for n, reps in zip(spread, REPS.values(), strict=True))
    return Drawn(
        name,
        "in percent of the e1RM of the time",
        lambda width, height, _: lying(bars, width, height),
        [f"{counted(sets, 'set')}: {told} repetitions"],
        table,
    )
