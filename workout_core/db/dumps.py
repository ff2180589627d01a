"""The tables of a dump, as they are compiled."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from workout_core.db.compiled import TABLES
from workout_core.transfer.dump_rows import Column, TableForm

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def table_forms() -> Mapping[str, TableForm]:
    """Every table of a dump by its name, each behind those that it refers to."""
    return {
        name: TableForm(name, tuple(Column(*each) for each in columns), reference)
        for name, (columns, reference) in TABLES.items()
    }
