"""The CSV of RepCount: a row a set, without units.

The unit of the loads is guessed or asked; the body's weight is in the same. Distances are kept as they stand,
kilometres of a run and metres on a rower alike, unless a person says their unit. A load below 0 is help.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from workout_core.transfer import text
from workout_core.transfer.readers import bare
from workout_core.transfer.reading import SourceSet
from workout_core.transfer.table_reader import Row, TableReader

if TYPE_CHECKING:
    from datetime import datetime

    from workout_core.transfer.reading import Options
    from workout_core.transfer.source import Source

FIELDS: Final = {
    **{
        name: name
        for name in (
            *("workout start", "workout end", "exercise", "weight", "reps", "notes", "kcal"),
            *("distance", "duration", "name", "bodyweight"),
        )
    },
    **{f"weight ({unit})": "weight" for unit in text.MASS_UNITS},
    "category": "",
}


class RepCountReader(TableReader):
    name = "repcount"
    needed = ("workout start", "exercise", "weight", "reps")
    prose = ("notes",)

    def __init__(self, source: Source, options: Options) -> None:
        super().__init__(source, options)
        title = text.fold(self.columns.header[self.columns.at["weight"]])
        self._said_unit = text.MASS_UNITS.get(title.partition(" (")[2].removesuffix(")"))

    @classmethod
    def field_of(cls, name: str) -> str | None:
        return FIELDS.get(name)

    def row(self, line: int, cells: list[str]) -> Row:
        exercise = text.exercise_name(self.cell(cells, "exercise"))
        start = text.local_time(self.cell(cells, "workout start"))
        end = self.cell(cells, "workout end").strip()
        body, _ = text.quantity(self.cell(cells, "bodyweight"), "bodyweight", text.HUNDREDTH, 9_999)
        said = {
            "name": text.label(self.cell(cells, "name"), "workout's name") or None,
            "ended_at": text.local_time(end) if end else None,
            "bodyweight_value": body,
        }
        return Row(str(start), start, exercise, self._set(line, cells), of_workout=said)

    def finish(self, start: datetime, said: dict[str, Any]) -> dict[str, Any]:
        body, unit = said.pop("bodyweight_value", None), self._said_unit or self.unit
        if said.get("ended_at") and said["ended_at"] < start:
            said["extras"] = {"workout end": str(said.pop("ended_at"))}
        if body is None:
            return said
        if unit is None:
            return {**said, "extras": {**said.get("extras", {}), "bodyweight": str(body)}}
        return {**said, "bodyweight_value": body, "bodyweight_unit": unit}

    def notices(self) -> list[str]:
        return bare.notices(self.tally["distances"])

    def _set(self, line: int, cells: list[str]) -> SourceSet:
        cell = self.cell
        weight = cell(cells, "weight").strip()
        load, raw = text.quantity(weight.removeprefix("-"), "weight", text.HUNDREDTH, 99_999)
        length = bare.distance(cell(cells, "distance"), self.options.distance_unit)
        self.tally["distances"] += bool(length) and not self.options.distance_unit
        reps = text.count(cell(cells, "reps"), "reps", 10_000)
        calories, calories_raw = text.quantity(cell(cells, "kcal"), "kcal", Decimal(1), 100_000)
        return SourceSet(
            load_value=load,
            load_unit=None if load is None else self._said_unit or self.unit,
            load_mode=None if load is None else "assisted" if weight[:1] == "-" else "absolute",
            reps=reps if reps or load else None,
            duration_s=bare.seconds(cell(cells, "duration")),
            calories=None if calories is None else int(calories),
            note=text.note(cell(cells, "notes")),
            raw="; ".join(filter(None, (raw, calories_raw))) or None,
            line=line,
            **length,
        )
