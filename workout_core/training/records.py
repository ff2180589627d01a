"""Personal records: what was never done before.

Only sets count that were completed, are no warm-up, and have a repetition, a time or a distance. They are taken in the
order of the workouts' starts, then of their places. A record is strictly more than everything before it, so a tie is
none, and masses are compared exactly across units. What has nothing before it is a first (`previous` is None).

    max_weight        heavier than every set before, also held or carried; on moves of the body, the load added
    rep_pr            no set before had as much weight and as many repetitions
    e1rm              by one formula, on the load that was moved, to twelve repetitions
    set_volume        load moved x repetitions of a set, of both sides where each side did them
    session_volume    the same, of all sets of an exercise in a workout
    longest_duration, longest_distance
    fastest           over a standard distance: a distance in [d, 1.02 d], its whole time
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from workout_core.training.one_rep_max import DEFAULT, thirtieths

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from workout_core.training.one_rep_max import Formula

RecordKind = Literal[
    "max_weight",
    "rep_pr",
    "e1rm",
    "set_volume",
    "session_volume",
    "longest_duration",
    "longest_distance",
    "fastest",
]
# In metres; a mile is 1609.344 m, exactly.
STANDARD_DISTANCES: Final[dict[str, Decimal]] = {
    "1 km": Decimal(1000),
    "1 mile": Decimal("1609.344"),
    "5 km": Decimal(5000),
    "10 km": Decimal(10_000),
    "half marathon": Decimal("21097.5"),
    "marathon": Decimal(42_195),
}
OVERSHOOT: Final = Decimal("1.02")


class Done(NamedTuple):
    """A set that counts. Masses are exact (0.01 mg): `weight` as typed, help below 0, `moved` with the body's share."""

    weight: int | None = None
    moved: int | None = None
    reps: int | None = None
    rpe: Decimal | None = None
    duration_s: Decimal | None = None
    distance_m: Decimal | None = None
    sides: int = 1

    @property
    def volume(self) -> int:
        """Load x repetitions, of both sides where each side did them."""
        return (self.moved or 0) * (self.reps or 0) * self.sides


class Record(NamedTuple):
    """Something that was never done before.

    `value` and `previous` are exact masses (0.01 mg), for `e1rm` in thirtieths of them, times them repetitions for
    volumes, seconds or metres. Of a `rep_pr` `previous` is the most weight for as many repetitions, and
    `previous_reps` the most repetitions with as much weight.
    """

    kind: RecordKind
    value: Decimal | int
    reps: int | None = None
    previous: Decimal | int | None = None
    previous_reps: int | None = None
    distance: str | None = None

    @property
    def first(self) -> bool:
        return self.previous is None and self.previous_reps is None


def counts(kind: str, done: Done) -> bool:
    """Whether a set of a kind can make a record, or stand in the way of one."""
    return kind != "warmup" and bool((done.reps or 0) > 0 or done.duration_s or done.distance_m)


class Best:
    """The best of an exercise so far; sets are taken one after another, each telling the records that it made."""

    def __init__(self, formula: Formula = DEFAULT) -> None:
        self._formula: Formula = formula
        self._most: dict[tuple[RecordKind, str | None], Decimal | int] = {}
        self._reps: dict[int, int] = {}  # a weight: the most repetitions with it
        self._session: int | None = None

    @property
    def e1rm(self) -> Decimal | int | None:
        """The highest e1RM, in thirtieths of 0.01 mg."""
        return self._most.get(("e1rm", None))

    def take(self, done: Done) -> list[Record]:
        """The records that a set makes; from now on it is one to beat."""
        return [*self._lift(done), *self._effort(done)]

    def take_line(self, sets: Iterable[Done]) -> list[Record]:
        """The records that several sets make together, against what was before all of them."""
        before = dict(self._reps)
        made = _summed_up(record for done in sets for record in self.take(done))
        return [_against(before, each) if each.kind == "rep_pr" else each for each in made]

    def end_session(self) -> Record | None:
        """A workout ended: its volume, if there never was more of it."""
        volume, self._session = self._session, None
        return None if volume is None else self._more("session_volume", volume)

    def note(self, kind: RecordKind, value: Decimal | int, distance: str | None = None) -> None:
        """Something that was done before, from a summary: the most of its kind, or the least of a time."""
        key = (kind, distance)
        known = self._most.get(key)
        if known is None or _beats(kind, value, known):
            self._most[key] = value

    def note_reps(self, weight: int, reps: int) -> None:
        """So many repetitions were done with a weight before."""
        self._reps[weight] = max(reps, self._reps.get(weight, 0))
        self.note("max_weight", weight)

    def _lift(self, done: Done) -> Iterator[Record]:
        reps = done.reps or 0
        if reps < 1:
            return
        if done.weight is not None:
            yield from _found(self._more("max_weight", done.weight, reps))
            yield from _found(self._rep_record(done.weight, reps))
        if done.moved is not None:
            estimate = thirtieths(done.moved, reps, done.rpe, self._formula)
            if estimate is not None:
                yield from _found(self._more("e1rm", estimate, reps))
            yield from _found(self._more("set_volume", done.volume, reps))
            self._session = (self._session or 0) + done.volume

    def _rep_record(self, weight: int, reps: int) -> Record | None:
        made = _against(self._reps, Record("rep_pr", weight, reps))
        if made.previous is not None and made.previous >= weight:
            return None
        self._reps[weight] = max(reps, self._reps.get(weight, 0))
        return made

    def _effort(self, done: Done) -> Iterator[Record]:
        if done.weight and not done.reps:
            yield from _found(self._more("max_weight", done.weight))
        if done.duration_s and not done.distance_m and not done.reps:
            yield from _found(self._more("longest_duration", done.duration_s))
        if done.distance_m:
            yield from _found(self._more("longest_distance", done.distance_m))
        for name in distances(done):
            yield from _found(self._more("fastest", done.duration_s or 0, distance=name))

    def _more(
        self,
        kind: RecordKind,
        value: Decimal | int,
        reps: int | None = None,
        *,
        distance: str | None = None,
    ) -> Record | None:
        known = self._most.get((kind, distance))
        if known is not None and not _beats(kind, value, known):
            return None
        self._most[kind, distance] = value
        return Record(kind, value, reps, known, distance=distance)


def distances(done: Done) -> Iterator[str]:
    """The standard distances that a set with a time may be the fastest over."""
    if not done.distance_m or not done.duration_s:
        return
    for name, metres in STANDARD_DISTANCES.items():
        if metres <= done.distance_m <= metres * OVERSHOOT:
            yield name


def _against(known: Mapping[int, int], record: Record) -> Record:
    """A repetition record with the most weight for as many repetitions so far, and the most with as much."""
    heaviest = [weight for weight, reps in known.items() if reps >= (record.reps or 0)]
    longest = [reps for weight, reps in known.items() if weight >= record.value]
    return record._replace(
        previous=max(heaviest, default=None), previous_reps=max(longest, default=None)
    )


def _summed_up(records: Iterable[Record]) -> list[Record]:
    """The last record of each kind, against what was before the first; of repetitions, those that none covers."""
    latest: dict[Any, Record] = {}
    for each in records:
        key = (each.kind, each.distance, each.value if each.kind == "rep_pr" else None)
        latest[key] = each._replace(previous=latest.pop(key, each).previous)
    found = list(latest.values())
    return [each for each in found if not any(_covers(other, each) for other in found)]


def _covers(other: Record, each: Record) -> bool:
    if other is each or other.kind != each.kind or each.kind != "rep_pr":
        return False
    return other.value >= each.value and (other.reps or 0) >= (each.reps or 0)


def _beats(kind: RecordKind, value: Decimal | int, known: Decimal | int) -> bool:
    return value < known if kind == "fastest" else value > known


def _found(record: Record | None) -> Iterator[Record]:
    if record is not None:
        yield record
