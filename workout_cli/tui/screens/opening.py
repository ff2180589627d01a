"""The first frame, which stands where Today will: nothing of it needs the services."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from workout_cli.tui.widgets.top import Top

if TYPE_CHECKING:
    from textual.app import ComposeResult


class OpeningScreen(Screen[None]):
    def compose(self) -> ComposeResult:
        yield Top("today")
