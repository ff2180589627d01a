"""A workout as text: rendered, and changed by what was edited in it.

Only the difference is applied. A line that says what it said touches nothing; in another one the sets that say the
same stay as they are, with all that the notation does not show of them, and the others are changed, added or deleted.
All of it is read before anything is written.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from uuid import UUID

from pydantic import ValidationError

from workout_core.errors import ConflictError, InvalidError, NotationError, NotFoundError
from workout_core.workouts.columns import changed_workout
from workout_core.workouts.folding import fold_set, fold_workouts
from workout_core.workouts.inputs import ExecutionUpdate, WorkoutUpdate
from workout_core.workouts.notation.model import RelativeLoad, Units
from workout_core.workouts.notation.parser import parse, parse_sets
from workout_core.workouts.planned import is_only_planned
from workout_core.workouts.schemas import SetRead, WorkoutRead
from workout_core.workouts.text.applying import TextChange
from workout_core.workouts.text.headers import header_changes, header_lines
from workout_core.workouts.text.lines import (
    StoredLine,
    TextNames,
    TypedLine,
    at_line,
    stored_lines,
    typed_text,
)
from workout_core.workouts.text.matching import Wanted, match_executions, same_lines
from workout_core.workouts.text.spelling import changes, spelled
from workout_core.workouts.text_schemas import (
    SetText,
    WorkoutsRead,
    WorkoutText,
    WorkoutTextsUpdate,
    WorkoutTextUpdate,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workout_core.accounts.repository import AccountRepository
    from workout_core.db.executor import Row
    from workout_core.exercises.names import KnownExercise
    from workout_core.exercises.repository import ExerciseRepository
    from workout_core.workouts.notation.model import Entry, NotatedSet
    from workout_core.workouts.repository import WorkoutRepository
    from workout_core.workouts.text.lines import TypedText

MOST_LINES: Final = 500
LAST: Final = r"(?<![^\s@])last(?=x)|(?<=@)last\b"
EMPTY_HINTS: Final = ["workout rm deletes a workout", "bench 5x5@100kg"]


class Stored(NamedTuple):
    """A workout as it is, and as it is rendered."""

    workout: Row
    executions: Sequence[Row]
    sets: Sequence[Row]
    lines: Sequence[StoredLine]
    names: TextNames

    @property
    def text(self) -> str:
        head = "\n".join(header_lines(self.workout))
        return "\n".join([head, "", *(each.text for each in self.lines)]) + "\n"

    @property
    def version(self) -> str:
        rows = [self.workout, *self.executions, *self.sets]
        versions = " ".join(f"{row['id']}:{row['version']}" for row in rows)
        return sha256(f"{versions}\n{self.text}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


class TextService:
    def __init__(
        self,
        repository: WorkoutRepository,
        exercises: ExerciseRepository,
        accounts: AccountRepository,
    ) -> None:
        self._repository = repository
        self._exercises = exercises
        self._accounts = accounts

    async def get(self, workout_id: UUID) -> WorkoutText:
        """A workout in the set notation, to be edited as text."""
        stored = await self._stored(workout_id)
        return WorkoutText(workout_id=workout_id, text=stored.text, version=stored.version)

    async def replace(self, workout_id: UUID, data: WorkoutTextUpdate) -> WorkoutRead:
        """Make a workout say what a text says; what the text leaves as it was is not touched."""
        stored = await self._stored(workout_id)
        if data.version not in (None, stored.version):
            raise ConflictError(
                "The workout was changed meanwhile, so nothing of this text was applied",
                hints=["workout edit shows it as it is now"],
                workout_id=str(workout_id),
            )
        units = await self._units(data)
        typed = typed_text(data.text)
        if not typed.headers and not typed.lines:
            raise InvalidError("The text is empty, so nothing was changed", hints=EMPTY_HINTS)
        if len(typed.lines) > MOST_LINES:
            raise InvalidError(f"A workout has at most {MOST_LINES} lines")
        if stored.lines and not typed.lines:
            raise InvalidError("The text has no exercise left", hints=EMPTY_HINTS)
        head = _headers(stored.workout, typed, units)
        wanted = _wanted(stored, typed.lines, units)
        await self._exercises.use(*_exercises(wanted))
        workout = await self._repository.change(
            stored.workout, changed_workout(stored.workout, head)
        )
        for row in stored.sets:
            row["local_date"] = workout["local_date"]  # they went along
        await TextChange(self._repository, workout, stored.executions).apply(
            stored.lines, typed.lines, wanted
        )
        return await self._read(workout)

    async def replace_all(self, data: WorkoutTextsUpdate) -> WorkoutsRead:
        """Make several workouts say what their texts say: all of them, or none."""
        found: list[WorkoutRead] = []
        for each in data.texts:
            one = WorkoutTextUpdate(
                text=each.text, version=each.version, unit=data.unit, usual_unit=data.usual_unit
            )
            try:
                found.append(await self.replace(each.workout_id, one))
            except InvalidError as error:
                error.details["workout_id"] = str(each.workout_id)
                raise
        return WorkoutsRead(workouts=found)

    async def replace_set(
        self, workout_id: UUID, execution_id: UUID, set_id: UUID, data: SetText
    ) -> SetRead:
        """Make a set say what a text says; its note and what else the notation has no word for stay."""
        execution = await self._repository.execution(workout_id, execution_id)
        row = await self._repository.set_(workout_id, execution_id, set_id)
        if execution is None or row is None:
            raise NotFoundError(f"There is no set {set_id} in execution {execution_id}")
        exercise = TextNames(await self._exercises.index()).of(execution)
        sets = _sets(data.text, exercise, await self._units(data))
        if len(sets) != 1:
            raise NotationError(
                f"One set is to be changed, and this says {len(sets)}",
                code="E_RANGE",
                column=1,
                line=data.text,
                hints=["workout edit changes a whole workout"],
            )
        found = changes(spelled(row, exercise), sets[0], exercise)
        before = await self._repository.sets_of(execution_id)
        await self._repository.change_set(row, found)
        await self._repository.relink(execution_id, before)
        changed = await self._repository.set_(workout_id, execution_id, set_id)
        return fold_set(changed or row)

    async def _stored(self, workout_id: UUID) -> Stored:
        workout = await self._repository.by_id(workout_id)
        if workout is None:
            raise NotFoundError(f"There is no workout {workout_id}")
        executions = await self._repository.executions([workout_id])
        sets = await self._repository.sets([workout_id])
        begun = {row["execution_id"] for row in sets}
        executions = [row for row in executions if not is_only_planned(row, begun)]
        names = TextNames(await self._exercises.index())
        lines = stored_lines(executions, sets, names)
        return Stored(workout, executions, sets, lines, names)

    async def _units(self, data: WorkoutTextUpdate | SetText) -> Units:
        return Units(data.unit, data.usual_unit or (await self._accounts.profile())["unit"])

    async def _read(self, workout: Row) -> WorkoutRead:
        ids = [workout["id"]]
        executions = await self._repository.executions(ids)
        return fold_workouts([workout], executions, await self._repository.sets(ids))[0]


def _headers(workout: Row, typed: TypedText, units: Units) -> dict[str, Any]:
    """What the headers change of a workout."""
    found: dict[str, Any] = {}
    unit = units.asked or units.usual
    for key, (number, values) in typed.headers.items():
        try:
            found |= WorkoutUpdate(**header_changes(workout, key, values, unit)).changes()
            changed_workout(workout, found)
        except ValidationError as error:
            raise _at_header(InvalidError.from_pydantic(error), number, key, values) from error
        except InvalidError as error:
            raise _at_header(error, number, key, values) from error
    return found


def _at_header(error: InvalidError, number: int, key: str, values: Sequence[str]) -> NotationError:
    line = f"{key}: {values[0]}"
    refused = NotationError(
        error.message, code="E_HEADER", column=len(key) + 3, line=line, hints=error.hints
    )
    return at_line(refused, number)


def _wanted(stored: Stored, typed: Sequence[TypedLine], units: Units) -> list[list[Wanted]]:
    """What each line wants of which executions."""
    same = same_lines(stored.lines, typed)
    kept = {id(each) for each in same.values()}
    left = [each for line in stored.lines if id(line) not in kept for each in line.executions]
    entries = {
        at: _entries(typed[at], stored.names, units) for at in range(len(typed)) if at not in same
    }
    matched = iter(match_executions(left, [each for line in entries.values() for each in line]))
    return [
        [Wanted(each, None) for each in same[at].executions]
        if at in same
        else [next(matched) for _ in entries[at]]
        for at in range(len(typed))
    ]


def _entries(line: TypedLine, names: TextNames, units: Units) -> tuple[Entry[KnownExercise], ...]:
    try:
        entries = parse(line.text, names, units).entries
        for entry in entries:
            _refuse_relative(entry.sets, line.text)
        ExecutionUpdate(note=line.note)
    except NotationError as error:
        raise at_line(_written_out(error), line.number) from None
    except ValidationError as error:
        refused = InvalidError.from_pydantic(error)
        where: Mapping[str, Any] = {"code": "E_RANGE", "column": 1, "line": line.text}
        raise at_line(NotationError(refused.message, **where), line.number) from error
    return entries


def _sets(text: str, exercise: KnownExercise, units: Units) -> tuple[NotatedSet, ...]:
    try:
        sets = parse_sets(text, exercise, units)
    except NotationError as error:
        raise _written_out(error) from None
    _refuse_relative(sets, text)
    return sets


def _written_out(error: NotationError) -> NotationError:
    """The error with hints that can be followed where a load is written out."""
    error.details["hints"] = [re.sub(LAST, "100kg", hint) for hint in error.hints]
    return error


def _refuse_relative(sets: Sequence[NotatedSet], line: str) -> None:
    """`last` was the last load when a line was logged; in a text of what was done it is anybody's guess."""
    for each in sets:
        if isinstance(each.load, RelativeLoad):
            raise NotationError(
                "Here a load is written out: last, top and % are for logging",
                code="E_NO_BASE",
                column=1,
                line=line,
                hints=["bench 102.5kgx5"],
            )


def _exercises(wanted: Sequence[Sequence[Wanted]]) -> list[KnownExercise]:
    return [each.entry.exercise for line in wanted for each in line if each.entry]
