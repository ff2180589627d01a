"""Move and copy what was logged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from workout_cli import changes, options, references
from workout_cli.changes import compared, done
from workout_cli.dashes import DashWords, plain
from workout_cli.output import shows
from workout_cli.runner import call
from workout_cli.tree import new_app
from workout_cli.views.editing import EDITED
from workout_core.errors import InvalidError, NotFoundError
from workout_core.workouts.inputs import (
    ExecutionMove,
    ExecutionUpdate,
    SetUpdate,
    WorkoutCopy,
    WorkoutUpdate,
)
from workout_core.workouts.schemas import DayRead, WorkoutRead

if TYPE_CHECKING:
    from workout_cli.changes import Both
    from workout_cli.references import Part
    from workout_core.services import Services

app = new_app()
HINTS = ["workout move bench --to yesterday", "workout move plank --before bench"]


@app.command(cls=DashWords, epilog="Example: workout move plank --after bench")
@shows(EDITED)
def move(
    what: Annotated[str, typer.Argument(metavar="WHAT", help="An exercise, a set, or a workout.")],
    to: Annotated[
        str | None, typer.Option("--to", metavar="WHICH", help="Into this workout, or to this day.")
    ] = None,
    before: Annotated[
        str | None, typer.Option("--before", metavar="EXERCISE", help="Before this one.")
    ] = None,
    after: Annotated[
        str | None, typer.Option("--after", metavar="EXERCISE", help="Behind this one.")
    ] = None,
    first: Annotated[bool, typer.Option("--first", help="To the beginning.")] = False,
    within: Annotated[
        str | None, typer.Option("--in", metavar="WHICH", help="The workout in which it is.")
    ] = None,
) -> WorkoutRead:
    """Move an exercise, a set or a workout.

    A workout goes to another day, an exercise to another workout or another place in its own, a set to the beginning.
    """
    if sum(map(bool, (to, before, after, first))) != 1:
        raise InvalidError("Say where to, in one way", hints=HINTS)
    if to:
        return compared(call(lambda services: _moved_to(services, what, to, within)))
    return compared(call(lambda services: _ordered(services, what, before, after, within)))


@app.command(cls=DashWords, epilog="Example: workout copy last --on yesterday")
@shows(EDITED)
def copy(
    which: Annotated[
        str,
        typer.Argument(
            metavar="[WHICH]", help="last, open, a day, a line of the last listing, or an id."
        ),
    ] = "last",
    at: Annotated[
        str | None,
        typer.Option("--at", metavar="WHEN", help="When the copy was done; now, unless given."),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DAY", help="On which day, at the same time of day."),
    ] = None,
) -> WorkoutRead:
    """Do a workout again: a new one with the same sets.

    Notes stay behind; what was done otherwise is changed with `workout edit`.
    """
    moment = options.moment(changes.once(at, on))
    data = WorkoutCopy(
        at=moment.at if moment else None,
        day=moment.day if moment and moment.at is None else None,
        timezone=options.zone().key,
    )

    async def copied(services: Services) -> WorkoutRead:
        found = await references.workout(services, which)
        return await services.workouts.copy(found.id, data)

    return done(call(copied))


async def _moved_to(services: Services, what: str, to: str, within: str | None) -> Both:
    if references.means_workout(what):
        if references.names_workout(plain(to)):
            raise InvalidError("A workout moves to a day, not into a workout", hints=HINTS[:1])
        found = await references.workout(services, what)
        data = WorkoutUpdate(**changes.moved(found, None, to))
        return found, await services.workouts.update(found.id, data)
    part = await references.part(services, what, within)
    if part.set:
        raise InvalidError("A set stays in its exercise; move the exercise", hints=HINTS)
    target = await _target(services, part, to)
    if target.id == part.workout.id:
        raise InvalidError(f"{part.execution.exercise.name} is in that workout", hints=HINTS[1:])
    for each in part.executions:
        into = ExecutionMove(workout_id=target.id)
        await services.executions.move(part.workout.id, each.id, into)
    return target, await services.workouts.get(target.id)


async def _target(services: Services, part: Part, to: str) -> WorkoutRead:
    found = await references.meant(services, to)
    if isinstance(found, DayRead) and not found.workouts:
        day, name = found.local_date, part.execution.exercise.name
        raise NotFoundError(
            f"Nothing was logged on {day}, so there is no workout for {name} to move into",
            hints=[
                f"workout move last --to {day} moves a whole workout",
                f"workout log --on {day} begins one of that day",
            ],
        )
    return await references.workout(services, to)


async def _ordered(
    services: Services, what: str, before: str | None, after: str | None, within: str | None
) -> Both:
    part = await references.part(services, what, within)
    workout = part.workout.id
    beside = before or after
    if part.set:
        if beside:
            raise InvalidError("A set moves to the beginning: --first", hints=["--first"])
        place = (workout, part.execution.id, part.set.id)
        await services.sets.update(*place, SetUpdate(position=0))
        return part.workout, await services.workouts.get(workout)
    at = 0
    if beside:
        other = await references.part(services, beside, str(workout))
        at = _place(part, other, behind=bool(after))
    for count, each in enumerate(part.executions):
        data = ExecutionUpdate(position=at + count)
        await services.executions.update(workout, each.id, data)
    return part.workout, await services.workouts.get(workout)


def _place(part: Part, beside: Part, *, behind: bool) -> int:
    """The place beside another exercise, counted without those that move."""
    moving = {each.id for each in part.executions}
    if moving & {each.id for each in beside.executions}:
        raise InvalidError("An exercise cannot stand beside itself", hints=HINTS[1:])
    rest = [each.id for each in part.workout.exercise_executions if each.id not in moving]
    target = beside.executions[-1 if behind else 0]
    return rest.index(target.id) + behind
