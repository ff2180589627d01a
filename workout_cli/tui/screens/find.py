"""Find an exercise as you type: by name, alias, beginning, or nearly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from workout_cli.tui.screens.ahead import TypedList
from workout_cli.tui.widgets.clicked import clicked
from workout_cli.tui.work import reads
from workout_core.exercises.schemas import ExerciseFilters, ExerciseSearch
from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.events import Key

    from workout_cli.tui.app import WorkoutApp
    from workout_core.exercises.schemas import ExerciseRead

MOST = 50
LONGEST = 200


class FindExercise(TypedList["ExerciseRead | None"]):
    """Gives back the exercise that was chosen; of those that were used first, while nothing is typed."""

    CSS_PATH = "find.tcss"
    app: WorkoutApp

    def __init__(self, title: str, typed: Callable[[], list[Key]] = list) -> None:
        super().__init__(typed)
        self._title = title
        self._found: Sequence[ExerciseRead] = ()
        self._found_for: str | None = None
        self._chosen_for: str | None = None

    def compose(self) -> ComposeResult:
        with Vertical(id="find", classes="over") as pane:
            pane.border_title = Content(clean(self._title))
            pane.border_subtitle = Content.assemble("⏎ choose · ", clicked("esc", "screen.dismiss"))
            yield Input(id="text", classes="line", placeholder="bench, rdl, pull…")
            yield OptionList(id="found")

    def on_mount(self) -> None:
        self.query_one("#found").can_focus = False
        self._look("")

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.input.value.strip() != self._chosen_for:
            self._chosen_for = None
        self._look(event.value.strip())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter may come before what was typed is found, or even heard of; then the first that is found is meant."""
        if self._found_for != (text := event.value.strip()):
            self._chosen_for = text
            return
        options = self.query_one(OptionList)
        if options.highlighted is not None and self._found:
            self.dismiss(self._found[options.highlighted])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._found[event.option_index])

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
        if self._chosen_for == text and found:
            self.dismiss(found[0])
            return
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(_line(each)) for each in found])
        options.highlighted = 0 if found else None


def _line(each: ExerciseRead) -> Content:
    muscles = ", ".join(each.primary_muscles).replace("_", " ")
    return Content.assemble(clean(each.name), (f"  {each.modality} · {muscles}", "dim"))
