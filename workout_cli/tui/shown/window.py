"""Through which days a chart is looked at: how many, and up to which."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, NamedTuple

from workout_core.dates import parse_since

RANGES: Final = {"1m": "-1mo", "3m": "-3mo", "6m": "-6mo", "1y": "-1y", "2y": "-2y", "all": ""}
KEYS: Final = tuple(RANGES)
EARLIEST: Final = date(1900, 1, 1)
WEEK: Final = timedelta(days=7)


class Days(NamedTuple):
    """The days that are asked for; since ever, where no first one is said."""

    since: date | None
    until: date

    @property
    def first(self) -> date:
        return self.since or EARLIEST


class Window(NamedTuple):
    """A range of `RANGES` that ends with a day, or goes on ending with today."""

    range: str = "1y"
    until: date | None = None

    def days(self, today: date) -> Days:
        last = self.until or today
        back = RANGES[self.range]
        return Days(parse_since(back, last) if back else None, last)

    def panned(self, by: int, today: date) -> Window:
        """Moved by so many halves of its length: never beyond today, and not at all where it holds everything."""
        since, until = Window(self.range).days(
            today
        )  # as long wherever it is, so that it comes back
        return (
            self
            if since is None
            else self.moved(timedelta(days=by * ((until - since).days // 2)), today)
        )

    def moved(self, by: timedelta, today: date) -> Window:
        """Moved by some days, never beyond today."""
        last = max((self.until or today) + by, EARLIEST + 800 * timedelta(days=1))
        return self._replace(until=None if last >= today else last)

    def zoomed(self, by: int) -> Window:
        """With a longer range, or a shorter one, that ends with the same day."""
        at = KEYS.index(self.range) + by
        return self._replace(range=KEYS[max(0, min(at, len(KEYS) - 1))])
