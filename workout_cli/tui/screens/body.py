"""Body: what it measures, where that is going, and what it should come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.containers import Horizontal, Vertical

from workout_cli import options
from workout_cli.tui.charting import DAY_KEYS, RANGE_KEYS, ChartScreen
from workout_cli.tui.keys import Key, bindings
from workout_cli.tui.shown import body
from workout_cli.tui.shown.drawn import amount
from workout_cli.tui.widgets.entry import Entry
from workout_cli.tui.widgets.rows import PAGE, Col, Rows
from workout_cli.tui.work import fetches, reads, writes
from workout_core.body.schemas import MeasurementFilters, MeasurementRead
from workout_core.charts.schemas import ChartTrendFilters

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from workout_core.body.progress_schemas import GoalList, GoalRead, MeasuredList, MeasuredRead
    from workout_core.services import Services

EMPTY: Final = "Nothing yet: n logs"
MEASURED: Final = (
    Col("measured"),
    Col("last", 8, right=True),
    Col("30 days", 7, right=True, least=26),
    Col("90 days", body.SPARK, least=40),
)
HISTORY: Final = (Col("day", 11), Col("value", 10, right=True), Col("note"))


class BodyScreen(ChartScreen):
    NAME = "body"
    CSS_PATH = "body.tcss"
    ENTRIES: ClassVar = {"n": "log", "e": "edit", "t": "goal"}
    KEYS = (
        Key("n", "ask('log')", "Log a measurement: `82.5kg`, `waist 84cm`", label="Log"),
        Key("e", "ask('edit')", "Change the one under the cursor", label="Edit"),
        Key("d", "delete", "Delete the one under the cursor; u brings it back", label="Delete"),
        Key("t", "ask('goal')", "Set a goal: `80kg by 2027-03-01`; `off`", label="Goal"),
        *RANGE_KEYS,
        Key("m", "type(1)", "The next that is measured", label="Next"),
        Key("M", "type(-1)", "The one before"),
        *DAY_KEYS,
    )
    BINDINGS = bindings(KEYS)

    def __init__(self) -> None:
        super().__init__()
        self._type: str | None = None
        self._goals: dict[str, GoalRead] = {}

    def parts(self) -> ComposeResult:
        with Horizontal():
            with Vertical(id="types", classes="pane") as pane:
                pane.border_title = "Measured"
                yield Rows(MEASURED, body.measured_cells, empty=EMPTY, id="measured")
            with Vertical(id="one"):
                yield from self.chart_parts()
                with Vertical(id="past", classes="pane") as pane:
                    pane.border_title = "History"
                    yield Rows(HISTORY, body.history_cells, empty=EMPTY, id="history")
        yield Entry(id="entry")

    def prepare(self) -> None:
        self._measured.focus()

    def look(self) -> None:
        self._look_over()
        if self._type:
            self._history.forget()

    def look_again(self) -> None:
        if self._type:
            self._look_at(self._type)

    def entry_for(self, what: str) -> tuple[str, str] | None:
        each = self._history.item
        if what == "edit":
            return (body.as_typed(each), body.HINTS[what]) if each else None
        return ("", body.HINTS[what])

    def entered(self, what: str, text: str) -> None:
        if what == "log":
            self._log(text)
        elif what == "goal":
            self._aim(text)
        elif each := self._history.item:
            self._edit(each, text)

    def action_type(self, by: int) -> None:
        self._measured.action_move(by)

    def action_delete(self) -> None:
        if each := self._history.item:
            self._delete(each)

    @on(Rows.Wanted, "#history")
    def _wanted(self, event: Rows.Wanted) -> None:
        if self._type:
            self._fetch(self._type, event.page)

    @on(Rows.Moved, "#measured")
    def _moved(self, event: Rows.Moved) -> None:
        if event.item is not None and event.item.type != self._type:
            self._take(event.item)

    @on(Rows.Chosen, "#measured")
    def _chosen(self) -> None:
        self._history.focus()

    @reads
    async def _look_over(self) -> None:
        every, goals = await self.library.ask(_all)
        self._goals = {each.type: each for each in goals.items}
        at = next((n for n, each in enumerate(every.items) if each.type == self._type), None)
        if at is not None:
            self._measured.set_reactive(Rows.cursor, at)
        self._measured.show(every.items)
        if at is not None:
            self.look_again()
        elif self._measured.item:
            self._take(self._measured.item)
        else:
            self._type = None
            self._history.show([])

    @reads
    async def _look_at(self, type_: str) -> None:
        days = self.window.days(options.today())
        filters = ChartTrendFilters(
            type=type_, since=days.since, until=days.until, unit=self.app.settings.unit
        )
        found = await self.library.ask(lambda services: services.charts.trend(filters))
        self.present(body.trend(found, self._goals.get(type_)))

    @fetches
    async def _fetch(self, type_: str, page: int) -> None:
        filters = MeasurementFilters(type=type_, page=page, size=PAGE)
        found = await self.library.ask(lambda services: services.body.list(filters))
        if type_ == self._type:
            self._history.fill(page, found.items, found.total)

    @writes
    async def _delete(self, each: MeasurementRead) -> None:
        await self.library.call(lambda services: services.body.delete(each.id))
        self._changed(f"Deleted {body.told(each)}")

    @writes
    async def _log(self, text: str) -> None:
        with self.kept("log", text):
            data = body.to_log(text, self._type, self.app.settings.unit)
            made = await self.library.call(lambda services: services.body.create(data))
        self._type = made.type
        self._history.cursor = 0
        self._changed(f"Logged {body.told(made)}")

    @writes
    async def _edit(self, each: MeasurementRead, text: str) -> None:
        with self.kept("edit", text):
            data = body.to_change(text, each)
            now = await self.library.call(lambda services: services.body.update(each.id, data))
        self._changed(f"{body.told(each)} is {body.told(now)} now")

    @writes
    async def _aim(self, text: str) -> None:
        if body.is_off(text):
            await self._aim_no_more()
            return
        with self.kept("goal", text):
            data = body.to_aim(text, self._type, self.app.settings.unit)
            goal = await self.library.call(lambda services: services.progress.set_goal(data))
        self._changed(f"The goal of {goal.name} is {amount(goal.value, goal.unit)}")

    async def _aim_no_more(self) -> None:
        if goal := self._goals.get(self._type or ""):
            await self.library.call(lambda services: services.progress.remove_goal(goal.id))
            self._changed(f"{goal.name} has no goal any more")

    def _changed(self, told: str) -> None:
        self.app.say(f"{told} · u undoes")
        self.look()

    def _take(self, measured: MeasuredRead) -> None:
        """Look at what is measured."""
        self._type = measured.type
        self._history.cursor = 0
        self._history.forget()
        self.look_again()

    @property
    def _measured(self) -> Rows[MeasuredRead]:
        return self.query_one("#measured", Rows)

    @property
    def _history(self) -> Rows[MeasurementRead]:
        return self.query_one("#history", Rows)


async def _all(services: Services) -> tuple[MeasuredList, GoalList]:
    return await services.progress.overview(), await services.progress.goals()
