"""The open workout and rests, as they are shown."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from workout_cli import prompt
from workout_cli.console import styled
from workout_cli.layout import Column, Table
from workout_cli.options import zone
from workout_cli.views import View
from workout_cli.views.workouts import head, sets_table, workout_text
from workout_cli.wording import clock, number, time_of_day
from workout_core.schemas import clean

if TYPE_CHECKING:
    from datetime import datetime

    from workout_core.workouts.schemas import WorkoutRead
    from workout_core.workouts.session_schemas import RestRead, SessionRead

WORKOUT: Final = (
    *(Column(name) for name in ("id", "status", "started_at", "ended_at")),
    Column("workout", shrinks=True),
    Column("exercises", shrinks=True),
    Column("sets", "right"),
    Column("volume_kg", "right"),
)
NOTHING_OPEN: Final = "No workout is open. Try: workout start Push"


def opened_text(result: WorkoutRead) -> str:
    if result.sets:
        return workout_text(result)
    return styled(clean(result.name or "Workout"), "bold") + styled(f"  {head(result)}", "dim")


def closed_text(result: WorkoutRead) -> str:
    told = workout_text(result)
    if result.status == "discarded":
        return f"{told}\n{styled('discarded', 'yellow')}; workout undo brings it back"
    return told


def status_text(result: SessionRead) -> str:
    rest = _running(result.rest) if result.rest.until else ""
    if result.workout is None:
        return "\n".join(filter(None, (NOTHING_OPEN, rest)))
    lines = [workout_text(result.workout)]
    if result.forgotten:
        ending = "finish ends it at its last set" if result.last_set_at else "discard ends it"
        lines.append(styled(f"forgotten; workout {ending}", "yellow"))
    if rest:
        lines.append(rest)
    return "\n".join(lines)


def still_open(found: SessionRead) -> str:
    """The question what to do with a forgotten workout."""
    name, last = _named(found), _last_done(found)
    if not last:
        return f"{name} is still open, without a set. Discard it?"
    return f"{name} is still open; its last set was at {last}. Close it there?"


def closed(found: SessionRead) -> str:
    """What became of a forgotten workout."""
    name, last = _named(found), _last_done(found)
    return f"{name} is closed at {last}" if last else f"{name} is discarded"


def _named(found: SessionRead) -> str:
    workout = found.workout
    assert workout is not None
    day = workout.local_date
    return f"{clean(workout.name or 'The workout')} of {day:%a} {day.day} {day:%b}"


def _last_done(found: SessionRead) -> str:
    """When its last set was done; nothing where there is none."""
    workout, last = found.workout, found.last_set_at
    return time_of_day(last, workout.local_date) if workout and last else ""


def rest_text(result: RestRead) -> str:
    if result.until is None:
        return "No rest runs"
    if result.left_s <= 0:
        return "The rest is over"
    return _running(result)


def prompt_text(result: SessionRead) -> str:
    workout = result.workout
    name = workout.name if workout else None
    last = _last_set(workout) if workout else None
    return prompt.line(name, result.elapsed_s, last, float(result.rest.left_s))


def _last_set(workout: WorkoutRead) -> tuple[str, dict[str, object]] | None:
    done = [
        (each.performed_at or each.created_at, execution.position, each.position, execution, each)
        for execution in workout.exercise_executions
        for each in execution.sets
    ]
    if not done:
        return None
    *_, execution, last = max(done, key=lambda found: found[:3])
    return execution.exercise.name, dict(last)


def _running(rest: RestRead) -> str:
    assert rest.until is not None
    left = clock(Decimal(-(-rest.left_s // 1)))
    return styled(f"rest {left}, until {time_of_day(rest.until)}", "cyan")


def _sets(result: SessionRead) -> Table:
    return sets_table([result.workout] if result.workout else [])


def _head(result: WorkoutRead) -> Table:
    exercises = dict.fromkeys(each.exercise.name for each in result.exercise_executions)
    row = (
        str(result.id)[:8],
        result.status,
        _iso(result.started_at),
        _iso(result.ended_at) if result.ended_at else "",
        result.name or "",
        ", ".join(exercises),
        str(result.sets),
        number(result.volume_kg),
    )
    return Table(WORKOUT, [row])


def _iso(at: datetime) -> str:
    return at.astimezone(zone()).isoformat(timespec="seconds")


OPENED: Final = View(_head, opened_text)
CLOSED: Final = View(_head, closed_text)
STATUS: Final = View(_sets, status_text)
REST: Final = View(text=rest_text)
PROMPT: Final = View(text=prompt_text)
