"""A form over a screen: lines that are filled in, kept together, and not lost where they are refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, cast

from pydantic import ValidationError
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Input, Static, TextArea

from workout_cli.tui.screens.over import Over
from workout_cli.tui.widgets.choice import Choice
from workout_cli.tui.widgets.clicked import ways
from workout_cli.tui.widgets.labels import Labelled, Labels
from workout_cli.tui.work import writes
from workout_core.errors import InvalidError, WorkoutError
from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.widget import Widget

    from workout_cli.tui.app import WorkoutApp

    Save = Callable[[Mapping[str, str]], Awaitable[Any]]


class Field(NamedTuple):
    """A line of a form: one of `choices`, else text; of `words` it offers the rest, and it has so many lines."""

    name: str
    label: str
    value: str = ""
    hint: str = ""
    choices: Sequence[str] = ()
    words: Sequence[str] = ()
    lines: int = 1


class Form(Over[Any]):
    """Gives back what `save` returned; a refusal is shown beside what was typed, which stays."""

    CSS_PATH = "form.tcss"
    BINDINGS: ClassVar[list[Any]] = [
        Binding("escape", "leave", "Back", show=False),
        Binding("ctrl+s", "save", "Save", show=False, priority=True),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("enter", "save", show=False),
    ]
    app: WorkoutApp

    def __init__(self, title: str, fields: Sequence[Field], save: Save) -> None:
        super().__init__()
        self._title = title
        self._fields = fields
        self._save = save
        self._saving = False

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="form", classes="over", can_focus=False) as pane:
            pane.border_title = Content(clean(self._title))
            pane.border_subtitle = ways(("^s save", "screen.save"), ("esc", "screen.leave"))
            with Horizontal(id="lines"):
                yield Labels([Labelled(each.name, each.label, each.lines) for each in self._fields])
                with Vertical():
                    yield from map(_entry, self._fields)
            yield Static(id="fault", markup=False)

    def on_mount(self) -> None:
        self.query_one("#fault").display = False

    def on_descendant_focus(self) -> None:
        self.query_one(Labels).refresh()

    def on_input_submitted(self) -> None:
        self.action_save()

    def action_leave(self) -> None:
        if not self._saving:
            self.dismiss()

    def action_save(self) -> None:
        if not self._saving:
            self._saving = True
            self._keep()

    def values(self) -> dict[str, str]:
        """What stands in the lines."""
        return {field.name: self._value(field).strip() for field in self._fields}

    @writes
    async def _keep(self) -> None:
        try:
            result = await self._save(self.values())
        except ValidationError as error:
            self._refuse(InvalidError.from_pydantic(error))
        except WorkoutError as error:
            self._refuse(error)
        else:
            self.dismiss(result)
        finally:
            self._saving = False

    def _value(self, field: Field) -> str:
        widget = self.query_one(f"#{field.name}")
        if isinstance(widget, TextArea):
            return widget.text
        return cast("Input | Choice", widget).value

    def _refuse(self, error: WorkoutError) -> None:
        told = self.query_one("#fault", Static)
        told.update(clean("\n".join([error.message, *error.hints[:3]]), lines=True))
        told.display = True
        told.scroll_visible(animate=False)
        fields = error.details.get("fields", ())
        self.query_one(Labels).mark({each["field"].partition(".")[0] for each in fields})


def _entry(field: Field) -> Widget:
    if field.choices:
        return Choice(field.choices, field.value, id=field.name)
    if field.lines > 1:
        area = TextArea(field.value, id=field.name, compact=True, placeholder=field.hint)
        area.styles.height = field.lines
        return area
    return Input(
        field.value,
        id=field.name,
        classes="line",
        placeholder=field.hint,
        suggester=Offered(field.words) if field.words else None,
        select_on_focus=False,
    )


class Offered(Suggester):
    """Completes the last word of a list with commas."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__(use_cache=False)
        self._words = words

    async def get_suggestion(self, value: str) -> str | None:
        before, comma, last = value.rpartition(",")
        begun = last.lstrip().casefold()
        space = last[: len(last) - len(last.lstrip())]
        for word in self._words:
            if begun and word.startswith(begun) and word != begun:
                return f"{before}{comma}{space}{word}"
        return None
