"""A command line that cannot be read, told in one line, and what was probably meant."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from typer._click.exceptions import BadParameter, NoArgsIsHelpError, NoSuchOption, UsageError
from typer.core import TyperGroup, TyperOption

from workout_cli.console import put
from workout_cli.errors import ExitCode, report
from workout_core.errors import InvalidError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from typer import TyperException
    from typer._click.core import Context

_COMMAND: Final = re.compile(r"No such command (['\"].*?['\"])(?:\.|$)", re.DOTALL)
_CHOICE: Final = re.compile(r"'(.*)' is not one of ", re.DOTALL)
_MOST_CHOICES: Final = 8


def report_usage(error: TyperException, *, as_json: bool = False) -> ExitCode:
    """Say what was mistyped; a group that is called by itself shows its help."""
    if isinstance(error, NoArgsIsHelpError):
        put(error.format_message())
        return ExitCode.OK
    return report(usage_error(error), as_json=as_json)


def usage_error(error: TyperException) -> InvalidError:
    """The error in our words, with the nearest commands, options or choices for a hint."""
    if not isinstance(error, UsageError) or error.ctx is None:
        return InvalidError(_line(error.format_message()), hints=["workout --help"])
    path, ask = error.ctx.command_path, f"{error.ctx.command_path} --help"
    if isinstance(error, NoSuchOption):
        return _told(f"{path} has no option {error.option_name}", _options(error), ask)
    if found := _COMMAND.match(error.message):
        return _told(f"{path} has no command {found[1]}", _commands(error.ctx, found[1][1:-1]), ask)
    if isinstance(error, BadParameter) and (found := _CHOICE.search(error.message)):
        return _choice(error, found[1], ask)
    return _told(_line(error.format_message().replace("Value error, ", "")), [], ask)


def _told(message: str, near: list[str], otherwise: str) -> InvalidError:
    return InvalidError(message, hints=[" or ".join(near) or otherwise])


def _line(message: str) -> str:
    return " ".join(message.split()).rstrip(".")


def _choice(error: BadParameter, given: str, ask: str) -> InvalidError:
    parameter = error.param
    described = getattr(parameter, "type_descriptor", None)
    choices = [str(each) for each in getattr(described, "choices", None) or ()]
    name = parameter.opts[0] if isinstance(parameter, TyperOption) else ""
    name = name or getattr(parameter, "metavar", None) or "the argument"
    wanted = (
        f"must be {' or '.join(choices)}, and is" if len(choices) <= _MOST_CHOICES else "cannot be"
    )
    near = get_close_matches(given, choices) or (choices if wanted == "cannot be" else [])
    return _told(f"{name} {wanted} {given!r}", near, ask)


def _options(error: NoSuchOption) -> list[str]:
    """Options that are alike; hyphens, which all have, make none so."""
    bare = {each.lstrip("-"): each for each in error.possibilities or ()}
    return [bare[each] for each in get_close_matches(error.option_name.lstrip("-"), bare)]


def _commands(context: Context, name: str) -> list[str]:
    """Calls of the commands whose names are alike: of this group's, else of any."""
    path, group = context.command_path, context.command
    here = (
        [(each, f"{path} {each}") for each in group.commands]
        if isinstance(group, TyperGroup)
        else []
    )
    return _near(name, here) or _near(name, list(_calls(context.find_root().command, "workout")))


def _near(name: str, calls: list[tuple[str, str]]) -> list[str]:
    """The calls of that very name, else of those that are alike."""
    names = [each for each, _ in calls]
    near = [name] if name in names else get_close_matches(name, names)
    return [call for each, call in calls if each in near]


def _calls(group: object, path: str) -> Iterator[tuple[str, str]]:
    """The name of each command below a group, and the words that call it."""
    if isinstance(group, TyperGroup):
        for name, command in group.commands.items():
            yield name, f"{path} {name}"
            yield from _calls(command, f"{path} {name}")
