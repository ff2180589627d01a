"""Copies of the database, as they are shown."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from workout_cli import wording
from workout_cli.layout import Column, Table
from workout_cli.options import zone
from workout_cli.views import View
from workout_core.plurals import counted
from workout_core.schemas import ReadSchema, clean

if TYPE_CHECKING:
    from workout_core.paging import Page


class CopyRead(ReadSchema):
    """A copy of the database: why and when it was made, and what it holds, which is unknown of a damaged one.

    The bytes of attached files are in none; `files` is how many it names.
    """

    path: str
    kind: str
    made_at: datetime
    size_bytes: int
    workouts: int | None
    sets: int | None
    newest: date | None
    files: int | None


class RestoreRead(ReadSchema):
    """What a copy holds, what stood in its place, and where that has been put aside."""

    copy_path: str
    workouts: int
    sets: int
    newest: date | None
    replaced_path: str | None
    dry_run: bool


COLUMNS: Final = (
    Column("n", "right"),
    Column("made"),
    Column("kind"),
    Column("size", "right"),
    Column("workouts", "right"),
    Column("sets", "right"),
    Column("newest"),
    Column("file", shrinks=True),
)


def size(count: int) -> str:
    """A number of bytes as people read it: `152 kB`."""
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))} kB"
    return f"{count / 1_000_000:,.1f} MB"


def holds(workouts: int, sets: int, newest: date | None) -> str:
    """`12 workouts, 310 sets, the newest of Mon 23 Nov 2026`."""
    told = f"{counted(workouts, 'workout')}, {counted(sets, 'set')}"
    return f"{told}, the newest of {wording.day(newest)}" if newest else told


def _copies(result: Page[CopyRead]) -> Table:
    return Table(COLUMNS, [_row(number, each) for number, each in enumerate(result.items, 1)])


def _row(number: int, copy: CopyRead) -> tuple[str, ...]:
    name = copy.path.rpartition("/")[2]
    made = f"{copy.made_at.astimezone(zone()):%Y-%m-%d %H:%M}"
    if copy.workouts is None or copy.sets is None:
        return (str(number), made, copy.kind, size(copy.size_bytes), "damaged", "", "", name)
    held = (str(copy.workouts), str(copy.sets), str(copy.newest or ""))
    return (str(number), made, copy.kind, size(copy.size_bytes), *held, name)


def _copy(result: CopyRead) -> str:
    held = holds(result.workouts or 0, result.sets or 0, result.newest)
    return f"{clean(result.path)}\n{held}, {size(result.size_bytes)}"


def _restored(result: RestoreRead) -> str:
    verb = "would restore" if result.dry_run else "restored"
    told = f"{verb} {holds(result.workouts, result.sets, result.newest)}"
    if result.replaced_path is None:
        return told
    return f"{told}\nwhat was there is in {clean(result.replaced_path)}"


COPIES: Final = View(_copies, lists="CopyRead")
COPY: Final = View(text=_copy)
RESTORED: Final = View(text=_restored)
