"""What a Renpho scale exports: a row a weighing, its date in one column or beside a time of day.

Older apps write `2024.05.31, 10:15 am`, whose comma may stand without quotation marks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_core.transfer.measurement_table import MeasurementReader
from workout_core.transfer.tables import fields

if TYPE_CHECKING:
    from workout_core.transfer.source import Source
    from workout_core.transfer.tables import Cells

OTHERS: Final = frozenset(
    (
        *("body_fat", "skeletal_muscle", "lean_mass", "subcutaneous_fat", "visceral_fat"),
        *("body_water", "protein", "bmr", "metabolic_age"),
    )
)


class RenphoReader(MeasurementReader):
    name = "renpho"

    @classmethod
    def recognises(cls, source: Source) -> bool:
        known = cls.known_in(source)
        return known >= {"date", "weight", "bmi"} and len(known & OTHERS) > 2

    def split(self, cells: Cells) -> list[str]:
        """The cells of a row, the time of day back beside its date."""
        at = self.columns.at["date"]
        if isinstance(cells, list) and len(cells) == self.width + 1 and ":" in cells[at + 1]:
            cells = [*cells[:at], f"{cells[at]}, {cells[at + 1].strip()}", *cells[at + 2 :]]
        return fields(cells, self.width)
