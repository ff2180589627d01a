"""Take out what was logged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from workout_cli import references
from workout_cli.changes import done
from workout_cli.dashes import DashWords
from workout_cli.output import shows
from workout_cli.references import Part
from workout_cli.runner import call
from workout_cli.tree import new_app
from workout_cli.views.editing import REMOVED, Removed
from workout_cli.wording import day, grouped
from workout_core.plurals import counted
from workout_core.workouts.inputs import Removal
from workout_core.workouts.schemas import WorkoutRead

if TYPE_CHECKING:
    from uuid import UUID

    from workout_core.services import Services

app = new_app()


@app.command(cls=DashWords, epilog="Example: workout rm bench:last")
@shows(REMOVED)
def rm(
    what: Annotated[
        list[str],
        typer.Argument(
            metavar="WHAT...", help="Sets, exercises or workouts: bench:3, bench, last."
        ),
    ],
    within: Annotated[
        str | None, typer.Option("--in", metavar="WHICH", help="The workout in which they are.")
    ] = None,
) -> Removed:
    """Take out sets, exercises or whole workouts.

    It never asks: nothing is gone for good. A set is counted as it stands before anything is taken out.
    """
    return done(call(lambda services: _removed(services, what, within)))


async def _removed(services: Services, what: list[str], within: str | None) -> Removed:
    workouts: dict[UUID, WorkoutRead] = {}
    parts: list[Part] = []
    for each in what:
        if references.means_workout(each):
            found = await references.workout(services, each)
            workouts[found.id] = found
        else:
            parts.append(await references.part(services, each, within))
    told = [_of_workout(each) for each in workouts.values()]
    told += [_of_part(part) for part in parts]
    left = []
    for workout_id in dict.fromkeys(part.workout.id for part in parts):
        if workout_id not in workouts:
            here = [part for part in parts if part.workout.id == workout_id]
            left.append(await services.executions.remove(workout_id, _removal(here)))
    for workout_id in workouts:
        await services.workouts.delete(workout_id)
    return Removed(removed=list(dict.fromkeys(told)), workouts=left)


def _removal(parts: list[Part]) -> Removal:
    whole = (each.id for part in parts if not part.set for each in part.executions)
    sets = (part.set.id for part in parts if part.set)
    return Removal(execution_ids=list(dict.fromkeys(whole)), set_ids=list(dict.fromkeys(sets)))


def _of_workout(workout: WorkoutRead) -> str:
    name = workout.name or "Workout"
    return f"{name} of {day(workout.local_date)}, {counted(workout.sets, 'set')}"


def _of_part(part: Part) -> str:
    name = part.execution.exercise.name
    if part.set:
        return f"{name}: {grouped([part.set])[0]}"
    sets = [each for execution in part.executions for each in execution.sets]
    return f"{name}: {', '.join(grouped(sets)) or 'no sets'}"
