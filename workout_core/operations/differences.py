"""What changed in rows, as people say it."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from workout_core.units import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from workout_core.db.executor import Row

LONGEST: Final = 40
SIGNS: Final[Mapping[str | None, str]] = {"added": "+", "assisted": "-"}
LOAD: Final = frozenset({"load_value", "load_unit", "load_mode"})
# Columns that tell nothing, or follow others.
SILENT: Final = frozenset(
    {"version", "updated_at", "local_date", "load_exact", "bodyweight_exact", "effort_scale"}
)


def differences(
    entries: Sequence[Row], sets: Mapping[UUID, Row], exercise: Callable[[UUID], str]
) -> str:
    """What changed, as in `reps 5 -> 6`; only the names of columns where the values differ from row to row."""
    told = [_difference(each, sets.get(each["entity_id"], {}), exercise) for each in entries]
    if all(each == told[0] for each in told):
        return ", ".join(f"{name} {values}" for name, values in told[0].items())
    return ", ".join(dict.fromkeys(name for each in told for name in each))


def _difference(entry: Row, row: Row, exercise: Callable[[UUID], str]) -> dict[str, str]:
    before, after = entry["before"], entry["after"]
    names = [name for name in after if name not in SILENT | LOAD]
    values = {name: (before.get(name), after[name]) for name in names}
    told = {
        _heading(name): " -> ".join(_told(each, exercise) for each in both)
        for name, both in values.items()
    }
    if LOAD & set(after):
        told = {"load": f"{_load({**row, **before})} -> {_load({**row, **after})}", **told}
    return told


def _heading(name: str) -> str:
    """A column by its name in speech: `rest_s` is rest, `exercise_id` exercise."""
    for ending in ("_id", "_s", "_m", "_at"):
        name = name.removesuffix(ending)
    return name.replace("_", " ")


def _told(value: Any, exercise: Callable[[UUID], str]) -> str:
    if isinstance(value, UUID):
        return exercise(value)
    if isinstance(value, Decimal):
        return f"{plain(value):f}"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        value = ", ".join(map(str, value))
    text = " ".join(str(value or "none").split()) if value != 0 else "0"
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _load(row: Mapping[str, Any]) -> str:
    if row.get("load_value") is None:
        return "body weight" if row.get("load_mode") == "bodyweight" else "none"
    return f"{SIGNS.get(row.get('load_mode'), '')}{plain(row['load_value']):f}{row.get('load_unit') or ''}"
