"""Workouts in a list, and one of them with its sets."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Final

from textual.content import Content

from workout_cli.options import today
from workout_cli.runner import SETTINGS
from workout_cli.tui.shown.workouts import duration, kilometres, short_day
from workout_cli.tui.widgets.rows import Col
from workout_cli.widths import cut
from workout_cli.wording import (
    amount,
    clock,
    effort,
    in_unit,
    number,
    remarks,
    signed_load,
    volume,
    whole,
)
from workout_core.plurals import counted
from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from workout_core.history.schemas import DaysRead, DayTotals
    from workout_core.statistics.schemas import RecordRead
    from workout_core.vocabulary import MassUnit
    from workout_core.workouts.schemas import (
        ExecutionRead,
        SetRead,
        WorkoutHead,
        WorkoutRead,
        WorkoutSummary,
    )

ORDER: Final = ("max_weight", "rep_pr", "fastest", "longest_distance", "longest_duration")
YEAR: Final = 52
WORDS: Final = 22


def unit() -> MassUnit:
    """In what masses are told."""
    return SETTINGS.get().unit or "kg"


def columns() -> tuple[Col, ...]:
    """Those of the list, the most telling ones longest."""
    return (
        Col("date", 11),
        Col("session"),
        Col("time", 5, right=True, least=38),
        Col("sets", 4, right=True, least=32),
        Col(f"volume {unit()}", 9, right=True, least=50),
        Col("", WORDS, least=70),
    )


def cells(
    each: WorkoutSummary, records: Sequence[RecordRead], *, marked: bool
) -> Sequence[Content | str]:
    """A workout in the columns."""
    return (
        short_day(each.local_date),
        _named(each, marked=marked),
        duration(each),
        str(each.sets or ""),
        came_to(each),
        record_words(records),
    )


def came_to(each: WorkoutSummary) -> str:
    """The volume without its unit; of runs and the like the distance."""
    if each.volume_kg:
        return whole(in_unit(each.volume_kg, unit()))
    return kilometres(each)


def _named(each: WorkoutSummary, *, marked: bool) -> Content:
    signs = ("● " if marked else "") + ("▶ " if each.status == "active" else "")
    name = Content.styled(clean(each.name), "bold") if each.name else Content()
    told = name if each.name else Content(clean(", ".join(each.exercises) or "Workout"))
    return Content.assemble((signs, "$text-accent"), told)


def title(each: WorkoutHead) -> str:
    """What a workout is called."""
    return clean(each.name) if each.name else "Workout"


def headline(each: WorkoutHead) -> str:
    """A workout by its day and its name."""
    return f"{short_day(each.local_date)} · {title(each)}"


def record_words(records: Sequence[RecordRead]) -> Content:
    """The most telling record, and how many exercises have others."""
    if not records:
        return Content()
    best = min(records, key=lambda each: ORDER.index(each.kind))
    others = len({each.exercise.id for each in records}) - 1
    name = clean(best.exercise.name)
    more = f" +{others}" if others else ""
    told = f"{record_amount(best)}{more}"
    return Content.styled(f"★ {cut(name, WORDS - len(told) - 3)} {told}", "$text-warning")


def record_amount(each: RecordRead) -> str:
    """What a record comes to: `100×5`, `10 km 48:10`."""
    if each.kind in ("max_weight", "rep_pr"):
        times = f"×{each.reps}" if each.reps else f" {each.unit}"
        return f"{number(each.value)}{times}"
    if each.kind == "longest_distance":
        return f"{number(round(each.value / 1000, 2))} km"
    told = clock(Decimal(each.value))
    return f"{each.distance} {told}" if each.distance else told


def by_workout(records: Iterable[RecordRead]) -> Mapping[UUID, Sequence[RecordRead]]:
    """The records that each workout brought."""
    found: dict[UUID, list[RecordRead]] = defaultdict(list)
    for each in records:
        if each.kind in ORDER:
            found[each.workout_id].append(each)
    return found


def period(days: DaysRead) -> str:
    """What the map shows: `142 sessions · 12 months`."""
    weeks = ((days.until - days.since).days + 7) // 7
    if days.until == today():
        told = "12 months" if weeks > YEAR else counted(weeks, "week")
    else:
        told = f"{days.since:%b %Y} to {days.until:%b %Y}"
    return f"{counted(days.workouts, 'session')} · {told}"


def of_day(day: date, found: DayTotals | None) -> str:
    """A day of the map."""
    if found is None:
        return f"{short_day(day)} · rest"
    return f"{short_day(day)} · {counted(found.sets, 'set')}"


def streak(weeks: int) -> Content:
    """Weeks in a row, for the bar."""
    return Content.styled(f"{weeks} wk in a row" if weeks else "", "$text-success")


def detail(workout: WorkoutRead, records: Iterable[RecordRead]) -> Content:
    """A workout with all its sets, in groups of equal loads."""
    starred = {each.set_id for each in records}
    lines = [_head(workout)]
    for each in workout.exercise_executions:
        lines += _execution(each, starred)
    if workout.note:
        note = clean(workout.note, lines=True)
        lines += [Content(), Content.assemble(("note  ", "dim"), note)]
    return Content("\n").join(lines)


def _head(workout: WorkoutRead) -> Content:
    body = workout.bodyweight_value
    parts = (
        duration(workout),
        counted(workout.sets, "set"),
        volume(workout.volume_kg) if workout.volume_kg else "",
        f"at {number(body)} {workout.bodyweight_unit}" if body is not None else "",
        " ".join(f"#{clean(tag)}" for tag in workout.tags),
    )
    return Content.styled(" · ".join(filter(None, parts)), "dim")


def _execution(execution: ExecutionRead, starred: Collection[UUID | None]) -> Iterator[Content]:
    group = f" [{execution.superset_group}]" if execution.superset_group else ""
    yield Content.styled(f"{clean(execution.exercise.name)}{group}", "bold")
    for line in set_lines(execution.sets, starred):
        yield Content.assemble("  ", line)
    if execution.note:
        yield Content.styled(f"  {clean(execution.note, lines=True)}", "$text-muted italic")


def set_lines(sets: Iterable[SetRead], starred: Collection[UUID | None] = ()) -> Iterator[Content]:
    """Sets that differ in what was done alone on a line: `100 × 5 5 5  @8 ★`."""
    for (weight, said), same in groupby(sets, key=lambda each: (load(each), _said(each))):
        some = list(same)
        amounts = [amount(each) or "done" for each in some]
        done = (", " if any(" " in each for each in amounts) else " ").join(amounts)
        told = f"{weight} × {done}" if weight else done
        efforts = _efforts(some)
        yield Content.assemble(
            told,
            (f"  {said}" if said else "", "dim"),
            (f"  {efforts}" if efforts else "", "dim"),
            (" ★" if any(each.id in starred for each in some) else "", "$text-warning"),
        )
        for each in some:
            if each.note:
                note = clean(" / ".join(each.note.splitlines()))
                yield Content.styled(f"  {note}", "$text-muted italic")


def load(each: SetRead) -> str:
    """A load without its unit where it is the usual one: `100`, `+10`, `225 lb`, `bw`."""
    if each.load_mode == "bodyweight":
        return "bw"
    if each.load_value is None:
        return ""
    told = signed_load(each.load_value, each.load_mode)
    return told if each.load_unit == unit() else f"{told} {each.load_unit}"


def _efforts(sets: Sequence[SetRead]) -> str:
    """The effort of some sets, from the least to the most: `@8-9.5`."""
    known = sorted((each for each in sets if each.rpe is not None), key=lambda each: each.rpe or 0)
    if not known:
        return ""
    ends = list(dict.fromkeys(number(each.rpe) for each in (known[0], known[-1])))
    if len(ends) == 1 and known[0].effort_scale == "rir":
        return effort(known[0])
    return f"@{'-'.join(ends)}"


def _said(each: SetRead) -> str:
    """What is to be said of a set beside its effort, and the rest after it."""
    return remarks(each.model_copy(update={"rpe": None, "rest_s": None}))
