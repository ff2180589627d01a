"""Changes, as they are shown."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from workout_cli.console import styled
from workout_cli.layout import Column, Table, aligned
from workout_cli.options import now
from workout_cli.views import View
from workout_core.operations.schemas import OperationRead, ReplayRead
from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from workout_core.paging import Page

COLUMNS: Final = (
    Column("n", "right"),
    Column("when"),
    Column("what", shrinks=True),
    Column("state"),
)
MINUTE: Final = timedelta(minutes=1)
HOUR: Final = timedelta(hours=1)
WEEK: Final = timedelta(days=7)


def replay_text(result: ReplayRead) -> str:
    """A line a change, and the way back."""
    undone = result.items[0].undone_at is not None
    told = styled("undid: " if undone else "redid: ", "dim")
    count = f" {len(result.items)}" if len(result.items) > 1 else ""
    them = "them" if count else "it"
    way = (
        f"workout redo{count} brings {them} back"
        if undone
        else f"workout undo{count} takes {them} back"
    )
    lines = [told + clean(each.summary) for each in result.items]
    return "\n".join([*lines, styled(way, "dim")])


def list_text(result: Page[OperationRead]) -> str:
    if not result.items:
        return "Nothing was changed yet. Try: workout log bench 5x5@100kg"
    return aligned(Table(COLUMNS, list(_rows(result.items, ago))))


def ago(moment: datetime) -> str:
    """How long ago it was, as in `2 min ago`; more than a week ago, its day."""
    past = now() - moment
    if past < MINUTE:
        return "just now"
    if past < HOUR:
        return f"{past // MINUTE} min ago"
    if past < timedelta(days=1):
        return f"{past // HOUR} h ago"
    if past < WEEK:
        return f"{past.days} d ago"
    return f"{moment.astimezone(now().tzinfo):%Y-%m-%d}"


def _iso(moment: datetime) -> str:
    return moment.astimezone(now().tzinfo).isoformat(timespec="seconds")


def _rows(
    items: Sequence[OperationRead], when: Callable[[datetime], str]
) -> Iterator[tuple[str, ...]]:
    """A row a change; the number is how many to undo to be before it."""
    number = 0
    for each in items:
        number += each.undone_at is None
        place = "" if each.undone_at else str(number)
        yield (place, when(each.at), each.summary, "undone" if each.undone_at else "")


def _text(result: ReplayRead | Page[OperationRead]) -> str:
    return replay_text(result) if isinstance(result, ReplayRead) else list_text(result)


def _table(result: ReplayRead | Page[OperationRead]) -> Table:
    rows = list(_rows(result.items, _iso))
    if isinstance(result, ReplayRead):
        return Table(COLUMNS[1:], [row[1:] for row in rows])
    return Table(COLUMNS, rows)


OPERATIONS: Final = View(_table, _text, lists="OperationRead")
