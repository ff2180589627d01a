"""Measurements as they cross every border."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import AfterValidator, Field, model_validator

from workout_core.body.amounts import Kind, spelt
from workout_core.paging import PageParams, Patch
from workout_core.schemas import Day, Line, Moment, Name, Number, ReadSchema, Schema, Text, Zone
from workout_core.vocabulary import MassUnit

Value = Annotated[Number, Field(ge=0, lt=1_000_000_000, decimal_places=9)]
Unit = Annotated[Line, AfterValidator(spelt), Field(max_length=40)]
TypeName = Annotated[Name, Field(description="A slug, a name or an alias, as in weight or bw.")]


class MeasurementCreate(Schema):
    """A measurement as it was read off."""

    id: Annotated[
        UUID | None, Field(description="Made by the client (UUIDv7), so that a retry adds nothing.")
    ] = None
    type: TypeName
    value: Value
    unit: Annotated[Unit | None, Field(description="The type's for this user, unless given.")] = (
        None
    )
    system: Annotated[
        MassUnit | None,
        Field(
            description="In what a value without a unit is: with kg in kg and cm, with lb in lb and in; the profile's."
        ),
    ] = None
    measured_at: Annotated[Moment | None, Field(description="Now, unless given.")] = None
    day: Annotated[
        Day | None, Field(description="Where only the day is known; noon stands for its time.")
    ] = None
    timezone: Annotated[Zone | None, Field(description="The profile's, unless given.")] = None
    note: Text | None = None
    new: Annotated[
        bool, Field(description="Add the type as one of the user's own if nothing is called so.")
    ] = False

    @model_validator(mode="after")
    def _says_once_when(self) -> Self:
        if self.measured_at and self.day:
            raise ValueError("measured_at already says the day")
        return self


class MeasurementUpdate(Patch):
    """What changes of a measurement; a field that is not given stays."""

    never_null = frozenset({"value", "unit", "measured_at", "timezone"})

    value: Value | None = None
    unit: Unit | None = None
    measured_at: Moment | None = None
    timezone: Zone | None = None
    note: Text | None = None


class MeasurementRead(ReadSchema):
    """A measurement, as it was typed."""

    id: UUID
    type: Annotated[str, Field(description="A slug, or the key of a type of the user's own.")]
    name: Annotated[str, Field(description="The name of the type.")]
    value: Number
    unit: str
    measured_at: datetime
    timezone: str
    local_date: date
    note: str | None
    source: str | None
    external_id: str | None


class MeasurementFilters(PageParams):
    """Which measurements a list holds."""

    type: TypeName | None = None
    since: Day | None = None
    until: Day | None = None


class MeasurementReference(Schema):
    """How a person names a measurement."""

    text: Annotated[Name, Field(description="`last`, or the beginning of an id.")]


class LatestRead(ReadSchema):
    """The last measurement of each type that has any."""

    items: Sequence[MeasurementRead]


class MeasurementTypeCreate(Schema):
    """A type of the user's own."""

    name: Name
    unit: Annotated[Unit, Field(description="Nothing for a plain number.")] = ""


class MeasurementTypeRead(ReadSchema):
    """What can be measured."""

    slug: str
    name: str
    kind: Kind
    unit: Annotated[str, Field(description="The usual one.")]
    aliases: list[str]
    own: Annotated[bool, Field(description="Whether the user made it up.")]


class MeasurementTypeList(ReadSchema):
    """All that can be measured: the built-in types, then the user's own."""

    items: list[MeasurementTypeRead]
