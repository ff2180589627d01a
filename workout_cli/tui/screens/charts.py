"""Charts: how an exercise has gone, by measure and range; and the training as a whole."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual import on
from textual.containers import Horizontal, Vertical

from workout_cli import options
from workout_cli.tui.charting import DAY_KEYS, RANGE_KEYS, ChartScreen
from workout_cli.tui.keys import Key, bindings
from workout_cli.tui.saving import save
from workout_cli.tui.screens.find import FindExercise
from workout_cli.tui.shown import series
from workout_cli.tui.shown.overviews import OVERVIEWS, Overview
from workout_cli.tui.shown.window import Window
from workout_cli.tui.widgets.choices import Choices
from workout_cli.tui.widgets.entry import Entry
from workout_cli.tui.widgets.rows import PAGE, Col, Rows
from workout_cli.tui.work import fetches, reads, writes
from workout_core.charts.schemas import SeriesRead
from workout_core.exercises.schemas import ExerciseFilters, ExerciseRead, ExerciseReference
from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from uuid import UUID

    from textual.app import ComposeResult

NO_EXERCISE: Final = "Nothing was logged yet"


class ChartsScreen(ChartScreen):
    NAME = "charts"
    CSS_PATH = "charts.tcss"
    ENTRIES: ClassVar = {"e": "export"}
    KEYS = (
        *RANGE_KEYS,
        Key("tab,m", "measure(1)", "The next measure", label="Measure", shown="m"),
        Key("shift+tab,M", "measure(-1)", "The measure before", shown="M"),
        *DAY_KEYS,
        Key("slash", "find", "Find an exercise by its name", label="Find"),
        Key("v", "views", "From the exercises to the views, and back", label="Views"),
        Key("e", "ask('export')", "Write it to a file: .svg, .png or .csv", label="Export"),
        Key("j,down", "move(1)", "The next exercise, or view"),
        Key("k,up", "move(-1)", "The one before"),
    )
    BINDINGS = bindings(KEYS)

    def __init__(self) -> None:
        super().__init__()
        self._subject: ExerciseRead | Overview | None = None
        self._whole: dict[tuple[UUID, str], SeriesRead] = {}
        self._measure = ""
        self._wished = ""  # the measure that was chosen last, which not every exercise has
        self._seen = 0  # where the cursor of the exercises was last seen

    def parts(self) -> ComposeResult:
        with Horizontal():
            with Vertical(id="lists"):
                with Vertical(classes="pane", id="of") as pane:
                    pane.border_title = "Exercises"
                    yield Rows(
                        [Col("most used first")], _exercise, empty=NO_EXERCISE, id="exercises"
                    )
                with Vertical(classes="pane", id="whole") as pane:
                    pane.border_title = "Views"
                    yield Rows([Col("of all training")], _overview, id="overviews")
            yield from self.chart_parts()
        yield Entry(id="entry")

    def choices(self) -> Iterator[Choices]:
        yield Choices(id="measures")
        yield from super().choices()

    def prepare(self) -> None:
        self._overviews.fill(1, OVERVIEWS, len(OVERVIEWS))
        self._exercises.focus()

    def look(self) -> None:
        self._whole.clear()
        self._exercises.forget()
        if chosen := self.app.chosen_exercise:
            self.app.chosen_exercise = None
            self._look_up(chosen)
        elif self._subject:
            self.look_again()

    def look_again(self) -> None:
        """Show it on other days; an exercise is read as a whole, so that one moves through it without waiting."""
        subject = self._subject
        if isinstance(subject, ExerciseRead) and (
            whole := self._whole.get((subject.id, self._measure))
        ):
            self._show_days_of(whole)
        elif subject:
            self._look_at(subject, self._measure)

    def _show_days_of(self, whole: SeriesRead) -> None:
        self.present(series.shown(series.within(whole, self.window.days(options.today()))))

    def entry_for(self, what: str) -> tuple[str, str] | None:
        return ("", "a name that ends in .svg, .png or .csv") if self._drawn else None

    def entered(self, what: str, text: str) -> None:
        self._export(text)

    def action_measure(self, by: int) -> None:
        measures = self._measures()
        if measures:
            at = measures.index(self._measure) + by
            self._choose_measure(measures[at % len(measures)])

    def action_pan(self, by: int) -> None:
        step = self._subject.step if isinstance(self._subject, Overview) else "half"
        if isinstance(step, timedelta):
            self._through(self.window.moved(by * step, options.today()))
        elif step:
            super().action_pan(by)

    def action_move(self, by: int) -> None:
        of_all = isinstance(self._subject, Overview)
        (self._overviews if of_all else self._exercises).action_move(by)

    def action_views(self) -> None:
        """Take up what the other list's cursor stands on."""
        rows = self._exercises if isinstance(self._subject, Overview) else self._overviews
        rows.focus()
        if rows.item:
            self._take(rows.item)

    def action_find(self) -> None:
        self.app.push_screen(FindExercise("Chart of"), self._found)

    @on(Rows.Wanted, "#exercises")
    def _wanted(self, event: Rows.Wanted) -> None:
        self._fetch(event.page)

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        """What the cursor stands on, unless the list was only filled anew or is not the one that is looked at."""
        item = event.rows.item  # by now, as the cursor may have gone on since
        if item is None:
            return
        of_all = isinstance(item, Overview)
        stays = not of_all and event.rows.cursor == self._seen and self._subject is not None
        self._seen = self._exercises.cursor
        looked_at = event.rows.has_focus or of_all is isinstance(self._subject, Overview)
        if looked_at and not stays:
            self._take(item)

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        if event.item:
            self._take(event.item)

    @on(Choices.Chosen, "#measures")
    def _measure_chosen(self, event: Choices.Chosen) -> None:
        self._choose_measure(self._measures()[event.at])

    @fetches
    async def _fetch(self, page: int) -> None:
        filters = ExerciseFilters(used=True, order="use", page=page, size=PAGE)
        found = await self.library.ask(lambda services: services.exercises.list(filters))
        self._exercises.fill(page, found.items, found.total)

    @reads
    async def _look_up(self, name: str) -> None:
        reference = ExerciseReference(name=name)
        self._found(await self.library.ask(lambda services: services.exercises.find(reference)))

    @reads
    async def _look_at(self, subject: ExerciseRead | Overview, measure: str) -> None:
        days = self.window.days(options.today())
        if isinstance(subject, Overview):
            read = subject.read
            result = await self.library.ask(lambda services: read(services, days))
            if subject is self._subject:
                self.present(subject.show(result, measure))
            return
        unit = self.app.settings.unit
        ever = days if measure == series.INTENSITY else Window("all").days(options.today())
        found = await self.library.ask(
            lambda services: series.read(services, subject, measure, ever, unit)
        )
        if isinstance(found, SeriesRead):
            self._whole[subject.id, measure] = found
        if (subject, measure) != (self._subject, self._measure):  # which stood there already
            return
        if isinstance(found, SeriesRead):
            self._show_days_of(found)
        else:
            self.present(series.shown(found))

    @writes
    async def _export(self, name: str) -> None:
        if self._drawn:
            with self.kept("export", name):
                path = await asyncio.to_thread(save, self._drawn, name)
            self.app.say(f"The chart is in {path}")

    def _found(self, exercise: ExerciseRead | None) -> None:
        if exercise is None:
            return
        at = self._exercises.place_of(lambda each: each.id == exercise.id)
        self._take(exercise)
        if at is not None:
            self._exercises.cursor = at
        self._exercises.focus()

    def _take(self, subject: Any) -> None:
        """Look at an exercise or a view; by the same measure, where it has it."""
        if isinstance(subject, Overview) is not isinstance(self._subject, Overview):
            self.window = self.window._replace(until=None)
        self._subject = subject
        measures = self._measures()
        wished = self._wished if self._wished in measures else ""
        self._show_measure(wished or (measures[0] if measures else ""))

    def _choose_measure(self, measure: str) -> None:
        self._wished = measure
        self._show_measure(measure)

    def _show_measure(self, measure: str) -> None:
        self._measure = measure
        measures = self._measures()
        words = [series.label(each) for each in measures]
        self.query_one("#measures", Choices).show(words, measures.index(measure) if measures else 0)
        of_days = not isinstance(self._subject, Overview) or self._subject.step == "half"
        self.query_one("#range").display = of_days
        self.look_again()

    def _measures(self) -> Sequence[str]:
        if self._subject is None:
            return ()
        if isinstance(self._subject, Overview):
            return self._subject.measures
        return series.measures_of(self._subject.tracking)

    @property
    def _exercises(self) -> Rows[ExerciseRead]:
        return self.query_one("#exercises", Rows)

    @property
    def _overviews(self) -> Rows[Overview]:
        return self.query_one("#overviews", Rows)


def _exercise(each: ExerciseRead) -> Sequence[str]:
    return (clean(each.name),)


def _overview(each: Overview) -> Sequence[str]:
    return (each.name,)
