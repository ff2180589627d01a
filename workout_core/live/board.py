"""Shows the open workout: rows and what is known of them, as they leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_core.exercises.reference import ExerciseRef
from workout_core.live.plans import following, latest
from workout_core.live.reading import known
from workout_core.live.records import kinds_by_set, records_of, told
from workout_core.live.schemas import (
    LiveBoard,
    LiveHead,
    LiveSet,
    LiveSlot,
    LiveTotals,
)
from workout_core.live.steps import cue, step
from workout_core.units import kilograms
from workout_core.workouts.activity import is_forgotten, last_activity
from workout_core.workouts.folding import fold_set, volume_exact
from workout_core.workouts.notation.model import Load

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime
    from decimal import Decimal
    from uuid import UUID

    from workout_core.db.executor import Row
    from workout_core.live.plans import Left
    from workout_core.live.reading import Session
    from workout_core.live.records import Before
    from workout_core.live.schemas import LiveRecord, PlannedSet
    from workout_core.training.records import RecordKind
    from workout_core.vocabulary import MassUnit
    from workout_core.workouts.loading import PlateFinder
    from workout_core.workouts.session_schemas import RestRead

NOTHING_DONE = LiveTotals(
    sets=0, sets_planned=0, reps=0, volume_kg=kilograms(0), previous_volume_kg=None
)


def no_board(rest: RestRead) -> LiveBoard:
    """What is shown without an open workout."""
    return LiveBoard(
        workout=None,
        rest=rest,
        totals=NOTHING_DONE,
        records=[],
        slots=[],
        current_execution_id=None,
    )


class BoardPainter:
    """Makes the board of a session of what is known of its exercises."""

    def __init__(
        self,
        session: Session,
        exercises: Mapping[UUID, Row],
        before: Mapping[UUID, Before],
        plates: PlateFinder,
        usual_unit: MassUnit,
    ) -> None:
        self._session = session
        self._exercises = exercises
        self._before = before
        self._plates = plates
        self._usual = usual_unit

    def board(self, rest: RestRead, now: datetime, previous: Decimal | None) -> LiveBoard:
        slots = self._session.slots
        kinds = {
            key: found
            for exercise_id, before in self._before.items()
            for key, found in kinds_by_set(before, self._session.of_exercise(exercise_id)).items()
        }
        return LiveBoard(
            workout=_head(self._session, now),
            rest=rest,
            totals=_totals(self._session, previous),
            records=list(self._records()),
            slots=[self._slot(each, kinds) for each in slots],
            current_execution_id=following(slots, latest(slots)),
        )

    def _records(self) -> Iterable[LiveRecord]:
        for exercise_id, before in self._before.items():
            sets = self._session.of_exercise(exercise_id)
            slot = next(each for each in self._session.slots if each.done and each.done[0] in sets)
            for record in records_of(before, (), sets):
                yield told(record, sets, slot.execution)

    def _slot(self, left: Left, kinds: Mapping[UUID, list[RecordKind]]) -> LiveSlot:
        execution = left.execution
        values = self._exercises[execution["exercise_id"]]
        load = _next_load(left)
        unit: MassUnit = (load and load.unit) or values["unit"] or self._usual
        least = self._plates.step(known(values), values, unit)
        return LiveSlot(
            execution_id=execution["id"],
            exercise=ExerciseRef(**{name: values.get(name) for name in ExerciseRef.model_fields}),
            **{name: values[name] for name in ("modality", "primary_muscles", "secondary_muscles")},
            superset_group=execution["superset_group"],
            note=execution["note"],
            cue=cue(values),
            rest_s=values["default_rest_s"],
            step_value=step(values, unit, least),
            step_unit=unit,
            gym_step_value=least,
            done=[_done(row, kinds) for row in left.done],
            planned=list(left.planned),
            source=left.source,
            plates=self._plates.of(load, known(values), values) if load else None,
        )


def _next_load(left: Left) -> Load | None:
    """The load of the next set, else of the last that was done."""
    if left.planned:
        return load_of(left.planned[0])
    row = left.done[-1] if left.done else None
    if row is None or row["load_mode"] is None:
        return None
    return Load(row["load_mode"], row["load_value"], row["load_unit"])


def load_of(planned: PlannedSet) -> Load | None:
    """The load of a planned set."""
    if planned.load_mode is None:
        return None
    return Load(planned.load_mode, planned.load_value, planned.load_unit)


def _done(row: Row, kinds: Mapping[UUID, list[RecordKind]]) -> LiveSet:
    return LiveSet(**dict(fold_set(row)), records=kinds.get(row["id"], []))


def _head(session: Session, now: datetime) -> LiveHead:
    row = session.workout
    last = max((each["performed_at"] or each["created_at"] for each in session.sets), default=None)
    return LiveHead(
        **{name: row[name] for name in ("id", "name", "started_at", "timezone", "local_date")},
        elapsed_s=max(0, int((now - row["started_at"]).total_seconds())),
        forgotten=is_forgotten(last_activity(row, last), now),
        note=row["note"],
    )


def _totals(session: Session, previous: Decimal | None) -> LiveTotals:
    sets = session.sets
    volume = sum(volume_exact(each.execution, each.done) for each in session.slots)
    return LiveTotals(
        sets=len(sets),
        sets_planned=len(sets) + sum(len(each.planned) for each in session.slots),
        reps=sum(row["reps"] or 0 for row in sets),
        volume_kg=kilograms(volume),
        previous_volume_kg=previous,
    )
