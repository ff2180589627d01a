"""Exercises that are done in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from workout_cli import references
from workout_cli.changes import compared
from workout_cli.dashes import DashWords
from workout_cli.output import shows
from workout_cli.runner import call
from workout_cli.tree import new_app
from workout_cli.views.editing import EDITED
from workout_core.workouts.inputs import Superset
from workout_core.workouts.schemas import WorkoutRead

if TYPE_CHECKING:
    from workout_cli.changes import Both
    from workout_core.services import Services

app = new_app()


@app.command(cls=DashWords, epilog="Example: workout superset bench row")
@shows(EDITED)
def superset(
    exercises: Annotated[
        list[str], typer.Argument(metavar="EXERCISE...", help="Two exercises or more, quoted.")
    ],
    split: Annotated[bool, typer.Option("--split", help="Each by itself again.")] = False,
    within: Annotated[
        str | None, typer.Option("--in", metavar="WHICH", help="The workout in which they are.")
    ] = None,
) -> WorkoutRead:
    """Make a superset of exercises, or split one."""

    async def grouped(services: Services) -> Both:
        parts = [await references.part(services, each, within) for each in exercises]
        ids = [part.execution.id for part in parts]
        data = Superset(execution_ids=list(dict.fromkeys(ids)), split=split)
        before = parts[0].workout
        return before, await services.executions.superset(before.id, data)

    return compared(call(grouped))
