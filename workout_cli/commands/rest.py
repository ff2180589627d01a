"""The rest between two sets."""

from __future__ import annotations

import sys
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

import typer

from workout_cli.console import can_redraw, is_terminal
from workout_cli.output import shows
from workout_cli.runner import call
from workout_cli.tree import new_app
from workout_cli.views.session import REST
from workout_core.durations import parse_duration
from workout_core.workouts.session_schemas import RestRead, RestStart

if TYPE_CHECKING:
    from workout_core.services import Services

app = new_app()


@app.command(epilog="Example: workout rest 90")
@shows(REST)
def rest(
    time: Annotated[
        str | None,
        typer.Argument(metavar="TIME|stop", help="90, 90s, 3m or 1:30; stop ends it."),
    ] = None,
    background: Annotated[
        bool, typer.Option("--background", help="Start it, and do not wait for its end.")
    ] = False,
    no_bell: Annotated[bool, typer.Option("--no-bell", help="Do not ring at its end.")] = False,
    notify: Annotated[
        bool, typer.Option("--notify", help="Tell the desktop of its end, too.")
    ] = False,
) -> RestRead:
    """Rest between two sets, and count down.

    Without a time it goes on with the rest that runs; else it takes the time of the last set's exercise, or two
    minutes. Ctrl-C ends the looking, not the rest.
    """
    if time == "stop":
        return call(_stop_rest)
    data = RestStart(seconds=Decimal(parse_duration(time))) if time else None
    begun = call(lambda services: _rest(services, data))
    if background or not (is_terminal(sys.stdout) and can_redraw(sys.stderr)):
        return begun
    from workout_cli.countdown import count_down

    return count_down(begun, bell=not no_bell, notify=notify)


async def _rest(services: Services, data: RestStart | None) -> RestRead:
    """The rest that runs where none is asked for, else a new one."""
    running = None if data else (await services.session.status()).rest
    if running and running.until:
        return running
    return await services.session.rest(data or RestStart())


async def _stop_rest(services: Services) -> RestRead:
    await services.session.stop_rest()
    return (await services.session.status()).rest
