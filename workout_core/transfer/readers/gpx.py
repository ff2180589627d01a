"""GPX, the tracks that watches and phones write: points on the earth with times.

A track is a workout of one set. Its distance is that between its points, along a great circle (the haversine
formula, on a sphere of the earth's mean radius), and its elevation what it climbs, of which ups and downs under
two metres are noise. Segments are breaks: nothing is counted between them. Routes and waypoints are plans and places.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import asin, cos, isfinite, radians, sin, sqrt
from typing import TYPE_CHECKING, Final

from workout_core.errors import InvalidError
from workout_core.schemas import clean
from workout_core.transfer import text
from workout_core.transfer.readers.activities import (
    MAX_BPM,
    MAX_METRES,
    MAX_SECONDS,
    OTHER,
    Activity,
    everyday,
    instant,
    measured,
)
from workout_core.transfer.readers.gathering import Gathering
from workout_core.transfer.readers.markup import elements, root_of
from workout_core.transfer.readers.packed import head_of, unpacked
from workout_core.transfer.text import HUNDREDTH

if TYPE_CHECKING:
    from datetime import datetime
    from xml.etree.ElementTree import Element

    from workout_core.transfer.reading import Options, Reading
    from workout_core.transfer.source import Source

NAME: Final = "gpx"
PASSING: Final = frozenset({"trkpt", "trkseg", "trk", "rte", "wpt", "metadata"})
EARTH_M: Final = 6_371_008.8
NOISE_M: Final = 2.0


def recognises(source: Source) -> bool:
    """Whether the first element is that of GPX."""
    return root_of(head_of(source)) == "gpx"


def read(source: Source, options: Options) -> Reading:
    """Each track with times; InvalidError where there is none."""
    scan = _Scan()
    with unpacked(source).open() as file:
        for element in elements(file, PASSING):
            scan.take(element)
    if not scan.found.rows:
        what = "no track with times" if scan.timeless or not scan.planned else "a route, no track"
        raise InvalidError(
            f"{source.name} has {what}: it tells where, but not when somebody trained",
            hints=["export the activity with its times, as GPX, TCX or FIT"],
        )
    scan.found.warnings += scan.warnings()
    return scan.found.reading(NAME, "")


@dataclass(slots=True)
class _Track:
    """What the points of a track say together."""

    first: datetime | None = None
    last: datetime | None = None
    metres: float = 0.0
    climbed: float = 0.0
    here: tuple[float, float] | None = None
    low: float | None = None
    high: float = 0.0
    points: int = 0
    beats: int = 0
    heartbeats: float = 0.0
    hr_max: float = 0.0

    def take(self, point: Element) -> bool:
        """Whether the point has a time; without one only its place counts."""
        self.points += 1
        self._move(_number(point.get("lat")), _number(point.get("lon")))
        self._climb(_number(point.findtext("ele")))
        rate = next((_number(each.text) for each in point.iter("hr")), None)
        if rate and 0 < rate <= MAX_BPM:
            self.beats, self.heartbeats = self.beats + 1, self.heartbeats + rate
            self.hr_max = max(self.hr_max, rate)
        try:
            time = instant(point.findtext("time") or "")
        except ValueError:
            return False
        self.first = min(self.first or time, time)
        self.last = max(self.last or time, time)
        return True

    def rest(self) -> None:
        """A segment is over."""
        self._top()
        self.here = self.low = None

    def _move(self, latitude: float | None, longitude: float | None) -> None:
        if latitude is None or longitude is None:
            return
        there = radians(latitude), radians(longitude)
        if self.here:
            self.metres += _between(self.here, there)
        self.here = there

    def _climb(self, elevation: float | None) -> None:
        if elevation is None:
            return
        if self.low is None:
            self.low = self.high = elevation
        elif elevation > self.high:
            self.high = elevation
        elif elevation < self.low or self.high - elevation >= NOISE_M:
            self._top()
            self.low = self.high = elevation

    def _top(self) -> None:
        if self.low is not None and self.high - self.low >= NOISE_M:
            self.climbed += self.high - self.low


@dataclass(slots=True)
class _Scan:
    """The file so far, and the track that is not over yet."""

    found: Gathering = field(default_factory=Gathering)
    track: _Track = field(default_factory=_Track)
    untimed_points: int = 0
    timeless: int = 0
    empty: int = 0
    planned: int = 0

    def take(self, element: Element) -> None:
        if element.tag == "trkpt":
            self.untimed_points += not self.track.take(element)
        elif element.tag == "trkseg":
            self.track.rest()
        elif element.tag == "trk":
            self._end(element, self.track)
            self.track = _Track()
        else:
            self.planned += element.tag != "metadata"

    def warnings(self) -> list[str]:
        told = {
            "Tracks without times, left aside": self.timeless,
            "Tracks without points, left aside": self.empty,
            "Points without a time": self.untimed_points,
            "Routes and waypoints, left aside as no training": self.planned,
        }
        return [f"{what}: {count:,}" for what, count in told.items() if count]

    def _end(self, element: Element, track: _Track) -> None:
        if track.first and track.last:
            self.found.rows += 1
            self.found.add(_activity(element, track, track.first, track.last).workout())
        elif track.points:
            self.timeless += 1
            self.untimed_points -= track.points
        else:
            self.empty += 1


def _activity(element: Element, track: _Track, first: datetime, last: datetime) -> Activity:
    track.rest()
    sport = (element.findtext("type") or "").strip()
    name = clean((element.findtext("name") or "").strip()[:200])
    notes = (element.findtext("cmt") or "", element.findtext("desc") or "")
    return Activity(
        sport=OTHER if sport.isdecimal() else everyday(sport),
        start=first,
        end=last,
        seconds=measured((last - first).total_seconds(), MAX_SECONDS),
        distance=measured(track.metres, MAX_METRES, HUNDREDTH),
        elevation=measured(track.climbed, MAX_METRES, HUNDREDTH),
        hr_avg=round(track.heartbeats / track.beats) if track.beats else None,
        hr_max=round(track.hr_max) or None,
        name=name or None,
        note=text.note("\n".join(dict.fromkeys(filter(None, map(str.strip, notes))))[:10_000]),
        extras={"points": track.points} | ({"sport": clean(sport[:200])} if sport else {}),
    )


def _between(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Metres between two places, in radians of latitude and longitude."""
    (lat_a, lon_a), (lat_b, lon_b) = here, there
    half = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_M * asin(sqrt(min(1.0, half)))


def _number(said: str | None) -> float | None:
    """A number of an attribute or element; None where there is none, or none that a place can have."""
    try:
        value = float(said or "")
    except ValueError:
        return None
    return value if isfinite(value) and abs(value) <= 100_000 else None
