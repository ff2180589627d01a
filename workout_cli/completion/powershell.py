"""The script of PowerShell: the command tree as a table, and a block that walks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_cli.spec import JOINS, every

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workout_cli.spec import CommandSpec, OptionSpec

_HEAD = r"""# Completion of workout in PowerShell, made by `workout completions powershell`.
# Nothing is started on TAB: the names of exercises are read from a file that workout keeps.

Register-ArgumentCompleter -Native -CommandName workout -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commands = @{
"""
_TAIL = r"""    }

    function Read-WorkoutNames {
        $folders = @()
        if ($env:LOCALAPPDATA) { $folders += "$env:LOCALAPPDATA/workout/workout/Cache" }
        elseif ($env:XDG_CACHE_HOME) { $folders += "$env:XDG_CACHE_HOME/workout" }
        else { $folders += "$HOME/Library/Caches/workout", "$HOME/.cache/workout" }
        foreach ($folder in $folders) {
            $file = "$folder/exercises.txt"
            if ([IO.File]::Exists($file)) { return [IO.File]::ReadAllLines($file) }
        }
    }

    function Find-WorkoutOption($path, $name) {
        foreach ($option in $commands[$path].Options) {
            if ($option.Names -ccontains $name) { return $option }
        }
    }

    # The words before the cursor: the command, how many arguments it has, an option that waits for its value.
    $path = ''
    $count = 0
    $waiting = $null
    foreach ($element in ($commandAst.CommandElements | Select-Object -Skip 1)) {
        if ($element.Extent.EndOffset -ge $cursorPosition -and $wordToComplete -ne '') { break }
        $word = $element.Extent.Text
        if ($waiting) { $waiting = $null; continue }
        if ($word.StartsWith('-')) {
            $option = Find-WorkoutOption $path $word
            if ($option -and $option.Value -ne 'flag') { $waiting = $option }
            continue
        }
        if ("$path $word" -eq '{joins}') { $count = 0; continue }
        $longer = "$path $word".Trim()
        if ($count -eq 0 -and $commands.ContainsKey($longer)) { $path = $longer } else { $count += 1 }
    }

    $start = ''
    $typed = $wordToComplete
    if (-not $waiting -and $typed -match '^(--[^=]+)=(.*)$') {
        $waiting = Find-WorkoutOption $path $Matches[1]
        $start = $Matches[1] + '='
        $typed = $Matches[2]
    }

    $command = $commands[$path]
    $found = @()
    if ($waiting -or $start) {
        if ($waiting) { $found = @($waiting.Choices | ForEach-Object { , @($_, $waiting.Help) }) }
    } elseif ($typed.StartsWith('-')) {
        foreach ($option in $command.Options) {
            $found += @($option.Names | ForEach-Object { , @($_, $option.Help) })
        }
    } elseif ($command.Commands.Count -gt 0) {
        if ($count -eq 0) { $found = $command.Commands }
    } elseif ($count -lt $command.Arguments.Count) {
        $argument = $command.Arguments[$count]
        $values = if ($argument.Value -eq 'exercise') { Read-WorkoutNames } else { $argument.Choices }
        $found = @($values | ForEach-Object { , @($_, $argument.Help) })
    }
    foreach ($each in $found) {
        if (-not $each -or -not $each[0].StartsWith($typed)) { continue }
        $text = $start + $each[0]
        $help = if ($each[1]) { $each[1] } else { $each[0] }
        if ($text -match '[^\w.=-]') { $text = "'" + $text.Replace("'", "''") + "'" }
        [System.Management.Automation.CompletionResult]::new($text, $each[0], 'ParameterValue', $help)
    }
}
"""


def script(tree: CommandSpec) -> str:
    """The script for a command tree."""
    return (
        _HEAD
        + "".join(f"{line}\n" for line in _table(tree))
        + _TAIL.replace("{joins}", " ".join(JOINS))
    )


def _table(tree: CommandSpec) -> Iterator[str]:
    for path, command in every(tree):
        yield f"        {_quoted(' '.join(path))} = @{{"
        yield "            Commands = @("
        for each in command["commands"]:
            yield f"                , @({_quoted(each['name'])}, {_quoted(each['help'])})"
        yield "            )"
        yield "            Options = @("
        yield from (f"                {_option(option)}" for option in command["options"])
        yield "            )"
        yield "            Arguments = @("
        for argument in command["arguments"]:
            rest = _rest(argument["value"], argument["choices"], argument["help"])
            yield f"                @{{ {rest} }}"
        yield "            )"
        yield "        }"


def _option(option: OptionSpec) -> str:
    names = _list((*option["names"], *option["off_names"]))
    return f"@{{ Names = {names}; {_rest(option['value'], option['choices'], option['help'])} }}"


def _rest(value: str, choices: Iterable[str], about: str) -> str:
    return f"Value = {_quoted(value)}; Choices = {_list(choices)}; Help = {_quoted(about)}"


def _list(texts: Iterable[str]) -> str:
    return f"@({', '.join(map(_quoted, texts))})"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
