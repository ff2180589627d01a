"""By how much loads go up and down, and the first thing to be told of how an exercise is done."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workout_core.vocabulary import MassUnit

LIGHT: Final[Mapping[MassUnit, Decimal]] = {"kg": Decimal(1), "lb": Decimal("2.5")}
USUAL: Final[Mapping[MassUnit, Decimal]] = {"kg": Decimal("2.5"), "lb": Decimal(5)}
LIGHTLY: Final = ("dumbbell", "kettlebell", "medicine_ball", "band")
SENTENCE: Final = r"(.+?[.!?])(?:\s|$)"


def step(exercise: Mapping[str, Any], unit: MassUnit, least: Decimal | None) -> Decimal:
    """The user's own increment of an exercise, else a usual one that can be loaded."""
    increment: Decimal | None = exercise["increment"]
    if increment and exercise["unit"] in (None, unit):
        return increment
    usual = (LIGHT if exercise["modality"] in LIGHTLY else USUAL)[unit]
    return max(usual, least or usual)


def cue(exercise: Mapping[str, Any]) -> str | None:
    """The user's note on an exercise, else the first sentence of its instructions."""
    if exercise["note"]:
        return str(exercise["note"])
    found = re.match(SENTENCE, exercise["instructions"] or "", re.DOTALL)
    return " ".join(found[1].split()) if found else exercise["instructions"] or None
