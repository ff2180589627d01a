"""Opens a file in the editor that a person chose."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
from shutil import which
from typing import TYPE_CHECKING, Final

from workout_core.errors import InvalidError

if TYPE_CHECKING:
    from pathlib import Path

USUAL: Final = ("nano", "vim", "vi", "notepad")


def edit(file: Path) -> None:
    """Wait until the editor is left; Ctrl-C is the editor's while it runs."""
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    command = chosen or next(filter(which, USUAL), None)
    if command is None:
        raise InvalidError("No editor is known", hints=["set EDITOR to the one that you like"])
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        code = subprocess.run([*shlex.split(command), str(file)], check=False).returncode  # noqa: S603
    except (OSError, ValueError) as error:
        raise InvalidError(
            f"The editor {command!r} cannot be started", hints=["set EDITOR to another"]
        ) from error
    finally:
        signal.signal(signal.SIGINT, before)
    if code:
        raise InvalidError(f"The editor {command!r} ended with {code}", hints=["try it again"])
