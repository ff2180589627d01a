"""The open workout, and the rest between two sets."""

from __future__ import annotations

import sys
from datetime import datetime, time
from typing import TYPE_CHECKING, Annotated

import typer

from workout_cli import options, references
from workout_cli.console import is_terminal, say
from workout_cli.dashes import DashWords, plain
from workout_cli.output import shows
from workout_cli.runner import ask, call
from workout_cli.tree import new_app
from workout_cli.views.session import CLOSED, OPENED, PROMPT, STATUS, closed, still_open
from workout_core.errors import InvalidError
from workout_core.workouts.schemas import WorkoutRead
from workout_core.workouts.session_schemas import (
    SessionFinish,
    SessionRead,
    SessionResume,
    SessionStart,
)

if TYPE_CHECKING:
    from workout_core.services import Services

app = new_app()
NOON = time(12)


@app.command(cls=DashWords, epilog="Example: workout start Push --tag heavy --bodyweight 80kg")
@shows(OPENED)
def start(
    name: Annotated[
        list[str] | None, typer.Argument(metavar="NAME", help="What to call it.")
    ] = None,
    at: Annotated[
        str | None, typer.Option("--at", metavar="WHEN", help="When it began, as in 18:30.")
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DAY", help="The day on which it began.")
    ] = None,
    note: Annotated[str | None, typer.Option("--note", help="A note on it.")] = None,
    tag: Annotated[list[str] | None, typer.Option("--tag", help="A tag; may be repeated.")] = None,
    bodyweight: Annotated[
        str | None,
        typer.Option("--bodyweight", metavar="LOAD", help="What you weigh, as in 80kg."),
    ] = None,
) -> WorkoutRead:
    """Start a workout, which is open until you finish it."""
    value, unit = options.mass(bodyweight or "")
    closing = _to_close()
    data = SessionStart(
        name=" ".join(map(plain, name or [])) or None,
        at=_begun(at, on),
        timezone=options.zone().key,
        note=note,
        tags=tag or [],
        bodyweight_value=value,
        bodyweight_unit=unit,
        close_forgotten=closing is not None,
    )
    started = call(lambda services: services.session.start(data))
    if closing:
        say(closed(closing))
    return started


@app.command(epilog="Example: workout status --json")
@shows(STATUS)
def status() -> SessionRead:
    """Show the open workout, and the rest that runs."""
    return ask(lambda services: services.session.status())


@app.command(epilog="Example: workout finish --note 'felt easy'")
@shows(CLOSED)
def finish(
    at: Annotated[
        str | None, typer.Option("--at", metavar="WHEN", help="When it ended, if not now.")
    ] = None,
    name: Annotated[str | None, typer.Option("--name", help="What to call it.")] = None,
    note: Annotated[str | None, typer.Option("--note", help="A note on it.")] = None,
) -> WorkoutRead:
    """Finish the open workout.

    One that you forgot, in which nothing was done for twelve hours, ends when its last set was done.
    """
    data = SessionFinish(at=_at(at), name=name, note=note)
    return call(lambda services: services.session.finish(data))


@app.command(epilog="Example: workout discard")
@shows(CLOSED)
def discard() -> WorkoutRead:
    """Throw the open workout away, with all its sets."""
    return call(lambda services: services.session.discard())


@app.command(cls=DashWords, epilog="Example: workout resume last")
@shows(OPENED)
def resume(
    which: Annotated[
        str | None,
        typer.Argument(metavar="WHICH", help="Which; the last one, unless a day or an id is said."),
    ] = None,
) -> WorkoutRead:
    """Open a finished workout again."""
    return call(lambda services: _resume(services, plain(which or "last")))


async def _resume(services: Services, which: str) -> WorkoutRead:
    if which.casefold() == "last":
        return await services.session.resume(SessionResume())
    found = await references.workout(services, which)
    return await services.session.resume(SessionResume(workout_id=found.id))


def _begun(at: str | None, on: str | None) -> datetime | None:
    """When a workout began; at noon of an earlier day whose hour is not said."""
    moment = options.moment_on(on, at)
    if moment is None:
        return None
    if moment.at:
        return moment.at
    if moment.day == options.today():
        return options.now()
    return datetime.combine(moment.day, NOON, options.zone())


def _at(text: str | None) -> datetime | None:
    moment = options.moment(text)
    if moment is None:
        return None
    if moment.at is None:
        raise InvalidError(f"{text!r} has no time of day", hints=[f"'{text} 18:30'"])
    return moment.at


def _to_close() -> SessionRead | None:
    """The forgotten workout that is to be closed, if whoever sits at a terminal says so."""
    if not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
        return None
    found = ask(lambda services: services.session.status())
    wanted = found.forgotten and typer.confirm(still_open(found), default=True, err=True)
    return found if wanted else None


@app.command(epilog="Example: workout prompt")
@shows(PROMPT)
def prompt() -> SessionRead:
    """Print the open workout in one line, for tmux or a shell's prompt."""
    return ask(lambda services: services.session.status())
