"""TCX, as watches of Garmin, Google's Takeout and many sites write it: activities of laps of points.

An activity is a workout of one set: the sum of its laps. Points are counted on only where the laps say nothing,
because not all files have them, and their times need not be in order. Times are in UTC.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from workout_core.errors import InvalidError
from workout_core.schemas import clean
from workout_core.transfer import text
from workout_core.transfer.readers.activities import (
    MAX_BPM,
    MAX_KCAL,
    MAX_METRES,
    MAX_SECONDS,
    Activity,
    everyday,
    instant,
    limited,
    measured,
    whole,
)
from workout_core.transfer.readers.gathering import Gathering
from workout_core.transfer.readers.markup import elements, root_of
from workout_core.transfer.readers.packed import head_of, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from xml.etree.ElementTree import Element

    from workout_core.transfer.reading import Extras, Options, Reading
    from workout_core.transfer.source import Source

NAME: Final = "tcx"
PASSING: Final = frozenset({"Activity", "Lap", "Trackpoint", "Course", "Workout"})


def recognises(source: Source) -> bool:
    """Whether the first element is that of TCX."""
    return root_of(head_of(source)) == "TrainingCenterDatabase"


def read(source: Source, options: Options) -> Reading:
    """Each activity with a start; InvalidError where there is none."""
    scan = _Scan()
    with unpacked(source).open() as file:
        for element in elements(file, PASSING):
            scan.take(element)
    if not scan.found.rows:
        _refuse(source, scan)
    scan.found.warnings += scan.warnings()
    return scan.found.reading(NAME, "")


@dataclass(slots=True)
class _Points:
    """What the points of an activity say together."""

    first: datetime | None = None
    last: datetime | None = None
    distance: Decimal | None = None
    beats: int = 0
    heartbeats: int = 0
    hr_max: int = 0

    def take(self, point: Element) -> None:
        time = instant(_said(point, "Time"))
        self.first = min(self.first or time, time)
        self.last = max(self.last or time, time)
        gone = _quantity(point, "DistanceMeters", MAX_METRES)
        if gone is not None:
            self.distance = max(self.distance or gone, gone)
        if rate := _whole(point, "HeartRateBpm/Value", MAX_BPM):
            self.beats, self.heartbeats = self.beats + 1, self.heartbeats + rate
            self.hr_max = max(self.hr_max, rate)


@dataclass(slots=True)
class _Lap:
    start: str
    seconds: Decimal | None
    distance: Decimal | None
    calories: Decimal | None
    hr_avg: int | None
    hr_max: int | None
    note: str

    @classmethod
    def of(cls, lap: Element) -> _Lap:
        return cls(
            start=lap.get("StartTime", ""),
            seconds=_quantity(lap, "TotalTimeSeconds", MAX_SECONDS),
            distance=_quantity(lap, "DistanceMeters", MAX_METRES),
            calories=_quantity(lap, "Calories", MAX_KCAL),
            hr_avg=_whole(lap, "AverageHeartRateBpm/Value", MAX_BPM),
            hr_max=_whole(lap, "MaximumHeartRateBpm/Value", MAX_BPM),
            note=_said(lap, "Notes"),
        )


@dataclass(slots=True)
class _Scan:
    """The file so far, and the laps and points of the activity that is not over yet."""

    found: Gathering = field(default_factory=Gathering)
    laps: list[_Lap] = field(default_factory=list)
    points: _Points = field(default_factory=_Points)
    bad_points: int = 0
    plans: int = 0

    def take(self, element: Element) -> None:
        if element.tag == "Trackpoint":
            try:
                self.points.take(element)
            except ValueError:
                self.bad_points += 1
            return
        if element.tag == "Lap":
            self.laps.append(_Lap.of(element))
            limited(self.laps, "laps")
            return
        laps, points = self.laps, self.points
        self.laps, self.points = [], _Points()
        if element.tag != "Activity":
            self.plans += 1
            return
        self.found.rows += 1
        try:
            self.found.add(_activity(element, laps, points).workout())
        except ValueError as error:
            self.found.reject(f"the activity has no start: {error}")

    def warnings(self) -> list[str]:
        told = {
            "Points without a time": self.bad_points,
            "Courses and plans, left aside as no training": self.plans,
        }
        return [f"{what}: {count:,}" for what, count in told.items() if count]


def _refuse(source: Source, scan: _Scan) -> None:
    if scan.plans:
        raise InvalidError(
            f"{source.name} is a plan or a course, not training that was done",
            hints=["export the activity itself"],
        )
    raise InvalidError(f"{source.name} has no activity in it")


def _activity(element: Element, laps: list[_Lap], points: _Points) -> Activity:
    sport = element.get("Sport", "")
    seconds = _sum(lap.seconds for lap in laps)
    start = _start(element, laps, points)
    if seconds is None and points.last:
        seconds = measured((points.last - start).total_seconds(), MAX_SECONDS)
    distance = _sum(lap.distance for lap in laps)
    calories = _sum(lap.calories for lap in laps)
    return Activity(
        sport=everyday(sport),
        start=start,
        end=points.last,
        seconds=measured(seconds, MAX_SECONDS),
        distance=measured(distance or points.distance, MAX_METRES, text.MILLIONTH),
        hr_avg=_average(laps) or (points.beats and round(points.heartbeats / points.beats)) or None,
        hr_max=max((lap.hr_max or 0 for lap in laps), default=0) or points.hr_max or None,
        calories=whole(calories, MAX_KCAL),
        note=_note(element, laps),
        extras=_extras(element, sport, len(laps)),
    )


def _start(element: Element, laps: list[_Lap], points: _Points) -> datetime:
    """The activity's id, which is its start; else that of its first lap or point."""
    said = [_said(element, "Id"), *(lap.start for lap in laps[:1])]
    problem = ValueError("it has no Id")
    for each in said:
        try:
            return instant(each)
        except ValueError as error:
            problem = error if each else problem
    if points.first:
        return points.first
    raise problem


def _average(laps: list[_Lap]) -> int | None:
    """The mean heart rate of the laps, each counted by how long it took."""
    told = [(lap.hr_avg, lap.seconds) for lap in laps if lap.hr_avg and lap.seconds]
    time = sum((seconds for _, seconds in told), Decimal())
    return round(sum(rate * seconds for rate, seconds in told) / time) if time else None


def _sum(values: Iterable[Decimal | None]) -> Decimal | None:
    told = [each for each in values if each is not None]
    return sum(told, Decimal()) if told else None


def _note(element: Element, laps: list[_Lap]) -> str | None:
    notes = [_said(element, "Notes"), *(lap.note for lap in laps)]
    return text.note("\n".join(filter(None, notes))[:10_000])


def _extras(element: Element, sport: str, laps: int) -> Extras:
    said = {
        "sport": sport,
        "device": _said(element, "Creator/Name"),
        "training": _said(element, "Training/Plan/Name"),
    }
    return {"laps": laps} | {name: clean(value[:200]) for name, value in said.items() if value}


def _said(element: Element, path: str) -> str:
    return (element.findtext(path) or "").strip()


def _quantity(element: Element, path: str, most: int) -> Decimal | None:
    """A number of an element, exactly; None where there is none, or it can't be."""
    try:
        value = text.number(_said(element, path).replace(",", "."))
    except ValueError:
        return None
    return value if value is not None and 0 <= value <= most else None


def _whole(element: Element, path: str, most: int) -> int | None:
    return whole(_quantity(element, path, most), most)
