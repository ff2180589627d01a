"""How many hard sets a week for a muscle are few or many: one neutral band each, which says nothing of what is best.

The bands are common advice for people past their first year (the landmarks of Israetel, 2017, are an expert's
opinion and differ much from person to person). What is said of the back holds for lats and upper back, and of the
shoulders for each head of the deltoid. Muscles of which nothing is said have none.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from workout_core.statistics.schemas import Standing
    from workout_core.vocabulary import Muscle

PRIMARY: Final = Decimal(1)
# A muscle that helps has half a set (Pelland et al., SportRxiv, 2024: this counting fits best).
SECONDARY: Final = Decimal("0.5")
BANDS: Final[dict[Muscle, tuple[int, int]]] = {
    "chest": (10, 20),
    "lats": (10, 22),
    "upper_back": (10, 22),
    "front_delts": (8, 18),
    "side_delts": (8, 18),
    "rear_delts": (8, 18),
    "biceps": (6, 14),
    "triceps": (6, 14),
    "quads": (8, 18),
    "hamstrings": (6, 14),
    "glutes": (6, 16),
    "calves": (6, 12),
    "abdominals": (4, 10),
}


def place(muscle: Muscle, sets: Decimal) -> Standing | None:
    """Where so many sets a week are: below, inside or above the muscle's band."""
    if muscle not in BANDS:
        return None
    low, high = BANDS[muscle]
    return "below" if sets < low else "above" if sets > high else "inside"
