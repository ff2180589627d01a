"""Pick one of a list of words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList

from workout_cli.tui.screens.over import Over
from workout_cli.tui.widgets.clicked import clicked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.events import Key


class Pick(Over[int | None]):
    """Gives back the place of what was picked; a letter goes to the next word that begins with it."""

    CSS_PATH = "pick.tcss"
    BINDINGS: ClassVar[list[Any]] = [Binding("escape", "dismiss", "Back", show=False)]

    def __init__(self, title: str, words: Sequence[str], at: int = 0) -> None:
        super().__init__()
        self._title = title
        self._words = words
        self._at = at

    def compose(self) -> ComposeResult:
        with Vertical(id="pick", classes="over") as pane:
            pane.border_title = Content(self._title)
            pane.border_subtitle = Content.assemble("⏎ choose · ", clicked("esc", "screen.dismiss"))
            yield OptionList(*map(Content, self._words))

    def on_mount(self) -> None:
        options = self.query_one(OptionList)
        options.highlighted = self._at
        options.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_index)

    def on_key(self, event: Key) -> None:
        letter = (event.character or "").casefold()
        options = self.query_one(OptionList)
        at = options.highlighted or 0
        if event.is_printable and letter.isalpha():
            event.stop()
            order = [*range(at + 1, len(self._words)), *range(at + 1)]
            begun = [each for each in order if self._words[each].casefold().startswith(letter)]
            options.highlighted = begun[0] if begun else at
