"""Tables of what was measured, and of the ratios beside their budgets."""

from __future__ import annotations

import os
import platform
import sqlite3
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Ratio:
    """One figure as a multiple of another one of the same run; without a budget it is told only."""

    what: str
    value: float
    against: str
    most: float | None = None
    least: float | None = None

    @property
    def budget(self) -> str:
        if self.most is not None:
            return f"<= {self.most:g}"
        return "" if self.least is None else f">= {self.least:g}"

    @property
    def verdict(self) -> str:
        if not self.budget:
            return ""
        low = self.least if self.least is not None else float("-inf")
        high = self.most if self.most is not None else float("inf")
        return "ok" if low <= self.value <= high else "OVER"

    @property
    def cells(self) -> list[str]:
        return [self.what, f"{self.value:.2f}", self.against, self.budget, self.verdict]


@dataclass
class Section:
    """What one module measured; a note says what a reader has to know of it."""

    title: str
    headers: Sequence[str]
    rows: list[Sequence[str]] = field(default_factory=list)
    ratios: list[Ratio] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return "\n".join([f"\n{self.title}", table(self.headers, self.rows), *self.notes])


def summary(sections: Sequence[Section]) -> str:
    """Every ratio beside its budget."""
    rows = [each.cells for section in sections for each in section.ratios]
    return "\nRatios\n" + table(("what", "ratio", "against", "budget", ""), rows)


def table(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns as wide as they must be, figures to the right."""
    widths = [max(map(len, column)) for column in zip(headers, *rows, strict=True)]
    lines = [headers, ["-" * width for width in widths], *rows]
    return "\n".join(
        "  ".join(_placed(cell, width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def machine() -> str:
    """Where it was measured."""
    return (
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, "
        f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}"
    )


def tell(text: str) -> None:
    """Narration, beside the tables on stdout."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def _placed(cell: str, width: int) -> str:
    is_figure = cell[:1].isdigit()
    return cell.rjust(width) if is_figure else cell.ljust(width)
