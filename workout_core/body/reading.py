"""Rows of measurements and types, as they leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_core.body.amounts import LENGTHS_BESIDE
from workout_core.body.progress_schemas import GoalKept
from workout_core.body.schemas import MeasurementRead, MeasurementTypeRead
from workout_core.body.types import BY_SLUG, own_kind, type_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from workout_core.body.types import MeasurementKind
    from workout_core.db.executor import Row
    from workout_core.vocabulary import MassUnit


def known_types(own: Iterable[Row]) -> dict[str, MeasurementKind]:
    """Every type by its slug: the built-in ones, then the user's own, of which one that has become built-in is none."""
    return {**BY_SLUG, **{row["key"]: own_kind(row) for row in own if row["key"] not in BY_SLUG}}


def read_measurements(rows: Iterable[Row], own: Iterable[Row]) -> list[MeasurementRead]:
    """Measurements with the names of their types."""
    names = {slug: each.name for slug, each in known_types(own).items()}
    return [
        MeasurementRead(**{**row, "name": names.get(row["type"]) or type_name(row["type"])})
        for row in rows
    ]


def read_goal(row: Row, types: Mapping[str, MeasurementKind]) -> GoalKept:
    """A goal, as it was set."""
    type_ = types.get(row["type"])
    name = type_.name if type_ else type_name(row["type"])
    return GoalKept.model_validate({**row, "name": name})


def read_type(type_: MeasurementKind) -> MeasurementTypeRead:
    """A type, as it leaves."""
    return MeasurementTypeRead(
        slug=type_.slug,
        name=type_.name,
        kind=type_.kind,
        unit=type_.unit,
        aliases=list(type_.aliases),
        own=type_.own,
    )


def usual_unit(type_: MeasurementKind, system: MassUnit) -> str:
    """In what a value without a unit is, for somebody who counts in kilograms or in pounds."""
    if type_.kind == "mass":
        return system
    return LENGTHS_BESIDE[system] if type_.kind == "length" else type_.unit
