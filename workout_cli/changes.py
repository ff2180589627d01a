"""What words on the command line change of a workout."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

from workout_cli import options
from workout_cli.console import say
from workout_cli.dashes import plain
from workout_core.errors import InvalidError
from workout_core.workouts.inputs import WorkoutUpdate
from workout_core.workouts.text.headers import moment_like
from workout_core.zones import local_zone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workout_core.workouts.schemas import WorkoutRead

R = TypeVar("R")
Both: TypeAlias = "tuple[WorkoutRead, WorkoutRead]"
TIME: Final = r"(?a)\d{1,2}(:\d\d){0,2} ?([ap]m)?"


def done(result: R) -> R:
    """What was changed, having said how it is taken back."""
    say("workout undo takes it back")
    return result


def compared(both: tuple[R, R]) -> R:
    """Something as it is now, having said how the change is taken back, if it is one."""
    before, after = both
    if before != after:
        return done(after)
    say("nothing changed")
    return after


def once(at: str | None, on: str | None) -> str | None:
    """The one of two texts that says when."""
    if at is not None and on is not None:
        raise InvalidError("--at and --on say the same; give one of them", hints=["--at"])
    text = on if at is None else at
    return None if text is None else plain(text)


def moved(workout: WorkoutRead, at: str | None, on: str | None) -> dict[str, Any]:
    """The times of a workout that begins at another moment, or on another day; it stays as long as it was."""
    text = once(at, on)
    if text is None:
        return {}
    if on is not None:
        start = _on(workout, options.day(text))
    elif re.fullmatch(TIME, text.strip().casefold()):
        start = moment_like(text, workout.started_at, workout.timezone)
    else:
        moment = options.moment(text)
        assert moment is not None
        start = moment.at.astimezone(UTC) if moment.at else _on(workout, moment.day)
    times = {"started_at": start}
    if workout.ended_at:
        times["ended_at"] = workout.ended_at + (start - workout.started_at)
    return times


def tagged(workout: WorkoutRead, add: Iterable[str], remove: Iterable[str]) -> list[str]:
    """The tags of a workout with some more, or without some, whatever their case."""
    gone = {each.strip().casefold() for each in remove}
    tags = {each.casefold(): each for each in workout.tags}
    tags |= {each.strip().casefold(): each for each in add if each.strip().casefold() not in tags}
    return [each for key, each in tags.items() if key not in gone]


def update(workout: WorkoutRead, **given: Any) -> WorkoutUpdate:
    """What the options of `workout edit` change; an empty text clears."""
    values = moved(workout, given["at"], given["on"])
    for name in ("name", "note"):
        if given[name] is not None:
            values[name] = given[name].strip() or None
    if given["tag"] or given["untag"]:
        values["tags"] = tagged(workout, given["tag"] or (), given["untag"] or ())
    if given["bodyweight"] is not None:
        values["bodyweight_value"], values["bodyweight_unit"] = options.mass(given["bodyweight"])
    return WorkoutUpdate(**values)


def noted(old: str | None, text: str, *, replace: bool) -> str | None:
    """A note with a line more, or another in its place."""
    if replace:
        return text.strip() or None
    return "\n".join(filter(None, (old, text.strip()))) or None


def _on(workout: WorkoutRead, day: Any) -> datetime:
    zone = local_zone(workout.timezone)
    time = workout.started_at.astimezone(zone).time()
    return datetime.combine(day, time, zone).astimezone(UTC)
