"""What calculators are asked, and what they answer."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from workout_core.schemas import Line, Number, ReadSchema, Schema
from workout_core.training.one_rep_max import DEFAULT, Formula
from workout_core.training.plates import Mode
from workout_core.training.rpe import Chart
from workout_core.training.score_tables import ScoreSex, SinclairCycle
from workout_core.training.warmup import WarmupScheme
from workout_core.vocabulary import MassUnit

Score = Literal[
    "dots",
    "gl",
    "wilks",
    "wilks2020",
    "sinclair",
    "sinclair_masters",
    "q_points",
    "robi",
    "dots_age",
    "glossbrenner",
    "schwartz_malone",
    "ipf_points",
    "nasa",
    "wilks2020_first",
]
ScoreEvent = Literal["full", "bench"]
ConvertedUnit = Literal["kg", "lb", "g", "oz", "st", "km", "mi", "m", "yd", "ft", "in", "cm", "mm"]

Load = Annotated[Number, Field(gt=0, le=10_000, decimal_places=3)]
Rpe = Annotated[Decimal, Field(ge=0, le=10, decimal_places=2)]
Metres = Annotated[Number, Field(gt=0, le=1_000_000, decimal_places=3)]
Seconds = Annotated[Number, Field(gt=0, le=1_000_000, decimal_places=3)]
Reps = Annotated[int, Field(ge=1, le=100)]
Notes = Annotated[Sequence[str], Field(description="What one should know of the numbers.")]
PerSide = Annotated[list[Number], Field(description="From the inside out.")]
Shortfall = Annotated[
    Number, Field(description="What the load has over the total; below 0 where it has less.")
]
BarMass = Annotated[
    Number | None, Field(ge=0, le=100, decimal_places=3, description="20 kg or 45 lb.")
]
BarUnit = Annotated[MassUnit | None, Field(description="That of the load, unless given.")]
TotalThere = Annotated[Number, Field(description="The total in the unit of the plates.")]
PlatesUnit = Annotated[MassUnit, Field(description="Of `per_side`, `off` and `on`.")]


class OneRepMaxQuery(Schema):
    """A set, of which the maximum is asked; or a maximum, of which the weight of a set is asked."""

    weight: Annotated[Load | None, Field(description="What was lifted.")] = None
    max: Annotated[Load | None, Field(description="The maximum, to ask for the weight.")] = None
    unit: MassUnit = "kg"
    reps: Reps
    rpe: Annotated[
        Rpe | None, Field(description="The effort: what is missing to 10 are repetitions left.")
    ] = None
    formula: Formula = DEFAULT

    @model_validator(mode="after")
    def _asks_one(self) -> Self:
        if (self.weight is None) == (self.max is None):
            raise ValueError("either weight or max is needed")
        return self


class RepsAt(ReadSchema):
    """What the same maximum gives for so many repetitions to failure."""

    reps: int
    percent: Number
    weight: Number


class OneRepMaxRead(ReadSchema):
    """A set and the maximum that it stands for."""

    formula: Formula
    source: str
    weight: Number
    one_rep_max: Number
    unit: MassUnit
    one_rep_max_kg: Number
    reps: int
    rpe: Number | None
    effective_reps: Annotated[Number, Field(description="With those that were left.")]
    items: Annotated[list[RepsAt], Field(description="What other repetitions come to.")]
    notes: Notes


class RpeQuery(Schema):
    """A set with its effort, and the weight or the maximum if there is one."""

    reps: Reps
    rpe: Rpe
    weight: Annotated[Load | None, Field(description="What was lifted.")] = None
    max: Annotated[Load | None, Field(description="The maximum, to ask for the weight.")] = None
    unit: MassUnit = "kg"
    chart: Chart = "rts"

    @model_validator(mode="after")
    def _asks_one(self) -> Self:
        if self.weight is not None and self.max is not None:
            raise ValueError("weight and max are one too many")
        return self


class RpeRead(ReadSchema):
    """The share of the maximum that a set is at, with the weights where one was given."""

    chart: Chart
    source: str
    reps: int
    rpe: Number
    percent: Number
    weight: Number | None
    one_rep_max: Number | None
    unit: MassUnit


class ScoreQuery(Schema):
    """A result, and who lifted it; the profile and the last weighing tell what is not given."""

    score: Score = "dots"
    total: Load
    total_unit: MassUnit = "kg"
    bodyweight: Annotated[Load | None, Field(description="The last weighing, unless given.")] = None
    bodyweight_unit: MassUnit = "kg"
    sex: Annotated[ScoreSex | None, Field(description="The profile's, unless given.")] = None
    age: Annotated[
        int | None,
        Field(
            ge=1, le=120, description="This year less the profile's year of birth, unless given."
        ),
    ] = None
    equipped: bool = False
    event: Annotated[ScoreEvent, Field(description="All lifts, or the bench press alone.")] = "full"
    cycle: Annotated[
        SinclairCycle | None, Field(description="The year in which Sinclair's cycle ends.")
    ] = None
    record: Annotated[
        Load | None, Field(description="The world record, in the unit of the total.")
    ] = None


class ScoreRead(ReadSchema):
    """A score, with all that it was counted with."""

    score: Score
    name: str
    source: str
    points: Number
    coefficient: Annotated[Number | None, Field(description="Points for a kilogram.")]
    total_kg: Number
    bodyweight_kg: Number | None
    bodyweight_from: Annotated[str | None, Field(description="given, or the day of a weighing.")]
    sex: ScoreSex | None
    age: int | None
    equipped: bool | None
    event: ScoreEvent | None
    cycle: SinclairCycle | None


class PlatesQuery(Schema):
    """A load, or several one after another, and what there is to make it."""

    load: Annotated[list[Load], Field(min_length=1, max_length=12)]
    unit: MassUnit = "kg"
    bar: BarMass = None
    bar_unit: BarUnit = None
    collars: Annotated[Number, Field(ge=0, le=20, decimal_places=3)] = Decimal(0)
    inventory: Annotated[
        Line | None,
        Field(description="Plates, with how many if few: 25x4 20 15 10 5 2.5 1.25, or 45 25 lb"),
    ] = None
    usual_inventory: Annotated[
        Line | None,
        Field(description="The plates of this unit where neither these nor a gym's are known."),
    ] = None
    mode: Annotated[Mode, Field(description="Which load, if there is none just so.")] = "nearest"


class StageRead(ReadSchema):
    """A load, its plates a side, and what comes off and goes on a side for it."""

    load: Number
    total: Number
    total_there: TotalThere
    shortfall: Shortfall
    exact: bool
    per_side: PerSide
    off: Annotated[list[Number], Field(description="In the order in which they come off.")]
    on: PerSide


class PlatesRead(ReadSchema):
    """How a bar is loaded, for one load or for several; masses are in `unit` where nothing else is said."""

    unit: MassUnit
    bar: Number
    bar_unit: MassUnit
    plates_unit: PlatesUnit
    collars: Number
    items: list[StageRead]
    moves: Annotated[int, Field(description="Plates on and off a side, from the empty bar.")]
    moves_apart: Annotated[
        int, Field(description="The same, if each load was made with the fewest plates.")
    ]


class WarmupQuery(Schema):
    """A working weight to warm up for."""

    work: Load
    unit: MassUnit = "kg"
    bar: BarMass = None
    bar_unit: BarUnit = None
    increment: Annotated[
        Number | None,
        Field(
            gt=0,
            le=100,
            decimal_places=3,
            description="The plates of the gym in use, else 2.5 kg or 5 lb.",
        ),
    ] = None
    scheme: WarmupScheme = "starting_strength"


class WarmupSetRead(ReadSchema):
    """A warm-up set."""

    weight: Number
    weight_there: Annotated[
        Number | None, Field(description="The weight in the unit of the plates, if they are known.")
    ]
    wanted: Annotated[Number, Field(description="The weight before it is rounded.")]
    shortfall: Annotated[
        Number, Field(description="What is wanted over the weight; below 0 where that is more.")
    ]
    reps: int
    percent: Annotated[Number | None, Field(description="Of the working weight; none for the bar.")]


class WarmupRead(ReadSchema):
    """The sets that lead up to a working weight."""

    work: Number
    unit: MassUnit
    total: Annotated[Number, Field(description="What of the working weight can be loaded.")]
    total_there: Annotated[
        Number | None, Field(description="The total in the unit of the plates, if they are known.")
    ]
    shortfall: Shortfall
    bar: Number
    bar_unit: MassUnit
    plates_unit: Annotated[
        MassUnit | None, Field(description="Of the plates of the gym in use, if they are known.")
    ]
    increment: Annotated[
        Number | None, Field(description="None where the plates of the gym in use are known.")
    ]
    scheme: WarmupScheme
    items: list[WarmupSetRead]


class PaceQuery(Schema):
    """Two of a distance, a time and a pace."""

    distance_m: Metres | None = None
    time_s: Seconds | None = None
    s_per_km: Annotated[Seconds | None, Field(description="The pace.")] = None

    @model_validator(mode="after")
    def _says_two(self) -> Self:
        if (self.distance_m, self.time_s, self.s_per_km).count(None) != 1:
            raise ValueError("two of a distance, a time and a pace are needed")
        return self


class PaceRead(ReadSchema):
    """How fast, how far and how long."""

    distance_m: Number
    time_s: Number
    s_per_km: Number
    s_per_mile: Number
    kmh: Number
    mph: Number


class VdotQuery(Schema):
    """A race, or a VDOT itself."""

    distance_m: Metres | None = None
    time_s: Seconds | None = None
    vdot: Annotated[Number | None, Field(ge=10, le=100, decimal_places=2)] = None

    @model_validator(mode="after")
    def _says_one(self) -> Self:
        race = (self.distance_m, self.time_s)
        if (race.count(None) != (2 if self.vdot else 0)) or (self.vdot is None and None in race):
            raise ValueError("either a distance and its time, or a VDOT")
        return self


class TrainingPaceRead(ReadSchema):
    """A pace of training; easy runs have two, the slower first."""

    zone: str
    percent: Number
    s_per_km: Number
    s_per_mile: Number


class RaceTimeRead(ReadSchema):
    """A race of the same worth."""

    race: str
    distance_m: Number
    time_s: Number
    s_per_km: Number


class VdotRead(ReadSchema):
    """A VDOT, the paces of training, and races of the same worth."""

    vdot: Number
    source: str
    distance_m: Number | None
    time_s: Number | None
    paces: list[TrainingPaceRead]
    items: Annotated[list[RaceTimeRead], Field(description="Races of the same worth.")]
    notes: Notes


class RiegelQuery(Schema):
    """A race, and another distance of which the time is asked."""

    distance_m: Metres
    time_s: Seconds
    to_m: Metres
    exponent: Annotated[Number, Field(ge=1, le=1.5, decimal_places=4)] = Decimal("1.06")


class RiegelRead(ReadSchema):
    """What a race lets expect of another distance."""

    source: str
    distance_m: Number
    time_s: Number
    to_m: Number
    expected_s: Number
    s_per_km: Number
    exponent: Number
    notes: Notes


class ConversionQuery(Schema):
    """An amount, and the unit in which it is wanted."""

    value: Annotated[Number, Field(ge=0, le=1_000_000_000, decimal_places=9)]
    unit: ConvertedUnit
    to: Annotated[ConvertedUnit | None, Field(description="The usual counterpart if none.")] = None


class ConversionRead(ReadSchema):
    """An amount in another unit."""

    value: Number
    unit: ConvertedUnit
    to: ConvertedUnit
    result: Annotated[Number, Field(description="To twelve decimals.")]
    rounded: Annotated[Number, Field(description="To 0.01, half away from zero.")]
    exact: Annotated[bool, Field(description="Whether the result is the whole truth.")]
    meet_lb: Annotated[
        Number | None, Field(description="Pounds as lists of results show them, of kilograms.")
    ]
