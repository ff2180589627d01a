"""The live session by lines: one tells the next set, one is read, one tells what came of it.

What a line says is told by its beginning, so that nothing can be read in two ways:

    (nothing)        the set as planned        /name    adds an exercise
    -1 +2            fewer or more reps        s name   does another exercise instead
    +2.5 -5kg        load: a point or a unit   n p      the next, the previous exercise
    55x8 @8, 8, 60s  sets in the notation      u rest f q ?
"""

from __future__ import annotations

import re
import sys
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from pydantic import ValidationError

from workout_cli import options
from workout_cli.console import put
from workout_cli.live_options import live_filters, past_filters
from workout_cli.runner import SETTINGS, ask, call
from workout_cli.views.log import record_words
from workout_cli.wording import clock, distance, signed_load
from workout_core.errors import InvalidError, UnreachableError, WorkoutError
from workout_core.ids import new_id
from workout_core.live.schemas import LiveAdd, LiveLog, LiveSwap
from workout_core.operations.schemas import UndoRequest
from workout_core.plurals import counted
from workout_core.schemas import clean
from workout_core.workouts.inputs import ExecutionUpdate
from workout_core.workouts.session_schemas import SessionFinish

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from workout_core.live.schemas import (
        LiveBoard,
        LiveGroup,
        LiveLogged,
        LiveSession,
        LiveSlot,
        PlannedSet,
    )
    from workout_core.vocabulary import MassUnit
    from workout_core.workouts.schemas import SetRead

REPS: Final = r"(?a)([+-]\d{1,2})"
LOAD: Final = r"(?a)([+-]\d{1,4}(?:[.,]\d{1,3})?) ?(kg|lb)?"
STAYS: Final = "The workout stays open; workout session goes on with it."
NOTHING: Final = "Nothing is planned. /bench adds an exercise, ? tells what else can be typed."
HELP: Final = """Enter logs the set as planned.
-1 or +2 logs it with fewer or more reps; +2.5 or -5kg with another load, by a point or a unit.
55x8 @8, 8 or 60s logs what it says.
/bench adds an exercise, s row does another one instead, n and p go to the next and the previous one.
note grip wide is kept of the exercise, note alone takes it out.
u takes the last change back, rest tells what is left of the rest.
f finishes the workout, q leaves it open."""


class PlainSession:
    """Reads lines until the workout is finished or left; bad ones are told of and lose nothing."""

    def __init__(self) -> None:
        self._at: UUID | None = None
        self._last: Mapping[UUID, str] = {}
        self._failed: tuple[UUID, str, UUID] | None = None
        self._goes_on = True

    def run(self) -> None:
        try:
            board = _board()
            put(self._next(board))
            while line := sys.stdin.readline():
                self._try(board, line.strip())
                if not self._goes_on:
                    return
                if self._failed is None:
                    board = self._look(board)
            put(STAYS)
        except KeyboardInterrupt:
            put(STAYS)
            raise

    def _look(self, before: LiveBoard) -> LiveBoard:
        """The workout as it is now, its next set told; as it was, where nobody answers."""
        try:
            board = _board()
            put(self._next(board))
        except UnreachableError as error:
            put(_mistake(error))
            return before
        return board

    def _try(self, board: LiveBoard, line: str) -> None:
        try:
            put(self._done(board, line))
        except WorkoutError as error:
            put(_mistake(error))
        except ValidationError as error:
            put(_mistake(InvalidError.from_pydantic(error)))

    def _done(self, board: LiveBoard, line: str) -> str:
        """What came of a line."""
        word, _, rest = line.partition(" ")
        act: Callable[[], str] | None = {
            "?": lambda: HELP,
            "q": self._quit,
            "f": self._finish,
            "u": self._undo,
            "rest": lambda: _rest(board),
            "n": lambda: self._go(board, 1),
            "p": lambda: self._go(board, -1),
        }.get(line)
        if act:
            return act()
        if line.startswith("/"):
            return self._add(line[1:].strip())
        slot = self._slot(board)
        if slot is None:
            raise InvalidError("There is no exercise to do it of", hints=["/bench"])
        if word == "s" and rest:
            return self._swap(slot, rest.strip())
        if word == "note":
            return self._note(board, slot, rest.strip())
        return self._log(slot, line)

    def _next(self, board: LiveBoard) -> str:
        """The next set, in one line."""
        slot = self._slot(board)
        if slot is None:
            return NOTHING
        name, done = clean(slot.exercise.name), len(slot.done)
        of = f" of {done + len(slot.planned)}" if slot.planned else ""
        told = f"{name}, set {done + 1}{of}"
        if slot.planned:
            told += f": {_planned(slot.planned[0])}"
        elif slot.done:
            told += f", once more: {_planned(slot.done[-1])}"
        last = self._last_time(slot)
        return f"{told}. {last}".rstrip()

    def _last_time(self, slot: LiveSlot) -> str:
        key = slot.exercise.id
        if key not in self._last:
            filters = past_filters()
            past = ask(lambda services: services.live.past(key, filters))
            told = f"Last time {_done(past.sessions[0])}." if past.sessions else ""
            self._last = {**self._last, key: told}
        return self._last[key]

    def _slot(self, board: LiveBoard) -> LiveSlot | None:
        """The exercise that is done now: where the last line led, else where the workout stands."""
        slots = {each.execution_id: each for each in board.slots}
        for key in (self._at, board.current_execution_id, *list(slots)[-1:]):
            if key in slots:
                return slots[key]
        return None

    def _log(self, slot: LiveSlot, line: str) -> str:
        values = _changed(slot, line)
        at = (slot.execution_id, line)
        key = self._failed[2] if self._failed and self._failed[:2] == at else new_id()
        data = LiveLog(
            id=key, usual_unit=SETTINGS.get().unit, formula=SETTINGS.get().formula, **values
        )
        try:
            done = call(lambda services: services.live.log(slot.execution_id, data))
        except UnreachableError:
            self._failed = (*at, key)  # so that the same line again adds nothing twice
            raise
        self._failed = None
        self._at = done.next_execution_id
        return _logged(done)

    def _add(self, name: str) -> str:
        data = LiveAdd(
            id=new_id(),
            exercise=name,
            usual_unit=SETTINGS.get().unit,
            timezone=options.zone().key,
        )
        added = call(lambda services: services.live.add(data))
        self._at = added.execution_id
        return f"Added {clean(added.exercise.name)}."

    def _swap(self, slot: LiveSlot, name: str) -> str:
        data = LiveSwap(exercise=name)
        swapped = call(lambda services: services.live.swap(slot.execution_id, data))
        self._at = swapped.execution_id
        return f"{clean(swapped.exercise.name)} instead of {clean(slot.exercise.name)}."

    def _note(self, board: LiveBoard, slot: LiveSlot, text: str) -> str:
        """What is to be remembered of the exercise; nothing, where that is empty."""
        assert board.workout
        workout, note = board.workout.id, ExecutionUpdate(note=text or None)
        call(lambda services: services.executions.update(workout, slot.execution_id, note))
        self._at = slot.execution_id
        name = clean(slot.exercise.name)
        return f"Noted of {name}: {clean(text)}" if text else f"No note of {name} any more."

    def _go(self, board: LiveBoard, step: int) -> str:
        slot = self._slot(board)
        if slot is None:
            return "There is no other exercise."
        to = board.slots[(board.slots.index(slot) + step) % len(board.slots)]
        self._at = to.execution_id
        return f"{clean(to.exercise.name)}."

    def _undo(self) -> str:
        done = call(lambda services: services.operations.undo(UndoRequest()))
        return f"Undone: {clean(done.items[0].summary)}."

    def _finish(self) -> str:
        done = call(lambda services: services.session.finish(SessionFinish()))
        self._goes_on = False
        return f"Finished: {counted(done.sets, 'set')}. workout show last tells them."

    def _quit(self) -> str:
        self._goes_on = False
        return STAYS


def _board() -> LiveBoard:
    return ask(lambda services: services.live.board(live_filters()))


def _mistake(error: WorkoutError) -> str:
    """What is wrong, and what can be done about it, on one line."""
    hint = f" Try: {clean(error.hints[0])}" if error.hints else ""
    return f"{clean(error.message).rstrip('.')}.{hint}"


def _changed(slot: LiveSlot, line: str) -> dict[str, object]:
    """What a line changes of the next set."""
    if not line:
        return {}
    base = slot.planned[0] if slot.planned else slot.done[-1] if slot.done else None
    if base and base.reps is not None and (found := re.fullmatch(REPS, line)):
        return {"reps": max(0, base.reps + int(found[1]))}
    if base and base.load_value is not None and (found := re.fullmatch(LOAD, line)):
        if found[2] not in (None, base.load_unit):
            raise InvalidError(
                f"That load is in {base.load_unit}", hints=[f"{found[1]}{base.load_unit}"]
            )
        value = base.load_value + Decimal(found[1].replace(",", "."))
        return {"load_value": value, "load_unit": base.load_unit}
    return {"text": line}


def _planned(each: PlannedSet | SetRead) -> str:
    """A set in words: `100 kg x 5`, `60s`."""
    parts = [_load(each.load_value, each.load_unit, each.load_mode)] if each.load_value else []
    if each.reps is not None:
        parts.append(f"x {each.reps}" if parts else f"{each.reps} reps")
    if each.distance_m is not None:
        parts.append(distance(each.distance_m))
    if each.duration_s is not None:
        parts.append(clock(each.duration_s))
    kind = "" if each.kind == "working" else f", {each.kind}"
    return " ".join(parts) + kind


def _load(value: Decimal, unit: MassUnit | None, mode: str | None) -> str:
    return f"{signed_load(value, mode)} {unit}"


def _done(session: LiveSession) -> str:
    """The loads with their repetitions; what has none as it would be typed."""
    if any(reps is None for group in session.groups for reps in group.reps):
        return session.reading
    return ", ".join(map(_group, session.groups))


def _group(group: LiveGroup) -> str:
    reps = " ".join(map(str, group.reps))
    load = _load(group.load_value, group.load_unit, group.load_mode) if group.load_value else ""
    return f"{load} x {reps}" if load else f"{reps} reps"


def _logged(done: LiveLogged) -> str:
    heaviest = [each.value for each in done.records if each.kind == "max_weight"]
    news = [
        record_words(each)
        for each in done.records
        if each.kind != "e1rm" and each.previous is not None
        if each.kind != "rep_pr" or each.value not in heaviest
    ]
    told = f"Logged {', '.join(map(_planned, done.sets))}."
    if news:
        told += f" Record: {', '.join(news)}."
    if done.rest.until:
        told += f" Rest {clock(done.rest.left_s)}."
    return told


def _rest(board: LiveBoard) -> str:
    if board.rest.until is None:
        return "No rest runs."
    return f"Rest {clock(Decimal(-(-board.rest.left_s // 1)))} left."
