"""Bars and their plates, and the sets that warm up for a working weight."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from workout_core.calculators.schemas import PlatesRead, StageRead, WarmupRead, WarmupSetRead
from workout_core.errors import InvalidError
from workout_core.training.gear import bar_for, parse_masses, parse_plates
from workout_core.training.plate_sequence import load_in_sequence, moves_in_turn
from workout_core.training.plates import BARS, KITS, MOST, load_bar, parse_kit
from workout_core.training.warmup import steps_of, warmup

if TYPE_CHECKING:
    from workout_core.calculators.schemas import PlatesQuery, WarmupQuery
    from workout_core.db.executor import Row
    from workout_core.training.plates import Kit
    from workout_core.vocabulary import MassUnit

INCREMENTS: Final[dict[MassUnit, Decimal]] = {"kg": Decimal("2.5"), "lb": Decimal(5)}


def loaded_bar(data: PlatesQuery, gym: Row | None = None) -> PlatesRead:
    """The plates of each load in turn; InvalidError where the bar alone is heavier, or no bar bears it."""
    bar = data.bar if data.bar is not None else _bar(min(data.load), data.unit, gym)
    for load in data.load:
        _check(load, bar + data.collars, data.unit)
    kit = _kit(data, gym)
    stages = load_in_sequence(data.load, bar, kit, collars=data.collars, mode=data.mode)
    apart = [
        load_bar(load, bar, kit, collars=data.collars, mode=data.mode).per_side
        for load in data.load
    ]
    return PlatesRead(
        unit=data.unit,
        bar=bar,
        collars=data.collars,
        items=[
            StageRead(
                load=load,
                total=each.total,
                shortfall=each.shortfall,
                exact=not each.shortfall,
                per_side=list(each.per_side),
                off=list(each.off),
                on=list(each.on),
            )
            for load, each in zip(data.load, stages, strict=True)
        ],
        moves=moves_in_turn([each.per_side for each in stages]),
        moves_apart=moves_in_turn(apart),
    )


def warmed_up(data: WarmupQuery, gym: Row | None = None) -> WarmupRead:
    """The sets of a scheme for a working weight; none where that is the bar."""
    bar = data.bar if data.bar is not None else _bar(data.work, data.unit, gym)
    increment = data.increment or INCREMENTS[data.unit]
    sets = warmup(data.work, bar, increment, steps_of(data.scheme, data.unit))
    return WarmupRead(
        work=data.work,
        unit=data.unit,
        bar=bar,
        increment=increment,
        scheme=data.scheme,
        items=[
            WarmupSetRead(
                weight=each.weight,
                reps=each.reps,
                percent=None if each.share is None else each.share * 100,
            )
            for each in sets
        ],
    )


def _bar(load: Decimal, unit: MassUnit, gym: Row | None) -> Decimal:
    """The first bar of the gym that is no heavier than a load; where none is known in the unit, the usual one."""
    bars = parse_masses(gym["bars"]) if gym and gym["bars"] else None
    return bar_for(bars.masses, load) if bars and bars.unit == unit else BARS[unit]


def _kit(data: PlatesQuery, gym: Row | None) -> Kit:
    """The plates that are given, else those of the gym, else the user's usual ones, else anybody's."""
    if data.inventory:
        return parse_kit(data.inventory)
    plates = parse_plates(gym["plates"]) if gym and gym["plates"] else None
    if plates and plates.unit == data.unit:
        return plates.kit
    return parse_kit(data.usual_inventory or KITS[data.unit])


def _check(load: Decimal, empty: Decimal, unit: MassUnit) -> None:
    if load < empty:
        raise InvalidError(
            f"{load:f} {unit} is less than the empty bar, {empty:f} {unit}",
            hints=["--bar 15", "--bar 10"],
        )
    if load > MOST[unit]:
        raise InvalidError(f"No bar carries more than {MOST[unit]} {unit}")
