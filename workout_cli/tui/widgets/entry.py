"""A one-line entry that a key opens over a list, and that closes again.

Context: an input that takes the focus when the first digit is typed loses the digits after it: keys that were typed
fast are in the list's queue already, and those that follow overtake them. Decision: the focus stays with the list,
which hands every key on while the entry is open, so that there is one queue and one order. Consequences: the entry
edits its line itself, with the few keys that a line of a set needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from rich.cells import cell_len
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from workout_core.visible import clean

if TYPE_CHECKING:
    from textual.events import Click, Key, Paste


# Keys that lead out of here; what is typed stays.
PASSED: Final = frozenset({"ctrl+c", "ctrl+z", *(f"f{each}" for each in range(1, 7))})


class Entry(Widget):
    """Hidden until it is opened; Enter sends what is typed, Esc closes it."""

    DEFAULT_CSS = """
    Entry { display: none; height: 1; padding: 0 1; background: $boost; text-wrap: nowrap; text-overflow: clip; }
    Entry.-open { display: block; }
    Entry > .entry--cursor { text-style: reverse; }
    Entry > .entry--hint { color: $foreground-muted; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"entry--cursor", "entry--hint"}
    value: reactive[str] = reactive("")
    place: reactive[int] = reactive(0)

    class Sent(Message):
        """What was typed; nothing where the entry was left by Esc."""

        def __init__(self, entry: Entry, text: str, *, left: bool = False) -> None:
            super().__init__()
            self.entry, self.text, self.left = entry, text, left

        @property
        def control(self) -> Entry:
            return self.entry

    def __init__(self, hint: str = "", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._hint = hint

    @property
    def is_open(self) -> bool:
        return self.has_class("-open")

    def open(self, text: str = "", hint: str | None = None) -> None:
        """Show it with a text; with another hint, where one is given."""
        self._hint = self._hint if hint is None else hint
        self.value, self.place = text, len(text)
        self.add_class("-open")

    def close(self) -> None:
        self.remove_class("-open")

    def take(self, event: Key) -> bool:
        """A key that came to the list; whether it was the entry's, as all are while it is open."""
        if not self.is_open or event.key in PASSED:
            return False
        event.stop()
        event.prevent_default()
        if event.is_printable and event.character:
            self._insert(event.character)
        else:
            self._edit(event.key)
        return True

    def paste(self, event: Paste) -> bool:
        """A text that came to the list; whether it was the entry's."""
        if not self.is_open:
            return False
        event.stop()
        self._insert(clean(" ".join(event.text.split())))
        return True

    def render(self) -> Content:
        if not self.value:
            return Content.assemble((" ", self._style("cursor")), (self._hint, self._style("hint")))
        at = self.place
        return Content.assemble(
            self.value[self._begin : at],
            (self.value[at : at + 1] or " ", self._style("cursor")),
            self.value[at + 1 :],
        )

    def on_click(self, event: Click) -> None:
        """Put the cursor where the click was."""
        at, room = self._begin, event.x - 1  # beside the padding
        while at < len(self.value) and (room := room - cell_len(self.value[at])) >= 0:
            at += 1
        self.place = at

    @property
    def _begin(self) -> int:
        """From where on the line is shown, so that the cursor is seen."""
        room, begin = self.content_size.width - 2, self.place
        while begin and (room := room - cell_len(self.value[begin - 1])) >= 0:
            begin -= 1
        return begin

    def _style(self, name: str) -> Any:
        return self.get_visual_style(f"entry--{name}", partial=True)

    def _insert(self, text: str) -> None:
        self.value = self.value[: self.place] + text + self.value[self.place :]
        self.place += len(text)

    def _edit(self, key: str) -> None:
        if key in ("enter", "escape"):
            self.close()
            left = key == "escape"
            self.post_message(self.Sent(self, "" if left else self.value.strip(), left=left))
        else:
            self.value, self.place = _edited(self.value, self.place, key)


def _edited(value: str, at: int, key: str) -> tuple[str, int]:
    """The line and the place in it after a key."""
    match key:
        case "backspace" if at:
            return value[: at - 1] + value[at:], at - 1
        case "delete":
            return value[:at] + value[at + 1 :], at
        case "left" | "right":
            return value, max(0, min(len(value), at + (1 if key == "right" else -1)))
        case "home" | "end":
            return value, 0 if key == "home" else len(value)
        case "ctrl+u":
            return value[at:], 0
    return value, at
