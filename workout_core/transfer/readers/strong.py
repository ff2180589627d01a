"""The CSV of the Strong app, in all its dialects, with an English, French or German header.

S2 and S3 (with RPE) have no duration; S4 has one as `1h 2m`, S5 the same without notes; S6 (semicolons)
and S7 (commas) have units in every row; S8 has them in the header, and the duration in seconds; S9 is a translated S4.

A workout is a distinct start. The rows of one exercise are one execution until its set numbers begin anew,
so an exercise that was done twice stays twice. A load, time or distance of 0 means none; repetitions of 0
are kept only beside a load without time and distance, where people note a failed attempt so.
"""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from workout_core.plurals import counted
from workout_core.transfer import text
from workout_core.transfer.readers import bare
from workout_core.transfer.reading import SourceSet
from workout_core.transfer.table_reader import Row, TableReader
from workout_core.units import METRES_PER, metres

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from workout_core.transfer.reading import Options
    from workout_core.transfer.source import Source
    from workout_core.vocabulary import DistanceUnit, LoadMode, MassUnit, SetKind

ENGLISH: Final = {
    **{
        name: name
        for name in (
            *("date", "workout name", "workout notes", "workout #", "duration", "exercise name"),
            *("set order", "weight", "weight unit", "reps", "rpe", "distance", "distance unit"),
            *("seconds", "notes"),
        )
    },
    "workout duration": "duration",
    "duration (sec)": "duration",
    **{f"weight ({unit})": "weight" for unit in text.MASS_UNITS},
    **{f"distance ({unit})": "distance" for unit in text.DISTANCE_UNITS},
}
FRENCH: Final = {  # `date`, `distance`, `notes` and `rpe` are as in English
    "nom de l'entraînement": "workout name",
    "durée": "duration",
    "nom de l'exercice": "exercise name",
    "ordre de la série": "set order",
    "poids": "weight",
    "réps": "reps",
    "secondes": "seconds",
    "notes d'entraînement": "workout notes",
}
GERMAN: Final = {
    "datum": "date",
    "workout-name": "workout name",
    "dauer": "duration",
    "workout-dauer": "duration",
    "name der übung": "exercise name",
    "reihenfolge festlegen": "set order",
    "gewicht": "weight",
    "wiederh.": "reps",
    "entfernung": "distance",
    "sekunden": "seconds",
    "notizen": "notes",
    "workout-notizen": "workout notes",
}
TRANSLATED: Final = {**FRENCH, **GERMAN}
OF_WORKOUT: Final = ("date", "workout name", "duration", "workout notes", "workout #")
KINDS: Final[dict[str, SetKind]] = {"w": "warmup", "d": "drop", "f": "failure"}
REST: Final = "rest timer"
FORGOTTEN: Final = timedelta(hours=6)
MAX_METRES: Final = 10_000_000
# Strong shows lengths in the unit that goes with the one of mass, and the classic file names neither.
BESIDE: Final[dict[MassUnit, DistanceUnit]] = {"kg": "km", "lb": "mi"}


class StrongReader(TableReader):
    name = "strong"
    needed = ("date", "exercise name", "set order", "weight", "reps")
    prose = ("notes", "workout notes")

    def __init__(self, source: Source, options: Options) -> None:
        super().__init__(source, options)
        self._mass_unit = text.MASS_UNITS.get(self.columns.in_brackets("weight"))
        length_unit = text.DISTANCE_UNITS.get(self.columns.in_brackets("distance"))
        self._distance_unit = length_unit or options.distance_unit
        self._said: tuple[tuple[str, ...], datetime, Mapping[str, str | None]] | None = None
        self._unread: dict[str, str] = {}  # durations, by the workout's key
        self._forgotten: dict[str, str] = {}
        self._bare_distances: set[int] = set()  # lines

    @classmethod
    def field_of(cls, name: str) -> str | None:
        name = name.replace("\u2019", "'")
        return ENGLISH.get(name) or TRANSLATED.get(name)

    def dialect(self) -> str:
        at = self.columns.at
        if any(
            text.fold(name).replace("\u2019", "'") in TRANSLATED for name in self.columns.header
        ):
            return "S9"
        if "workout #" in at or self.columns.in_brackets("weight"):
            return "S8"
        if "weight unit" in at:
            return "S7" if self.columns.separator == "," else "S6"
        if "duration" in at:
            return "S4" if "notes" in at or "workout notes" in at else "S5"
        return "S3" if "rpe" in at else "S2"

    def row(self, line: int, cells: list[str]) -> Row:
        exercise = text.exercise_name(self.cell(cells, "exercise name"))
        start, said = self._head(cells)
        row = Row(str(start), start, exercise, None, of_workout=said)
        order = self.cell(cells, "set order")
        if order.strip().casefold() == REST:
            row.rest, _ = text.quantity(
                self.cell(cells, "seconds"), "seconds", text.THOUSANDTH, 1_000_000
            )
            row.rest = row.rest or Decimal(0)
            return row
        kind = KINDS.get(order.strip().casefold(), "working")
        if kind == "working":
            row.number = text.count(order, "set order", 10_000)
            if row.number is None:
                raise ValueError("no set order")
        row.set = self._set(line, exercise, kind, cells)
        row.written = text.number(self.cell(cells, "weight")) if row.set.raw else None
        return row

    def finish(self, start: datetime, said: dict[str, Any]) -> dict[str, Any]:
        length = said.pop("duration", None)
        number = said.pop("workout #", None)
        extras = {"workout #": number} if number else {}
        lasted = _length(length or "")
        if lasted is None or lasted > FORGOTTEN:
            extras["duration"] = length
        elif lasted:
            said["ended_at"] = start + lasted
        return {**said, "extras": extras}

    def notices(self) -> list[str]:
        unread = counted(len(self._unread), "duration")
        endless = counted(len(self._forgotten), "workout has", "workouts have")
        told = {
            f"{unread} can't be read": self._unread,
            f"{endless} no end, as the timer was forgotten": self._forgotten,
        }
        found = [
            f"{what}, such as {text.quoted(next(iter(of.values())))}"
            for what, of in told.items()
            if of
        ]
        return found + self._distances_told()

    def _distances_told(self) -> list[str]:
        count = len(self._bare_distances)
        if self.unit is None or not count:
            return bare.notices(count)
        said = counted(count, "distance has no unit and was", "distances have no unit and were")
        return [f"{said} read as {BESIDE[self.unit]}, which Strong shows beside {self.unit}"]

    def _head(self, cells: list[str]) -> tuple[datetime, Mapping[str, str | None]]:
        """The start, and what the row says of its workout; rows that follow mostly say the same."""
        words = tuple(self.cell(cells, name) for name in OF_WORKOUT)
        if self._said is None or self._said[0] != words:
            date, name, duration, note, number = words
            start = text.local_time(date)
            self._look_at(str(start), duration)
            said = {
                "name": text.label(name, "workout's name") or None,
                "duration": duration.strip() or None,
                "note": text.note(note),
                "workout #": text.label(number, "workout #") or None,
            }
            self._said = words, start, said
        return self._said[1:]

    def _look_at(self, key: str, duration: str) -> None:
        length = _length(duration)
        if length is None:
            self._unread[key] = duration
        elif length > FORGOTTEN:
            self._forgotten[key] = duration

    def _set(self, line: int, exercise: str, kind: SetKind, cells: list[str]) -> SourceSet:
        cell = self.cell
        length_unit = (
            text.unit_of(cell(cells, "distance unit"), text.DISTANCE_UNITS) or self._distance_unit
        )
        most = int(MAX_METRES / METRES_PER[length_unit or "mi"])
        load, load_raw = text.quantity(cell(cells, "weight"), "weight", text.HUNDREDTH, 99_999)
        time, time_raw = text.quantity(
            cell(cells, "seconds"), "seconds", text.THOUSANDTH, 1_000_000
        )
        length, length_raw = text.quantity(
            cell(cells, "distance"), "distance", text.THOUSANDTH, most
        )
        rpe, rpe_raw = text.quantity(cell(cells, "rpe"), "rpe", text.HUNDREDTH, 10)
        reps = text.count(cell(cells, "reps"), "reps", 10_000)
        if length is not None and length_unit is None:
            self._bare_distances.add(line)
            length_unit = BESIDE[self.unit] if self.unit else None
        mode: LoadMode = "assisted" if "(assisted)" in exercise.casefold() else "absolute"
        written = text.unit_of(cell(cells, "weight unit"), text.MASS_UNITS) or self._mass_unit
        attempt = load is not None and time is None and length is None
        return SourceSet(
            kind=kind,
            load_value=load,
            load_unit=None if load is None else written or self.unit,
            load_mode=None if load is None else mode,
            reps=reps if reps or attempt else None,
            duration_s=time,
            distance_m=metres(length, length_unit) if length is not None and length_unit else None,
            distance_value=length,
            distance_unit=None if length is None else length_unit,
            rpe=rpe,
            effort_scale=None if rpe is None else "rpe",
            note=text.note(cell(cells, "notes")),
            raw="; ".join(filter(None, (load_raw, time_raw, length_raw, rpe_raw))) or None,
            line=line,
        )


def _length(said: str) -> timedelta | None:
    """How long a workout took, 0 where nothing is said, None where it can't be read."""
    try:
        return timedelta(seconds=float(text.duration(said) or 0))
    except (ValueError, OverflowError):
        return None
