"""What is known of a user, as it crosses every border."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from workout_core.paging import Patch
from workout_core.schemas import Number, ReadSchema, Schema
from workout_core.training.bands import MOST
from workout_core.vocabulary import Muscle, Sex

HeightUnit = Literal["cm", "m", "in", "ft"]
CENTIMETRES: Final[dict[HeightUnit, Decimal]] = {
    "cm": Decimal(1),
    "m": Decimal(100),
    "in": Decimal("2.54"),
    "ft": Decimal("30.48"),
}
SHORTEST: Final = 30
TALLEST: Final = 280
Sets = Annotated[int, Field(ge=0, le=MOST)]


class BandSet(Schema):
    """How many hard sets a week are aimed at."""

    low: Sets
    high: Sets

    @model_validator(mode="after")
    def _goes_up(self) -> Self:
        if self.low > self.high:
            raise ValueError("low is above high")
        return self


class ProfileUpdate(Patch):
    """What changes of a profile; a field that is not given stays, null clears it."""

    never_null = frozenset({"bands"})

    sex: Annotated[
        Sex | None, Field(description="Scores have tables for m and f; x is neither.")
    ] = None
    birth_year: Annotated[int | None, Field(ge=1900, le=2200)] = None
    height_value: Annotated[Number | None, Field(gt=0, decimal_places=3)] = None
    height_unit: HeightUnit | None = None
    bands: Annotated[
        dict[Muscle, BandSet | None],
        Field(description="Of the named muscles; null is the usual one again."),
    ] = {}

    @model_validator(mode="after")
    def _is_a_height(self) -> Self:
        if (self.height_value is None) != (self.height_unit is None):
            raise ValueError("height_value and height_unit go together")
        if self.height_value is not None and self.height_unit is not None:
            height = self.height_value * CENTIMETRES[self.height_unit]
            if not SHORTEST <= height <= TALLEST:
                raise ValueError(f"a height is from {SHORTEST} to {TALLEST} cm")
        return self


class BandRead(ReadSchema):
    """How many hard sets a week are aimed at for a muscle."""

    muscle: Muscle
    low: int
    high: int
    own: Annotated[bool, Field(description="Whether the user said so.")]


class ProfileRead(ReadSchema):
    """What is known of a user; what is null was never said."""

    sex: Sex | None
    birth_year: int | None
    height_value: Number | None
    height_unit: HeightUnit | None
    bands: Annotated[
        list[BandRead], Field(description="Of muscles that have one, in the order of muscles.")
    ]
