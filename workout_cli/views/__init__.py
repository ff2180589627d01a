"""How results look: one module a domain, each with a `View` of every schema that its commands show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pydantic import BaseModel

    from workout_cli.layout import Column, Table


class View(NamedTuple):
    """The forms of a result: its table, its text where a person's is another, what it lists if it is a list.

    `columns` are those of the table, so that a misspelt one is refused before a command does anything. `code` is the
    exit code of a result that is not good news, `each` the objects that a line of JSON each is for.
    """

    table: Callable[[Any], Table | None] | None = None
    text: Callable[[Any], str] | None = None
    lists: str | None = None
    columns: tuple[Column, ...] = ()
    each: Callable[[Any], Iterable[BaseModel]] | None = None
    code: Callable[[Any], int] | None = None
