"""Change what was logged: in the editor, or one thing by a word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from workout_cli import changes, drafts, references
from workout_cli.changes import compared, done
from workout_cli.console import say
from workout_cli.dashes import DashWords, plain
from workout_cli.output import shows
from workout_cli.runner import SETTINGS, ask, call
from workout_cli.tree import new_app
from workout_cli.views.editing import EDITED, Edited
from workout_core.errors import InvalidError
from workout_core.workouts.schemas import DayRead, WorkoutRead
from workout_core.workouts.text_schemas import SetText, WorkoutsRead, WorkoutText

if TYPE_CHECKING:
    from workout_cli.changes import Both
    from workout_core.services import Services

app = new_app()


@app.command(cls=DashWords, epilog="Example: workout edit bench:3 102.5x5 rpe9")
@shows(EDITED)
def edit(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WHICH]", help="A workout, a day, or a set and what it says."),
    ] = None,
    within: Annotated[
        str | None,
        typer.Option("--in", metavar="WHICH", help="The workout in which the set is."),
    ] = None,
    name: Annotated[str | None, typer.Option("--name", help="What the workout is called.")] = None,
    at: Annotated[
        str | None, typer.Option("--at", metavar="WHEN", help="When it began; its end goes along.")
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DAY", help="On which day it was.")
    ] = None,
    note: Annotated[str | None, typer.Option("--note", help="What to remember of it.")] = None,
    tag: Annotated[
        list[str] | None, typer.Option("--tag", help="A tag more; may be repeated.")
    ] = None,
    untag: Annotated[
        list[str] | None, typer.Option("--untag", help="A tag less; may be repeated.")
    ] = None,
    bodyweight: Annotated[
        str | None, typer.Option("--bodyweight", metavar="MASS", help="What you weighed, as 80kg.")
    ] = None,
    text: Annotated[
        str | None,
        typer.Option("--text", metavar="FILE", help="Apply this text; - is standard input."),
    ] = None,
    print_: Annotated[
        bool, typer.Option("--print", help="Print the text, and change nothing.")
    ] = False,
) -> Edited | WorkoutRead:
    """Change a workout in your editor, or one thing of it.

    Without options the workout (the open one, else the last) opens as text: its name, times and notes, then a line
    an exercise, as they are logged. Only what you change is changed. A set is changed by saying what it should be.
    """
    which = " ".join(map(plain, words or ())) or within or ""
    what, said = references.set_and_text(which)
    given: dict[str, Any] = {"name": name, "at": at, "on": on, "note": note}
    given |= {"tag": tag, "untag": untag, "bodyweight": bodyweight}
    fields = any(each is not None for each in given.values())
    _refuse_several(what, fields=fields, text=text is not None, print_=print_)
    if what:
        return compared(call(lambda services: _set(services, what, said, within)))
    if fields:
        return compared(call(lambda services: _fields(services, which, given)))
    texts = ask(lambda services: _texts(services, which))
    if print_:
        return WorkoutText(
            workout_id=texts[0].workout_id, version=texts[0].version, text=drafts.joined(texts)
        )
    found = drafts.applied(texts, drafts.read_text(text)) if text else drafts.edited(texts)
    if found is None:
        say("nothing changed")
        return ask(lambda services: _workouts(services, texts))
    return done(found)


def _refuse_several(what: str, *, fields: bool, text: bool, print_: bool) -> None:
    """One thing is changed, or all of it: what is asked beside that would be lost."""
    if bool(what) + fields + text + print_ > 1:
        raise InvalidError(
            "A set, --text, --print and the options for one thing each go alone",
            hints=["workout edit last --name Push", "workout edit last --text FILE"],
        )


async def _set(services: Services, what: str, said: str, within: str | None) -> Both:
    part = await references.part(services, what, within)
    assert part.set is not None
    place = (part.workout.id, part.execution.id, part.set.id)
    data = SetText(text=said, usual_unit=SETTINGS.get().unit)
    await services.texts.replace_set(*place, data)
    return part.workout, await services.workouts.get(part.workout.id)


async def _fields(services: Services, which: str, given: dict[str, Any]) -> Both:
    found = await (references.workout(services, which) if which else references.latest(services))
    return found, await services.workouts.update(found.id, changes.update(found, **given))


async def _texts(services: Services, which: str) -> list[WorkoutText]:
    found = await (references.meant(services, which) if which else references.latest(services))
    workouts = found.workouts if isinstance(found, DayRead) else [found]
    if not workouts:
        raise InvalidError(f"Nothing was logged on {which}", hints=["workout edit last"])
    return [await services.texts.get(each.id) for each in workouts]


async def _workouts(services: Services, texts: list[WorkoutText]) -> WorkoutsRead:
    return WorkoutsRead(workouts=[await services.workouts.get(each.workout_id) for each in texts])
