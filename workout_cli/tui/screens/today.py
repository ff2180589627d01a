"""The open workout, kept in view while training; without one, what to begin with."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, cast

from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from workout_cli.live_options import live_filters, past_filters
from workout_cli.options import now, today, zone
from workout_cli.runner import SETTINGS
from workout_cli.tui.keys import bindings
from workout_cli.tui.screens.today_keys import KEYS, LIVE_ONLY
from workout_cli.tui.screens.training import TrainingScreen
from workout_cli.tui.screens.writing import AGAIN_S
from workout_cli.tui.shown import live
from workout_cli.tui.shown.sets import columns
from workout_cli.tui.widgets.chart import Chart
from workout_cli.tui.widgets.entry import Entry
from workout_cli.tui.widgets.rest import RestPane
from workout_cli.tui.widgets.rows import PAGE, Rows
from workout_cli.tui.widgets.sets import Again, SetTable
from workout_cli.tui.widgets.told import Told, panel
from workout_cli.tui.widgets.top import Top
from workout_cli.tui.work import fetches, reads, writes
from workout_core.charts.lines import line_chart
from workout_core.charts.points import Point
from workout_core.charts.schemas import SeriesFilters
from workout_core.errors import WorkoutError
from workout_core.ids import new_id
from workout_core.live.schemas import LiveRepeat
from workout_core.schemas import clean
from workout_core.statistics.schemas import WeekFilters
from workout_core.workouts.schemas import WorkoutFilters, WorkoutSummary
from workout_core.workouts.session_schemas import SessionStart

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from uuid import UUID

    from textual.app import ComposeResult

    from workout_core.charts.schemas import SeriesRead
    from workout_core.live.schemas import LiveBoard, LivePast, LiveSlot
    from workout_core.services import Services
    from workout_core.statistics.schemas import WeekStatsRead

HALF_A_YEAR: Final = timedelta(days=182)
INLINE: Final = 3
BESIDE: Final = 4
TURNED: Final = "#live, #start, #unread, #named, #top .tab, #said"
WELCOME: Final = Content.from_markup(
    "[bold]No workout is open.[/]  [$text-accent]/[/] adds an exercise and starts one,\n"
    "[$text-accent]n[/] starts an empty one, [$text-accent]⏎[/] does one of these again."
)


class Named(Told):
    """What the open workout is called, where the screens are else; a click tells all that can be done."""

    async def on_click(self) -> None:
        await self.run_action("app.command_palette")


class TodayScreen(TrainingScreen):
    NAME = "today"
    KEYS = KEYS
    BINDINGS = bindings(KEYS)
    CSS_PATH = "today.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._heard = datetime.now(UTC)
        self._past: dict[UUID, LivePast] = {}
        self._trends: dict[UUID, SeriesRead] = {}
        self._trend: SeriesRead | None = None
        self._fresh: set[UUID] = set()  # exercises of which the past was read since the last look
        self._week: WeekStatsRead | None = None

    def parts(self) -> ComposeResult:
        entry = Entry("55x8 @8", id="entry")
        table = SetTable(entry)
        with Horizontal(id="live"):
            with _pane("plan", "Plan"):
                yield OptionList(id="planned")
            with _pane("work", ""):
                yield table
                yield Told(id="facts")
                yield Told(id="inline")
                with Vertical(id="trendbox", classes="-bare"):
                    yield Told(id="trendtitle")
                    yield Chart(id="trend")
                yield entry
            with VerticalScroll(id="side", can_focus=False):
                yield RestPane()
                yield panel("last", "Last time")
                yield panel("totals", "Session")
                yield panel("week", "Sets this week")
        with _pane("start", "Today"):
            yield Static(WELCOME, id="welcome")
            yield Again(table)
        yield Told(id="unread")
        yield Told(id="restline")

    def prepare(self) -> None:
        top = self.query_one(Top)
        top.mount(Named(id="named"), before=0)

    def look(self) -> None:
        self._fresh.clear()
        self._look()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.has_class("-open") or action not in LIVE_ONLY

    @reads
    async def _look(self) -> None:
        await self._see()

    async def _see(self) -> None:
        try:
            board = await self._board()
        except WorkoutError as error:
            self.app.stands.set()  # it does not, but may soon: keys wait for no server
            if self.session.board:
                raise
            self._put("unread", live.unread(error))
            self.set_timer(AGAIN_S, self._look)
            return
        self._heard = datetime.now(UTC)
        before = self.session.board
        under_way = len(self.session.sent)
        self.session.see(board)
        if len(self.session.sent) != under_way:
            await self._keep()
        if self._is_away:  # and answers now
            self._send_again()
        if not self.session.waiting:  # of which the services know no rest
            self.query_one(RestPane).show(board.rest)
        opened = board.workout is not None
        if before is None or (before.workout is None) == opened:
            self._turn_over(opened=opened)
        self.paint()
        self.look_closer()
        if opened:
            self.app.stands.set()
            self._look_week()

    async def _board(self) -> LiveBoard:
        """The open workout, with every plan that was made here."""
        filters = live_filters()
        while True:
            await self.library.settled()
            plans = self.session.plans
            board = await self.library.ask(lambda services: services.live.board(filters))
            if plans == self.session.plans:
                return board

    def look_closer(self) -> None:
        if self.session.slot and self.session.slot.exercise.id not in self._fresh:
            self._look_past(self.session.slot.exercise.id)

    @reads
    async def _look_past(self, exercise: UUID) -> None:
        filters = past_filters()
        past = await self.library.ask(lambda services: services.live.past(exercise, filters))
        self._past[exercise] = past
        self.paint()
        series = SeriesFilters(
            exercise=str(exercise),
            measure="e1rm",
            since=today() - HALF_A_YEAR,
            unit=SETTINGS.get().unit,
        )
        if past.exercise.tracking == "weight_reps":
            found = await self.library.ask(lambda services: services.charts.series(series))
            self._trends[exercise] = found
            self.paint()
        self._fresh.add(exercise)

    @reads
    async def _look_week(self) -> None:
        filters = WeekFilters(day=today())
        self._week = await self.library.ask(lambda services: services.statistics.week(filters))
        self.paint()

    def _turn_over(self, *, opened: bool) -> None:
        """Show the open workout, or what to begin with, as it is now."""
        self.turn_to(opened=opened)
        if not opened:
            self.query_one("#again", Rows).forget()

    def turn_to(self, *, opened: bool) -> None:
        self._put("unread", Content())
        self.update_classes({"-open": opened, "-closed": not opened}, update=False)
        # The others' styles take no note of it.
        self.app.stylesheet.update_nodes(self.query(TURNED))
        self.query_one("#sets" if opened else "#again", Rows).focus()
        self.refresh_bindings()

    def paint(self) -> None:
        board = self.session.board
        self._say_top(board)
        if board is None or board.workout is None:
            return
        self._paint_plan()
        slot = self.session.slot
        work = self.query_one("#work")
        if slot is None:
            work.border_title = Content("Nothing is planned yet")
            work.border_subtitle = Content("/ adds an exercise")
            self.query_one(SetTable).show([])
            return
        work.border_title = Content(clean(slot.exercise.name))
        work.border_subtitle = live.subtitle(slot)
        past = self._past.get(slot.exercise.id)
        self._paint_sets()
        self._put("facts", live.facts(slot, past))
        self._put("inline", Content("Last time\n").append(live.last_times(past, INLINE)))
        self._put("last", live.last_times(past, BESIDE))
        self._put("totals", live.totals(board))
        self._draw(self._trends.get(slot.exercise.id))
        if self._week:
            worked = [each for at in board.slots for each in at.primary_muscles]
            self._put("week", live.week(self._week, worked))

    def _paint_sets(self) -> None:
        slot = self.session.slot
        assert slot is not None
        table = self.query_one(SetTable)
        lines = self.session.lines()
        moved = (slot.execution_id, [each.state for each in lines])
        table.show(lines, columns(slot))
        table.styles.height = len(lines) + 1
        if moved != self._drawn:
            # Where the next set is, unless the cursor was put elsewhere and nothing happened since.
            table.cursor = next(
                (at for at, each in enumerate(lines) if each.state in ("next", "more")), 0
            )
        self._drawn = moved

    _drawn: object = None
    _begins = False

    def _paint_plan(self) -> None:
        options = self.query_one("#planned", OptionList)
        lines = [self._plan_lines(slot) for slot in self.session.slots]
        if len(lines) != options.option_count:
            options.set_options(map(Option, lines))
        for at, (option, line) in enumerate(zip(options.options, lines, strict=True)):
            if option.prompt != line:
                options.replace_option_prompt_at_index(at, line)
        if self.session.slots:
            with options.prevent(OptionList.OptionHighlighted):
                options.highlighted = self.session.place

    def _plan_lines(self, slot: LiveSlot) -> Content:
        is_current = slot.execution_id == self.session.current
        sending = len(self.session.under_way(slot.execution_id))
        return live.plan_lines(slot, current=is_current, sending=sending)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_list.has_focus:
            self.action_turn(event.option_index - self.session.place)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.action_turn(event.option_index - self.session.place)
        self.query_one(SetTable).focus()

    def on_rest_pane_ticked(self) -> None:
        self._say_top(self.session.board)
        pane = self.query_one(RestPane)
        told = pane.line(self.size.width - 2)
        line = self.query_one("#restline", Told)
        line.set_class(bool(told), "-shown")
        line.set_class(pane.has_class("-over"), "-over")
        line.tell(told)

    def on_rows_wanted(self, event: Rows.Wanted) -> None:
        if event.rows.id == "again":
            self._read_again(event.page)

    @fetches
    async def _read_again(self, page: int) -> None:
        filters = WorkoutFilters(page=page, size=PAGE)
        try:
            found = await self.library.ask(lambda services: services.workouts.list(filters))
            self.query_one("#again", Rows).fill(page, found.items, found.total)
        finally:
            self.app.stands.set()

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        if event.rows.id == "again" and event.item:
            self._repeat(cast("WorkoutSummary", event.item))
        elif event.rows.id == "sets":  # a click; Enter has a key of the screen
            self.action_log_set()

    def _repeat(self, workout: WorkoutSummary) -> None:
        data = LiveRepeat(id=new_id(), workout_id=workout.id, timezone=zone().key)
        self._begin(workout.name, lambda services: services.live.repeat(data))

    def start(self) -> None:
        data = SessionStart(timezone=zone().key, close_forgotten=True)
        self._begin(None, lambda services: services.session.start(data))

    def _begin(self, name: str | None, use: Callable[[Services], Awaitable[Any]]) -> None:
        """Turn to the workout that is about to be open; what is typed meanwhile is for its sets."""
        if self._begins:  # another click
            return
        self._begins = True
        self.query_one(SetTable).hold()
        self._empty(name)
        self.turn_to(opened=True)
        self._write_begin(use)

    @writes
    async def _write_begin(self, use: Callable[[Services], Awaitable[Any]]) -> None:
        self._fresh.clear()
        try:
            await self.library.call(use)
            await self._see()
        finally:
            self._begins = False
            opened = self.session.board is not None and self.session.board.workout is not None
            typed = self.query_one(SetTable).release()
            if opened:
                self.query_one(SetTable).press(typed)
            else:
                self.turn_to(opened=False)

    def _empty(self, name: str | None) -> None:
        """The frame of a workout of which nothing is known but its name."""
        work = self.query_one("#work")
        work.border_title, work.border_subtitle = Content(clean(name or "Workout")), Content("…")
        self.query_one("#planned", OptionList).clear_options()
        self.query_one(SetTable).show([])
        for each in ("facts", "inline", "last", "totals", "week"):
            self._put(each, Content())
        self._draw(None)

    def _draw(self, series: SeriesRead | None) -> None:
        """The estimate over half a year."""
        if series is self._trend:
            return
        self._trend = series
        chart = self.query_one("#trend", Chart)
        is_bare = series is None or len(series.items) < 2
        self.query_one("#trendbox").set_class(is_bare, "-bare")
        if series is None or is_bare:
            self._put("trendtitle", Content())
            chart.show(None)
            return
        points = [
            Point(each.local_date, float(each.value), each.record, each.deload)
            for each in series.items
        ]
        first, last = points[0].day, points[-1].day
        self._put("trendtitle", live.trend_title(series))
        chart.show(lambda width, height: line_chart(points, first, last, width, height))

    def _say_top(self, board: LiveBoard | None) -> None:
        top = self.query_one(Top)
        if board is None or board.workout is None:
            weekday = f"{now():%a} " if self.has_class("-wide") else ""
            top.say(Content(f"{weekday}{now().day} {now():%b}  {now():%H:%M}"))
            return
        # Where there is no room for panes, the exercise is named nowhere else.
        in_view = self.session.slot if self.has_class("-low") else None
        name = clean(in_view.exercise.name if in_view else board.workout.name or "Workout")
        day = board.workout.local_date
        forgotten = "forgotten: f ends it at its last set" if board.workout.forgotten else ""
        told = forgotten or (f"{day:%a} {day.day} {day:%b}" if day != today() else "")
        self._put("named", Content.assemble((name, "bold"), (f"  {told}", "dim")))
        to, under_way = board.totals, len(self.session.sent)
        parts: list[tuple[str, str]] = [
            (f"{under_way} sending  " if under_way else "", "$text-warning"),
            ("sets ", "dim"),
            (f"{to.sets + under_way}/{to.sets_planned}   ", ""),
        ]
        if not self.has_class("-tiny"):
            word, told = live.came_to(board)
            parts += [(f"{word} ", "dim"), (f"{told}   ", "")]
        top.say(Content.assemble(*parts, (live.elapsed(board, self._heard), "bold $text-success")))

    def _put(self, id_: str, told: Content) -> None:
        self.query_one(f"#{id_}", Told).tell(told)


def _pane(id_: str, title: str) -> Vertical:
    pane = Vertical(id=id_, classes="pane")
    pane.border_title = title
    return pane
