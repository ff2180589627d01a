"""The open workout, of which a user has one at most: its start, its end, and the rest between two sets.

It is a row and no process: whoever looks, from any terminal or over HTTP, sees the same one. One in which nothing
was done for twelve hours is forgotten; it ended when its last set was done.
"""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from workout_core.errors import ConflictError, NotFoundError
from workout_core.ids import new_id
from workout_core.workouts.activity import (
    ended,
    is_forgotten,
    last_activity,
    last_done,
    opened_again,
)
from workout_core.workouts.columns import check_times, local_place, with_exact_bodyweight
from workout_core.workouts.folding import fold_workouts
from workout_core.workouts.placing import open_already, refuse_future
from workout_core.workouts.planned import take_out_undone
from workout_core.workouts.resting import USUAL_REST, read_rest, usual_rest
from workout_core.workouts.schemas import WorkoutRead
from workout_core.workouts.session_schemas import (
    RestRead,
    RestStart,
    SessionFinish,
    SessionRead,
    SessionResume,
    SessionStart,
)
from workout_core.zones import local_zone

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from workout_core.accounts.repository import AccountRepository
    from workout_core.db.executor import Row
    from workout_core.exercises.repository import ExerciseRepository
    from workout_core.workouts.repository import WorkoutRepository

TODAYS: Final = timedelta(days=1)


class SessionService:
    def __init__(
        self,
        repository: WorkoutRepository,
        exercises: ExerciseRepository,
        accounts: AccountRepository,
    ) -> None:
        self._repository = repository
        self._exercises = exercises
        self._accounts = accounts

    async def status(self) -> SessionRead:
        """The open workout with what was done in it so far, and the rest that runs."""
        now = self._repository.now
        row = await self._repository.active()
        rest = read_rest(await self._accounts.rest(), now)
        if row is None:
            return SessionRead(
                workout=None, elapsed_s=None, last_set_at=None, forgotten=False, rest=rest
            )
        sets = await self._repository.sets([row["id"]])
        last = _last_set_at(sets)
        return SessionRead(
            workout=await self._read(row, sets),
            elapsed_s=max(0, int((now - row["started_at"]).total_seconds())),
            last_set_at=last,
            forgotten=is_forgotten(last_activity(row, last), now),
            rest=rest,
        )

    async def start(self, data: SessionStart) -> WorkoutRead:
        """Open a workout; another one that is open must end before."""
        profile = await self._accounts.profile()
        started = self._past(data.at) or self._repository.now
        zone = local_zone(data.timezone or profile["timezone"] or "UTC")
        if active := await self._repository.active():
            await self._make_room(active, close_forgotten=data.close_forgotten)
        values = data.model_dump(exclude={"at", "timezone", "close_forgotten"})
        row = await self._repository.add(
            {
                **with_exact_bodyweight(values),
                "id": new_id(started),
                "status": "active",
                "started_at": started,
                **local_place(started, zone),
            }
        )
        return await self._read(row, [])

    async def finish(self, data: SessionFinish) -> WorkoutRead:
        """End the open workout: now, when it is said, or when the last set of a forgotten one was done."""
        row = await self._open()
        sets = await self._repository.sets([row["id"]])
        if not sets:
            raise ConflictError(
                "Nothing was logged in the open workout, so there is nothing to keep",
                hints=["workout discard", "workout log bench 5x5@100kg"],
            )
        values: dict[str, Any] = {"name": data.name} if data.name else {}
        if data.note:
            values["note"] = "\n".join(filter(None, (row["note"], data.note)))
        return await self._read(await self._end(row, sets, self._past(data.at), **values), sets)

    async def discard(self) -> WorkoutRead:
        """Throw the open workout away with all that is in it; undoing brings it back."""
        row = await self._open()
        read = await self._read(row, await self._repository.sets([row["id"]]))
        row = await self._repository.discard(row)
        await self._accounts.set_rest(None, None)
        return read.model_copy(update={"status": row["status"], "updated_at": row["updated_at"]})

    async def resume(self, data: SessionResume) -> WorkoutRead:
        """Open a finished workout again, so that what is logged goes on in it."""
        if active := await self._repository.active():
            raise open_already(active)
        row = await self._finished(data)
        row = await self._repository.change(row, opened_again(row, self._repository.now))
        return await self._read(row, await self._repository.sets([row["id"]]))

    async def rest(self, data: RestStart) -> RestRead:
        """Rest from now on; when that ends is kept, so that any terminal can count it down."""
        seconds = data.seconds or await self._usual_rest()
        until = self._repository.now + timedelta(seconds=float(seconds))
        await self._accounts.set_rest(until, seconds)
        return RestRead(until=until, seconds=seconds, left_s=seconds)

    async def stop_rest(self) -> None:
        """End the rest that runs, if one does."""
        await self._accounts.set_rest(None, None)

    async def _read(self, row: Row, sets: Iterable[Row]) -> WorkoutRead:
        executions = await self._repository.executions([row["id"]])
        return fold_workouts([row], executions, sets)[0]

    async def _open(self) -> Row:
        if row := await self._repository.active():
            return row
        raise NotFoundError("No workout is open", hints=["workout start", "workout resume"])

    async def _finished(self, data: SessionResume) -> Row:
        if data.workout_id is None:
            row = await self._repository.last_done()
            if row is None:
                raise NotFoundError("There is no workout to resume", hints=["workout start"])
        else:
            row = await self._repository.by_id(data.workout_id)
            if row is None:
                raise NotFoundError(f"There is no workout {data.workout_id}")
        return row

    async def _make_room(self, active: Row, *, close_forgotten: bool) -> None:
        """End the open workout if it is forgotten and may be ended; else say that it is open."""
        sets = await self._repository.sets([active["id"]])
        forgotten = is_forgotten(last_activity(active, _last_set_at(sets)), self._repository.now)
        if not (forgotten and close_forgotten):
            raise open_already(active)
        if sets:
            await self._end(active, sets)
        else:
            await self._repository.discard(active)

    async def _end(
        self, row: Row, sets: Iterable[Row], at: datetime | None = None, **values: Any
    ) -> Row:
        now = self._repository.now
        last = last_done(row, _last_set_at(sets))
        end = at or (last if is_forgotten(last, now) else max(now, row["started_at"]))
        check_times(row["started_at"], end)
        await self._accounts.set_rest(None, None)
        await take_out_undone(self._repository, row, sets)
        return await self._repository.change(row, {**ended(row, end), **values})

    def _past(self, at: datetime | None) -> datetime | None:
        """A moment that has come."""
        refuse_future(at, self._repository.now)
        return at

    async def _usual_rest(self) -> Decimal:
        """How long to rest after the last set of the last day."""
        last = await self._last_set()
        if last is None:
            return USUAL_REST
        return usual_rest(await self._exercises.by_id(last["exercise_id"]), last)

    async def _last_set(self) -> Row | None:
        day = self._repository.now.date()
        row = await self._repository.active()
        rows = [row] if row else await self._repository.newest(day - TODAYS, day + TODAYS)
        sets = await self._repository.sets([each["id"] for each in rows])
        return max(sets, key=lambda each: (_done_at(each), each["position"]), default=None)


def _done_at(each: Row) -> datetime:
    """When a set was done, else when it was written down."""
    moment: datetime = each["performed_at"] or each["created_at"]
    return moment


def _last_set_at(sets: Iterable[Row]) -> datetime | None:
    return max(map(_done_at, sets), default=None)
