"""Rows that are left out, and when a file is refused whole for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from workout_core.errors import InvalidError
from workout_core.plurals import counted
from workout_core.transfer.reading import Rejected

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_REJECTED: Final = 100_000  # more than anybody would look at


Place = Literal["line", "row"]  # what the numbers of rejected rows are of


def reject(
    rejected: list[Rejected], line: int, reason: str, rows: int, place: Place = "line"
) -> None:
    """Leave out a row, one of so many up to here. InvalidError when there are too many to go on."""
    rejected.append(Rejected(line, reason))
    if len(rejected) > MAX_REJECTED:
        check_rejected(rejected, rows, place)


def check_rejected(rejected: Sequence[Rejected], rows: int, place: Place = "line") -> None:
    """InvalidError when more than half of the rows are bad, or so many that nobody reads them."""
    if len(rejected) * 2 <= rows and len(rejected) <= MAX_REJECTED:
        return
    first = rejected[0]
    raise InvalidError(
        f"{len(rejected):,} of {rows:,} rows can't be read, {place} {first.line}: {first.reason}",
        rejected=[{"line": each.line, "reason": each.reason} for each in rejected[:10]],
        hints=["compare them with rows that can be read; nothing was imported"],
    )


def told_repeated(rows: int) -> list[str]:
    """What is told of rows that a file has twice."""
    if not rows:
        return []
    said = counted(rows, "row stands", "rows stand")
    return [f"{said} in the file twice and {'was' if rows == 1 else 'were'} read once"]
