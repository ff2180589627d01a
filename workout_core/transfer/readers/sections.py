"""Text of several tables, each under a banner like `### EXERCISE LOGS ######`, with a header of its own."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from workout_core.transfer.tables import Lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workout_core.transfer.source import Source

_BANNER: Final = re.compile(r"\s*#{2,}\s*([A-Za-z][A-Za-z _-]{0,60}?)[\s#]*")
_RULE: Final = re.compile(r"\s*#{3,}\s*")
_ID: Final = frozenset(("row_id", "rowid", "_id", "userid"))


class Row(NamedTuple):
    """A row of a section: its cells by the names of the header above it, or why it could not be split."""

    section: str
    line: int
    cells: dict[str, str]
    reason: str = ""


def banner(line: str) -> str | None:
    """The name of the section that a line begins."""
    found = _BANNER.fullmatch(line.strip())
    return found[1].strip().upper() if found else None


def rows(source: Source) -> Iterator[Row]:
    """Every row that stands under a banner; a section may have several headers, which begin with an id's name."""
    section, header = "", list[str]()
    for line, cells in _records(source):
        text = cells if isinstance(cells, str) else ",".join(cells)
        if isinstance(cells, list) and (found := banner(text)):
            section, header = found, []
        elif not section or not text.strip(" ,") or _RULE.fullmatch(text):
            continue
        elif isinstance(cells, str):
            yield Row(section, line, {}, cells)
        elif not header or cells[0].strip().casefold() in _ID:
            header = [each.strip() for each in cells]
        elif len(cells) != len(header):
            reason = f"{len(cells)} fields where the header has {len(header)}"
            yield Row(section, line, {}, reason)
        else:
            yield Row(section, line, dict(zip(header, cells, strict=True)))


def _records(source: Source) -> Iterator[tuple[int, list[str] | str]]:
    """Each record with the line on which it starts.

    Where a quotation mark is not closed, or closed only in another section, its line stands alone.
    """
    with Lines(source) as lines:
        reader = csv.reader(lines)
        while True:
            lines.taken.clear()
            start, cells = lines.number + 1, _next(reader)
            if cells is None:
                return
            if isinstance(cells, str) or any(map(banner, lines.taken[1:])):
                if lines.keep_first() is None:
                    return
                reader = csv.reader(lines)
                cells = "a quotation mark is not closed"
            yield start, cells


def _next(reader: Iterator[list[str]]) -> list[str] | str | None:
    """A record, why it is none, or None at the end."""
    try:
        return next(reader)
    except StopIteration:
        return None
    except csv.Error as error:
        return str(error)
