"""Records and statistics, as they are shown; with `--explain` also how they are made."""

from __future__ import annotations

from contextvars import ContextVar
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from workout_cli.console import say, styled, width
from workout_cli.layout import Column, Table, aligned
from workout_cli.views import View
from workout_cli.widths import wrapped
from workout_cli.wording import clock, near, number, volume
from workout_core.charts.sparkline import sparkline
from workout_core.plurals import counted
from workout_core.schemas import clean
from workout_core.training.one_rep_max import NAMES
from workout_core.units import round_half_up

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from workout_core.statistics.schemas import (
        ComparisonRead,
        ExerciseStatsRead,
        ExerciseTotalsRead,
        Explanation,
        IntensityRead,
        LoadRead,
        RecordRead,
        RecordsRead,
        StreaksRead,
        TotalsRead,
        WeekStatsRead,
        YearStatsRead,
    )

EXPLAIN: ContextVar[bool] = ContextVar("explain", default=False)


def right(*names: str) -> tuple[Column, ...]:
    """Columns of figures."""
    return tuple(Column(name, "right") for name in names)


RECORD_COLUMNS: Final = (
    Column("date", told=near),
    Column("exercise", shrinks=True, typed=True, stays=True),
    Column("kind", stays=True),
    Column("record", "right", stays=True),
    Column("before", "right"),
    Column("standing"),
)
TREND_COLUMNS: Final = (
    Column("from"),
    *right("workouts", "hard_sets", "reps", "volume_kg", "weight_kg", "e1rm_kg"),
    *right("time", "distance_m", "pace_per_km"),
)
MUSCLE_COLUMNS: Final = (
    Column("muscle"),
    *right("sets", "direct_sets", "band"),
    Column("place"),
)
TOTALS_COLUMNS: Final = (
    Column("exercise", shrinks=True, typed=True),
    *right("workouts", "sets", "hard_sets", "reps", "volume_kg", "e1rm_kg", "distance_m"),
)
COMPARED_COLUMNS: Final = (
    Column("exercise", shrinks=True, typed=True),
    *right("hard_sets", "hard_sets_2", "volume_kg", "volume_kg_2", "e1rm_kg", "e1rm_kg_2"),
)
OF_LIFTS: Final = ("hard_sets", "hard_sets_2", "reps")
STREAK_COLUMNS: Final = (Column("from"), Column("to"), Column("weeks", "right"))
BUCKET_COLUMNS: Final = (
    Column("percent"),
    *right("sets", "share", "reps_1_5", "reps_6_12", "reps_13_up"),
)
LOAD_COLUMNS: Final = (
    Column("from"),
    *right("sessions", "load", "monotony", "strain", "fitness", "fatigue", "form"),
)


def records_table(result: RecordsRead) -> Table:
    rows = [
        (
            each.local_date.isoformat(),
            each.exercise.name,
            each.kind,
            _record(each),
            _before(each),
            "yes" if each.standing else "",
        )
        for each in result.items
    ]
    return Table(RECORD_COLUMNS, rows)


def trend_table(result: ExerciseStatsRead) -> Table:
    rows = [
        (
            each.first_day.isoformat(),
            *map(str, (each.workouts, each.hard_sets, each.reps)),
            *map(number, (each.volume_kg, each.weight_kg, each.e1rm_kg)),
            clock(each.duration_s) if each.duration_s else "",
            number(each.distance_m or None),
            ""
            if each.pace_s_per_km is None
            else clock(round_half_up(each.pace_s_per_km, Decimal(1))),
        )
        for each in result.items
    ]
    return Table(TREND_COLUMNS, rows)


def muscle_table(result: WeekStatsRead) -> Table:
    rows = [
        (
            each.muscle,
            number(each.sets),
            str(each.direct_sets),
            "" if each.band_low is None else f"{each.band_low}-{each.band_high}",
            each.place or "",
        )
        for each in result.items
    ]
    return Table(MUSCLE_COLUMNS, rows)


def year_table(result: YearStatsRead) -> Table:
    rows = [(each.exercise.name, *_figures(each)) for each in result.items]
    return Table(TOTALS_COLUMNS, rows)


def compared_table(result: ComparisonRead) -> Table:
    rows = []
    for each in result.items:
        both = (each.first, each.second)
        cells = [
            number(getattr(one, name)) if one else ""
            for name in ("hard_sets", "volume_kg", "e1rm_kg")
            for one in both
        ]
        rows.append((each.exercise.name, *cells))
    return Table(COMPARED_COLUMNS, rows)


def streaks_table(result: StreaksRead) -> Table:
    rows = [
        (each.first_week.isoformat(), each.last_week.isoformat(), str(each.weeks))
        for each in result.items
    ]
    return Table(STREAK_COLUMNS, rows)


def buckets_table(result: IntensityRead) -> Table:
    rows = [
        (
            each.range,
            str(each.sets),
            number(each.share),
            *map(str, (each.reps_1_5, each.reps_6_12, each.reps_13_up)),
        )
        for each in result.items
    ]
    return Table(BUCKET_COLUMNS, rows)


def load_table(result: LoadRead) -> Table:
    rows = [
        (
            each.first_day.isoformat(),
            str(each.sessions),
            *map(number, (each.load, each.monotony, each.strain)),
            *map(number, (each.fitness, each.fatigue, each.form)),
        )
        for each in result.items
    ]
    return Table(LOAD_COLUMNS, rows)


def _record(each: RecordRead) -> str:
    value = clock(each.value) if each.unit == "s" else f"{number(each.value)} {each.unit}"
    if each.kind == "rep_pr":
        return f"{value} x {each.reps}"
    return f"{each.distance} in {value}" if each.distance else value


def _before(each: RecordRead) -> str:
    if each.first:
        return "first"
    if each.kind == "rep_pr":
        parts = [f"{number(each.previous)} {each.unit}" if each.previous is not None else ""]
        parts += [f"x {each.previous_reps}" if each.previous_reps is not None else ""]
        return ", ".join(filter(None, parts))
    assert each.previous is not None
    return clock(each.previous) if each.unit == "s" else f"{number(each.previous)} {each.unit}"


def _figures(each: ExerciseTotalsRead) -> tuple[str, ...]:
    return (
        *map(str, (each.workouts, each.sets, each.hard_sets, each.reps)),
        *map(number, (each.volume_kg, each.e1rm_kg, each.distance_m or None)),
    )


def _exercise_head(result: ExerciseStatsRead) -> Iterable[str]:
    name = clean(result.exercise.name)
    if not result.workouts:
        yield f"{name} was not done in that time"
        return
    parts = (
        counted(result.workouts, "workout"),
        f"{number(result.workouts_per_week)} a week",
        counted(result.hard_sets, "hard set") if result.hard_sets else "",
        _far_and_long(result),
        f"e1RM {number(result.e1rm_kg)} kg ({NAMES[result.e1rm_formula]})"
        if result.e1rm_kg is not None
        else "",
        volume(result.volume_kg) if result.volume_kg else "",
    )
    yield styled(name, "bold")
    yield from wrapped(" · ".join(filter(None, parts)), width())
    yield from _e1rm_line(result)


def _far_and_long(result: ExerciseStatsRead) -> str:
    """How far it went in all, or how long it was held."""
    metres = sum(each.distance_m for each in result.items)
    seconds = sum(each.duration_s for each in result.items)
    told = (
        f"{number(metres / 1000)} km" if metres else "",
        clock(round_half_up(Decimal(seconds), Decimal(1))) if seconds else "",
    )
    return " in ".join(filter(None, told))


def _e1rm_line(result: ExerciseStatsRead) -> Iterable[str]:
    """The e1RM of each week or month as a row of small bars, where there are two or more."""
    known = [each.e1rm_kg for each in result.items if each.e1rm_kg is not None]
    if len(known) > 1:
        ends = f"{number(known[0])} to {number(known[-1])} kg"
        bars = sparkline([float(each) for each in known], width() - len(ends) - len("e1RM  "))
        yield f"e1RM {bars} {ends}"


def _exercise_tail(result: ExerciseStatsRead) -> Iterable[str]:
    if result.best_sets:
        yield ""
        yield styled("best sets", "bold")
        told = (f"{number(each.weight_kg)} kg x {each.reps}" for each in result.best_sets)
        yield from wrapped(", ".join(told), width())
    if result.best_times:
        yield ""
        yield styled("best times", "bold")
        for each in result.best_times:
            yield f"{each.distance}: {clock(each.duration_s)} on {each.local_date}"


def _week_head(result: WeekStatsRead) -> Iterable[str]:
    yield styled(f"{result.since} to {result.until}", "bold")
    yield counted(result.hard_sets, "hard set")


def _year_head(result: YearStatsRead) -> Iterable[str]:
    yield styled(str(result.year), "bold")
    yield from wrapped(_totals(result.totals), width())
    weeks = counted(result.most_weeks_in_a_row, "week")
    yield f"{number(result.workouts_per_week)} workouts a week, {weeks} in a row at most"


def _totals(each: TotalsRead) -> str:
    parts = (
        counted(each.workouts, "workout"),
        f"on {counted(each.days, 'day')}",
        counted(each.sets, "set"),
        counted(each.hard_sets, "hard set"),
        volume(each.volume_kg) if each.volume_kg else "",
        f"{number(each.distance_m / 1000)} km" if each.distance_m else "",
        f"{each.minutes // 60:,} h {each.minutes % 60:02} min" if each.minutes else "",
    )
    return " · ".join(filter(None, parts))


def _compared_head(result: ComparisonRead) -> Iterable[str]:
    for each in (result.first, result.second):
        yield styled(f"{each.since} to {each.until}", "bold")
        yield from wrapped(_totals(each), width())


def _streaks_head(result: StreaksRead) -> Iterable[str]:
    now = counted(result.weeks_in_a_row, "week")
    yield f"{now} in a row, {result.most_weeks_in_a_row} at most"


def _named(result: IntensityRead) -> Iterable[str]:
    yield styled(clean(result.exercise.name), "bold")


def _nothing(result: Any) -> Iterable[str]:
    return ()


def _text(
    table: Callable[[Any], Table],
    head: Callable[[Any], Iterable[str]] = _nothing,
    tail: Callable[[Any], Iterable[str]] = _nothing,
) -> Callable[[Any], str]:
    """A text of what is told first, the table without columns that are empty, what is told last, and the rule."""

    def told(result: Any) -> str:
        lines = [*head(result)]
        if result.items:
            lines += [*([""] if lines else []), aligned(_filled(table(result)), person=True)]
        elif not lines:
            lines.append("Nothing yet")
        lines += tail(result)
        return "\n".join([*lines, *(_explained(result.explain) if EXPLAIN.get() else ())])

    return told


def _filled(table: Table) -> Table:
    """The table without the columns in which there is nothing, nor counts of lifts where there were none."""
    kept = [
        n
        for n, column in enumerate(table.columns)
        if any(row[n] not in ("", "0" if column.name in OF_LIFTS else "") for row in table.rows)
    ]
    columns = tuple(table.columns[n] for n in kept)
    return Table(columns, [tuple(row[n] for n in kept) for row in table.rows])


def _explained(explain: Explanation) -> Iterable[str]:
    yield ""
    yield styled("how this is made", "bold")
    for rule in explain.rule:
        first, *more = wrapped(rule, width() - 2)
        yield f"- {first}"
        yield from (f"  {line}" for line in more)
    yield f"counted: {explain.counted:,}"
    for each in explain.excluded:
        yield from wrapped(f"not counted: {each.sets:,} ({each.reason})", width())


def _shown(
    table: Callable[[Any], Table],
    lists: str,
    columns: tuple[Column, ...],
    *around: Callable[[Any], Iterable[str]],
) -> View:
    """A list with its text; where only the list is printed the rule is said beside it."""

    def alone(result: Any) -> Table:
        if EXPLAIN.get():
            say("\n".join(_explained(result.explain)).strip())
        return table(result)

    return View(alone, _text(table, *around), lists=lists, columns=columns)


RECORDS: Final = _shown(records_table, "RecordRead", RECORD_COLUMNS)
EXERCISE: Final = _shown(
    trend_table, "StatsTrendRead", TREND_COLUMNS, _exercise_head, _exercise_tail
)
WEEK: Final = _shown(muscle_table, "MuscleSetsRead", MUSCLE_COLUMNS, _week_head)
YEAR: Final = _shown(year_table, "ExerciseTotalsRead", TOTALS_COLUMNS, _year_head)
COMPARISON: Final = _shown(compared_table, "ComparedRead", COMPARED_COLUMNS, _compared_head)
STREAKS: Final = _shown(streaks_table, "StreakRead", STREAK_COLUMNS, _streaks_head)
INTENSITY: Final = _shown(buckets_table, "BucketRead", BUCKET_COLUMNS, _named)
LOAD: Final = _shown(load_table, "LoadWeekRead", LOAD_COLUMNS)
