"""A few words of which one is chosen, in a row; where there is no room for all, only that one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.events import Click


class Choices(Widget):
    """A click chooses; keys are the screen's."""

    DEFAULT_CSS = """
    Choices { height: 1; width: 1fr; }
    Choices > .choices--other { color: $foreground-muted; }
    Choices > .choices--chosen { text-style: bold reverse; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"choices--other", "choices--chosen"}

    class Chosen(Message):
        """Another one, by its place."""

        def __init__(self, choices: Choices, at: int) -> None:
            super().__init__()
            self.choices, self.at = choices, at

        @property
        def control(self) -> Choices:
            return self.choices

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._words: Sequence[str] = ()
        self._chosen = 0

    def show(self, words: Sequence[str], chosen: int) -> None:
        """Show clean words."""
        self._words, self._chosen = [f" {each} " for each in words], chosen
        self.refresh()

    def render(self) -> Content:
        if not self._words:
            return Content()
        if self._fit:
            parts = [self._word(each, at) for at, each in enumerate(self._words)]
            return Content("").join(parts)
        place = f" {self._chosen + 1} of {len(self._words)}"
        chosen = self._word(self._words[self._chosen], self._chosen)
        return Content.assemble(chosen, (place, self._style("other")))

    def on_click(self, event: Click) -> None:
        if not self._fit:
            self._choose((self._chosen + 1) % len(self._words))
            return
        ends = 0
        for at, each in enumerate(self._words):
            ends += len(each)
            if event.x < ends:
                self._choose(at)
                return

    @property
    def _fit(self) -> bool:
        return sum(map(len, self._words)) <= self.size.width

    def _choose(self, at: int) -> None:
        self.post_message(self.Chosen(self, at))

    def _word(self, word: str, at: int) -> Content:
        return Content.styled(word, self._style("chosen" if at == self._chosen else "other"))

    def _style(self, name: str) -> Any:
        return self.get_visual_style(f"choices--{name}", partial=True)
