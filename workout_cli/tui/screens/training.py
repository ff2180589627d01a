"""What can be done in the open workout, key by key; each shows at once and is written behind the screen's back."""

from __future__ import annotations

import asyncio
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from workout_core.live.schemas import LiveAdd, LivePlan, LiveSwap, PlannedSet

from workout_cli.options import zone
from workout_cli.runner import SETTINGS
from workout_cli.tui.outbox import Outbox
from workout_cli.tui.screen import WorkoutScreen
from workout_cli.tui.screens.find import FindExercise
from workout_cli.tui.session import Sent, Session
from workout_cli.tui.shown.sets import amount, load
from workout_cli.tui.widgets.entry import Entry
from workout_cli.tui.widgets.rest import RestPane
from workout_cli.tui.widgets.sets import SetTable
from workout_cli.tui.work import writes
from workout_cli.wording import number
from workout_core.errors import StorageError, UnreachableError, WorkoutError, reason
from workout_core.ids import new_id
from workout_core.plurals import counted
from workout_core.workouts.inputs import ExecutionUpdate, SetUpdate, Superset
from workout_core.workouts.session_schemas import RestStart, SessionFinish, SessionStart
from workout_core.workouts.text_schemas import SetText

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from textual.timer import Timer
    from workout_core.live.schemas import LiveSet, LiveSlot

    from workout_cli.tui.shown.sets import SetLine
    from workout_core.exercises.schemas import ExerciseRead

AGAIN_S: Final = 5.0


class TrainingScreen(WorkoutScreen):
    """The actions; what they look like is for who extends it."""

    def __init__(self) -> None:
        super().__init__()
        self.session = Session()
        self._typed: Callable[[str], None] = self._log_text
        self._is_away = False
        self._again: Timer | None = None

    def paint(self) -> None:
        """Show the session as it is now."""
        raise NotImplementedError

    # sets

    def action_log_set(self) -> None:
        line = self._line
        if line is None or line.state == "sent":
            return
        if line.state == "done":
            self.action_edit_set()
        elif line.planned is None and not (self._slot and self._slot.done):
            self.action_type_set()
        else:
            if line.state == "later":
                self._replan(self.session.first(line.index))
            self._send(self.session.log(line))

    def action_type_set(self) -> None:
        if self._slot:
            self._type("", self._log_text)

    def action_load(self, steps: int) -> None:
        line = self._line
        if line is None:
            return
        if line.planned and line.state != "sent":
            self._replan(self.session.load_stepped(line.index, steps))
        elif line.done:
            value, unit = self.session.stepped(line.done.load_value, line.done.load_unit, steps)
            mode = line.done.load_mode if line.done.load_mode != "bodyweight" else "added"
            self._correct(line.done, load_value=value, load_unit=unit, load_mode=mode or "absolute")

    def action_reps(self, steps: int) -> None:
        line = self._line
        if line is None:
            return
        if line.planned and line.state != "sent":
            reps = max(0, (line.planned.reps or 0) + steps)
            self._replan(self.session.changed(line.index, reps=reps))
        elif line.done:
            self._correct(line.done, reps=max(0, (line.done.reps or 0) + steps))

    def action_warm_up(self) -> None:
        line = self._line
        if line is None:
            return
        each = line.planned or line.done
        kind = "working" if each and each.kind == "warmup" else "warmup"
        if line.planned and line.state != "sent":
            self._replan(self.session.changed(line.index, kind=kind))
        elif line.done:
            self._correct(line.done, kind=kind)

    def action_one_more(self) -> None:
        line = self._line
        if self._slot:
            self._replan(self.session.one_more(line.index if line and line.planned else None))

    def action_edit_set(self) -> None:
        line = self._line
        if line is None or line.state == "sent":
            return
        if (done := line.done) is not None:
            self._type(_notation(line), lambda text: self._retype(done.id, text))
        else:
            self._type(_notation(line), self._log_text)

    def action_delete(self) -> None:
        line, slot = self._line, self._slot
        if line is None or slot is None:
            return
        if line.done:
            self._delete_set(slot.execution_id, line.done.id)
        elif line.planned and line.state != "sent":
            self._replan(self.session.without(line.index))
        elif line.state == "more" and not slot.done:
            self._delete_exercise(slot)

    # exercises

    def action_turn(self, by: int) -> None:
        self.session.turn(by)
        self.look_closer()
        self.paint()

    def action_add(self) -> None:
        self.app.push_screen(FindExercise("Add an exercise"), self._add)

    def action_swap(self) -> None:
        if self._slot:
            self.app.push_screen(FindExercise("Do instead"), self._swap)

    def action_move(self, by: int) -> None:
        place = self.session.place + by
        if self._slot and 0 <= place < len(self.session.slots):
            self._change(ExecutionUpdate(position=place))

    def action_superset(self) -> None:
        slots, at = self.session.slots, self.session.place
        if self._slot is None:
            return
        group = self._slot.superset_group
        if group is not None:
            ids = [each.execution_id for each in slots if each.superset_group == group]
            self._join(Superset(execution_ids=ids, split=True))
        elif at + 1 < len(slots):
            following = slots[at + 1]
            tied = following.superset_group
            ids = [each.execution_id for each in slots if tied and each.superset_group == tied]
            ids = ids or [following.execution_id]
            self._join(Superset(execution_ids=[self._slot.execution_id, *ids]))

    def action_note(self) -> None:
        if self._slot:
            self._type(
                (self._slot.note or "").replace("\n", " "),
                lambda text: self._change(ExecutionUpdate(note=text or None)),
            )
        elif self.session.board and self.session.board.workout is None:
            self._start()

    # the workout

    @writes
    async def action_finish(self) -> None:
        done = await self.library.call(lambda services: services.session.finish(SessionFinish()))
        self.app.say(f"Finished {done.name or 'the workout'}: {counted(done.sets, 'set')}")
        self.look()

    @writes
    async def action_discard(self) -> None:
        await self.library.call(lambda services: services.session.discard())
        self.app.say("Thrown away; u brings it back")
        self.look()

    @writes
    async def action_rest(self) -> None:
        rest = await self.library.call(lambda services: services.session.rest(RestStart()))
        self.query_one(RestPane).show(rest)

    @writes
    async def action_stop_rest(self) -> None:
        await self.library.call(lambda services: services.session.stop_rest())
        status = await self.library.ask(lambda services: services.session.status())
        self.query_one(RestPane).show(status.rest)

    def action_more_rest(self, steps: int) -> None:
        self.query_one(RestPane).action_change(steps)

    def on_rest_pane_changed(self, event: RestPane.Changed) -> None:
        self._rest_for(event.seconds)

    def on_entry_sent(self, event: Entry.Sent) -> None:
        if event.text:
            self._typed(event.text)
        self.query_one(SetTable).focus()

    @property
    def _line(self) -> SetLine | None:
        return self.query_one(SetTable).item

    @property
    def _slot(self) -> LiveSlot | None:
        return self.session.slot

    def _type(self, text: str, use: Callable[[str], None]) -> None:
        self._typed = use
        self.query_one(Entry).open(text)
        self.query_one(SetTable).focus()

    def _log_text(self, text: str) -> None:
        self._typed = self._log_text
        self._send(self.session.log_text(text))

    def _send(self, sent: Sent) -> None:
        self.paint()
        self._write_set(sent)

    @writes
    async def _write_set(self, sent: Sent) -> None:
        await self._keep()
        data = sent.data.model_copy(
            update={"usual_unit": SETTINGS.get().unit, "timezone": zone().key}
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
    async def _correct(self, done: LiveSet, **values: Any) -> None:
        """Change a set that is done."""
        workout, slot = self._workout_id, self._slot
        assert slot is not None
        update = SetUpdate(**values)
        await self.library.call(
            lambda services: services.sets.update(workout, slot.execution_id, done.id, update)
        )
        self.look()

    @writes
    async def _rest_for(self, seconds: float) -> None:
        start = RestStart(seconds=Decimal(round(seconds)))
        rest = await self.library.call(lambda services: services.session.rest(start))
        self.query_one(RestPane).show(rest)

    @property
    def _workout_id(self) -> UUID:
        assert self.session.board is not None
        assert self.session.board.workout is not None
        return self.session.board.workout.id

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

    def _add(self, found: ExerciseRead | None) -> None:
        if found:
            self._write_add(found)

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

    def _swap(self, found: ExerciseRead | None) -> None:
        if found:
            self._write_swap(found)

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


def _notation(line: SetLine) -> str:
    """A line as somebody would type it."""
    each = line.done or line.planned
    if each is None:
        return ""
    weight = f"{load(each)}{each.load_unit or ''}" if each.load_value is not None else ""
    told = f"{weight}x{each.reps}" if weight and each.reps is not None else amount(each)
    return f"{told} @{number(each.rpe)}" if each.rpe is not None else told
