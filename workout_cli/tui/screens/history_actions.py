"""What is done with the workout that is highlighted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from workout_cli.changes import tagged
from workout_cli.options import today, zone
from workout_cli.runner import SETTINGS
from workout_cli.tui.screen import WorkoutScreen
from workout_cli.tui.screens.editor import Editor
from workout_cli.tui.screens.page import Page
from workout_cli.tui.shown import comparing
from workout_cli.tui.shown.history import headline
from workout_cli.tui.widgets.entry import Entry
from workout_cli.tui.widgets.rows import Rows
from workout_cli.tui.work import reads, writes
from workout_core.dates import RANGE_HINTS, parse_range
from workout_core.errors import InvalidError, WorkoutError
from workout_core.ids import new_id
from workout_core.live.schemas import LiveRepeat
from workout_core.statistics.schemas import CompareFilters
from workout_core.workouts.inputs import WorkoutCopy, WorkoutUpdate
from workout_core.workouts.text_schemas import WorkoutTextUpdate

if TYPE_CHECKING:
    from collections.abc import Awaitable
    from datetime import date
    from uuid import UUID

    from workout_core.services import Services
    from workout_core.workouts.schemas import WorkoutHead, WorkoutRead, WorkoutSummary
    from workout_core.workouts.text_schemas import WorkoutText

UNDO = "u undoes"


class Draft(NamedTuple):
    """A text that was typed and not saved, and the version that it began from."""

    text: str
    begun: WorkoutText


class HistoryActions(WorkoutScreen):
    """Edit, delete, copy, repeat, tag, note, compare.

    `going` are the workouts that were deleted, and may still be seen.
    """

    def __init__(self) -> None:
        super().__init__()
        self.marked: UUID | None = None
        self._drafts: dict[UUID, Draft] = {}
        self.going: set[UUID] = set()

    @property
    def rows(self) -> Rows[WorkoutSummary]:
        return self.query_one("#sessions", Rows)

    def _say(self, told: str) -> None:
        self.app.say(f"{told} · {UNDO}")

    # As text.

    def action_edit(self) -> None:
        if item := self.rows.item:
            self._edit(item)

    @reads
    async def _edit(self, item: WorkoutSummary) -> None:
        draft = self._drafts.get(item.id)
        begun = draft.begun if draft else await self.text(item.id)
        editing = _Editing(self, item, begun)
        editor = Editor(
            headline(item),
            begun.text,
            editing.save,
            draft=draft.text if draft else None,
            fresh=editing.fresh,
        )
        self.lay_over(editor, editing.left)

    async def text(self, workout_id: UUID) -> WorkoutText:
        """A workout as text, as it is now."""
        return await self.library.ask(lambda services: services.texts.get(workout_id))

    def keep(self, workout_id: UUID, draft: Draft | None) -> None:
        """Keep what was typed of a workout, or forget it."""
        self._drafts.pop(workout_id, None)
        if draft:
            self._drafts[workout_id] = draft
            self.app.notify("Kept as a draft: e goes on with it", markup=False)

    async def apply(self, item: WorkoutHead, text: str, version: str) -> None:
        """Make a workout say what a text says."""
        said = {"text": text, "version": version, "usual_unit": SETTINGS.get().unit}
        await self.library.call(
            lambda services: services.texts.replace(item.id, WorkoutTextUpdate.model_validate(said))
        )
        self._say(f"Saved {headline(item)}")
        self.look()

    # In one go.

    def action_delete(self) -> None:
        item = self.rows.item
        if item and item.id not in self.going:
            self.going.add(item.id)
            self._delete(item)

    @writes
    async def _delete(self, item: WorkoutSummary) -> None:
        try:
            await self.library.call(lambda services: services.workouts.delete(item.id))
        except WorkoutError:
            self.going.discard(item.id)
            raise
        self._say(f"Deleted {headline(item)}")
        self.look()

    def action_copy(self) -> None:
        if item := self.rows.item:
            self._copy(item)

    @writes
    async def _copy(self, item: WorkoutSummary) -> None:
        await self.library.call(lambda services: services.workouts.copy(item.id, WorkoutCopy()))
        self._say(f"Copied {headline(item)} to today")
        self.rows.cursor = 0
        self.look()

    def action_repeat(self) -> None:
        if item := self.rows.item:
            self._repeat(item)

    @writes
    async def _repeat(self, item: WorkoutSummary) -> None:
        data = LiveRepeat(id=new_id(), workout_id=item.id, timezone=zone().key)
        await self.library.call(lambda services: services.live.repeat(data))
        self._say(f"Begun as {headline(item)}")
        self.app.action_show("today")

    def action_tag(self) -> None:
        if self.rows.item:
            self.query_one("#tag", Entry).open()

    def tag(self, text: str) -> None:
        """Add tags, and take off those with a minus before them."""
        if item := self.rows.item:
            words = [each.strip() for each in text.split(",") if each.strip(" -")]
            more = [each for each in words if not each.startswith("-")]
            less = [each.removeprefix("-") for each in words if each.startswith("-")]
            self._tag(item, more, less)

    @writes
    async def _tag(self, item: WorkoutSummary, more: list[str], less: list[str]) -> None:
        async def change(services: Services) -> WorkoutRead:
            now = await services.workouts.get(item.id)
            data = WorkoutUpdate(tags=tagged(now, more, less))
            return await services.workouts.update(item.id, data)

        workout = await self.library.call(change)
        tags = " ".join(f"#{each}" for each in workout.tags) or "no tags"
        self._say(f"{headline(item)}: {tags}")
        self.look()

    def action_note(self) -> None:
        if item := self.rows.item:
            self.app.push_screen(
                Editor(f"Note · {headline(item)}", item.note or "", partial(self._annotate, item))
            )

    async def _annotate(self, item: WorkoutSummary, text: str) -> None:
        def change(services: Services) -> Awaitable[WorkoutRead]:
            return services.workouts.update(item.id, WorkoutUpdate(note=text.strip() or None))

        await self.library.call(change)
        self._say(f"Noted in {headline(item)}")
        self.look()

    # Beside each other.

    def mark(self, workout_id: UUID | None) -> None:
        """Remember a workout to compare another one with."""
        self.marked = workout_id
        self.rows.refresh()

    def action_compare(self) -> None:
        item = self.rows.item
        if item is None:
            return
        if self.marked is None:
            self.mark(item.id)
            self.app.notify("Marked ●: c on another workout compares the two", markup=False)
        elif self.marked == item.id:
            self.mark(None)
        else:
            self._compare(self.marked, item.id)

    @reads
    async def _compare(self, marked: UUID, other: UUID) -> None:
        async def both(services: Services) -> tuple[WorkoutRead, WorkoutRead]:
            return await services.workouts.get(marked), await services.workouts.get(other)

        self.mark(None)
        first, second = await self.library.ask(both)
        self.lay_over(Page("Two workouts", partial(comparing.workouts, first, second)))

    def action_periods(self) -> None:
        self.query_one("#periods", Entry).open()

    @reads
    async def compare_periods(self, text: str) -> None:
        """Two periods as they were typed, apart by a space or a comma."""
        words = [each.strip() for each in (text.split(",") if "," in text else text.split())]
        if len(words) != 2:
            raise InvalidError("Two periods are compared", hints=["2025-Q4 2026-Q4"])
        (since, until), (other_since, other_until) = map(_period, words)
        days = {
            "since": since,
            "until": until,
            "other_since": other_since,
            "other_until": other_until,
        }
        found = await self.library.ask(
            lambda services: services.statistics.compare(CompareFilters.model_validate(days))
        )
        self.lay_over(Page("Two periods", partial(comparing.periods, found)))


class _Editing:
    """A workout's text while it is edited, and the version that must still hold."""

    def __init__(self, screen: HistoryActions, item: WorkoutSummary, begun: WorkoutText) -> None:
        self._screen = screen
        self._item = item
        self._begun = begun

    async def save(self, text: str) -> None:
        await self._screen.apply(self._item, text, self._begun.version)

    async def fresh(self) -> str:
        self._begun = await self._screen.text(self._item.id)
        return self._begun.text

    def left(self, text: str | None) -> None:
        draft = None if text is None else Draft(text, self._begun)
        self._screen.keep(self._item.id, draft)


def _period(text: str) -> tuple[date, date]:
    """The first and the last day of a period; one without an end ends today."""
    since, until = parse_range(text, today())
    if since is None:
        raise InvalidError(f"{text!r} has no first day", hints=RANGE_HINTS)
    return since, until or max(since, today())
