"""Apple Health: its export.zip, or the XML in it, whatever that is called in the phone's language.

The XML may have gigabytes, nearly all of them records of steps and heartbeats, so it is read as a stream, once.
Workouts have a kind, a length, a distance and energy, but no sets; what was weighed and measured of the body is
read too, and everything else is counted by its type. Times are written in the zone in which the phone is when it
exports, so a workout is known again by its start in UTC.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, BinaryIO, Final
from xml.etree.ElementTree import Element

from workout_core.errors import InvalidError
from workout_core.schemas import clean
from workout_core.transfer import text
from workout_core.transfer.readers import packed
from workout_core.transfer.readers.activities import (
    MAX_BPM,
    MAX_KCAL,
    MAX_METRES,
    MAX_SECONDS,
    STRENGTH,
    Activity,
    everyday,
    instant,
    measured,
    whole,
)
from workout_core.transfer.readers.archive import Archive, archive
from workout_core.transfer.readers.gathering import Gathering
from workout_core.transfer.readers.markup import elements, root_of
from workout_core.transfer.reading import SourceExecution, SourceMeasurement, SourceSet
from workout_core.units import metres

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from workout_core.transfer.reading import Options, Reading, SourceWorkout
    from workout_core.transfer.source import Source
    from workout_core.vocabulary import DistanceUnit

NAME: Final = "apple_health"
ROOT: Final = "HealthData"
MOST: Final = 4 << 30
# What stands in a workout by the thousand is asked for so that it is passed by itself and forgotten.
TAGS: Final = frozenset(("Record", "Workout", "WorkoutEvent", "WorkoutRoute", "WorkoutActivity"))
PREFIXES: Final = ("HKQuantityTypeIdentifier", "HKCategoryTypeIdentifier", "HKDataType")
ACTIVITY: Final = "HKWorkoutActivityType"
BODY: Final = {
    "BodyMass": "weight",
    "BodyFatPercentage": "body_fat",
    "LeanBodyMass": "lean_mass",
    "WaistCircumference": "waist",
    "Height": "height",
}
# The unit of a measurement here, and how many of it one of the file's is.
UNITS: Final = {
    "kg": ("kg", Decimal(1)),
    "g": ("kg", Decimal("0.001")),
    "lb": ("lb", Decimal(1)),
    "st": ("lb", Decimal(14)),
    "cm": ("cm", Decimal(1)),
    "mm": ("cm", Decimal("0.1")),
    "m": ("cm", Decimal(100)),
    "in": ("in", Decimal(1)),
    "ft": ("in", Decimal(12)),
}
SECONDS: Final = {"s": Decimal(1), "sec": Decimal(1), "min": Decimal(60), "hr": Decimal(3600)}
KCAL: Final = {"Cal": Decimal(1), "kcal": Decimal(1), "kJ": 1 / Decimal("4.184")}
SPORTS: Final = {"TraditionalStrengthTraining": STRENGTH}
INDOORS: Final = {
    "Run": "Treadmill Run",
    "Walk": "Treadmill Walk",
    "Cycling": "Stationary Bike",
    "Rowing": "Rowing Erg",
}
CLIMBED: Final = {"cm": Decimal("0.01"), "m": Decimal(1), "ft": Decimal("0.3048")}
NOTHING: Final = Element("WorkoutStatistics")
MAX_TYPES: Final = 500
MAX_METADATA: Final = 50


def recognises(source: Source) -> bool:
    """Whether the file, or one in the archive that it is, is XML whose first element is HealthData."""
    if source.head.startswith(packed.ZIP):
        try:
            with archive(source) as opened:
                return _inside(opened) is not None
        except InvalidError:
            return False
    return root_of(source.head) == ROOT


def read(source: Source, options: Options) -> Reading:
    """Every workout and measurement; InvalidError where the XML is broken or the archive has none."""
    found = Gathering()
    with _opened(source) as file:
        for element in elements(file, TAGS):
            if element.tag in ("Record", "Workout"):
                found.rows += 1
                _take(element, found)
    if options.unit:
        found.warnings.append("The file has no loads: the given unit was not used")
    return found.reading(NAME, "", unit_reason="the file has no loads")


@contextmanager
def _opened(source: Source) -> Iterator[BinaryIO]:
    """The XML, out of the archive where it is in one."""
    if not source.head.startswith(packed.ZIP):
        with source.open() as file:
            yield file
        return
    with archive(source) as opened:
        name = _inside(opened)
        if name is None:
            raise InvalidError(
                f"{source.name} has no export of Apple Health in it",
                hints=["in the Health app: your picture, Export All Health Data"],
            )
        with opened.open(name, MOST) as file:
            yield file


def _inside(opened: Archive) -> str | None:
    names = opened.names(".xml", MOST)
    return next((name for name in names if root_of(opened.head(name)) == ROOT), None)


def _take(element: Element, found: Gathering) -> None:
    try:
        if element.tag == "Workout":
            found.add(_workout(element))
            return
        kind = _short(element.get("type", "")[:200])
        known = kind in found.not_sets or len(found.not_sets) < MAX_TYPES
        found.not_sets[kind if known else "others"] += 1
        if kind in BODY:
            found.measure(_measurement(element, BODY[kind]))
    except ValueError as error:
        found.reject(f"{element.tag} of {clean(element.get('startDate', '')[:40])}: {error}")


@lru_cache(MAX_TYPES)
def _short(kind: str) -> str:
    """A type of record without what all of them begin with."""
    for prefix in PREFIXES:
        kind = kind.removeprefix(prefix)
    return clean(kind[:60]) or "without a type"


def _time(written: str) -> datetime:
    """`2025-05-08 17:26:15 +0100`."""
    day, _, rest = written.strip()[:40].partition(" ")
    return instant(f"{day} {rest.replace(' ', '')}" if rest else day)


def _measurement(element: Element, slug: str) -> SourceMeasurement:
    start, unit = element.get("startDate", ""), element.get("unit", "").strip()
    exact = text.number(element.get("value", ""))
    if exact is None:
        raise ValueError("no value")
    if slug == "body_fat":
        name, factor = "percent", Decimal(100 if exact <= 1 else 1)  # 0.185, or 18.5 of other apps
    elif unit in UNITS:
        name, factor = UNITS[unit]
    else:
        raise ValueError(f"the unit {text.quoted(unit)} is not known: {', '.join(UNITS)}")
    value = text.rounded(exact * factor, Decimal("0.001"))
    if not 0 < value < 1_000_000:
        raise ValueError(f"the value {text.quoted(str(exact))} cannot be")
    time = _time(start)
    return SourceMeasurement(f"{slug} {time.isoformat()}", slug, value, name, time)


def _workout(element: Element) -> SourceWorkout:
    start, end = _time(element.get("startDate", "")), element.get("endDate", "")
    kind = element.get("workoutActivityType", "").removeprefix(ACTIVITY)
    metadata = _metadata(element)
    sport = SPORTS.get(kind) or everyday(kind)
    if metadata.get("HKIndoorWorkout") == "1":
        sport = INDOORS.get(sport, sport)
    activity = Activity(sport, start, _time(end) if end else None)
    activity.seconds = measured(_lasted(element, activity), MAX_SECONDS)
    activity.elevation = _climbed(metadata.pop("HKElevationAscended", ""))
    source = clean(element.get("sourceName", "")[:200])
    kept = {"source": source, "metadata": metadata}
    activity.extras = {name: value for name, value in kept.items() if value}
    workout = activity.workout((SourceExecution(sport, (_set(element, activity),)),))
    return replace(workout, source_key=f"{workout.source_key} {clean(kind[:60])}".strip())


def _metadata(element: Element) -> dict[str, str]:
    found = element.findall("MetadataEntry")[:MAX_METADATA]
    return {
        clean(each.get("key", "")[:100]): clean(each.get("value", "")[:500], lines=True)
        for each in found
    }


def _lasted(element: Element, activity: Activity) -> Decimal | None:
    """In seconds, without pauses; where the file does not say it, from start to end."""
    written = element.get("duration", "")
    if written:
        return _in(written, element.get("durationUnit", "min"), SECONDS)
    if activity.end is None:
        return None
    return Decimal(str((activity.end - activity.start).total_seconds()))


def _in(written: str, unit: str, units: dict[str, Decimal]) -> Decimal | None:
    value = text.number(written)
    if value is None:
        return None
    if unit not in units:
        raise ValueError(f"the unit {text.quoted(unit)} is not known: {', '.join(units)}")
    return value * units[unit]


def _climbed(written: str) -> Decimal | None:
    """`1234 cm`."""
    value, _, unit = written.partition(" ")
    return measured(_in(value, unit, CLIMBED), MAX_METRES) if unit else None


def _set(element: Element, activity: Activity) -> SourceSet:
    """All of the workout, with what newer exports have as statistics and older ones as attributes."""
    sums = {
        _short(each.get("type", "")[:200]): each for each in element.findall("WorkoutStatistics")
    }
    for name, attribute in (("DistanceTotal", "Distance"), ("ActiveEnergyBurned", "EnergyBurned")):
        if element.get(f"total{attribute}"):
            given = {"sum": element.get(f"total{attribute}", "")}
            sums.setdefault(
                name, Element(name, {**given, "unit": element.get(f"total{attribute}Unit", "")})
            )
    rate, energy = sums.get("HeartRate", NOTHING), sums.get("ActiveEnergyBurned", NOTHING)
    length = next((each for name, each in sums.items() if name.startswith("Distance")), NOTHING)
    value, unit = _distance(length)
    activity.distance = metres(value, unit) if value and unit else None
    activity.hr_avg = whole(text.number(rate.get("average", "")), MAX_BPM)
    activity.hr_max = whole(text.number(rate.get("maximum", "")), MAX_BPM)
    burned = _in(energy.get("sum", ""), energy.get("unit", ""), KCAL)
    activity.calories = whole(burned, MAX_KCAL)
    return replace(activity.whole(), distance_value=value, distance_unit=unit)


def _distance(length: Element) -> tuple[Decimal | None, DistanceUnit | None]:
    """As it is written, in its unit."""
    unit = text.unit_of(length.get("unit", ""), text.DISTANCE_UNITS)
    value = measured(text.number(length.get("sum", "")), MAX_METRES, text.MILLIONTH)
    if value is not None and unit is None:
        raise ValueError("the distance has no unit")
    return value, unit if value is not None else None
