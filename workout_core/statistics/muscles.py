"""Hard sets by muscle: a whole one for each that an exercise is for, half of one for each that helps."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, get_args

from workout_core.statistics.bands import BANDS, PRIMARY, SECONDARY, place
from workout_core.statistics.schemas import MuscleSetsRead
from workout_core.vocabulary import Muscle

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from workout_core.db.executor import Row
    from workout_core.statistics.moves import Moves


MUSCLES: Final[tuple[Muscle, ...]] = get_args(Muscle)


def by_muscle(days: Iterable[Row], moves: Mapping[UUID, Moves]) -> list[MuscleSetsRead]:
    """The muscles that were trained, and those with a band, the most trained first."""
    direct: dict[str, int] = {}
    helped: dict[str, int] = {}
    for row in days:
        if (each := moves.get(row["exercise_id"])) is not None:
            _add(direct, set(each.primary), row["hard_sets"])
            _add(helped, set(each.secondary) - set(each.primary), row["hard_sets"])
    names = [
        muscle for muscle in MUSCLES if muscle in BANDS or direct.get(muscle) or helped.get(muscle)
    ]
    found = [_read(each, direct.get(each, 0), helped.get(each, 0)) for each in names]
    return sorted(found, key=lambda each: -each.sets)


def _add(sums: dict[str, int], muscles: Iterable[str], sets: int) -> None:
    for muscle in muscles:
        sums[muscle] = sums.get(muscle, 0) + sets


def _read(muscle: Muscle, direct: int, helped: int) -> MuscleSetsRead:
    sets = Decimal(direct) * PRIMARY + Decimal(helped) * SECONDARY
    low, high = BANDS.get(muscle, (None, None))
    return MuscleSetsRead(
        muscle=muscle,
        sets=sets,
        direct_sets=direct,
        band_low=low,
        band_high=high,
        place=place(muscle, sets),
    )
