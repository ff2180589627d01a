"""When a file is refused whole: more than half of its rows cannot be read, or more than anybody would look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_core.errors import InvalidError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_core.transfer.reading import Rejected

MAX_REJECTED: Final = 100_000


def check_rejected(rejected: Sequence[Rejected], rows: int, place: str = "line") -> None:
    """InvalidError when more than half of the rows are bad, or so many that nobody reads them.

    `place` is what the numbers of the rejected ones count.
    """
    if len(rejected) * 2 <= rows and len(rejected) <= MAX_REJECTED:
        return
    first = rejected[0]
    bad = f"{len(rejected):,} of {rows:,} rows can't be read"
    if len(rejected) > MAX_REJECTED:
        bad = f"More than {MAX_REJECTED:,} rows can't be read, which is the limit"
    raise InvalidError(
        f"{bad}, {place} {first.line}: {first.reason}",
        rejected=[{"line": each.line, "reason": each.reason} for each in rejected[:10]],
        hints=["compare these lines with the header; nothing was imported"],
    )
