"""The root of the command line: its options, its commands, and the one place where an error becomes an exit."""

from __future__ import annotations

import sys
from typing import Annotated, Final

import typer
from pydantic import ValidationError

from workout_cli.console import COLOR, can_redraw, close_quietly, is_terminal, put, say
from workout_cli.errors import ExitCode, report_unexpected
from workout_cli.output import AS_JSON
from workout_cli.runner import FAULTS, SETTINGS, WROTE
from workout_cli.tree import Tree, new_app
from workout_core import __version__
from workout_core.config import Color, load_settings
from workout_core.errors import ConfigError, WorkoutError

app = new_app(
    name="workout",
    cls=Tree,
    help="Track workouts in the terminal: log by command, read JSON, serve yourself.",
    epilog="Example: workout log bench 5x5@100kg rpe8",
    context_settings={"help_option_names": ["-h", "--help"]},
)

# These look at a configuration that stops all others.
MENDING: Final = ("config", "doctor")


@app.callback(invoke_without_command=True)
def root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
    spec: Annotated[
        bool, typer.Option("--spec", help="Print every command and option as JSON.")
    ] = False,
    color: Annotated[Color | None, typer.Option("--color", help="When to colour.")] = None,
    debug: Annotated[
        bool, typer.Option("--debug", help="Show where an unexpected error came from.")
    ] = False,
) -> None:
    if version:
        put(f"workout {__version__}")
        raise typer.Exit
    if spec:
        from workout_cli.spec import spec_of

        put(spec_of(app))
        raise typer.Exit
    if context.invoked_subcommand is None:
        put(context.get_help())
        raise typer.Exit
    faults: list[ConfigError] | None = [] if context.invoked_subcommand in MENDING else None
    settings = load_settings({"color": color}, faults=faults)
    FAULTS.set(faults or [])
    SETTINGS.set(settings)
    COLOR.set(settings.color)


def run(arguments: list[str] | None = None) -> int:
    """Run a command line and return its exit code."""
    words = sys.argv[1:] if arguments is None else arguments
    if not words and is_terminal(sys.stdin) and can_redraw(sys.stdout):
        words = ["tui"]
    WROTE.set(False)
    try:
        return _call(words)
    except (WorkoutError, ValidationError) as error:
        from workout_cli.mistakes import report_mistake  # only a mistake needs it

        as_json = AS_JSON.get() or "--json" in words
        return report_mistake(error, typer.main.get_command(app), words, as_json=as_json)
    except typer.TyperException as error:
        from workout_cli.usage import report_usage  # only a mistake needs it

        return report_usage(error, as_json="--json" in words)
    except typer.Abort:  # in the middle of a question
        say("")
        return ExitCode.INTERRUPTED
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except Exception as error:
        if "--debug" in words:
            raise
        return report_unexpected(error, as_json=AS_JSON.get() or "--json" in words)


def _call(words: list[str]) -> int:
    """What Typer returns; it ends by itself, with 1, when nobody reads a help page to its end."""
    try:
        code: int = app(words, prog_name="workout", standalone_mode=False) or ExitCode.OK
    except SystemExit as end:
        if not isinstance(end.__context__, BrokenPipeError):
            raise
        close_quietly()
        code = ExitCode.OK
    if WROTE.get():
        from workout_cli.daily_copy import keep_daily_copy  # who only reads does without

        keep_daily_copy(SETTINGS.get())
    return code
