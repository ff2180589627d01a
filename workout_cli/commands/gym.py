"""The gyms where you train, and what can be loaded there."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workout_cli.changes import compared, done
from workout_cli.output import shows
from workout_cli.runner import SETTINGS, ask, call
from workout_cli.tree import new_app
from workout_cli.views.gyms import GONE, GYM, GYMS
from workout_core.errors import InvalidError, NotFoundError
from workout_core.gyms.schemas import GymCreate, GymList, GymRead, GymReference, GymUpdate
from workout_core.training.gear import split_unit, unit_of

if TYPE_CHECKING:
    from workout_core.services import Services

Words = Annotated[
    list[str], typer.Argument(metavar="NAME", help="Its name, or the beginning of it.")
]
Plates = Annotated[
    str | None,
    typer.Option("--plates", help="Masses, and how many if few, as in '25x4 20x2 15 10kg'."),
]
Bars = Annotated[
    list[str] | None,
    typer.Option("--bar", metavar="MASS", help="A bar, the usual one first; may be repeated."),
]
Dumbbells = Annotated[
    str | None, typer.Option("--dumbbells", help="Fixed ones, as in '2.5..40/2.5 45 50kg'.")
]
Stack = Annotated[
    str | None, typer.Option("--stack", help="The plates of machines, as in 5..100/5.")
]

app = new_app(
    name="gym",
    help="The gyms where you train, and what can be loaded there.",
    epilog="Example: workout gym use home",
    no_args_is_help=True,
)


@app.command(epilog="Example: workout gym add Home --plates '20x2 10x4 5x2 2.5x2' --bar 20kg")
@shows(GYM)
def add(
    name: Annotated[list[str], typer.Argument(metavar="NAME", help="What you call it.")],
    plates: Plates = None,
    bar: Bars = None,
    dumbbells: Dumbbells = None,
    stack: Stack = None,
) -> GymRead:
    """Add a gym; the first one is in use at once.

    Masses without a unit are in that of the bars or plates, else of your settings.
    """
    gear = _gear(plates, bar, dumbbells, stack)
    data = GymCreate(name=" ".join(name), unit=SETTINGS.get().unit, **gear)
    return done(call(lambda services: services.gyms.create(data)))


@app.command("list", epilog="Example: workout gym list")
@shows(GYMS)
def list_() -> GymList:
    """List your gyms."""
    return ask(lambda services: services.gyms.list())


@app.command(epilog="Example: workout gym show home")
@shows(GYM)
def show(
    name: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]", help="Its name; the one in use, unless given."),
    ] = None,
) -> GymRead:
    """Show what stands in a gym."""
    if name:
        return ask(lambda services: services.gyms.find(_called(name)))
    every = ask(lambda services: services.gyms.list()).items
    for each in every:
        if each.in_use:
            return each
    raise NotFoundError(
        "No gym is in use",
        hints=[f"workout gym show {shlex.quote(each.name)}" for each in every]
        or ["workout gym add Home --plates '20x2 10x4 5x2' --bar 20kg"],
    )


@app.command(epilog="Example: workout gym edit home --dumbbells '2.5..40/2.5'")
@shows(GYM)
def edit(
    name: Words,
    rename: Annotated[str | None, typer.Option("--name", help="What it should be called.")] = None,
    plates: Plates = None,
    bar: Bars = None,
    dumbbells: Dumbbells = None,
    stack: Stack = None,
) -> GymRead:
    """Change what stands in a gym; '' means that nobody knows."""
    values = _gear(plates, bar, dumbbells, stack)
    if rename is not None:
        values["name"] = rename
    if not values:
        raise InvalidError("Nothing is to be changed", hints=["workout gym edit home --bar 15kg"])
    data = GymUpdate(unit=SETTINGS.get().unit, **values)

    async def changed(services: Services) -> tuple[GymRead, GymRead]:
        found = await services.gyms.find(_called(name))
        return found, await services.gyms.update(found.id, data)

    return compared(call(changed))


@app.command(epilog="Example: workout gym use home")
@shows(GYM)
def use(name: Words) -> GymRead:
    """Load from now on what stands in a gym."""

    async def used(services: Services) -> tuple[GymRead, GymRead]:
        found = await services.gyms.find(_called(name))
        return found, await services.gyms.use(found.id)

    return compared(call(used))


@app.command(epilog="Example: workout gym leave")
@shows(GYMS)
def leave() -> GymList:
    """Use no gym: load what your settings say, or what any gym has."""

    async def left(services: Services) -> tuple[GymList, GymList]:
        before = await services.gyms.list()
        await services.gyms.leave()
        return before, await services.gyms.list()

    return compared(call(left))


@app.command(epilog="Example: workout gym rm home")
@shows(GONE)
def rm(name: Words) -> GymRead:
    """Take a gym out; nothing that you logged changes."""

    async def removed(services: Services) -> GymRead:
        found = await services.gyms.find(_called(name))
        await services.gyms.delete(found.id)
        return found

    return done(call(removed))


def _called(name: list[str]) -> GymReference:
    return GymReference(text=" ".join(name))


def _gear(
    plates: str | None, bars: list[str] | None, dumbbells: str | None, stack: str | None
) -> dict[str, Any]:
    """What was typed of a gym; an empty text is nothing."""
    given = {"plates": plates, "dumbbells": dumbbells, "stack": stack}
    values = {name: text.strip() or None for name, text in given.items() if text is not None}
    return values | ({} if bars is None else {"bars": _together(bars)})


def _together(bars: list[str]) -> str | None:
    """Bars that were typed one by one, with the unit that one of them has."""
    typed = list(filter(str.strip, bars))
    units = {unit for each in typed if (unit := unit_of(each))}
    words = [split_unit(each, "kg")[0] for each in typed]
    if len(units) > 1:
        raise InvalidError("The bars of a gym are all in one unit", hints=["--bar 20kg --bar 15kg"])
    return " ".join([*words, *units]) or None
