"""The whole command tree as data: for `--spec`, the completions, and the tests that keep help and README whole."""

from __future__ import annotations

import json
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, TypedDict

import typer
from typer.core import TyperArgument, TyperGroup, TyperOption

from workout_cli.schemas import models
from workout_cli.topics import TOPICS
from workout_cli.tree import COMMANDS
from workout_core import __version__
from workout_core.auth.scopes import DEFAULT
from workout_core.body.types import BY_SLUG
from workout_core.config import KEYS
from workout_core.vocabulary import Muscle, values

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

Value = Literal["flag", "choice", "file", "exercise", "number", "text"]
Words: TypeAlias = tuple[str, ...]

# The arguments that begin with the name of an exercise.
EXERCISES: Final = frozenset(
    {
        ("log", "words"),
        ("last", "exercise"),
        ("chart", "words"),
        ("records", "exercise"),
        *(("stats exercise", "name"), ("stats intensity", "name")),
        *(
            (f"exercise {each}", "name")
            for each in ("show", "edit", "alias", "hide", "merge", "rm")
        ),
        ("exercise merge", "into"),
        *(("rm", "what"), ("move", "what"), ("edit", "words"), ("superset", "exercises")),
    }
)
# Options that take the name of an exercise.
EXERCISE_OPTIONS: Final = frozenset(
    {("history", "--exercise"), ("note", "--of"), ("move", "--before"), ("move", "--after")}
)
# The command in a line of which another exercise follows a word.
JOINS: Final = ("log", "+")
WHICH: Final = ("last", "open", "today", "yesterday")
# Options for which these words are offered.
WORDS: Final = {
    **dict.fromkeys(("--primary", "--secondary"), values(Muscle)),
    "--in": WHICH,
    "--scope": DEFAULT,
    **dict.fromkeys(("--on", "--since", "--until"), ("today", "yesterday")),
}
# What an argument takes that is no closed set for the program, but one for whoever completes it.
CHOICES: Final[Mapping[tuple[str, str], tuple[str, ...]]] = {
    ("help", "topic"): (*TOPICS, *COMMANDS),
    ("schema", "name"): tuple(models()),
    **dict.fromkeys((("show", "which"), ("resume", "which"), ("copy", "which")), WHICH),
    **dict.fromkeys(
        ((f"config {each}", "name") for each in ("get", "set", "unset")),
        tuple(key.name for key in KEYS),
    ),
    ("restore", "which"): ("latest",),
    **dict.fromkeys(
        (
            *(("body log", "words"), ("body history", "type_")),
            *(("body trend", "type_"), ("body goal", "words")),
        ),
        tuple(BY_SLUG),
    ),
    ("profile bands", "muscle"): values(Muscle),
    **dict.fromkeys((("body edit", "which"), ("body rm", "which")), ("last",)),
}


class OptionSpec(TypedDict):
    """An option; `off_names` turn a flag off."""

    names: list[str]
    off_names: list[str]
    help: str
    value: Value
    metavar: str | None
    choices: list[str]
    required: bool
    repeatable: bool


class ArgumentSpec(TypedDict):
    """An argument."""

    name: str
    metavar: str
    help: str
    value: Value
    choices: list[str]
    required: bool
    repeatable: bool


class CommandSpec(TypedDict):
    """A command, or a group of them; `help` is its first paragraph."""

    name: str
    help: str
    example: str
    options: list[OptionSpec]
    arguments: list[ArgumentSpec]
    commands: list[CommandSpec]


class Spec(CommandSpec):
    """The program."""

    schema: str
    version: str


HELP: Final[OptionSpec] = {
    "names": ["-h", "--help"],
    "off_names": [],
    "help": "Show this message and exit.",
    "value": "flag",
    "metavar": None,
    "choices": [],
    "required": False,
    "repeatable": False,
}


def spec(app: typer.Typer) -> Spec:
    """Every command with its help, example, options and arguments, nested as they are typed."""
    root = _command("workout", typer.main.get_command(app), ())
    return {"schema": "workout.spec/1", "version": __version__, **root}


def spec_of(app: typer.Typer) -> str:
    """The same as JSON."""
    return json.dumps(spec(app), indent=2)


def every(tree: CommandSpec, path: Words = ()) -> Iterator[tuple[Words, CommandSpec]]:
    """Every command and group, the tree itself first, with the words that call it after `workout`."""
    yield path, tree
    for each in tree["commands"]:
        yield from every(each, (*path, each["name"]))


def commands(tree: CommandSpec) -> Iterator[tuple[Words, CommandSpec]]:
    """Every command that does something, with the words that call it after `workout`."""
    return (found for found in every(tree) if not found[1]["commands"])


def taking_values(tree: CommandSpec) -> Iterator[str]:
    """Every option that takes a value, after the words of its command: `log --at`, ` --color`."""
    for path, command in every(tree):
        for option in command["options"]:
            if option["value"] != "flag":
                yield from (f"{' '.join(path)} {name}" for name in option["names"])


def _command(name: str, command: Any, path: Words) -> CommandSpec:
    inner = command.commands if isinstance(command, TyperGroup) else {}
    return {
        "name": name,
        "help": _first_paragraph(command.help or ""),
        "example": _first_paragraph(command.epilog or "").removeprefix("Example: "),
        "options": [
            *(_option(each, path) for each in command.params if isinstance(each, TyperOption)),
            HELP,
        ],
        "arguments": [
            _argument(each, path) for each in command.params if isinstance(each, TyperArgument)
        ],
        "commands": [
            _command(each, found, (*path, each))
            for each, found in inner.items()
            if not found.hidden
        ],
    }


def _option(option: TyperOption, path: Words) -> OptionSpec:
    choices = _choices(option) or list(WORDS.get(option.opts[0], ()))
    value: Value = "flag" if option.is_flag else "choice" if choices else _value(option)
    return {
        "names": list(option.opts),
        "off_names": list(option.secondary_opts),
        "help": option.help or "",
        "value": "exercise" if (" ".join(path), option.opts[0]) in EXERCISE_OPTIONS else value,
        "metavar": option.metavar,
        "choices": choices,
        "required": option.required,
        "repeatable": option.multiple,
    }


def _argument(argument: TyperArgument, path: Words) -> ArgumentSpec:
    place = (" ".join(path), argument.name)
    choices = [*CHOICES.get(place, ())] or _choices(argument)
    value: Value = "choice" if choices else _value(argument)
    return {
        "name": argument.name,
        "metavar": argument.display_name_raw,
        "help": argument.help or "",
        "value": "exercise" if place in EXERCISES else value,
        "choices": choices,
        "required": argument.required,
        "repeatable": argument.nargs == -1,
    }


def _value(parameter: TyperOption | TyperArgument) -> Value:
    described = parameter.type_descriptor
    if described.is_choice:
        return "choice"
    if described.is_path or described.is_file or described.annotation == list[Path]:
        return "file"
    return "number" if described.annotation in (int, float) else "text"


def _choices(parameter: TyperOption | TyperArgument) -> list[str]:
    return [str(each) for each in parameter.type_descriptor.choices or ()]


def _first_paragraph(text: str) -> str:
    return " ".join(takewhile(str.strip, text.strip().splitlines()))
