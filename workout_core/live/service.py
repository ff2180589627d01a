"""The live session: what the open workout needs to be done set by set, from a screen or by line prompts.

What is planned stands in the executions themselves, so that a session goes on wherever it was left, on any machine.
"""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from workout_core.errors import NotFoundError
from workout_core.exercises.reference import ExerciseRef
from workout_core.ids import new_id
from workout_core.live.board import BoardPainter, no_board
from workout_core.live.entering import as_planned, completed, in_place
from workout_core.live.past import SESSIONS, best_e1rm, heaviest, session
from workout_core.live.plans import Left, as_done, document, following, instead, replanned
from workout_core.live.reading import LiveReader, Session, known, share_of
from workout_core.live.records import e1rm_kg, records_of, told
from workout_core.live.schemas import (
    LiveAdd,
    LiveBoard,
    LiveFilters,
    LiveLog,
    LiveLogged,
    LivePast,
    LivePastFilters,
    LivePlan,
    LivePlanned,
    LiveRepeat,
    LiveSwap,
    PlannedSet,
)
from workout_core.units import kilograms
from workout_core.workouts.chains import FOLLOWING
from workout_core.workouts.columns import chained, local_place
from workout_core.workouts.folding import fold_set
from workout_core.workouts.loading import PlateFinder
from workout_core.workouts.loads import LoadResolver
from workout_core.workouts.log_schemas import Kit
from workout_core.workouts.notation.model import Entry, Units
from workout_core.workouts.notation.parser import parse_sets
from workout_core.workouts.order import numbered, placed
from workout_core.workouts.placing import open_already
from workout_core.workouts.planned import targets
from workout_core.workouts.repository import Began
from workout_core.workouts.resting import read_rest, usual_rest
from workout_core.workouts.schemas import WorkoutFilters
from workout_core.workouts.text.spelling import columns
from workout_core.zones import local_zone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_core.accounts.repository import AccountRepository
    from workout_core.db.executor import Row
    from workout_core.exercises.names import KnownExercise
    from workout_core.exercises.repository import ExerciseRepository
    from workout_core.live.repository import LiveRepository
    from workout_core.training.one_rep_max import Formula
    from workout_core.vocabulary import MassUnit
    from workout_core.workouts.repository import WorkoutRepository


class LiveService:
    def __init__(
        self,
        repository: LiveRepository,
        workouts: WorkoutRepository,
        exercises: ExerciseRepository,
        accounts: AccountRepository,
    ) -> None:
        self._repository = repository
        self._workouts = workouts
        self._exercises = exercises
        self._accounts = accounts
        self._reader = LiveReader(repository, workouts, exercises)

    async def board(self, filters: LiveFilters) -> LiveBoard:
        """The open workout, exercise by exercise: what is done, what is left, and what it comes to."""
        now = self._workouts.now
        rest = read_rest(await self._accounts.rest(), now)
        workout = await self._workouts.active()
        if workout is None:
            return no_board(rest)
        session = await self._reader.session(workout)
        ids = [each.execution["exercise_id"] for each in session.slots]
        exercises = await self._reader.exercises(ids)
        begun = {row["exercise_id"]: exercises[row["exercise_id"]] for row in session.sets}
        painter = BoardPainter(
            session,
            exercises,
            await self._reader.before(workout, begun, filters.formula),
            PlateFinder(
                Kit(plates_kg=filters.plates_kg, plates_lb=filters.plates_lb),
                await self._workouts.gym(),
            ),
            await self._usual_unit(filters.usual_unit),
        )
        return painter.board(rest, now, await self._previous_volume(workout))

    async def past(self, exercise_id: UUID, filters: LivePastFilters) -> LivePast:
        """What was done of an exercise in the last workouts before the open one, and its bests up to now."""
        values = await self._exercise(exercise_id)
        page, _ = await self._workouts.page(WorkoutFilters(size=SESSIONS + 1), exercise_id)
        ids = [row["id"] for row in page if row["status"] != "active"][:SESSIONS]
        place = {row["id"]: row["position"] for row in await self._workouts.executions(ids)}
        sets = sorted(
            await self._workouts.sets_of_exercise(ids, exercise_id),
            key=lambda row: (ids.index(row["workout_id"]), place[row["execution_id"]]),
        )
        now, share = self._workouts.now, share_of(values)
        reading = self._workouts.bodily_loads_before if share else self._workouts.loads_before
        loads = await reading(exercise_id, Began(now, now.date()))
        units = [row["load_unit"] for row in sets if row["load_unit"]]
        unit: MassUnit = units[0] if units else values["unit"] or "kg"
        done = [[row for row in sets if row["workout_id"] == each] for each in ids]
        return LivePast(
            exercise=_reference(values),
            sessions=[session(each, values["tracking"]) for each in done if each],
            best=heaviest(loads, unit),
            e1rm_value=best_e1rm(loads, share, unit, filters.formula),
            e1rm_unit=unit,
        )

    async def log(self, execution_id: UUID, data: LiveLog) -> LiveLogged:
        """Log the next set of an exercise, or what a text says, and begin the rest."""
        session = await self._session()
        slot = _slot(session, execution_id)
        values = await self._exercise(slot.execution["exercise_id"])
        if any(row["id"] == data.id for row in slot.done):
            rows = _from(slot.done, data.id)
            slot = slot._replace(done=slot.done[: slot.done.index(rows[0])])
            return await self._logged(session, slot, rows, values, data.formula)
        sets = await self._entered(session, slot, data, known(values))
        rows = await self._workouts.add_sets(session.workout, slot.execution, sets)
        if data.rest:
            seconds = usual_rest(values, rows[-1])
            until = self._workouts.now + timedelta(seconds=float(seconds))
            await self._accounts.set_rest(until, seconds)
        later = slot._replace(done=[*slot.done, *rows], planned=list(slot.planned)[len(rows) :])
        slots = [later if each is slot else each for each in session.slots]
        session = session._replace(slots=slots)
        return await self._logged(session, slot, rows, values, data.formula)

    async def add(self, data: LiveAdd) -> LivePlanned:
        """Plan an exercise in the open workout, or in one that begins with it."""
        workout = await self._workouts.active() or await self._begin(data.timezone)
        session = await self._reader.session(workout)
        if slot := session.slot(data.id):
            return _planned(workout, slot)
        exercise = await self._exercises.called(data.exercise)
        await self._exercises.use(exercise)
        plan = await self._first_plan(workout, exercise, data)
        row = await self._workouts.add_execution(
            workout,
            {
                "id": data.id,
                "exercise_id": exercise.id,
                "position": await self._workouts.next_execution(workout["id"]),
                "plan": plan,
            },
        )
        if data.position is not None:
            await self._place(workout, row["id"], data.position)
        return await self._one(workout, row["id"])

    async def swap(self, execution_id: UUID, data: LiveSwap) -> LivePlanned:
        """Do another exercise instead: all of it, or what is left of it behind the sets that are done."""
        session = await self._session()
        slot, workout = _slot(session, execution_id), session.workout
        exercise = await self._exercises.called(data.exercise)
        await self._exercises.use(exercise)
        last = await self._reader.last_times(workout, [exercise.id])
        sets = instead(slot.planned, last.get(exercise.id, ()), exercise.tracking)
        if not slot.done:
            values = {"exercise_id": exercise.id, "plan": document(sets) or None}
            await self._workouts.change_execution(slot.execution, values)
            return await self._one(workout, execution_id)
        await self._workouts.change_execution(slot.execution, {"plan": replanned(slot, [])})
        rest = sets[: len(slot.planned)] or sets
        place = session.slots.index(slot) + 1
        row = await self._workouts.add_execution(
            workout,
            {
                "id": data.id or new_id(),
                "exercise_id": exercise.id,
                "superset_group": slot.execution["superset_group"],
                "position": await self._workouts.next_execution(workout["id"]),
                "plan": document(rest) or None,
            },
        )
        await self._place(workout, row["id"], place)
        return await self._one(workout, row["id"])

    async def plan(self, execution_id: UUID, data: LivePlan) -> LivePlanned:
        """Plan other sets instead of those that are left of an exercise."""
        session = await self._session()
        slot = _slot(session, execution_id)
        values = {"plan": replanned(slot, data.sets)}
        await self._workouts.change_execution(slot.execution, values)
        return _planned(session.workout, slot._replace(planned=data.sets, source="plan"))

    async def repeat(self, data: LiveRepeat) -> LiveBoard:
        """Open a workout with the name and the exercises of another, planned as they were done there."""
        if active := await self._workouts.active():
            if active["id"] == data.id:
                return await self.board(LiveFilters())
            raise open_already(active)
        of = await self._workouts.by_id(data.workout_id)
        if of is None:
            raise NotFoundError(f"There is no workout {data.workout_id}")
        kept = {"id": data.id, "name": of["name"], "tags": of["tags"]}
        workout = await self._begin(data.timezone, **kept)
        sets = await self._workouts.sets([of["id"]])
        for execution in await self._workouts.executions([of["id"]]):
            done = [row for row in sets if row["execution_id"] == execution["id"]]
            if done:
                copied = ("exercise_id", "position", "superset_group")
                plan = {"plan": document(as_done(done))}
                await self._workouts.add_execution(
                    workout, {**{name: execution[name] for name in copied}, **plan}
                )
        return await self.board(LiveFilters())

    async def _session(self) -> Session:
        if workout := await self._workouts.active():
            return await self._reader.session(workout)
        raise NotFoundError("No workout is open", hints=["workout start", "workout resume"])

    async def _begin(self, timezone: str | None, **values: Any) -> Row:
        now, profile = self._workouts.now, await self._accounts.profile()
        zone = local_zone(timezone or profile["timezone"] or "UTC")
        place = {"started_at": now, **local_place(now, zone)}
        return await self._workouts.add({"id": new_id(now), "status": "active", **place, **values})

    async def _usual_unit(self, given: MassUnit | None) -> MassUnit:
        usual: MassUnit = given or (await self._accounts.profile())["unit"]
        return usual

    async def _exercise(self, exercise_id: UUID) -> Row:
        found = await self._reader.exercises([exercise_id])
        if exercise_id not in found:
            raise NotFoundError(f"There is no exercise {exercise_id}")
        return found[exercise_id]

    async def _previous_volume(self, workout: Row) -> Decimal | None:
        row = await self._repository.last_named(workout)
        if row is None:
            return None
        return kilograms((await self._workouts.totals([row["id"]]))[row["id"]].exact)

    async def _entered(
        self, session: Session, slot: Left, data: LiveLog, exercise: KnownExercise
    ) -> list[Row]:
        """The columns of the sets that are logged, with what was planned for them."""
        usual = await self._usual_unit(data.usual_unit)
        if data.text is None:
            sets = [as_planned(slot, data, exercise, exercise.unit or usual)]
        else:
            read = await self._read(session, slot, data.text, exercise, Units(None, usual))
            sets = in_place(read, slot.planned)
        plan, place = slot.execution["plan"], len(slot.done)
        return _behind(
            slot.done,
            chained(
                {
                    **each,
                    **targets(plan, place + n),
                    "id": UUID(int=data.id.int + n),
                    "performed_at": self._workouts.now,
                    "note": None,
                    "raw": data.text,
                }
                for n, each in enumerate(sets)
            ),
        )

    async def _read(
        self, session: Session, slot: Left, text: str, exercise: KnownExercise, units: Units
    ) -> list[Row]:
        """The sets of a text, their loads worked out."""
        sets = parse_sets(completed(text.strip(), slot, exercise), exercise, units)
        own = {exercise.id: await self._exercises.by_id(exercise.id)}
        plates = PlateFinder(None, await self._workouts.gym())
        day = session.workout["local_date"]
        loads = LoadResolver(self._workouts, self._exercises, own, day, plates)
        entry = await loads.of(Entry(exercise, sets, text), strict=True)
        return [columns(each) for each in entry.sets]

    async def _logged(
        self, session: Session, slot: Left, rows: Sequence[Row], values: Row, formula: Formula
    ) -> LiveLogged:
        """What sets come to that stand behind those of the slot."""
        exercise_id, execution = values["id"], slot.execution
        known_before = await self._reader.before(session.workout, {exercise_id: values}, formula)
        before = known_before[exercise_id]
        others = [
            row
            for row in session.of_exercise(exercise_id)
            if row["execution_id"] != execution["id"]
        ]
        made = records_of(before, [*others, *slot.done], rows)
        return LiveLogged(
            execution_id=execution["id"],
            exercise=_reference(values),
            sets=[fold_set(row) for row in rows],
            records=[told(each, rows, execution) for each in made],
            e1rm_kg=e1rm_kg(before, rows),
            rest=read_rest(await self._accounts.rest(), self._workouts.now),
            next_execution_id=following(session.slots, execution["id"]),
        )

    async def _first_plan(self, workout: Row, exercise: KnownExercise, data: LiveAdd) -> Any:
        """What a text plans of an exercise, else what was done the last time; None where nobody knows."""
        if data.text is None:
            last = await self._reader.last_times(workout, [exercise.id])
            return document(as_done(last.get(exercise.id, ()))) or None
        values = await self._exercise(exercise.id)
        units = Units(None, await self._usual_unit(data.usual_unit))
        nothing = Left({"plan": None}, (), (), "none")
        sets = await self._read(Session(workout, ()), nothing, data.text, known(values), units)
        return document(
            PlannedSet(**{n: each[n] for n in PlannedSet.model_fields if n in each})
            for each in sets
        )

    async def _place(self, workout: Row, execution_id: UUID, place: int) -> None:
        rows = await self._workouts.executions([workout["id"]])
        for row, position in numbered(placed(rows, execution_id, place)):
            await self._workouts.change_execution(row, {"position": position})

    async def _one(self, workout: Row, execution_id: UUID) -> LivePlanned:
        return _planned(workout, _slot(await self._reader.session(workout), execution_id))


def _slot(session: Session, execution_id: UUID) -> Left:
    if slot := session.slot(execution_id):
        return slot
    raise NotFoundError(f"There is no execution {execution_id} in the open workout")


def _planned(workout: Row, slot: Left) -> LivePlanned:
    row = slot.execution
    return LivePlanned(
        workout_id=workout["id"],
        execution_id=row["id"],
        exercise=ExerciseRef(
            id=row["exercise_id"],
            slug=row["exercise_slug"],
            name=row["exercise_name"],
            tracking=row["exercise_tracking"],
        ),
        planned=list(slot.planned),
        source=slot.source,
    )


def _reference(values: Row) -> ExerciseRef:
    return ExerciseRef(**{name: values.get(name) for name in ExerciseRef.model_fields})


def _from(done: Sequence[Row], first: UUID) -> list[Row]:
    """The sets that were logged together, of which the first has this id."""
    at = next(n for n, row in enumerate(done) if row["id"] == first)
    return [row for n, row in enumerate(done[at:]) if row["id"].int == first.int + n]


def _behind(done: Sequence[Row], rows: list[Row]) -> list[Row]:
    """New sets behind others; drops that come first follow the last set that is none."""
    heads = [row["id"] for row in done if row["kind"] not in FOLLOWING]
    for row in rows:
        if row["kind"] in FOLLOWING and row["parent_set_id"] is None and heads:
            row["parent_set_id"] = heads[-1]
    return rows
