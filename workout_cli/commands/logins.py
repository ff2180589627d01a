"""Where one is logged in, and ending that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

import typer

from workout_cli.called import Kind, one_called
from workout_cli.output import shows
from workout_cli.runner import ask, call
from workout_cli.tree import new_app
from workout_cli.views.logins import ENDED, LOGINS
from workout_core.auth.schemas import LoginList
from workout_core.errors import InvalidError

if TYPE_CHECKING:
    from workout_core.services import Services

LOGIN: Final = Kind("login", "workout logins list", "workout logins end")

app = new_app(
    name="logins",
    help="Where you are logged in.",
    epilog="Example: workout logins list",
    no_args_is_help=True,
)


@app.command("list", epilog="Example: workout logins list")
@shows(LOGINS)
def list_() -> LoginList:
    """List the devices that are logged in as you.

    Like all that manages your account it wants a login of workout login --admin.
    """
    return ask(lambda services: services.account.logins())


@app.command(epilog="Example: workout logins end --others")
@shows(ENDED)
def end(
    device: Annotated[
        list[str] | None,
        typer.Argument(metavar="DEVICE|ID", help="Its device, its id, or the beginning of it."),
    ] = None,
    others: Annotated[
        bool, typer.Option("--others", help="Every login but the one by which you ask.")
    ] = False,
) -> LoginList:
    """Log a device out, at once; this cannot be undone."""
    if others == bool(device):
        raise InvalidError(
            "Name a login, or say --others",
            hints=["workout logins list", LOGIN.wants + " --others"],
        )

    async def ended(services: Services) -> LoginList:
        if device is None:
            return await services.account.end_others()
        logins = (await services.account.logins()).items
        found = one_called(" ".join(device), logins, lambda each: each.device, LOGIN)
        await services.account.end_login(found.id)
        return LoginList(items=[found])

    return call(ended)
