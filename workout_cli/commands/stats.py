"""Count what was done: of an exercise, a week, a year, and in which streaks."""

from __future__ import annotations

from datetime import date, timedelta
from difflib import get_close_matches
from typing import Annotated, Any, Final

import typer
from typer.core import TyperGroup

from workout_cli import options
from workout_cli.console import say
from workout_cli.output import shows
from workout_cli.runner import SETTINGS, ask
from workout_cli.tree import new_app
from workout_cli.views.statistics import EXERCISE, EXPLAIN, INTENSITY, LOAD, STREAKS, WEEK, YEAR
from workout_core.dates import parse_range
from workout_core.errors import InvalidError
from workout_core.history.streaks import monday
from workout_core.schemas import clean
from workout_core.statistics.schemas import (
    By,
    ExerciseStatsRead,
    IntensityRead,
    LoadRead,
    PeriodFilters,
    SpanFilters,
    StatsTrendFilters,
    StreakFilters,
    StreaksRead,
    WeekFilters,
    WeekStatsRead,
    YearFilters,
    YearStatsRead,
)

EVER: Final = date(1900, 1, 1)
SUNDAY: Final = timedelta(days=6)
WEEKS: Final = ["2026-W48", "last week", "yesterday"]
SLIP: Final = 0.74  # so near to a name a word must be, to be taken for it
Name = Annotated[
    list[str], typer.Argument(metavar="EXERCISE...", help="A name, an alias or a slug.")
]
Since = Annotated[str | None, typer.Option("--since", metavar="DAY", help="From this day on.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DAY", help="Up to this day.")]
Explain = Annotated[bool, typer.Option("--explain", help="Tell the rule and what counted.")]


class Statistics(TyperGroup):
    """The statistics; what is none of their names, and no slip of one, is that of an exercise."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        near = get_close_matches(args[0], self.commands, 1, SLIP) if args else []
        if args and not near and not args[0].startswith("-"):
            args = ["exercise", *args]
        return super().resolve_command(ctx, args)


app = new_app(
    cls=Statistics,
    help="Count what you did: of an exercise, in a week, in a year.",
    no_args_is_help=True,
    epilog="Example: workout stats bench --by month --explain",
)


@app.command(epilog="Example: workout stats exercise bench --since -1y")
@shows(EXERCISE)
def exercise(
    name: Name,
    since: Since = None,
    until: Until = None,
    by: Annotated[By, typer.Option("--by", help="By what the trend is summed up.")] = "week",
    explain: Explain = False,
) -> ExerciseStatsRead:
    """Show the trend of an exercise and its best sets."""
    EXPLAIN.set(explain)
    filters = StatsTrendFilters(by=by, **_span(name, since, until))
    return ask(lambda services: services.statistics.exercise(filters))


@app.command(epilog="Example: workout stats intensity squat --since -3mo")
@shows(INTENSITY)
def intensity(
    name: Name, since: Since = None, until: Until = None, explain: Explain = False
) -> IntensityRead:
    """Show how heavy your sets of an exercise were."""
    EXPLAIN.set(explain)
    filters = SpanFilters(**_span(name, since, until))
    found = ask(lambda services: services.statistics.intensity(filters))
    if not found.items:
        say("no set of it in these days has a load and repetitions")
    return found


@app.command(epilog="Example: workout stats week 'last week'")
@shows(WEEK)
def week(
    which: Annotated[
        str | None,
        typer.Argument(metavar="[WHICH]", help="A week or a day of it; this one, unless given."),
    ] = None,
    explain: Explain = False,
) -> WeekStatsRead:
    """Show the hard sets of a week by muscle."""
    EXPLAIN.set(explain)
    day = _week(which) if which else options.today()
    return ask(lambda services: services.statistics.week(WeekFilters(day=day)))


@app.command(epilog="Example: workout stats year 2026")
@shows(YEAR)
def year(
    which: Annotated[
        int | None, typer.Argument(metavar="[YEAR]", help="This year, unless given.")
    ] = None,
    explain: Explain = False,
) -> YearStatsRead:
    """Show what a year came to, and its exercises."""
    EXPLAIN.set(explain)
    this = options.today().year if which is None else which
    filters = YearFilters(year=this, formula=SETTINGS.get().formula)
    return ask(lambda services: services.statistics.year(filters))


@app.command(epilog="Example: workout stats streaks")
@shows(STREAKS)
def streaks(explain: Explain = False) -> StreaksRead:
    """Show the weeks in a row in which you trained."""
    EXPLAIN.set(explain)
    filters = StreakFilters(until=options.today())
    return ask(lambda services: services.statistics.streaks(filters))


@app.command(epilog="Example: workout stats load --since -8w")
@shows(LOAD)
def load(since: Since = None, until: Until = None, explain: Explain = False) -> LoadRead:
    """Show the load of your weeks: RPE times minutes."""
    EXPLAIN.set(explain)
    first, last = _days(since, until)
    if since is None:
        first = max(first, last - timedelta(weeks=12))
    filters = PeriodFilters(since=first, until=last)
    return ask(lambda services: services.statistics.load(filters))


def _week(text: str) -> date:
    """A day of the week that is meant; what is neither one week nor a day of it is refused."""
    first, last = parse_range(text, options.today())
    if first is None or (first, last) not in (
        (first, first),
        (monday(first), monday(first) + SUNDAY),
    ):
        raise InvalidError(f"{clean(text)!r} is not one week or a day of it", hints=WEEKS)
    return first


def _span(name: list[str], since: str | None, until: str | None) -> dict[str, Any]:
    """An exercise, from a day to another, and by which formula its e1RM is estimated."""
    first, last = _days(since, until)
    formula = SETTINGS.get().formula
    return {"exercise": " ".join(name), "since": first, "until": last, "formula": formula}


def _days(since: str | None, until: str | None) -> tuple[date, date]:
    """From the first day there is, or one that is given, up to today or another one."""
    first, last = options.days(since, until, None)
    last = last or max(options.today(), first or EVER)
    return first or EVER, last
