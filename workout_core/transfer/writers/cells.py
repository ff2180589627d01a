"""Cells of tables, as every writer of a table makes them.

Context: a note that begins with = is a formula to a spreadsheet, and text to any other program. Decision: cells are
written as they are, so that they can be read again; only who asks for safe cells gets an apostrophe before such a
text. Consequences: a table with safe cells is for a spreadsheet alone.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final

from workout_core.schemas import clean
from workout_core.units import EXACT_PER, METRES_PER, plain
from workout_core.zones import local_zone

if TYPE_CHECKING:
    from datetime import datetime

    from workout_core.vocabulary import DistanceUnit, MassUnit
    from workout_core.workouts.schemas import SetRead, WorkoutRead

FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r")
HUNDREDTH: Final = Decimal("0.01")
THOUSANDTH: Final = Decimal("0.001")


def number(value: Decimal | int | None) -> str:
    """A number without needless zeros; nothing for None."""
    return "" if value is None else format(plain(Decimal(value)), "f")


def words(text: str | None, *, safe: bool) -> str:
    """What somebody wrote, harmless to a terminal, and to a spreadsheet if that is asked for."""
    cell = clean(text or "", lines=True)
    return f"'{cell}" if safe and cell.startswith(FORMULAS) else cell


def quoted(text: str) -> str:
    """A cell in quotes."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def load_in(each: SetRead, unit: MassUnit) -> Decimal | None:
    """The load as typed; one of the other unit is converted, and rounded to 0.01."""
    if each.load_value is None or each.load_unit is None or each.load_unit == unit:
        return each.load_value
    value = each.load_value * EXACT_PER[each.load_unit] / EXACT_PER[unit]
    return value.quantize(HUNDREDTH, ROUND_HALF_UP)


def distance_in(each: SetRead, unit: DistanceUnit) -> Decimal | None:
    """The distance as typed; one of another unit is converted, and rounded to 0.001."""
    if each.distance_unit == unit and each.distance_value is not None:
        return each.distance_value
    if each.distance_m is None:
        return None
    return (each.distance_m / METRES_PER[unit]).quantize(THOUSANDTH, ROUND_HALF_UP)


def wall_time(moment: datetime, workout: WorkoutRead) -> datetime:
    """A moment on the clock of the place where the workout was done."""
    return moment.astimezone(local_zone(workout.timezone)).replace(tzinfo=None)
