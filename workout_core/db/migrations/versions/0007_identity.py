"""Who people are to an issuer, their logins, and what leads to one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from workout_core.db import base

revision = "0007"
down_revision = "0006"

STATISTICS = (
    ("identities", "ix_identities_user_id", "1000 1"),
    ("logins", "logins", "4000 4 1"),
    ("login_codes", "ix_login_codes_expires_at", "100 1"),
    ("device_grants", "ix_device_grants_expires_at", "100 1"),
    ("refresh_tokens", "ix_refresh_tokens_expires_at", "10000 1"),
)


def upgrade() -> None:
    _keyed(
        "identities",
        _number("user_id"),
        _text("issuer"),
        _text("subject"),
        index="user_id",
    )
    op.create_table(
        "logins",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", base.Id(), nullable=False),
        *(_text(name) for name in ("client", "scope", "device")),
        _instant("used_at"),
        _instant("revoked_at", nullable=True),
        _text("reason", nullable=True),
        _instant("created_at"),
        _instant("updated_at"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_logins_user_id_users")),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f("pk_logins")),
        info={"distribute": "user_id"},
        sqlite_with_rowid=False,
    )
    _keyed(
        "login_codes",
        _number("user_id"),
        sa.Column("login_id", base.Id(), nullable=False),
        *(_text(name) for name in ("client", "redirect_uri", "scope", "challenge", "device")),
        _instant("expires_at"),
        _instant("used_at", nullable=True),
        index="expires_at",
    )
    _keyed(
        "device_grants",
        *(_text(name) for name in ("secret", "client", "scope", "device", "address", "status")),
        _number("user_id"),
        _number("interval_s"),
        _instant("polled_at", nullable=True),
        _instant("expires_at"),
        index="expires_at",
    )
    _keyed(
        "refresh_tokens",
        _number("user_id"),
        sa.Column("login_id", base.Id(), nullable=False),
        _text("successor", nullable=True),
        _instant("expires_at"),
        _instant("used_at", nullable=True),
        _instant("dead_at", nullable=True),
        index="expires_at",
    )
    if op.get_bind().dialect.name == "sqlite":
        op.bulk_insert(
            sa.table("sqlite_stat1", sa.column("tbl"), sa.column("idx"), sa.column("stat")),
            [{"tbl": table, "idx": index, "stat": stat} for table, index, stat in STATISTICS],
        )


def _keyed(name: str, *columns: sa.Column[object], index: str) -> None:
    """A table that is found, and spread, by the hash of a secret or of a name."""
    op.create_table(
        name,
        _text("id"),
        *columns,
        _instant("created_at"),
        _instant("updated_at"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        info={"distribute": "id"},
    )
    op.create_index(op.f(f"ix_{name}_{index}"), name, [index], unique=False)


def _text(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _number(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.BigInteger(), nullable=False)


def _instant(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, base.Instant(), nullable=nullable)
