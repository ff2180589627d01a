"""Numbers with a decimal comma, of which some could be thousands: the whole file tells.

`1275,588` alone could be a thousand metres or a million. In a file that also has `7,93` and no `7.93` it is a
decimal comma, as in every other cell.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_OPEN: Final = re.compile(r"\s*[+-]?[0-9]{1,6},[0-9]{3}\s*")
_COMMA: Final = re.compile(r"\s*[+-]?[0-9]{1,9},([0-9]{1,2}|[0-9]{4,30})\s*")
_POINT: Final = re.compile(r"\s*[+-]?[0-9]{1,9}\.[0-9]{1,30}\s*")


def is_open(cells: Iterable[str]) -> bool:
    """Whether a number is among the cells that a decimal comma and thousands would both explain."""
    return any("," in cell and _OPEN.fullmatch(cell) for cell in cells)


def with_points(cells: list[str]) -> list[str]:
    """The cells with a point where such a number has its comma."""
    return [cell.replace(",", ".") if _OPEN.fullmatch(cell) else cell for cell in cells]


def has_decimal_commas(cells: Iterable[str]) -> bool:
    """Whether numbers among all cells of a file have commas that are surely decimal, and none has a point."""
    commas = False
    for cell in cells:
        if "." in cell and _POINT.fullmatch(cell):
            return False
        commas = commas or ("," in cell and _COMMA.fullmatch(cell) is not None)
    return commas
