"""The exercises that you can log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from workout_cli import options
from workout_cli.names_cache import refresh_names
from workout_cli.output import shows
from workout_cli.paging import gathered, tell_of_more
from workout_cli.runner import ask, call
from workout_cli.tree import new_app
from workout_cli.views.exercises import EXERCISE, EXERCISES
from workout_core.exercises.schemas import (
    ExerciseCreate,
    ExerciseFilters,
    ExerciseRead,
    ExerciseReference,
)
from workout_core.paging import Page
from workout_core.vocabulary import Category, MassUnit, Modality, Muscle, Tracking

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from workout_core.services import Services

app = new_app(
    name="exercise",
    help="The exercises that you can log.",
    epilog="Example: workout exercise list --search row",
    no_args_is_help=True,
)


@app.command("list", epilog="Example: workout exercise list --search row --muscle lats")
@shows(EXERCISES)
def list_(
    search: Annotated[
        str | None, typer.Option("--search", help="A text in a name or an alias.")
    ] = None,
    category: Annotated[
        Category | None, typer.Option("--category", metavar="KIND", help="What kind of training.")
    ] = None,
    modality: Annotated[
        Modality | None, typer.Option("--modality", metavar="EQUIPMENT", help="With what.")
    ] = None,
    muscle: Annotated[
        Muscle | None, typer.Option("--muscle", metavar="MUSCLE", help="Which muscle works.")
    ] = None,
    own: Annotated[
        bool | None, typer.Option("--own/--catalogue", help="Yours, or the others.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many at most.")] = 100,
    page: Annotated[int, typer.Option("--page", min=1, help="Which page of as many.")] = 1,
    all_: Annotated[bool, typer.Option("--all", help="All of them.")] = False,
) -> Page[ExerciseRead]:
    """List exercises by name."""
    filters = ExerciseFilters(
        search=search, category=category, modality=modality, muscle=muscle, is_user_created=own
    )

    def asked(services: Services) -> Awaitable[Page[ExerciseRead]]:
        return gathered(
            lambda page, size: services.exercises.list(
                filters.model_copy(update={"page": page, "size": size})
            ),
            page=page,
            limit=None if all_ else limit,
        )

    found = ask(asked)
    refresh_names(stale_only=True)
    tell_of_more(found, "exercises")
    return found


@app.command(epilog="Example: workout exercise show bench")
@shows(EXERCISE)
def show(
    name: Annotated[list[str], typer.Argument(metavar="NAME", help="A name, an alias or a slug.")],
) -> ExerciseRead:
    """Show an exercise."""
    reference = ExerciseReference(name=" ".join(name))
    return ask(lambda services: services.exercises.find(reference))


@app.command(epilog="Example: workout exercise add 'Zercher Squat' --alias zercher --primary quads")
@shows(EXERCISE)
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What you call it.")],
    alias: Annotated[
        list[str] | None, typer.Option("--alias", help="Another name; may be repeated.")
    ] = None,
    tracking: Annotated[
        Tracking, typer.Option("--tracking", metavar="QUANTITY", help="What is counted.")
    ] = "weight_reps",
    category: Annotated[
        Category, typer.Option("--category", metavar="KIND", help="What kind of training.")
    ] = "strength",
    modality: Annotated[
        Modality, typer.Option("--modality", metavar="EQUIPMENT", help="With what.")
    ] = "other",
    primary: Annotated[
        list[str] | None, typer.Option("--primary", help="A muscle that works most.")
    ] = None,
    secondary: Annotated[
        list[str] | None, typer.Option("--secondary", help="A muscle that helps.")
    ] = None,
    unit: Annotated[MassUnit | None, typer.Option("--unit", help="The unit of its loads.")] = None,
    note: Annotated[str | None, typer.Option("--note", help="What to remember of it.")] = None,
) -> ExerciseRead:
    """Add an exercise of your own."""
    data = ExerciseCreate(
        name=name,
        aliases=alias or [],
        tracking=tracking,
        category=category,
        modality=modality,
        primary_muscles=options.muscles(primary or []),
        secondary_muscles=options.muscles(secondary or []),
        unit=unit,
        note=note,
    )
    added = call(lambda services: services.exercises.create(data))
    refresh_names()
    return added
