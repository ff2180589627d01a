"""Which records were made: the one rule of `workout_core.training.records`, on the few days that may hold any."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from workout_core.training.bodyweight import moved
from workout_core.training.one_rep_max import MOST_REPS, thirtieths
from workout_core.training.records import Best, Done, Record, counts
from workout_core.vocabulary import sides

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date
    from uuid import UUID

    from workout_core.db.executor import Row
    from workout_core.training.one_rep_max import Formula

SIGNS: Final = {"absolute": 1, "added": 1, "assisted": -1, "bodyweight": 0}
# Records are made in the order of the workouts' starts. What began first may stand under a later day, in another
# zone, but by two days at most.
NEAR: Final = [timedelta(days=n) for n in range(3)]


class Event(NamedTuple):
    """A record, what it was made in (a set, or a workout), and the day of the one that beat it."""

    record: Record
    row: Row
    beaten_on: date | None = None


def counted(alike: Iterable[Row], *, weighted: bool) -> Row:
    """How many sets of an exercise count, and how many do not for which reason."""
    sums = dict.fromkeys(("sets", "empty", "warmups", "unknown", "beyond"), 0)
    for row in alike:
        for name in _reasons(row, weighted=weighted):
            sums[name] += row["sets"]
    return sums


def lifts_among(alike: Iterable[Row]) -> list[Row]:
    """Those that have repetitions and are no warm-ups, the earliest first."""
    found = [row for row in alike if row["reps"] and not row["warmup"]]
    return sorted(found, key=lambda row: row["first_day"])


def days_to_look_at(
    lifts: Sequence[Row], found: Iterable[Row], share: Decimal | None, formula: Formula
) -> list[date]:
    """The days on which something was more than ever before, of lifts and as the statements found them.

    Where the body counts, what a lift moved differs from day to day, and the statements found it.
    """
    firsts = {*_first_days(lifts)}
    if share is None:
        firsts |= {*_rising(lifts, partial(_estimate, formula)), *_rising(lifts, _volume)}
    days = {row["local_date"] for row in found}
    return sorted(days | {first + near for first in firsts for near in NEAR})


def events(
    rows: Iterable[Row],
    workouts: Iterable[Row],
    share: Decimal | None,
    formula: Formula,
    *,
    weighted: bool,
    before: Sequence[Row] = (),
) -> list[Event]:
    """The records of an exercise, in order: of its sets, and of its workouts' volumes, behind those from before.

    `weighted` is an exercise whose sets have loads, so that one without is one whose load nobody knows.
    """
    best = Best(formula)
    past = [Event(record_of(row), row) for row in before]
    for each in past:
        _note(best, each.record)
    made = [
        Event(record, row)
        for row in rows
        for done in [done_of(row, share, weighted=weighted)]
        if counts(row["kind"], done)
        for record in best.take(done)
    ]
    volumes = [int(row["value"]) for row in before if row["kind"] == "session_volume"]
    made += _volumes(workouts, max(volumes, default=None))
    made.sort(key=lambda each: (each.row["started_at"], each.row["workout_id"]))
    return list(_beaten([*past, *made]))


def newest_first(events: Iterable[Event]) -> list[Event]:
    """Records in order turned about, those of one set left in their own order."""
    of_sets = [list(found) for _, found in groupby(events, lambda each: id(each.row))]
    return [each for found in reversed(of_sets) for each in found]


def event_rows(exercise_id: UUID, events: Sequence[Event], kept: int = 0) -> list[Row]:
    """The records of an exercise as they are kept, each with its place, the newest of all last.

    The first of them may be kept already.
    """
    past = [{**each.row, "beaten_on": each.beaten_on} for each in events[:kept]]
    made = newest_first(events[kept:])
    found = [{**_event_row(each), "exercise_id": exercise_id} for each in reversed(made)]
    return [*past, *({**row, "place": place} for place, row in enumerate(found, kept))]


def record_of(row: Row) -> Record:
    """A record that is kept."""
    return Record(
        row["kind"],
        row["value"],
        row["reps"],
        row["previous"],
        row["previous_reps"],
        row["distance"],
    )


def _note(best: Best, record: Record) -> None:
    if record.kind == "rep_pr":
        best.note_reps(int(record.value), record.reps or 0)
    else:
        best.note(record.kind, record.value, record.distance)


def _event_row(event: Event) -> Row:
    record, row = event.record, event.row
    previous = record.previous
    return {
        **{name: getattr(record, name) for name in ("kind", "reps", "distance", "previous_reps")},
        "value": Decimal(record.value),
        "previous": None if previous is None else Decimal(previous),
        "unit": row.get("load_unit") or "kg",
        **{name: row[name] for name in ("local_date", "started_at", "workout_id")},
        "set_id": row.get("id"),
        "beaten_on": event.beaten_on,
    }


def done_of(row: Row, share: Decimal | None, *, weighted: bool) -> Done:
    """A set as the rule of records sees it."""
    mode = row["load_mode"]
    weight = SIGNS.get(mode, 0) * (row["load_exact"] or 0)
    return Done(
        weight=None if mode is None and weighted else weight,
        moved=_moved(row, weight, share),
        reps=row["reps"],
        rpe=row["rpe"],
        duration_s=row["duration_s"],
        distance_m=row["distance_m"],
        sides=sides(row["side"]),
    )


def _moved(row: Row, weight: int, share: Decimal | None) -> int | None:
    if row["load_mode"] == "absolute":
        return weight
    return None if share is None else moved(row["body"], share, added=weight)


def _reasons(row: Row, *, weighted: bool) -> Iterator[str]:
    reps = row["reps"]
    if row["warmup"]:
        yield "warmups"
        return
    yield "empty" if reps == 0 else "sets"
    if reps:
        if weighted and row["load_mode"] is None:
            yield "unknown"
        if reps + 10 - (10 if row["rpe"] is None else row["rpe"]) > MOST_REPS:
            yield "beyond"


def _first_days(lifts: Iterable[Row]) -> Iterator[date]:
    """The days of lifts that none of an earlier or the same day covers."""
    most: list[tuple[int, int]] = []
    for row in lifts:
        weight = SIGNS.get(row["load_mode"], 0) * (row["load_exact"] or 0)
        reps = row["reps"]
        if not any(weight <= heavy and reps <= many for heavy, many in most):
            most = [each for each in most if each[0] > weight or each[1] > reps]
            most.append((weight, reps))
            yield row["first_day"]


def _rising(lifts: Iterable[Row], figure: Callable[[Row], Decimal | int | None]) -> Iterator[date]:
    """The days of lifts that come to more than all before."""
    most: Decimal | int | None = None
    for row in lifts:
        value = figure(row) if row["load_mode"] == "absolute" else None
        if value is not None and (most is None or value > most):
            most = value
            yield row["first_day"]


def _estimate(formula: Formula, row: Row) -> Decimal | None:
    return thirtieths(row["load_exact"], row["reps"], row["rpe"], formula)


def _volume(row: Row) -> int:
    volume: int = row["load_exact"] * row["reps"] * sides(row["side"])
    return volume


def _volumes(workouts: Iterable[Row], most: int | None) -> Iterator[Event]:
    """The workouts, in order, that came to more than all before."""
    for row in workouts:
        volume = int(row["volume"])
        if most is None or volume > most:
            yield Event(Record("session_volume", volume, previous=most), row)
            most = volume


def _beaten(made: Sequence[Event]) -> Iterator[Event]:
    """Each with the day of the first later one that beats it."""
    seen: dict[Any, date] = {}
    lifts: list[Event] = []
    found = []
    for each in reversed(made):
        record, day = each.record, each.row["local_date"]
        if record.kind == "rep_pr":
            later = (one for one in reversed(lifts) if _covers(one.record, record))
            beaten_on = next((one.row["local_date"] for one in later), None)
            lifts.append(each)
        else:
            beaten_on = seen.get((record.kind, record.distance))
            seen[record.kind, record.distance] = day
        found.append(each._replace(beaten_on=beaten_on))
    yield from reversed(found)


def _covers(later: Record, record: Record) -> bool:
    return later.value >= record.value and (later.reps or 0) >= (record.reps or 0)
