"""What your body measures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, Final
from uuid import UUID

import typer

from workout_cli import listing, options
from workout_cli.changes import compared, done
from workout_cli.console import say
from workout_cli.output import shows
from workout_cli.paging import gathered, tell_of_more
from workout_cli.runner import SETTINGS, ask, call
from workout_cli.tree import new_app
from workout_cli.views.body import GONE, MEASURED_TYPES, MEASUREMENT, MEASUREMENTS
from workout_cli.views.progress import GOALS, TREND
from workout_cli.wording import number
from workout_core.body.amounts import parse_amount, parse_measured
from workout_core.body.progress_schemas import GoalList, GoalRead, GoalSet, TrendFilters, TrendRead
from workout_core.body.schemas import (
    LatestRead,
    MeasurementCreate,
    MeasurementFilters,
    MeasurementRead,
    MeasurementReference,
    MeasurementTypeList,
    MeasurementUpdate,
)
from workout_core.body.trend import HALF_LIFE
from workout_core.body.types import BY_KEY, type_key
from workout_core.dates import parse_until
from workout_core.errors import InvalidError, NotFoundError
from workout_core.paging import Page
from workout_core.units import parse_decimal

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from workout_core.services import Services

OFF: Final = "off"
POSITION: Final = r"(?a)[1-9]\d{0,2}"
Which = Annotated[
    str,
    typer.Argument(metavar="WHICH", help="last, an id, or a number: a line of the last list."),
]

app = new_app(
    name="body",
    help="What your body measures: weight, girths, and whatever you like.",
    epilog="Example: workout body log weight 82.5kg",
    no_args_is_help=True,
)


@app.command(epilog="Example: workout body log waist 84cm --at 'yesterday 7:30'")
@shows(MEASUREMENT)
def log(
    words: Annotated[
        list[str],
        typer.Argument(metavar="TYPE AMOUNT", help="What and how much, as in weight 82.5kg."),
    ],
    at: Annotated[
        str | None,
        typer.Option("--at", metavar="WHEN", help="When, as in 7:30 or 'yesterday 7:30'."),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DAY", help="On which day, as in -2d.")
    ] = None,
    note: Annotated[str | None, typer.Option("--note", help="What to remember of it.")] = None,
    new: Annotated[
        bool, typer.Option("--new", help="Measure something that is not known here yet.")
    ] = False,
) -> MeasurementRead:
    """Log a measurement of your body.

    An amount without a unit is in that of your settings, or the usual one of what is measured.
    """
    found = parse_measured(" ".join(words))
    if found is None:
        raise InvalidError(
            "What is measured and how much?", hints=["workout body log weight 82.5kg"]
        )
    data = MeasurementCreate(
        type=found.type,
        value=found.amount.value,
        unit=found.amount.unit,
        system=SETTINGS.get().unit,
        timezone=options.zone().key,
        note=note or None,
        new=new,
        **options.measured_when(at, on),
    )
    return done(call(lambda services: services.body.create(data)))


@app.command(epilog="Example: workout body history weight --since -3mo")
@shows(MEASUREMENTS)
def history(
    type_: Annotated[
        list[str] | None,
        typer.Argument(metavar="[TYPE]", help="What is measured, as in weight or left arm."),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DAY", help="From this day on, as in 2026-11 or -2w."),
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DAY", help="Up to this day.")
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="RANGE", help="In these days, as in 'last week' or A..B."),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many at most.")] = 20,
    page: Annotated[int, typer.Option("--page", min=1, help="Which page of as many.")] = 1,
    all_: Annotated[bool, typer.Option("--all", help="All of them.")] = False,
) -> Page[MeasurementRead]:
    """List measurements, the newest first."""
    first, last = options.days(since, until, on)
    which = {"type": " ".join(type_ or ()) or None, "since": first, "until": last}
    given: dict[str, Any] = {name: value for name, value in which.items() if value is not None}

    def listed(services: Services) -> Awaitable[Page[MeasurementRead]]:
        return gathered(
            lambda page, size: services.body.list(
                MeasurementFilters(**given, page=page, size=size)
            ),
            page=page,
            limit=None if all_ else limit,
        )

    found = ask(listed)
    listing.remember(each.id for each in found.items)
    tell_of_more(found, "measurements")
    return found


@app.command(epilog="Example: workout body latest")
@shows(MEASUREMENTS)
def latest() -> LatestRead:
    """Show the last measurement of each type."""
    found = ask(lambda services: services.body.latest())
    listing.remember(each.id for each in found.items)
    return found


@app.command(epilog="Example: workout body edit last 82.4kg --note 'after breakfast'")
@shows(MEASUREMENT)
def edit(
    which: Which,
    amount: Annotated[
        list[str] | None, typer.Argument(metavar="[AMOUNT]", help="What it should be, as 82.4kg.")
    ] = None,
    at: Annotated[
        str | None, typer.Option("--at", metavar="WHEN", help="When it was measured.")
    ] = None,
    note: Annotated[
        str | None, typer.Option("--note", help="What to remember of it; '' for nothing.")
    ] = None,
) -> MeasurementRead:
    """Change a measurement."""
    values: dict[str, Any] = {}
    if amount:
        typed = parse_amount(" ".join(amount))
        values["value"] = typed.value
        values |= {"unit": typed.unit} if typed.unit else {}
    if note is not None:
        values["note"] = note.strip() or None
    if not values and at is None:
        raise InvalidError("Nothing is to be changed", hints=["workout body edit last 82.4kg"])

    async def changed(services: Services) -> tuple[MeasurementRead, MeasurementRead]:
        found = await _meant(services, which)
        moved = {} if at is None else options.moved_when(found.measured_at, found.timezone, at)
        data = MeasurementUpdate(**values, **moved)
        return found, await services.body.update(found.id, data)

    return compared(call(changed))


@app.command(epilog="Example: workout body rm last")
@shows(GONE)
def rm(which: Which) -> MeasurementRead:
    """Take a measurement out."""

    async def removed(services: Services) -> MeasurementRead:
        found = await _meant(services, which)
        await services.body.delete(found.id)
        return found

    return done(call(removed))


@app.command(epilog="Example: workout body types")
@shows(MEASURED_TYPES)
def types() -> MeasurementTypeList:
    """List what can be measured."""
    return ask(lambda services: services.body.types())


@app.command(epilog="Example: workout body trend weight --half-life 7")
@shows(TREND)
def trend(
    type_: Annotated[
        list[str] | None,
        typer.Argument(metavar="[TYPE]", help="What is measured; weight, unless given."),
    ] = None,
    since: Annotated[
        str, typer.Option("--since", metavar="DAY", help="From this day on, as in 2026 or -1y.")
    ] = "-3mo",
    half_life: Annotated[
        str, typer.Option("--half-life", metavar="DAYS", help="After so many days one counts half.")
    ] = str(HALF_LIFE),
) -> TrendRead:
    """Show where a measurement is going, without its ups and downs.

    The trend is smoothed exponentially: trend += (mean of the day - trend) x (1 - 2^(-days / half-life)).
    """
    first, _ = options.days(since, None, None)
    days = parse_decimal(half_life)
    filters = TrendFilters(type=" ".join(type_ or ["weight"]), since=first, half_life_days=days)
    found = ask(lambda services: services.progress.trend(filters))
    if not found.items:
        say("nothing was measured then; workout body log weight 82.5kg logs something")
    return found


@app.command(epilog="Example: workout body goal weight 78kg --by 2027-03-01")
@shows(GOALS)
def goal(
    words: Annotated[
        list[str],
        typer.Argument(metavar="TYPE AMOUNT", help="What and how much, as in weight 78kg; or off."),
    ],
    by: Annotated[str | None, typer.Option("--by", metavar="DAY", help="By when.")] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DAY", help="When it began; today, else.")
    ] = None,
) -> GoalList:
    """Set a goal; off gives it up.

    Another goal of the same type gives way.
    """
    text = " ".join(words).strip()
    if text.casefold().endswith(f" {OFF}"):
        type_ = text[: -len(OFF)].strip()
        gone, left = call(lambda services: _given_up(services, type_))
        say(f"gave up the goal of {gone.name} {number(gone.value)} {gone.unit}".rstrip())
        return done(left)
    found = parse_measured(text)
    if found is None:
        raise InvalidError("What is to come to what?", hints=["workout body goal weight 78kg"])
    data = GoalSet(
        type=found.type,
        value=found.amount.value,
        unit=found.amount.unit,
        system=SETTINGS.get().unit,
        since=options.day_begun(since, "--since today") if since else options.today(),
        until=parse_until(by, options.today()) if by else None,
    )

    async def aimed(services: Services) -> tuple[GoalList, GoalList]:
        before = await services.progress.goals()
        one = await services.progress.set_goal(data)
        return _only(before, one.id), _only(await services.progress.goals(), one.id)

    return compared(call(aimed))


@app.command(epilog="Example: workout body goals")
@shows(GOALS)
def goals() -> GoalList:
    """List your goals, how far you are, and the outlook."""
    return ask(lambda services: services.progress.goals())


def _only(goals: GoalList, goal_id: UUID) -> GoalList:
    return GoalList(items=[each for each in goals.items if each.id == goal_id], rule=goals.rule)


async def _given_up(services: Services, type_: str) -> tuple[GoalRead, GoalList]:
    """The goal of a type that is no more, and what is left of it: nothing."""
    wanted = type_key(type_)
    every = await services.progress.goals()
    slugs = {key: each.slug for key, each in BY_KEY.items()}
    for each in every.items:
        if each.type == slugs.get(wanted, wanted):
            await services.progress.remove_goal(each.id)
            return each, GoalList(items=[], rule=every.rule)
    raise NotFoundError(f"There is no goal of {type_!r}", hints=["workout body goals lists them"])


async def _meant(services: Services, which: str) -> MeasurementRead:
    if re.fullmatch(POSITION, which):
        return await services.body.get(_listed(int(which)))
    return await services.body.find(MeasurementReference(text=which))


def _listed(position: int) -> UUID:
    if found := listing.recall(position):
        return found
    raise NotFoundError(
        f"The last list has no line {position}", hints=["workout body history lists measurements"]
    )
