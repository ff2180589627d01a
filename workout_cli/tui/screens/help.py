"""The keys of a screen, and those of all, made from the registry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from workout_cli.tui.keys import EVERYWHERE, EVERYWHERE_TITLE, Key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

WIDEST: Final = 12


class HelpPage(ModalScreen[None]):
    """A page over the screen."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[Any]] = [
        Binding("escape,question_mark,q,enter", "dismiss", "Back", show=False),
        Binding("j", "scroll(1)", show=False),
        Binding("k", "scroll(-1)", show=False),
    ]

    def __init__(self, title: str, own: Sequence[Key]) -> None:
        super().__init__()
        self._title = title
        self._own = own

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="page", classes="pane") as page:
            page.border_title = Content(self._title)
            page.border_subtitle = "esc"
            yield Static(_table("This screen", self._own))
            yield Static(_table(EVERYWHERE_TITLE, EVERYWHERE))

    def action_scroll(self, lines: int) -> None:
        self.query_one("#page").scroll_relative(y=lines, animate=False)


def _table(title: str, keys: Sequence[Key]) -> Content:
    """A line a key, keys and meaning in two columns."""
    lines = (
        Content.assemble((f"  {each.display:<{WIDEST}}", "$text-accent"), each.told)
        for each in keys
    )
    return Content("\n").join([Content.assemble((title, "bold")), *lines, Content()])
