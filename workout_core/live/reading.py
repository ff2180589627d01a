"""Reads the open workout with all that a live session knows of its exercises, a statement for each kind of thing."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from workout_core.exercises.merged import Merged
from workout_core.exercises.names import KnownExercise
from workout_core.live.plans import left
from workout_core.live.records import Before

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from workout_core.db.executor import Row
    from workout_core.exercises.repository import ExerciseRepository
    from workout_core.live.plans import Left
    from workout_core.live.repository import LiveRepository
    from workout_core.training.one_rep_max import Formula
    from workout_core.workouts.repository import WorkoutRepository


class Session(NamedTuple):
    """An open workout: what is left of each execution, in order, and all of its sets."""

    workout: Row
    slots: Sequence[Left]

    @property
    def sets(self) -> list[Row]:
        return [row for slot in self.slots for row in slot.done]

    def slot(self, execution_id: UUID) -> Left | None:
        return next((each for each in self.slots if each.execution["id"] == execution_id), None)

    def of_exercise(self, exercise_id: UUID) -> list[Row]:
        """The sets of an exercise, in all its executions."""
        return [row for row in self.sets if row["exercise_id"] == exercise_id]


class LiveReader:
    def __init__(
        self,
        repository: LiveRepository,
        workouts: WorkoutRepository,
        exercises: ExerciseRepository,
    ) -> None:
        self._repository = repository
        self._workouts = workouts
        self._exercises = exercises

    async def session(self, workout: Row) -> Session:
        """The executions of a workout, each with what is left of it."""
        executions = await self._workouts.executions([workout["id"]])
        done: dict[UUID, list[Row]] = defaultdict(list)
        for row in await self._workouts.sets([workout["id"]]):
            done[row["execution_id"]].append(row)
        asked = {row["exercise_id"] for row in executions if row["plan"] is None}
        last = await self.last_times(workout, asked)
        slots = [left(row, done[row["id"]], last.get(row["exercise_id"], ())) for row in executions]
        return Session(workout, slots)

    async def last_times(self, workout: Row, exercise_ids: Iterable[UUID]) -> dict[UUID, list[Row]]:
        """The sets of each exercise in the last workout that had it."""
        last = await self._repository.last_workouts(workout, list(exercise_ids))
        ids = list(dict.fromkeys(last.values()))
        if not ids:
            return {}
        place = {row["id"]: row["position"] for row in await self._workouts.executions(ids)}
        found: dict[UUID, list[Row]] = defaultdict(list)
        for row in await self._workouts.sets(ids):
            if last.get(row["exercise_id"]) == row["workout_id"]:
                found[row["exercise_id"]].append(row)
        for sets in found.values():
            sets.sort(key=lambda row: (place[row["execution_id"]], row["position"]))
        return found

    async def exercises(self, ids: Iterable[UUID]) -> dict[UUID, Row]:
        """What is known of exercises, of the catalogue and of the user."""
        wanted = list(dict.fromkeys(ids))
        merged = Merged(await self._exercises.of_ids(wanted), [], await self._exercises.muscles())
        return {each: values for each in wanted if (values := merged.values(each))}

    async def before(
        self, workout: Row, exercises: Mapping[UUID, Row], formula: Formula
    ) -> dict[UUID, Before]:
        """What was done of exercises before a workout began."""
        shares = {each: share_of(values) for each, values in exercises.items()}
        lifts = [each for each in exercises if exercises[each]["tracking"].endswith("reps")]
        plain = [each for each in lifts if not shares[each]]
        bodily = [each for each in lifts if shares[each]]
        others = [each for each in exercises if each not in lifts]
        loads = _by_exercise(await self._repository.loads(workout, plain))
        loads |= _by_exercise(await self._repository.bodily_loads(workout, bodily))
        efforts = _by_exercise(await self._repository.efforts(workout, others))
        volumes: dict[UUID, int] = {}
        for share in sorted({shares[each] for each in lifts}):
            same = [each for each in lifts if shares[each] == share]
            volumes |= await self._repository.volumes(workout, same, share)
        body = None
        if bodily:
            body = await self._workouts.bodyweight(workout, workout["local_date"])
        return {
            each: Before(
                share=shares[each],
                weighted=values["tracking"] == "weight_reps",
                loads=loads.get(each, ()),
                efforts=efforts.get(each, ()),
                most_volume=volumes.get(each),
                body=body,
                formula=formula,
            )
            for each, values in exercises.items()
        }


def share_of(values: Row) -> Decimal:
    """The part of the body that an exercise moves."""
    return Decimal(str(values["bodyweight_factor"] or 0))


def known(values: Row) -> KnownExercise:
    """An exercise as the notation knows it."""
    return KnownExercise(
        values["id"], values.get("slug"), values["name"], values["tracking"], values["unit"]
    )


def _by_exercise(rows: Iterable[Row]) -> dict[UUID, list[Row]]:
    found: dict[UUID, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["exercise_id"]].append(row)
    return found
