"""When the rows of a file were, in whatever form it says so: ISO, day or month first, a month's name, an offset.

The order of day and month is that of the whole file, since hardly any date tells it by itself.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple

from workout_core.transfer.day_order import NAMES, DayOrder, day, day_order
from workout_core.transfer.moments import Offsets, moment
from workout_core.transfer.named_dates import named_time
from workout_core.transfer.text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from workout_core.transfer.reading import DateOrder

_NUMBERS: Final = re.compile(
    r"(?P<day>[0-9]{1,4}(?P<mark>[/.-]) ?[0-9]{1,2}(?P=mark) ?[0-9]{1,4}\.?)(?:(?:\s*,\s*|\s+|T)(?P<time>.*))?"
)
_POINTS: Final = re.compile(r"([0-9]{1,2})\.([0-9]{2})(?:\.([0-9]{2}))?(?=$|\s)")
MAX_LENGTH: Final = 60
ORDERS: Final[tuple[DateOrder, ...]] = ("dmy", "mdy")
MUCH: Final = 10  # times as long a span is one of days in the wrong order


class When(NamedTuple):
    """A time, and whether the file gives a time of day; where it does not, the day begins."""

    at: datetime
    timed: bool


class Dates:
    """Reads the dates of one file, whose cells have to be seen before."""

    def __init__(self, dates: Iterable[str], given: DateOrder | None) -> None:
        self.order = day_order(map(_day_of, dates), given)
        self._offsets = Offsets()

    def bring_close(self, dates: Iterable[str]) -> None:
        """Of an open order, take the one under which the days follow closely, as those of weighings do.

        Read in the wrong order, neighbouring days lie a month apart.
        """
        days = {_day_of(each) for each in dates} - {""}
        spans = {order: _span(days, order) for order in ORDERS}
        order = min(ORDERS, key=lambda each: spans[each])
        if spans[order] * MUCH <= max(spans.values()):
            reason = f"only as {NAMES[order]} the days follow closely"
            self.order = DayOrder(order, reason)

    def when(self, date: str, time: str = "") -> When:
        """What a date, and a time of day beside it, mean. ValueError where they are none."""
        date, time = date.strip(), time.strip()
        if max(len(date), len(time)) > MAX_LENGTH:
            raise ValueError(f"{quoted(date)} is no date")
        found = _NUMBERS.fullmatch(date)
        when = self._numbered(found, time) if found else _named(date, time)
        self._offsets.check(when.at, date)
        return when

    def _numbered(self, found: re.Match[str], time: str) -> When:
        on = day(found["day"], self.order.order or "dmy")
        written = _POINTS.sub(_with_colons, (found["time"] or "").strip() or time)
        return When(moment(f"{on.isoformat()} {written or '00:00'}"), bool(written))


def _span(days: Iterable[str], order: DateOrder) -> int:
    """How many days lie between the first and the last."""
    read = []
    for each in days:
        with suppress(ValueError):
            read.append(day(each, order))
    return (max(read) - min(read)).days if read else 0


def _day_of(cell: str) -> str:
    found = _NUMBERS.fullmatch(cell.strip()[:MAX_LENGTH])
    return found["day"] if found else ""


def _with_colons(found: re.Match[str]) -> str:
    return ":".join(part for part in found.groups() if part)


def _named(date: str, time: str) -> When:
    written = f"{date} {time}".strip()
    if not date:
        raise ValueError("no date")
    timed = ":" in written or bool(time)
    return When(named_time(written if timed else f"{written} 00:00"), timed)
