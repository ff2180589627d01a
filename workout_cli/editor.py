"""A text in the editor of the person at the keyboard."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
from shutil import which
from typing import TYPE_CHECKING, Final

from workout_cli.console import is_terminal
from workout_core.errors import InvalidError

if TYPE_CHECKING:
    from pathlib import Path

FALLBACKS: Final = ("sensible-editor", "nano", "vim", "vi", "notepad")
HINTS: Final = ["export EDITOR=nano"]
STANDARD_ERROR: Final = 2
INTERRUPTED: Final = (-signal.SIGINT, 128 + signal.SIGINT)


def editor_command() -> list[str]:
    """The words that start the editor; InvalidError where none is found."""
    for name in ("VISUAL", "EDITOR"):
        if command := os.environ.get(name, "").strip():
            return _words(name, command)
    for name in FALLBACKS:
        if which(name):
            return [name]
    raise InvalidError("No editor was found", hints=HINTS)


def run_editor(command: list[str], file: Path) -> None:
    """Wait until the file is edited; Ctrl-C is the editor's meanwhile. An editor that fails is an error."""
    out = None if is_terminal(sys.stdout) else STANDARD_ERROR
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        done = subprocess.run([*command, str(file)], stdout=out, check=False)  # noqa: S603
    except OSError as error:
        raise InvalidError(
            f"The editor {command[0]!r} cannot be started: {error.strerror}", hints=HINTS
        ) from error
    finally:
        signal.signal(signal.SIGINT, before)
    if done.returncode in INTERRUPTED:
        raise KeyboardInterrupt
    if done.returncode:
        raise InvalidError(
            f"The editor ended with {done.returncode}, so nothing was changed",
            hints=["try it again"],
        )


def _words(name: str, command: str) -> list[str]:
    try:
        return shlex.split(command)
    except ValueError as error:
        raise InvalidError(f"The editor in {name} cannot be read: {error}", hints=HINTS) from error
