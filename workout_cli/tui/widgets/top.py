"""The bar on top: the screens by their digits, and what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.containers import Horizontal
from textual.content import Content

from workout_cli.tui.widgets.told import Told

if TYPE_CHECKING:
    from textual.app import ComposeResult

TABS: Final = {
    "today": "Today",
    "history": "History",
    "exercises": "Exercises",
    "charts": "Charts",
    "body": "Body",
    "settings": "Settings",
}


WHOLE: Final = 58  # columns of all the names with their digits


class Tab(Told):
    """A screen's digit and name; a click goes there."""

    def __init__(self, digit: int, name: str, *, current: bool) -> None:
        super().__init__(classes="tab -current" if current else "tab")
        self._digit = digit
        self._screen_name = name
        self.fit(whole=True)

    def fit(self, *, whole: bool) -> None:
        """Show the name, and the digit where there is room for all."""
        digit = f"{self._digit} " if whole else ""
        self.tell(Content.assemble((digit, "dim"), TABS[self._screen_name]))

    async def on_click(self) -> None:
        await self.run_action(f"app.show('{self._screen_name}')")


class Top(Horizontal):
    """The screens, that of the bar marked; at its right end what a screen has to say."""

    def __init__(self, current: str) -> None:
        super().__init__(id="top")
        self._current = current

    def compose(self) -> ComposeResult:
        for digit, name in enumerate(TABS, 1):
            yield Tab(digit, name, current=name == self._current)
        yield Told(id="said")

    def on_resize(self) -> None:
        for each in self.query(Tab):
            each.fit(whole=self.size.width >= WHOLE)

    def say(self, told: Content) -> None:
        """Show something at the right end."""
        self.query_one("#said", Told).tell(told)
