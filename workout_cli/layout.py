"""Tables of text: aligned for a person, separated for a program; the cells are the same."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from workout_cli.console import styled, width
from workout_cli.widths import cut, display_width
from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

GAP: Final = 2
NARROWEST: Final = 6


class Column(NamedTuple):
    """A column: its name, the side on which its cells stand, and whether it may be cut where room is short."""

    name: str
    align: Literal["left", "right"] = "left"
    shrinks: bool = False


class Table(NamedTuple):
    """Columns and rows of text."""

    columns: tuple[Column, ...]
    rows: Sequence[tuple[str, ...]]


def aligned(table: Table) -> str:
    """The table for a person, cut to the width of the terminal."""
    cells = [tuple(clean(cell) for cell in row) for row in table.rows]
    widths = _widths(table.columns, cells)
    heads = tuple(column.name for column in table.columns)
    lines = [styled(_line(table.columns, heads, widths), "dim")]
    lines += [_line(table.columns, row, widths) for row in cells]
    return "\n".join(lines)


def separated(table: Table, separator: str) -> str:
    """The table for a program: a line of names, then a line a row; a cell's own separators are quoted or spaced."""
    if separator == "\t":
        rows = [tuple(column.name for column in table.columns), *table.rows]
        return "\n".join(
            "\t".join(" ".join(clean(cell).split("\t")) for cell in row) for row in rows
        )
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator="\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows(table.rows)
    return text.getvalue()


def markdown(table: Table) -> str:
    """The table as Markdown has it."""
    marks = {"left": "---", "right": "---:"}
    head = _row(column.name for column in table.columns)
    rule = _row(marks[column.align] for column in table.columns)
    return "\n".join([head, rule, *(_row(map(clean, row)) for row in table.rows)])


def padded(text: str, room: int, align: Literal["left", "right"] = "left") -> str:
    """The text in exactly so many columns."""
    text = cut(text, room)
    blanks = " " * (room - display_width(text))
    return blanks + text if align == "right" else text + blanks


def _row(cells: Iterable[str]) -> str:
    escaped = (cell.replace("|", "\\|") for cell in cells)
    return f"| {' | '.join(escaped)} |"


def _line(columns: Sequence[Column], cells: Sequence[str], widths: Sequence[int]) -> str:
    parts = [
        padded(cell, room, column.align)
        for column, cell, room in zip(columns, cells, widths, strict=True)
    ]
    return (" " * GAP).join(parts).rstrip()


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[int]:
    widths = [
        max(display_width(text) for text in (column.name, *(row[place] for row in rows)))
        for place, column in enumerate(columns)
    ]
    surplus = sum(widths) + GAP * (len(widths) - 1) - width()
    while surplus > 0:
        place = max(
            (n for n, column in enumerate(columns) if column.shrinks),
            key=lambda n: widths[n],
            default=None,
        )
        if place is None or widths[place] <= NARROWEST:
            break
        widths[place] -= 1
        surplus -= 1
    return widths
