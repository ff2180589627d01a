"""What every screen has: a bar on top, keys of the registry, a look at the data that can be taken again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual.screen import Screen

from workout_cli.current import SETTINGS
from workout_cli.tui.widgets.footer import KeysFooter
from workout_cli.tui.widgets.top import Top

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import ComposeResult
    from textual.events import DescendantFocus, ScreenResume
    from textual.geometry import Size

    from workout_cli.tui.app import WorkoutApp
    from workout_cli.tui.keys import Key
    from workout_cli.tui.library import Library

WIDTHS: Final = [(0, "-tiny"), (60, "-slim"), (72, "-narrow"), (118, "-wide")]
HEIGHTS: Final = [(0, "-low"), (20, "-short"), (30, "-tall")]


async def nothing() -> None:
    """What a screen takes back that keeps nothing to itself."""


class WorkoutScreen(Screen[None]):
    """A screen of a mode. Its parts come from `parts`, its data from `look`."""

    NAME: ClassVar[str]
    KEYS: ClassVar[tuple[Key, ...]] = ()
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    app: WorkoutApp

    @property
    def library(self) -> Library:
        return self.app.library

    def compose(self) -> ComposeResult:
        yield Top(self.NAME)
        yield from self.parts()
        yield KeysFooter(self.KEYS)

    def parts(self) -> ComposeResult:
        """What is between the bar and the footer."""
        raise NotImplementedError

    def on_mount(self) -> None:
        if self._is_whole:
            self.prepare()

    @property
    def _is_whole(self) -> bool:
        """Whether its parts are there; they never come where the program ends while it is made."""
        return bool(self.query(KeysFooter))

    def prepare(self) -> None:
        """Set up the parts, once they are there."""

    def look(self) -> None:
        """Read what is shown, and show it: when the screen comes up, and after every change."""
        raise NotImplementedError

    def taking_back(self) -> Callable[[], Awaitable[str | None]]:
        """Takes back what was done here last and is nowhere else, and tells it; None where nothing is."""
        return nothing

    def lay_over(self, screen: Screen[Any], use: Callable[[Any], None] | None = None) -> None:
        """Lay a screen over this one, unless people have gone elsewhere while it was made."""
        if self.is_current:
            self.app.push_screen(screen, use)

    def _screen_resized(self, size: Size) -> None:
        """Lay it out, unless it is so already: whoever goes to it has it drawn anew in any case."""
        if self._size != size or self._layout_required:
            super()._screen_resized(size)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Frame the part that takes the keys; by hand, as a style for it would have all that is in it styled anew."""
        around = (each for each in event.widget.ancestors_with_self if each.has_class("pane"))
        here = next(around, None)
        changed = [
            each for each in self.query(".pane") if each.has_class("-here") != (each is here)
        ]
        for each in changed:
            each.set_class(each is here, "-here", update=False)
        self.app.stylesheet.update_nodes(changed)

    def on_screen_resume(self, event: ScreenResume) -> None:
        event.refresh_styles = False  # they are true, as whatever changes one says so at once
        # They may have been changed, and every screen works in a context of its own.
        SETTINGS.set(self.app.settings)
        if not self._is_whole:
            return
        # What lay over it, and changed nothing, leaves nothing to be read. Else it is painted first: two threads that
        # work at once take twice as long.
        now = (self.NAME, self.library.changes, self.app.settings)
        if self.app.looked_at == now:
            return
        if (
            self.is_current
        ):  # else it is made beforehand, and whoever comes to it wants to see what is new
            self.app.looked_at = now
        self.call_after_refresh(self.look)
