"""Every statement: its compiled text is current, it names its user, and it is found by an index."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from itertools import count, islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, Final, cast

import pytest
from sqlalchemy import (
    BindParameter,
    Engine,
    Insert,
    Select,
    Table,
    bindparam,
    column,
    create_engine,
    delete,
    exists,
    func,
    insert,
    select,
    table,
    text,
    union_all,
    update,
)

from tests import binds, owner_rule, plans
from tests.everything import EVERYTHING
from tests.samples import Sample
from workout_core.db.compiler import DOMAINS, TARGET, source, statements
from workout_core.db.sql import mine
from workout_core.db.tables import metadata
from workout_core.exercises.models import Exercise
from workout_core.workouts.models import ExerciseExecution, Set, Workout

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy.sql import ClauseElement

    from tests.postgres import Databases
    from workout_core.db.compiled import StatementName

STATEMENTS: Final = cast("dict[StatementName, Any]", statements())
OWNED: Final = {"users": "id", **dict.fromkeys(binds.KEYED, "user_id")}
PLANNED: Final = [name for name, each in STATEMENTS.items() if not isinstance(each, Insert)]
NUMBERS: Final = {name: number for number, name in enumerate(STATEMENTS)}
USER: Final[BindParameter[int]] = bindparam("user_id")
SETS: Final[Table] = metadata.tables["sets"]
EXERCISES: Final[Table] = metadata.tables["exercises"]


def test_the_compiled_statements_are_current() -> None:
    written = TARGET.read_text(encoding="utf-8")
    assert written == source(), "run: python -m workout_core.db.compiler"


def test_every_table_has_its_statements() -> None:
    known = {each.name for name in STATEMENTS for each in binds.tables(name)}
    assert known == set(metadata.tables)


@pytest.mark.parametrize("name", STATEMENTS)
def test_it_names_its_user_and_without_that_it_is_refused(name: StatementName) -> None:
    statement = STATEMENTS[name]
    found = owner_rule.problems(statement, OWNED)
    if name in binds.BEFORE_THE_USER:
        assert found
        return
    assert found == []
    turns = None if EVERYTHING else count(NUMBERS[name])
    broken = list(owner_rule.mutants(statement, OWNED, turns))
    assert broken
    missed = [how for how, mutant in broken if not owner_rule.has_problems(mutant, OWNED)]
    assert missed == []


def test_there_is_a_mutant_for_every_time_that_the_user_is_named() -> None:
    """What the compiled text says and what the checker sees are the same number of conditions."""
    for name, statement in STATEMENTS.items():
        if not isinstance(statement, Insert) and name not in binds.BEFORE_THE_USER:
            compiled = str(statement)
            named = compiled.count(" = :user_id") + compiled.count(" = :owner")
            assert len(owner_rule.owner_conditions(statement, OWNED)) == named >= 1, name


_twin = SETS.alias("twin")
_recent = select(SETS.c.id, SETS.c.user_id).where(mine(Set)).cte("recent")
GOOD: Final[dict[str, ClauseElement]] = {
    "an alias that is named too": select(SETS.c.id)
    .join(_twin, _twin.c.id == SETS.c.parent_set_id)
    .where(SETS.c.user_id == USER, _twin.c.user_id == USER),
    "a common table": select(_recent.c.id),
    "a union": union_all(
        select(SETS.c.id).where(mine(Set)), select(EXERCISES.c.id).where(mine(Exercise))
    ),
    "nothing that is owned": select(func.now()),
    "a deletion": delete(SETS).where(SETS.c.user_id == USER),
}
BAD: Final[dict[str, ClauseElement]] = {
    "text": text("SELECT * FROM sets"),
    "no condition": select(SETS.c.id),
    "only counted": select(func.count()).select_from(SETS),
    "another name": select(SETS.c.id).where(SETS.c.user_id == bindparam("someone")),
    "a list of users": select(SETS.c.id).where(
        SETS.c.user_id.in_(bindparam("user_id", expanding=True))
    ),
    "a given user": select(SETS.c.id).where(SETS.c.user_id == bindparam("user_id", 1)),
    "one of two ways": select(SETS.c.id).where((SETS.c.user_id == USER) | (SETS.c.reps > 0)),
    "another column": select(SETS.c.id).where(SETS.c.reps == USER),
    "only joined": select(ExerciseExecution.id)
    .join(Exercise, Exercise.user_id == ExerciseExecution.user_id)
    .where(mine(ExerciseExecution)),
    "an alias": select(SETS.c.id)
    .join(_twin, _twin.c.user_id == SETS.c.user_id)
    .where(SETS.c.user_id == USER),
    "a table only in a condition": select(SETS.c.id).where(mine(Set), SETS.c.id == Workout.id),
    "a sub-select": select(SETS.c.id).where(
        mine(Set), SETS.c.workout_id.in_(select(Workout.id).where(Workout.name == "x"))
    ),
    "a sub-select of a column": select(
        select(func.count()).select_from(EXERCISES).scalar_subquery().label("total")
    ),
    "a sub-select of a table": select(select(SETS.c.id).where(SETS.c.reps > 1).subquery().c.id),
    "whether there is one": select(exists().where(SETS.c.exercise_id == bindparam("id"))),
    "one of a sub-select's tables": select(SETS.c.id).where(
        mine(Set), exists().where(Workout.id == SETS.c.workout_id)
    ),
    "a common table": select(select(SETS.c.id).cte("every").c.id),
    "one half of a union": union_all(select(SETS.c.id).where(mine(Set)), select(EXERCISES.c.id)),
    "an update": update(SETS).where(SETS.c.id == bindparam("row_id")).values(note=None),
    "an update from another table": update(SETS)
    .where(SETS.c.user_id == USER, SETS.c.workout_id == Workout.id)
    .values(note=Workout.note),
    "an update by a sub-select": update(SETS)
    .where(SETS.c.user_id == USER)
    .values(note=select(Workout.note).limit(1).scalar_subquery()),
    "an update of the user": update(SETS)
    .where(SETS.c.user_id == bindparam("owner"))
    .values(user_id=bindparam("new")),
    "a deletion": delete(SETS).where(SETS.c.id == bindparam("row_id")),
    "an insert without the user": insert(SETS).values(id=bindparam("id")),
    "an insert from a select": insert(SETS).from_select(["id"], select(Workout.id)),
    "many in one insert": insert(SETS).values([{"user_id": 1}, {"user_id": 2}]),
}


@pytest.mark.parametrize("name", GOOD)
def test_a_statement_that_names_its_user_is_passed(name: str) -> None:
    assert owner_rule.problems(GOOD[name], OWNED) == []


@pytest.mark.parametrize("name", BAD)
def test_a_statement_that_could_see_anothers_rows_is_refused(name: str) -> None:
    assert owner_rule.problems(BAD[name], OWNED)


@pytest.fixture(scope="module")
def sample() -> Sample:
    """Several users, with some thousand rows."""
    return Sample(Random(6), users=(2, 3, 4, 5), scale=12)


@pytest.fixture(scope="module")
def file(
    tmp_path_factory: pytest.TempPathFactory, empty_file: bytes
) -> Iterator[sqlite3.Connection]:
    """A file of which is asked only how it would be read."""
    path = tmp_path_factory.mktemp("planned") / "workout.db"
    path.write_bytes(empty_file)
    with closing(sqlite3.connect(path)) as connection:
        yield connection


def bound(name: StatementName, sample: Sample) -> dict[str, Any]:
    """Values for a statement's binds: lists of several, spans of a day."""
    if isinstance(STATEMENTS[name], Select):
        return list(islice(binds.reading(name, sample, 2, of=2), 2))[-1]
    row = sample.rows[binds.tables(name)[0].name][2][0]
    return binds.writing(name, row, row)


@pytest.mark.parametrize("name", PLANNED)
def test_sqlite_finds_it_by_an_index(
    name: StatementName, file: sqlite3.Connection, sample: Sample
) -> None:
    plan = plans.read_by_sqlite(file, name, bound(name, sample))
    assert any(step.startswith("SEARCH") for step in plan)
    assert plans.problems_of_sqlite(plan, name) == []


SLOW_ON_SQLITE: Final = {
    "sets by their note": "SELECT id FROM sets WHERE user_id = ? AND note = 'easy'",
    "a whole table": "SELECT note FROM sets WHERE ? > 0",
    "a whole index": "SELECT exercise_id, local_date, kind FROM sets WHERE ? > 0 ORDER BY 1",
    "a whole index of tokens": "SELECT name FROM access_tokens WHERE name = ?",
    "a join without a key": "SELECT w.id FROM workouts w JOIN sets s ON s.note = w.note WHERE w.user_id = ?",
    "pairs of keys": "SELECT id FROM sets WHERE (user_id, workout_id) IN (VALUES (?, 1), (2, 2))",
}


@pytest.mark.parametrize("slow", SLOW_ON_SQLITE)
def test_a_slow_statement_is_found_out_on_sqlite(slow: str, file: sqlite3.Connection) -> None:
    steps = plans.read_by_sqlite(file, "exercises.own", {"user_id": 2}, SLOW_ON_SQLITE[slow])
    assert plans.problems_of_sqlite(steps)


@pytest.fixture(scope="module")
def filled(databases: Databases, sample: Sample) -> Iterator[Engine]:
    """A PostgreSQL database with the sample, which knows its statistics, and avoids whole tables where it can.

    Of so few rows it would read all of a user's now and then, to join them at once.
    """
    url = databases.fresh(walled=False)
    engine = create_engine(
        url,
        connect_args={
            "options": "-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off"
        },
    )
    try:
        with engine.begin() as connection:
            for each in metadata.sorted_tables:
                rows = [row for user in sample.users for row in sample.rows[each.name][user]]
                connection.execute(each.insert(), rows)
            connection.execute(text("ANALYZE"))
        yield engine
    finally:
        engine.dispose()
        databases.drop(url)


@pytest.mark.parametrize("name", PLANNED)
def test_postgresql_finds_it_by_an_index(
    name: StatementName, filled: Engine, sample: Sample
) -> None:
    with filled.connect() as connection:
        values = bound(name, sample)
        plan = plans.read_by_postgres(filled, connection, STATEMENTS[name], values)
    assert plans.problems_of_postgres(plan, name) == []


SLOW_ON_POSTGRES: Final = {
    "sets by their note": select(SETS.c.id).where(mine(Set), SETS.c.note == "easy"),
    "a whole table": select(SETS.c.note),
    "sets of anyone": select(SETS.c.id).where(SETS.c.reps == bindparam("user_id")),
    "an ordered whole": select(SETS.c.user_id).order_by(SETS.c.user_id, SETS.c.id),
    "tokens by name": select(column("id"))
    .select_from(table("access_tokens"))
    .where(column("name") == "mine"),
}


@pytest.mark.parametrize("slow", SLOW_ON_POSTGRES)
def test_a_slow_statement_is_found_out_on_postgresql(slow: str, filled: Engine) -> None:
    with filled.connect() as connection:
        statement = SLOW_ON_POSTGRES[slow]
        plan = plans.read_by_postgres(filled, connection, statement, {"user_id": 2})
    assert plans.problems_of_postgres(plan)


def test_a_statement_has_a_name_of_its_own() -> None:
    """A second one of the same name would take the first one's place without a word."""
    for domain in DOMAINS:
        text = Path(str(domain.__file__)).read_text(encoding="utf-8")
        names = re.findall(r"^(\w+) = ", text, re.MULTILINE)
        assert len(names) == len(set(names)), domain.__name__
