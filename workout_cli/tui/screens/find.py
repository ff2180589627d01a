"""Find an exercise as you type: by name, alias, beginning, or nearly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from workout_cli.tui.widgets.clicked import clicked
from workout_cli.tui.work import reads
from workout_core.exercises.schemas import ExerciseFilters, ExerciseSearch
from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from workout_cli.tui.app import WorkoutApp
    from workout_core.exercises.schemas import ExerciseRead

MOST = 50
LONGEST = 200


class FindExercise(ModalScreen["ExerciseRead | None"]):
    """Gives back the exercise that was chosen; of those that were used first, while nothing is typed."""

    CSS_PATH = "find.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[Any]] = [
        Binding("escape", "dismiss", "Back", show=False),
        Binding("down,ctrl+n", "move(1)", show=False),
        Binding("up,ctrl+p", "move(-1)", show=False),
    ]
    app: WorkoutApp

    def __init__(self, title: str, typed: Callable[[], list[Key]] = list) -> None:
        """`typed` gives the keys that were pressed before this was there."""
        super().__init__()
        self._title = title
        self._typed = typed
        self._early: list[Key] = []
        self._found: Sequence[ExerciseRead] = ()
        self._found_for: str | None = None
        self._is_chosen = False

    def compose(self) -> ComposeResult:
        with Vertical(id="find", classes="pane") as pane:
            pane.border_title = Content(clean(self._title))
            pane.border_subtitle = Content.assemble("⏎ choose · ", clicked("esc", "screen.dismiss"))
            yield Input(id="text", classes="line", placeholder="bench, rdl, pull…")
            yield OptionList(id="found")

    def on_mount(self) -> None:
        self.query_one("#found").can_focus = False
        self._look("")
        self.call_after_refresh(self._press_typed)

    def on_key(self, event: Key) -> None:
        if self.focused is None:  # it came before there was where to type
            self._early.append(Key(event.key, event.character))
            event.stop()

    def _press_typed(self) -> None:
        text = self.query_one(Input)
        for each in (*self._typed(), *self._early):
            text.post_message(each)
        self.set_focus(text)

    def on_input_changed(self, event: Input.Changed) -> None:
        self._is_chosen = False
        self._look(event.value.strip())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter may come before what was typed is found; then the first that is found is meant."""
        if self._found_for != event.value.strip():
            self._is_chosen = True
            return
        options = self.query_one(OptionList)
        if options.highlighted is not None and self._found:
            self.dismiss(self._found[options.highlighted])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._found[event.option_index])

    def action_move(self, by: int) -> None:
        options = self.query_one(OptionList)
        if by > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    @reads
    async def _look(self, text: str) -> None:
        if text:
            search = ExerciseSearch(text=clean(text)[:LONGEST], size=MOST)
            page = await self.app.library.ask(lambda services: services.exercises.search(search))
            found: Sequence[ExerciseRead] = page.items
        else:
            used = ExerciseFilters(used=True, size=MOST)
            listed = await self.app.library.ask(lambda services: services.exercises.list(used))
            found = listed.items
        self._found, self._found_for = found, text
        if self._is_chosen and found:
            self.dismiss(found[0])
            return
        self._is_chosen = False
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(_line(each)) for each in found])
        options.highlighted = 0 if found else None


def _line(each: ExerciseRead) -> Content:
    muscles = ", ".join(each.primary_muscles).replace("_", " ")
    return Content.assemble(clean(each.name), (f"  {each.modality} · {muscles}", "dim"))
