"""Counts in sentences, which agree with what is counted."""

from __future__ import annotations


def counted(count: int, one: str, many: str | None = None) -> str:
    """`1 set`, `2 sets`; `many` is for what takes more than an s, as in `2 rows stand` of `row stands`."""
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"
