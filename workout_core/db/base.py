"""What every table shares: keys, names, and the types that the two databases spell differently.

Context: the same tables live in a SQLite file, in PostgreSQL, and in PostgreSQL spread over machines by user.
Decision: a user's row has the primary key (user_id, id), and every key and index of such a table begins with
user_id; each table says how it is spread (`info["distribute"]`). Ids and times are made by the client, never by
the database. Consequences: a foreign key can't cross from one user to another, SQLite stores a user's rows
together (WITHOUT ROWID), and a test reads the metadata and refuses a table that breaks the rules.

A column type's `tag` names how the embedded executor converts its values (`workout_core.db.embedded`);
on PostgreSQL the driver does it.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from sqlalchemy import BigInteger, Date, DateTime, LargeBinary, MetaData, Numeric, Text, Uuid
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import JSON, TypeDecorator, TypeEngine

from workout_core.db.values import FROM_SQLITE, TO_SQLITE, Convert, guarded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.engine import Dialect

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
BY_USER: Mapping[str, Any] = {"sqlite_with_rowid": False, "info": {"distribute": "user_id"}}


class Tagged(TypeDecorator[Any]):
    """A type with one form on SQLite and one on PostgreSQL."""

    tag: ClassVar[str]
    sqlite: ClassVar[TypeEngine[Any]]

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(
            self.sqlite if dialect.name == "sqlite" else self.impl_instance
        )

    def bind_processor(self, dialect: Dialect) -> Convert | None:
        if dialect.name == "sqlite":
            return guarded(TO_SQLITE[self.tag])
        return super().bind_processor(dialect)

    def result_processor(self, dialect: Dialect, coltype: object) -> Convert | None:
        if dialect.name == "sqlite":
            return guarded(FROM_SQLITE[self.tag])
        return super().result_processor(dialect, coltype)


class Id(Tagged):
    """A UUID: 16 bytes on SQLite."""

    cache_ok = True  # SQLAlchemy looks for it in each class
    impl = Uuid
    tag, sqlite = "uuid", LargeBinary(16)


class Instant(Tagged):
    """A moment: microseconds since 1970 (UTC) on SQLite."""

    cache_ok = True
    impl = DateTime(timezone=True)
    tag, sqlite = "instant", BigInteger()


class Day(Tagged):
    """A calendar day: YYYY-MM-DD on SQLite."""

    cache_ok = True
    impl = Date
    tag, sqlite = "day", Text()


class Quantity(Tagged):
    """An exact decimal: text on SQLite, whose numbers are binary."""

    cache_ok = True
    impl = Numeric
    tag, sqlite = "decimal", Text()


class Json(Tagged):
    """A JSON document: text on SQLite. None is NULL, never JSON's null."""

    cache_ok = True
    impl = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
    tag, sqlite = "json", Text()


class Model(DeclarativeBase):
    """A table."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        UUID: Id(),
        datetime: Instant(),
        date: Day(),
        Decimal: Quantity(),
        str: Text(),
        int: BigInteger(),
        list[str]: Json(),
        list[dict[str, Any]]: Json(),
        dict[str, Any]: Json(),
    }

    created_at: Mapped[datetime] = mapped_column(sort_order=90)
    updated_at: Mapped[datetime] = mapped_column(sort_order=91)


class Owned:
    """A row of a user's own."""

    user_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, sort_order=-2)
    id: Mapped[UUID] = mapped_column(primary_key=True, sort_order=-1)


class Kept:
    """A row that is deleted softly, and whose changes are counted."""

    version: Mapped[int] = mapped_column(sort_order=88)
    deleted_at: Mapped[datetime | None] = mapped_column(sort_order=92)
