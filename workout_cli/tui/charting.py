"""What the screens with a chart share: the range, the line on a day, and the entry at the foot.

Keys that open the entry are heard where all keys go through in the order in which they were typed, on the screen:
a binding is looked up only after a key has bubbled to the app, by when those typed after it are elsewhere.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from pydantic import ValidationError
from textual import on
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from workout_cli import options
from workout_cli.tui.keys import Key
from workout_cli.tui.screen import WorkoutScreen
from workout_cli.tui.shown.window import KEYS, Window
from workout_cli.tui.widgets.chart import Chart
from workout_cli.tui.widgets.choices import Choices
from workout_cli.tui.widgets.entry import Entry
from workout_core.errors import InvalidError, WorkoutError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from textual import events
    from textual.app import ComposeResult

    from workout_cli.tui.shown.drawn import Drawn

MUTED: Final = "dim"
RANGE_KEYS: Final = (
    Key("h,left", "pan(-1)", "Earlier, by half of the range", label="Move", shown="h l"),
    Key("l,right", "pan(1)", "Later, by half of the range", shown="l →"),
    Key("plus,equals_sign", "zoom(-1)", "A shorter range", label="Range", shown="+ -"),
    Key("minus", "zoom(1)", "A longer range"),
)
DAY_KEYS: Final = (
    Key("x", "cross", "A line on a day, with what was on it", label="Value"),
    Key("comma", "point(-1)", "The line on the day before", shown=","),
    Key("full_stop", "point(1)", "The line on the day after", shown="."),
    Key("escape", "put_away", "Put the line away"),
)


class ChartScreen(WorkoutScreen):
    """A screen with a chart of some days. Keys of `ENTRIES` open the entry for what they name."""

    ENTRIES: ClassVar[dict[str, str]] = {}
    window = Window()
    _drawn: Drawn | None = None
    _cross: int | None = None
    _entered_for = ""

    def chart_parts(self) -> ComposeResult:
        """The pane of the chart."""
        with Vertical(id="drawn", classes="pane"):
            yield Static(id="name", markup=False)
            with Horizontal(id="choices"):
                yield from self.choices()
            yield Chart(id="chart")
            yield Static(id="told", markup=False)

    def choices(self) -> Iterator[Choices]:
        """What is chosen above the chart."""
        yield Choices(id="range")

    def look_again(self) -> None:
        """Read what the chart shows, as its days have changed."""
        raise NotImplementedError

    def entered(self, what: str, text: str) -> None:
        """A text was typed for something."""
        raise NotImplementedError

    def entry_for(self, what: str) -> tuple[str, str] | None:
        """With which text the entry opens for something, and its hint; not at all where there is nothing for it."""
        raise NotImplementedError

    @contextmanager
    def kept(self, what: str, text: str) -> Iterator[None]:
        """What was typed stands in the entry again where it could not be done."""
        try:
            try:
                yield
            except ValidationError as error:
                raise InvalidError.from_pydantic(error) from error
        except WorkoutError:
            entry = self.query_one(Entry)
            if not entry.is_open and (opens := self.entry_for(what)):
                self._entered_for = what
                entry.open(text, opens[1])
            raise

    def present(self, drawn: Drawn) -> None:
        """Show a chart and all that stands around it."""
        if self._cross is not None and (not self._drawn or self._drawn.title != drawn.title):
            self._cross = None
        self._drawn = drawn
        if self._cross is not None:
            self._cross = self._within(self._cross)
        self.repaint()

    def repaint(self) -> None:
        """Show the chart again, with its line on another day."""
        drawn = self._drawn
        if drawn is None:
            return
        at, told = self._crossed(drawn)
        pane = self.query_one("#drawn")
        pane.border_title = Content(drawn.title)  # a str would be markup
        pane.border_subtitle = Content(drawn.days)
        self.query_one("#name", Static).update(Content(drawn.title))
        first, *more = filter(None, told)
        below = Content("\n").join(
            (Content(first), *(Content(each).stylize(MUTED) for each in more))
        )
        self.query_one("#told", Static).update(below)
        draw = drawn.draw
        self.query_one(Chart).show(draw and partial(_at, draw, at))
        self.query_one("#range", Choices).show(KEYS, KEYS.index(self.window.range))

    def on_key(self, event: events.Key) -> None:
        if not self.query_one(Entry).take(event) and event.key in self.ENTRIES:
            event.stop()
            event.prevent_default()
            self.action_ask(self.ENTRIES[event.key])

    def on_paste(self, event: events.Paste) -> None:
        self.query_one(Entry).paste(event)

    def action_ask(self, what: str) -> None:
        if opens := self.entry_for(what):
            self._entered_for = what
            self.query_one(Entry).open(*opens)

    def action_pan(self, by: int) -> None:
        self._through(self.window.panned(by, options.today()))

    def action_zoom(self, by: int) -> None:
        self._through(self.window.zoomed(by))

    def action_cross(self) -> None:
        self._cross = self._within(10**9) if self._cross is None else None
        self.repaint()

    def action_point(self, by: int) -> None:
        self._cross = self._within(10**9 if self._cross is None else self._cross + by)
        self.repaint()

    def action_put_away(self) -> None:
        self._cross = None
        self.repaint()

    @on(Choices.Chosen, "#range")
    def _range_chosen(self, event: Choices.Chosen) -> None:
        self._through(self.window._replace(range=KEYS[event.at]))

    @on(Entry.Sent)
    def _sent(self, event: Entry.Sent) -> None:
        if event.text:
            self.entered(self._entered_for, event.text)

    def _through(self, window: Window) -> None:
        if window != self.window:
            self.window = window
            self.look_again()

    def _within(self, at: int) -> int | None:
        """The place of a day of which something is told, or the nearest to it."""
        days = self._drawn.each if self._drawn else ()
        return max(0, min(at, len(days) - 1)) if days else None

    def _crossed(self, drawn: Drawn) -> tuple[date | None, Sequence[str]]:
        """The day of the line, and what is told: of that day, else of all."""
        if self._cross is None:
            return None, drawn.told
        day, told = drawn.each[self._cross]
        return day, [f"│ {told}", *drawn.told[1:]]


def _at(draw: Any, at: date | None, width: int, height: int) -> Any:
    return draw(width, height, at)
