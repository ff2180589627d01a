"""The keys of a screen, and those of all, made from the registry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from workout_cli.tui.keys import EVERYWHERE, EVERYWHERE_TITLE, Key
from workout_cli.tui.screens.over import Over
from workout_cli.tui.widgets.clicked import clicked
from workout_cli.widths import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult
    from textual.geometry import Size

WIDEST: Final = 12


class KeyTable(Widget):
    """Keys and their meanings in two columns; a click on one does what the key does."""

    DEFAULT_CSS = "KeyTable { height: auto; }"

    def __init__(self, title: str, keys: Sequence[Key], first: int) -> None:
        super().__init__()
        self._title = title
        self._keys = keys
        self._first = first

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(list(self._lines(width)))

    def render(self) -> Content:
        return Content("\n").join(self._lines(self.size.width))

    def _lines(self, width: int) -> Iterator[Content]:
        yield Content.styled(self._title, "bold")
        for at, each in enumerate(self._keys, self._first):
            name = f"  {each.display:<{WIDEST}}"
            for part in wrapped(each.told, max(8, width - len(name))):
                line = Content.assemble((name, "$text-accent"), part)
                yield clicked(line, f"screen.do({at})")
                name = " " * len(name)
        yield Content()


class HelpPage(Over[None]):
    """A page over the screen."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[Any]] = [
        Binding("escape,question_mark,q,enter", "dismiss", "Back", show=False),
        Binding("j", "scroll(1)", show=False),
        Binding("k", "scroll(-1)", show=False),
    ]

    def __init__(self, own: Sequence[Key]) -> None:
        super().__init__()
        self._own = own

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="page", classes="over") as page:
            page.border_title = "Keys"
            page.border_subtitle = clicked("esc", "screen.dismiss")
            yield KeyTable("This screen", self._own, 0)
            yield KeyTable(EVERYWHERE_TITLE, EVERYWHERE, len(self._own))

    def action_scroll(self, lines: int) -> None:
        self.query_one("#page").scroll_relative(y=lines, animate=False)

    def action_do(self, at: int) -> None:
        """Leave, and do what a key does."""
        below = self.app.screen_stack[-2]
        self.dismiss()
        # By the screen, as what it asks for is answered to whoever asked.
        below.call_later(below.run_action, (*self._own, *EVERYWHERE)[at].action)
