"""The table of sets, whose row of the cursor is the control: Enter logs it, keys step its load and repetitions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual.binding import Binding
from textual.events import Key

from workout_cli.tui.shown.sets import SetLine, cells
from workout_cli.tui.shown.workouts import AGAIN, again_cells
from workout_cli.tui.widgets.entry import PASSED
from workout_cli.tui.widgets.rows import Col, Rows
from workout_core.workouts.schemas import WorkoutSummary

if TYPE_CHECKING:
    from textual.events import Paste

    from workout_cli.tui.widgets.entry import Entry


TYPED_AFTER: Final = {
    "n": "note",
    "e": "edit_set",
    "space": "type_set",
    "slash": "add",
    "s": "swap",
}


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
        elif action := TYPED_AFTER.get(event.key):
            # At once: as an action of the screen it would come after keys that were typed with it.
            getattr(self.screen, f"action_{action}")()
        elif event.character and event.character.isdigit():
            self._entry.open(event.character)
        else:
            return
        event.stop()
        event.prevent_default()

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
        return [Key(each.key, each.character) for each in held]

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
