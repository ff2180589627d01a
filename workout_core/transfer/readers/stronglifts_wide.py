"""StrongLifts' table of 2018: a row a workout, in which the columns of each exercise stand side by side.

`Exercise 1,Weight (KG),Weight (LB),Set 1,...,Set 5,Exercise 2,...`: titles come again and again, so a column
belongs to the exercise that stands before it. A set without a number was not done, one of 0 was tried and
failed, and the numbers of planks are seconds. Where both units are filled in, the body weight's is heeded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import TYPE_CHECKING, Any, Final

from workout_core.errors import InvalidError
from workout_core.plurals import counted
from workout_core.schemas import clean
from workout_core.transfer import text
from workout_core.transfer.day_order import day, day_order
from workout_core.transfer.reading import SourceExecution, SourceSet, SourceWorkout
from workout_core.transfer.tables import Cells, filled, first_line, header, table
from workout_core.transfer.workout_reader import WorkoutReader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from workout_core.transfer.reading import Options
    from workout_core.transfer.source import Source
    from workout_core.vocabulary import MassUnit

HEAD: Final = ("date", "note", "workout")
NOTHING_DONE: Final = "nothing done"

_EXERCISE: Final = re.compile(r"exercise( [0-9]{1,3})?")
_SET: Final = re.compile(r"set [0-9]{1,3}")
_WEIGHT: Final = re.compile(r"weight(?: \((kgs?|lbs?)\))?")
_BODY: Final = re.compile(r"body ?weight(?: \((kgs?|lbs?)\))?")
_MASS: Final = re.compile(r"([0-9.,]+)\s*(kgs?|lbs?)?")


@dataclass(slots=True)
class _Slot:
    """The columns of one exercise."""

    exercise: int
    weights: dict[str, int] = field(default_factory=dict)  # by unit
    sets: list[int] = field(default_factory=list)


class _Columns:
    """Which columns hold what."""

    def __init__(self, line: str) -> None:
        self.header, self.separator = header(line, lambda name: self.known(name))
        self.head: dict[str, int] = {}
        self.body: dict[str, int] = {}
        self.slots: list[_Slot] = []
        self.unknown: dict[int, str] = {}
        self.stray: list[str] = []  # what is lacking before columns of sets
        for at, title in enumerate(self.header):
            self._take(at, text.fold(title), title)

    @staticmethod
    def known(name: str) -> bool:
        return name in HEAD or any(
            each.fullmatch(name) for each in (_EXERCISE, _SET, _WEIGHT, _BODY)
        )

    def _take(self, at: int, name: str, title: str) -> None:
        slot = self.slots[-1] if self.slots else None
        if name in HEAD:
            self.head.setdefault(name, at)
        elif found := _BODY.fullmatch(name):
            self.body[text.MASS_UNITS.get(found[1], "")] = at
        elif _EXERCISE.fullmatch(name):
            self.slots.append(_Slot(at))
        elif slot and (found := _WEIGHT.fullmatch(name)):
            slot.weights[text.MASS_UNITS.get(found[1], "")] = at
        elif slot and _SET.fullmatch(name):
            slot.sets.append(at)
        elif self.known(name):
            self.stray = ["exercise 1"]
        elif name:
            self.unknown[at] = clean(title.strip())[:100]


class StrongLiftsWideReader(WorkoutReader):
    name = "stronglifts"

    def __init__(self, source: Source, options: Options) -> None:
        super().__init__(source, options)
        self.columns = _Columns(first_line(source))
        missing = _missing(self.columns) or self.columns.stray
        if missing:
            raise InvalidError(
                f"The header is not StrongLifts': it lacks {', '.join(missing)}",
                missing=missing,
                unknown_columns=list(self.columns.unknown.values()),
            )
        self.unknown_columns = list(self.columns.unknown.values())
        at = self.columns.head["date"]
        self._order = day_order(
            (cells[at] for _, cells in self._table() if isinstance(cells, list) and cells[at:]),
            options.date_order,
        )

    @classmethod
    def recognises(cls, source: Source) -> bool:
        try:
            return not _missing(_Columns(first_line(source)))
        except InvalidError:
            return False

    def dialect(self) -> str:
        return "2018"

    def facts(self) -> dict[str, Any]:
        return {
            "date_order": self._order.order,
            "date_reason": self._order.reason,
            "date_certain": self._order.certain,
        }

    def notices(self) -> list[str]:
        count = self.tally[NOTHING_DONE]
        said = counted(count, "exercise without a set was", "exercises without a set were")
        return [f"{said} not done and left out"] if count else []

    def parse(self) -> Iterator[tuple[SourceWorkout, int]]:
        for line, cells in self._table():
            if cells == self.columns.header or not any(map(str.strip, cells)):
                continue
            self.rows += 1
            try:
                workout = self._workout(line, self._filled(cells))
            except ValueError as error:
                self.reject(line, str(error))
                continue
            if workout.executions:
                yield workout, 1
            else:
                self.rows_not_sets[NOTHING_DONE] += 1

    def _table(self) -> Iterator[tuple[int, Cells]]:
        columns = self.columns
        prose = {columns.head.get("note", -1), *columns.unknown}
        width = len(columns.header)
        return table(self.source, columns.separator, width, prose, self._filled)

    def _filled(self, cells: Cells) -> list[str]:
        columns = self.columns
        return filled(cells, len(columns.header), columns.slots[0].exercise + 1)

    def _workout(self, line: int, cells: list[str]) -> SourceWorkout:
        columns = self.columns
        on = day(cells[columns.head["date"]], self._order.order or "dmy")
        body, body_unit, _ = self._mass(cells, columns.body, "body weight", None)
        executions, not_done = [], []
        for slot in columns.slots:
            name = text.label(cells[slot.exercise], "exercise's name")
            sets = self._sets(line, name, slot, cells, body_unit)
            if sets:
                executions.append(SourceExecution(name, sets))
            elif name:
                not_done.append(name)
        self.tally[NOTHING_DONE] += len(not_done)
        named = columns.head.get("workout")
        note = columns.head.get("note")
        return SourceWorkout(
            source_key=str(on),
            started_at=datetime.combine(on, time()),
            executions=tuple(executions),
            name=None if named is None else text.label(cells[named], "workout's name") or None,
            note=None if note is None else text.note(cells[note]),
            bodyweight_value=body,
            bodyweight_unit=body_unit,
            extras=self._extras(cells, not_done),
        )

    def _extras(self, cells: list[str], not_done: list[str]) -> dict[str, Any]:
        extras: dict[str, Any] = {"not done": not_done} if not_done else {}
        others = [
            {"column": name, "text": clean(cells[at].strip(), lines=True)[:10_000]}
            for at, name in self.columns.unknown.items()
            if cells[at].strip()
        ]
        return {**extras, "columns": others} if others else extras

    def _sets(
        self, line: int, name: str, slot: _Slot, cells: list[str], body_unit: MassUnit | None
    ) -> tuple[SourceSet, ...]:
        done = [(at, cell) for at in slot.sets if (cell := cells[at].strip())]
        if done and not name:
            raise ValueError("sets without an exercise's name")
        load, unit, raw = self._mass(cells, slot.weights, "weight", body_unit)
        said: dict[str, Any] = {"line": line, "raw": raw}
        if load is not None:
            said |= {"load_value": load, "load_unit": unit, "load_mode": "absolute"}
        if "plank" in name.casefold():
            return tuple(_hold(cell, said) for _, cell in done)
        return tuple(_repeated(cell, said) for _, cell in done)

    def _mass(
        self, cells: list[str], at: dict[str, int], what: str, leading: MassUnit | None
    ) -> tuple[Decimal | None, MassUnit | None, str | None]:
        """A mass in the unit that is filled in; of two the given or the leading one, and the other as written."""
        found: dict[MassUnit, Decimal] = {}
        for unit, column in at.items():
            value = _MASS.fullmatch(cells[column].strip().casefold())
            if value is None:
                if cells[column].strip():
                    raise ValueError(f"{what} {text.quoted(cells[column])} is no number")
                continue
            number, _ = text.quantity(value[1], what, text.HUNDREDTH, 99_999)
            written = text.MASS_UNITS.get(value[2] or unit) or self.options.unit or leading
            if number is not None:
                found[written or "kg"] = number
        if not found:
            return None, None, None
        wanted = next(
            (unit for unit in (self.options.unit, leading) if unit in found), next(iter(found))
        )
        raw = ", ".join(f"{what} {value} {unit}" for unit, value in found.items() if unit != wanted)
        return found[wanted], wanted, raw or None


def _missing(columns: _Columns) -> list[str]:
    """What a header lacks to be of this table."""
    found = {
        "date": "date" in columns.head,
        "exercise 1": bool(columns.slots),
        "set 1": any(slot.sets for slot in columns.slots),
    }
    return [name for name, there in found.items() if not there]


def _repeated(cell: str, said: dict[str, Any]) -> SourceSet:
    reps = text.count(cell, "reps", 10_000)
    return SourceSet(reps=reps, failed=reps == 0, **said)


def _hold(cell: str, said: dict[str, Any]) -> SourceSet:
    seconds = text.duration(cell)
    if seconds is not None and seconds > 1_000_000:
        raise ValueError(f"{text.quoted(cell)} is too long")
    written = ", ".join(filter(None, (f"reps {cell}", said["raw"])))
    return SourceSet(duration_s=seconds, **{**said, "raw": written})
