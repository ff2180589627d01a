"""Everything that can be done, by its name: of the registry, narrowed by what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from workout_cli.tui.screens.ahead import TypedList
from workout_cli.tui.widgets.clicked import clicked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from workout_cli.tui.keys import Key

KEYS_WIDE: Final = 12


class Palette(TypedList["Key | None"]):
    """Gives back the key whose meaning was chosen."""

    CSS_PATH = "palette.tcss"

    def __init__(self, keys: Sequence[Key]) -> None:
        super().__init__()
        self._keys = keys
        self._found = keys

    def compose(self) -> ComposeResult:
        with Vertical(id="palette", classes="over") as pane:
            pane.border_title = "What to do"
            pane.border_subtitle = Content.assemble("⏎ do it · ", clicked("esc", "screen.dismiss"))
            yield Input(id="text", classes="line", placeholder="a word of it")
            yield OptionList(*map(_option, self._keys), id="found")

    def on_mount(self) -> None:
        options = self.query_one(OptionList)
        options.can_focus = False
        options.highlighted = 0

    def on_input_changed(self, event: Input.Changed) -> None:
        words = event.value.casefold().split()
        told = ((each, each.told.casefold()) for each in self._keys)
        self._found = [each for each, text in told if all(word in text for word in words)]
        options = self.query_one(OptionList)
        options.set_options(map(_option, self._found))
        options.highlighted = 0 if self._found else None

    def on_input_submitted(self) -> None:
        at = self.query_one(OptionList).highlighted
        if at is not None:
            self.dismiss(self._found[at])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._found[event.option_index])


def _option(key: Key) -> Option:
    return Option(Content.assemble((f"{key.display:<{KEYS_WIDE}}", "$text-accent"), key.told))
