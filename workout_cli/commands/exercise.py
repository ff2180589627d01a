"""The exercises that you can log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from workout_cli import options
from workout_cli.console import say
from workout_cli.names_cache import refresh_names
from workout_cli.output import shows
from workout_cli.paging import gathered, tell_of_more
from workout_cli.runner import ask, call
from workout_cli.tree import new_app
from workout_cli.views.exercises import DETAILS, EXERCISE, EXERCISES, FOUND, MERGED, REMOVED
from workout_core.durations import parse_duration
from workout_core.errors import InvalidError
from workout_core.exercises.schemas import (
    AliasChange,
    ExerciseCreate,
    ExerciseDetails,
    ExerciseFilters,
    ExerciseFound,
    ExerciseRead,
    ExerciseReference,
    ExerciseSearch,
    ExerciseUpdate,
)
from workout_core.paging import Page
from workout_core.units import parse_decimal, parse_mass
from workout_core.vocabulary import Category, MassUnit, Modality, Muscle, Tracking
from workout_core.workouts.merge_schemas import MergeInto, MergeRead

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from workout_core.services import Services

Words = Annotated[list[str], typer.Argument(metavar="NAME", help="A name, an alias or a slug.")]
Primary = Annotated[list[str] | None, typer.Option("--primary", help="A muscle that works most.")]
Secondary = Annotated[list[str] | None, typer.Option("--secondary", help="A muscle that helps.")]

app = new_app(
    name="exercise",
    help="The exercises that you can log.",
    epilog="Example: workout exercise find row",
    no_args_is_help=True,
)


@app.command(epilog="Example: workout exercise find incline press")
@shows(FOUND)
def find(
    text: Annotated[
        list[str], typer.Argument(metavar="TEXT...", help="What you remember of its name.")
    ],
    hidden: Annotated[bool, typer.Option("--hidden", help="Find hidden exercises too.")] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, max=100, help="How many at most.")] = 10,
) -> Page[ExerciseFound]:
    """Find exercises by a part of a name, those that you do first."""
    wanted = ExerciseSearch(text=" ".join(text), hidden=hidden, size=limit)
    found = ask(lambda services: services.exercises.search(wanted))
    if not found.items:
        say("nothing is called like that; workout exercise add adds an exercise of your own")
    elif found.total > len(found.items):
        say(f"{len(found.items)} of {found.total} exercises; --limit shows more")
    return found


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
    starred: Annotated[bool, typer.Option("--starred", help="Only those with a star.")] = False,
    used: Annotated[bool, typer.Option("--used", help="Only those that you have done.")] = False,
    hidden: Annotated[bool, typer.Option("--hidden", help="Only those that are hidden.")] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many at most.")] = 100,
    page: Annotated[int, typer.Option("--page", min=1, help="Which page of as many.")] = 1,
    every: Annotated[bool, typer.Option("--all", help="All of them, hidden ones too.")] = False,
) -> Page[ExerciseRead]:
    """List exercises by name."""
    filters = ExerciseFilters(
        search=search,
        category=category,
        modality=modality,
        muscle=muscle,
        is_user_created=own,
        starred=starred or None,
        used=used,
        visibility="hidden" if hidden else "all" if every else "shown",
    )

    def asked(services: Services) -> Awaitable[Page[ExerciseRead]]:
        return gathered(
            lambda page, size: services.exercises.list(
                filters.model_copy(update={"page": page, "size": size})
            ),
            page=page,
            limit=None if every else limit,
        )

    found = ask(asked)
    refresh_names(stale_only=True)
    tell_of_more(found, "exercises")
    return found


@app.command(epilog="Example: workout exercise show bench")
@shows(DETAILS)
def show(name: Words) -> ExerciseDetails:
    """Show an exercise, your settings of it and what you did with it."""
    reference = ExerciseReference(name=" ".join(name))
    return ask(lambda services: services.exercises.details(reference))


@app.command(epilog="Example: workout exercise add 'Zercher Squat' --alias zercher --primary quads")
@shows(EXERCISE)
def add(
    name: Annotated[list[str], typer.Argument(metavar="NAME", help="What you call it.")],
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
    primary: Primary = None,
    secondary: Secondary = None,
    unit: Annotated[MassUnit | None, typer.Option("--unit", help="The unit of its loads.")] = None,
    note: Annotated[str | None, typer.Option("--note", help="What to remember of it.")] = None,
) -> ExerciseRead:
    """Add an exercise of your own."""
    data = ExerciseCreate(
        name=" ".join(name),
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


@app.command(epilog="Example: workout exercise edit bench --bar 20kg --rest 3min")
@shows(DETAILS)
def edit(
    name: Words,
    new_name: Annotated[
        str | None, typer.Option("--name", help="Another name; the old one stays an alias.")
    ] = None,
    tracking: Annotated[
        Tracking | None, typer.Option("--tracking", metavar="QUANTITY", help="What is counted.")
    ] = None,
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="kg|lb", help="The unit of its loads.")
    ] = None,
    increment: Annotated[
        str | None, typer.Option("--increment", help="The smallest step of its load.")
    ] = None,
    rest: Annotated[
        str | None, typer.Option("--rest", metavar="TIME", help="The rest after a set.")
    ] = None,
    bar: Annotated[
        str | None, typer.Option("--bar", metavar="LOAD", help="What its bar weighs.")
    ] = None,
    training_max: Annotated[
        str | None,
        typer.Option("--training-max", metavar="LOAD", help="What 85% is a share of."),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DAY", help="The day from which that maximum holds."),
    ] = None,
    primary: Primary = None,
    secondary: Secondary = None,
    note: Annotated[str | None, typer.Option("--note", help="What to remember of it.")] = None,
    star: Annotated[
        bool | None, typer.Option("--star/--no-star", help="List and complete it first.")
    ] = None,
) -> ExerciseDetails:
    """Change an exercise for you: its name, its settings, its muscles.

    An empty value clears a setting, as in --note ''.
    """
    chosen: dict[str, Any] = {
        "name": new_name,
        "tracking": tracking,
        "primary_muscles": _muscles(primary),
        "secondary_muscles": _muscles(secondary),
        "starred": star,
    }
    typed: dict[str, tuple[Callable[[str], Any], str | None]] = {
        "unit": (options.unit, unit),
        "increment": (parse_decimal, increment),
        "default_rest_s": (parse_duration, rest),
        "note": (str.strip, note),
    }
    values = {field: value for field, value in chosen.items() if value is not None}
    values |= {
        field: read(text) if text.strip() else None
        for field, (read, text) in typed.items()
        if text is not None
    }
    values |= _bar(bar) | _training_max(training_max, since)
    if not values:
        raise InvalidError("Nothing is to be changed", hints=["workout exercise edit --help"])
    return _update(name, ExerciseUpdate(**values))


@app.command(epilog="Example: workout exercise alias 'Incline Bench Press' incline ibp")
@shows(DETAILS)
def alias(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, an alias or a slug.")],
    aliases: Annotated[list[str], typer.Argument(metavar="ALIAS...", help="Its other names.")],
    remove: Annotated[bool, typer.Option("--remove", help="Take them back instead.")] = False,
    move: Annotated[
        bool, typer.Option("--move", help="Take them from the exercise that has them.")
    ] = False,
) -> ExerciseDetails:
    """Give an exercise more names."""
    change = (
        AliasChange(remove=aliases) if remove and not move else AliasChange(add=aliases, move=move)
    )
    if remove and move:
        raise InvalidError(
            "--remove and --move do not go together", hints=["workout exercise alias --help"]
        )

    async def changed(services: Services) -> ExerciseDetails:
        found = await services.exercises.find(ExerciseReference(name=name))
        return await services.exercises.change_aliases(found.id, change)

    result = call(changed)
    refresh_names()
    return result


@app.command(epilog="Example: workout exercise hide behind the neck press")
@shows(DETAILS)
def hide(
    name: Words,
    show: Annotated[bool, typer.Option("--show", help="Offer it again.")] = False,
) -> ExerciseDetails:
    """Offer an exercise no more; its history stays."""
    return _update(name, ExerciseUpdate(hidden=not show))


@app.command(epilog="Example: workout exercise merge 'Bench (Barbell)' bench --dry-run")
@shows(MERGED)
def merge(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The exercise that goes.")],
    into: Annotated[str, typer.Argument(metavar="INTO", help="The exercise that stays.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say how much would move, and move nothing.")
    ] = False,
) -> MergeRead:
    """Make an exercise, its history and its names part of another."""

    async def merged(services: Services) -> MergeRead:
        one, other = [
            await services.exercises.find(ExerciseReference(name=each)) for each in (name, into)
        ]
        return await services.merging.merge(one.id, MergeInto(into=other.id, dry_run=dry_run))

    if dry_run:
        return ask(merged)
    result = call(merged)
    refresh_names()
    return result


@app.command(epilog="Example: workout exercise rm viking press")
@shows(REMOVED)
def rm(name: Words) -> ExerciseRead:
    """Remove an exercise of your own that no workout holds."""
    reference = ExerciseReference(name=" ".join(name))

    async def removed(services: Services) -> ExerciseRead:
        found = await services.exercises.find(reference)
        await services.exercises.delete(found.id)
        return found

    result = call(removed)
    refresh_names()
    return result


def _update(name: list[str], data: ExerciseUpdate) -> ExerciseDetails:
    reference = ExerciseReference(name=" ".join(name))

    async def updated(services: Services) -> ExerciseDetails:
        found = await services.exercises.find(reference)
        return await services.exercises.update(found.id, data)

    result = call(updated)
    refresh_names()
    return result


def _muscles(words: list[str] | None) -> list[Muscle] | None:
    return None if words is None else options.muscles([word for word in words if word])


def _bar(text: str | None) -> dict[str, Any]:
    if text is None:
        return {}
    if not text.strip():
        return {"bar_value": None}
    load = parse_mass(text)
    return {"bar_value": load.value, "bar_unit": load.unit}


def _training_max(text: str | None, since: str | None) -> dict[str, Any]:
    if text is None:
        if since is not None:
            raise InvalidError(
                "--since is the day of a training max", hints=["--training-max 140kg --since mon"]
            )
        return {}
    if not text.strip():
        return {"training_max": None}
    load = parse_mass(text)
    day = options.today() if since is None else options.day(since)
    return {"training_max": {"value": load.value, "unit": load.unit, "since": day}}
