"""The open workout on a screen, and what of it is written: shown at once, and written behind the screen's back."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, TypeVar

from workout_cli.options import zone
from workout_cli.runner import SETTINGS
from workout_cli.tui.outbox import Outbox
from workout_cli.tui.screen import WorkoutScreen
from workout_cli.tui.session import Sent, Session
from workout_cli.tui.widgets.entry import Entry
from workout_cli.tui.widgets.rest import RestPane, rest_of
from workout_cli.tui.work import writes
from workout_core.errors import (
    ConflictError,
    InvalidError,
    NotFoundError,
    StorageError,
    WorkoutError,
    reason,
)
from workout_core.ids import new_id
from workout_core.live.schemas import LiveAdd, LivePlan, LiveSwap, PlannedSet
from workout_core.plurals import counted
from workout_core.workouts.inputs import ExecutionUpdate, SetUpdate
from workout_core.workouts.resting import USUAL_REST
from workout_core.workouts.session_schemas import RestStart
from workout_core.workouts.text_schemas import SetText

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence
    from uuid import UUID

    from textual.timer import Timer

    from workout_core.exercises.schemas import ExerciseRead
    from workout_core.live.schemas import LiveLogged, LivePlanned, LiveSet, LiveSlot
    from workout_core.services import Services
    from workout_core.workouts.inputs import Superset

T = TypeVar("T")
AGAIN_S: Final = 5.0
# It is the set that is wrong: sent again, it would be refused again.
REFUSED: Final = (InvalidError, NotFoundError, ConflictError)


class WritingScreen(WorkoutScreen):
    """The session, and what changes it."""

    def __init__(self) -> None:
        super().__init__()
        self.session = Session()
        self._is_away = False
        self._again: Timer | None = None
        self._sending: set[UUID] = set()
        self._idle = asyncio.Event()
        self._idle.set()
        # One thread, so that the file holds last what was kept last.
        self._keeper = ThreadPoolExecutor(1, "workout-outbox")

    def paint(self) -> None:
        """Show the session as it is now."""
        raise NotImplementedError

    def turn_to(self, *, opened: bool) -> None:
        """Show where an open workout is, or what to begin with."""
        raise NotImplementedError

    def _give_back(self, text: str, use: Callable[[str], None]) -> None:
        """Open the entry again with what was refused, unless the next thing is being typed there."""
        raise NotImplementedError

    def _log_text(self, text: str) -> None:
        """Log sets as they were typed."""
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
        assert self._slot is not None
        # Nobody rests longer because a server is slow, or away.
        self.query_one(RestPane).show(rest_of(self._slot.rest_s or USUAL_REST))
        self._write_set(sent)

    @writes
    async def _write_set(self, sent: Sent, *, late: bool = False) -> None:
        self._sending.add(sent.data.id)
        self._idle.clear()
        try:
            await self._keep()
            await self._log(sent, late=late)
        finally:
            self._sending.discard(sent.data.id)
            if not self._sending:
                self._idle.set()

    async def _log(self, sent: Sent, *, late: bool) -> None:
        usual = {"usual_unit": SETTINGS.get().unit, "formula": SETTINGS.get().formula}
        data = sent.data.model_copy(update={"rest": not late, **usual})

        async def log(services: Services) -> LiveLogged:
            logged = await services.live.log(sent.execution_id, data)
            left = round(self.query_one(RestPane).countdown.left or 0)
            if not late or left <= 0:
                return logged
            rest = await services.session.rest(RestStart(seconds=Decimal(left)))
            return logged.model_copy(update={"rest": rest})

        try:
            logged = await self.library.call(log)
        except REFUSED:
            self.session.take_back(sent)
            self.paint()
            self._give_back(sent.data.text or "", self._log_text)
            self.look()  # at the rest, which goes on as it was
            await self._keep()
            raise
        except WorkoutError:
            self._send_later()
            if not self._is_away:
                self._is_away = True
                raise
            return
        self._is_away = False
        self.session.arrive(sent, len(logged.sets))
        self._go_on(sent, logged)
        await self._keep()

    def _go_on(self, sent: Sent, logged: LiveLogged) -> None:
        """Rest, and see where the next set belongs; not while a set is typed, which belongs where it was begun."""
        self.query_one(RestPane).show(logged.rest)
        if logged.records:
            kinds = ", ".join(each.kind.replace("_", " ") for each in logged.records)
            self.app.say(f"★ {logged.records[0].exercise}: {kinds}")
        is_typing = self.query_one(Entry).is_open
        if self.session.current == sent.execution_id and logged.next_execution_id and not is_typing:
            self.session.current = logged.next_execution_id
        self.look()

    def on_mount(self) -> None:
        self._outbox = Outbox.of(self.app.settings)
        self.session.sent += self._outbox.read()
        self._send_again()

    async def on_unmount(self) -> None:
        await asyncio.get_running_loop().run_in_executor(self._keeper, self._outbox.close)

    def _send_later(self) -> None:
        if self._again is None:
            self._again = self.set_timer(AGAIN_S, self._send_again)

    def _send_again(self) -> None:
        """Try once more what did not arrive."""
        if self._again:
            self._again.stop()
        self._again = None
        for each in self.session.waiting:
            if each.data.id not in self._sending:
                self._write_set(each, late=True)

    def taking_back(self) -> Callable[[], Awaitable[str | None]]:
        last = self.session.waiting[-1:]

        async def take() -> str | None:
            for each in last:
                if each in self.session.waiting and each.data.id not in self._sending:
                    self.session.take_back(each)
                    self.paint()
                    await self._keep()
                    return "Took back the set that had not arrived"
            return None

        return take

    async def _keep(self) -> None:
        """Keep what did not arrive where a crash does not reach it."""
        loop, waiting = asyncio.get_running_loop(), self.session.waiting
        try:
            await asyncio.shield(loop.run_in_executor(self._keeper, self._outbox.keep, waiting))
        except OSError as error:
            self.app.tell(StorageError(f"What is not sent yet cannot be kept: {reason(error)}"))

    async def _all_sent(self) -> None:
        """Wait for what is being sent; a ConflictError where some of it did not arrive."""
        await self._idle.wait()
        if waiting := len(self.session.waiting):
            raise ConflictError(
                f"{counted(waiting, 'set')} did not arrive yet",
                hints=["it is tried every few seconds; finish after that"],
            )

    def look_closer(self) -> None:
        """Read what is shown of the exercise in view alone."""
        raise NotImplementedError

    def _replan(self, planned: Sequence[PlannedSet]) -> None:
        assert self.session.current is not None
        self.session.replan(planned)
        self.paint()
        under_way = self.session.under_way(self.session.current)
        self._write_plan(self.session.current, planned, under_way)

    @writes
    async def _write_plan(
        self, execution_id: UUID, planned: Sequence[PlannedSet], under_way: Sequence[Sent]
    ) -> None:
        """Write a plan that begins with sets under way: those that are logged when it is written are not left."""

        def write(services: Services) -> Awaitable[LivePlanned]:
            left = planned[self.session.arrived(under_way) :]
            return services.live.plan(execution_id, LivePlan(sets=list(left)))

        try:
            await self.library.call(write)
        except REFUSED:
            self.look()
            raise

    def _correct(self, done: LiveSet, values: Mapping[str, Any]) -> None:
        """Change a set that is done; it is seen at once, so that the next key goes on from there."""
        assert self._slot is not None
        self.session.correct(done, values)
        self.paint()
        self._write_correction(self._slot.execution_id, done.id, SetUpdate(**values))

    @writes
    async def _write_correction(self, execution_id: UUID, set_id: UUID, update: SetUpdate) -> None:
        workout = self._workout_id
        try:
            await self.library.call(
                lambda services: services.sets.update(workout, execution_id, set_id, update)
            )
        except WorkoutError:
            self.session.take_back_corrections()
            self.paint()
            raise
        finally:
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
        said = {"text": text, "usual_unit": SETTINGS.get().unit}
        try:
            await self.library.call(
                lambda services: services.texts.replace_set(
                    workout, slot.execution_id, set_id, SetText.model_validate(said)
                )
            )
        except WorkoutError:
            self._give_back(text, lambda again: self._retype(set_id, again))
            raise
        self.look()

    @writes
    async def _write_note(self, text: str) -> None:
        """What is to be remembered of the exercise; nothing, where that is empty."""
        workout, slot = self._workout_id, self._slot
        assert slot is not None
        said = {"note": text or None}
        try:
            await self.library.call(
                lambda services: services.executions.update(
                    workout, slot.execution_id, ExecutionUpdate.model_validate(said)
                )
            )
        except WorkoutError:
            self._give_back(text, self._write_note)
            raise
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

    async def _close(self, use: Callable[[Services], Awaitable[T]]) -> T:
        """Show that nothing is open while that is written; what was open again, where it could not be."""
        board = self.session.board
        self.session.close()
        self.turn_to(opened=False)
        try:
            done = await self.library.call(use)
        except WorkoutError:
            self.session.board = board
            self.turn_to(opened=True)
            raise
        self.session.board = None
        self.look()
        return done
