"""A screen over another one for a text, which loses no key that is typed before it is there."""

from __future__ import annotations

from contextvars import Context
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual.binding import Binding
from textual.events import Key
from textual.widgets import Input, OptionList

from workout_cli.tui.screens.over import Over

if TYPE_CHECKING:
    from collections.abc import Callable

R = TypeVar("R")


class TypedAhead(Over[R]):
    """Presses in its input, once that is there, what was typed meanwhile; `typed` gives the keys from before."""

    AUTO_FOCUS = ""

    def __init__(self, typed: Callable[[], list[Key]] = list) -> None:
        super().__init__()
        self._typed = typed
        self._early: list[Key] = []

    def on_mount(self) -> None:
        self.call_after_refresh(self._press_typed)

    def on_key(self, event: Key) -> None:
        if self.focused is None:
            self._early.append(event)
            event.stop()

    def _press_typed(self) -> None:
        text = self.query_one(Input)
        for each in (*self._typed(), *self._early):
            # Made by nobody, as if it came from the terminal: what a screen makes does not go up beyond it, and so
            # is bound to nothing.
            text.post_message(Context().run(Key, each.key, each.character))
        self.set_focus(text)


class TypedList(TypedAhead[R]):
    """A list below the text, whose cursor moves while that is typed."""

    BINDINGS: ClassVar[list[Any]] = [
        Binding("escape", "dismiss", "Back", show=False),
        Binding("down,ctrl+n", "move(1)", show=False),
        Binding("up,ctrl+p", "move(-1)", show=False),
    ]

    def action_move(self, by: int) -> None:
        options = self.query_one(OptionList)
        (options.action_cursor_down if by > 0 else options.action_cursor_up)()
