"""Sentences on measurements of the body."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_core.body.types import type_name
from workout_core.plurals import counted
from workout_core.units import plain

if TYPE_CHECKING:
    from workout_core.db.executor import Row
    from workout_core.operations.batch import Batch

AMOUNT: Final = frozenset({"value", "unit", "exact"})


def measured(batch: Batch) -> str | None:
    """What was measured, changed or deleted of measurements, and types that were added."""
    if entry := batch.first("measurement", "create"):
        named = batch.first("measurement_type", "create")
        row = entry["after"]
        name = named["after"]["name"] if named else type_name(row["type"])
        return f"logged {name} {_amount(row)}"
    if deleted := batch.of("measurement", "delete"):
        return f"deleted {_told(_then(batch, deleted[0], 'before'))}"
    if entry := batch.first("measurement", "update"):
        return f"changed {_changed(batch, entry)}"
    if entry := batch.first("measurement_type", "create"):
        return f"added the measurement {entry['after']['name']}"
    return None


def aimed(batch: Batch) -> str | None:
    """What a measurement should come to, or should no more."""
    if entry := batch.first("goal", "create"):
        return f"set the goal of {_goal(entry['after'])}"
    if entry := batch.first("goal", "delete"):
        return f"gave up the goal of {_goal(_then(batch, entry, 'before'))}"
    if entry := batch.first("goal", "update"):
        return f"changed the goal of {_goal(_then(batch, entry, 'after'))}"
    return None


def brought(result: Row) -> str:
    """What an import brought, by its counts: `3 workouts and 12 measurements`."""
    measurements = result.get("measurements_new", 0)
    told = [counted(result["new"], "workout")] if result["new"] or not measurements else []
    return " and ".join([*told, *([counted(measurements, "measurement")] if measurements else [])])


def _changed(batch: Batch, entry: Row) -> str:
    """Which measurement, and what of it; its value and unit are told as one."""
    before, after = (_then(batch, entry, at) for at in ("before", "after"))
    amounts = [_amount(each) for each in (before, after)]
    told = [" -> ".join(amounts)] if amounts[0] != amounts[1] else []
    rest = {at: _without_amount(entry[at]) for at in ("before", "after")}
    told += filter(None, [batch.differences([{**entry, **rest}])])
    return f"{type_name(after['type'])} of {after['local_date']}: {', '.join(told)}"


def _then(batch: Batch, entry: Row, at: str) -> Row:
    """A row as it was before or after an entry, as far as the entry tells."""
    return {**batch.known.row(entry), **entry[at]}


def _without_amount(values: Row) -> Row:
    return {name: value for name, value in values.items() if name not in AMOUNT}


def _told(row: Row) -> str:
    return f"{type_name(row['type'])} {_amount(row)} of {row['local_date']}"


def _goal(row: Row) -> str:
    by = f" by {row['until']}" if row.get("until") else ""
    return f"{type_name(row['type'])}: {_amount(row)}{by}"


def _amount(row: Row) -> str:
    return f"{plain(row['value']):f} {row['unit']}".rstrip()
