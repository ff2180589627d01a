"""The handed-out examples of formulas."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

VECTORS: Final = Path(__file__).with_name("vectors")


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table."""
    with (VECTORS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def document(name: str) -> Any:
    return json.loads((VECTORS / name).read_text(encoding="utf-8"))


def str_of(case: Mapping[str, Any]) -> str:
    """What a test of the example is called."""
    return "-".join(str(value) for value in case.values())[:60]
