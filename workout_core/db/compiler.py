"""Writes `compiled.py`: every statement as SQLite text, so that the embedded executor needs no SQLAlchemy.

    python -m workout_core.db.compiler

Context: importing SQLAlchemy takes longer than logging a set. Decision: the statements are written once, in
SQLAlchemy Core, and compiled ahead of time into a module that is checked in; a test keeps it current.
Consequences: what an everyday command runs can be read as plain SQL, and a statement's name is a type
(`StatementName`), so that a misspelt one is an error of mypy.
"""

from __future__ import annotations

from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Boolean
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql import ClauseElement
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.dml import UpdateBase

from workout_core.accounts import statements as accounts
from workout_core.attachments import statements as attachments
from workout_core.auth import statements as auth
from workout_core.body import statements as body
from workout_core.charts import statements as charts
from workout_core.db import dump_statements, tables
from workout_core.db.base import Tagged
from workout_core.exercises import statements as exercises
from workout_core.gyms import statements as gyms
from workout_core.history import statements as history
from workout_core.live import statements as live
from workout_core.operations import statements as operations
from workout_core.replays import statements as replays
from workout_core.statistics import book_statements, record_statements
from workout_core.statistics import statements as statistics
from workout_core.transfer import statements as transfer
from workout_core.workouts import past_statements
from workout_core.workouts import statements as workouts

if TYPE_CHECKING:
    from types import ModuleType

    from sqlalchemy.types import TypeEngine

DOMAINS: Final = (
    accounts,
    auth,
    attachments,
    body,
    charts,
    exercises,
    gyms,
    history,
    live,
    operations,
    replays,
    statistics,
    record_statements,
    book_statements,
    transfer,
    past_statements,
    workouts,
)
TARGET: Final = Path(__file__).with_name("compiled.py")
WIDTH: Final = 100
INDENT: Final = 8 * " "
HEADER: Final = '''"""Made by workout_core.db.compiler from the domains' statements; not to be edited.

A statement is its text, its binds in order (name, conversion, whether it is a list), its constants, and the
columns of its rows (name, conversion).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    StatementName = Literal[
{names}
    ]

Compiled = tuple[
    str, tuple[tuple[str, str, bool], ...], dict[str, Any], tuple[tuple[str, str], ...]
]
HEAD: Final = {head!r}
# The tables of a dump: their columns (name, kind, whether they may be empty), and which refers to the table itself.
TABLES: Final[dict[str, tuple[tuple[tuple[str, str, bool], ...], str | None]]] = {{
{tables}
}}
STATEMENTS: Final[dict[str, Compiled]] = {{
'''


def statements() -> dict[str, ClauseElement]:
    """Every statement of every domain, by `domain.name`, and those of dumps."""
    found = {
        f"{_domain(module)}.{name}": statement
        for module in DOMAINS
        for name, statement in vars(module).items()
        if isinstance(statement, ClauseElement) and not name.startswith("_")
    }
    return found | dump_statements.statements()


def source() -> str:
    """The text of `compiled.py`."""
    from workout_core.db.migrations import HEAD

    every = statements()
    names = fill(
        " ".join(f'"{name}",' for name in every),
        WIDTH,
        initial_indent=INDENT,
        subsequent_indent=INDENT,
    )
    body = "".join(f"    {name!r}: {_compiled(each)!r},\n" for name, each in every.items())
    known = dump_statements.columns().items()
    tables = "\n".join(f"    {name!r}: {each!r}," for name, each in known)
    return HEADER.format(names=names, head=HEAD, tables=tables) + body + "}\n"


def _domain(module: ModuleType) -> str:
    return module.__name__.split(".")[1]


def _compiled(statement: ClauseElement) -> tuple[Any, ...]:
    text = statement.compile(dialect=sqlite.dialect())
    assert isinstance(text, SQLCompiler)
    order = text.positiontup or ()
    binds = tuple((name, _tag(text.binds[name].type), text.binds[name].expanding) for name in order)
    constants = {name: text.params[name] for name in order if text.params[name] is not None}
    return " ".join(text.string.split()), binds, constants, _columns(statement)


def _columns(statement: ClauseElement) -> tuple[tuple[str, str], ...]:
    if isinstance(statement, UpdateBase):
        return ()
    columns = statement.selected_columns  # type: ignore[attr-defined]
    return tuple((column.key, _tag(column.type)) for column in columns)


def _tag(type_: TypeEngine[Any]) -> str:
    if isinstance(type_, Tagged):
        return type_.tag
    return "bool" if isinstance(type_, Boolean) else ""


if __name__ == "__main__":
    assert tables.metadata.tables
    TARGET.write_text(source(), encoding="utf-8", newline="\n")
