"""How far a token reaches, and when it was last used."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from workout_core.db import base

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.add_column("access_tokens", sa.Column("scope", sa.Text(), nullable=True))
    op.add_column("access_tokens", sa.Column("used_at", base.Instant(), nullable=True))
