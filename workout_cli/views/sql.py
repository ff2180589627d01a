"""Answers to SQL, as they are shown."""

from __future__ import annotations

import json
from typing import Any, Final

from workout_cli.console import styled, width
from workout_cli.layout import GAP, NARROWEST, Column, Table, aligned, padded
from workout_cli.views import View
from workout_cli.widths import display_width
from workout_cli.wording import number
from workout_core.schemas import ReadSchema, clean


class AnswerRead(ReadSchema):
    """Rows by the names of their columns."""

    columns: list[str]
    items: list[dict[str, Any]]
    total: int


def _table(result: AnswerRead) -> Table:
    columns = tuple(_column(result, name) for name in result.columns)
    return Table(columns, [tuple(map(_cell, each.values())) for each in result.items])


def _text(result: AnswerRead) -> str:
    """A table; of more columns than the terminal has room for, one row after the other."""
    table = _table(result)
    least = [
        min(NARROWEST, max(len(column.name), *(display_width(row[at]) for row in table.rows), 1))
        for at, column in enumerate(table.columns)
    ]
    if not table.rows or sum(least) + GAP * (len(least) - 1) <= width():
        return aligned(table)
    room = max(display_width(clean(column.name)) for column in table.columns)
    heads = [padded(clean(column.name), room) for column in table.columns]
    return "\n\n".join(
        "\n".join(
            f"{styled(head, 'dim')}  {clean(cell)}".rstrip()
            for head, cell in zip(heads, row, strict=True)
        )
        for row in table.rows
    )


def _column(result: AnswerRead, name: str) -> Column:
    """Numbers stand on the right; text is cut where room is short."""
    values = [each[name] for each in result.items if each[name] is not None]
    numeric = bool(values) and all(isinstance(each, int | float) for each in values)
    return Column(name, "right" if numeric else "left", shrinks=not numeric)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return number(value) if abs(value) < 1e15 else str(value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


ANSWER: Final = View(_table, _text, lists="sql")
