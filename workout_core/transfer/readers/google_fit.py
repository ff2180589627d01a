"""Sessions of Google Fit as Takeout gives them, a file of JSON each, and the whole archive of Takeout.

A session is one activity with sums of what was measured. The tables of days beside them hold what was walked in a
day, which is no workout; activities with their course are TCX files, which are read as such.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from workout_core.errors import InvalidError
from workout_core.schemas import clean
from workout_core.transfer import text
from workout_core.transfer.readers import packed
from workout_core.transfer.readers.activities import (
    MAX_BPM,
    MAX_KCAL,
    MAX_METRES,
    MAX_SECONDS,
    Activity,
    everyday,
    instant,
    measured,
    whole,
)
from workout_core.transfer.readers.archive import Archive, archive
from workout_core.transfer.readers.documents import (
    begins_as_json,
    cell,
    document,
    entries,
    parsed,
)
from workout_core.transfer.readers.gathering import Gathering
from workout_core.transfer.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workout_core.transfer.readers.documents import Entry
    from workout_core.transfer.reading import Options, Reading, SourceWorkout
    from workout_core.transfer.source import Source

NAME: Final = "google_fit"
PREFIX: Final = "com.google."
OF_SESSION: Final = frozenset(
    (
        *("fitnessActivity", "startTime", "endTime", "duration", "segment", "aggregate", "id"),
        *("name", "description"),
    )
)
INDOORS: Final = {
    "running.treadmill": "Treadmill Run",
    "walking.treadmill": "Treadmill Walk",
    "biking.stationary": "Stationary Bike",
    "biking.spinning": "Stationary Bike",
    "rowing.machine": "Rowing Erg",
    "stair_climbing.machine": "Stair Climber",
    "interval_training.high_intensity": "HIIT",
}
MAX_SESSION: Final = 4 * 1024 * 1024
MAX_SEGMENTS: Final = 1_000
KNOWN: Final = b'"fitnessActivity"'
DAILY: Final = frozenset(
    (
        *("move minutes count", "average weight (kg)", "step count", "distance (m)"),
        *("heart points", "heart minutes", "calories (kcal)", "start time", "end time"),
    )
)
_DURATION: Final = re.compile(r"[0-9]{1,8}(\.[0-9]{1,9})?s")


def recognises(source: Source) -> bool:
    """Whether the file is a session, an archive with some, or a table of days, which `read` refuses."""
    if source.head.startswith(packed.ZIP):
        try:
            with archive(source) as opened:
                return any(True for _ in _sessions_in(opened))
        except InvalidError:
            return False
    if begins_as_json(source):
        return KNOWN in source.head
    return _is_daily(source)


def read(source: Source, options: Options) -> Reading:
    """Each session as a workout of one set."""
    if _is_daily(source):
        raise InvalidError(
            f"{source.name} holds what was done in a day, or in each quarter of an hour: "
            "these are no workouts",
            hints=["import the files in All Sessions and Activities of the same archive"],
        )
    found = Gathering()
    if source.head.startswith(packed.ZIP):
        with archive(source) as opened:
            for name, data in _sessions_in(opened):
                _take(parsed(data, name), name, found)
    else:
        _take(document(source), source.name, found)
    if options.unit:
        found.warnings.append("The file has no loads: the given unit was not used")
    return found.reading(NAME, "", unit_reason="the file has no loads")


def _is_daily(source: Source) -> bool:
    line = source.head.removeprefix(b"\xef\xbb\xbf").partition(b"\n")[0]
    names = {fold(name) for name in line.decode("utf-8", "replace").split(",")}
    return len(names & DAILY) > 2 and bool(names & {"date", "start time"})


def _sessions_in(opened: Archive) -> Iterator[tuple[str, bytes]]:
    """The files of an archive that are sessions, by what is in them."""
    for name in opened.names(".json", MAX_SESSION):
        if KNOWN in opened.head(name):
            yield name, opened.contents(name, MAX_SESSION)


def _take(content: Any, name: str, found: Gathering) -> None:
    for each in content if isinstance(content, list) else [content]:
        found.rows += 1
        if not isinstance(each, dict):
            found.reject(f"{name}: it is no session")
            continue
        try:
            found.add(_workout(each, found))
        except ValueError as error:
            found.reject(f"{name}: {error}")


def _workout(entry: Entry, found: Gathering) -> SourceWorkout:
    start, end = instant(cell(entry, "startTime")), cell(entry, "endTime")
    written = cell(entry, "fitnessActivity").strip()
    activity = Activity(
        sport=INDOORS.get(written) or everyday(written.partition(".")[0]),
        start=start,
        end=instant(end) if end else None,
        seconds=_seconds(cell(entry, "duration")),
        name=text.label(cell(entry, "name"), "session's name") or None,
        note=text.note(cell(entry, "description")),
    )
    sums = _sums(entries(entry, "aggregate"))
    activity.distance = measured(text.number(sums.pop("distance.delta", "")), MAX_METRES)
    activity.calories = whole(text.number(sums.pop("calories.expended", "")), MAX_KCAL)
    activity.hr_avg = whole(text.number(sums.pop("heart_rate.summary", "")), MAX_BPM)
    columns = found.unknown(entry, OF_SESSION, 1)
    kept: dict[str, Any] = {"activity": clean(written[:100]) if "." in written else ""}
    kept |= {"sums": sums, "segments": _segments(entry), "columns": columns}
    activity.extras.update({name: value for name, value in kept.items() if value})
    return activity.workout()


def _sums(aggregates: Iterable[Entry]) -> dict[str, str]:
    """What was measured, by its name without the one of Google."""
    return {
        clean(cell(each, "metricName").removeprefix(PREFIX)[:100]): clean(
            (cell(each, "floatValue") or cell(each, "intValue"))[:100]
        )
        for each in aggregates
    }


def _segments(entry: Entry) -> list[dict[str, str]]:
    """The parts of a session that changed what was done; one part is the whole."""
    parts = entries(entry, "segment")
    names = ("fitnessActivity", "startTime", "endTime")
    kept = [
        {name: clean(cell(each, name)[:100]) for name in names} for each in parts[:MAX_SEGMENTS]
    ]
    return kept if len(kept) > 1 else []


def _seconds(duration: str) -> Decimal | None:
    """`660s`."""
    if duration and not _DURATION.fullmatch(duration):
        raise ValueError(f"{text.quoted(duration)} is no duration like 660s")
    return measured(Decimal(duration[:-1]), MAX_SECONDS) if duration else None
