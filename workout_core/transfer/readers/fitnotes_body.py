"""The CSV of FitNotes' body tracker: a row a measurement, which names its type and its unit.

Its measurements have the keys of those in a backup, so that a later import of one knows them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workout_core.body.amounts import spelt
from workout_core.transfer import text
from workout_core.transfer.measured_columns import FIELDS, measured_column
from workout_core.transfer.measurement_table import MeasurementReader

if TYPE_CHECKING:
    from workout_core.transfer.measured_columns import MeasuredColumn
    from workout_core.transfer.reading import Reading, SourceMeasurement
    from workout_core.transfer.source import Source

NAMES = frozenset(("measurement", "value", "unit"))


class FitNotesBodyReader(MeasurementReader):
    name = "fitnotes_body"
    needed = ("date", "measurement", "value")

    @classmethod
    def field_of(cls, name: str) -> str | None:
        return name if name in NAMES else FIELDS.get(name)

    @classmethod
    def recognises(cls, source: Source) -> bool:
        return cls.known_in(source) >= {*cls.needed, "unit"}

    def measured_columns(self) -> dict[int, MeasuredColumn]:
        return {}

    def read(self) -> Reading:
        return replace(super().read(), format="fitnotes", dialect="body tracker")

    def row(self, line: int, cells: list[str]) -> list[SourceMeasurement]:
        when = self.dates.when(self.cell(cells, "date"), self.cell(cells, "time")).at
        name = text.label(self.cell(cells, "measurement"), "name of a measurement")
        unit = spelt(self.cell(cells, "unit"))
        column = measured_column(f"{name} ({unit})" if unit else name, name)
        if not name or column is None:
            raise ValueError(f"{text.quoted(name)} is not measured in {text.quoted(unit)}")
        found = self.measurement(line, when, column, self.cell(cells, "value"), "value")
        noted = [replace(found, note=self.note(cells))] if found else []
        return self.with_others(noted, cells)
