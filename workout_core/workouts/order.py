"""The order of executions in a workout and of sets in an execution."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from uuid import UUID

    from workout_core.db.executor import Row


def placed(rows: Sequence[Row], moving: UUID, place: int) -> list[Row]:
    """The rows with one of them at another place, from 0; a place beyond the end is the end."""
    others = [row for row in rows if row["id"] != moving]
    one = [row for row in rows if row["id"] == moving]
    return [*others[:place], *one, *others[place:]]


def numbered(rows: Sequence[Row]) -> Iterator[tuple[Row, int]]:
    """The rows with positions that rise in their order; those that do already stay."""
    least = 0
    for row in rows:
        least = max(least, row["position"])
        yield row, least
        least += 1
