"""What Strava hands out of an account: `activities.csv`, alone or in the archive with all files.

A row is an activity, and a workout of one set. Some columns come twice under one name: the first of them is made
for people, the last one is exact, in metres and seconds. Dates are in UTC and in words of the account's language.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from workout_core.errors import InvalidError
from workout_core.schemas import clean
from workout_core.transfer import text
from workout_core.transfer.named_dates import named_time
from workout_core.transfer.readers.activities import (
    MAX_BPM,
    MAX_KCAL,
    MAX_METRES,
    MAX_SECONDS,
    WHOLE,
    Activity,
    everyday,
    measured,
)
from workout_core.transfer.readers.packed import ZIP, member, members
from workout_core.transfer.table_reader import Row, TableReader

if TYPE_CHECKING:
    from decimal import Decimal

    from workout_core.transfer.reading import Options, Reading
    from workout_core.transfer.source import Source

NAME: Final = "strava"
TABLE: Final = "activities.csv"
MARK: Final = b"portability_exporter.activities"  # in headers of every language
FIELDS: Final = {
    "activity id": "id",
    "activity date": "date",
    "activity name": "name",
    "activity type": "type",
    "activity description": "description",
    "activity private note": "private note",
    "moving time": "moving time",
    "elevation gain": "elevation gain",
    "average heart rate": "average heart rate",
    "calories": "calories",
}
DOUBLED: Final = ("elapsed time", "distance", "max heart rate", "relative effort", "commute")
KEPT: Final = ("moving time", "relative effort", "commute")

_TAG: Final = re.compile(r"<[^<>]*>")


class StravaReader(TableReader):
    name = NAME
    needed = ("id", "date", "type")
    prose = ("description", "private note")

    def __init__(self, source: Source, options: Options) -> None:
        super().__init__(source, options)
        names = [text.fold(name) for name in self.columns.header]
        self.columns.at.update(
            (name, at) for at, name in enumerate(names) if name in DOUBLED
        )  # the last one of that name
        for at, name in self.columns.unknown.items():
            self.columns.unknown[at] = (
                clean(_TAG.sub("", self.columns.header[at]).strip())[:100] or name
            )
        self._metres = names.count("distance") > 1

    @classmethod
    def field_of(cls, name: str) -> str | None:
        return "" if name in DOUBLED else FIELDS.get(name)

    def row(self, line: int, cells: list[str]) -> Row:
        start = utc(self.cell(cells, "date"))
        key = text.label(self.cell(cells, "id"), "activity's id")
        if not key:
            raise ValueError("no activity's id")
        elapsed, _ = self._exact(cells, "elapsed time", MAX_SECONDS, text.THOUSANDTH)
        sport = text.label(self.cell(cells, "type"), "activity's type")
        done = Activity(
            sport=everyday(sport),
            start=start,
            seconds=elapsed,
            distance=self._distance(cells),
            elevation=self._exact(cells, "elevation gain", MAX_METRES, text.THOUSANDTH)[0],
            hr_avg=self._whole(cells, "average heart rate", MAX_BPM),
            hr_max=self._whole(cells, "max heart rate", MAX_BPM),
            calories=self._whole(cells, "calories", MAX_KCAL),
        )
        return Row(
            key,
            start,
            done.sport,
            done.whole(),
            of_workout=self._said(cells, sport, start, elapsed),
        )

    def notices(self) -> list[str]:
        if self._metres or "distance" not in self.columns.at:
            return []
        return ["Distances are in km, as the file has no second column of them in metres"]

    def _said(
        self, cells: list[str], sport: str, start: datetime, elapsed: Decimal | None
    ) -> dict[str, Any]:
        notes = [text.note(self.cell(cells, name)) for name in self.prose]
        extras = {
            name: clean(said[:100]) for name in KEPT if (said := self.cell(cells, name).strip())
        }
        return {
            "name": text.label(self.cell(cells, "name"), "activity's name") or None,
            "note": "\n".join(filter(None, notes)) or None,
            "ended_at": start + timedelta(seconds=float(elapsed)) if elapsed else None,
            "extras": {"type": sport, **extras},
        }

    def _distance(self, cells: list[str]) -> Decimal | None:
        value, _ = self._exact(cells, "distance", MAX_METRES, text.MILLIONTH)
        return value if self._metres or value is None else measured(value * 1000, MAX_METRES)

    def _whole(self, cells: list[str], name: str, most: int) -> int | None:
        value, _ = self._exact(cells, name, most, WHOLE)
        return None if value is None else int(value)

    def _exact(
        self, cells: list[str], name: str, most: int, step: Decimal
    ) -> tuple[Decimal | None, str | None]:
        return text.quantity(self.cell(cells, name), name, step, most)


def recognises(source: Source) -> bool:
    """Whether a table has Strava's columns, or an archive such a table."""
    if source.head.startswith(ZIP):
        try:
            return _table_in(members(source)) is not None
        except InvalidError:
            return False
    return MARK in source.head.partition(b"\n")[0] or StravaReader.recognises(source)


def read(source: Source, options: Options) -> Reading:
    """Each activity of the table; what else is in an archive is left aside and told."""
    if not source.head.startswith(ZIP):
        return StravaReader(source, options).read()
    names = members(source)
    table = _table_in(names)
    if table is None:
        raise InvalidError(f"{source.name} has no {TABLE} in it, as an archive of Strava has")
    reading = StravaReader(member(source, table), options).read()
    names.remove(table)
    reading.warnings.extend(_left_aside(names))
    return reading


def _table_in(names: list[str]) -> str | None:
    """The table of an archive, whatever folder it is in."""
    found = [each for each in names if PurePosixPath(each).name == TABLE]
    return min(found, key=len, default=None)


def _left_aside(names: list[str]) -> list[str]:
    """What of an archive was not read: files of activities, and all others by where they are."""
    told = []
    counts = Counter(str(PurePosixPath(each).parent) for each in names)
    activities = {place: count for place, count in counts.items() if place.endswith("activities")}
    if activities:
        told.append(
            f"Files of activities, left aside: {sum(activities.values()):,}; "
            "their points and sets come in when such a file is imported itself"
        )
    others = [each for each in names if str(PurePosixPath(each).parent) not in activities]
    if others:
        shown = ", ".join(map(text.quoted, others[:10])) + (" and others" if others[10:] else "")
        told.append(f"Other files, left aside: {len(others):,}: {shown}")
    return told


def utc(cell: str) -> datetime:
    """A moment: `May 23, 2023, 12:40:57 PM`, `23 May 2023, 12:40:57` or `2023-05-23 12:40:57`, all in UTC."""
    return named_time(" ".join(cell.split()).removesuffix(" UTC")).replace(tzinfo=UTC)
