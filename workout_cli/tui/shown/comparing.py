"""Two workouts, or two periods, beside each other."""

from __future__ import annotations

from decimal import Decimal
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from textual.content import Content

from workout_cli.tui.shown.history import headline, set_lines, unit
from workout_cli.wording import in_unit, number, whole
from workout_core.plurals import counted
from workout_core.schemas import clean
from workout_core.training.one_rep_max import thirtieths
from workout_core.training.record_amounts import estimated
from workout_core.units import exact_mass
from workout_core.vocabulary import sides

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workout_core.statistics.schemas import ComparisonRead, ExerciseTotalsRead, TotalsRead
    from workout_core.workouts.schemas import ExecutionRead, SetRead, WorkoutRead

APART: Final = 2
NOTHING: Final = "–"


def workouts(first: WorkoutRead, second: WorkoutRead, width: int) -> Content:
    """Two workouts by exercise, the earlier one on the left, and what changed."""
    first, second = sorted((first, second), key=lambda each: each.started_at)
    before, after = (each.exercise_executions for each in (first, second))
    names = dict.fromkeys(each.exercise.name for each in (*after, *before))
    both = {each.exercise.name for each in before} & {each.exercise.name for each in after}
    heads = [Content.styled(headline(each), "bold") for each in (first, second)]
    lines = [_beside(heads[0], heads[1], width)]
    for name in sorted(names, key=lambda name: name not in both):
        lines += [Content(), *_exercise(name, _of(before, name), _of(after, name), width)]
    return Content("\n").join(lines)


def _exercise(
    name: str, before: Sequence[SetRead], after: Sequence[SetRead], width: int
) -> Iterator[Content]:
    yield Content.styled(clean(name), "bold")
    for left, right in zip_longest(set_lines(before), set_lines(after), fillvalue=None):
        yield _beside(left or Content(), right or Content(), width)
    changes = (
        _change("volume", volume_of(before), volume_of(after), relative=True),
        _change("e1RM", e1rm_of(before), e1rm_of(after), relative=False),
    )
    if told := Content("   ").join(filter(None, changes)):
        yield told


def _of(executions: Iterable[ExecutionRead], name: str) -> list[SetRead]:
    return [each for done in executions if done.exercise.name == name for each in done.sets]


def volume_of(sets: Iterable[SetRead]) -> Decimal | None:
    """Load x repetitions in kilograms, where there is any; assistance and body weight do not count."""
    volumes = [
        each.load_kg * each.reps * sides(each.side)
        for each in sets
        if each.load_kg and each.reps and each.load_mode in ("absolute", "added")
    ]
    return sum(volumes, Decimal(0)) if volumes else None


def e1rm_of(sets: Iterable[SetRead]) -> Decimal | None:
    """The highest estimate in kilograms, of what is lifted without the body."""
    estimates = [
        thirtieths(exact_mass(each.load_kg, "kg"), each.reps, each.rpe)
        for each in sets
        if each.load_kg and each.load_mode == "absolute" and each.kind != "warmup"
    ]
    best = max((each for each in estimates if each is not None), default=None)
    return None if best is None else estimated(best, "kg")


def _change(
    name: str, before: Decimal | None, after: Decimal | None, *, relative: bool
) -> Content | None:
    """A mass in kilograms before and after, in people's own unit."""
    if before is None and after is None:
        return None
    then, now = (None if kg is None else in_unit(kg, unit()) for kg in (before, after))
    parts: list[tuple[str, str]] = [(f"{name} ", "dim")]
    parts += [(f"{_mass(then)} → {_mass(now)} {unit()}", "")]
    if then and now is not None:
        change = (now - then) / then * 100 if relative else now - then
        sign = "▲" if change > 0 else "▼" if change < 0 else "="
        style = "$text-success" if change > 0 else "$text-warning" if change < 0 else "dim"
        told = f"{abs(change):.0f}%" if relative else number(round(abs(change), 1))
        parts.append((f"  {sign} {told}", style))
    return Content.assemble(*parts)


def _mass(value: Decimal | None) -> str:
    if value is None:
        return NOTHING
    return whole(value) if value >= 1000 else number(round(value, 1))


def periods(found: ComparisonRead, width: int) -> Content:
    """Two periods: what each came to, then the exercises that were done in them."""
    first, second = found.first, found.second
    heads = [Content.styled(_days(each), "bold") for each in (first, second)]
    lines = [_beside(heads[0], heads[1], width)]
    for left, right in zip(_totals(first), _totals(second), strict=True):
        lines.append(_beside(Content(left), Content(right), width))
    for each in found.items:
        lines += [Content(), Content.styled(clean(each.exercise.name), "bold")]
        lines.append(_beside(_summed(each.first), _summed(each.second), width))
        masses = [(done.e1rm_kg if done else None) for done in (each.first, each.second)]
        if change := _change("e1RM", *masses, relative=False):
            lines.append(change)
    return Content("\n").join(lines)


def _days(each: TotalsRead) -> str:
    return f"{each.since} to {each.until}"


def _totals(each: TotalsRead) -> tuple[str, ...]:
    return (
        f"{counted(each.workouts, 'workout')} · {each.minutes // 60} h",
        f"{counted(each.hard_sets, 'hard set')} · {counted(each.reps, 'repetition')}",
        f"{_mass(in_unit(each.volume_kg, unit()))} {unit()} · {each.distance_m / 1000:.1f} km",
    )


def _summed(each: ExerciseTotalsRead | None) -> Content:
    if each is None:
        return Content.styled(NOTHING, "dim")
    parts = [counted(each.workouts, "workout"), counted(each.sets, "set")]
    if each.volume_kg:
        parts.append(f"{_mass(in_unit(each.volume_kg, unit()))} {unit()}")
    elif each.distance_m:
        parts.append(f"{each.distance_m / 1000:.1f} km")
    return Content(" · ".join(parts))


def _beside(left: Content, right: Content, width: int) -> Content:
    """Two texts in two halves."""
    half = max(1, (width - APART) // 2)
    return Content(" " * APART).join(
        [left.truncate(half, ellipsis=True, pad=True), right.truncate(half, ellipsis=True)]
    )
