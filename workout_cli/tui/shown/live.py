"""The open workout beside its sets: the plan, the last times, the totals, the week."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from textual.content import Content

from workout_cli.options import now
from workout_cli.tui.shown.sets import summary
from workout_cli.widths import cut
from workout_cli.wording import distance, number, signed_load, volume
from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workout_core.charts.schemas import SeriesRead
    from workout_core.errors import WorkoutError
    from workout_core.live.schemas import LiveBoard, LiveGroup, LivePast, LiveSession, LiveSlot
    from workout_core.statistics.schemas import MuscleSetsRead, WeekStatsRead
    from workout_core.vocabulary import Muscle
    from workout_core.workouts.log_schemas import LoggedPlates

MOST_DOTS: Final = 8
SHOWN_MUSCLES: Final = 8
BAR: Final = 8
LONGEST_CUE: Final = 88
LONGEST_READING: Final = 24
SUPERSET: Final = "┃"
NOTHING_DONE: Final = "–"


def unread(error: WorkoutError) -> Content:
    """Why there is nothing to be seen, and what can be done about it."""
    told = [f"✗ {error.message}", *error.hints[:1]]
    return Content.assemble(
        clean("\n".join(told), lines=True),
        ("\n\nIt is tried again every few seconds; q leaves.", "dim"),
    )


def plan_lines(slot: LiveSlot, *, current: bool, sending: int = 0) -> Content:
    """An exercise of the plan on two lines: its name, and how far it is."""
    done = sum(each.kind != "warmup" for each in slot.done) + sending
    left = max(0, sum(each.kind != "warmup" for each in slot.planned) - sending)
    whole = not left and done > 0
    mark = "▶" if current else "✓" if whole else " "
    name = clean(slot.exercise.name)
    style = "bold" if current else "dim" if whole else ""
    tied = SUPERSET if slot.superset_group else " "
    dots = f"{'●' * min(done, MOST_DOTS)}{'○' * min(left, MOST_DOTS)}"
    if done + left > MOST_DOTS:
        dots = f"{done}/{done + left}"
    sets = summary([*slot.done, *slot.planned])
    return Content.assemble(
        (f"{mark}{tied}{name}", style),
        "\n",
        (f" {tied}", ""),
        (dots, "$text-success" if done else "dim"),
        (f"  {sets}" if sets else "", "dim"),
    )


def subtitle(slot: LiveSlot) -> Content:
    """With what the exercise is done, and what it works."""
    muscles = ", ".join(each.replace("_", " ") for each in slot.primary_muscles[:3])
    return Content(" · ".join(filter(None, (slot.modality, muscles))))


def facts(slot: LiveSlot, past: LivePast | None) -> Content:
    """Plates, bests and the cue, on two lines."""
    parts: list[tuple[str, str]] = []
    if slot.plates:
        parts += [("plates/side ", "dim"), (_side(slot.plates), ""), ("   ", "")]
    if past and past.best:
        parts += [("best ", "dim"), (group(past.best), ""), ("   ", "")]
    if past and past.e1rm_value:
        e1rm = f"{number(round(past.e1rm_value, 1))} {past.e1rm_unit}"
        parts += [("e1RM ", "dim"), (e1rm, "")]
    first = Content.assemble(*parts)
    cue = slot.note or slot.cue
    if not cue:
        return first
    word = "note " if slot.note else "cue "
    told = Content.assemble((word, "dim"), cut(clean(cue.splitlines()[0]), LONGEST_CUE))
    return Content("\n").join([first, told] if parts else [told])


def _side(plates: LoggedPlates) -> str:
    """The plates of one side, and what they miss of the load."""
    told = " + ".join(map(number, plates.per_side)) or "none"
    if plates.shortfall:
        word = "short" if plates.shortfall > 0 else "over"
        told += f" ({number(abs(plates.shortfall))} {plates.unit} {word})"
    return told


def last_times(past: LivePast | None, most: int) -> Content:
    """A line for each of the last times: the day, the loads, the repetitions."""
    if past is None or not past.sessions:
        return Content.styled("never done before", "dim")
    lines = []
    for each in past.sessions[:most]:
        day = f"{each.local_date.day:>2} {each.local_date:%b}"
        lines.append(Content.assemble((f"{day}  ", "dim"), _done(each)))
    return Content("\n").join(lines)


def _done(each: LiveSession) -> str:
    """The loads with their repetitions; what has none as it would be typed."""
    if any(reps is None for one in each.groups for reps in one.reps):
        return cut(each.reading, LONGEST_READING)
    return "  ".join(map(group, each.groups))


def group(each: LiveGroup) -> str:
    """Sets with one load: `50 × 8 8 7`."""
    reps = " ".join(NOTHING_DONE if reps is None else str(reps) for reps in each.reps)
    if each.load_value is None:
        return f"bw × {reps}" if each.load_mode else reps
    return f"{signed_load(each.load_value, each.load_mode)} × {reps}"


def totals(board: LiveBoard) -> Content:
    """What the workout comes to so far."""
    to = board.totals
    word, told = came_to(board)
    rows: list[tuple[str, Content]] = [
        ("sets", Content(f"{to.sets} of {to.sets_planned}")),
        (word, Content.assemble(told, "  ", _against(board))),
    ]
    if to.reps or word == "volume":
        rows.append(("reps", Content(str(to.reps))))
    rows += [("records" if not n else "", each) for n, each in enumerate(_records(board))]
    if ends := _ends(board):
        rows.append(("ends ~", Content(f"{ends:%H:%M}")))
    return _table(rows)


def came_to(board: LiveBoard) -> tuple[str, str]:
    """The volume so far; of runs and the like the distance; after what it is."""
    metres = sum(
        (each.distance_m or Decimal(0) for at in board.slots for each in at.done), Decimal(0)
    )
    if metres and not board.totals.volume_kg:
        return "distance", distance(metres)
    return "volume", volume(board.totals.volume_kg)


def _against(board: LiveBoard) -> Content:
    """How the volume stands against the whole of the last workout of this name."""
    before = board.totals.previous_volume_kg
    if not before or not board.totals.sets:
        return Content()
    share = board.totals.volume_kg / before * 100
    return Content.styled(f"{share:.0f}% of last", "dim")


def _records(board: LiveBoard) -> list[Content]:
    names = dict.fromkeys(each.exercise for each in board.records)
    return [Content.assemble(("★ ", "$text-warning"), clean(name)) for name in list(names)[:3]] or [
        Content.styled("none yet", "dim")
    ]


def _ends(board: LiveBoard) -> datetime | None:
    """When it will be over at the pace so far; nothing before three sets."""
    if board.workout is None or board.totals.sets < 3:
        return None
    left = board.totals.sets_planned - board.totals.sets
    pace = board.workout.elapsed_s / board.totals.sets
    return now() + timedelta(seconds=left * pace) if left > 0 else None


def week(stats: WeekStatsRead, worked: Iterable[Muscle]) -> Content:
    """Hard sets of the week against the band, of what is worked now first."""
    now_worked = set(worked)
    ranked = sorted(stats.items, key=lambda each: (each.muscle not in now_worked, -each.sets))
    shown = [each for each in ranked if each.sets or each.muscle in now_worked][:SHOWN_MUSCLES]
    if not shown:
        return Content.styled("nothing yet", "dim")
    return Content("\n").join(map(_muscle, shown))


def _muscle(each: MuscleSetsRead) -> Content:
    name = each.muscle.replace("_", " ")
    most = each.band_high or max(int(each.sets), 1)
    full = min(BAR, round(float(each.sets) / most * BAR))
    bar = "█" * full + "░" * (BAR - full)
    of = f"{number(each.sets)}/{each.band_high}" if each.band_high else number(each.sets)
    return Content.assemble((f"{name[:11]:<12}", "dim"), f"{bar} {of:>7}")


def trend_title(series: SeriesRead) -> Content:
    """How the estimate went: from, to, and by how much."""
    first, last = series.items[0].value, series.items[-1].value
    change = (last - first) / first * 100 if first else None
    sign = "▲" if last > first else "▼" if last < first else "="
    style = "$text-success" if last >= first else "$text-warning"
    return Content.assemble(
        ("e1RM · 6 months   ", "dim"),
        f"{number(first)} → ",
        (number(last), "bold"),
        f" {series.unit}  ",
        (f"{sign} {abs(change):.0f}%" if change is not None else "", style),
    )


def elapsed(board: LiveBoard, since: datetime) -> str:
    """How long the workout goes, as m:ss or h:mm:ss."""
    assert board.workout is not None
    seconds = board.workout.elapsed_s + int((datetime.now(UTC) - since).total_seconds())
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"


def _table(rows: Sequence[tuple[str, Content]]) -> Content:
    lines = [Content.assemble((f"{name:<9}", "dim"), told) for name, told in rows]
    return Content("\n").join(lines)
