"""Log sets."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from workout_cli import options
from workout_cli.console import say
from workout_cli.dashes import DashWords, plain
from workout_cli.output import shows
from workout_cli.runner import SETTINGS, ask, call
from workout_cli.tree import new_app
from workout_cli.views.log import LOGGED, left_open
from workout_core.errors import InvalidError
from workout_core.schemas import clean
from workout_core.training.plates import parse_kit
from workout_core.vocabulary import MassUnit, Tracking
from workout_core.workouts.log_schemas import LogLinesRead, LogRead, WorkoutLog

app = new_app()


@app.command(cls=DashWords, epilog="Example: workout log bench 5x5@100kg rpe8")
@shows(LOGGED)
def log(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="LINE...",
            help="An exercise and its sets, as in bench 100x5x3; - reads such lines.",
        ),
    ],
    at: Annotated[
        str | None,
        typer.Option("--at", metavar="WHEN", help="When, as in 18:30 or 'yesterday 18:30'."),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DAY", help="On which day, as in -2d.")
    ] = None,
    within: Annotated[
        str | None,
        typer.Option("--in", metavar="WHICH", help="Into this workout: last, a day, an id."),
    ] = None,
    unit: Annotated[
        MassUnit | None,
        typer.Option("--unit", help="The unit of loads that are typed without one."),
    ] = None,
    new: Annotated[
        str | None,
        typer.Option("--new", metavar="NAME", help="Add this exercise; the line is its sets."),
    ] = None,
    tracking: Annotated[
        Tracking,
        typer.Option("--tracking", metavar="QUANTITY", help="What is counted of a new one."),
    ] = "weight_reps",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show how the line is read, and write nothing.")
    ] = False,
    atomic: Annotated[
        bool, typer.Option("--atomic", help="With -: log all of the lines, or none.")
    ] = False,
) -> LogRead | LogLinesRead:
    """Log sets of an exercise in today's workout.

    The line says the exercise, then its sets: 100x5x3 is three sets of five with 100, 5x5@100kg is five of
    five, 3x8 +10kg adds to body weight, 3x60s is held, 5km 25:00 is covered. w marks a warm-up, d a drop set,
    rpe8 or rir2 the effort, and // begins a note. With - alone lines are read from standard input, each logged
    at once; empty ones and those that begin with # are skipped.
    """
    context = {
        **_context(at, on, unit),
        "new": new,
        "tracking": tracking,
        "dry_run": dry_run,
    }
    if within is not None and context["day"]:
        raise InvalidError(
            "--in names the workout, so a day has nothing to say",
            hints=["--at 18:30 says when it was done", f"--on {on or at} without --in"],
        )
    if words != ["-"]:
        if atomic:
            raise InvalidError("--atomic is for lines from standard input", hints=["workout log -"])
        return _log(" ".join(map(plain, words)), context, within)
    from workout_cli.lines import log_all, log_each  # a line that is typed has no use for it

    if not atomic:
        return log_each(lambda text: _log(text, context, within))
    if within is not None:
        raise InvalidError("--atomic and --in do not go together", hints=["use one of them"])
    return log_all(context, dry_run=dry_run)


def _log(text: str, context: dict[str, Any], within: str | None) -> LogRead:
    data = WorkoutLog.model_validate({**context, "text": text})
    run = ask if data.dry_run else call
    if within is None:
        read = run(lambda services: services.log.add(data))
    else:
        from workout_cli.references import workout  # only a workout that is named needs it

        place = ask(lambda services: workout(services, within)).id
        read = run(lambda services: services.log.add_to(place, data))
    if read.forgotten:
        say(left_open(read.forgotten))
    if read.added and not data.dry_run:
        from workout_cli.names_cache import refresh_names  # what a line of known names can spare

        refresh_names()
    return read


def _context(at: str | None, on: str | None, unit: MassUnit | None) -> dict[str, Any]:
    """When and where the lines were done, and how they are read."""
    moment = options.moment_on(on, at)
    settings = SETTINGS.get()
    kit = {
        "plates_kg": _kit("plates_kg", settings.plates_kg),
        "plates_lb": _kit("plates_lb", settings.plates_lb),
    }
    return {
        "at": moment.at if moment else None,
        "day": moment.day if moment and moment.at is None else None,
        "timezone": options.zone().key,
        "unit": unit,
        "usual_unit": settings.unit,
        "formula": settings.formula,
        "kit": None if set(kit.values()) == {None} else kit,
    }


def _kit(name: str, plates: str | None) -> str | None:
    """The plates of a setting; none where it is misspelt, as a set that was done is logged all the same."""
    if plates is None:
        return None
    try:
        parse_kit(plates)
    except InvalidError as error:
        say(f"note: {name}: {clean(error.message)}, so no plates are told")
        return ""
    return plates
