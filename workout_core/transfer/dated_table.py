"""Tables whose rows have a date in an order that only the whole file tells, and each its own time of day."""

from __future__ import annotations

import re
from datetime import datetime, time
from typing import TYPE_CHECKING, Any, Final

from workout_core.transfer.day_order import day, day_order
from workout_core.transfer.table_reader import TableReader
from workout_core.transfer.tables import column
from workout_core.transfer.text import hour_of, quoted

if TYPE_CHECKING:
    from workout_core.transfer.reading import Options
    from workout_core.transfer.source import Source

_TIME: Final = re.compile(r"([0-9]{1,2})[:.]([0-9]{2})(?:[:.]([0-9]{2}))?(?:\s?([ap])\.?m\.?)?")


class DatedTableReader(TableReader):
    """Reads tables with the fields `date` and `time`; a workout begins with its first row in time."""

    def __init__(self, source: Source, options: Options) -> None:
        super().__init__(source, options)
        self._order = day_order(column(source, self.columns, "date"), options.date_order)
        self._starts: dict[str, datetime] = {}

    def when(self, cells: list[str]) -> datetime:
        """When the row's set was done."""
        on = day(self.cell(cells, "date"), self._order.order or "dmy")
        return datetime.combine(on, time_of_day(self.cell(cells, "time")))

    def begins(self, key: str, at: datetime) -> datetime:
        """When a workout begins, as far as rows were read; the second reading knows all of them."""
        start = self._starts[key] = min(at, self._starts.get(key, at))
        return start

    def facts(self) -> dict[str, Any]:
        return {
            "date_order": self._order.order,
            "date_reason": self._order.reason,
            "date_certain": self._order.certain,
        }


def time_of_day(cell: str) -> time:
    """A time such as `18:30`, `18:30:15` or `6:30 PM`."""
    found = _TIME.fullmatch(cell.strip().casefold())
    if found is None:
        raise ValueError(f"{quoted(cell)} is no time of day like 18:30")
    hour, minute, second, half = found.groups()
    hours = hour_of(hour, half, cell)
    try:
        return time(hours, int(minute), int(second or 0))
    except ValueError:
        raise ValueError(f"{quoted(cell)} is no time of day that exists") from None
