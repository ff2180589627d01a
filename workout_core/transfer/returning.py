"""Workouts that come again in a file: whether they still say what was imported, and whether the file goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workout_core.transfer.rows import HEAD, OF_SET, content_hash
from workout_core.transfer.schemas import ImportedExecution, ImportedSet, ImportedWorkout
from workout_core.zones import local_zone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime
    from uuid import UUID

    from workout_core.db.executor import Row

    Spelling = Callable[[datetime], datetime]


def as_imported(
    workout: Row, executions: Sequence[Row], sets: Sequence[Row]
) -> ImportedWorkout | None:
    """The workout as the file held it; None where it says something else here since."""
    zone = local_zone(workout["timezone"])
    # A time may have been written in UTC, with the offset of its place, or as the clock there showed it.
    spellings: tuple[Spelling, ...] = (
        lambda moment: moment,
        lambda moment: moment.astimezone(zone),
        lambda moment: moment.astimezone(zone).replace(tzinfo=None, fold=0),
    )
    for spelling in spellings:
        found = _imported(workout, executions, sets, spelling)
        if content_hash(found) == workout["content_hash"]:
            return found
    return None


def goes_on(before: ImportedWorkout, now: ImportedWorkout) -> bool:
    """Whether a file says all that it said of a workout before, and more sets: it was cut short then."""
    done, more = list(_sets(before)), list(_sets(now))
    return len(done) < len(more) and all(map(_is_same, done, more))


def _is_same(one: tuple[str, ImportedSet], other: tuple[str, ImportedSet]) -> bool:
    """The rest after a set stands in the row behind it, which may have been the first to be missing."""
    names = [name for name in OF_SET if name != "rest_s" or one[1].rest_s is not None]
    return one[0] == other[0] and all(
        getattr(one[1], name) == getattr(other[1], name) for name in names
    )


def _sets(workout: ImportedWorkout) -> Iterator[tuple[str, ImportedSet]]:
    return ((each.exercise, one) for each in workout.executions for one in each.sets)


def _imported(
    workout: Row, executions: Sequence[Row], sets: Sequence[Row], spelling: Spelling
) -> ImportedWorkout:
    """The workout as a file would hold it that spells times so."""

    def timed(row: Row, names: Sequence[str], moment: str) -> dict[str, Any]:
        found = {name: row[name] for name in names}
        return {**found, moment: spelling(row[moment]) if row[moment] else None}

    done: dict[UUID, list[ImportedSet]] = {row["id"]: [] for row in executions}
    for row in sets:
        values = timed(row, OF_SET, "performed_at")
        done[row["execution_id"]].append(ImportedSet.model_construct(**values))
    return ImportedWorkout.model_construct(
        **{
            **timed(workout, (*HEAD, "ended_at"), "ended_at"),
            "started_at": spelling(workout["started_at"]),
            "source_key": workout["external_id"],
            "executions": [
                ImportedExecution.model_construct(
                    exercise=row["raw"],
                    note=row["note"],
                    superset=row["superset_group"],
                    sets=done[row["id"]],
                )
                for row in executions
            ],
        }
    )
