"""The keys that a screen tells below it, as many as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

from workout_cli.tui.keys import HELP

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult
    from textual.events import Resize

    from workout_cli.tui.keys import Key


class KeysFooter(Footer):
    """A footer that is never cut: what says least goes first, and the key that tells all the others stays."""

    def __init__(self, keys: Iterable[Key]) -> None:
        super().__init__(show_command_palette=False, compact=True)
        self._spared = {each.action: each.spared for each in keys}
        self._width = 0

    def compose(self) -> ComposeResult:
        labels = [each for each in super().compose() if isinstance(each, FooterKey)]
        yield from self._fitting(labels, self.app.size.width)

    async def on_resize(self, event: Resize) -> None:
        if event.size.width != self._width and self._bindings_ready:
            self._width = event.size.width
            await self.recompose()

    def _fitting(self, labels: Sequence[FooterKey], room: int) -> list[FooterKey]:
        shown = list(labels)
        leaving = sorted(shown, key=lambda each: self._spared.get(each.action, 0))
        leaving = [each for each in leaving if each.action != HELP]
        while leaving and sum(map(_width, shown)) - 1 > room:
            shown.remove(leaving.pop())
        return shown


def _width(label: FooterKey) -> int:
    return cell_len(f"{label.key_display} {label.description} ")
