"""The script of bash: one function, which walks the words up to the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_cli.spec import JOINS, every, taking_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workout_cli.spec import ArgumentSpec, CommandSpec, OptionSpec

_HEAD = r"""# Completion of workout in bash 4.4 and newer, made by `workout completions bash`.
# Nothing is started on TAB: the names of exercises are read from a file that workout keeps.

_workout_names() {
    local folder=$HOME/.cache
    [[ $OSTYPE == darwin* ]] && folder=$HOME/Library/Caches
    [[ ${XDG_CACHE_HOME-} == /* ]] && folder=$XDG_CACHE_HOME
    [[ -r $folder/workout/exercises.txt ]] || return 0
    mapfile -t found <"$folder/workout/exercises.txt"
    compopt -o nosort 2>/dev/null
}

_workout() {
    local -a words=() found=()
    local line=$COMP_LINE path='' value='' count=0 word current i

    # The words as the shell will split them: readline also splits at = and :.
    for ((i = 0; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if ((i == 0)) || [[ $line == [[:space:]]* ]]; then
            words+=("$word")
        else
            words[-1]+=$word
        fi
        [[ -n $word ]] && line=${line#*"$word"}
    done
    current=${words[-1]}

    for word in "${words[@]:1:${#words[@]}-2}"; do
        if [[ -n $value ]]; then
            value=''
        elif [[ $word == -* ]]; then
            case "$path $word" in
"""
_WALK = r"""
                value="$path $word" ;;
            esac
        elif [[ "$path $word" == "{joins}" ]]; then
            count=0
        elif ((count)); then
            ((count++))
        else
            case "$path $word" in
"""
_VALUES = r"""
                path="${path:+$path }$word" ;;
            *) ((++count)) ;;
            esac
        fi
    done

    COMPREPLY=()
    if [[ $current == --*=* ]]; then
        value="$path ${current%%=*}"
        current=${current#*=}
    fi
    if [[ -n $value ]]; then
        case $value in
"""
_ARGUMENTS = r"""        esac
    elif [[ $current != -* ]]; then
        case "$path $count" in
"""
_OPTIONS = r"""        esac
    fi
    if [[ -z $value && ($current == -* || -z $current && ${#found[@]} -eq 0) ]]; then
        case "$path $count" in
"""
_TAIL = r"""        esac
    fi

    local quote=${current:0:1}
    [[ $quote == [\"\'] ]] && current=${current:1} || quote=''
    for word in "${found[@]}"; do
        [[ $word == "$current"* ]] || continue
        [[ -z $quote && $word == *[!a-zA-Z0-9._-]* ]] && printf -v word %q "$word"
        COMPREPLY+=("$word")
    done
}

complete -F _workout workout
"""
_FILES = "compopt -o default 2>/dev/null; return 0"


def script(tree: CommandSpec) -> str:
    """The script for a command tree."""
    return "".join(
        (
            _HEAD,
            _patterns(taking_values(tree)),
            _WALK.replace("{joins}", " ".join(JOINS)),
            _patterns(f"{' '.join(path[:-1])} {path[-1]}" for path, _ in every(tree) if path),
            _VALUES,
            *_cases(_values(tree)),
            _ARGUMENTS,
            *_cases(_arguments(tree)),
            _OPTIONS,
            *_cases(_options(tree)),
            _TAIL,
        )
    )


def _patterns(texts: Iterator[str]) -> str:
    return " | \\\n".join(f'                "{text}"' for text in texts) + ")"


def _cases(cases: Iterator[tuple[str, str]]) -> Iterator[str]:
    """The cases that do something; those that do the same thing are one."""
    same: dict[str, list[str]] = {}
    for text, action in cases:
        same.setdefault(action, []).append(text)
    for action, texts in same.items():
        patterns = " | \\\n            ".join(texts)
        yield f"        {patterns})\n            {action} ;;\n"


def _values(tree: CommandSpec) -> Iterator[tuple[str, str]]:
    for path, command in every(tree):
        for option in command["options"]:
            if action := _action(option):
                for name in option["names"]:
                    yield f'"{" ".join(path)} {name}"', action


def _arguments(tree: CommandSpec) -> Iterator[tuple[str, str]]:
    for path, command in every(tree):
        words = " ".join(path)
        if command["commands"]:
            names = " ".join(each["name"] for each in command["commands"])
            yield f'"{words} 0"', f"found=({names})"
        for place, argument in enumerate(command["arguments"]):
            if action := _action(argument):
                yield f'"{words} {place}"', action


def _options(tree: CommandSpec) -> Iterator[tuple[str, str]]:
    for path, command in every(tree):
        names = [
            name
            for option in command["options"]
            for name in (*option["names"], *option["off_names"])
        ]
        place = '0"' if command["commands"] else '"*'
        yield f'"{" ".join(path)} {place}', f"found=({' '.join(names)})"


def _action(parameter: OptionSpec | ArgumentSpec) -> str | None:
    if parameter["value"] == "choice":
        return f"found=({' '.join(parameter['choices'])})"
    if parameter["value"] == "exercise":
        return "_workout_names"
    return _FILES if parameter["value"] == "file" else None
