"""A text over the whole screen, made anew for every width; for what has no room beside something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult


class Page(ModalScreen[None]):
    """Shows what `told` makes of so many cells."""

    CSS_PATH = "page.tcss"
    BINDINGS: ClassVar[list[Any]] = [
        Binding("escape,enter,q", "dismiss", "Back", show=False),
        Binding("j", "scroll(1)", show=False),
        Binding("k", "scroll(-1)", show=False),
        Binding("g", "edge(0)", show=False),
        Binding("G", "edge(1)", show=False),
    ]

    def __init__(self, title: str, told: Callable[[int], Content]) -> None:
        super().__init__()
        self._title = title
        self._told = told

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="page", classes="pane") as page:
            page.border_title = Content(clean(self._title))
            page.border_subtitle = "esc"
            yield Static(id="told")

    def on_resize(self) -> None:
        # Before the page is laid out, so from the whole: its border, its padding, its bar.
        self.query_one("#told", Static).update(self._told(self.size.width - 5))

    def action_scroll(self, lines: int) -> None:
        self.query_one("#page").scroll_relative(y=lines, animate=False)

    def action_edge(self, last: int) -> None:
        page = self.query_one("#page")
        if last:
            page.scroll_end(animate=False)
        else:
            page.scroll_home(animate=False)
