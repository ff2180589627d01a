"""Exercises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from workout_cli.tui.keys import bindings
from workout_cli.tui.screen import WorkoutScreen

if TYPE_CHECKING:
    from textual.app import ComposeResult


class ExercisesScreen(WorkoutScreen):
    NAME = "exercises"
    KEYS = ()
    BINDINGS = bindings(KEYS)

    def parts(self) -> ComposeResult:
        yield Static("Exercises")

    def look(self) -> None:
        pass
