"""What calculators answer, as it is shown."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final

from workout_cli.console import styled
from workout_cli.layout import Column, Table, aligned
from workout_cli.views import View
from workout_cli.wording import clock, distance, number, thousandths
from workout_core.schemas import clean
from workout_core.training.rounding import rounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workout_core.calculators.schemas import (
        ConversionRead,
        OneRepMaxRead,
        PaceRead,
        PlatesRead,
        RiegelRead,
        RpeRead,
        ScoreRead,
        StageRead,
        VdotRead,
        WarmupRead,
        WarmupSetRead,
    )

HUNDREDTH: Final = Decimal("0.01")


def _columns(*names: str) -> tuple[Column, ...]:
    """Columns of numbers on the right; those whose names end in a blank are words on the left."""
    return tuple(Column(name.strip(), "left" if name.endswith(" ") else "right") for name in names)


MAXIMUM_COLUMNS: Final = _columns("weight", "reps", "rpe", "one_rep_max", "unit ", "formula ")
REPS_COLUMNS: Final = _columns("reps", "percent", "weight")
RPE_COLUMNS: Final = _columns("reps", "rpe", "percent", "weight", "one_rep_max", "unit ", "chart ")
SCORE_COLUMNS: Final = _columns(
    "score ", "points", "total_kg", "bodyweight_kg", "sex ", "age", "equipped ", "event ", "cycle "
)
PLATES_COLUMNS: Final = _columns(
    "load", "total", "short", "unit ", "a side ", "off ", "on ", "plates "
)
WARMUP_COLUMNS: Final = _columns("weight", "unit ", "reps", "percent", "short")
PACE_COLUMNS: Final = _columns("distance_m", "time_s", "s_per_km", "s_per_mile", "kmh", "mph")
VDOT_COLUMNS: Final = _columns("kind ", "name ", "percent", "time", "per km", "per mile")
RIEGEL_COLUMNS: Final = _columns("distance_m", "time_s", "to_m", "expected_s", "s_per_km")
CONVERSION_COLUMNS: Final = _columns("value", "unit ", "result", "to ")


def _maximum(result: OneRepMaxRead) -> Table:
    cells = (result.weight, result.reps, result.rpe, result.one_rep_max)
    return Table(MAXIMUM_COLUMNS, [(*map(number, cells), result.unit, result.formula)])


def _maximum_text(result: OneRepMaxRead) -> str:
    unit = result.unit
    effort = "" if result.rpe is None else f" at RPE {number(result.rpe)}"
    done = f"{number(result.weight)} {unit} x {result.reps}{effort}"
    rows = [
        (str(each.reps), f"{number(each.percent)} %", f"{number(each.weight)} {unit}")
        for each in result.items
    ]
    return _told(
        [f"{done}: {styled(f'1RM {number(result.one_rep_max)} {unit}', 'bold')}"],
        result.source,
        result.notes,
        aligned(Table(REPS_COLUMNS, rows)),
    )


def _rpe(result: RpeRead) -> Table:
    cells = (result.reps, result.rpe, result.percent, result.weight, result.one_rep_max)
    return Table(RPE_COLUMNS, [(*map(number, cells), result.unit, result.chart)])


def _rpe_text(result: RpeRead) -> str:
    share = styled(f"{number(result.percent)} %", "bold")
    lines = [f"{result.reps} at RPE {number(result.rpe)}: {share} of the maximum"]
    if result.weight is not None:
        weight, most = number(result.weight), number(result.one_rep_max)
        lines.append(f"{weight} {result.unit} of a 1RM of {most} {result.unit}")
    return _told(lines, result.source)


def _score(result: ScoreRead) -> Table:
    marks = (
        result.sex or "",
        number(result.age),
        "" if result.equipped is None else "yes" if result.equipped else "no",
        result.event or "",
        result.cycle or "",
    )
    cells = (result.points, result.total_kg, result.bodyweight_kg)
    return Table(SCORE_COLUMNS, [(result.score, *map(number, cells), *marks)])


def _score_text(result: ScoreRead) -> str:
    points = f"{rounded(result.points, HUNDREDTH):.2f}"
    return _told(
        [
            f"{result.name} {styled(points, 'bold')}",
            ", ".join([f"{number(result.total_kg)} kg", *_lifter(result)]),
        ],
        result.source,
    )


def _lifter(result: ScoreRead) -> Iterator[str]:
    """What of the lifter and the contest a score was counted with."""
    if result.bodyweight_kg is not None:
        whence = "" if result.bodyweight_from == "given" else f" on {result.bodyweight_from}"
        weight = rounded(result.bodyweight_kg, HUNDREDTH)
        yield f"at {number(weight)} kg{clean(whence)}"
    if result.sex:
        yield {"m": "man", "f": "woman"}[result.sex]
    if result.age is not None:
        yield f"{result.age} years"
    if result.equipped is not None:
        yield "equipped" if result.equipped else "raw"
    if result.event:
        yield {"full": "all lifts", "bench": "bench press"}[result.event]
    if result.cycle:
        yield f"cycle to {result.cycle}"


def _plates(result: PlatesRead) -> Table:
    rows = [
        (
            number(each.load),
            number(each.total),
            number(each.shortfall) if each.shortfall else "",
            result.unit,
            _side(each.per_side),
            _side(each.off),
            _side(each.on),
            result.plates_unit,
        )
        for each in result.items
    ]
    return Table(PLATES_COLUMNS, rows)


def _plates_text(result: PlatesRead) -> str:
    bar = f"bar {number(result.bar)} {result.bar_unit}"
    if result.collars:
        bar += f", collars {number(result.collars)} {result.unit}"
    lines = [_stage(each, result, ramp=len(result.items) > 1) for each in result.items]
    if len(result.items) > 1:
        saved = result.moves_apart - result.moves
        more = f", {saved} fewer than each load on its own" if saved else ""
        lines.append(f"{result.moves} plates moved a side{more}")
    return "\n".join([*lines, styled(bar, "dim")])


def _stage(each: StageRead, result: PlatesRead, *, ramp: bool) -> str:
    unit, there = result.unit, result.plates_unit
    gap = _gap(each.shortfall, f"{number(each.load)} {unit}")
    moved = "".join(
        f"  {sign}{_side(plates)}"
        for sign, plates in (("off ", each.off), ("on ", each.on))
        if plates and ramp
    )
    total = styled(_mass(each.total, unit), "bold") + _also(each.total_there, there, unit)
    side = _side(each.per_side) + (f" {there}" if there != unit else "")
    return f"{total}: {side if each.per_side else 'no plates'} a side{gap}{moved}"


def _gap(shortfall: Decimal, wanted: str) -> str:
    """How much of a load, told with its unit, cannot be loaded."""
    if not shortfall:
        return ""
    way = "short of" if shortfall > 0 else "over"
    return f"  {_mass(abs(shortfall), wanted.rpartition(' ')[2])} {way} {wanted}"


def _mass(mass: Decimal, unit: str) -> str:
    return f"{thousandths(mass)} {unit}"


def _also(mass: Decimal | None, there: str | None, unit: str) -> str:
    """A mass in the unit of the plates, where that is another."""
    return "" if mass is None or there is None or there == unit else f" ({_mass(mass, there)})"


def _side(plates: Sequence[Decimal]) -> str:
    return " + ".join(map(number, plates))


def _warmup(result: WarmupRead) -> Table:
    rows = [
        (
            number(each.weight),
            result.unit,
            str(each.reps),
            number(each.percent),
            number(each.shortfall) if _is_rounded(each, result) else "",
        )
        for each in result.items
    ]
    return Table(WARMUP_COLUMNS, rows)


def _warmup_text(result: WarmupRead) -> str:
    work = f"{number(result.work)} {result.unit}"
    if not result.items:
        return f"{work} needs no warm-up"
    lines = [_warmup_line(each, result) for each in result.items]
    total = _mass(result.total, result.unit)
    made = styled(total, "bold") + _also(result.total_there, result.plates_unit, result.unit)
    return "\n".join([*lines, f"then {made}{_gap(result.shortfall, work)}"])


def _warmup_line(each: WarmupSetRead, result: WarmupRead) -> str:
    of = "the bar" if each.percent is None else f"{number(each.percent)} %"
    if _is_rounded(each, result):
        way = "short" if each.shortfall > 0 else "over"
        of += f", {_mass(abs(each.shortfall), result.unit)} {way}"
    weight = _mass(each.weight, result.unit)
    weight += _also(each.weight_there, result.plates_unit, result.unit)
    return f"{weight} x {each.reps}  {styled(of, 'dim')}"


def _is_rounded(each: WarmupSetRead, result: WarmupRead) -> bool:
    """Whether a gym's plates left a gap; steps are no more than a way to write a weight."""
    return bool(each.shortfall) and result.plates_unit is not None


def _pace(result: PaceRead) -> Table:
    return Table(PACE_COLUMNS, [tuple(number(getattr(result, each.name)) for each in PACE_COLUMNS)])


def _pace_text(result: PaceRead) -> str:
    paces = f"{_clock(result.s_per_km)} /km, {_clock(result.s_per_mile)} /mile"
    speeds = f"{number(rounded(result.kmh, HUNDREDTH))} km/h, {number(rounded(result.mph, HUNDREDTH))} mph"
    return f"{distance(result.distance_m)} in {_time(result.time_s)}: {styled(paces, 'bold')}  {speeds}"


def _vdot(result: VdotRead) -> Table:
    paces = [
        (
            "pace",
            each.zone,
            number(each.percent),
            "",
            _clock(each.s_per_km),
            _clock(each.s_per_mile),
        )
        for each in result.paces
    ]
    races = [
        ("race", each.race, "", _clock(each.time_s), _clock(each.s_per_km), "")
        for each in result.items
    ]
    return Table(VDOT_COLUMNS, [*paces, *races])


def _vdot_text(result: VdotRead) -> str:
    value = styled(f"VDOT {number(rounded(result.vdot, Decimal('0.1')))}", "bold")
    of = ""
    if result.distance_m is not None and result.time_s is not None:
        of = f"  {distance(result.distance_m)} in {_time(result.time_s)}"
    return _told([f"{value}{of}"], result.source, result.notes, aligned(_vdot(result)))


def _riegel(result: RiegelRead) -> Table:
    return Table(
        RIEGEL_COLUMNS, [tuple(number(getattr(result, each.name)) for each in RIEGEL_COLUMNS)]
    )


def _riegel_text(result: RiegelRead) -> str:
    time = styled(_time(result.expected_s), "bold")
    race = f"{distance(result.distance_m)} in {_time(result.time_s)}"
    line = f"{race}: {distance(result.to_m)} in {time}  {_clock(result.s_per_km)} /km"
    return _told([line], result.source, result.notes)


def _conversion(result: ConversionRead) -> Table:
    row = (number(result.value), result.unit, number(result.result), result.to)
    return Table(CONVERSION_COLUMNS, [row])


def _conversion_text(result: ConversionRead) -> str:
    told = styled(f"{number(result.rounded)} {result.to}", "bold")
    sign = "=" if result.exact and result.result == result.rounded else "≈"
    line = f"{number(result.value)} {result.unit} {sign} {told}"
    if result.meet_lb not in (None, result.rounded):
        line += styled(f"  as meets tell it {number(result.meet_lb)} lb", "dim")
    return line


def _told(lines: Iterable[str], source: str, notes: Iterable[str] = (), more: str = "") -> str:
    """An answer, what is to be known of it, and whence it is."""
    told = [*lines, *(f"note: {clean(each)}" for each in notes)]
    return "\n".join([*told, *([more] if more else []), styled(clean(source), "dim")])


def _time(seconds: Decimal) -> str:
    """A time to the tenth of a second, where it has any."""
    tenths = rounded(seconds, Decimal("0.1"))
    whole = int(tenths)
    rest = f"{tenths - whole:.1f}"[1:] if tenths != whole else ""
    return f"{clock(Decimal(whole))}{rest}" if whole >= 60 else f"{number(tenths)} s"


def _clock(seconds: Decimal) -> str:
    return clock(seconds.quantize(Decimal(1), ROUND_HALF_UP))


MAXIMUM: Final = View(_maximum, _maximum_text, columns=MAXIMUM_COLUMNS)
RPE: Final = View(_rpe, _rpe_text, columns=RPE_COLUMNS)
SCORE: Final = View(_score, _score_text, columns=SCORE_COLUMNS)
PLATES: Final = View(_plates, _plates_text, columns=PLATES_COLUMNS)
WARMUP: Final = View(_warmup, _warmup_text, columns=WARMUP_COLUMNS)
PACE: Final = View(_pace, _pace_text, columns=PACE_COLUMNS)
VDOT: Final = View(_vdot, _vdot_text, columns=VDOT_COLUMNS)
RIEGEL: Final = View(_riegel, _riegel_text, columns=RIEGEL_COLUMNS)
CONVERSION: Final = View(_conversion, _conversion_text, columns=CONVERSION_COLUMNS)
