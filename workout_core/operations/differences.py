"""What changed in rows, as people say it."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from workout_core.operations.journal import WHOLES
from workout_core.units import plain
from workout_core.zones import local_zone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from workout_core.db.executor import Row

LONGEST: Final = 40
SIGNS: Final[Mapping[str | None, str]] = {"added": "+", "assisted": "-"}
NAMES: Final = {
    "started_at": "start",
    "ended_at": "end",
    "duration_s": "time",
    "measured_at": "time",
}
# Columns that tell nothing, or follow others.
SILENT: Final = frozenset(
    {"version", "updated_at", "local_date", "load_exact", "bodyweight_exact", "effort_scale"}
    | {"position", "parent_set_id", "plan"}
)


def differences(
    entries: Sequence[Row], rows: Mapping[UUID, Row], exercise: Callable[[UUID], str]
) -> str:
    """What changed, as in `reps 5 -> 6`; only the names of columns where the values differ from row to row."""
    told = [_difference(each, rows.get(each["entity_id"], {}), exercise) for each in entries]
    if all(each == told[0] for each in told):
        return ", ".join(f"{name} {values}" for name, values in told[0].items())
    return ", ".join(dict.fromkeys(name for each in told for name in each))


def _difference(entry: Row, row: Row, exercise: Callable[[UUID], str]) -> dict[str, str]:
    before, after = entry["before"], entry["after"]
    told = {
        name: f"{_whole(name, {**row, **before})} -> {_whole(name, {**row, **after})}"
        for name, columns in WHOLES.items()
        if columns & set(after)
    }
    silent = SILENT.union(*WHOLES.values())
    for name in sorted(set(after) - silent, key=lambda name: (len(name), name)):
        values = (_told(each, row, exercise) for each in (before.get(name), after[name]))
        told[_heading(name)] = " -> ".join(values)
    return told


def _heading(name: str) -> str:
    """A column by its name in speech: `rest_s` is rest, `exercise_id` exercise."""
    for ending in ("_id", "_s", "_m", "_at"):
        name = NAMES.get(name) or name.removesuffix(ending)
    return name.replace("_", " ")


def _told(value: Any, row: Row, exercise: Callable[[UUID], str]) -> str:
    if isinstance(value, UUID):
        return exercise(value)
    if isinstance(value, Decimal):
        return f"{plain(value):f}"
    if isinstance(value, datetime):
        zone = local_zone(row["timezone"]) if row.get("timezone") else value.tzinfo
        return f"{value.astimezone(zone):%Y-%m-%d %H:%M}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        value = ", ".join(map(str, value))
    text = " ".join(str(value or "none").split()) if value != 0 else "0"
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _whole(name: str, row: Mapping[str, Any]) -> str:
    """A value with its unit; a load with its sign."""
    if name == "load" and row.get("load_mode") == "bodyweight":
        return "body weight"
    value, unit = row.get(f"{name}_value"), row.get(f"{name}_unit")
    if value is None:
        value, unit = row.get(f"{name}_m"), "m"
    sign = SIGNS.get(row.get("load_mode"), "") if name == "load" else ""
    return "none" if value is None else f"{sign}{plain(value):f}{unit or ''}"
