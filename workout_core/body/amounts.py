"""The units in which bodies are measured, and amounts as people type them.

A length is compared in units of 0.01 mm, in which a centimetre and an inch (25.4 mm, exactly, since the agreement of
1959) are both whole numbers; a mass as loads are (`workout_core.units`). What was typed is kept as it is.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from workout_core.errors import InvalidError
from workout_core.units import EXACT_PER, parse_decimal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workout_core.vocabulary import MassUnit

Kind = Literal["mass", "length", "percent", "energy", "number"]

EXACT_LENGTHS: Final[Mapping[str, int]] = {
    "mm": 100,
    "cm": 1_000,
    "m": 100_000,
    "in": 2_540,
    "ft": 30_480,
}
# In one unit of each kind, so that amounts of a kind can be compared.
PER: Final[Mapping[Kind, Mapping[str, Decimal]]] = {
    "mass": {unit: Decimal(each) for unit, each in EXACT_PER.items()},
    "length": {unit: Decimal(each) for unit, each in EXACT_LENGTHS.items()},
    "percent": {"%": Decimal(1)},
    "energy": {"kcal": Decimal("4.184"), "kJ": Decimal(1)},
}
KINDS: Final[Mapping[str, Kind]] = {unit: kind for kind, units in PER.items() for unit in units}
SPELLINGS: Final[Mapping[str, str]] = {
    **{unit.lower(): unit for unit in KINDS},
    **dict.fromkeys(("kgs", "kilo", "kilos"), "kg"),
    **dict.fromkeys(("lbs", "pound", "pounds"), "lb"),
    **dict.fromkeys(("inch", "inches", '"', "”", "″"), "in"),
    **dict.fromkeys(("foot", "feet"), "ft"),
    **dict.fromkeys(("percent", "pct"), "%"),
}
LENGTHS_BESIDE: Final[Mapping[MassUnit, str]] = {"kg": "cm", "lb": "in"}
MEASURED: Final = r"(?as)(.*?\S)\s+(\d.*)"
EXAMPLES: Final = ("82.5kg", "84cm", "18.5%")
AMOUNT: Final = r"(?a)(\d[\d.,]*)\s*([^\d\s.,].*)?"


class Amount(NamedTuple):
    """A value as it was typed; without a unit where none was."""

    value: Decimal
    unit: str | None


def parse_amount(text: str, examples: Sequence[str] = EXAMPLES) -> Amount:
    """A value as people type it: `82.5 kg`, `84cm`, `18,5%`, `58`."""
    found = re.fullmatch(AMOUNT, text.strip())
    if found is None:
        raise InvalidError(f"{text[:40]!r} is not an amount", hints=[*examples])
    unit = found[2]
    return Amount(parse_decimal(found[1]), spelt(unit) if unit else None)


class Measured(NamedTuple):
    """What was measured, and how much it came to."""

    type: str
    amount: Amount


def parse_measured(text: str, usual: str | None = None) -> Measured | None:
    """What and how much, as in `weight 82.5kg`; an amount alone is of the usual type, and without one it is None."""
    if found := re.fullmatch(MEASURED, text.strip()):
        return Measured(found[1], parse_amount(found[2]))
    return Measured(usual, parse_amount(text)) if usual else None


def spelt(unit: str) -> str:
    """A unit as it is kept: `lbs` is lb; one that nobody knows stays as it was typed."""
    plain = unit.strip()
    return SPELLINGS.get(plain.lower(), plain)


def kind_of(unit: str) -> Kind:
    """What a unit measures; a number is in any unit that is not known here."""
    return KINDS.get(unit, "number")


def exact(value: Decimal, unit: str) -> int | None:
    """A mass in units of 0.01 mg, a length in units of 0.01 mm, finer ones rounded half away from zero; else None."""
    kind = kind_of(unit)
    if kind not in ("mass", "length"):
        return None
    return int((value * PER[kind][unit]).to_integral_value(ROUND_HALF_UP))


def comparable(value: Decimal, unit: str) -> Decimal:
    """A value that can be compared with others of its kind, whatever their units."""
    return value * PER.get(kind_of(unit), {}).get(unit, Decimal(1))
