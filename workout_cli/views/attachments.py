"""Attached files, as they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_cli.layout import Column, Table
from workout_cli.views import View
from workout_core.schemas import clean

if TYPE_CHECKING:
    from workout_core.attachments.schemas import AttachmentRead
    from workout_core.paging import Page

COLUMNS: Final = (
    Column("name", typed=True),
    Column("type"),
    Column("size"),
    Column("of"),
    Column("id"),
)
UNITS: Final = ("kB", "MB", "GB")


def size_text(count: int) -> str:
    """A number of bytes as people say it."""
    if count < 1000:
        return f"{count} B"
    size, unit = count / 1000, UNITS[0]
    for larger in UNITS[1:]:
        if round(size) >= 1000:
            size, unit = size / 1000, larger
    return f"{size:.1f} {unit}" if size < 10 else f"{size:,.0f} {unit}"


def _row(file: AttachmentRead) -> tuple[str, ...]:
    of = "workout" if file.workout_id else "exercise"
    return (file.name, file.media_type, size_text(file.size), of, str(file.id))


def _listed(files: Page[AttachmentRead]) -> Table:
    return Table(COLUMNS, [_row(each) for each in files.items])


def _removed(file: AttachmentRead) -> str:
    return f"removed {clean(file.name)}"


def _one(file: AttachmentRead) -> Table:
    return Table(COLUMNS, [_row(file)])


FILES: Final = View(_listed, lists="AttachmentRead", columns=COLUMNS)
FILE: Final = View(_one, columns=COLUMNS)
GONE: Final = View(_one, _removed, columns=COLUMNS)
