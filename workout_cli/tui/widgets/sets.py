"""The table of sets, whose row of the cursor is the control: Enter logs it, keys step its load and repetitions.

Context: a binding is run after its key has bubbled to the app, by when keys that were typed with it have come here, so
that `ke` at once edits the row that the cursor was about to leave. Decision: what a key of the screen or of the list
does is done here, when the key comes. Consequences: one queue and one order, whatever is typed.
"""

from __future__ import annotations

from contextvars import Context
from typing import TYPE_CHECKING, Any, ClassVar

from textual.actions import parse
from textual.binding import Binding
from textual.events import Key

from workout_cli.tui.screen import WorkoutScreen
from workout_cli.tui.shown.sets import SetLine, cells
from workout_cli.tui.shown.workouts import AGAIN, again_cells
from workout_cli.tui.widgets.entry import PASSED
from workout_cli.tui.widgets.rows import Col, Rows
from workout_core.workouts.schemas import WorkoutSummary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.dom import DOMNode
    from textual.events import Paste

    from workout_cli.tui.widgets.entry import Entry


class SetTable(Rows[SetLine]):
    """The sets of one exercise, over an entry that the first digit opens."""

    BINDINGS: ClassVar[list[Any]] = [Binding("enter", "screen.log_set", "Log", key_display="⏎")]

    def __init__(self, entry: Entry) -> None:
        super().__init__((Col(""),) * 6, cells, id="sets")
        self._entry = entry
        self._held: list[Key] | None = None

    def on_key(self, event: Key) -> None:
        if self._entry.take(event):
            return
        if self._held is not None:
            if event.key in PASSED:
                return
            self._held.append(event)
        elif event.character and event.character.isdigit():
            self._entry.open(event.character)
        elif event.key == "colon":
            self.hold()
            self._over.app.action_command_line(self.release)
        elif not self._act(event.key):
            return
        event.stop()
        event.prevent_default()

    @property
    def _over(self) -> WorkoutScreen:
        assert isinstance(self.screen, WorkoutScreen)
        return self.screen

    def _act(self, key: str) -> bool:
        """Do what a key of the screen or of the list does; whether it is one."""
        acts: list[tuple[DOMNode, str, str]] = [
            *((self.screen, each.keys, each.action) for each in self._over.KEYS),
            *((self, each.key, each.action) for each in Rows.BINDINGS),
        ]
        action = next(((host, told) for host, keys, told in acts if key in keys.split(",")), None)
        if action is None:
            return False
        space, name, parameters = parse(action[1])
        getattr(self.app if space == "app" else action[0], f"action_{name}")(*parameters)
        return True

    def hold(self) -> None:
        """Hold the keys that come from now on, until where they belong is there."""
        self._held = self._held or []

    @property
    def holds(self) -> bool:
        """Whether keys are held."""
        return self._held is not None

    def release(self) -> list[Key]:
        """The keys that were held, to be pressed elsewhere."""
        held, self._held = self._held or [], None
        return held

    def press(self, keys: Iterable[Key]) -> None:
        """Do what keys do that were held; anew, as what was handled once is heeded no more."""
        for each in keys:
            self.post_message(Context().run(Key, each.key, each.character))

    def on_paste(self, event: Paste) -> None:
        self._entry.paste(event)


class Again(Rows[WorkoutSummary]):
    """What can be done again; what is typed behind the Enter that does so is for its sets."""

    def __init__(self, sets: SetTable) -> None:
        super().__init__(AGAIN, again_cells, empty="Nothing was logged yet", id="again")
        self._sets = sets

    def on_key(self, event: Key) -> None:
        if self._sets.holds:
            self._sets.on_key(event)
        elif event.key == "enter" and self.item:
            # At once: keys that were typed with it come before the message does.
            self._sets.hold()
            self.action_choose()
            event.stop()
            event.prevent_default()
