"""What runs for each page that is open: the TUI, on the driver that textual-serve asks for in the environment."""

from __future__ import annotations

from workout_cli.current import SETTINGS
from workout_cli.tui.start import run
from workout_core.config import load_settings

if __name__ == "__main__":
    SETTINGS.set(load_settings())
    run(SETTINGS.get())
