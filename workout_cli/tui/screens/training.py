"""What can be done in the open workout, key by key; each shows at once and is written behind the screen's back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pydantic import ValidationError

from workout_cli.tui.screens.find import FindExercise
from workout_cli.tui.screens.writing import WritingScreen
from workout_cli.tui.shown.sets import is_counted, is_weighed, typed
from workout_cli.tui.widgets.entry import Entry
from workout_cli.tui.widgets.rest import RestPane
from workout_cli.tui.widgets.sets import SetTable
from workout_cli.tui.work import writes
from workout_cli.wording import number
from workout_core.errors import InvalidError
from workout_core.plurals import counted
from workout_core.schemas import clean
from workout_core.workouts.inputs import ExecutionUpdate, Superset
from workout_core.workouts.session_schemas import RestStart, SessionFinish

if TYPE_CHECKING:
    from collections.abc import Callable

    from workout_cli.tui.shown.sets import SetLine
    from workout_core.exercises.schemas import ExerciseRead
    from workout_core.live.schemas import LiveSlot

FLAGS: Final = frozenset({"warmup", "drop", "restpause", "failure"})


class TrainingScreen(WritingScreen):
    """The actions; what they look like is for who extends it."""

    def __init__(self) -> None:
        super().__init__()
        self._typed: Callable[[str], None] = self._log_text

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
                self._replan(self.session.first(line.at))
            self._send(self.session.log(line))

    def action_type_set(self) -> None:
        if self._slot:
            self._type("", self._log_text)

    def action_load(self, steps: int) -> None:
        line = self._line
        if line is None or not self._has(is_weighed, "load"):
            return
        if line.planned and line.state != "sent":
            self._replan(self.session.load_stepped(line.at, steps))
        elif line.done:
            value, unit = self.session.stepped(line.done.load_value, line.done.load_unit, steps)
            mode = line.done.load_mode if line.done.load_mode != "bodyweight" else "added"
            load_ = {"load_value": value, "load_unit": unit, "load_mode": mode or "absolute"}
            self._correct(line.done, load_)

    def action_reps(self, steps: int) -> None:
        line = self._line
        if line is None or not self._has(is_counted, "repetitions"):
            return
        if line.planned and line.state != "sent":
            reps = max(0, (line.planned.reps or 0) + steps)
            self._replan(self.session.changed(line.at, reps=reps))
        elif line.done:
            self._correct(line.done, {"reps": max(0, (line.done.reps or 0) + steps)})

    def action_warm_up(self) -> None:
        line = self._line
        if line is None:
            return
        each = line.planned or line.done
        kind = "working" if each and each.kind == "warmup" else "warmup"
        if line.planned and line.state != "sent":
            self._replan(self.session.changed(line.at, kind=kind))
        elif line.done:
            self._correct(line.done, {"kind": kind})

    def action_one_more(self) -> None:
        line = self._line
        if self._slot:
            self._replan(self.session.one_more(line.at if line and line.planned else None))

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
            self._replan(self.session.without(line.at))
        elif line.state == "more" and not slot.done:
            self._delete_exercise(slot)

    # exercises

    def action_turn(self, by: int) -> None:
        self.session.turn(by)
        self.look_closer()
        self.paint()

    def action_add(self) -> None:
        self._find("Add an exercise", self._add)

    def action_swap(self) -> None:
        if self._slot:
            self._find("Do instead", self._swap)

    def _find(self, title: str, use: Callable[[ExerciseRead | None], None]) -> None:
        table = self.query_one(SetTable)
        if table.has_focus:
            table.hold()
        self.app.push_screen(FindExercise(title, table.release), use)

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
            self._type((self._slot.note or "").replace("\n", " "), self._write_note)
        elif self.session.board and self.session.board.workout is None:
            self.start()

    # the workout

    def start(self) -> None:
        """Open a workout without exercises."""
        raise NotImplementedError

    @writes
    async def action_finish(self) -> None:
        await self._all_sent()
        if self.session.is_empty:
            raise InvalidError("Nothing was logged yet", hints=["D throws the workout away"])
        done = await self._close(lambda services: services.session.finish(SessionFinish()))
        self.app.say(f"Finished {done.name or 'the workout'}: {counted(done.sets, 'set')}")

    @writes
    async def action_discard(self) -> None:
        await self._close(lambda services: services.session.discard())
        self.app.say("Thrown away; u brings it back")

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
        use, self._typed = self._typed, self._log_text  # what a digit opens the entry for
        self.query_one(SetTable).focus()
        if event.text or (use == self._write_note and not event.left):
            try:
                use(event.text)
            except ValidationError as error:
                self.app.tell(InvalidError.from_pydantic(error))
                self._type(event.text, use)

    @property
    def _line(self) -> SetLine | None:
        return self.query_one(SetTable).item

    def _has(self, has: Callable[[LiveSlot], bool], what: str) -> bool:
        """Whether the sets in view have something that can be stepped; if not, say what can be done."""
        slot = self._slot
        if slot and not has(slot):
            told = f"{clean(slot.exercise.name)} has no {what}"
            self.app.tell(InvalidError(told, hints=["e edits the set"]))
        return slot is not None and has(slot)

    def _type(self, text: str, use: Callable[[str], None]) -> None:
        self._typed = use
        self.query_one(Entry).open(text)
        self.query_one(SetTable).focus()

    def _give_back(self, text: str, use: Callable[[str], None]) -> None:
        if text and not self.query_one(Entry).is_open:
            self._type(text, use)

    def _log_text(self, text: str) -> None:
        self._send(self.session.log_text(text))

    def _add(self, found: ExerciseRead | None) -> None:
        if found:
            self._write_add(found)

    def _swap(self, found: ExerciseRead | None) -> None:
        if found:
            self._write_swap(found)


def _notation(line: SetLine) -> str:
    """A line as somebody would type it."""
    each = line.done or line.planned
    if each is None:
        return ""
    effort = f"@{number(each.rpe)}" if each.rpe is not None else ""
    return " ".join(filter(None, (typed(each), effort, each.kind if each.kind in FLAGS else "")))
