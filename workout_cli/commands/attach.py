"""Attach photos, films and other files to workouts and exercises."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workout_cli import references
from workout_cli.attaching import check, download, upload
from workout_cli.changes import done
from workout_cli.console import say
from workout_cli.output import AS_JSON, Format, show
from workout_cli.runner import ask, call, carry
from workout_cli.tree import new_app
from workout_cli.views.attachments import FILE, FILES, GONE
from workout_core.attachments.listing import every
from workout_core.attachments.schemas import AttachmentRead, AttachmentReference
from workout_core.errors import InvalidError
from workout_core.exercises.schemas import ExerciseReference
from workout_core.paging import Page
from workout_core.schemas import clean

if TYPE_CHECKING:
    from uuid import UUID

    from workout_core.services import Services

app = new_app()


@app.command(epilog="Example: workout attach squat.mp4 --to last")
def attach(
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILE]...", help="What to attach; with --list, the workout."),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="WHICH", help="The workout: the open or last, unless given."),
    ] = None,
    exercise: Annotated[
        str | None, typer.Option("--exercise", metavar="NAME", help="An exercise instead.")
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="List what is attached.")] = False,
    get: Annotated[
        str | None, typer.Option("--get", metavar="FILE", help="Fetch a file, by name or id.")
    ] = None,
    remove: Annotated[
        str | None, typer.Option("--remove", metavar="FILE", help="Remove a file, by name or id.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Where to fetch it to."),
    ] = None,
    format: Annotated[
        Format | None, typer.Option("--format", help="How to print what was done.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
) -> None:
    """Attach files to a workout or to an exercise: photos, films, documents.

    What a file is, is told by its bytes. The same file attached twice takes its room once.
    """
    form: Format | None = "json" if json else format
    AS_JSON.set(form in ("json", "jsonl"))
    _require_one_deed(attaches=bool(files) and not list_, lists=list_, gets=get, removes=remove)
    if output is not None and get is None:
        raise InvalidError("-o says where --get fetches to", hints=["workout attach --get a.jpg"])
    if get is not None:
        show(_fetched(get, output), FILE, form)
    elif remove is not None:
        show(_removed(remove), GONE, form)
    elif list_:
        show(_listed(_one_workout(files, to), exercise), FILES, form)
    else:
        show(_attached([Path(each) for each in files or ()], to, exercise), FILES, form)


def _attached(paths: list[Path], to: str | None, exercise: str | None) -> Page[AttachmentRead]:
    for path in paths:
        check(path)
    of = ask(lambda services: _owner(services, to, exercise))
    items = carry(lambda backend: upload(backend.files, paths, of))
    return done(_page(items))


def _fetched(text: str, output: Path | None) -> AttachmentRead:
    found = ask(lambda services: services.attachments.find(AttachmentReference(text=text)))
    path = carry(lambda backend: download(backend.files, found.id, output), wrote=False)
    say(f"{clean(found.name)} is in {clean(str(path))}")
    return found


def _removed(text: str) -> AttachmentRead:
    async def removed(services: Services) -> AttachmentRead:
        found = await services.attachments.find(AttachmentReference(text=text))
        await services.attachments.delete(found.id)
        return found

    return done(call(removed))


def _listed(which: str | None, exercise: str | None) -> Page[AttachmentRead]:
    async def listed(services: Services) -> list[AttachmentRead]:
        of: dict[str, Any] = {}
        if which is not None or exercise is not None:
            of = await _owner(services, which, exercise)
        return await every(services.attachments, **of)

    return _page(ask(listed))


async def _owner(services: Services, which: str | None, exercise: str | None) -> dict[str, UUID]:
    """What files are of: a workout or an exercise."""
    if exercise is not None:
        if which is not None:
            raise InvalidError("A file is of a workout or of an exercise", hints=["--exercise"])
        known = await services.exercises.find(ExerciseReference(name=exercise))
        return {"exercise_id": known.id}
    if which is not None:
        return {"workout_id": (await references.workout(services, which)).id}
    return {"workout_id": (await references.latest(services)).id}


def _page(items: list[AttachmentRead]) -> Page[AttachmentRead]:
    return Page[AttachmentRead](items=items, total=len(items), page=1, size=max(len(items), 1))


def _one_workout(words: list[str] | None, to: str | None) -> str | None:
    """The workout whose files are listed, named either way."""
    given = [*([" ".join(words)] if words else []), *([to] if to is not None else [])]
    if len(given) > 1:
        raise InvalidError("One workout at a time", hints=["workout attach --list last"])
    return given[0] if given else None


def _require_one_deed(**deeds: Any) -> None:
    if sum(each not in (None, False) for each in deeds.values()) != 1:
        raise InvalidError(
            "Attach files, or --list, --get or --remove them: one of these at a time",
            hints=["workout attach squat.mp4", "workout attach --list"],
        )
