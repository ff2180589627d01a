"""Shows a result in the format that was asked for.

    @app.command()
    @shows(HISTORY)
    def history() -> Page[WorkoutSummary]: ...

`shows` gives a command the options --format, --json, --output, --fields and --template, and shows what it returns.
"""

from __future__ import annotations

import inspect
import os
import sys
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import wraps
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, TypeVar, get_type_hints

import typer
from pydantic import BaseModel
from pydantic_core import to_json

from workout_cli.console import is_terminal, put
from workout_cli.layout import aligned, markdown, separated
from workout_cli.runner import SETTINGS
from workout_core.errors import InvalidError, StorageError, reason
from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from workout_cli.layout import Table
    from workout_cli.picks import Picks
    from workout_cli.views import View

R = TypeVar("R", bound=BaseModel)
Format = Literal["table", "plain", "json", "jsonl", "csv", "tsv", "md"]
ENDINGS: Final[dict[str, Format]] = {
    "txt": "table",
    "json": "json",
    "jsonl": "jsonl",
    "csv": "csv",
    "tsv": "tsv",
    "md": "md",
}
AS_JSON: ContextVar[bool] = ContextVar("as_json", default=False)

_OPTIONS: Final[dict[str, tuple[Any, Any]]] = {
    "json": (Annotated[bool, typer.Option("--json", help="The same as --format json.")], False),
    "format": (
        Annotated[
            Format | None,
            typer.Option("--format", help="How to print it; a table for people, tabs in a pipe."),
        ],
        None,
    ),
    "output": (
        Annotated[
            Path | None,
            typer.Option(
                "--output", "-o", metavar="FILE", help="A file, whose ending is a format."
            ),
        ],
        None,
    ),
    "fields": (
        Annotated[
            str | None,
            typer.Option("--fields", metavar="A,B.C", help="Only these fields, in this order."),
        ],
        None,
    ),
    "template": (
        Annotated[
            str | None,
            typer.Option("--template", metavar="TEXT", help="Lines with {fields} filled in."),
        ],
        None,
    ),
}
_JSON_ONLY: Final[dict[str, tuple[Any, Any]]] = {
    **{name: option for name, option in _OPTIONS.items() if name != "format"},
    "json": (Annotated[bool, typer.Option("--json", help="Print a JSON document.")], False),
}


def shows(
    view: View, *, json_only: bool = False
) -> Callable[[Callable[..., R]], Callable[..., int]]:
    """For a command: the options of formats, and what it returns shown in the view.

    With `json_only` a command has no --format of this kind, because it has one of its own.
    """

    def decorated(command: Callable[..., R]) -> Callable[..., int]:
        @wraps(command)
        def showing(
            *,
            json: bool = False,
            format: Format | None = None,
            output: Path | None = None,
            fields: str | None = None,
            template: str | None = None,
            **given: Any,
        ) -> int:
            chosen: Format | None = "json" if json else format
            AS_JSON.set(chosen in ("json", "jsonl"))
            picks = None
            if fields is not None or template is not None:
                from workout_cli.picks import Picks  # most commands show all

                picks = Picks(fields, template, _returned(command), view)
            result = command(**given)
            show(result, view, chosen, output, picks)
            return view.code(result) if view.code else 0

        _take_options(showing, command, json_only=json_only)
        return showing

    return decorated


def show(
    result: R,
    view: View,
    format: Format | None = None,
    file: Path | None = None,
    picks: Picks | None = None,
) -> None:
    """Print a result, or write it to a file, in a format."""
    chosen = format or _by_ending(file) or ("table" if is_terminal(sys.stdout) else "plain")
    content = rendered(result, view, chosen, picks)
    if file is None:
        put(content, page=chosen == "table")
    else:
        write(file, content)


def rendered(result: R, view: View, format: Format, picks: Picks | None = None) -> str:
    """A result in a format; one that is no list has one text for people and for pipes."""
    if picks and picks.template is not None:
        return picks.lines(result, view.table(result) if view.table else None)
    if format == "json":
        return as_json(result, view.lists, 2 if is_terminal(sys.stdout) else None, picks)
    if format == "jsonl":
        items = dict(result)["items"] if view.lists else [result]
        items = view.each(result) if view.each else items
        return "\n".join(_document(picks.value(each) if picks else each) for each in items)
    if view.text and not picks and format == "table":
        return view.text(result)
    table = _table(result, view, picks)
    if table is None and view.text and not picks:
        return view.text(result)
    if table is None:
        raise InvalidError(f"There is no {format} of this", hints=["--json"])
    if format == "table":
        return aligned(table, person=is_terminal(sys.stdout))
    return markdown(table) if format == "md" else separated(table, "," if format == "csv" else "\t")


def _table(result: BaseModel, view: View, picks: Picks | None) -> Table | None:
    table = view.table(result) if view.table else None
    return picks.table(result, table) if picks and table else table


def as_json(
    result: BaseModel,
    lists: str | None = None,
    indent: int | None = None,
    picks: Picks | None = None,
) -> str:
    """A result as a JSON document that says what it is; a list, what it is a list of."""
    value = {"schema": f"workout.{lists}/1", **_listed(result)} if lists else _named(result)
    if picks:
        items = {"items": [picks.value(each) for each in value["items"]]} if lists else {}
        value = {**value, **items} if lists else picks.value(result)
    return _document(value, indent)


def _named(result: BaseModel) -> dict[str, Any]:
    """The fields of what is no list, with its name before them; a list of its own kind names itself."""
    name = f"workout.{type(result).__name__}/1"
    return {"schema": name, **result.model_dump(mode="json", by_alias=True)}


def _listed(result: BaseModel) -> dict[str, Any]:
    """The fields of a list, with its items as they are and numbers as JSON has them."""
    plain = result.model_dump(mode="json", exclude={"items"})
    return {name: plain.get(name, value) for name, value in dict(result).items()}


def _document(value: Any, indent: int | None = None) -> str:
    document = to_json(value, indent=indent, by_alias=True).decode()
    return document if document.isascii() else clean(document, lines=True)


def write(file: Path, content: str) -> None:
    """Write text to a file that was named: all of it, or nothing; never over the database."""
    with writing(file) as stream:
        whole = content.endswith("\n") or not _is_kept(file)
        stream.write((content if whole else f"{content}\n").encode())


@contextmanager
def writing(file: Path) -> Iterator[BinaryIO]:
    """A file that was named, to be written: all of it appears, or nothing; never over the database."""
    draft = file.parent / f".{file.name}.{os.getpid()}"
    try:
        if file.resolve() == SETTINGS.get().database_path:
            raise InvalidError(f"{file} is the database", hints=["name another file"])
        kept = _is_kept(file)
        stream = (draft if kept else file).open("wb")
    except (OSError, ValueError) as error:
        raise _unwritable(file, error) from error
    try:
        with stream:
            yield stream
        if kept:
            draft.replace(file.resolve())
    except OSError as error:
        raise _unwritable(file, error) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _is_kept(file: Path) -> bool:
    """Whether it is a file, or will be one; else it is a terminal or a pipe."""
    return file.is_file() or not file.exists()


def _unwritable(file: Path, error: OSError | ValueError) -> StorageError:
    return StorageError(
        f"{file} cannot be written: {reason(error)}", hints=["name a file that you may write"]
    )


def _take_options(
    showing: Callable[..., int], command: Callable[..., Any], *, json_only: bool
) -> None:
    """Make Typer see the command's own parameters and those of formats."""
    hints = _hints(command)
    parameters = [
        each.replace(kind=inspect.Parameter.KEYWORD_ONLY, annotation=hints[name])
        for name, each in inspect.signature(command).parameters.items()
    ]
    parameters += [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=hint, default=default)
        for name, (hint, default) in (_JSON_ONLY if json_only else _OPTIONS).items()
    ]
    vars(showing)["__signature__"] = inspect.Signature(parameters)
    showing.__annotations__ = {each.name: each.annotation for each in parameters}
    del vars(showing)["__wrapped__"]


def _hints(command: Callable[..., Any]) -> dict[str, Any]:
    """The annotations of a command's parameters; that of its result is for readers and may be out of reach."""
    given = {name: each for name, each in command.__annotations__.items() if name != "return"}
    return get_type_hints(
        SimpleNamespace(__annotations__=given),
        vars(sys.modules[command.__module__]),
        include_extras=True,
    )


def _returned(command: Callable[..., Any]) -> Any:
    """What a command returns, where its module knows that at run time."""
    try:
        return get_type_hints(command)["return"]
    except NameError:
        return None


def _by_ending(file: Path | None) -> Format | None:
    if file is None:
        return None
    if (ending := file.suffix[1:].lower()) in ENDINGS:
        return ENDINGS[ending]
    raise InvalidError(
        f"No format ends in {file.suffix or 'nothing'!r}; say which with --format",
        hints=[f"{file.stem}.{each}" for each in ("json", "csv", "md")],
    )
