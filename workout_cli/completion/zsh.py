"""The script of zsh: a function for each command, in the terms of _arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_cli.spec import JOINS, every

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workout_cli.spec import ArgumentSpec, CommandSpec, OptionSpec

_HEAD = r"""#compdef workout
# Completion of workout in zsh, made by `workout completions zsh`.
# Nothing is started on TAB: the names of exercises are read from a file that workout keeps.

_workout_names() {
    local folder=$HOME/.cache
    [[ $OSTYPE == darwin* ]] && folder=$HOME/Library/Caches
    [[ $XDG_CACHE_HOME == /* ]] && folder=$XDG_CACHE_HOME
    [[ -r $folder/workout/exercises.txt ]] || return 1
    local -a names=("${(@f)$(<$folder/workout/exercises.txt)}")
    local expl
    _wanted -V exercises expl exercise compadd -a names
}

_workout_joined() {
    [[ $words[CURRENT-1] == {joins} ]] && _workout_names
}
"""
_GROUP = r"""
{name}() {{
    local curcontext="$curcontext" state line ret=1
    local -A opt_args
    local -a commands=(
{commands}
    )
    _arguments -C \
{options} \
        '1:command:->command' \
        '*::argument:->argument' && ret=0
    case $state in
    command) _describe -t commands command commands && ret=0 ;;
    argument)
        case $line[1] in
{calls}
        esac ;;
    esac
    return ret
}}
"""
_COMMAND = r"""
{name}() {{
    local curcontext="$curcontext" state line
    local -A opt_args
    _arguments \
{options}
}}
"""
_TAIL = r"""
if [[ $funcstack[1] == _workout ]]; then
    _workout "$@"
else
    compdef _workout workout
fi
"""


def script(tree: CommandSpec) -> str:
    """The script for a command tree."""
    functions = (_function(path, command) for path, command in every(tree))
    return _HEAD.replace("{joins}", JOINS[1]) + "".join(functions) + _TAIL


def _function(path: tuple[str, ...], command: CommandSpec) -> str:
    specs = [spec for option in command["options"] for spec in _option(option)]
    if not command["commands"]:
        specs += [_argument(argument) for argument in command["arguments"]]
        specs += [_quoted("*:exercise:_workout_joined")] if path == JOINS[:1] else []
        return _COMMAND.format(name=_name(path), options=_lines(specs))
    names = [each["name"] for each in command["commands"]]
    described = [f"{each['name']}:{each['help']}" for each in command["commands"]]
    return _GROUP.format(
        name=_name(path),
        commands="\n".join(f"        {_quoted(each)}" for each in described),
        options=_lines(specs),
        calls="\n".join(f"        {each}) {_name((*path, each))} && ret=0 ;;" for each in names),
    )


def _name(path: tuple[str, ...]) -> str:
    return "_".join(("_workout", *path)).replace("-", "_")


def _lines(specs: list[str]) -> str:
    return " \\\n".join(f"        {spec}" for spec in specs)


def _option(option: OptionSpec) -> Iterator[str]:
    names = [*option["names"], *option["off_names"]]
    excluded = "*" if option["repeatable"] else f"({' '.join(names)})" if len(names) > 1 else ""
    about = "".join(f"\\{sign}" if sign in "[]:\\" else sign for sign in option["help"])
    for name in names:
        if option["value"] == "flag":
            yield _quoted(f"{excluded}{name}[{about}]")
        else:
            joined = "=" if name.startswith("--") else "+"
            message = (option["metavar"] or name.lstrip("-")).lower()
            yield _quoted(f"{excluded}{name}{joined}[{about}]:{message}:{_action(option)}")


def _argument(argument: ArgumentSpec) -> str:
    place = "*" if argument["repeatable"] and argument["value"] != "exercise" else ""
    message = argument["metavar"].strip("[].").lower()
    return _quoted(f"{place}:{message}:{_action(argument)}")


def _action(parameter: OptionSpec | ArgumentSpec) -> str:
    if parameter["value"] == "choice":
        return f"({' '.join(parameter['choices'])})"
    return {"exercise": "_workout_names", "file": "_files"}.get(parameter["value"], " ")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
