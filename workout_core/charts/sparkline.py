"""A row of numbers as a row of small bars, for a table or a line of text."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

LEVELS: Final = "▁▂▃▄▅▆▇█"


def sparkline(values: Sequence[float | None], width: int) -> str:
    """The values from the least (the lowest bar) to the most, None as a space; neighbours are averaged to fit."""
    shown = _fitted(values, width)
    known = [each for each in shown if each is not None]
    if not known:
        return " " * len(shown)
    low, span = min(known), max(known) - min(known)
    return "".join(" " if each is None else LEVELS[_level(each - low, span)] for each in shown)


def _level(above: float, span: float) -> int:
    return round(above / span * (len(LEVELS) - 1)) if span else len(LEVELS) // 2


def _fitted(values: Sequence[float | None], width: int) -> list[float | None]:
    if len(values) <= width:
        return list(values)
    edges = [place * len(values) // width for place in range(width + 1)]
    parts = [values[begin:end] for begin, end in pairwise(edges)]
    return [_mean([each for each in part if each is not None]) for part in parts]


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
