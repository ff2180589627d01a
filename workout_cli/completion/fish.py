"""The script of fish: a line for each option and argument, with the place where it may stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_cli.spec import JOINS, every, taking_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workout_cli.spec import ArgumentSpec, CommandSpec, OptionSpec

_HEAD = r"""# Completion of workout in fish, made by `workout completions fish`.
# Nothing is started on TAB: the names of exercises are read from a file that workout keeps.

function __workout_names
    set -l folders $HOME/Library/Caches $HOME/.cache
    string match -q '/*' -- "$XDG_CACHE_HOME"; and set folders $XDG_CACHE_HOME
    for folder in $folders
        if test -r $folder/workout/exercises.txt
            string match '*' <$folder/workout/exercises.txt
            return
        end
    end
end

# Whether the words before the cursor call a command, and give it so many arguments.
function __workout_at --argument-names wanted wanted_count
    set -l path ''
    set -l count 0
    set -l is_value 0
    for word in (commandline -opc)[2..]
        if test $is_value = 1
            set is_value 0
            continue
        end
        switch "$path $word"
            case {values}
                set is_value 1
            case '* -*'
            case '{joins}'
                set count 0
            case {commands}
                if test $count = 0
                    set path (string trim -- "$path $word")
                else
                    set count (math $count + 1)
                end
            case '*'
                set count (math $count + 1)
        end
    end
    test "$path" = "$wanted"; and test -z "$wanted_count" -o "$wanted_count" = $count
end

complete -c workout -f
"""


def script(tree: CommandSpec) -> str:
    """The script for a command tree."""
    head = _HEAD.replace("{values}", _patterns(taking_values(tree)))
    head = head.replace("{joins}", " ".join(JOINS)).replace(
        "{commands}",
        _patterns(f"{' '.join(path[:-1])} {path[-1]}" for path, _ in every(tree) if path),
    )
    return head + "".join(f"{line}\n" for line in _lines(tree))


def _lines(tree: CommandSpec) -> Iterator[str]:
    for path, command in every(tree):
        words = " ".join(path)
        yield ""
        for each in command["commands"]:
            yield f"{_at(words, 0)} -a {each['name']} -d {_quoted(each['help'])}"
        for place, argument in enumerate(command["arguments"]):
            if action := _action(argument):
                yield f"{_at(words, place)} {action}"
        for option in command["options"]:
            yield from _option(words, option)


def _option(words: str, option: OptionSpec) -> Iterator[str]:
    about = f"-d {_quoted(option['help'])}"
    if option["value"] != "flag":
        about = f"{_action(option) or '-x'} {about}".replace("-k -a", "-x -k -a")
    yield f"{_at(words)} {_flags(option['names'])} {about}"
    if option["off_names"]:
        yield f"{_at(words)} {_flags(option['off_names'])} {about}"


def _at(words: str, count: int | None = None) -> str:
    condition = f"__workout_at {_quoted(words)}" + ("" if count is None else f" {count}")
    return f'complete -c workout -n "{condition}"'


def _flags(names: list[str]) -> str:
    return " ".join(
        f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in names
    )


def _action(parameter: OptionSpec | ArgumentSpec) -> str | None:
    if parameter["value"] == "choice":
        return f"-k -a {_quoted(' '.join(parameter['choices']))}"
    return {"exercise": "-k -a '(__workout_names)'", "file": "-r -F"}.get(parameter["value"])


def _patterns(texts: Iterator[str]) -> str:
    return " \\\n                ".join(map(_quoted, texts))


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
