"""The whole command tree as data: for `--spec`, the completions, and the tests that keep help and README whole."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import typer

from workout_core import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator


def spec(app: typer.Typer) -> dict[str, Any]:
    """Every command with its help, example, options and arguments, nested as they are typed."""
    command = typer.main.get_command(app)
    return {"schema": "workout.spec/1", "version": __version__, **_command("workout", command)}


def spec_of(app: typer.Typer) -> str:
    """The same as JSON."""
    return json.dumps(spec(app), indent=2)


def commands(
    tree: dict[str, Any], path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    """Every command of a spec that does something, with the words that call it."""
    for each in tree["commands"]:
        words = (*path, each["name"])
        if each["commands"]:
            yield from commands(each, words)
        else:
            yield words, each


def _command(name: str, command: Any) -> dict[str, Any]:
    return {
        "name": name,
        "help": command.help or "",
        "example": (command.epilog or "").removeprefix("Example: "),
        "options": [_option(each) for each in command.params if each.param_type_name == "option"],
        "arguments": [
            _argument(each) for each in command.params if each.param_type_name == "argument"
        ],
        "commands": [
            _command(each, inner) for each, inner in getattr(command, "commands", {}).items()
        ],
    }


def _option(parameter: Any) -> dict[str, Any]:
    return {
        "names": [*parameter.opts, *parameter.secondary_opts],
        "help": parameter.help or "",
        "takes_value": not parameter.is_flag,
        "choices": _choices(parameter),
    }


def _argument(parameter: Any) -> dict[str, Any]:
    return {
        "name": parameter.name,
        "help": parameter.help or "",
        "required": parameter.required,
        "many": parameter.nargs == -1,
        "choices": _choices(parameter),
    }


def _choices(parameter: Any) -> list[str]:
    return [str(each) for each in getattr(parameter.type, "choices", ())]
