"""What stands above the sets: the workout's name, times, tags, body weight and note, each a line `key: value`."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from workout_core.dates import parse_moment
from workout_core.errors import InvalidError
from workout_core.units import parse_mass, plain
from workout_core.zones import local_zone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from zoneinfo import ZoneInfo

    from workout_core.db.executor import Row
    from workout_core.vocabulary import MassUnit


def header_lines(workout: Row) -> Iterator[str]:
    """A line a field, empty where there is nothing; a note has one a line of its own."""
    for key, values in header_values(workout).items():
        for each in values:
            yield f"{key}: {each}".rstrip()


def header_values(workout: Row) -> dict[str, list[str]]:
    """What stands behind each key."""
    zone = local_zone(workout["timezone"])
    value, unit = workout["bodyweight_value"], workout["bodyweight_unit"]
    return {
        "name": [workout["name"] or ""],
        "start": [_clock(workout["started_at"], zone)],
        "end": [_clock(workout["ended_at"], zone)],
        "tags": [_tags(workout["tags"])],
        "bodyweight": [f"{plain(value):f}{unit}" if value is not None else ""],
        "note": [each.strip() for each in (workout["note"] or "").split("\n")],
    }


def header_changes(workout: Row, key: str, values: Sequence[str], unit: MassUnit) -> dict[str, Any]:
    """What a header changes of the workout; nothing where it says what it said."""
    if list(values) == header_values(workout)[key]:
        return {}
    if key == "note":
        return {"note": "\n".join(values).strip("\n") or None}
    if len(values) > 1:
        raise InvalidError(f"{key}: stands there twice", hints=[f"keep one line {key}: ..."])
    return _READERS[key](workout, values[0], unit)


def _clock(moment: datetime | None, zone: ZoneInfo) -> str:
    return moment.astimezone(zone).strftime("%Y-%m-%d %H:%M") if moment else ""


def _name(_: Row, value: str, __: MassUnit) -> dict[str, Any]:
    return {"name": value or None}


def _start(workout: Row, value: str, _: MassUnit) -> dict[str, Any]:
    if not value:
        raise InvalidError("A workout has a start", hints=["start: 2026-11-20 18:30"])
    return {"started_at": moment_like(value, workout["started_at"], workout["timezone"])}


def _end(workout: Row, value: str, _: MassUnit) -> dict[str, Any]:
    if not value:
        return {"ended_at": None}
    like = workout["ended_at"] or workout["started_at"]
    return {"ended_at": moment_like(value, like, workout["timezone"])}


def moment_like(text: str, like: datetime, zone: str) -> datetime:
    """The moment of a text: a time alone is on the day of another moment, a day alone at its time of day."""
    local = like.astimezone(local_zone(zone))
    found = parse_moment(text, local)
    at = found.at or datetime.combine(found.day, local.time(), local.tzinfo)
    return at.astimezone(UTC)


def _tags(tags: Sequence[str]) -> str:
    return ", ".join(_quoted(tag) for tag in tags)


def _quoted(tag: str) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="").writerow([tag])
    return text.getvalue()


def _read_tags(_: Row, value: str, __: MassUnit) -> dict[str, Any]:
    found = next(csv.reader([value], skipinitialspace=True), [])
    return {"tags": list(dict.fromkeys(tag.strip() for tag in found if tag.strip()))}


def _bodyweight(_: Row, value: str, unit: MassUnit) -> dict[str, Any]:
    if not value:
        return {"bodyweight_value": None, "bodyweight_unit": None}
    found = parse_mass(value)
    return {"bodyweight_value": plain(found.value), "bodyweight_unit": found.unit or unit}


_READERS: Final = {
    "name": _name,
    "start": _start,
    "end": _end,
    "tags": _read_tags,
    "bodyweight": _bodyweight,
}
