"""The shape of the program's JSON."""

from __future__ import annotations

from typing import Annotated

import typer
from pydantic_core import to_json

from workout_cli import schemas
from workout_cli.console import put
from workout_cli.tree import new_app

app = new_app()


@app.command(epilog="Example: workout schema WorkoutRead")
def schema(
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", help="Of which output; all are listed without."),
    ] = None,
) -> None:
    """Print the JSON Schema of an output.

    What a command prints says in its field schema what it is, as in "workout.WorkoutRead/1"; a list, of what.
    """
    if name is None:
        put("\n".join(schemas.models()))
    else:
        put(to_json(schemas.json_schema(name), indent=2).decode())
