"""FIT, the files of watches and bike computers: sessions, sets of strength training, and what scales measure.

A session is a workout; one of strength training has the sets that the watch counted, every other one set for all
of it. Laps and lengths are parts of that set. Files are short enough that what matters in them is held in memory.
Times are in UTC.
"""

from __future__ import annotations

import math
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from workout_core.errors import InvalidError
from workout_core.schemas import clean
from workout_core.transfer.readers.activities import (
    MAX_BPM,
    MAX_KCAL,
    MAX_METRES,
    MAX_SECONDS,
    OTHER,
    Activity,
    common,
    key_of,
    measured,
    spelled,
    whole,
)
from workout_core.transfer.readers.fit_messages import messages, moment
from workout_core.transfer.readers.fit_sets import Sets, sets_of
from workout_core.transfer.readers.gathering import Gathering
from workout_core.transfer.readers.packed import head_of, unpacked
from workout_core.transfer.reading import SourceMeasurement
from workout_core.transfer.text import HUNDREDTH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workout_core.transfer.readers.fit_messages import Fields, Messages
    from workout_core.transfer.reading import Options, Reading, SourceWorkout
    from workout_core.transfer.source import Source

NAME: Final = "fit"
MAX_BYTES: Final = 16 << 20  # a day of a ride has 3; decoding one takes a second or two
# Sports that say less than what is beside them does.
VAGUE: Final = frozenset({"generic", "training", "fitness_equipment", "racket", "all"})
OF_FORMAT: Final = frozenset({"timestamp", "start_time", "message_index", "event", "event_type"})
SCALES: Final = {"weight": ("weight", "kg", 1000), "percent_fat": ("body_fat", "percent", 100)}


def recognises(source: Source) -> bool:
    """Whether the file has the header of FIT."""
    head = head_of(source)
    return head[8:12] == b".FIT" and head[0] >= 12


def read(source: Source, options: Options) -> Reading:
    """Each session and what a scale measured; InvalidError where there is neither."""
    found = messages(unpacked(source, MAX_BYTES))
    activities = [each for each in map(_activity, found.of("session")) if each]
    unsummed = not activities
    if unsummed and (whole := _unsummed(found)):
        activities.append(whole)
    measurements = dict.fromkeys(_measurements(found))
    if not activities and not measurements:
        _refuse(source, found)
    sets = sets_of(found, activities)
    gathered = Gathering()
    for workout in _workouts(activities, sets):
        gathered.rows += sum(len(each.sets) for each in workout.executions)
        gathered.add(workout)
    for each in measurements:
        gathered.measure(each)
    not_sets = {"rest": sets.rests, "measurement": len(measurements)}
    gathered.not_sets.update({what: count for what, count in not_sets.items() if count})
    gathered.rows += gathered.not_sets.total()
    gathered.warnings += _warnings(found, unsummed=unsummed and bool(activities))
    gathered.warnings += sets.warnings()
    return gathered.reading(
        NAME,
        str(next(iter(found.of("file_id")), {}).get("type", "")),
        unit="kg" if sets.loads else None,
        unit_reason="FIT is always in kg" if sets.loads else "the file has no loads",
    )


def _refuse(source: Source, found: Messages) -> None:
    if found.counts["workout"] or found.counts["workout_step"]:
        raise InvalidError(
            f"{source.name} is a plan for a watch, not training that was done",
            hints=["export the activity itself"],
        )
    kinds = ", ".join(kind for kind, _ in found.counts.most_common(5)) or "no message at all"
    trouble = f"; {found.trouble}" if found.trouble else ""
    raise InvalidError(f"{source.name} has no session and no weight in it, but {kinds}{trouble}")


def _activity(session: Fields) -> Activity | None:
    """A session; None where it does not say when it was."""
    elapsed = measured(session.get("total_elapsed_time"), MAX_SECONDS)
    seconds = measured(session.get("total_timer_time"), MAX_SECONDS) or elapsed
    length = timedelta(seconds=float(elapsed or seconds or 0))
    end = moment(session.get("timestamp"))
    start = moment(session.get("start_time")) or (end - length if end else None)
    if start is None:
        return None
    named = session.get("sport_profile_name")
    sport = sport_of(session)
    return Activity(
        sport=sport,
        start=start,
        end=start + length,
        seconds=seconds,
        distance=measured(session.get("total_distance"), MAX_METRES),
        elevation=measured(session.get("total_ascent"), MAX_METRES),
        hr_avg=whole(session.get("avg_heart_rate"), MAX_BPM),
        hr_max=whole(session.get("max_heart_rate"), MAX_BPM),
        calories=whole(session.get("total_calories"), MAX_KCAL),
        name=clean(named.strip()[:200]) or sport if isinstance(named, str) else sport,
        extras={"session": dict(_plain(session))},
    )


def sport_of(said: Fields) -> str:
    """What the sport of a message is called here: of two names the one that says more."""
    sport, sub = (_word(said.get(name)) for name in ("sport", "sub_sport"))
    if (found := common(sub)) and found != OTHER:
        return found
    if sport not in VAGUE:
        return common(sport) or spelled(sport)
    if sub in ("", *VAGUE):
        sub = sport
    return common(sub) or spelled(sub)


def _word(value: object) -> str:
    return value if isinstance(value, str) else "generic" if value is None else f"sport {value}"


def _unsummed(found: Messages) -> Activity | None:
    """What records say of a session whose summary is missing, as where a watch's battery ran out."""
    starts = [each for each in (moment(one.get("start_time")) for one in found.of("set")) if each]
    start = min(starts, default=found.first)
    if start is None:
        return None
    end = max(start, found.last or start)
    sport = sport_of(next(iter(found.of("sport")), {}))
    return Activity(
        sport=sport,
        start=start,
        end=end,
        seconds=measured((end - start).total_seconds(), MAX_SECONDS),
        distance=measured(found.metres, MAX_METRES),
        name=sport,
    )


def _workouts(activities: list[Activity], sets: Sets) -> Iterator[SourceWorkout]:
    for each in activities:
        executions = sets.executions_of(each)
        if executions:
            each.extras = {**each.extras, **sets.extras_of(each)}
        yield each.workout(executions)


def _measurements(found: Messages) -> Iterator[SourceMeasurement]:
    """What a scale measured, each value with its time and kind as its key."""
    for message in found.of("weight_scale"):
        time = moment(message.get("timestamp"))
        for name, (type_, unit, most) in SCALES.items():
            value = measured(message.get(name), most, HUNDREDTH)
            if time and value:
                yield SourceMeasurement(f"{key_of(time)} {type_}", type_, value, unit, time)


def _warnings(found: Messages, *, unsummed: bool) -> Iterator[str]:
    if found.trouble:
        yield f"The file is damaged: {found.trouble}; what could be read of it was read"
    if unsummed:
        yield "The file has no summary: start, end and distance are those of its records"
    timeless = sum(_activity(each) is None for each in found.of("session"))
    if timeless:
        yield f"Sessions that do not say when they were, left aside: {timeless:,}"


def _plain(session: Fields) -> Iterator[tuple[str, object]]:
    """The fields of a session as JSON can hold them, without those that only devices understand."""
    for name, value in session.items():
        if name.startswith("unknown_") or name in OF_FORMAT:
            continue
        if isinstance(value, str):
            yield name, clean(value[:1000])
        elif isinstance(value, int) or (isinstance(value, float) and math.isfinite(value)):
            yield name, value
