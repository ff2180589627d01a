"""Measurements of the body, and a user's own types of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from workout_core.db import base

revision = "0003"
down_revision = "0002"


STATISTICS = (
    ("measurement_types", "measurement_types", "20 20 1"),
    ("measurement_types", "uq_measurement_types_user_id_key", "20 20 1"),
    ("measurements", "measurements", "4000 4000 1"),
    ("measurements", "sqlite_autoindex_measurements_2", "4000 4000 2000 1"),
    (
        "measurements",
        "ix_measurements_user_id_type_local_date_measured_at",
        "4000 4000 800 2 1",
    ),
    ("measurements", "ix_measurements_user_id_local_date_measured_at", "4000 4000 5 2"),
)


def upgrade() -> None:
    _create_types()
    _create_measurements()
    if op.get_bind().dialect.name == "sqlite":
        op.bulk_insert(
            sa.table("sqlite_stat1", sa.column("tbl"), sa.column("idx"), sa.column("stat")),
            [{"tbl": table, "idx": index, "stat": stat} for table, index, stat in STATISTICS],
        )


def _create_types() -> None:
    op.create_table(
        "measurement_types",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", base.Id(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        *_kept(),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_measurement_types_user_id_users")
        ),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f("pk_measurement_types")),
        info={"distribute": "user_id"},
        sqlite_with_rowid=False,
    )
    op.create_index(
        "uq_measurement_types_user_id_key",
        "measurement_types",
        ["user_id", "key"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )


def _create_measurements() -> None:
    op.create_table(
        "measurements",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", base.Id(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("value", base.Quantity(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("exact", sa.BigInteger(), nullable=True),
        sa.Column("measured_at", base.Instant(), nullable=False),
        sa.Column("timezone", sa.Text(), nullable=False),
        sa.Column("local_date", base.Day(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.Column("import_id", base.Id(), nullable=True),
        *_kept(),
        sa.ForeignKeyConstraint(
            ["user_id", "import_id"],
            ["imports.user_id", "imports.id"],
            name=op.f("fk_measurements_user_id_import_id_imports"),
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_measurements_user_id_users")
        ),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f("pk_measurements")),
        sa.UniqueConstraint(
            "user_id",
            "source",
            "external_id",
            name=op.f("uq_measurements_user_id_source_external_id"),
        ),
        info={"distribute": "user_id"},
        sqlite_with_rowid=False,
    )
    for columns in (["type", "local_date", "measured_at"], ["local_date", "measured_at"]):
        op.create_index(
            f"ix_measurements_user_id_{'_'.join(columns)}",
            "measurements",
            ["user_id", *columns],
            unique=False,
        )


def _kept() -> list[sa.Column[object]]:
    return [
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", base.Instant(), nullable=False),
        sa.Column("updated_at", base.Instant(), nullable=False),
        sa.Column("deleted_at", base.Instant(), nullable=True),
    ]
