"""Loads rounded to the steps in which they can be made, in exact decimals."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Final, Literal

from workout_core.units import plain

Rounding = Literal["nearest", "down", "up"]
MODES: Final = {"nearest": ROUND_HALF_UP, "down": ROUND_FLOOR, "up": ROUND_CEILING}


def rounded(value: Decimal, step: Decimal, mode: Rounding = "nearest") -> Decimal:
    """The multiple of a step: the nearest, a tie away from zero (as MROUND of spreadsheets), or the next down or up."""
    return plain((value / step).to_integral_value(MODES[mode]) * step)
