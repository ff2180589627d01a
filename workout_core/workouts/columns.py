"""What the columns of a set and a workout hold, made from what was given of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workout_core.errors import InvalidError
from workout_core.ids import new_id
from workout_core.units import exact_mass, metres, plain
from workout_core.workouts.chains import FOLLOWING
from workout_core.zones import local_zone

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime
    from zoneinfo import ZoneInfo


def new_set(values: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of a new set, from what was given of it."""
    return {**with_metres(with_exact_load(values)), "id": values.get("id") or new_id()}


def chained(sets: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The columns of new sets, drop and rest-pause sets tied to the one that they follow."""
    rows: list[dict[str, Any]] = []
    head = None
    for each in sets:
        row = new_set(each)
        if row["kind"] in FOLLOWING:
            row["parent_set_id"] = head
        else:
            head = row["id"]
        rows.append({"parent_set_id": None, **row})
    return rows


def check_times(started_at: datetime, ended_at: datetime | None) -> None:
    """Refuse a workout that ends before it begins."""
    if ended_at is not None and ended_at < started_at:
        raise InvalidError(
            "A workout cannot end before it begins", hints=["it may end on another day"]
        )


def local_place(started_at: datetime, zone: ZoneInfo) -> dict[str, Any]:
    """Where and on which day a workout began, as people there count days."""
    return {"timezone": zone.key, "local_date": started_at.astimezone(zone).date()}


def changed_workout(row: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of a workout of which some change; its day follows its start."""
    merged = with_exact_bodyweight({**row, **values})
    check_times(merged["started_at"], merged["ended_at"])
    return {**merged, **local_place(merged["started_at"], local_zone(merged["timezone"]))}


def with_exact_load(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values with `load_exact` beside the load as typed; half a load is refused."""
    value, unit = values.get("load_value"), values.get("load_unit")
    if (value is None) != (unit is None):
        raise InvalidError("load_value and load_unit go together")
    if value is None or unit is None:
        return {**values, "load_value": None, "load_exact": None}
    if values.get("load_mode") in (None, "bodyweight"):
        raise InvalidError("a load needs its load_mode: absolute, added or assisted")
    return {**values, "load_value": plain(value), "load_exact": exact_mass(value, unit)}


def with_exact_bodyweight(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values with `bodyweight_exact` beside the body weight as typed."""
    value, unit = values.get("bodyweight_value"), values.get("bodyweight_unit")
    if (value is None) != (unit is None):
        raise InvalidError("bodyweight_value and bodyweight_unit go together")
    exact = exact_mass(value, unit) if value is not None and unit is not None else None
    return {**values, "bodyweight_exact": exact}


def with_metres(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values with `distance_m` made of the distance as typed, where only that was given."""
    value, unit = values.get("distance_value"), values.get("distance_unit")
    if values.get("distance_m") is None and value is not None and unit is not None:
        return {**values, "distance_m": metres(value, unit)}
    return dict(values)
