"""History: the map of the days, every workout, and the one that is highlighted with all its sets."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from textual.containers import Horizontal, Vertical
from textual.content import Content

from workout_cli.options import today
from workout_cli.tui.filtering import HINT, filters_of
from workout_cli.tui.keys import Key, bindings
from workout_cli.tui.screens.history_actions import HistoryActions
from workout_cli.tui.screens.page import Page
from workout_cli.tui.shown import history as shown
from workout_cli.tui.widgets.entry import Entry
from workout_cli.tui.widgets.heatmap import DayMap
from workout_cli.tui.widgets.reading import Reading
from workout_cli.tui.widgets.rows import PAGE, Rows
from workout_cli.tui.widgets.top import Top
from workout_cli.tui.work import reads
from workout_core.errors import InvalidError, NotFoundError
from workout_core.history.schemas import DaysFilters
from workout_core.schemas import clean
from workout_core.statistics.schemas import PeriodFilters, PeriodRecordsRead, StreakFilters
from workout_core.workouts.schemas import WorkoutFilters, WorkoutRead, WorkoutSummary

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from textual.app import ComposeResult
    from textual.events import Key as KeyEvent
    from textual.events import Paste

    from workout_core.paging import Page as PageOf
    from workout_core.statistics.schemas import RecordRead

TYPING_S = 0.1
MOVING_S = 0.04
YEAR = timedelta(weeks=52)
ONE_DAY = timedelta(days=1)
EMPTY = "No workout here; 1 begins one, and :import FILE brings yours along"


class HistoryScreen(HistoryActions):
    NAME = "history"
    CSS_PATH = "history.tcss"
    AUTO_FOCUS = "#sessions"
    KEYS = (
        Key("slash", "filter", f"Filter as you type: {HINT}", "Filter"),
        Key("e", "edit", "Edit the workout as text; ctrl+s saves it", "Edit"),
        Key("d", "delete", "Delete the workout", "Delete"),
        Key("y", "copy", "Copy the workout as one that was done now"),
        Key("r", "repeat", "Open a workout that is planned as this one was done", "Repeat"),
        Key("c", "compare", "Mark a workout, then compare another one with it", "Compare"),
        Key("C", "periods", "Compare two periods, as in 2025-Q4 2026-Q4"),
        Key("t", "tag", "Add tags, or take them off: heavy, -old", "Tags"),
        Key("n", "note", "Edit the note of the workout", "Note"),
        Key("left_square_bracket", "year(-1)", "A year back", "Year", "[ ]"),
        Key("right_square_bracket", "year(1)", "A year on"),
        Key("m", "map", "Go to the map of days: h l by weeks, j k by days, ⏎ to its sessions"),
        Key("escape", "back", "No filter, nothing marked, back to the list"),
    )
    BINDINGS = bindings(KEYS)

    def __init__(self) -> None:
        super().__init__()
        self._filters = WorkoutFilters(size=PAGE)
        self._wanted: set[int] = set()
        self._unrecorded: dict[int, PeriodFilters] = {}
        self._records: dict[UUID, Sequence[RecordRead]] = {}
        self._workout: WorkoutRead | None = None

    def parts(self) -> ComposeResult:
        with Vertical(id="days", classes="pane"):
            yield DayMap(today(), id="map")
        with Horizontal(id="below"):
            with Vertical(id="list", classes="pane") as pane:
                pane.border_title = "Sessions"
                yield Rows(shown.columns(), self._cells, empty=EMPTY, id="sessions")
                yield Entry(HINT, id="filter")
                yield Entry("a tag, another one, -one to take off", id="tag")
                yield Entry("two periods, as in 2025-Q4 2026-Q4", id="periods")
            yield Reading(id="detail", classes="pane")

    def prepare(self) -> None:
        self.watch(self.query_one("#filter", Entry), "value", self._filter, init=False)

    def look(self) -> None:
        self._records = {}
        self._unrecorded = {}
        self.map.forget(today())
        self.rows.forget()
        self._read_streak()

    @property
    def map(self) -> DayMap:
        return self.query_one(DayMap)

    def _cells(self, each: WorkoutSummary) -> Sequence[Content | str]:
        return shown.cells(each, self._records.get(each.id, ()), marked=each.id == self.marked)

    # The map.

    def on_day_map_wanted(self, event: DayMap.Wanted) -> None:
        self._read_days(event.since, event.until)

    @reads
    async def _read_days(self, since: date, until: date) -> None:
        which = DaysFilters(since=since, until=until)
        found = await self.library.ask(lambda services: services.history.days(which))
        self.map.fill(found)
        self.query_one("#days").border_title = Content(shown.period(found))
        self._say_day()

    def on_day_map_moved(self) -> None:
        self._say_day()

    def on_day_map_chosen(self, event: DayMap.Chosen) -> None:
        self.rows.focus()
        self._jump(event.day)

    def _say_day(self) -> None:
        told = shown.of_day(self.map.day, self.map.found)
        self.query_one("#days").border_subtitle = Content(told)

    def action_map(self) -> None:
        self.map.focus()

    @reads
    async def _read_streak(self) -> None:
        which = StreakFilters(until=today())
        found = await self.library.ask(lambda services: services.statistics.streaks(which))
        self.query_one(Top).say(shown.streak(found.weeks_in_a_row))

    # The list.

    def on_rows_wanted(self, event: Rows.Wanted) -> None:
        self._wanted.add(event.page)
        self._read_pages()

    @reads
    async def _read_pages(self) -> None:
        """The pages that are wanted; those of which the reading was ended are wanted still."""
        while self._wanted:
            page = min(self._wanted)
            found = await self._listed(self._filters.model_copy(update={"page": page}))
            self._wanted.discard(page)
            self.rows.fill(page, found.items, found.total)
            self._note(found)
            self.going.clear()
        self._read_records()

    async def _listed(self, filters: WorkoutFilters) -> PageOf[WorkoutSummary]:
        return await self.library.ask(lambda services: services.workouts.list(filters))

    def _note(self, found: PageOf[WorkoutSummary]) -> None:
        """What a page leaves to be read, and what its list comes to."""
        if found.items:
            days = [each.local_date for each in found.items]
            self._unrecorded[found.page] = PeriodFilters(since=min(days), until=max(days))
        self.query_one("#list").border_subtitle = f"{found.total:,}"

    @reads
    async def _read_records(self) -> None:
        while self._unrecorded:
            page, which = next(iter(self._unrecorded.items()))
            found = await self._between(which)
            self._unrecorded.pop(page, None)
            self._records |= shown.by_workout(found.items)
            self.rows.refresh()
            self._show_detail()

    async def _between(self, which: PeriodFilters) -> PeriodRecordsRead:
        return await self.library.ask(lambda services: services.records.between(which))

    def on_rows_moved(self, event: Rows.Moved) -> None:
        if event.item:
            self.map.day = event.item.local_date
            self._read_detail(event.item.id)
        elif not self.rows.total:
            self._workout = None
            self._show_detail()

    @reads
    async def _read_detail(self, workout_id: UUID) -> None:
        if self.has_detail:
            await asyncio.sleep(MOVING_S)  # whoever moves on has looked at nothing
            self._workout = await self.library.ask(lambda each: each.workouts.get(workout_id))
            self._show_detail()

    def on_resize(self) -> None:
        self.call_after_refresh(self._catch_up)

    def _catch_up(self) -> None:
        """Show the workout beside the list if there is room for it now."""
        item = self.rows.item
        if item and (self._workout is None or self._workout.id != item.id):
            self._read_detail(item.id)

    @property
    def has_detail(self) -> bool:
        """Whether the pane beside the list is seen."""
        return bool(self.query_one("#detail").display)

    def _show_detail(self) -> None:
        workout, pane = self._workout, self.query_one("#detail", Reading)
        pane.border_title = Content(shown.headline(workout)) if workout else None
        pane.show(lambda _: self._told(workout) if workout else Content())

    def _told(self, workout: WorkoutRead) -> Content:
        return shown.detail(workout, self._records.get(workout.id, ()))

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        if self.has_detail:
            self.query_one("#detail").focus()
        elif event.item:
            self._open(event.item.id)

    @reads
    async def _open(self, workout_id: UUID) -> None:
        workout = await self.library.ask(lambda services: services.workouts.get(workout_id))
        self.lay_over(Page(shown.headline(workout), lambda _: self._told(workout)))

    def action_year(self, years: int) -> None:
        item = self.rows.item
        day = item.local_date if item else self.map.day
        self._jump(min(today(), day + years * YEAR))

    @reads
    async def _jump(self, day: date) -> None:
        """To the last session of a day, or the last one before it."""
        after = max(day + ONE_DAY, self._filters.since or date.min)
        update = {"since": after, "page": 1, "size": 1}
        later = await self._listed(self._filters.model_copy(update=update))
        self.rows.cursor = later.total

    # The filter.

    def action_filter(self) -> None:
        entry = self.query_one("#filter", Entry)
        entry.open(entry.value)

    @reads
    async def _filter(self, text: str) -> None:
        """Another list, if the filter can be read; while it can't, the one that is there."""
        await asyncio.sleep(TYPING_S)
        title = self.query_one("#list")
        try:
            filters = filters_of(text, today()).model_copy(update={"size": PAGE})
            if filters == self._filters:
                return
            found = await self._listed(filters)
        except (InvalidError, NotFoundError) as error:
            title.border_title = Content(clean(f"Sessions · {error.message}"))
            return
        self._filters = filters
        self._wanted.clear()
        self._unrecorded.clear()
        self.rows.restart(found.items, found.total)
        self._note(found)
        title.border_title = Content(
            clean(f"Sessions · {text.strip()}" if text.strip() else "Sessions")
        )
        self._read_records()

    def on_entry_sent(self, event: Entry.Sent) -> None:
        if event.entry.id == "filter" and not event.text:
            self.query_one("#filter", Entry).value = ""
        elif event.text and event.entry.id == "tag":
            self.tag(event.text)
        elif event.text and event.entry.id == "periods":
            self.compare_periods(event.text)

    def on_key(self, event: KeyEvent) -> None:
        """An open entry takes every key, whoever has the focus.

        A key that opens one does so here, and not as a binding: what is typed fast comes by before those are run.
        """
        if any(each.take(event) for each in self.query(Entry)):
            return
        if action := OPENING.get(event.key):
            event.stop()
            action(self)

    def on_paste(self, event: Paste) -> None:
        any(each.paste(event) for each in self.query(Entry))

    def action_back(self) -> None:
        """One step back: out of a pane, then the mark, then the filter."""
        if self.focused is not self.rows:
            self.rows.focus()
        elif self.marked:
            self.mark(None)
        else:
            self.query_one("#filter", Entry).value = ""


OPENING: Final[Mapping[str, Callable[[HistoryScreen], None]]] = {
    "slash": HistoryScreen.action_filter,
    "t": HistoryScreen.action_tag,
    "C": HistoryScreen.action_periods,
}
