"""The weights that Withings exports, with a header in the language of the account.

Fat, bones, muscles and water are masses there, not shares.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_core.transfer.measurement_table import MeasurementReader

if TYPE_CHECKING:
    from workout_core.transfer.source import Source

MASSES: Final = frozenset(("fat_mass", "bone_mass", "muscle_mass", "water_mass"))


class WithingsReader(MeasurementReader):
    name = "withings"

    @classmethod
    def recognises(cls, source: Source) -> bool:
        known = cls.known_in(source)
        return known >= {"date", "weight"} and len(known & MASSES) > 1 and "bmi" not in known
