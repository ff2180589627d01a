"""Exercises: found as you type, and all that is known of the one that is looked at."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, ClassVar, Final, get_args

from textual import on
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from workout_cli.tui.keys import Key, bindings
from workout_cli.tui.screens.exercise_changes import ExerciseChanges
from workout_cli.tui.screens.pick import Pick
from workout_cli.tui.shown import exercises as shown
from workout_cli.tui.widgets.chart import Chart
from workout_cli.tui.widgets.chips import Chips
from workout_cli.tui.widgets.entry import Entry
from workout_cli.tui.widgets.facts import Facts
from workout_cli.tui.widgets.rows import Rows
from workout_cli.tui.work import reads
from workout_core.charts.schemas import SeriesFilters
from workout_core.exercises.schemas import ExerciseBrowse, ExerciseReference
from workout_core.history.schemas import SessionFilters
from workout_core.schemas import clean
from workout_core.statistics.schemas import RecordFilters
from workout_core.vocabulary import Modality, Muscle

if TYPE_CHECKING:
    from uuid import UUID

    from textual.app import ComposeResult
    from textual.events import Key as Pressed
    from textual.events import Paste

    from workout_core.exercises.schemas import ExerciseDetails, ExerciseListed
    from workout_core.paging import Page
    from workout_core.services import Services
    from workout_core.training.one_rep_max import Formula

PAUSE_S: Final = 0.08
PAGE: Final = 50
SESSIONS: Final = 5
RECORDS: Final = 50
# They move in the list while a name is typed.
MOVES: Final = ("up", "down", "pageup", "pagedown")


class Found(Rows["ExerciseListed"]):
    """The list, whose keys are the entry's while that is open.

    It opens the entry itself: a binding would be run when the letters typed after it have been keys of the screen.
    """

    entry: Entry
    text = ""

    def on_key(self, event: Pressed) -> None:
        if event.key == "slash" and not self.entry.is_open:
            event.stop()
            self.find()
        elif event.key not in MOVES:
            self.entry.take(event)

    def find(self) -> None:
        """Take what is typed from now on for a name."""
        self.entry.open(self.text)

    def on_paste(self, event: Paste) -> None:
        self.entry.paste(event)


class ExercisesScreen(ExerciseChanges):
    NAME = "exercises"
    CSS_PATH = "exercises.tcss"
    KEYS = (
        Key("slash", "find", "Find by a part of a name, as you type", "Find"),
        Key("enter", "read", "Read on in what is known of it; esc leads back"),
        Key("n", "new", "A new exercise of your own", "New"),
        Key("e", "edit", "Edit its names, muscles, settings, note", "Edit"),
        Key("d", "delete", "Delete one of your own that no workout holds", "Delete"),
        Key("s", "star", "Star it, or take the star away", "Star"),
        Key("x", "hide", "Hide it, or offer it again"),
        Key("M", "merge", "Merge it, its history and its names, into another"),
        Key("a", "add", "Do it in the open workout; without one, in a new one", "Add"),
        Key("c", "chart", "Its charts", "Chart"),
        Key("m", "muscle", "Only those that work a muscle", "Muscle"),
        Key("o", "modality", "Only those done with something: barbell, cable…", "With"),
        Key("asterisk", "only('starred')", "Only the starred", shown="*"),
        Key("t", "only('used')", "Only those that you have done"),
        Key("y", "only('is_user_created')", "Only your own"),
        Key("H", "hidden", "The hidden ones too"),
        Key("escape", "back", "Back to the list; there, without text and filters"),
    )
    BINDINGS = bindings(KEYS)
    SWITCHES: ClassVar = {"starred": None, "used": False, "is_user_created": None}

    def __init__(self) -> None:
        super().__init__()
        self._browse = ExerciseBrowse(size=PAGE)
        self._wanted: set[int] = set()
        self._seek: UUID | None = None
        self._found: shown.Insight | None = None

    def stay(self, exercise: UUID | None) -> None:
        self._seek = exercise

    def list_only(self, text: str) -> None:
        self._browse = ExerciseBrowse(size=PAGE, text=text)
        self._narrow()

    @property
    def known(self) -> ExerciseDetails | None:
        return self._found.details if self._found else None

    @property
    def wanted_name(self) -> str:
        return self._browse.text

    def parts(self) -> ComposeResult:
        with Horizontal(id="exercises"):
            with Vertical(id="list", classes="pane") as pane:
                pane.border_title = "Exercises"
                yield Entry("bench, rdl, pull…", id="find")
                yield Chips(id="chips")
                yield Found(
                    shown.COLUMNS, shown.row, empty="nothing is called like that", id="found"
                )
            with VerticalScroll(id="detail", classes="pane"):
                yield Facts(id="facts")
                yield Static(id="trend", markup=False)
                yield Chart(id="chart")
                yield Facts(id="more")

    def prepare(self) -> None:
        entry = self.query_one(Entry)
        self.rows.entry = entry
        self.watch(entry, "value", self._typed, init=False)
        self.rows.focus()

    @property
    def rows(self) -> Found:
        return self.query_one("#found", Found)

    @property
    def item(self) -> ExerciseListed | None:
        """What the cursor stands on."""
        return self.rows.item

    def look(self) -> None:
        self._found = None  # it may be another by now
        self.rows.text = self._browse.text
        self.query_one(Chips).show(shown.chips(self._browse))
        self.rows.forget()

    # What is listed

    def on_rows_wanted(self, event: Rows.Wanted) -> None:
        self._wanted.add(event.page)
        self._read()

    @reads
    async def _read(self) -> None:
        while self._wanted:
            page = min(self._wanted)
            found = await self._page(page)
            self._wanted.discard(page)
            self.rows.fill(page, found.items, found.total)
            self.query_one("#list").border_subtitle = f"{found.total:,}"
            for place, each in enumerate(found.items):
                if each.id == self._seek:
                    self._seek = None
                    self.rows.cursor = (page - 1) * PAGE + place

    async def _page(self, page: int) -> Page[ExerciseListed]:
        wanted = self._browse.model_copy(update={"page": page})
        return await self.library.ask(lambda services: services.exercises.browse(wanted))

    def _narrow(self, **changes: Any) -> None:
        """List something else, from its beginning."""
        self._browse = self._browse.model_copy(update=changes)
        self._wanted.clear()
        self.rows.cursor = 0
        self.look()

    def _typed(self, text: str) -> None:
        text = clean(text.strip())
        if text != self._browse.text:
            self._narrow(text=text[:100])

    @on(Entry.Sent)
    def _sent(self, event: Entry.Sent) -> None:
        self._typed(event.text)

    def action_find(self) -> None:
        self._set_reading(is_reading=False)
        self.rows.focus()
        self.rows.find()

    def action_only(self, name: str) -> None:
        now = getattr(self._browse, name)
        self._narrow(**{name: self.SWITCHES[name] if now else True})

    def action_hidden(self) -> None:
        self._narrow(visibility="shown" if self._browse.visibility == "all" else "all")

    def action_muscle(self) -> None:
        self._pick("muscle", get_args(Muscle))

    def action_modality(self) -> None:
        self._pick("modality", get_args(Modality))

    def _pick(self, name: str, values: tuple[str, ...]) -> None:
        now = getattr(self._browse, name)
        at = values.index(now) + 1 if now else 0
        words = ["any", *map(shown.words, values)]

        def picked(place: int | None) -> None:
            if place is not None:
                self._narrow(**{name: values[place - 1] if place else None})

        self.app.push_screen(Pick("Works" if name == "muscle" else "With", words, at), picked)

    def action_back(self) -> None:
        """From the detail to the list; there, away with what narrows it."""
        if self.has_class("-reading") or not self.rows.has_focus:
            self._set_reading(is_reading=False)
            self.rows.focus()
        elif self._browse != (plain := ExerciseBrowse(size=PAGE)):
            self._seek = self.item.id if self.item else None
            self._browse = plain
            self._narrow()

    # The one that is looked at

    def on_rows_moved(self, event: Rows.Moved) -> None:
        if event.item is not None:
            self._look_into(event.item.id)
        elif self.rows.total == 0:
            self._show(None)

    def on_rows_chosen(self) -> None:
        self.action_read()

    def action_read(self) -> None:
        if self.item:
            self._set_reading(is_reading=True)
            self.query_one("#detail").focus()

    def _set_reading(self, *, is_reading: bool) -> None:
        """Whether the detail is what is seen, where there is room for one of both; nothing changes where they share."""
        is_seen = self.has_class("-slim") or self.has_class("-tiny")
        (self.add_class if is_reading else self.remove_class)("-reading", update=is_seen)

    @reads
    async def _look_into(self, exercise_id: UUID) -> None:
        await asyncio.sleep(PAUSE_S)  # a held key passes by many
        name, formula = str(exercise_id), self.app.settings.formula
        self._show(await self.library.ask(lambda services: insight(services, name, formula)))

    def _show(self, found: shown.Insight | None) -> None:
        self._found = found
        detail = self.query_one("#detail", VerticalScroll)
        detail.border_title = shown.title(found.details) if found else Content()
        series = found.series if found else None
        drawn = shown.curve(series)
        self.query_one("#facts", Facts).show(shown.facts(found.details) if found else ())
        self.query_one("#trend", Static).update(Content(shown.trend(series)))
        self.query_one("#trend").display = drawn is not None
        chart = self.query_one(Chart)
        chart.display = drawn is not None
        chart.show(drawn)
        more = (
            []
            if found is None
            else [
                *shown.records(found.records),
                *shown.sessions(found.sessions),
                *shown.manner(found.details),
            ]
        )
        self.query_one("#more", Facts).show(more)
        detail.scroll_home(animate=False)

    def action_chart(self) -> None:
        if item := self.item:
            self.app.chart_of(str(item.id))


async def insight(services: Services, exercise: str, formula: Formula) -> shown.Insight:
    """All that the screen shows of an exercise."""
    details = await services.exercises.details(ExerciseReference(name=exercise))
    if not details.sets:
        return shown.Insight(details)
    records = RecordFilters(exercise=exercise, standing=True, size=RECORDS, formula=formula)
    sessions = SessionFilters(exercise=exercise, size=SESSIONS)
    return shown.Insight(
        details,
        (await services.records.list(records)).items,
        (await services.history.sessions(sessions)).items,
        await services.charts.series(SeriesFilters(exercise=exercise, formula=formula)),
    )
