"""Tables of text: aligned for a person, separated for a program; the cells are the same."""

from __future__ import annotations

import csv
import io
from itertools import zip_longest
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from workout_cli.console import styled, width
from workout_cli.widths import cut, display_width, wrapped
from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

GAP: Final = 2
NARROWEST: Final = 6
# An apostrophe too, so that one which is taken away on the way back in was put there.
FORMULAS: Final = tuple("=+-@|%\t\r'＝＋－＠")


class Column(NamedTuple):
    """A column: its name, the side on which its cells stand, and whether it may be cut where room is short.

    What `wraps` is told on several lines there instead, as is what `stays` where all else was left out. `typed` are
    texts of people's own, which a spreadsheet must not take for formulas. `told` is how a cell reads on a terminal,
    where that is more than the cell.
    """

    name: str
    align: Literal["left", "right"] = "left"
    shrinks: bool = False
    typed: bool = False
    told: Callable[[str], str] | None = None
    wraps: bool = False
    stays: bool = False


class Table(NamedTuple):
    """Columns and rows of text; rows that `workout show N` knows are numbered on a terminal."""

    columns: tuple[Column, ...]
    rows: Sequence[tuple[str, ...]]
    numbered: int = 0


def aligned(table: Table, *, person: bool = False) -> str:
    """The table in the width of the terminal: columns are narrowed, then left out from the right,
    but for those that stay.

    A person sees numbers of rows, and how near days are where there is room for that.
    """
    if person:
        table = _numbered(table)
        told = _told(table)
        table = told if _fits(_widths(told.columns, told.rows)) else table
    columns, cells = table.columns, [tuple(clean(cell) for cell in row) for row in table.rows]
    widths = _widths(columns, cells)
    while not _fits(widths) and (last := _last_to_leave(columns)) is not None:
        columns = (*columns[:last], *columns[last + 1 :])
        cells = [(*row[:last], *row[last + 1 :]) for row in cells]
        widths = _widths(columns, cells)
    _narrow(widths, [n for n, column in enumerate(columns) if column.stays])
    widths[0] = min(widths[0], width())
    heads = tuple(column.name for column in columns)
    lines = [styled(_line(columns, heads, widths), "dim")]
    for row in cells:
        lines += _lines(columns, row, widths)
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
    writer.writerows(
        [
            clean(_harmless(cell) if column.typed else cell, lines=True)
            for column, cell in zip(table.columns, row, strict=True)
        ]
        for row in table.rows
    )
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


def _harmless(cell: str) -> str:
    """The cell as a spreadsheet must read it: text that would be a formula has an apostrophe before it."""
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULAS) else cell


def _row(cells: Iterable[str]) -> str:
    escaped = (cell.replace("|", "\\|") for cell in cells)
    return f"| {' | '.join(escaped)} |"


def _lines(columns: Sequence[Column], cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """A row, on more than one line where a cell wraps."""
    told = [
        wrapped(cell, room) if column.wraps or (column.stays and not column.shrinks) else [cell]
        for column, cell, room in zip(columns, cells, widths, strict=True)
    ]
    for parts in zip_longest(*told, fillvalue=""):
        yield _line(columns, parts, widths)


def _line(columns: Sequence[Column], cells: Sequence[str], widths: Sequence[int]) -> str:
    parts = [
        padded(cell, room, column.align)
        for column, cell, room in zip(columns, cells, widths, strict=True)
    ]
    return (" " * GAP).join(parts).rstrip()


def _numbered(table: Table) -> Table:
    """The table with a first column of the numbers that `workout show` understands."""
    if not table.numbered:
        return table
    rows = [(str(n) if n <= table.numbered else "", *row) for n, row in enumerate(table.rows, 1)]
    return Table((Column("#", "right"), *table.columns), rows)


def _told(table: Table) -> Table:
    """The table with cells as people say them."""
    rows = [
        tuple(
            column.told(cell) if column.told else cell
            for column, cell in zip(table.columns, row, strict=True)
        )
        for row in table.rows
    ]
    return Table(table.columns, rows)


def _last_to_leave(columns: Sequence[Column]) -> int | None:
    """The last column that may be left out; the first may where another stays."""
    first = 0 if any(column.stays for column in columns) else 1
    left = (n for n in reversed(range(first, len(columns))) if not columns[n].stays)
    return next(left, None)


def _fits(widths: Sequence[int]) -> bool:
    return sum(widths) + GAP * (len(widths) - 1) <= width()


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[int]:
    widths = [
        max(display_width(text) for text in (column.name, *(row[place] for row in rows)))
        for place, column in enumerate(columns)
    ]
    _narrow(widths, [n for n, column in enumerate(columns) if column.shrinks or column.wraps])
    return widths


def _narrow(widths: list[int], places: Sequence[int]) -> None:
    """Take from the widest of some columns, until all fit or these are as narrow as can be."""
    while places and not _fits(widths):
        place = max(places, key=lambda n: widths[n])
        if widths[place] <= NARROWEST:
            return
        widths[place] -= 1
