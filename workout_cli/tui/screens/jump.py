"""A letter over each part of the screen that takes keys; the letter goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Label

from workout_cli.tui.screens.over import Over

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Key
    from textual.screen import Screen

LETTERS: Final = "asdfghjklqwertyuiopzxcvbnm"


class Target(Label):
    """The letter of a part; a click goes there."""

    def __init__(self, letter: str, part: Widget) -> None:
        super().__init__(letter)
        self.styles.offset = (part.region.x, part.region.y)
        self._part = part

    def on_click(self) -> None:
        self.screen.dismiss(self._part)


class Jump(Over[Widget | None]):
    """Over the screen whose parts it names."""

    CSS_PATH = "jump.tcss"
    BINDINGS: ClassVar[list[Any]] = [Binding("escape", "dismiss", show=False)]

    def __init__(self, screen: Screen[Any]) -> None:
        super().__init__()
        seen = (each for each in screen.focus_chain if each.region.size)
        self._targets = dict(zip(LETTERS, seen, strict=False))

    def compose(self) -> ComposeResult:
        for letter, target in self._targets.items():
            yield Target(letter, target)

    def on_key(self, event: Key) -> None:
        if event.key in self._targets:
            event.stop()
            self.dismiss(self._targets[event.key])
