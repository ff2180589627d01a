"""Runs, rides and the like as workouts: what apps call a sport, and one set that holds all of it."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from workout_core.errors import InvalidError
from workout_core.schemas import clean
from workout_core.transfer.reading import SourceExecution, SourceSet, SourceWorkout
from workout_core.transfer.text import THOUSANDTH, check_year, quoted, rounded

if TYPE_CHECKING:
    from collections.abc import Sized

    from workout_core.transfer.reading import Extras

OTHER: Final = "Other Activity"
STRENGTH: Final = "Strength Training"
WHOLE: Final = Decimal(1)
MAX_SECONDS: Final = 10_000_000
MAX_METRES: Final = 10_000_000
MAX_BPM: Final = 300
MAX_KCAL: Final = 100_000
MAX_IN_FILE: Final = 100_000  # activities, or laps of one

# What apps call a sport, without case, blanks and signs, and what it is called here.
SPORTS: Final = {
    **dict.fromkeys(("running", "run", "trailrun", "trailrunning", "virtualrun", "jogging"), "Run"),
    **dict.fromkeys(("treadmill", "treadmillrunning", "indoorrunning"), "Treadmill Run"),
    **dict.fromkeys(("cycling", "biking", "ride", "mountainbiking", "roadbiking"), "Cycling"),
    **dict.fromkeys(("mountainbikeride", "gravelride", "gravelcycling"), "Cycling"),
    **dict.fromkeys(("indoorcycling", "spin", "spinning", "virtualride"), "Stationary Bike"),
    **dict.fromkeys(("walking", "walk", "casualwalking", "speedwalking"), "Walk"),
    **dict.fromkeys(("indoorwalking", "treadmillwalking"), "Treadmill Walk"),
    **dict.fromkeys(("hiking", "hike"), "Hike"),
    **dict.fromkeys(("swimming", "swim", "lapswimming", "openwaterswimming"), "Swimming"),
    **dict.fromkeys(("indoorrowing", "rowingmachine", "virtualrow"), "Rowing Erg"),
    **dict.fromkeys(("elliptical", "ellipticaltrainer"), "Elliptical"),
    **dict.fromkeys(("stairclimbing", "stairstepper", "stairclimber"), "Stair Climber"),
    **dict.fromkeys(("strengthtraining", "weighttraining", "weightlifting"), STRENGTH),
    **dict.fromkeys(("flexibilitytraining", "stretching"), "Stretching"),
    **dict.fromkeys(("rockclimbing", "indoorclimbing", "bouldering", "climbing"), "Climbing"),
    **dict.fromkeys(("hiit", "highintensityintervaltraining"), "HIIT"),
    **dict.fromkeys(("", "other", "generic", "workout", "all"), OTHER),
    "crossfit": "CrossFit",
    "jumprope": "Jump Rope",
    "yoga": "Yoga",
    "pilates": "Pilates",
}

_SIGNS: Final = re.compile(r"[\W_]+")
_HUMP: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")


def common(sport: str) -> str | None:
    """What a common sport is called here that an app calls `trail_running`, `StairStepper` or `Virtual Ride`."""
    return SPORTS.get(_SIGNS.sub("", sport).casefold())


def everyday(sport: str) -> str:
    """What any sport is called here."""
    return common(sport) or spelled(sport)


def spelled(name: str) -> str:
    """A name of a program, `barbell_bench_press`, as one of people: Barbell Bench Press."""
    words = clean(_HUMP.sub(" ", name[:200].replace("_", " "))[:200]).split()
    return " ".join(word[:1].upper() + word[1:] for word in words) or OTHER


def measured(value: object, most: int, step: Decimal = THOUSANDTH) -> Decimal | None:
    """A quantity above 0 and not above the most that there can be; None for all else."""
    if not isinstance(value, int | float | Decimal) or isinstance(value, bool):
        return None
    if not math.isfinite(value) or not 0 < value <= most:
        return None
    return rounded(value if isinstance(value, Decimal) else Decimal(repr(value)), step) or None


def whole(value: object, most: int) -> int | None:
    """A whole number above 0, as are heart rates and kilocalories; None for all else."""
    found = measured(value, most, WHOLE)
    return None if found is None else int(found)


def instant(text: str) -> datetime:
    """A time of XML, which is UTC where it names no zone. ValueError where it is none."""
    try:
        time = datetime.fromisoformat(text.strip()[:40])
        time = time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        raise ValueError(f"{quoted(text)} is no time like 2024-05-31T18:00:00Z") from None
    check_year(time.year, text)
    return time


def key_of(start: datetime) -> str:
    """A moment in UTC, by which a workout is known again."""
    return start.astimezone(UTC).isoformat().replace("+00:00", "Z")


@dataclass(slots=True)
class Activity:
    """What a file says of a sport that was done once, in seconds, metres and beats a minute."""

    sport: str
    start: datetime
    end: datetime | None = None
    seconds: Decimal | None = None
    distance: Decimal | None = None
    elevation: Decimal | None = None
    hr_avg: int | None = None
    hr_max: int | None = None
    calories: int | None = None
    name: str | None = None
    note: str | None = None
    extras: Extras = field(default_factory=dict)

    def workout(self, executions: tuple[SourceExecution, ...] = ()) -> SourceWorkout:
        """The workout of these executions; without any, of one set that holds all."""
        return SourceWorkout(
            source_key=key_of(self.start),
            started_at=self.start,
            executions=executions or (SourceExecution(self.sport, (self.whole(),)),),
            name=self.name,
            ended_at=self._end(),
            note=self.note,
            extras=self.extras,
        )

    def whole(self) -> SourceSet:
        """All of it as one set."""
        return SourceSet(
            duration_s=self.seconds,
            distance_m=self.distance,
            distance_value=self.distance,
            distance_unit=None if self.distance is None else "m",
            elevation_m=self.elevation,
            hr_avg=self.hr_avg,
            hr_max=self.hr_max,
            calories=self.calories,
            performed_at=self.start,
        )

    def _end(self) -> datetime | None:
        if self.end is None and self.seconds is not None:
            return self.start + timedelta(seconds=float(self.seconds))
        return self.end if self.end is not None and self.end > self.start else None


def limited(things: Sized, what: str) -> None:
    """InvalidError where a file has more of something than anybody did."""
    if len(things) > MAX_IN_FILE:
        raise InvalidError(f"The file has more than {MAX_IN_FILE:,} {what}")
