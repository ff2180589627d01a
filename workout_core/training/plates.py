"""Which plates make a load.

Plates go on in pairs, so only half of what a kit has of each counts; the bar and its collars count as load. The load
that comes nearest wins, of two as near the lighter one (`down` and `up` never cross the target); then the fewest
plates, then the heaviest first. Taking the heaviest plate that fits is wrong with finite kits: 40 a side of one 25 and
two 20s is 20 + 20. Masses are whole thousandths, so nothing is lost by rounding.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import reduce
from math import gcd
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from workout_core.errors import InvalidError
from workout_core.units import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from workout_core.vocabulary import MassUnit

Mode = Literal["nearest", "down", "up"]
Kit = dict[Decimal, int | None]

# As many of each as it takes.
KITS: Final[dict[MassUnit, str]] = {
    "kg": "25 20 15 10 5 2.5 1.25",
    "lb": "45 35 25 10 5 2.5 1.25",
}
BARS: Final[dict[MassUnit, Decimal]] = {"kg": Decimal(20), "lb": Decimal(45)}
# No bar carries more; what a search costs grows with the load.
MOST: Final[dict[MassUnit, Decimal]] = {"kg": Decimal(550), "lb": Decimal(1200)}
MOST_KINDS: Final = 12
MOST_OF_ONE: Final = 20  # on a side: no sleeve is longer
LONGEST_MASS: Final = 10
FINEST: Final = Decimal("0.125")
THOUSAND: Final = 1000

_Pick = tuple[int, tuple[int, ...]]  # how many plates a side, and which, the heaviest first


class Loaded(NamedTuple):
    """A bar with its plates; `shortfall` is what the target has over the total, below 0 where it has less."""

    total: Decimal
    per_side: tuple[Decimal, ...]
    shortfall: Decimal

    @property
    def exact(self) -> bool:
        return not self.shortfall


def load_bar(
    target: Decimal,
    bar: Decimal,
    kit: Mapping[Decimal, int | None],
    *,
    collars: Decimal = Decimal(0),
    mode: Mode = "nearest",
) -> Loaded:
    """The best way to load a bar. A kit says how many plates there are of each mass; None is as many as it takes.

    All masses are in one unit. Where `up` finds nothing as heavy, or `down` nothing as light, it is the nearest.
    """
    wanted, empty = _thousandths(target), _thousandths(bar + collars)
    pairs = {
        _thousandths(plate): None if count is None else count // 2
        for plate, count in kit.items()
        if plate > 0 and count != 0
    }
    picks = _picks(pairs, wanted - empty)
    best = min(picks.items(), key=lambda found: _rank(empty + 2 * found[0] - wanted, mode))
    side, (_, plates) = best
    return Loaded(
        _whole(empty + 2 * side), tuple(map(_whole, plates)), _whole(wanted - empty - 2 * side)
    )


def parse_kit(text: str) -> Kit:
    """The plates of a text such as `25x4 20 15 10`: masses, and how many there are where that is limited."""
    words = text.replace("×", "x").lower().split()
    if not 1 <= len(words) <= MOST_KINDS:
        raise InvalidError(
            f"A kit has 1 to {MOST_KINDS} kinds of plates, and this one {len(words)}",
            hints=list(KITS.values()),
        )
    kit: Kit = {}
    for word in words:
        mass, _, count = word.partition("x")
        kit[_mass(mass, word)] = _count(count, word)
    return kit


def _picks(pairs: Mapping[int, int | None], room: int) -> dict[int, _Pick]:
    """Every mass that can be on a side, up to the first beyond what is wanted, with the best plates for it."""
    picks: dict[int, _Pick] = {0: (0, ())}
    if not pairs or room <= 0:
        return picks
    heaviest = max(pairs)
    limit = (room + 1) // 2 + heaviest
    step = reduce(gcd, pairs)
    limit -= limit % step
    for plate in sorted(pairs, reverse=True):
        for side, (number, plates) in list(picks.items()):
            for more in _additions(plate, pairs[plate], limit - side):
                found = (number + more, (*plates, *(plate,) * more))
                known = picks.get(side + plate * more)
                if known is None or _better(found, known):
                    picks[side + plate * more] = found
    return picks


def _additions(plate: int, count: int | None, room: int) -> Iterator[int]:
    most = room // plate
    yield from range(1, min(MOST_OF_ONE if count is None else count, most) + 1)


def _better(found: _Pick, known: _Pick) -> bool:
    return found[0] < known[0] or (found[0] == known[0] and found[1] > known[1])


def _rank(over: int, mode: Mode) -> tuple[bool, int, bool]:
    """How good a total is that is so much over the target: least is best."""
    wrong = (mode == "down" and over > 0) or (mode == "up" and over < 0)
    return wrong, abs(over), over > 0


def _mass(text: str, word: str) -> Decimal:
    try:
        mass = Decimal(text[:LONGEST_MASS].replace(",", "."))
    except InvalidOperation:
        mass = Decimal(0)
    if len(text) > LONGEST_MASS or not mass.is_finite() or not 0 < mass <= 100 or mass % FINEST:
        raise _no_plate(word)
    return plain(mass)


def _count(text: str, word: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and 2 <= int(text[:4]) <= 100):
        raise _no_plate(word)
    return int(text[:4])


def _no_plate(word: str) -> InvalidError:
    return InvalidError(
        f"{word[:40]!r} is no plate: a mass, and how many if there are few",
        hints=["25x4 20x2 15 10 5 2.5 1.25"],
    )


def _thousandths(mass: Decimal) -> int:
    return int((mass * THOUSAND).to_integral_value(ROUND_HALF_UP))


def _whole(thousandths: int) -> Decimal:
    return plain(Decimal(thousandths) / THOUSAND)
