"""What the lines of a form are called, beside them: one widget, as each one more is made, styled and laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.content import Content
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


class Labelled(NamedTuple):
    """A line: its widget's name, what it is called, and how many rows it takes."""

    name: str
    label: str
    rows: int


class Labels(Widget):
    """The one that is typed in stands out, and so do those in which something is wrong."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"labels--other", "labels--here", "labels--wrong"}
    DEFAULT_CSS = """
    Labels { width: 15; height: auto; text-wrap: nowrap; text-overflow: ellipsis; }
    Labels > .labels--other { color: $foreground-muted; }
    Labels > .labels--here { color: $text-accent; text-style: bold; }
    Labels > .labels--wrong { color: $text-error; text-style: bold underline; }
    """

    def __init__(self, lines: Sequence[Labelled]) -> None:
        super().__init__()
        self._lines = lines
        self._wrong: Collection[str] = ()

    def mark(self, wrong: Collection[str]) -> None:
        """Show in which lines something is wrong."""
        self._wrong = wrong
        self.refresh()

    def render(self) -> Content:
        return Content("\n").join(map(self._label, self._lines))

    def _label(self, line: Labelled) -> Content:
        here = self.screen.focused
        name = (
            "wrong"
            if line.name in self._wrong
            else "here"
            if here and here.id == line.name
            else "other"
        )
        style = self.get_visual_style(f"labels--{name}", partial=True)
        return Content.styled(line.label, style) + "\n" * (line.rows - 1)
