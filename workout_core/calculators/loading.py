"""Bars and their plates, and the sets that warm up for a working weight."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Final

from workout_core.calculators.schemas import PlatesRead, StageRead, WarmupRead, WarmupSetRead
from workout_core.errors import InvalidError
from workout_core.training.gear import parse_plates
from workout_core.training.plate_sequence import load_in_sequence, moves_in_turn
from workout_core.training.plates import MOST, load_bar
from workout_core.training.rack import Bar, Rack, bar_there, exactly, plates_there, told
from workout_core.training.rounding import rounded
from workout_core.training.warmup import steps_of, warmup
from workout_core.units import plain, round_half_up

if TYPE_CHECKING:
    from workout_core.calculators.schemas import PlatesQuery, WarmupQuery
    from workout_core.training.gear import Plates
    from workout_core.training.plate_sequence import Stage
    from workout_core.training.rack import Gym
    from workout_core.training.warmup import WarmupSet
    from workout_core.vocabulary import MassUnit

INCREMENTS: Final[dict[MassUnit, Decimal]] = {"kg": Decimal("2.5"), "lb": Decimal(5)}
LIGHTER: Final = {"kg": ["--bar 15kg", "--bar 10kg"], "lb": ["--bar 35lb", "--bar 15lb"]}
THOUSANDTH: Final = Decimal("0.001")


def loaded_bar(data: PlatesQuery, gym: Gym) -> PlatesRead:
    """The plates of each load in turn; InvalidError where the bar alone is heavier, or no bar bears it."""
    rack = Rack(_bar(data, min(data.load), gym), _plates(data, gym))
    collars = exactly(data.collars, data.unit)
    for load in data.load:
        _check(load, rack.empty + collars, data.unit)
    loads = [exactly(load, data.unit) for load in data.load]
    stages = load_in_sequence(loads, rack.empty, rack.kit, collars=collars, mode=data.mode)
    apart = [
        load_bar(load, rack.empty, rack.kit, collars=collars, mode=data.mode).per_side
        for load in loads
    ]
    return PlatesRead(
        unit=data.unit,
        bar=rack.bar.mass,
        bar_unit=rack.bar.unit,
        plates_unit=rack.plates.unit,
        collars=data.collars,
        items=[
            _stage(load, each, data.unit, rack.plates.unit)
            for load, each in zip(data.load, stages, strict=True)
        ],
        moves=moves_in_turn([each.per_side for each in stages]),
        moves_apart=moves_in_turn(apart),
    )


def warmed_up(data: WarmupQuery, gym: Gym) -> WarmupRead:
    """The sets of a scheme for a working weight, as the gym's plates make them; none where that is the bar."""
    bar = _bar(data, data.work, gym)
    plates = parse_plates(gym["plates"]) if gym.get("plates") and not data.increment else None
    rack = Rack(bar, plates) if plates else None
    increment = None if rack else data.increment or INCREMENTS[data.unit]
    loadable = (
        partial(_loadable, rack=rack, unit=data.unit)
        if rack
        else partial(rounded, step=increment or INCREMENTS[data.unit])
    )
    empty = told(exactly(*bar), data.unit)
    sets = warmup(data.work, empty, loadable, steps_of(data.scheme, data.unit))
    made = rack.load(data.work, data.unit) if rack else None
    return WarmupRead(
        work=data.work,
        unit=data.unit,
        total=made.total if made else data.work,
        total_there=made.there if made else None,
        shortfall=made.shortfall if made else Decimal(0),
        bar=bar.mass,
        bar_unit=bar.unit,
        plates_unit=plates.unit if plates else None,
        increment=increment,
        scheme=data.scheme,
        items=[_warmup_set(each, rack, data.unit) for each in sets],
    )


def _stage(load: Decimal, made: Stage, unit: MassUnit, there: MassUnit) -> StageRead:
    per_side, off, on = (
        [told(plate, there) for plate in plates] for plates in (made.per_side, made.off, made.on)
    )
    return StageRead(
        load=load,
        total=told(made.total, unit),
        total_there=told(made.total, there),
        shortfall=told(made.shortfall, unit),
        exact=not made.shortfall,
        per_side=per_side,
        off=off,
        on=on,
    )


def _loadable(weight: Decimal, rack: Rack, unit: MassUnit) -> Decimal:
    return rack.load(weight, unit).total


def _warmup_set(each: WarmupSet, rack: Rack | None, unit: MassUnit) -> WarmupSetRead:
    return WarmupSetRead(
        weight=each.weight,
        weight_there=rack.load(each.weight, unit).there if rack else None,
        wanted=each.wanted,
        shortfall=each.wanted - each.weight,
        reps=each.reps,
        percent=None if each.share is None else each.share * 100,
    )


def _bar(data: PlatesQuery | WarmupQuery, load: Decimal, gym: Gym) -> Bar:
    """The bar that is given, else that of the gym for a load."""
    if data.bar is None:
        return bar_there(gym, load, data.unit)
    return Bar(data.bar, data.bar_unit or data.unit)


def _plates(data: PlatesQuery, gym: Gym) -> Plates:
    """The plates that are given, else those of the gym, else the usual ones."""
    if data.inventory:
        return parse_plates(data.inventory, data.unit)
    return plates_there(gym, data.unit, {data.unit: data.usual_inventory})


def _check(load: Decimal, empty: Decimal, unit: MassUnit) -> None:
    if exactly(load, unit) < empty:
        bar = round_half_up(told(empty, unit), THOUSANDTH)
        raise InvalidError(
            f"{plain(load):f} {unit} is less than the empty bar, {bar:f} {unit}",
            hints=LIGHTER[unit],
        )
    if load > MOST[unit]:
        raise InvalidError(f"No bar carries more than {MOST[unit]} {unit}")
