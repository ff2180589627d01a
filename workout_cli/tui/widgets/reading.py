"""A text to be read in a pane: wrapped at its width, scrolled by lines.

Changing it moves nothing else on the screen, so that the text may change with every key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

if TYPE_CHECKING:
    from collections.abc import Callable


class Reading(ScrollView, can_focus=True):
    """Shows what it is given, made anew for every width."""

    DEFAULT_CSS = """
    Reading { height: 1fr; overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; background: transparent; }
    """
    BINDINGS: ClassVar[list[Any]] = [
        Binding("k", "scroll_up", "Up", show=False),
        Binding("j", "scroll_down", "Down", show=False),
        Binding("g", "scroll_home", "Top", show=False),
        Binding("G", "scroll_end", "Bottom", show=False),
    ]

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._told: Callable[[int], Content] = lambda _: Content()
        self._strips: list[Strip] = []
        self._made_for = 0

    def show(self, told: Callable[[int], Content]) -> None:
        """Show what a function makes of so many cells, from its beginning."""
        self._told = told
        self._make()
        self.scroll_to(y=0, animate=False, force=True)

    def on_resize(self) -> None:
        if self._width != self._made_for:
            self._make()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._make()

    def render_line(self, y: int) -> Strip:
        at = y + self.scroll_offset.y
        if at < len(self._strips):
            return self._strips[at]
        return Strip.blank(self._width, self.rich_style)

    @property
    def _width(self) -> int:
        # As if there was a scrollbar: the text stays as it is when one comes or goes.
        return max(0, self.content_region.width - 1)

    def _make(self) -> None:
        self._made_for = self._width
        if self._width:
            content = self._told(self._width)
            self._strips = Visual.to_strips(self, content, self._width, None, self.visual_style)
            self.virtual_size = Size(self._width, len(self._strips))
            self.refresh()
