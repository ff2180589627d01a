"""In which order a file writes day, month and year: `05/16/18` and `16/05/18` come from the same app.

Context: apps write dates as the phone does, and the file does not say which phone it was. Decision: all dates of
a file are looked at. A field above 12 can be no month and decides; points between the fields stand only in
countries that begin with the day; else the order in which the dates rise or fall steadily is right, since apps
write their history sorted. Consequences: files that stay open are asked about, none is read by a wild guess.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from workout_core.errors import InvalidError
from workout_core.transfer.text import check_year, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workout_core.transfer.reading import DateOrder

LAST_CENTURY: Final = 70  # two digits from here on are a year of 1900
TURNS: Final = (
    10  # a sorted file turns at most once in so many dates, as where two files were joined
)
NAMES: Final[dict[DateOrder, str]] = {
    "dmy": "day, month, year",
    "mdy": "month, day, year",
    "ymd": "year, month, day",
}

_DATE: Final = re.compile(r"([0-9]{1,4})([/.-]) ?([0-9]{1,2})\2 ?([0-9]{1,4})\.?")


class DayOrder(NamedTuple):
    """The order of a file's dates, how it is known, and whether a person need not be asked.

    The order is None where the file has no dates.
    """

    order: DateOrder | None
    reason: str
    certain: bool = True


def day_order(dates: Iterable[str], given: DateOrder | None = None) -> DayOrder:
    """The order in which these dates of one file are written; cells that are no dates are passed over.

    InvalidError where two dates contradict each other. What a person says wins without a look.
    """
    if given:
        return DayOrder(given, "given")
    seen = _Seen()
    for each in dates:
        seen.take(each)
    return seen.decide()


@lru_cache(4096)
def day(text: str, order: DateOrder) -> date:
    """The date that a cell holds in an order; one that begins with four digits begins with the year."""
    fields = _fields(text)
    if fields is None:
        raise ValueError(f"{quoted(text)} is no date like 31/05/2024")
    first, second, third = fields
    if len(first) > 2 or order == "ymd":
        year, month, number = first, second, third
    elif order == "dmy":
        number, month, year = first, second, third
    else:
        month, number, year = first, second, third
    try:
        found = date(_year(year), int(month), int(number))
    except ValueError:
        raise ValueError(f"{quoted(text)} is no {NAMES[order]} that exists") from None
    check_year(found.year, text)
    return found


@lru_cache(4096)
def _fields(text: str) -> tuple[str, str, str] | None:
    found = _DATE.fullmatch(text.strip())
    if found is None:
        return None
    first, _, second, third = found.groups()
    lengths = len(first), len(third)
    sound = lengths[1] in (2, 4) if lengths[0] <= 2 else lengths[0] == 4 and lengths[1] <= 2
    return (first, second, third) if sound else None


def _year(digits: str) -> int:
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (1900 if year >= LAST_CENTURY else 2000)


class _Seen:
    """What the dates of a file say of their order."""

    def __init__(self) -> None:
        self.only: dict[DateOrder, str] = {}  # the first date that can be read in no other order
        self.points = self.open = False
        self.steady: dict[DateOrder, _Steady] = {"dmy": _Steady(), "mdy": _Steady()}

    def take(self, text: str) -> None:
        fields = _fields(text)
        if fields is None:
            return
        first, second = int(fields[0]), int(fields[1])
        if min(first, second) > 12:
            return  # neither is a month
        if first > 31:
            self.only.setdefault("ymd", text)
            return
        if first > 12 or second > 12:
            self.only.setdefault("dmy" if first > 12 else "mdy", text)
            return
        self.points = self.points or "." in text
        self.open = self.open or first != second
        for order, steady in self.steady.items():
            steady.take(
                (_year(fields[2]), *((second, first) if order == "dmy" else (first, second)))
            )

    def decide(self) -> DayOrder:
        """What follows from all dates."""
        said = self.only
        if "dmy" in said and "mdy" in said:
            raise InvalidError(
                f"The dates are not all in one order: {quoted(said['dmy'])} begins with the day, "
                f"{quoted(said['mdy'])} with the month",
                hints=["give --date-order dmy or --date-order mdy: what does not fit is left out"],
            )
        order: DateOrder
        for order in ("dmy", "mdy"):
            if order in said:
                return DayOrder(order, f"{quoted(said[order])} can be no other")
        if not self.steady["dmy"].last:
            if "ymd" in said:
                return DayOrder("ymd", f"{quoted(said['ymd'])} begins with the year")
            return DayOrder(None, "the file has no dates")
        return self._of_open()

    def _of_open(self) -> DayOrder:
        """The order of dates that all could be meant two ways."""
        if self.points:
            return DayOrder("dmy", "dates with points begin with the day")
        if not self.open:
            return DayOrder("dmy", "day and month are the same number in all dates")
        steady: list[DateOrder] = [order for order in self.steady if self.steady[order].holds()]
        if len(steady) == 1:
            return DayOrder(steady[0], f"only as {NAMES[steady[0]]} the dates are sorted")
        return DayOrder("dmy", "no day is above 12: it could be the month as well", certain=False)


class _Steady:
    """Whether dates rise or fall one after another."""

    def __init__(self) -> None:
        self.last: tuple[int, int, int] | None = None
        self.rises = self.falls = 0

    def take(self, date_: tuple[int, int, int]) -> None:
        if self.last is not None:
            self.rises += date_ > self.last
            self.falls += date_ < self.last
        self.last = date_

    def holds(self) -> bool:
        return min(self.rises, self.falls) * TURNS <= self.rises + self.falls
