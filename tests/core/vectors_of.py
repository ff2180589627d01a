"""The handed-out examples of formulas."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any, Final

VECTORS: Final = Path(__file__).with_name("vectors")


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table."""
    with (VECTORS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def document(name: str) -> Any:
    return json.loads((VECTORS / name).read_text(encoding="utf-8"))


def missed(found: float | None, expected: float, tolerance: float, what: object) -> list[str]:
    """One line of what is wrong with a value, or none."""
    if found is not None and abs(found - expected) <= tolerance:
        return []
    return [f"{what}: {found} is not {expected} ± {tolerance}"]
