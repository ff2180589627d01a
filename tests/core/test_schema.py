"""Our tables keep the rules of keys, and the check of the rules is itself one that fails."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import (
    BigInteger,
    Column,
    Computed,
    ForeignKeyConstraint,
    Identity,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Sequence,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    func,
    text,
)

from tests.schema_lint import problems
from workout_core.db.base import Id, Instant
from workout_core.db.tables import TABLES, metadata

if TYPE_CHECKING:
    from sqlalchemy.schema import SchemaItem

NOW = datetime.fromisoformat("2026-01-01T00:00:00")
BY_USER: dict[str, Any] = {"info": {"distribute": "user_id"}, "sqlite_with_rowid": False}


def stamps() -> list[SchemaItem]:
    return [Column(name, Instant(), nullable=False) for name in ("created_at", "updated_at")]


def owner(type_: Any = None) -> Column[Any]:
    return Column("user_id", type_ or BigInteger(), primary_key=True, autoincrement=False)


def key() -> Column[Any]:
    return Column("id", Id(), primary_key=True)


def plan(*more: SchemaItem, **options: Any) -> MetaData:
    """A good schema of two tables, the second with more in it."""
    made = MetaData()
    users = Column("id", BigInteger(), primary_key=True, autoincrement=False)
    Table("users", made, users, *stamps(), info={"distribute": "id"})
    Table("days", made, owner(), key(), *stamps(), **BY_USER)
    Table("plans", made, owner(), key(), *stamps(), *more, **{**BY_USER, **options})
    return made


def bare(*columns: SchemaItem, **options: Any) -> MetaData:
    """A schema of one table."""
    made = MetaData()
    Table("plans", made, *columns, **{**BY_USER, **options})
    return made


def to_day(*local: str, remote: tuple[str, ...] = ("user_id", "id"), **options: Any) -> MetaData:
    """A schema whose second table refers to the first."""
    foreign_key = ForeignKeyConstraint(local, [f"days.{name}" for name in remote], **options)
    return plan(Column("day_id", Id(), nullable=True), foreign_key)


def test_our_tables_keep_the_rules() -> None:
    assert len(metadata.tables) >= len(TABLES) >= 10
    assert problems(metadata) == []


def test_a_good_schema_has_no_problems() -> None:
    assert problems(plan()) == []
    assert problems(to_day("user_id", "day_id")) == []
    assert problems(to_day("user_id", "day_id", ondelete="NO ACTION")) == []
    good = (
        Column("name", Text()),
        Column("external_id", Text()),
        UniqueConstraint("user_id", "name"),
        Index("ix_plans", "user_id", "name"),
        ForeignKeyConstraint(["user_id"], ["users.id"]),
    )
    assert problems(plan(*good)) == []


def keyed(*names: str) -> MetaData:
    columns = [Column("user_id", BigInteger(), autoincrement=False), Column("id", Id())]
    return bare(*columns, *stamps(), PrimaryKeyConstraint(*names))


MUTANTS = {
    "no distribution": (plan(info={}), "by which of its columns"),
    "distributed by a column that it hasn't": (
        plan(info={"distribute": "owner"}),
        "by which of its columns",
    ),
    "rowid": (plan(sqlite_with_rowid=True), "WITHOUT ROWID"),
    "primary key begins otherwise": (keyed("id", "user_id"), "primary key"),
    "primary key of the user alone": (keyed("user_id"), "primary key"),
    "primary key without the user": (keyed("id"), "doesn't begin with user_id"),
    "unique key": (
        plan(Column("slug", Text()), UniqueConstraint("slug", name="uq_slug")),
        "uq_slug doesn't begin with user_id",
    ),
    "unique key, the user second": (
        plan(Column("slug", Text()), UniqueConstraint("slug", "user_id", name="uq_slug")),
        "uq_slug doesn't begin with user_id",
    ),
    "unique column": (plan(Column("slug", Text(), unique=True)), "doesn't begin with user_id"),
    "unique index": (
        plan(Column("slug", Text()), Index("ix_slug", "slug", unique=True)),
        "key ix_slug doesn't begin with user_id",
    ),
    "index": (
        plan(Column("slug", Text()), Index("ix_slug", "slug", "user_id")),
        "index ix_slug doesn't begin with user_id",
    ),
    "index over an expression": (
        plan(Column("slug", Text()), Index("ix_slug", text("lower(slug)"))),
        "index ix_slug doesn't begin with user_id",
    ),
    "foreign key without the user": (to_day("day_id", remote=("id",)), "on both sides"),
    "foreign key, the user second": (
        to_day("day_id", "user_id", remote=("id", "user_id")),
        "on both sides",
    ),
    "foreign key from another column": (to_day("day_id", "user_id"), "on both sides"),
    "foreign key to another column": (
        to_day("user_id", "day_id", remote=("id", "user_id")),
        "on both sides",
    ),
    "ON DELETE SET NULL": (to_day("user_id", "day_id", ondelete="SET NULL"), "SET NULL"),
    "ON DELETE SET DEFAULT": (to_day("user_id", "day_id", ondelete="set default"), "set default"),
    "ON UPDATE SET NULL": (to_day("user_id", "day_id", onupdate="SET NULL"), "SET NULL"),
    "identity": (plan(Column("number", BigInteger(), Identity())), "plans.number: its values"),
    "sequence": (plan(Column("number", BigInteger(), Sequence("n"))), "plans.number: its values"),
    "autoincrement": (
        plan(Column("number", BigInteger(), autoincrement=True)),
        "plans.number: its values",
    ),
    "autoincrement that nobody asked for": (
        bare(Column("id", BigInteger(), primary_key=True), *stamps(), info={"distribute": "id"}),
        "plans.id: its values",
    ),
    "server default": (
        plan(Column("state", Text(), server_default="new")),
        "plans.state: its values are made by the server",
    ),
    "server time": (
        plan(Column("at", Instant(), server_default=func.now())),
        "plans.at: its values are made by the server",
    ),
    "computed": (
        plan(Column("twice", BigInteger(), Computed("user_id * 2"))),
        "plans.twice: its values are made by the server",
    ),
    "default of the library": (plan(Column("at", Instant(), default=NOW)), "plans.at: its values"),
    "no created_at": (bare(owner(), key(), stamps()[1]), "has no created_at"),
    "no updated_at": (bare(owner(), key(), stamps()[0]), "has no updated_at"),
    "created_at that may be empty": (
        bare(owner(), key(), Column("created_at", Instant()), stamps()[1]),
        "has no created_at",
    ),
    "small user_id": (bare(owner(Integer()), key(), *stamps()), "plans.user_id: isn't a BIGINT"),
    "textual user_id": (bare(owner(Text()), key(), *stamps()), "plans.user_id: isn't a BIGINT"),
    "id of another type": (
        bare(owner(), Column("id", Uuid(), primary_key=True), *stamps()),
        "plans.id: isn't of our Id type",
    ),
    "reference of another type": (
        plan(Column("day_id", Text())),
        "plans.day_id: isn't of our Id type",
    ),
}


@pytest.mark.parametrize("mutant", MUTANTS)
def test_a_broken_rule_is_found(mutant: str) -> None:
    broken, expected = MUTANTS[mutant]
    found = problems(broken)
    assert any(expected in problem and "plans" in problem for problem in found), found


def test_small_ids_of_users_are_found() -> None:
    made = MetaData()
    number = Column("id", Integer(), primary_key=True, autoincrement=False)
    Table("users", made, number, *stamps(), info={"distribute": "id"})
    assert problems(made) == ["users.id: isn't a BIGINT, which holds 53 bits"]


def test_a_token_is_found_by_its_hash_alone() -> None:
    """A table that isn't user-owned may have other indexes, but no other unique key."""
    hashed: Column[Any] = Column("id", Text(), primary_key=True)
    user: Column[Any] = Column("user_id", BigInteger(), nullable=False)
    spread: dict[str, Any] = {"info": {"distribute": "id"}, "sqlite_with_rowid": True}
    assert problems(bare(hashed, user, *stamps(), Index("ix_plans", "user_id"), **spread)) == []
    hashed, name = Column("id", Text(), primary_key=True), Column("name", Text(), unique=True)
    found = problems(bare(hashed, name, *stamps(), **spread))
    assert found == ["plans: the unique key None doesn't begin with id"]
