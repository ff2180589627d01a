"""Several loads one after another, with as few plates moved as can be.

A sleeve is a stack: what is below must be bared before it comes off. From an empty bar, each plate put on or taken
off a side is a move. Of ways with as few moves the one with the fewest plates is taken, then the one with the heavier
plates inside.

A plate that stays on from one load to another lies below all that comes and goes meanwhile, so loads i to j share a
base. The base grows by a plate, or the loads are split in two that share no more; trying both, from the whole sequence
down, finds the fewest moves. A stack has at most two plates more than the fewest for its load, one where these are
more than five and none where they are more than eight: what a search costs grows with them.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from workout_core.training.plates import load_bar
from workout_core.units import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from workout_core.training.plates import Mode

THOUSAND: Final = 1000
SPARE: Final = ((5, 2), (8, 1))  # up to so many plates, so many more
PAIRS_AT_MOST: Final = 20

_Stack = tuple[int, ...]
_Way = tuple[int, int, tuple[_Stack, ...]]  # moves, plates in all, and the stacks above the base


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
    loaded = [load_bar(target, bar, kit, collars=collars, mode=mode) for target in targets]
    search = _Search(
        [sum(map(_thousandths, each.per_side)) for each in loaded],
        [_most(len(each.per_side)) for each in loaded],
        {
            _thousandths(plate): PAIRS_AT_MOST if count is None else count // 2
            for plate, count in kit.items()
        },
    )
    stages: list[Stage] = []
    before: _Stack = ()
    for each, stack in zip(loaded, search.stacks(), strict=True):
        stages.append(_stage(each.total, each.shortfall, before, stack))
        before = stack
    return stages


def moves_in_turn(stacks: Sequence[tuple[Decimal, ...]]) -> int:
    """The moves a side of stacks one after another, from an empty bar."""
    pairs = zip(((), *stacks), stacks, strict=False)
    return sum(len(old) + len(new) - 2 * _shared(old, new) for old, new in pairs)


class _Search:
    def __init__(self, sides: list[int], most: list[int], pairs: dict[int, int]) -> None:
        self._sides = sides
        self._most = most
        self._plates = sorted((plate for plate, count in pairs.items() if count), reverse=True)
        self._pairs = [pairs[plate] for plate in self._plates]
        self._known: dict[tuple[int, int, tuple[int, ...], int], _Way | None] = {}

    def stacks(self) -> tuple[_Stack, ...]:
        way = self._best(0, len(self._sides) - 1, (0,) * len(self._plates), 0)
        assert way is not None
        return way[2]

    def _best(self, first: int, last: int, base: tuple[int, ...], heaviest: int) -> _Way | None:
        """The best way above a base for the loads of a span; the base grows by plates from one kind on only."""
        key = (first, last, base, heaviest)
        if key not in self._known:
            ways = (*self._grown(*key), *self._split(first, last, base))
            self._known[key] = min(ways, key=_rank, default=None)
        return self._known[key]

    def _grown(self, first: int, last: int, base: tuple[int, ...], heaviest: int) -> Iterator[_Way]:
        if first == last and self._mass(base) == self._sides[first]:
            yield 0, 0, ((),)
            return
        cost = 1 if last == len(self._sides) - 1 else 2  # what is on at the end stays on
        for kind in range(heaviest, len(self._plates)):
            grown = (*base[:kind], base[kind] + 1, *base[kind + 1 :])
            if grown[kind] > self._pairs[kind] or not self._leads(first, last, grown):
                continue
            if way := self._best(first, last, grown, kind):
                moves, plates, stacks = way
                held = tuple((self._plates[kind], *stack) for stack in stacks)
                yield moves + cost, plates + len(stacks), held

    def _split(self, first: int, last: int, base: tuple[int, ...]) -> Iterator[_Way]:
        for middle in range(first, last):
            one = self._best(first, middle, base, 0)
            other = self._best(middle + 1, last, base, 0) if one else None
            if one and other:
                yield one[0] + other[0], one[1] + other[1], one[2] + other[2]

    def _leads(self, first: int, last: int, base: tuple[int, ...]) -> bool:
        """Whether each load of a span may still be made above a base, without too many plates."""
        mass, count = self._mass(base), sum(base)
        return all(
            mass <= side and count + -(-(side - mass) // self._plates[0]) <= most
            for side, most in zip(
                self._sides[first : last + 1], self._most[first : last + 1], strict=True
            )
        )

    def _mass(self, base: tuple[int, ...]) -> int:
        return sum(plate * count for plate, count in zip(self._plates, base, strict=True))


def _most(fewest: int) -> int:
    return fewest + next((spare for most, spare in SPARE if fewest <= most), 0)


def _rank(way: _Way) -> tuple[int, int, list[list[int]]]:
    """The fewest moves, then the fewest plates, then the heavier inside: least is best."""
    return way[0], way[1], [[-plate for plate in stack] for stack in way[2]]


def _stage(total: Decimal, shortfall: Decimal, before: _Stack, stack: _Stack) -> Stage:
    shared = _shared(before, stack)
    off = tuple(reversed(before[shared:]))
    return Stage(total, shortfall, _whole(stack), _whole(off), _whole(stack[shared:]))


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


def _whole(stack: _Stack) -> tuple[Decimal, ...]:
    return tuple(plain(Decimal(plate) / THOUSAND) for plate in stack)
