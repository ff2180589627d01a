"""What the two databases plan to read, and whether that is found by an index.

Each table that grows is to be found by a key that begins with its user. A user's sets, executions, operations,
workouts and measurements become many, so the key must say more than the user, except in a statement that is about
all of them.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import event

from workout_core.db.compiled import STATEMENTS
from workout_core.db.tables import metadata
from workout_core.db.values import TO_SQLITE

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping

    from sqlalchemy import Connection, Engine
    from sqlalchemy.sql import Executable

    from workout_core.db.compiled import StatementName

FEW: Final = frozenset({"users", "alembic_version"})
MANY: Final = frozenset({"sets", "exercise_executions", "operations", "workouts", "measurements"})
KEYS: Final[Mapping[str, frozenset[str]]] = {
    "users": frozenset({"id"}),
    "access_tokens": frozenset({"id", "user_id"}),
    "identities": frozenset({"id"}),
    **dict.fromkeys(
        ("login_codes", "device_grants", "refresh_tokens"), frozenset({"id", "expires_at"})
    ),
}
# Indexes that hold only some rows, and the column by which those are told from the rest.
PARTIAL: Final = {
    "uq_workouts_user_id_active": "status",
    "ix_operations_user_id_undone_at": "undone_at",
}
# Statements that are about every row of a user's, and the tables of which they are.
WHOLE: Final[Mapping[str, frozenset[str]]] = {
    "operations.every": frozenset({"operations"}),
    "operations.count": frozenset({"operations"}),
    # They read the log from its end, in the order of a key, and stop soon.
    "operations.last": frozenset({"operations"}),
    "operations.newest": frozenset({"operations"}),
    "operations.page": frozenset({"operations"}),
    "workouts.ids": frozenset({"workouts"}),
    "body.every": frozenset({"measurements"}),
    "attachments.every": frozenset({"workouts"}),  # those of which files are, or all at once
    # A search reads all that the user has noted: no index knows what a text holds.
    **dict.fromkeys(
        (
            *("workouts.page_matching", "workouts.page_matching_of_exercise"),
            *("workouts.count_matching", "workouts.count_matching_of_exercise"),
        ),
        frozenset({"exercise_executions", "sets"}),
    ),
    **dict.fromkeys(
        ("history.found", "history.count_found"),
        frozenset({"workouts", "exercise_executions", "sets"}),
    ),
}

# The elements of a JSON value, and rows that the statement itself has found already.
_OF_A_VALUE: Final = re.compile(
    r"SCAN (\w+ VIRTUAL TABLE|(done|found|so_far|sets_of|sessions)$|\(subquery-\d+\)$)"
)
_SEARCH: Final = re.compile(r"SEARCH (\w+) USING (.*?)(?: \((.*)\))?(?: LEFT-JOIN)?$")
_CONDITION: Final = re.compile(r"(\w+)[=<>]")
_POSTGRES_CONDITION: Final = re.compile(r"\((\w+) [=<>]")


def read_by_sqlite(
    connection: sqlite3.Connection,
    name: StatementName,
    binds: Mapping[str, Any],
    text: str | None = None,
) -> list[str]:
    """SQLite's plan of a compiled statement (or of another text with its binds), a line each step."""
    compiled, expected, constants, _ = STATEMENTS[name]
    text, arguments = text or compiled, []
    for bind, tag, is_list in expected:
        value = binds[bind] if bind in binds else constants[bind]
        values = value if is_list else [value]
        convert = TO_SQLITE[tag]
        arguments += [each if each is None or convert is None else convert(each) for each in values]
        text = text.replace(f"__[POSTCOMPILE_{bind}]", ",".join("?" * len(values)))
    rows = connection.execute(f"EXPLAIN QUERY PLAN {text}", arguments)
    return [str(row[3]) for row in rows]


def problems_of_sqlite(plan: list[str], name: str = "") -> list[str]:
    """The steps that read more than they should."""
    return [step for step in plan if not _is_fine_on_sqlite(step, name)]


def _is_fine_on_sqlite(step: str, name: str) -> bool:
    if step.startswith("SCAN"):
        return step == "SCAN CONSTANT ROW" or _OF_A_VALUE.match(step) is not None
    if not step.startswith("SEARCH"):
        return True
    found = _SEARCH.match(step)
    if not found or found[2].startswith("AUTOMATIC"):
        return False
    columns = _CONDITION.findall(found[3] or "")
    return _is_enough(found[1], [*columns, *_of_index(found[2])], name)


def _of_index(index: str) -> list[str]:
    """A column that the index's own condition stands for."""
    return [column for name, column in PARTIAL.items() if name in index]


def _is_enough(table: str, columns: list[str], name: str) -> bool:
    if table not in metadata.tables or not columns:
        return False
    if table in KEYS:
        return columns[0] in KEYS[table]
    if columns[0] != "user_id":
        return False
    return table not in MANY or len(columns) > 1 or table in WHOLE.get(name, ())


def read_by_postgres(
    engine: Engine, connection: Connection, statement: Executable, binds: Mapping[str, Any]
) -> Any:
    """PostgreSQL's plan of the statement, with the values that the driver sends."""
    plans: list[Any] = []

    def explain(_: Any, cursor: Any, text: str, values: Any, *more: Any) -> None:
        cursor.execute(f"EXPLAIN (FORMAT JSON) {text}", values)
        found = cursor.fetchone()[0]
        plans.append(json.loads(found) if isinstance(found, str) else found)

    event.listen(engine, "before_cursor_execute", explain)
    try:
        connection.execute(statement, dict(binds))
    finally:
        event.remove(engine, "before_cursor_execute", explain)
    return plans[0][0]["Plan"]


def problems_of_postgres(plan: Mapping[str, Any], name: str = "") -> list[str]:
    """The steps that read more than they should."""
    tables = _tables_by_index()
    return [problem for node in _nodes(plan) for problem in _of_node(node, tables, name)]


def _of_node(node: Mapping[str, Any], tables: Mapping[str, str], name: str) -> Iterator[str]:
    kind, table = node["Node Type"], node.get("Relation Name", "")
    if kind == "Seq Scan" and table not in FEW:
        yield f"Seq Scan of {table}"
    if "Index Name" in node:
        index, condition = node["Index Name"], node.get("Index Cond", "")
        columns = [*_POSTGRES_CONDITION.findall(condition), *_of_index(index)]
        if not _is_enough(tables[index], columns, name):
            yield f"{kind} of {tables[index]} by {condition or 'nothing'}"


def _nodes(plan: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield plan
    for each in plan.get("Plans", ()):
        yield from _nodes(each)


def _tables_by_index() -> dict[str, str]:
    found: dict[str, str] = {}
    for table in metadata.tables.values():
        found |= {str(each.name): table.name for each in (table.primary_key, *table.constraints)}
        found |= {str(each.name): table.name for each in table.indexes}
    return found
