"""A text that is told again and again, and painted only where it is another one: a terminal may be far away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content, Span


class Told(Static):
    """Shows what it was last told."""

    _last: tuple[str, Sequence[Span]] | None = None

    def tell(self, told: Content) -> None:
        """Show a text."""
        if (last := (told.plain, told.spans)) != self._last:
            self._last = last
            self.update(told)


def panel(id_: str, title: str) -> Told:
    """Such a text in a frame."""
    made = Told(id=id_, classes="pane panel")
    made.border_title = title
    return made
