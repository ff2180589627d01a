"""What people call a workout (WHICH) and a part of one (WHAT).

WHICH is `last`, `open`, a day, the beginning of an id, or a small number: a line of the last listing. WHAT is an
exercise of a workout, or one of its sets: `bench`, `bench:3`, `bench:-1`, `bench:last`; unless a workout is named, it
is looked for in the open one, else in the day's last.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from workout_cli import listing, options
from workout_cli.dashes import plain
from workout_core.errors import AmbiguousError, InvalidError, NotFoundError
from workout_core.exercises.schemas import ExerciseReference
from workout_core.plurals import counted
from workout_core.workouts.schemas import DayRead, WorkoutFilters, WorkoutReference

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from workout_core.services import Services
    from workout_core.workouts.schemas import ExecutionRead, SetRead, WorkoutRead

STILL_GOING: Final = timedelta(hours=4)
POSITION: Final = r"(?a)[1-9]\d{0,2}"
SET: Final = r"(-?[0-9]{1,3}|last)"
LONGEST: Final = 80
WHICH_HINTS: Final = [
    "last, open, yesterday, 'last fri' or 2026-11-20",
    "the beginning of an id, or a number: a line of the last workout history",
]
WHAT_HINTS: Final = ["bench, bench:3 or bench:last"]
CURRENT_HINTS: Final = ["--in last"]


class Part(NamedTuple):
    """The executions of an exercise in a workout, and one of their sets if one was named."""

    workout: WorkoutRead
    executions: tuple[ExecutionRead, ...]
    set: SetRead | None

    @property
    def execution(self) -> ExecutionRead:
        """The execution with the set; without one named, the last."""
        sets = [[each.id for each in execution.sets] for execution in self.executions]
        at = next((at for at, ids in enumerate(sets) if self.set and self.set.id in ids), -1)
        return self.executions[at]


def names_workout(text: str) -> bool:
    """Whether a workout is meant and not a day: `last`, `open`, a line of a listing, the beginning of an id."""
    head = text.casefold()[:8]
    if head in ("last", "open") or re.fullmatch(POSITION, text):
        return True
    return len(head) >= 4 and set(head) <= set("0123456789abcdef")


def means_workout(text: str) -> bool:
    """Whether a whole workout is meant, by whatever name, and not a part of one."""
    which = plain(text).strip()
    if names_workout(which):
        return True
    with suppress(InvalidError):
        options.day(which)
        return True
    return False


async def meant(services: Services, which: str) -> DayRead | WorkoutRead:
    """The workout that is meant, or the day with all of its workouts."""
    which = plain(which).strip()
    if re.fullmatch(POSITION, which):
        return await services.workouts.get(_listed(int(which)))
    if names_workout(which):
        return await services.workouts.find(WorkoutReference(text=which))
    return await services.workouts.day(_day(which))


async def workout(services: Services, which: str) -> WorkoutRead:
    """The workout that is meant; a day means its workout if it has one alone."""
    found = await meant(services, which)
    if not isinstance(found, DayRead):
        return found
    if not found.workouts:
        raise NotFoundError(f"Nothing was logged on {found.local_date}", hints=WHICH_HINTS)
    if len(found.workouts) > 1:
        raise AmbiguousError(
            f"There is more than one workout on {found.local_date}; name it by its id",
            hints=[str(each.id) for each in found.workouts],
        )
    return found.workouts[0]


async def latest(services: Services) -> WorkoutRead:
    """The open workout, else the last."""
    with suppress(NotFoundError):
        return await services.workouts.find(WorkoutReference(text="open"))
    return await services.workouts.find(WorkoutReference(text="last"))


async def current(services: Services) -> WorkoutRead:
    """The open workout, else today's last, else one that ended less than four hours ago."""
    with suppress(NotFoundError):
        return await services.workouts.find(WorkoutReference(text="open"))
    if todays := (await services.workouts.day(options.today())).workouts:
        return todays[-1]
    for last in (await services.workouts.list(WorkoutFilters(size=1))).items:
        if (last.ended_at or last.started_at) + STILL_GOING >= options.now():
            return await services.workouts.get(last.id)
    raise NotFoundError("No workout is open, and nothing was logged today", hints=CURRENT_HINTS)


async def part(services: Services, what: str, within: str | None = None) -> Part:
    """The part of a workout that is meant; without one named, of the current workout."""
    name, place = _split(plain(what).strip())
    known = await services.exercises.find(ExerciseReference(name=name))
    found = await (workout(services, within) if within else current(services))
    executions = tuple(each for each in found.exercise_executions if each.exercise.id == known.id)
    if not executions:
        there = dict.fromkeys(each.exercise.name for each in found.exercise_executions)
        day = found.local_date
        raise NotFoundError(
            f"{known.name} is not in the workout of {day}", hints=[*there] or CURRENT_HINTS
        )
    if place is None:
        return Part(found, executions, None)
    return Part(found, executions, _set_at(executions, place, what))


def set_and_text(words: str) -> tuple[str, str]:
    """A set that is named first, as in `bench press:3`, and what follows it; nothing where none is."""
    found = re.match(rf"(?i)([^:]*[^:\s]:{SET})(?:\s+(.*))?$", words, re.DOTALL)
    return (found[1], found[3] or "") if found else ("", "")


def _split(what: str) -> tuple[str, int | None]:
    """The exercise of a part, and the place of the set, from 1 or from the end."""
    name, colon, place = what.rpartition(":")
    if not colon:
        return what, None
    if not name.strip() or not re.fullmatch(SET, place.casefold()) or place in ("0", "-0"):
        raise InvalidError(f"{what!r} is no part of a workout", hints=WHAT_HINTS)
    return name.strip(), -1 if place.casefold() == "last" else int(place)


def _set_at(executions: tuple[ExecutionRead, ...], place: int, what: str) -> SetRead:
    sets = [each for execution in executions for each in execution.sets]
    if not 1 <= abs(place) <= len(sets):
        name = executions[0].exercise.name
        raise NotFoundError(
            f"{plain(what)!r} is not there: {name} has {counted(len(sets), 'set')}",
            hints=[f"{what.rpartition(':')[0]}:last"] if sets else WHAT_HINTS,
        )
    return sets[place - 1 if place > 0 else place]


def _listed(position: int) -> UUID:
    if found := listing.recall(position):
        return found
    raise NotFoundError(
        f"The last listing has no line {position}", hints=["workout history", "workout show last"]
    )


def _day(text: str) -> date:
    """The day that is meant; what is neither a day nor anything else is refused with all that may be said."""
    try:
        return options.day(text)
    except InvalidError as error:
        raise InvalidError(
            f"{text[:LONGEST]!r} is neither a workout nor a day", hints=WHICH_HINTS
        ) from error
