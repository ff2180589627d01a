"""The open workout as a screen holds it: what the services said last, what was done here since, where the eye is.

It asks nobody. What is done here shows at once, and what the services answer takes its place.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from workout_cli.tui.shown.sets import SetLine, set_lines
from workout_core.ids import new_id
from workout_core.live.schemas import LiveLog, PlannedSet
from workout_core.live.steps import USUAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from workout_core.live.schemas import LiveBoard, LiveSet, LiveSlot
    from workout_core.vocabulary import MassUnit


class Sent(NamedTuple):
    """A set that was logged here, and of which nothing was heard yet."""

    execution_id: UUID
    data: LiveLog
    shown: PlannedSet


class Session:
    """The board, the exercise in view, and what is under way; `plans` counts the changes of it that were made here."""

    def __init__(self) -> None:
        self.board: LiveBoard | None = None
        self._heard: LiveBoard | None = None
        self.current: UUID | None = None
        self.sent: list[Sent] = []
        self.plans = 0
        self._arrived: dict[UUID, int] = {}

    def see(self, board: LiveBoard) -> None:
        """Take what the services say; sets that they know, or knew until they were undone, are under way no more."""
        known = {each.id for slot in board.slots for each in slot.done} | self._arrived.keys()
        self.sent = [each for each in self.sent if each.data.id not in known]
        self.board = self._heard = board
        if self.slot is None:
            last = board.slots[-1].execution_id if board.slots else None
            self.current = board.current_execution_id or last

    @property
    def slots(self) -> Sequence[LiveSlot]:
        return self.board.slots if self.board else ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was logged, as far as is known here; the last set may be newer than the board."""
        return not self._arrived and not any(each.done for each in self.slots)

    @property
    def slot(self) -> LiveSlot | None:
        """The exercise in view."""
        return next((each for each in self.slots if each.execution_id == self.current), None)

    @property
    def place(self) -> int:
        """Where the exercise in view stands among the others."""
        ids = [each.execution_id for each in self.slots]
        return ids.index(self.current) if self.current in ids else 0

    def close(self) -> None:
        """Nothing is open any more, until the services tell what is."""
        if self.board:
            self.board = self.board.model_copy(update={"workout": None, "slots": []})

    def turn(self, by: int) -> None:
        """Look at an exercise before or after this one."""
        if self.slots:
            place = max(0, min(len(self.slots) - 1, self.place + by))
            self.current = self.slots[place].execution_id

    @property
    def waiting(self) -> list[Sent]:
        """What is not known to have arrived."""
        return [each for each in self.sent if each.data.id not in self._arrived]

    def arrive(self, sent: Sent, sets: int) -> None:
        """What was sent is logged, as so many sets; it is shown as under way until the board has it."""
        self._arrived[sent.data.id] = sets

    def arrived(self, sent: Iterable[Sent]) -> int:
        """How many sets of what was sent are logged by now."""
        return sum(self._arrived.get(each.data.id, 0) for each in sent)

    def under_way(self, execution_id: UUID | None) -> list[Sent]:
        """What was logged of an exercise and is not on the board."""
        return [each for each in self.sent if each.execution_id == execution_id]

    def lines(self) -> list[SetLine]:
        """The sets of the exercise in view."""
        return set_lines(self.slot, self.under_way(self.current)) if self.slot else []

    def log(self, line: SetLine) -> Sent:
        """Log a line of the table as it stands there."""
        assert self.slot is not None
        shown = line.planned or _like(self.slot)
        data = LiveLog(id=new_id(), **_said(shown))
        return self._send(data, shown)

    def log_text(self, text: str) -> Sent:
        """Log sets as they were typed; what they are only the services can tell."""
        return self._send(LiveLog(id=new_id(), text=text), PlannedSet())

    def take_back(self, sent: Sent) -> None:
        """A set was refused, and is under way no more."""
        self.sent = [each for each in self.sent if each.data.id != sent.data.id]

    def replan(self, planned: Iterable[PlannedSet]) -> None:
        """Show another plan for the exercise in view, until the services tell it."""
        self._change(planned=list(planned))

    def correct(self, done: LiveSet, values: Mapping[str, Any]) -> None:
        """Show a set that is done as it is about to be, until the services tell it."""
        assert self.slot is not None
        now = done.model_copy(update=values)
        self._change(done=[now if each.id == done.id else each for each in self.slot.done])

    def take_back_corrections(self) -> None:
        """One was refused: show what was last heard."""
        self.board = self._heard

    def _change(self, **values: Any) -> None:
        """Show the exercise in view otherwise."""
        assert self.board is not None
        self.plans += 1
        slots = [
            each.model_copy(update=values) if each.execution_id == self.current else each
            for each in self.board.slots
        ]
        self.board = self.board.model_copy(update={"slots": slots})

    def first(self, index: int) -> list[PlannedSet]:
        """The plan with a set of it taken to the front, behind those that are under way."""
        planned, front = self._planned(), len(self.under_way(self.current))
        planned.insert(front, planned.pop(index))
        return planned

    def without(self, index: int) -> list[PlannedSet]:
        """The plan without a set of it."""
        planned = self._planned()
        return planned[:index] + planned[index + 1 :]

    def one_more(self, index: int | None) -> list[PlannedSet]:
        """The plan with a set like another behind it; without another, like the last that was done."""
        planned = self._planned()
        if index is None:
            return [*planned, _like(self.slot)] if self.slot else planned
        return [*planned[: index + 1], planned[index], *planned[index + 1 :]]

    def changed(self, index: int, **values: Any) -> list[PlannedSet]:
        """The plan with something of one set changed."""
        planned = self._planned()
        planned[index] = planned[index].model_copy(update=values)
        return planned

    def load_stepped(self, index: int, steps: int) -> list[PlannedSet]:
        """The plan with the load of a set, and of those behind it with the same load, stepped."""
        planned = self._planned()
        before = planned[index]
        value, unit = self.stepped(before.load_value, before.load_unit, steps)
        mode = before.load_mode if before.load_mode not in (None, "bodyweight") else None
        load = {"load_value": value, "load_unit": unit, "load_mode": mode or self._mode()}
        for at in range(index, len(planned)):
            each = planned[at]
            if (each.load_value, each.load_unit, each.kind) == (
                before.load_value,
                before.load_unit,
                before.kind,
            ):
                planned[at] = each.model_copy(update=load)
        return planned

    def stepped(
        self, value: Decimal | None, unit: MassUnit | None, steps: int
    ) -> tuple[Decimal, MassUnit]:
        """A load that is so many steps of its exercise away, never below 0."""
        assert self.slot is not None
        unit = unit or self.slot.step_unit
        step = self.slot.step_value if unit == self.slot.step_unit else USUAL[unit]
        return max(Decimal(0), (value or Decimal(0)) + steps * step), unit

    def _planned(self) -> list[PlannedSet]:
        return list(self.slot.planned) if self.slot else []

    def _mode(self) -> str:
        body = self.slot and self.slot.exercise.tracking.startswith("bodyweight")
        return "added" if body else "absolute"

    def _send(self, data: LiveLog, shown: PlannedSet) -> Sent:
        assert self.current is not None
        sent = Sent(self.current, data, shown)
        self.sent.append(sent)
        return sent


def _like(slot: LiveSlot) -> PlannedSet:
    """A set like the last that was done."""
    if not slot.done:
        return PlannedSet()
    last = slot.done[-1]
    names = PlannedSet.model_fields.keys() - {"reps_max"}
    return PlannedSet.model_construct(**{name: getattr(last, name) for name in names})


def _said(planned: PlannedSet) -> dict[str, Any]:
    """What a log says of a planned set, so that it stands even where the plan did not arrive."""
    said: dict[str, Any] = {"reps": planned.reps, "rpe": planned.rpe}
    if planned.load_value is not None:
        said |= {"load_value": planned.load_value, "load_unit": planned.load_unit}
    return {name: value for name, value in said.items() if value is not None}
