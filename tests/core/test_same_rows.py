"""Both executors do the same with the same rows, and one user never sees or changes another's."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING, Any, Final, cast

import pytest
from sqlalchemy import Delete, Insert, Select, Table, Update, create_engine, func, select

from tests import binds
from tests.everything import EVERYTHING
from tests.samples import Sample
from workout_core.db.compiler import statements
from workout_core.db.embedded import EmbeddedDatabase
from workout_core.db.engine import EngineDatabase
from workout_core.db.tables import metadata
from workout_core.errors import DuplicateError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from workout_core.db.compiled import StatementName
    from workout_core.db.executor import Database, Row

    Found = dict[StatementName, list[Any]]
    Change = tuple[StatementName, Row]

ANNA, BERT = 2, 3
STATEMENTS: Final = cast("dict[StatementName, Any]", statements())
SELECTS: Final = [name for name, each in STATEMENTS.items() if isinstance(each, Select)]
INSERTS: Final = [name for name, each in STATEMENTS.items() if isinstance(each, Insert)]
# What has expired is forgotten for all users at once.
FORGETTING: Final = {"auth.forget_codes", "auth.forget_grants", "auth.forget_refresh"}
UPDATES: Final = [
    name
    for name, each in STATEMENTS.items()
    if isinstance(each, Update | Delete) and name not in FORGETTING
]
# A user changes no row of theirs but their own.
OF_THE_USER: Final = {
    *("accounts.set_rest", "auth.rename_user", "load.users"),
    *("statistics.spoil_books", "replays.forget"),
    *("accounts.forget_tokens", "auth.forget_logins", "auth.revoke_others", "attachments.forget"),
}
# Sums are in floating point, of which the databases may add up the last digits in another order.
OF_SETS: Final = ("e1rm", "volume", "seconds", "metres")
SUMS: Final = {
    "workouts.totals": ("volume_exact",),
    "workouts.bodily_sessions_before": ("volume",),
    "workouts.sessions_before": ("volume",),
    "charts.bests": ("e1rm", "weight"),
    "charts.bests_of_body": ("e1rm", "weight"),
    "charts.efforts": ("distance", "pace"),
    "charts.volumes": ("volume",),
    "charts.volumes_of_body": ("volume",),
    "statistics.exercise_totals": OF_SETS,
    "statistics.exercise_totals_of_body": OF_SETS,
    "statistics.exercise_days": (*OF_SETS, "moving"),
    "statistics.exercise_days_of_body": (*OF_SETS, "moving", "weight"),
    "statistics.session_efforts": ("rpe",),
    "statistics.record_workouts": ("volume",),
    "statistics.record_workouts_of_body": ("volume",),
}


@pytest.fixture(params=(1, 2) if EVERYTHING else (1,))
def sample(request: pytest.FixtureRequest) -> Sample:
    return Sample(Random(request.param), users=(ANNA, BERT))


@pytest.fixture
async def embedded(sqlite_path: Path) -> AsyncIterator[EmbeddedDatabase]:
    database = EmbeddedDatabase(sqlite_path)
    yield database
    await database.close()


@pytest.fixture
def another_path(sqlite_path: Path, empty_file: bytes) -> Path:
    path = sqlite_path.with_name("another.db")
    path.write_bytes(empty_file)
    return path


@pytest.fixture
async def alone(another_path: Path) -> AsyncIterator[EmbeddedDatabase]:
    """A file for one user alone."""
    database = EmbeddedDatabase(another_path)
    yield database
    await database.close()


@pytest.fixture
async def engine(unwalled_url: str) -> AsyncIterator[EngineDatabase]:
    database = EngineDatabase(unwalled_url)
    yield database
    await database.close()


def test_every_statement_is_run_here() -> None:
    assert sorted([*SELECTS, *INSERTS, *UPDATES, *FORGETTING]) == sorted(STATEMENTS)
    inserted = {table_of(name).name for name in INSERTS}
    assert inserted == set(metadata.tables)


async def test_what_is_inserted_is_kept_as_it_was(
    sample: Sample, embedded: EmbeddedDatabase, engine: EngineDatabase
) -> None:
    for database in (embedded, engine):
        await fill(database, sample, ANNA, BERT)
    for url in (f"sqlite:///{embedded.path}", engine.url):
        for table in metadata.sorted_tables:
            for user in (ANNA, BERT):
                expected = alike(sample.rows[table.name][user])
                assert kept(url, table, user) == sorted(expected, key=by_value)
    assert filled_cells(f"sqlite:///{embedded.path}") == filled_cells(engine.url)


async def test_what_is_inserted_twice_is_refused_or_ignored_alike(
    sample: Sample, embedded: EmbeddedDatabase, engine: EngineDatabase
) -> None:
    ignored = {"accounts.add_user", "exercises.use", "auth.add_identity", "auth.add_grant"}
    ignored |= {"statistics.add_book"}
    for database in (embedded, engine):
        await fill(database, sample, ANNA)
        refused = {name for name in INSERTS if await is_refused(database, sample, name)}
        assert refused == set(INSERTS) - ignored
    assert filled_cells(f"sqlite:///{embedded.path}") == filled_cells(engine.url)


async def test_every_select_finds_the_same(
    sample: Sample, embedded: EmbeddedDatabase, engine: EngineDatabase
) -> None:
    for database in (embedded, engine):
        await fill(database, sample, ANNA, BERT)
    barren: list[set[str]] = []
    for user in (ANNA, BERT):
        found = await read(embedded, sample, user)
        assert differences(found, await read(engine, sample, user)) == {}
        barren.append(
            {str(n) for n, results in found.items() if not any(map(says_something, results))}
        )
        if (
            not barren[0] and not EVERYTHING
        ):  # what finds nothing of one may find something of the other
            break
    assert set.intersection(*barren) == set()


async def test_nobody_sees_anothers_rows(
    sample: Sample, embedded: EmbeddedDatabase, alone: EmbeddedDatabase
) -> None:
    """Everything is found as if there were no other user, also by the ids of the other's rows."""
    await fill(embedded, sample, ANNA, BERT)
    await fill(alone, sample, ANNA)
    found, expected = [await read(each, sample, ANNA) for each in (embedded, alone)]
    assert set(differences(found, expected)) <= binds.BEFORE_THE_USER


async def test_every_update_changes_the_same(
    sample: Sample, embedded: EmbeddedDatabase, engine: EngineDatabase
) -> None:
    for database in (embedded, engine):
        await fill(database, sample, ANNA, BERT)
    changes = list(changes_of(sample, ANNA))
    assert {name for name, _ in changes} == set(UPDATES)
    counts = [await write(embedded, change) for change in changes]
    assert counts == [await write(engine, change) for change in changes]
    assert all(
        count == 1 or name in binds.ONCE or "row_id" not in bound
        for count, (name, bound) in zip(counts, changes, strict=True)
    )
    places = (f"sqlite:///{embedded.path}", engine.url)
    for table in metadata.sorted_tables:
        embedded_rows, engine_rows = (kept(url, table, ANNA) for url in places)
        assert embedded_rows == engine_rows
        others = sorted(alike(sample.rows[table.name][BERT]), key=by_value)
        assert [kept(url, table, BERT) for url in places] == [others, others]
    assert filled_cells(places[0]) == filled_cells(places[1])


async def test_nobody_changes_anothers_rows(
    sample: Sample, embedded: EmbeddedDatabase, engine: EngineDatabase
) -> None:
    foreign = [
        (name, bound | {"owner": ANNA})
        for name, bound in changes_of(sample, BERT)
        if name not in binds.BEFORE_THE_USER and not is_shared(sample, name, bound)
    ]
    assert {name for name, _ in foreign} == {*UPDATES} - OF_THE_USER - binds.BEFORE_THE_USER
    for database in (embedded, engine):
        await fill(database, sample, ANNA, BERT)
        assert {await write(database, change) for change in foreign} == {0}


async def fill(database: Database, sample: Sample, *users: int) -> None:
    """Insert everything, a part by each of a table's inserts; a row may refer to one of its table above."""
    async with database.transaction() as executor:
        for table in metadata.sorted_tables:
            inserts = [name for name in INSERTS if table_of(name) is table]
            rows = [row for user in users for row in sample.rows[table.name][user]]
            size = -(-len(rows) // len(inserts))
            for turn, name in enumerate(inserts):
                await executor.many(name, rows[turn * size : (turn + 1) * size])


async def is_refused(database: Database, sample: Sample, name: StatementName) -> bool:
    rows = sample.rows[table_of(name).name][ANNA]
    try:
        async with database.transaction() as executor:
            await executor.many(name, rows)
    except DuplicateError:
        return True
    return False


async def read(database: Database, sample: Sample, user: int) -> Found:
    """What every select finds for a user, by ids of their own and of the others'."""
    async with database.transaction() as executor:
        return {
            name: [
                in_order(name, alike(map(whole(name), await executor.all(name, **bound))))
                for of in sample.users
                for bound in binds.reading(name, sample, user, of=of)
            ]
            for name in SELECTS
        }


def whole(name: StatementName) -> Callable[[Row], Row]:
    """Keeps of the sums in a statement's rows only the digits that floating point is sure of."""
    sums = SUMS.get(name, ())
    return lambda row: (
        row | {each: None if row[each] is None else float(f"{row[each]:.9e}") for each in sums}
    )


async def write(database: Database, change: Change) -> int:
    name, bound = change
    async with database.transaction() as executor:
        return await executor.execute(name, **bound)


def changes_of(sample: Sample, user: int) -> Iterator[Change]:
    """Each row of a user's, changed by each update of its table."""
    random = Sample(Random(0), users=())
    for name in UPDATES:
        table = table_of(name)
        random.rows = sample.rows
        for number, row in enumerate(sample.rows[table.name][user]):
            yield name, binds.writing(name, row, random.row(table, user, number))


def is_shared(sample: Sample, name: StatementName, bound: Row) -> bool:
    """Whether the other user has a row with the key of the one that is changed."""
    if name in OF_THE_USER:
        return True
    key = next(each for each in binds.STEMS if each != "owner" and each in bound)
    rows = sample.rows[table_of(name).name][ANNA]
    value = bound[key][0] if isinstance(bound[key], list) else bound[key]
    return value in {row[binds.STEMS[key]] for row in rows}


def table_of(name: StatementName) -> Table:
    """The table that an insert or an update writes."""
    return metadata.tables[STATEMENTS[name].table.name]


def kept(url: str, table: Table, user: int) -> list[Any]:
    """A user's rows of a table, in an order of their own."""
    owner = table.columns.get("user_id", table.columns.id)
    made = create_engine(url)
    with made.connect() as connection:
        rows = connection.execute(select(table).where(owner == user)).mappings().all()
    made.dispose()
    return sorted(alike(rows), key=by_value)


def filled_cells(url: str) -> dict[str, int]:
    """How many rows have something in a column, as the database sees it: a JSON null is something."""
    made = create_engine(url)
    with made.connect() as connection:
        counts = {
            str(column): connection.execute(select(func.count(column))).scalar_one()
            for table in metadata.sorted_tables
            for column in table.columns
        }
    made.dispose()
    return counts


def alike(rows: Iterable[Mapping[Any, Any]]) -> list[Any]:
    """Rows in which what differs in value or in type differs, and nothing else does."""
    return [{name: typed(value) for name, value in row.items()} for row in rows]


def typed(value: Any) -> Any:
    if isinstance(value, dict):
        return "dict", [(key, typed(value[key])) for key in sorted(value)]
    if isinstance(value, list):
        return "list", [typed(each) for each in value]
    if isinstance(value, Decimal):
        return "Decimal", Fraction(value)
    if isinstance(value, datetime):
        return "datetime", value.astimezone(UTC).isoformat()
    return type(value).__name__, value


def by_value(row: Mapping[str, Any]) -> str:
    return repr(sorted(row.items()))


def in_order(name: StatementName, rows: list[Any]) -> list[Any]:
    """The rows as the statement orders them; in any order where it doesn't."""
    return rows if STATEMENTS[name]._order_by_clauses else sorted(rows, key=by_value)


def differences(one: Found, other: Found) -> dict[StatementName, Any]:
    """The first difference of each statement."""
    return {
        name: next(pair for pair in zip(one[name], other[name], strict=True) if pair[0] != pair[1])
        for name in one
        if one[name] != other[name]
    }


def says_something(rows: list[Any]) -> bool:
    return any(value not in (None, 0) for row in rows for _, value in row.values())
