"""How results look: one module a domain, each with a `View` of every schema that its commands show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from workout_cli.layout import Table


class View(NamedTuple):
    """The forms of a result: its table, its text where a person's is another, and what it lists if it is a list.

    `code` is the exit code of a result that is not good news.
    """

    table: Callable[[Any], Table] | None = None
    text: Callable[[Any], str] | None = None
    lists: str | None = None
    code: Callable[[Any], int] | None = None
