"""What was mistyped, told by the words of the command that was called, and where its help is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError
from typer.core import TyperGroup, TyperOption

from workout_cli.errors import report
from workout_core.errors import InvalidError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workout_cli.errors import ExitCode
    from workout_core.errors import WorkoutError

# The parameters that give a field which is not called as they are.
PARAMETERS: Final[Mapping[str, Sequence[str]]] = {
    "birth_year": ("born",),
    "height_value": ("height",),
    "height_unit": ("height",),
    "half_life_days": ("half_life",),
    "until": ("by",),
    "day": ("on", "at"),
    "measured_at": ("at", "on"),
    "started_at": ("at",),
    **dict.fromkeys(("bars", "bar_value", "bar_unit"), ("bar",)),
    "increment": ("step",),
}
# What people call a field that is part of an argument.
WORDS: Final[Mapping[str, str]] = {
    "text": "what was typed",
    "load": "the loads",
    "time_s": "the time",
    "distance_m": "the distance",
    "to_m": "the distance",
    "s_per_km": "the pace",
}


def report_mistake(
    error: WorkoutError | ValidationError, root: Any, words: Sequence[str], *, as_json: bool
) -> ExitCode:
    """Say what was wrong: of a field as it was typed, and without a better hint where to read on."""
    command, path = _called(root, words)
    known = InvalidError.from_pydantic(error) if isinstance(error, ValidationError) else error
    if fields := known.details.get("fields"):
        known.message = _sentence(fields[0], command, words)
    return report(known, as_json=as_json, otherwise=f"{path} --help")


def _called(root: Any, words: Sequence[str]) -> tuple[Any, str]:
    """The command that words call, as far as they do, and its path."""
    command, path = root, ["workout"]
    for word in words:
        if isinstance(command, TyperGroup) and word in command.commands:
            command = command.commands[word]
            path.append(word)
    return command, " ".join(path)


def _sentence(field: Mapping[str, str], command: Any, words: Sequence[str]) -> str:
    name = field["field"].partition(".")[0]
    if not name:
        return field["message"]
    return f"{_typed(name, command, words)} {field['message']}"


def _typed(field: str, command: Any, words: Sequence[str]) -> str:
    """What gives a field: an option that was typed or might have been, else an argument, else the field in words."""
    found = {each.name.rstrip("_"): each for each in getattr(command, "params", ())}
    names = (field, *PARAMETERS.get(field, ()))
    options = [found[each] for each in names if isinstance(found.get(each), TyperOption)]
    given = {word.partition("=")[0] for word in words}
    for option in sorted(options, key=lambda each: given.isdisjoint(each.opts)):
        return str(option.opts[0])
    argument = getattr(found.get(field), "metavar", None)
    return WORDS.get(field) or (argument or field.replace("_", " ")).strip("[]")
