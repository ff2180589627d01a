"""One of a few words, on a line of a form: arrows or a letter change it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.events import Click, Key


class Choice(Widget, can_focus=True):
    """Shows the word that is chosen between two arrows."""

    DEFAULT_CSS = """
    Choice { height: 1; padding: 0 1; background: $boost; }
    Choice:focus { background: $block-cursor-background; color: $block-cursor-foreground; }
    """
    BINDINGS: ClassVar[list[Any]] = [
        Binding("right,space", "turn(1)", show=False),
        Binding("left", "turn(-1)", show=False),
    ]
    at: reactive[int] = reactive(0)

    def __init__(self, words: Sequence[str], value: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._words = words
        self.set_reactive(Choice.at, words.index(value) if value in words else 0)

    @property
    def value(self) -> str:
        return self._words[self.at]

    def render(self) -> Content:
        return Content(f"‹ {self.value or 'as usual'} ›")

    def action_turn(self, by: int) -> None:
        self.at = (self.at + by) % len(self._words)

    def on_click(self, event: Click) -> None:
        """On the first arrow back, elsewhere on."""
        self.action_turn(-1 if event.x <= self.gutter.left else 1)

    def on_key(self, event: Key) -> None:
        """A letter goes to the next word that begins with it."""
        letter = (event.character or "").casefold()
        if not (event.is_printable and letter.isalnum()):
            return
        order = [*range(self.at + 1, len(self._words)), *range(self.at + 1)]
        for place in order:
            if self._words[place].casefold().startswith(letter):
                event.stop()
                self.at = place
                return
