"""What statistics say of themselves."""

from __future__ import annotations

from typing import Any


def excluded(explain: Any) -> dict[str, int]:
    """What did not count, by the first words of its reason."""
    return {each.reason.split(":")[0].split(",")[0]: each.sets for each in explain.excluded}
