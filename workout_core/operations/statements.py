"""Every statement over the operation log."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from workout_core.db.sql import adding, mine, table
from workout_core.operations.models import Operation

add = adding(Operation)
of_batch = (
    select(*table(Operation).columns)
    .where(mine(Operation), Operation.batch_id == bindparam("batch_id"))
    .order_by(Operation.id)
)
