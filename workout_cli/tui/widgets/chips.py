"""Switches on one line, each with its key: those that are on first, and clicked as well as typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from textual.content import Content
from textual.widgets import Static

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.events import Click

APART: Final = 2


class Chip(NamedTuple):
    """A switch: the key and the action that change it, what it is called, and whether it is on."""

    key: str
    action: str
    label: str
    on: bool = False


class Chips(Static):
    """Shows what it was last given; a click does what the key does."""

    DEFAULT_CSS = "Chips { height: 1; width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._chips: Sequence[Chip] = ()

    def show(self, chips: Sequence[Chip]) -> None:
        """Show switches as they are now."""
        self._chips = sorted(chips, key=lambda each: not each.on)
        self.update(Content(" " * APART).join(map(_told, self._chips)))

    async def on_click(self, event: Click) -> None:
        end = -APART
        for each in self._chips:
            start, end = end + APART, end + APART + _told(each).cell_length
            if start <= event.x < end:
                await self.screen.run_action(each.action)


def _told(chip: Chip) -> Content:
    if chip.on:
        return Content.styled(f" {chip.key} {chip.label} ", "reverse")
    return Content.assemble((f"{chip.key} ", "$text-accent"), (chip.label, "dim"))
