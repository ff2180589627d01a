"""Scripts that complete `workout` in four shells, made of the command tree.

A program that answers each TAB costs a Python start, 100 ms and more. So a script holds the commands, options and
choices itself, and reads the names of exercises from a file that the program keeps (workout_cli.names_cache):
everything is done by the shell's own builtins, and no process is started.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from workout_cli.completion import bash, fish, powershell, zsh

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from workout_cli.spec import CommandSpec

Shell = Literal["bash", "zsh", "fish", "powershell"]

MAKERS: Final[Mapping[Shell, Callable[[CommandSpec], str]]] = {
    "bash": bash.script,
    "zsh": zsh.script,
    "fish": fish.script,
    "powershell": powershell.script,
}
FILES: Final[Mapping[Shell, str]] = {
    "bash": "workout.bash",
    "zsh": "_workout",
    "fish": "workout.fish",
    "powershell": "workout.ps1",
}


def script(shell: Shell, tree: CommandSpec) -> str:
    """The script of a shell."""
    return MAKERS[shell](tree)
