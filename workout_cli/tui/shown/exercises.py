"""What the screen of exercises shows: rows, switches, facts, records, sessions."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from textual.content import Content

from workout_cli.options import today
from workout_cli.tui.widgets.chips import Chip
from workout_cli.tui.widgets.facts import Fact
from workout_cli.tui.widgets.rows import Col
from workout_cli.views.charts import WORDS, best_of, series_lines, told_value
from workout_cli.wording import amount, clock, load, number
from workout_core.plurals import counted
from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from workout_core.charts.drawing import Line
    from workout_core.charts.schemas import SeriesRead
    from workout_core.exercises.schemas import (
        ExerciseBrowse,
        ExerciseDetails,
        ExerciseListed,
        ExerciseRead,
    )
    from workout_core.history.schemas import ExerciseSessionRead
    from workout_core.statistics.schemas import RecordRead
    from workout_core.training.records import RecordKind
    from workout_core.workouts.schemas import SetRead

COLUMNS: Final = (
    Col("", 1),
    Col("exercise"),
    Col("with", 10, least=52),
    Col("works", 12, least=62),
    Col("last", 8, least=34),
    Col("times", 5, right=True, least=26),
)
LOADS: Final = {"added": "added to body weight", "assisted": "help, below body weight"}
RECORDS: Final[dict[RecordKind, str]] = {
    "max_weight": "heaviest",
    "rep_pr": "rep PRs",
    "e1rm": "e1RM",
    "set_volume": "set",
    "session_volume": "workout",
    "longest_duration": "longest",
    "longest_distance": "farthest",
    "fastest": "fastest",
}


class Insight(NamedTuple):
    """All that is shown of one exercise; the last three where it was done."""

    details: ExerciseDetails
    records: Sequence[RecordRead] = ()
    sessions: Sequence[ExerciseSessionRead] = ()
    series: SeriesRead | None = None


def words(text: str) -> str:
    """A word of the vocabulary as people write it."""
    return text.replace("_", " ")


def short(value: date | None) -> str:
    """A day in eight cells: `20 Nov`, `Nov 2025` where it was in another year; nothing for None."""
    if value is None:
        return ""
    return f"{value.day} {value:%b}" if value.year == today().year else f"{value:%b %Y}"


def row(each: ExerciseListed) -> tuple[Content | str, ...]:
    """The cells of an exercise in the list: ★ starred, ○ hidden, + the user's own."""
    name = Content.styled(clean(each.name), "dim" if each.hidden else "")
    return (
        _mark(each),
        name,
        words(each.modality),
        words(", ".join(each.primary_muscles)),
        short(each.last_date),
        str(each.workouts) if each.workouts else "",
    )


def _mark(each: ExerciseRead) -> Content:
    if each.hidden:
        return Content.styled("○", "dim")
    if each.starred:
        return Content.styled("★", "$text-warning")
    return Content.styled("+", "dim") if each.is_user_created else Content(" ")


def chips(wanted: ExerciseBrowse) -> list[Chip]:
    """The switches of the list, as they are."""
    muscle, modality = wanted.muscle, wanted.modality
    found = [
        Chip("m", "muscle", words(muscle or "muscle"), muscle is not None),
        Chip("o", "modality", words(modality or "with"), modality is not None),
        Chip("*", "only('starred')", "★", bool(wanted.starred)),
        Chip("t", "only('used')", "done", wanted.used),
        Chip("y", "only('is_user_created')", "own", bool(wanted.is_user_created)),
        Chip("H", "hidden", "○", wanted.visibility == "all"),
    ]
    return [Chip("/", "find", clean(wanted.text), on=True), *found] if wanted.text else found


def title(each: ExerciseRead) -> Content:
    """The name over the detail, with what is special about it."""
    marks = ("★" if each.starred else "", "hidden" if each.hidden else "")
    own = "yours" if each.is_user_created else ""
    return Content("  ".join(filter(None, (clean(each.name), *marks, own))))


def facts(each: ExerciseDetails) -> Iterator[Fact]:
    """What an exercise is, and the user's settings of it."""
    done = ""
    if each.sets:
        done = f"{counted(each.workouts, 'workout')}, {counted(each.sets, 'set')}"
    told = (
        ("works", words(", ".join(each.primary_muscles))),
        ("and", words(", ".join(each.secondary_muscles))),
        ("with", _kind(each)),
        ("counts", each.tracking.replace("_", " and ")),
        ("done", done),
        ("loads", LOADS.get(each.load_mode or "", "")),
        ("unit", each.unit or ""),
        ("step", number(each.increment)),
        ("rest", clock(each.default_rest_s) if each.default_rest_s else ""),
        ("bar", f"{number(each.bar_value)} {each.bar_unit}" if each.bar_value else ""),
        ("max", _maxes(each)),
        ("note", each.note or ""),
    )
    return (Fact(name, value) for name, value in told if value)


def _kind(each: ExerciseRead) -> str:
    parts = (
        each.modality if each.modality != "other" else "",
        each.category if each.category != "strength" else "",
    )
    side = each.laterality if each.laterality != "bilateral" else ""
    return words(", ".join(filter(None, (*parts, each.mechanic or "", side))))


def _maxes(each: ExerciseDetails) -> str:
    told = (
        f"{number(one.value)} {one.unit} since {short(one.since)}"
        for one in each.training_maxes[:2]
    )
    return ", ".join(told)


def manner(each: ExerciseRead) -> Iterator[Fact]:
    """What else it is called, and how it is done."""
    if each.aliases:
        yield Fact("")
        yield Fact("Also called")
        yield Fact("", ", ".join(each.aliases))
    if each.instructions:
        yield Fact("")
        yield Fact("How")
        yield Fact("", each.instructions)


def records(found: Iterable[RecordRead]) -> Iterator[Fact]:
    """What nothing has beaten, a line a kind."""
    by_kind: dict[RecordKind, list[RecordRead]] = {}
    for each in found:
        by_kind.setdefault(each.kind, []).append(each)
    if by_kind:
        yield Fact("")
        yield Fact("Records")
    for kind, name in RECORDS.items():
        made = by_kind.get(kind, [])
        if kind == "rep_pr" and made:
            best = sorted(made, key=lambda each: each.reps or 0)
            yield Fact(name, " · ".join(f"{_value(each)} x {each.reps}" for each in best))
        else:
            yield from (Fact(name, f"{_value(each)}  {short(each.local_date)}") for each in made)


def _value(each: RecordRead) -> str:
    value = clock(each.value) if each.unit == "s" else f"{number(each.value)} {each.unit}"
    return f"{each.distance} in {value}" if each.distance else value


def sessions(found: Iterable[ExerciseSessionRead]) -> Iterator[Fact]:
    """The last times, newest first."""
    lines = [Fact(short(each.local_date), did(each.sets)) for each in found]
    if lines:
        yield Fact("")
        yield Fact("Last times")
        yield from lines


def did(sets: Iterable[SetRead]) -> str:
    """What was done in a workout, warm-ups aside: `97.5 kg x 6 6 6, 80 kg x 8`."""
    done = [each for each in sets if each.kind != "warmup"]
    told = []
    for weight, same in groupby(done, key=load):
        amounts = " ".join(amount(each) for each in same)
        told.append(f"{weight} x {amounts}" if weight else amounts)
    return ", ".join(told) or "warm-ups only"


def trend(series: SeriesRead | None) -> str:
    """What the chart shows, in a line; nothing where there is nothing to draw."""
    if series is None or not series.items:
        return ""
    best, last = best_of(series), series.items[-1]
    return (
        f"{WORDS[series.measure]}  {told_value(series, last)}"
        f" · best {told_value(series, best)}, {short(best.local_date)}"
    )


def curve(series: SeriesRead | None) -> Callable[[int, int], Sequence[Line]] | None:
    """What draws the chart of a series that has something to draw."""
    if series is None or not series.items:
        return None
    return partial(series_lines, series)
