"""The keys that a screen tells below it, as many as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

from workout_cli.tui.keys import HELP

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual.app import ComposeResult
    from textual.events import MouseDown, Resize

    from workout_cli.tui.keys import Key

# They are for what is typed, where something is.
OF_A_LINE: Final = frozenset({"enter", "escape"})


class KeyLabel(FooterKey):
    """A key of the footer; a click does what it does, and never types it where a line is open."""

    async def _on_mouse_down(self, event: MouseDown) -> None:
        active = self.screen.active_bindings.get(self.key)
        if active and active.enabled and self.key not in OF_A_LINE:
            event.prevent_default()
            await self.app.run_action(self.action, active.node)


class KeysFooter(Footer):
    """A footer that is never cut: what says least goes first, and the key that tells all the others stays."""

    def __init__(self, keys: Iterable[Key]) -> None:
        super().__init__(show_command_palette=False, compact=True)
        self._spared = {each.action: each.spared for each in keys}
        self._width = 0

    def compose(self) -> ComposeResult:
        if self._bindings_ready:
            yield from self._fitting(list(self._labels()), self.app.size.width)

    async def on_resize(self, event: Resize) -> None:
        if event.size.width != self._width and self._bindings_ready:
            self._width = event.size.width
            await self.recompose()

    def _labels(self) -> Iterator[KeyLabel]:
        told: set[str] = set()
        for _, binding, enabled, tooltip in self.screen.active_bindings.values():
            if binding.show and binding.action not in told:
                told.add(binding.action)
                shown = self.app.get_key_display(binding)
                yield KeyLabel(
                    *(binding.key, shown, binding.description, binding.action),
                    disabled=not enabled,
                    tooltip=tooltip or binding.description,
                )

    def _fitting(self, labels: Sequence[KeyLabel], room: int) -> list[KeyLabel]:
        shown = list(labels)
        leaving = sorted(shown, key=lambda each: self._spared.get(each.action, 0))
        leaving = [each for each in leaving if each.action != HELP]
        while leaving and sum(map(_width, shown)) - 1 > room:
            shown.remove(leaving.pop())
        return shown


def _width(label: KeyLabel) -> int:
    return cell_len(f"{label.key_display} {label.description} ")
