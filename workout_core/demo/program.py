"""What the demo trains: push, pull and legs in turns, with runs between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from workout_core.vocabulary import LoadMode


class Lift(NamedTuple):
    """An exercise of a training day, in kilograms.

    `start` is what could be lifted once at the beginning, and `gain` what a year adds; of moves of the body both are
    the load added to the body. `reps` are fixed, or follow the block (None). Lifts of a superset have the same `pair`.
    """

    exercise: str
    start: float
    gain: float
    step: float
    sets: int
    reps: int | None = None
    load_mode: LoadMode = "absolute"
    warmups: bool = False
    drops: bool = False
    pair: int | None = None


class Week(NamedTuple):
    """A week of a block: how many repetitions a main lift has, and at which share of what could be lifted once."""

    reps: int
    share: float
    deload: bool = False


DAYS: Final[dict[str, tuple[Lift, ...]]] = {
    "Push": (
        Lift("barbell-bench-press", 92, 27, 2.5, 4, warmups=True),
        Lift("barbell-overhead-press", 58, 14, 1.25, 3, warmups=True),
        Lift("incline-dumbbell-press", 36, 10, 2, 3, 10),
        Lift("dumbbell-lateral-raise", 13, 5, 1, 3, 15, pair=1, drops=True),
        Lift("cable-triceps-pushdown", 40, 14, 2.5, 3, 12, pair=1),
    ),
    "Pull": (
        Lift("barbell-deadlift", 150, 45, 2.5, 3, warmups=True),
        Lift("pull-up", 26, 20, 1.25, 4, 6, load_mode="added"),
        Lift("barbell-row", 82, 24, 2.5, 3, 8, warmups=True),
        Lift("cable-face-pull", 38, 12, 2.5, 3, 15, pair=1),
        Lift("barbell-curl", 46, 12, 1.25, 3, 10, pair=1),
    ),
    "Legs": (
        Lift("barbell-squat", 118, 42, 2.5, 4, warmups=True),
        Lift("barbell-romanian-deadlift", 112, 34, 2.5, 3, 8),
        Lift("machine-leg-press", 230, 80, 5, 3, 12),
        Lift("machine-seated-leg-curl", 68, 20, 2.5, 3, 12, pair=1, drops=True),
        Lift("machine-standing-calf-raise", 110, 45, 5, 3, 12, pair=1),
    ),
}
TURNS: Final = tuple(DAYS)
# Five weeks up, then one at ease.
BLOCK: Final = (
    Week(8, 0.76),
    Week(6, 0.80),
    Week(5, 0.84),
    Week(4, 0.87),
    Week(3, 0.90),
    Week(5, 0.60, deload=True),
)
# Weekdays from Monday (0), and when a session begins there.
LIFTING: Final = {0: (18, 10), 2: (18, 25), 4: (17, 40), 5: (10, 15)}
EASY_RUN: Final = 1
LONG_RUN: Final = 6
WEIGH_INS: Final = (0, 3)
WARMUPS: Final = ((0.4, 8), (0.6, 5), (0.8, 2))
NOTES: Final = (
    "felt strong",
    "slept badly",
    "left shoulder a bit tight",
    "gym was full, long rests",
    "new shoes",
    "bar speed was good today",
    "rushed, little time",
    "grip gave out first",
)
