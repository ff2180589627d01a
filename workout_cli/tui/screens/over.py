"""Screens over another one that stays in sight, dimmed.

Context: Textual lays such a screen out twice when it comes up, the one below with it, and dims each piece of each line
below through Rich whenever anything is drawn anew, which takes longer than all else that a key does. Decision: it is
laid out once, and a line below is dimmed once for each of its styles.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from rich.segment import Segment
from textual.binding import Binding
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widgets import Input, TextArea

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style
    from textual.color import Color
    from textual.events import Resize, ScreenResume

R = TypeVar("R")


class Over(ModalScreen[R]):
    """Laid over what is below it in the stack. Ctrl-C leaves it as Esc does, and copies what is selected."""

    BINDINGS: ClassVar[list[Any]] = [Binding("ctrl+c", "stop", show=False, priority=True)]
    _below: Sequence[Strip] = ()

    def on_screen_resume(self, event: ScreenResume) -> None:
        event.refresh_styles = False  # they are new

    def on_resize(self, event: Resize) -> None:
        if event.size == self.size:  # for which it was laid out already
            event.prevent_default()

    def action_stop(self) -> None:
        focused = self.focused
        if isinstance(focused, Input | TextArea) and focused.selected_text:
            focused.action_copy()
        else:
            self.app.simulate_key("escape")

    def render_line(self, y: int) -> Strip:
        if self._dirty_regions:
            self._below = self._dimmed()
            self._dirty_regions.clear()
        return self._below[y] if y < len(self._below) else Strip.blank(self.size.width)

    def _dimmed(self) -> Sequence[Strip]:
        stack = self.app.screen_stack
        below = stack[stack.index(self) - 1]
        color = self.styles.background
        return [
            Strip(
                [Segment(text, _dimmed(style, color)) for text, style, _ in strip],
                strip.cell_length,
            )
            for strip in below._compositor.render_strips()
        ]


@lru_cache(4096)
def _dimmed(style: Style | None, color: Color) -> Style | None:
    """A style as it is seen below a colour, without what a click on it does."""
    (segment,) = BackgroundScreen.process_segments([Segment("", style)], color)
    return segment.style
