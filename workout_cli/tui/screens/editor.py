"""A text over the screen: saved by ctrl+s; what is refused is told beside it, and nothing that was typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from workout_cli.tui.screens.over import Over
from workout_cli.tui.widgets.clicked import ways
from workout_cli.tui.work import reads, writes
from workout_core.errors import ConflictError, InvalidError, WorkoutError
from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import ComposeResult

SAVE: Final = ("^s save", "screen.save")
FRESH: Final = ("f5 as it is now", "screen.fresh")
LEAVE: Final = ("esc keep as a draft", "screen.leave")


class Editor(Over[str | None]):
    """Gives back the text as far as it was typed and not saved, None where nothing is left to be done.

    `save` raises what is wrong with the text; `fresh` reads what the text should begin from anew.
    """

    CSS_PATH = "editor.tcss"
    BINDINGS: ClassVar[list[Any]] = [
        Binding("ctrl+s", "save", "Save", show=False, priority=True),
        Binding("escape", "leave", "Back", show=False, priority=True),
        Binding("f5", "fresh", "As it is now", show=False),
    ]

    def __init__(
        self,
        title: str,
        text: str,
        save: Callable[[str], Awaitable[None]],
        *,
        draft: str | None = None,
        fresh: Callable[[], Awaitable[str]] | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._draft = text if draft is None else draft
        self._save = save
        self._fresh = fresh
        self._saving = False

    def compose(self) -> ComposeResult:
        with Vertical(id="editor", classes="over") as pane:
            pane.border_title = Content(clean(self._title))
            pane.border_subtitle = ways(SAVE, *([FRESH] if self._fresh else []), LEAVE)
            yield TextArea(self._draft, compact=True, show_line_numbers=self._fresh is not None)
            yield Static(id="refused")

    @property
    def text(self) -> str:
        return self.query_one(TextArea).text

    def action_leave(self) -> None:
        if not self._saving:
            self.dismiss(None if self.text == self._text else self.text)

    def action_save(self) -> None:
        if not self._saving:
            self._saving = True
            self._tell(Content.styled("saving…", "dim"))
            self._store(self.text)

    @writes
    async def _store(self, text: str) -> None:
        try:
            await self._save(text)
        except WorkoutError as error:
            self._refuse(error)
        else:
            self.dismiss(None)
        finally:
            self._saving = False

    @reads
    async def action_fresh(self) -> None:
        if self._fresh is None:
            return
        self._text = await self._fresh()
        area = self.query_one(TextArea)
        # As an edit, which ctrl+z takes back.
        area.replace(self._text, (0, 0), area.document.end)
        self._tell(Content.styled("^z brings back what was typed", "dim"))

    def _refuse(self, error: WorkoutError) -> None:
        line, column = (error.details.get(name) for name in ("line_number", "column"))
        place = ""
        if isinstance(error, InvalidError) and isinstance(line, int):
            column = column if isinstance(column, int) else 1
            place = f"line {line}, column {column}: "
            self.query_one(TextArea).move_cursor((line - 1, column - 1))
        hints = " · ".join(error.hints[:3])
        if isinstance(error, ConflictError) and self._fresh:
            hints = "f5 takes it as it is now; ^z then brings back what you typed"
        self._tell(
            Content.assemble(
                ("✗ ", "$text-error"),
                clean(place + error.message),
                (f"\n{clean(hints)}" if hints else "", "dim"),
            )
        )

    def _tell(self, told: Content) -> None:
        self.query_one("#refused", Static).update(told)
