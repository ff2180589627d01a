"""Notes and tags on what was logged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from workout_cli import changes, references
from workout_cli.changes import compared, noted
from workout_cli.console import say
from workout_cli.dashes import DashWords, plain
from workout_cli.output import shows
from workout_cli.runner import call
from workout_cli.tree import new_app
from workout_cli.views.editing import EDITED
from workout_core.errors import InvalidError
from workout_core.schemas import clean
from workout_core.workouts.inputs import ExecutionUpdate, SetUpdate, WorkoutUpdate
from workout_core.workouts.schemas import WorkoutRead

if TYPE_CHECKING:
    from workout_cli.changes import Both
    from workout_core.services import Services

app = new_app()


@app.command(cls=DashWords, epilog="Example: workout note grip gave out --of bench")
@shows(EDITED)
def note(
    text: Annotated[list[str], typer.Argument(metavar="TEXT...", help="What to remember.")],
    of: Annotated[
        str | None,
        typer.Option("--of", metavar="WHAT", help="An exercise, a set or a workout it is about."),
    ] = None,
    within: Annotated[
        str | None, typer.Option("--in", metavar="WHICH", help="The workout in which that is.")
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="In place of what was noted; '' for nothing.")
    ] = False,
) -> WorkoutRead:
    """Note something on a workout, an exercise or a set.

    Without --of it goes to the open workout, else to today's; a further note is a line more.
    """
    words = " ".join(map(plain, text))
    return compared(call(lambda services: _noted(services, words, of, within, replace)))


@app.command(cls=DashWords, epilog="Example: workout tag heavy deload --of last")
@shows(EDITED)
def tag(
    tags: Annotated[list[str], typer.Argument(metavar="TAG...", help="One word or more, quoted.")],
    of: Annotated[
        str | None,
        typer.Option("--of", metavar="WHICH", help="The workout; the open one, unless given."),
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Take the tags off.")] = False,
) -> WorkoutRead:
    """Tag a workout."""
    words = [plain(each) for each in tags]
    if not all(each.strip() for each in words):
        raise InvalidError("A tag has a letter or more", hints=["workout tag heavy"])

    async def tagged(services: Services) -> Both:
        found = await (references.workout(services, of) if of else references.current(services))
        add, gone = ((), words) if remove else (words, ())
        data = WorkoutUpdate(tags=changes.tagged(found, add, gone))
        return found, await services.workouts.update(found.id, data)

    changed = compared(call(tagged))
    say(f"tags: {clean(', '.join(changed.tags)) or 'none'}")
    return changed


async def _noted(
    services: Services, text: str, of: str | None, within: str | None, replace: bool
) -> Both:
    if of is None or references.means_workout(of):
        which = of or within
        found = await (
            references.workout(services, which) if which else references.current(services)
        )
        data = WorkoutUpdate(note=noted(found.note, text, replace=replace))
        return found, await services.workouts.update(found.id, data)
    part = await references.part(services, of, within)
    place = (part.workout.id, part.execution.id)
    if part.set:
        line = noted(part.set.note, text, replace=replace)
        say(f"{of}: // {' / '.join(clean(line or '', lines=True).splitlines())}")
        await services.sets.update(*place, part.set.id, SetUpdate(note=line))
    else:
        line = noted(part.execution.note, text, replace=replace)
        await services.executions.update(*place, ExecutionUpdate(note=line))
    return part.workout, await services.workouts.get(part.workout.id)
