"""Several loads one after another, with as few plates moved as can be.

A sleeve is a stack: what is below must be bared before it comes off. From an empty bar, each plate put on or taken
off a side is a move. Of ways with as few moves the one with the fewest plates is taken, then the one with the heavier
plates inside.

A plate that stays on from one load to another lies below all that comes and goes meanwhile, so loads i to j share a
base. The base grows by a plate, or the loads are split in two that share no more; trying both, from the whole sequence
down, finds the fewest moves. What cannot be better than what is found is not tried: from one load to the next there
are at least as many moves as it takes plates, on or off, to make their difference. Where a search grows long all the
same (many loads that differ little, near the most that a bar bears), each load is made from the one before it with
the fewest moves, which may be some more in all.
"""

from __future__ import annotations

from collections import Counter, deque
from decimal import Decimal
from functools import partial, reduce
from itertools import accumulate, pairwise
from math import gcd
from operator import itemgetter, mul
from typing import TYPE_CHECKING, Final, NamedTuple

from workout_core.training.plates import load_bar
from workout_core.units import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from workout_core.training.plates import Loaded, Mode

THOUSAND: Final = 1000
PAIRS_AT_MOST: Final = 20
NEVER: Final = 1000
LONGEST: Final = 5_000
TAKEN_OFF: Final = 5

Stack = tuple[Decimal, ...]
_Stack = tuple[int, ...]
_Way = tuple[int, int, tuple[_Stack, ...]]  # moves, plates in all, and the stacks above the base
# Moves and plates at least, the place among ways as good, and the way itself.
_Try = tuple[int, int, int, "Callable[[], _Way | None]"]


class Stage(NamedTuple):
    """A load of a sequence: its stack from the inside out, and which plates of a side come off and go on for it."""

    total: Decimal
    shortfall: Decimal
    per_side: tuple[Decimal, ...]
    off: tuple[Decimal, ...]
    on: tuple[Decimal, ...]


def load_in_sequence(
    targets: Sequence[Decimal],
    bar: Decimal,
    kit: Mapping[Decimal, int | None],
    *,
    collars: Decimal = Decimal(0),
    mode: Mode = "nearest",
) -> list[Stage]:
    """How to load a bar for one target after another, each as `load_bar` comes to it, with the fewest moves.

    All masses are in one unit; the bar is empty at first.
    """
    empty = bar + collars
    loaded = [load_bar(target, empty, kit, mode=mode) for target in targets]
    try:
        stacks = _fewest(loaded, kit)
    except _TooLongError:
        ways = [each.per_side for each in loaded], _one_by_one(loaded, empty, kit)
        stacks = min(ways, key=moves_in_turn)
    befores = [(), *stacks]
    return [
        _stage(each, before, stack)
        for each, before, stack in zip(loaded, befores, stacks, strict=False)
    ]


def moves_in_turn(stacks: Sequence[Sequence[object]]) -> int:
    """The moves a side of stacks one after another, from an empty bar."""
    pairs = zip(((), *stacks), stacks, strict=False)
    return sum(len(old) + len(new) - 2 * _shared(old, new) for old, new in pairs)


class _TooLongError(Exception):
    """More was tried than a sequence of loads is worth."""


class _Search:
    """Finds the stacks for the masses of a side, in turn."""

    def __init__(self, sides: Sequence[int], pairs: Mapping[int, int]) -> None:
        self._plates = sorted((plate for plate, count in pairs.items() if count), reverse=True)
        self._pairs = [pairs[plate] for plate in self._plates]
        self._sides = sides
        self._least = _Least(self._plates, max(sides))
        steps = (self._least.between(one, other) for one, other in pairwise(sides))
        self._steps = list(accumulate(steps, initial=0))
        self._known: dict[tuple[int, int, tuple[int, ...], int], _Way | None] = {}

    def stacks(self) -> tuple[_Stack, ...]:
        way = self._best(0, len(self._sides) - 1, (0,) * len(self._plates), 0)
        assert way is not None
        return way[2]

    def _best(self, first: int, last: int, base: tuple[int, ...], heaviest: int) -> _Way | None:
        """The best way above a base for the loads of a span; the base grows by plates from one kind on only."""
        key = (first, last, base, heaviest)
        if key not in self._known:
            if len(self._known) > LONGEST:
                raise _TooLongError
            self._known[key] = self._found(*key)
        return self._known[key]

    def _found(self, first: int, last: int, base: tuple[int, ...], heaviest: int) -> _Way | None:
        if first == last and self._mass(base) == self._sides[first]:
            return 0, 0, ((),)
        best: _Way | None = None
        tries = [*self._growing(first, last, base, heaviest), *self._splitting(first, last, base)]
        for moves, plates, _, way in sorted(tries, key=itemgetter(0, 1, 2)):
            if best and (moves, plates) >= best[:2]:
                break
            found = way()
            if found and (best is None or found[:2] < best[:2]):
                best = found
        return best

    def _growing(
        self, first: int, last: int, base: tuple[int, ...], heaviest: int
    ) -> Iterator[_Try]:
        cost = 1 if last == len(self._sides) - 1 else 2  # what is on at the end stays on
        for kind in range(heaviest, len(self._plates)):
            grown = (*base[:kind], base[kind] + 1, *base[kind + 1 :])
            bound = self._bound(first, last, grown) if grown[kind] <= self._pairs[kind] else None
            if bound:
                held = last - first + 1
                way = partial(self._grown, first, last, grown, kind, cost)
                yield bound[0] + cost, bound[1] + held, kind, way

    def _grown(
        self, first: int, last: int, base: tuple[int, ...], kind: int, cost: int
    ) -> _Way | None:
        if (found := self._best(first, last, base, kind)) is None:
            return None
        stacks = tuple((self._plates[kind], *stack) for stack in found[2])
        return found[0] + cost, found[1] + len(stacks), stacks

    def _splitting(self, first: int, last: int, base: tuple[int, ...]) -> Iterator[_Try]:
        for middle in range(first, last):
            one, other = self._bound(first, middle, base), self._bound(middle + 1, last, base)
            if one and other:
                way = partial(self._split, first, middle, last, base)
                yield one[0] + other[0], one[1] + other[1], len(self._plates) + middle, way

    def _split(self, first: int, middle: int, last: int, base: tuple[int, ...]) -> _Way | None:
        one = self._best(first, middle, base, 0)
        other = self._best(middle + 1, last, base, 0) if one else None
        if one is None or other is None:
            return None
        return one[0] + other[0], one[1] + other[1], one[2] + other[2]

    def _bound(self, first: int, last: int, base: tuple[int, ...]) -> tuple[int, int] | None:
        """The moves and plates above a base that a span takes at least; None where it cannot be done."""
        mass = self._mass(base)
        needs = [self._least.making(side - mass) for side in self._sides[first : last + 1]]
        if NEVER in needs:
            return None
        moves = needs[0] + self._steps[last] - self._steps[first]
        if last < len(self._sides) - 1:
            moves += needs[-1]
        return moves, sum(needs)

    def _mass(self, base: tuple[int, ...]) -> int:
        return sum(map(mul, self._plates, base))


class _Least:
    """How many plates it takes at least, of however many there are."""

    def __init__(self, plates: Sequence[int], most: int) -> None:
        self._unit = reduce(gcd, plates, 0) or 1
        self._reach = (most + max(plates, default=0)) // self._unit
        units = [plate // self._unit for plate in plates]
        self._making = self._counts(units, 0)
        self._between = self._counts([*units, *(-each for each in units)], -self._reach)

    def making(self, mass: int) -> int:
        """Plates that come to a mass; NEVER for one that no plates come to."""
        return self._making.get(mass // self._unit, NEVER)

    def between(self, one: int, other: int) -> int:
        """Plates to put on or take off to come from a mass to another."""
        return self._between[(other - one) // self._unit]

    def _counts(self, steps: Sequence[int], least: int) -> dict[int, int]:
        counts, reached = {0: 0}, deque([0])
        while reached:
            mass = reached.popleft()
            for step in steps:
                after = mass + step
                if least <= after <= self._reach and after not in counts:
                    counts[after] = counts[mass] + 1
                    reached.append(after)
        return counts


def _fewest(loaded: Sequence[Loaded], kit: Mapping[Decimal, int | None]) -> list[Stack]:
    """The stacks with the fewest moves in all."""
    sides = [sum(map(_thousandths, each.per_side)) for each in loaded]
    pairs = {
        _thousandths(plate): PAIRS_AT_MOST if count is None else count // 2
        for plate, count in kit.items()
    }
    return [
        tuple(plain(Decimal(plate) / THOUSAND) for plate in stack)
        for stack in _Search(sides, pairs).stacks()
    ]


def _one_by_one(
    loaded: Sequence[Loaded], empty: Decimal, kit: Mapping[Decimal, int | None]
) -> list[Stack]:
    """Stacks of which each is made from the one before it, by taking off a few plates or all, with the fewest moves."""
    stacks: list[Stack] = []
    before: Stack = ()
    for each in loaded:
        kept = [before[:count] for count in range(len(before), -1, -1)][:TAKEN_OFF]
        fills = [(base, _fill(base, each.total, empty, kit)) for base in kept]
        made = [each.per_side, *(base + more for base, more in fills if more is not None)]
        before = min(made, key=lambda stack: moves_in_turn([before, stack]))
        stacks.append(before)
    return stacks


def _fill(
    base: Stack, total: Decimal, empty: Decimal, kit: Mapping[Decimal, int | None]
) -> Stack | None:
    """The fewest plates that make a total above a base; None where none do."""
    on = Counter(base)
    left = {plate: None if count is None else count - 2 * on[plate] for plate, count in kit.items()}
    found = load_bar(total, empty + 2 * sum(base), left, mode="down")
    return found.per_side if found.exact else None


def _stage(loaded: Loaded, before: Stack, stack: Stack) -> Stage:
    shared = _shared(before, stack)
    off = tuple(reversed(before[shared:]))
    return Stage(loaded.total, loaded.shortfall, stack, off, stack[shared:])


def _shared(old: Sequence[object], new: Sequence[object]) -> int:
    """How many plates two stacks share from the inside out."""
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count


def _thousandths(mass: Decimal) -> int:
    return int(mass * THOUSAND)
