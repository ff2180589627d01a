"""The open workout on a screen, and what of it is written: shown at once, and written behind the screen's back."""

from __future__ import annotations

import asyncio
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from workout_cli.options import zone
from workout_cli.runner import SETTINGS
from workout_cli.tui.outbox import Outbox
from workout_cli.tui.screen import WorkoutScreen
from workout_cli.tui.session import Sent, Session
from workout_cli.tui.widgets.rest import RestPane
from workout_cli.tui.work import writes
from workout_core.errors import StorageError, UnreachableError, WorkoutError, reason
from workout_core.ids import new_id
from workout_core.live.schemas import LiveAdd, LivePlan, LiveSwap, PlannedSet
from workout_core.workouts.session_schemas import RestStart, SessionStart
from workout_core.workouts.text_schemas import SetText

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from textual.timer import Timer

    from workout_core.exercises.schemas import ExerciseRead
    from workout_core.live.schemas import LiveSet, LiveSlot
    from workout_core.workouts.inputs import ExecutionUpdate, SetUpdate, Superset

AGAIN_S: Final = 5.0


class WritingScreen(WorkoutScreen):
    """The session, and what changes it."""

    def __init__(self) -> None:
        super().__init__()
        self.session = Session()
        self._is_away = False
        self._again: Timer | None = None

    def paint(self) -> None:
        """Show the session as it is now."""
        raise NotImplementedError

    @property
    def _slot(self) -> LiveSlot | None:
        return self.session.slot

    @property
    def _workout_id(self) -> UUID:
        assert self.session.board is not None
        assert self.session.board.workout is not None
        return self.session.board.workout.id

    def _send(self, sent: Sent) -> None:
        self.paint()
        self._write_set(sent)

    @writes
    async def _write_set(self, sent: Sent) -> None:
        await self._keep()
        data = sent.data.model_copy(
            update={"usual_unit": SETTINGS.get().unit, "formula": SETTINGS.get().formula}
        )
        try:
            logged = await self.library.call(
                lambda services: services.live.log(sent.execution_id, data)
            )
        except UnreachableError:
            self._send_later()
            if not self._is_away:
                self._is_away = True
                raise
            return
        except WorkoutError:
            self.session.take_back(sent)
            await self._keep()
            self.paint()
            raise
        self._is_away = False
        self.query_one(RestPane).show(logged.rest)
        for record in logged.records:
            self.app.say(f"★ {record.exercise}: {record.kind.replace('_', ' ')}")
        if self.session.current == sent.execution_id and logged.next_execution_id:
            self.session.current = logged.next_execution_id
        self.look()

    def on_mount(self) -> None:
        self._outbox = Outbox.of(self.app.settings)
        self.session.sent += self._outbox.read()
        if self.session.sent:
            self._send_later()

    def _send_later(self) -> None:
        if self._again is None:
            self._again = self.set_timer(AGAIN_S, self._send_again)

    def _send_again(self) -> None:
        """Try once more what did not arrive."""
        self._again = None
        for each in self.session.sent:
            self._write_set(each)

    async def _keep(self) -> None:
        """Keep what is under way where a crash does not reach it."""
        try:
            await asyncio.to_thread(self._outbox.keep, list(self.session.sent))
        except OSError as error:
            self.app.tell(StorageError(f"What is not sent yet cannot be kept: {reason(error)}"))

    def look_closer(self) -> None:
        """Read what is shown of the exercise in view alone."""
        raise NotImplementedError

    def _replan(self, planned: Sequence[PlannedSet]) -> None:
        self.session.replan(planned)
        self.paint()
        assert self.session.current is not None
        self._write_plan(self.session.current, LivePlan(sets=list(planned)))

    @writes
    async def _write_plan(self, execution_id: UUID, plan: LivePlan) -> None:
        await self.library.call(lambda services: services.live.plan(execution_id, plan))

    @writes
    async def _correct(self, done: LiveSet, update: SetUpdate) -> None:
        """Change a set that is done."""
        workout, slot = self._workout_id, self._slot
        assert slot is not None
        await self.library.call(
            lambda services: services.sets.update(workout, slot.execution_id, done.id, update)
        )
        self.look()

    @writes
    async def _rest_for(self, seconds: float) -> None:
        start = RestStart(seconds=Decimal(round(seconds)))
        rest = await self.library.call(lambda services: services.session.rest(start))
        self.query_one(RestPane).show(rest)

    @writes
    async def _retype(self, set_id: UUID, text: str) -> None:
        """Make a set that is done say something else."""
        workout, slot = self._workout_id, self._slot
        assert slot is not None
        data = SetText(text=text, usual_unit=SETTINGS.get().unit)
        await self.library.call(
            lambda services: services.texts.replace_set(workout, slot.execution_id, set_id, data)
        )
        self.look()

    @writes
    async def _delete_set(self, execution_id: UUID, set_id: UUID) -> None:
        workout = self._workout_id
        await self.library.call(
            lambda services: services.sets.delete(workout, execution_id, set_id)
        )
        self.app.say("Took the set out; u brings it back")
        self.look()

    @writes
    async def _delete_exercise(self, slot: LiveSlot) -> None:
        workout = self._workout_id
        await self.library.call(
            lambda services: services.executions.delete(workout, slot.execution_id)
        )
        self.app.say(f"Took {slot.exercise.name} out; u brings it back")
        self.look()

    @writes
    async def _change(self, update: ExecutionUpdate) -> None:
        workout, slot = self._workout_id, self._slot
        assert slot is not None
        await self.library.call(
            lambda services: services.executions.update(workout, slot.execution_id, update)
        )
        self.look()

    @writes
    async def _join(self, superset: Superset) -> None:
        workout = self._workout_id
        await self.library.call(lambda services: services.executions.superset(workout, superset))
        self.look()

    @writes
    async def _write_add(self, found: ExerciseRead) -> None:
        data = LiveAdd(
            id=new_id(),
            exercise=str(found.id),
            usual_unit=SETTINGS.get().unit,
            timezone=zone().key,
        )
        await self.library.call(lambda services: services.live.add(data))
        self.session.current = data.id
        self.look()

    @writes
    async def _write_swap(self, found: ExerciseRead) -> None:
        slot = self._slot
        assert slot is not None
        data = LiveSwap(exercise=str(found.id), id=new_id())
        await self.library.call(lambda services: services.live.swap(slot.execution_id, data))
        if slot.done:
            self.session.current = data.id
        self.look()

    @writes
    async def _start(self) -> None:
        start = SessionStart(timezone=zone().key, close_forgotten=True)
        await self.library.call(lambda services: services.session.start(start))
        self.look()
