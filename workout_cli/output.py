"""Shows a result in the format that was asked for.

    @app.command()
    @shows
    def history() -> BaseModel: ...

`shows` gives a command the options --format, --json and --output, and shows the schema that it returns.
"""

from __future__ import annotations

import inspect
import sys
from contextvars import ContextVar
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, get_type_hints

import typer
from pydantic_core import to_json

from workout_cli.console import is_terminal, put
from workout_cli.layout import markdown, separated
from workout_cli.tables import table
from workout_cli.texts import text
from workout_core.errors import InvalidError, StorageError
from workout_core.schemas import Page, clean
from workout_core.workouts.schemas import LogRead

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import BaseModel

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

_Json = Annotated[bool, typer.Option("--json", help="The same as --format json.")]
_Format = Annotated[
    Format | None,
    typer.Option("--format", help="How to print it: a table for people, tab-separated when piped."),
]
_File = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Write to a file; its ending picks the format."
    ),
]


def shows(command: Callable[..., BaseModel]) -> Callable[..., None]:
    """The command with the options of formats; what it returns is shown."""

    @wraps(command)
    def showing(
        *,
        json: bool = False,
        format: Format | None = None,
        output: Path | None = None,
        **given: Any,
    ) -> None:
        chosen: Format | None = "json" if json else format
        AS_JSON.set(chosen in ("json", "jsonl"))
        show(command(**given), chosen, output)

    extra = {"json": (_Json, False), "format": (_Format, None), "output": (_File, None)}
    hints = {**get_type_hints(command, include_extras=True), "return": None}
    parameters = [
        each.replace(kind=inspect.Parameter.KEYWORD_ONLY, annotation=hints[name])
        for name, each in inspect.signature(command).parameters.items()
    ]
    parameters += [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=hint, default=default)
        for name, (hint, default) in extra.items()
    ]
    vars(showing)["__signature__"] = inspect.Signature(parameters)
    showing.__annotations__ = hints | {name: hint for name, (hint, _) in extra.items()}
    del showing.__wrapped__
    return showing


def show(result: BaseModel, format: Format | None = None, file: Path | None = None) -> None:
    """Print a result, or write it to a file, in a format."""
    chosen = format or _by_ending(file) or ("table" if is_terminal(sys.stdout) else "plain")
    content = rendered(result, chosen)
    if file is None:
        put(content, page=chosen == "table")
    else:
        write(file, content)


def rendered(result: BaseModel, format: Format) -> str:
    """A result in a format."""
    if format == "json":
        return _json(result, indent=2 if is_terminal(sys.stdout) else None)
    if format == "jsonl":
        items = result.items if isinstance(result, Page) else [result]
        return "\n".join(_json(each) for each in items)
    found = table(result)
    if format == "table" or found is None or (format == "plain" and isinstance(result, LogRead)):
        return text(result)
    if format == "md":
        return markdown(found)
    return separated(found, "," if format == "csv" else "\t")


def _json(result: BaseModel, indent: int | None = None) -> str:
    value: Any = result
    if isinstance(result, Page):
        kind = type(result).__pydantic_generic_metadata__["args"][0].__name__
        value = {"schema": f"workout.{kind}/1", **dict(result)}
    document = to_json(value, indent=indent, by_alias=True).decode()
    return document if document.isascii() else clean(document, lines=True)


def _by_ending(file: Path | None) -> Format | None:
    if file is None:
        return None
    if (ending := file.suffix[1:].lower()) in ENDINGS:
        return ENDINGS[ending]
    raise InvalidError(
        f"No format ends in {file.suffix or 'nothing'!r}; say which with --format",
        hints=[f"{file.stem}.{each}" for each in ("json", "csv", "md")],
    )


def write(file: Path, content: str) -> None:
    """Write text to a file that was named."""
    try:
        file.write_text(content if content.endswith("\n") else f"{content}\n", encoding="utf-8")
    except OSError as error:
        raise StorageError(f"{file} cannot be written: {error.strerror}") from error
