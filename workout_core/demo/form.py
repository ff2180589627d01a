"""How strong, fast and heavy somebody is on each day of the demo."""

from __future__ import annotations

from math import exp, sin
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from random import Random

WEEK: Final = 7
ILL_FROM: Final = 0.62  # of all days
ILL_DAYS: Final = 10
LEAST_WEEKS: Final = 8  # of a demo with an illness
BACK_AFTER: Final = 28  # days until what an illness took is back
LOST: Final = 0.06
YEAR: Final = 364
SOON: Final = 1.6  # how much more is gained at first than later


class Form(NamedTuple):
    """Somebody over so many days, with what chance does to single days."""

    days: int
    random: Random

    @property
    def ill_from(self) -> int | None:
        """The day on which an illness begins."""
        return int(self.days * ILL_FROM) if self.days >= LEAST_WEEKS * WEEK else None

    def is_ill(self, day: int) -> bool:
        return self.ill_from is not None and self.ill_from <= day < self.ill_from + ILL_DAYS

    def gained(self, day: int) -> float:
        """The share of a year's gain that is there: 1 after a year, more of it early."""
        return (1 - exp(-SOON * day / YEAR)) / (1 - exp(-SOON))

    def strength(self, start: float, gain: float, day: int) -> float:
        """What could be lifted once."""
        well = (start + gain * self.gained(day)) * (1 - LOST * self._weakened(day))
        return well * self.random.gauss(1, 0.012)

    def pace(self, day: int) -> float:
        """Seconds for a kilometre of an easy run."""
        well = 372 - 38 * self.gained(day)
        return (well + 25 * self._weakened(day)) * self.random.gauss(1, 0.015)

    def weight(self, day: int) -> float:
        """Kilograms in the morning: less up to the middle, then some back as muscle."""
        drift = 84.5 - 4.2 * sin(2.2 * day / YEAR)
        return drift - 1.6 * self._weakened(day) + self.random.gauss(0, 0.35)

    def _weakened(self, day: int) -> float:
        """1 on the last day of an illness, and less from day to day."""
        if self.ill_from is None or day < self.ill_from:
            return 0
        since = day - self.ill_from - ILL_DAYS
        return min(1.0, max(0.0, 1 - since / BACK_AFTER))
