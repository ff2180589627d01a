"""Writes the scripts that are checked in: `python -m workout_cli.completion`."""

from __future__ import annotations

from pathlib import Path

from workout_cli.completion import FILES, script
from workout_cli.main import app
from workout_cli.spec import spec

if __name__ == "__main__":
    tree = spec(app)
    folder = Path(__file__).parents[2] / "completions"
    folder.mkdir(exist_ok=True)
    for shell, name in FILES.items():
        (folder / name).write_text(script(shell, tree), encoding="utf-8", newline="\n")
