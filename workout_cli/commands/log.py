"""Log sets."""

from __future__ import annotations

from typing import Annotated

import typer

from workout_cli import options
from workout_cli.dashes import DashWords, plain
from workout_cli.output import shows
from workout_cli.runner import SETTINGS, ask, call
from workout_cli.tree import new_app
from workout_cli.views.log import LOGGED
from workout_core.vocabulary import MassUnit, Tracking
from workout_core.workouts.log_schemas import LogRead, WorkoutLog

app = new_app()


@app.command(cls=DashWords, epilog="Example: workout log bench 5x5@100kg rpe8")
@shows(LOGGED)
def log(
    words: Annotated[
        list[str],
        typer.Argument(metavar="LINE...", help="An exercise and its sets, as in bench 100x5x3."),
    ],
    at: Annotated[
        str | None,
        typer.Option("--at", metavar="WHEN", help="When it was, as in 'yesterday 18:30'."),
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
) -> LogRead:
    """Log sets of an exercise in today's workout.

    The line says the exercise, then its sets: 100x5x3 is three sets of five with 100, 5x5@100kg is five of
    five, 3x8 +10kg adds to body weight, 3x60s is held, 5km 25:00 is covered. w marks a warm-up, d a drop set,
    rpe8 or rir2 the effort, and // begins a note.
    """
    moment = options.moment(at)
    data = WorkoutLog(
        text=" ".join(map(plain, words)),
        at=moment.at if moment else None,
        day=moment.day if moment and moment.at is None else None,
        timezone=options.zone().key,
        unit=unit or SETTINGS.get().unit,
        new=new,
        tracking=tracking,
        dry_run=dry_run,
    )
    run = ask if dry_run else call
    logged = run(lambda services: services.log.add(data))
    if logged.added and not dry_run:
        from workout_cli.names_cache import refresh_names  # what a line of known names can spare

        refresh_names()
    return logged
