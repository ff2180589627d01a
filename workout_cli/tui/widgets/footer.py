"""The keys that a screen tells below it, as many as there is room for.

Context: a footer with a widget for every key makes a dozen of them anew whenever the focus moves, which takes longer
than all else that going to a screen does. Decision: one widget draws them all. Consequences: it finds out itself which
of them the mouse is on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from workout_cli.tui.keys import HELP

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual.events import MouseDown, MouseMove
    from textual.screen import Screen

    from workout_cli.tui.keys import Key

# They are for what is typed, where something is.
OF_A_LINE: Final = frozenset({"enter", "escape"})


class Label(NamedTuple):
    """A key as it is told: `shown` is how people read it."""

    key: str
    shown: str
    told: str
    action: str
    enabled: bool

    @property
    def width(self) -> int:
        """Its cells, with the one that parts it from the next."""
        return cell_len(f"{self.shown} {self.told} ")


class KeysFooter(Widget):
    """A footer that is never cut: what says least goes first, and the key that tells all the others stays."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"footer--key", "footer--told", "footer--over"}
    DEFAULT_CSS = """
    KeysFooter { dock: bottom; height: 1; background: $panel; text-wrap: nowrap; text-overflow: clip; }
    KeysFooter > .footer--key { color: $footer-key-foreground; text-style: bold; }
    KeysFooter > .footer--told { color: $footer-description-foreground; }
    KeysFooter > .footer--over { color: $footer-key-foreground; background: $block-hover-background; }
    """
    over: reactive[str] = reactive("")

    def __init__(self, keys: Iterable[Key]) -> None:
        super().__init__()
        self._spared = {each.action: each.spared for each in keys}
        self._fitted: Sequence[Label] = ()
        self._room: int | None = None  # for which they were fitted, unless that is to be done anew

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._change)

    def _change(self, screen: Screen[Any]) -> None:
        if screen.app.app_focus:
            self._room = None
            self.refresh()

    def render(self) -> Content:
        return Content(" ").join(self._told(each) for each in self._labels)

    def _told(self, label: Label) -> Content:
        parts = (("key", label.shown), ("told", f" {label.told}"))
        told = Content.assemble(
            *(
                (text, self.get_visual_style(f"footer--{name}", partial=True))
                for name, text in parts
            )
        )
        if label.key == self.over:
            told = told.stylize(self.get_visual_style("footer--over", partial=True))
        return told if label.enabled else told.stylize("dim")

    @property
    def _labels(self) -> Sequence[Label]:
        """The keys that there is room for."""
        if self._room != self.size.width:
            self._room = self.size.width
            self._fitted = self._fitting(list(self._active()))
        return self._fitted

    def _active(self) -> Iterator[Label]:
        actions: set[str] = set()
        for _, binding, enabled, _ in self.screen.active_bindings.values():
            if binding.show and binding.action not in actions:
                actions.add(binding.action)
                shown = self.app.get_key_display(binding)
                yield Label(binding.key, shown, binding.description, binding.action, enabled)

    def _fitting(self, labels: list[Label]) -> Sequence[Label]:
        leaving = sorted(labels, key=lambda each: self._spared.get(each.action, 0))
        leaving = [each for each in leaving if each.action != HELP]
        while leaving and sum(each.width for each in labels) - 1 > self.size.width:
            labels.remove(leaving.pop())
        return labels

    # The mouse.

    def _at(self, x: int) -> Label | None:
        """The key that is told at a cell."""
        for each in self._labels:
            if x < each.width:
                return each if x < each.width - 1 else None
            x -= each.width
        return None

    def on_mouse_move(self, event: MouseMove) -> None:
        label = self._at(event.x)
        self.over = label.key if label else ""

    def on_leave(self) -> None:
        self.over = ""

    async def on_mouse_down(self, event: MouseDown) -> None:
        """A click does what a key does, and never types it where a line is open."""
        label = self._at(event.x)
        if label is None:
            return
        active = self.screen.active_bindings.get(label.key)
        if active is None or not active.enabled:
            self.app.bell()
        elif label.key in OF_A_LINE:
            self.app.simulate_key(label.key)
        else:
            await self.app.run_action(active.binding.action, active.node)
