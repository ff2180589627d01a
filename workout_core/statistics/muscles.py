"""Hard sets by muscle: a whole one for each that an exercise is for, half of one for each that helps."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, get_args

from workout_core.statistics.schemas import MuscleSetsRead
from workout_core.vocabulary import Muscle

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from workout_core.db.executor import Row
    from workout_core.statistics.moves import Moves
    from workout_core.training.bands import Band

# A muscle that helps has half a set (Pelland et al., SportRxiv, 2024: this counting fits best).
HELPED: Final = Decimal("0.5")
MUSCLES: Final[tuple[Muscle, ...]] = get_args(Muscle)


def by_muscle(
    days: Iterable[Row], moves: Mapping[UUID, Moves], bands: Mapping[str, Band]
) -> list[MuscleSetsRead]:
    """The muscles that were trained, and those with a band, the most trained first."""
    direct: dict[str, int] = {}
    helped: dict[str, int] = {}
    for row in days:
        if (each := moves.get(row["exercise_id"])) is not None:
            _add(direct, set(each.primary), row["hard_sets"])
            _add(helped, set(each.secondary) - set(each.primary), row["hard_sets"])
    names = [
        muscle for muscle in MUSCLES if muscle in bands or direct.get(muscle) or helped.get(muscle)
    ]
    found = [
        _read(each, direct.get(each, 0), helped.get(each, 0), bands.get(each)) for each in names
    ]
    return sorted(found, key=lambda each: -each.sets)


def _add(sums: dict[str, int], muscles: Iterable[str], sets: int) -> None:
    for muscle in muscles:
        sums[muscle] = sums.get(muscle, 0) + sets


def _read(muscle: Muscle, direct: int, helped: int, band: Band | None) -> MuscleSetsRead:
    sets = direct + helped * HELPED
    return MuscleSetsRead(
        muscle=muscle,
        sets=sets,
        direct_sets=direct,
        band_low=band.low if band else None,
        band_high=band.high if band else None,
        place=band.place(sets) if band else None,
    )
