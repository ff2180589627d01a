"""A text over the whole screen, made anew for every width; for what has no room beside something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.content import Content

from workout_cli.tui.screens.over import Over
from workout_cli.tui.widgets.clicked import clicked
from workout_cli.tui.widgets.reading import Reading
from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult


class Page(Over[None]):
    """Shows what `told` makes of so many cells."""

    CSS_PATH = "page.tcss"
    BINDINGS: ClassVar[list[Any]] = [
        Binding("escape,enter,q", "dismiss", "Back", show=False),
    ]

    def __init__(self, title: str, told: Callable[[int], Content]) -> None:
        super().__init__()
        self._title = title
        self._told = told

    def compose(self) -> ComposeResult:
        page = Reading(id="page", classes="over")
        page.border_title = Content(clean(self._title))
        page.border_subtitle = clicked("esc", "screen.dismiss")
        page.show(self._told)
        yield page
