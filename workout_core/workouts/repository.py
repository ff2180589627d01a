"""Workouts, their executions and their sets, for one user."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from uuid import UUID

from workout_core.errors import ConflictError
from workout_core.exercises.names import implements_of
from workout_core.ids import new_id
from workout_core.repository import Repository
from workout_core.workouts.activity import last_activity
from workout_core.workouts.chains import relinked, without_head

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from decimal import Decimal

    from workout_core.db.compiled import StatementName
    from workout_core.db.executor import Row
    from workout_core.vocabulary import Entity
    from workout_core.workouts.schemas import WorkoutFilters

FIRST_DAY: Final = date.min
LAST_DAY: Final = date.max
# The statements of a page and of its count, by the filters that they know beside the days.
PAGES: Final[Mapping[frozenset[str], tuple[StatementName, StatementName]]] = {
    frozenset(): ("workouts.page", "workouts.count"),
    frozenset({"tags"}): ("workouts.page_tagged", "workouts.count_tagged"),
    frozenset({"tags", "pattern"}): ("workouts.page_matching", "workouts.count_matching"),
    frozenset({"tags", "exercise_id"}): (
        "workouts.page_of_exercise",
        "workouts.count_of_exercise",
    ),
    frozenset({"tags", "pattern", "exercise_id"}): (
        "workouts.page_matching_of_exercise",
        "workouts.count_matching_of_exercise",
    ),
}
ONE_DAY: Final = timedelta(days=1)
NEW_WORKOUT: Final[Mapping[str, Any]] = {
    "name": None,
    "status": "done",
    "ended_at": None,
    "bodyweight_value": None,
    "bodyweight_unit": None,
    "bodyweight_exact": None,
    "note": None,
    "tags": [],
    "source": None,
    "external_id": None,
    "content_hash": None,
    "import_id": None,
    "extras": {},
    "version": 1,
    "deleted_at": None,
}
NEW_EXECUTION: Final[Mapping[str, Any]] = {
    "superset_group": None,
    "note": None,
    "raw": None,
    "plan": None,
    "version": 1,
    "deleted_at": None,
}
OF_EXERCISE: Final = (
    *("exercise_slug", "exercise_name", "exercise_tracking"),
    "exercise_implements",
)
NEW_SET: Final[Mapping[str, Any]] = {
    "target_load_value": None,
    "target_load_unit": None,
    "target_reps": None,
    "target_reps_max": None,
    "target_rpe": None,
    "target_duration_s": None,
    "target_distance_m": None,
    "version": 1,
    "deleted_at": None,
}
_OF_AN_EXERCISE: Final[tuple[tuple[StatementName, StatementName, Entity], ...]] = (
    (
        "workouts.executions_to_move",
        "workouts.move_execution_to_exercise",
        "exercise_execution",
    ),
    ("workouts.sets_to_move", "workouts.move_set_to_exercise", "set"),
)


class Began(NamedTuple):
    """When a workout began, and on which day that was where it began."""

    moment: datetime
    day: date


class Totals(NamedTuple):
    """How many sets there are, their volume in units of 0.01 mg, and their distance in millimetres."""

    sets: int
    exact: int
    distance_mm: int


class WorkoutRepository(Repository):
    async def page(
        self, filters: WorkoutFilters, exercise_id: UUID | None = None
    ) -> tuple[list[Row], int]:
        """A page of workouts, the newest first, and how many there are in all; with an exercise, if one is given."""
        which: dict[str, Any] = {
            "since": filters.since or FIRST_DAY,
            "until": filters.until or LAST_DAY,
        }
        if filters.search:
            which["pattern"] = contains(filters.search)
        if exercise_id:
            which["exercise_id"] = exercise_id
        if filters.tags or len(which) > 2:
            which["tags"] = filters.tags
        page, count = PAGES[frozenset(which) & {"pattern", "exercise_id", "tags"}]
        rows = await self._all(page, **which, size=filters.size, offset=filters.offset)
        if len(rows) < filters.size and (rows or filters.page == 1):
            return rows, filters.offset + len(rows)  # the last page tells it
        counted = await self._one(count, **which)
        return rows, counted["total"] if counted else 0

    async def newest(self, since: date, until: date) -> list[Row]:
        """The last few workouts of some days, the newest first."""
        return await self._all("workouts.page", since=since, until=until, size=5, offset=0)

    async def active(self) -> Row | None:
        """The open workout."""
        return await self._one("workouts.active")

    async def last_done(self) -> Row | None:
        """The finished workout that began last."""
        rows = await self.newest(FIRST_DAY, LAST_DAY)
        return next((row for row in rows if row["status"] == "done"), None)

    async def of_day(self, day: date) -> list[Row]:
        return await self._all("workouts.of_day", day=day)

    async def by_id(self, workout_id: UUID) -> Row | None:
        return await self._one("workouts.by_id", id=workout_id)

    async def by_ids(self, workout_ids: Sequence[UUID]) -> list[Row]:
        return await self._all("workouts.by_ids", ids=workout_ids)

    async def ids(self) -> list[UUID]:
        """The ids of all workouts, the oldest first."""
        return [row["id"] for row in await self._all("workouts.ids")]

    async def starting_with(self, digits: str) -> list[Row]:
        """Workouts whose id begins with these hexadecimal digits; five at most."""
        first, last = UUID(digits.ljust(32, "0")), UUID(digits.ljust(32, "f"))
        return await self._all("workouts.starting_with", first=first, last=last)

    async def totals(self, workout_ids: Sequence[UUID]) -> dict[UUID, Totals]:
        """How many sets each of these workouts has, its volume and its distance."""
        found = dict.fromkeys(workout_ids, Totals(0, 0, 0))
        for row in await self._all("workouts.totals", workout_ids=workout_ids):
            before = found[row["workout_id"]]
            implements = implements_of(row["exercise_id"], row["implements"])
            volume = int(row["volume_exact"]) * implements
            found[row["workout_id"]] = Totals(
                sets=before.sets + row["sets"],
                exact=before.exact + volume,
                distance_mm=before.distance_mm + row["distance_mm"],
            )
        return found

    async def add(self, values: Mapping[str, Any]) -> Row:
        row = self._new(**{**NEW_WORKOUT, **values})
        await self._add("workouts.add", "workout", row)
        return row

    async def change(self, row: Row, values: Mapping[str, Any]) -> Row:
        """Change a workout; its sets follow it to another day."""
        changed = await self._change("workouts.change", "workout", row, values)
        if changed["local_date"] != row["local_date"]:
            await self._executor.execute(
                "workouts.move_sets",
                owner=self._user,
                of_workout=row["id"],
                local_date=changed["local_date"],
                updated_at=self.now,
            )
        return changed

    async def delete(self, row: Row) -> None:
        """Delete a workout softly, and all that is in it."""
        await self._empty(row)
        await self.change(row, {"deleted_at": self.now})

    async def discard(self, row: Row) -> Row:
        """Delete an open workout as one that was never to be kept."""
        await self._empty(row)
        return await self.change(row, {"status": "discarded", "deleted_at": self.now})

    async def _empty(self, row: Row) -> None:
        for execution in await self.executions([row["id"]]):
            await self.delete_execution(execution)

    async def executions(self, workout_ids: Sequence[UUID]) -> list[Row]:
        """Executions with their exercises, in order of workout and position."""
        return await self._all("workouts.executions", workout_ids=workout_ids)

    async def execution(self, workout_id: UUID, execution_id: UUID) -> Row | None:
        return await self._one("workouts.execution", workout_id=workout_id, id=execution_id)

    async def next_execution(self, workout_id: UUID) -> int:
        row = await self._one("workouts.next_execution", workout_id=workout_id)
        return int(row["position"]) if row else 0

    async def add_execution(self, workout: Row, values: Mapping[str, Any]) -> Row:
        values = {"workout_id": workout["id"], "id": values.get("id") or new_id(), **values}
        row = self._new(**{**NEW_EXECUTION, **values})
        await self._add("workouts.add_execution", "exercise_execution", row)
        return row

    async def change_execution(self, row: Row, values: Mapping[str, Any]) -> Row:
        row = {name: value for name, value in row.items() if name not in OF_EXERCISE}
        return await self._change("workouts.change_execution", "exercise_execution", row, values)

    async def delete_execution(self, row: Row) -> None:
        """Delete an execution softly, and its sets."""
        for each in await self.sets_of(row["id"]):
            await self.change_set(each, {"deleted_at": self.now})
        await self.change_execution(row, {"deleted_at": self.now})

    async def sets(self, workout_ids: Sequence[UUID]) -> list[Row]:
        """The sets of some workouts, in order of execution and position."""
        return await self._all("workouts.sets", workout_ids=workout_ids)

    async def sets_of_exercise(self, workout_ids: Sequence[UUID], exercise_id: UUID) -> list[Row]:
        """An exercise's sets in some workouts, in order of execution and position."""
        return await self._all(
            "workouts.sets_of_exercise", workout_ids=workout_ids, exercise_id=exercise_id
        )

    async def sets_of(self, execution_id: UUID) -> list[Row]:
        return await self._all("workouts.sets_of", execution_id=execution_id)

    async def set_(self, workout_id: UUID, execution_id: UUID, set_id: UUID) -> Row | None:
        return await self._one(
            "workouts.set_", workout_id=workout_id, execution_id=execution_id, id=set_id
        )

    async def add_sets(
        self, workout: Row, execution: Row, sets: Iterable[Mapping[str, Any]]
    ) -> list[Row]:
        """Sets at the end of an execution; what it and the workout say of them is copied onto each."""
        sets = list(sets)
        await self._check_parents(execution, sets)
        last = await self._one("workouts.next_set", execution_id=execution["id"])
        place = _place(workout, execution)
        rows = [
            self._new(**{**NEW_SET, **place, **each, "position": position})
            for position, each in enumerate(sets, last["position"] if last else 0)
        ]
        await self._add("workouts.add_set", "set", *rows)
        return rows

    async def put_set(self, workout: Row, execution: Row, values: Mapping[str, Any]) -> Row:
        """A new set at the position that it names."""
        row = self._new(**{**NEW_SET, **_place(workout, execution), **values})
        await self._add("workouts.add_set", "set", row)
        return row

    async def _check_parents(self, execution: Row, sets: Sequence[Mapping[str, Any]]) -> None:
        """A set follows one of its own execution, there already or coming with it."""
        wanted = (
            {each.get("parent_set_id") for each in sets} - {each["id"] for each in sets} - {None}
        )
        if wanted and wanted - {row["id"] for row in await self.sets_of(execution["id"])}:
            raise ConflictError("parent_set_id is no set of this execution")

    async def change_set(self, row: Row, values: Mapping[str, Any]) -> Row:
        return await self._change("workouts.change_set", "set", row, values)

    async def delete_set(self, row: Row) -> None:
        """Delete a set softly; those that followed it follow the first of them."""
        rows = await self.sets_of(row["execution_id"])
        await self.change_set(row, {"deleted_at": self.now})
        for each, values in without_head(row, rows):
            await self.change_set(each, values)

    async def relink(self, execution_id: UUID, before: Sequence[Row]) -> None:
        """Let the drops of an execution that changed follow the set that they stand behind now."""
        for each, values in relinked(before, await self.sets_of(execution_id)):
            await self.change_set(each, values)

    async def last_activity(self, workout: Row) -> datetime:
        """When something was last done in a workout."""
        found = await self._one("workouts.last_set_at", workout_id=workout["id"])
        return last_activity(workout, found["last_set_at"] if found else None)

    async def last_working(self, exercise_id: UUID) -> Row | None:
        """The load of the last working set of an exercise."""
        return await self._one("workouts.last_working", exercise_id=exercise_id)

    async def gym(self) -> Row | None:
        """What stands in the gym in use."""
        return await self._one("gyms.in_use")

    async def move_to_exercise(self, of_exercise: UUID, into: UUID) -> None:
        """Make all that was done of an exercise, deleted or not, something done of another."""
        for found, statement, entity in _OF_AN_EXERCISE:
            rows = await self._all(found, exercise_id=of_exercise)
            moved = [
                {
                    **row,
                    "exercise_id": into,
                    "updated_at": self.now,
                    "version": row["version"] + 1,
                }
                for row in rows
            ]
            place = {"owner": self._user}
            await self._executor.many(
                statement, [{**row, **place, "row_id": row["id"]} for row in moved]
            )
            for before, after in zip(rows, moved, strict=True):
                self._journal.changed(entity, before, after)

    async def loads_before(self, exercise_id: UUID, began: Began) -> list[Row]:
        """Every load of an exercise so far with an effort, the most repetitions, and the most that tell an e1RM."""
        return await self._all("workouts.loads_before", exercise_id=exercise_id, **_bounds(began))

    async def bodily_loads_before(self, exercise_id: UUID, began: Began) -> list[Row]:
        """The same of an exercise that moves the body, with what that weighed (`body`)."""
        return await self._all(
            "workouts.bodily_loads_before", exercise_id=exercise_id, **_bounds(began)
        )

    async def bodyweight(self, workout: Row | None, day: date) -> int | None:
        """What the user weighed in a workout, else on its day or last before it, in units of 0.01 mg."""
        if workout and workout["bodyweight_exact"] is not None:
            return int(workout["bodyweight_exact"])
        row = await self._one("body.last_by", type="weight", day=day)
        return row["exact"] if row else None

    async def sessions_before(
        self, exercise_id: UUID, began: Began, workout_id: UUID, share: Decimal
    ) -> dict[UUID, int]:
        """The volumes of an exercise in this workout and in the other that had most, in units of 0.01 mg.

        `share` is the part of the body that it moves.
        """
        place = {"exercise_id": exercise_id, "workout_id": workout_id, **_bounds(began)}
        if share:
            place["share"] = float(share)
            rows = await self._all("workouts.bodily_sessions_before", **place)
        else:
            rows = await self._all("workouts.sessions_before", **place)
        return {row["workout_id"]: int(row["volume"] or 0) for row in rows}

    async def efforts_before(self, exercise_id: UUID, began: Began) -> list[Row]:
        """Every time and distance of an exercise so far."""
        return await self._all("workouts.efforts_before", exercise_id=exercise_id, **_bounds(began))

    async def last_session(self, exercise_id: UUID, began: Began, workout_id: UUID) -> list[Row]:
        """The sets of an exercise in the last workout before this one that had it."""
        return await self._all(
            "workouts.last_session",
            exercise_id=exercise_id,
            workout_id=workout_id,
            **_bounds(began),
        )


def _bounds(began: Began) -> dict[str, Any]:
    """What began by then: the days of any two places differ by one at most."""
    return {
        "before": began.moment,
        "since": began.day - ONE_DAY,
        "until": began.day + ONE_DAY,
    }


def _place(workout: Row, execution: Row) -> dict[str, Any]:
    """What is copied onto a set of where it belongs."""
    return {
        "workout_id": workout["id"],
        "execution_id": execution["id"],
        "exercise_id": execution["exercise_id"],
        "local_date": workout["local_date"],
    }


def contains(text: str) -> str:
    """A LIKE pattern for texts that hold this one as it stands."""
    for special in "\\%_":
        text = text.replace(special, "\\" + special)
    return f"%{text}%"
