"""Work numbers out: maxima, scores, plates, paces."""

from __future__ import annotations

import re
from decimal import Decimal
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from workout_cli.output import shows
from workout_cli.runner import SETTINGS, ask
from workout_cli.tree import new_app
from workout_cli.views.calculators import (
    CONVERSION,
    MAXIMUM,
    PACE,
    PLATES,
    RIEGEL,
    RPE,
    SCORE,
    VDOT,
    WARMUP,
)
from workout_core.calculators.reading import (
    parse_conversion,
    parse_distance,
    parse_pace,
    parse_time,
)
from workout_core.calculators.schemas import (
    ConversionQuery,
    ConversionRead,
    OneRepMaxQuery,
    OneRepMaxRead,
    PaceQuery,
    PaceRead,
    PlatesQuery,
    PlatesRead,
    RiegelQuery,
    RiegelRead,
    RpeQuery,
    RpeRead,
    Score,
    ScoreEvent,
    ScoreQuery,
    ScoreRead,
    VdotQuery,
    VdotRead,
    WarmupQuery,
    WarmupRead,
)
from workout_core.errors import InvalidError
from workout_core.training.one_rep_max import FORMULAS, Formula
from workout_core.training.plates import Mode
from workout_core.training.rpe import Chart
from workout_core.training.score_tables import ScoreSex, SinclairCycle
from workout_core.training.warmup import WarmupScheme
from workout_core.units import parse_decimal, parse_mass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workout_core.vocabulary import MassUnit

Weight = Annotated[
    str | None, typer.Option("--weight", "-w", metavar="MASS", help="What was lifted, as 100kg.")
]
Max = Annotated[
    str | None, typer.Option("--max", metavar="MASS", help="A maximum, to ask for the weight.")
]
Bar = Annotated[
    str | None,
    typer.Option("--bar", metavar="MASS", help="The bar; your gym's, else 20 kg or 45 lb."),
]
Race = Annotated[str, typer.Argument(metavar="DISTANCE", help="As 5km, 3mi, half or marathon.")]
Time = Annotated[str, typer.Argument(metavar="TIME", help="As 20:00 or 1:07:48.")]

USUAL = {"collars": {"kg": "5kg", "lb": "10lb"}, "increment": {"kg": "2.5kg", "lb": "5lb"}}

app = new_app(
    name="calc",
    help="Work numbers out: maxima, scores, plates, paces.",
    epilog="Example: workout calc 1rm --weight 100kg --reps 5",
    no_args_is_help=True,
)


@app.command("1rm", epilog="Example: workout calc 1rm --weight 100kg --reps 5 --rpe 8")
@shows(MAXIMUM)
def one_rep_max(
    reps: Annotated[int, typer.Option("--reps", "-r", min=1, max=100, help="How many times.")],
    weight: Weight = None,
    max_: Max = None,
    rpe: Annotated[
        str | None,
        typer.Option("--rpe", help="The effort; what is missing to 10 are repetitions left."),
    ] = None,
    formula: Annotated[
        Formula | None,
        typer.Option("--formula", metavar="NAME", help=f"One of {', '.join(FORMULAS)}."),
    ] = None,
) -> OneRepMaxRead:
    """Estimate the one-rep maximum of a set, or a set from a maximum."""
    given = _masses({"weight": weight, "max": max_})
    effort = {} if rpe is None else {"rpe": parse_decimal(rpe)}
    data = OneRepMaxQuery(reps=reps, formula=formula or SETTINGS.get().formula, **given, **effort)
    return ask(lambda services: services.calculators.one_rep_max(data))


@app.command(epilog="Example: workout calc rpe --reps 5 --rpe 8 --max 120kg")
@shows(RPE)
def rpe(
    reps: Annotated[int, typer.Option("--reps", "-r", min=1, max=100, help="How many times.")],
    rpe: Annotated[str, typer.Option("--rpe", help="The effort, from 6 to 10 in half steps.")],
    weight: Weight = None,
    max_: Max = None,
    chart: Annotated[
        Chart, typer.Option("--chart", help="Tuchscherer's chart, or a curve along it.")
    ] = "rts",
) -> RpeRead:
    """Tell at which share of the maximum a set with an effort is."""
    given = _masses({"weight": weight, "max": max_})
    data = RpeQuery(reps=reps, rpe=parse_decimal(rpe), chart=chart, **given)
    return ask(lambda services: services.calculators.rpe(data))


@app.command(epilog="Example: workout calc score dots --total 500kg --bodyweight 82.5kg --sex m")
@shows(SCORE)
def score(
    score: Annotated[
        str,
        typer.Argument(metavar="SCORE", help=f"One of {', '.join(get_args(Score))}."),
    ],
    total: Annotated[
        str, typer.Option("--total", "-t", metavar="MASS", help="What was lifted in all.")
    ],
    bodyweight: Annotated[
        str | None,
        typer.Option("--bodyweight", metavar="MASS", help="Your last weighing, unless given."),
    ] = None,
    sex: Annotated[
        ScoreSex | None, typer.Option("--sex", help="Your profile's, unless given.")
    ] = None,
    age: Annotated[
        int | None, typer.Option("--age", min=1, help="By your profile, unless given.")
    ] = None,
    equipped: Annotated[
        bool, typer.Option("--equipped", help="With supportive equipment; for gl.")
    ] = False,
    event: Annotated[
        ScoreEvent, typer.Option("--event", help="All lifts, or the bench press; for gl.")
    ] = "full",
    cycle: Annotated[
        SinclairCycle | None, typer.Option("--cycle", help="When Sinclair's cycle ends.")
    ] = None,
    record: Annotated[
        str | None, typer.Option("--record", metavar="MASS", help="The world record; for robi.")
    ] = None,
) -> ScoreRead:
    """Score a result, to compare it across body weights."""
    masses = _masses({"total": total, "record": record}, "total_unit")
    masses |= _masses({"bodyweight": bodyweight}, "bodyweight_unit")
    data = ScoreQuery(
        score=_score(score), sex=sex, age=age, equipped=equipped, event=event, cycle=cycle, **masses
    )
    return ask(lambda services: services.calculators.score(data))


@app.command(epilog="Example: workout calc plates --ramp 60,80,100,110")
@shows(PLATES)
def plates(
    load: Annotated[
        str | None, typer.Argument(metavar="[LOAD]", help="What is to be on the bar, as 102.5kg.")
    ] = None,
    ramp: Annotated[
        str | None,
        typer.Option("--ramp", metavar="A,B,C", help="Loads in turn, with the fewest moves."),
    ] = None,
    bar: Bar = None,
    collars: Annotated[
        str | None, typer.Option("--collars", metavar="MASS", help="Both collars together.")
    ] = None,
    inventory: Annotated[
        str | None,
        typer.Option(
            "--inventory", metavar="PLATES", help="As '25x4 20 15'; your gym's, unless given."
        ),
    ] = None,
    mode: Annotated[
        Mode, typer.Option("--mode", help="Which load, if there is none just so.")
    ] = "nearest",
) -> PlatesRead:
    """Tell which plates make a load, or several in turn."""
    if (load is None) == (ramp is None):
        raise InvalidError(
            "Either a load or --ramp is needed",
            hints=["workout calc plates 102.5", "workout calc plates --ramp 60,80,100"],
        )
    given = _together([load] if load else (ramp or "").split(","))
    unit = given["unit"]
    usual = SETTINGS.get().plates_kg if unit == "kg" else SETTINGS.get().plates_lb
    sizes = {**_bar(bar, unit), **_sizes(unit, collars=collars)}
    data = PlatesQuery(**given, **sizes, inventory=inventory, usual_inventory=usual, mode=mode)
    return ask(lambda services: services.calculators.plates(data))


@app.command(epilog="Example: workout calc warmup 100kg --scheme starting_strength")
@shows(WARMUP)
def warmup(
    work: Annotated[str, typer.Argument(metavar="MASS", help="The working weight, as 100kg.")],
    bar: Bar = None,
    increment: Annotated[
        str | None,
        typer.Option("--increment", metavar="MASS", help="The steps; 2.5 kg or 5 lb."),
    ] = None,
    scheme: Annotated[
        WarmupScheme, typer.Option("--scheme", help="Which sets lead up to it.")
    ] = "starting_strength",
) -> WarmupRead:
    """Tell the sets that warm up for a working weight."""
    given = _masses({"work": work})
    sizes = {**_bar(bar, given["unit"]), **_sizes(given["unit"], increment=increment)}
    data = WarmupQuery(**given, **sizes, scheme=scheme)
    return ask(lambda services: services.calculators.warmup(data))


@app.command(epilog="Example: workout calc pace 10km 44:03.9")
@shows(PACE)
def pace(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="DISTANCE TIME", help="Two of a distance, a time and a pace as 4:30/km."
        ),
    ],
) -> PaceRead:
    """Tell the pace of a run, or its time or distance at a pace."""
    given: dict[str, Decimal] = {}
    for word in words:
        given |= _of_a_run(word)
    if len(words) != 2 or len(given) != 2:
        raise InvalidError(
            "Two of a distance, a time and a pace are needed",
            hints=["workout calc pace 10km 45:00", "workout calc pace half 4:30/km"],
        )
    data = PaceQuery(**given)
    return ask(lambda services: services.calculators.pace(data))


@app.command(epilog="Example: workout calc vdot 5km 20:00")
@shows(VDOT)
def vdot(
    words: Annotated[
        list[str],
        typer.Argument(metavar="DISTANCE TIME", help="A race, as 5km 20:00; or a VDOT, as 49."),
    ],
) -> VdotRead:
    """Tell the VDOT of a race, paces of training and races as good."""
    match words:
        case [distance, time]:
            data = VdotQuery(distance_m=parse_distance(distance), time_s=parse_time(time))
        case [value]:
            data = VdotQuery(vdot=parse_decimal(value))
        case _:
            raise InvalidError(
                "A race is a distance and a time", hints=["workout calc vdot 5km 20:00"]
            )
    return ask(lambda services: services.calculators.vdot(data))


@app.command(epilog="Example: workout calc riegel 5km 20:00 10km")
@shows(RIEGEL)
def riegel(
    distance: Race,
    time: Time,
    to: Annotated[str, typer.Argument(metavar="DISTANCE", help="Of which the time is asked.")],
    exponent: Annotated[
        str, typer.Option("--exponent", metavar="NUMBER", help="How much longer runs slow down.")
    ] = "1.06",
) -> RiegelRead:
    """Tell what a race lets expect of another distance."""
    data = RiegelQuery(
        distance_m=parse_distance(distance),
        time_s=parse_time(time),
        to_m=parse_distance(to),
        exponent=parse_decimal(exponent),
    )
    return ask(lambda services: services.calculators.riegel(data))


@app.command(epilog="Example: workout calc convert 225lb")
@shows(CONVERSION)
def convert(
    words: Annotated[
        list[str], typer.Argument(metavar="AMOUNT [UNIT]", help="As 225lb, or 10mi km.")
    ],
) -> ConversionRead:
    """Convert an amount to another unit."""
    value, unit, to = parse_conversion(" ".join(words))
    data = ConversionQuery(value=value, unit=unit, to=to)
    return ask(lambda services: services.calculators.convert(data))


def _score(text: str) -> Score:
    """A score by its name, also with dashes or blanks; a misspelt one is refused with the nearest."""
    known: dict[str, Score] = {name: name for name in get_args(Score)}
    plain = re.sub(r"[-\s]+", "_", text.strip().lower())
    if plain not in known:
        near = get_close_matches(plain, known, 3) or list(known)
        raise InvalidError(f"{text[:40]!r} is no score that is known here", hints=near)
    return known[plain]


def _of_a_run(word: str) -> dict[str, Decimal]:
    """A word of a run: a pace, a time or a distance."""
    if (found := parse_pace(word)) is not None:
        return {"s_per_km": round(found, 3)}
    if ":" in word:
        return {"time_s": parse_time(word)}
    return {"distance_m": parse_distance(word)}


def _masses(texts: dict[str, str | None], name: str = "unit") -> dict[str, Any]:
    """Masses by name, all in one unit, which stands with them."""
    typed = {key: text for key, text in texts.items() if text is not None}
    found = _together(typed.values())
    values = dict(zip(typed, found["load"], strict=True))
    return {**values, name: found["unit"]} if values else {}


def _together(texts: Iterable[str]) -> dict[str, Any]:
    """Masses, which must be in one unit; one without any is in that of the others, else of the settings."""
    read = [parse_mass(text) for text in texts]
    units = {each.unit for each in read if each.unit}
    if len(units) > 1:
        raise InvalidError("These are in kilograms and in pounds", hints=["use one unit"])
    unit: MassUnit = units.pop() if units else SETTINGS.get().unit or "kg"
    return {"load": [each.value for each in read], "unit": unit}


def _bar(text: str | None, unit: MassUnit) -> dict[str, Any]:
    """A bar with its unit; without one it is in that of the load."""
    if text is None:
        return {}
    mass = parse_mass(text)
    return {"bar": mass.value, "bar_unit": mass.unit or unit}


def _sizes(unit: MassUnit, **texts: str | None) -> dict[str, Any]:
    """Masses of equipment, in the unit of the load."""
    found: dict[str, Any] = {}
    for name, text in texts.items():
        if text is not None:
            mass = parse_mass(text)
            if mass.unit not in (None, unit):
                raise InvalidError(
                    f"--{name} must be in {unit}, as the load is",
                    hints=[f"--{name} {USUAL[name][unit]}"],
                )
            found[name] = mass.value
    return found
