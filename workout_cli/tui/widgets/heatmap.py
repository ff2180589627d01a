"""Days as a map to move about in: a column a week, a row a weekday.

It shows as many weeks as it has room for, up to a year, that hold the day on which its cursor stands; what was done
in them it asks for.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from workout_cli.tui.widgets.chart import painted
from workout_core.charts.heatmap import COLORED_SIGNS, MARGIN, SIGNS, heatmap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.events import Click

    from workout_core.charts.drawing import Line
    from workout_core.history.schemas import DaysRead, DayTotals

YEAR: Final = 53
CELL: Final = 2
WEEK: Final = timedelta(days=7)
FIRST: Final = date(1900, 1, 1)


class DayMap(Widget, can_focus=True):
    """A map of days; h and l go by weeks, j and k by days."""

    DEFAULT_CSS = """
    DayMap { height: 8; }
    DayMap > .daymap--day { color: $text-accent; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"daymap--day"}
    BINDINGS: ClassVar[list[Any]] = [
        Binding("left,h", "move(-7)", "A week back", show=False),
        Binding("right,l", "move(7)", "A week on", show=False),
        Binding("up,k", "move(-1)", "A day back", show=False),
        Binding("down,j", "move(1)", "A day on", show=False),
        Binding("home,g", "edge(0)", "The first day", show=False),
        Binding("end,G", "edge(1)", "The last day", show=False),
        Binding("enter", "choose", "Its sessions", show=False),
    ]
    day: reactive[date] = reactive(FIRST, init=False)

    class Wanted(Message):
        """The days that are seen, of which nothing is known yet."""

        def __init__(self, since: date, until: date) -> None:
            super().__init__()
            self.since, self.until = since, until

    class Moved(Message):
        """The cursor stands on another day."""

        def __init__(self, day: date) -> None:
            super().__init__()
            self.day = day

    class Chosen(Moved):
        """Enter, or a click on the day of the cursor."""

    def __init__(self, today: date, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._today = today
        self._window: tuple[date, date] | None = None
        self._days: DaysRead | None = None
        self._lines: Sequence[Line] = ()
        self.set_reactive(DayMap.day, today)

    @property
    def found(self) -> DayTotals | None:
        """What was done on the day of the cursor."""
        items = self._days.items if self._days else ()
        return next((each for each in items if each.local_date == self.day), None)

    def forget(self, today: date) -> None:
        """Ask for everything anew."""
        self._today = today
        self._window = None
        self._look()

    def fill(self, days: DaysRead) -> None:
        """What was done in the days that were asked for."""
        if (days.since, days.until) != self._window:
            return
        self._days = days
        shaded = not self.app.no_color and not self.app.current_theme.name.startswith("ansi")
        signs = COLORED_SIGNS if shaded else SIGNS
        values = {each.local_date: float(each.sets or 1) for each in days.items}
        self._lines = heatmap(values, days.since, days.until, self.size.width, signs).lines
        self.refresh()

    def render(self) -> Content:
        lines = list(map(painted, ([line] for line in self._lines)))
        if self._days and lines and self._days.since <= self.day <= self._days.until:
            days = (self.day - self._days.since).days
            at, row = MARGIN + days // 7 * CELL, 1 + days % 7
            sign = "◆" if self.found else "◇"
            style = self.get_visual_style("daymap--day", partial=True)
            line = lines[row].pad_right(max(0, at + CELL - lines[row].cell_length))
            lines[row] = Content.assemble(line[:at], (sign, style), line[at + 1 :])
        return Content("\n").join(lines)

    def validate_day(self, day: date) -> date:
        return max(FIRST, min(day, self._today))

    def watch_day(self) -> None:
        self._look()
        self.refresh()
        self.post_message(self.Moved(self.day))

    def on_resize(self) -> None:
        self._window = None
        self._look()

    def on_click(self, event: Click) -> None:
        at, row = (event.x - self.gutter.left - MARGIN) // CELL, event.y - self.gutter.top - 1
        if self._days is None or at < 0 or not 0 <= row < 7:
            return
        day = self._days.since + at * WEEK + timedelta(days=row)
        if day == self.day:
            self.action_choose()
        elif day <= self._days.until:
            self.day = day

    def action_move(self, days: int) -> None:
        self.day += timedelta(days=days)

    def action_edge(self, last: int) -> None:
        if self._window:
            self.day = self._window[last]

    def action_choose(self) -> None:
        self.post_message(self.Chosen(self.day))

    def _look(self) -> None:
        window = window_of(self.day, self._today, (self.size.width - MARGIN) // CELL)
        if self.size.width and window != self._window:
            self._window = window
            self.post_message(self.Wanted(*window))


def window_of(day: date, today: date, room: int) -> tuple[date, date]:
    """The first Monday and the last day of the weeks that hold a day: those up to today, or so many before them."""
    weeks = max(2, min(YEAR, room))
    this = _monday(today)
    # A week of the newer window stays in sight.
    back = (this - _monday(day)) // WEEK // (weeks - 1) * (weeks - 1) if day < this else 0
    last = this - back * WEEK
    return last - (weeks - 1) * WEEK, min(today, last + timedelta(days=6))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
