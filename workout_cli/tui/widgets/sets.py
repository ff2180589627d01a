"""The table of sets, whose row of the cursor is the control: Enter logs it, keys step its load and repetitions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding

from workout_cli.tui.shown.sets import SetLine, cells
from workout_cli.tui.widgets.rows import Col, Rows

if TYPE_CHECKING:
    from textual.events import Key, Paste

    from workout_cli.tui.widgets.entry import Entry


class SetTable(Rows[SetLine]):
    """The sets of one exercise, over an entry that the first digit opens."""

    BINDINGS: ClassVar[list[Any]] = [Binding("enter", "screen.log_set", "Log", key_display="⏎")]

    def __init__(self, entry: Entry) -> None:
        super().__init__((Col(""),) * 6, cells, id="sets")
        self._entry = entry

    def on_key(self, event: Key) -> None:
        if self._entry.take(event):
            return
        if event.character and event.character.isdigit():
            self._entry.open(event.character)
            event.stop()
            event.prevent_default()

    def on_paste(self, event: Paste) -> None:
        self._entry.paste(event)
