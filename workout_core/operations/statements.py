"""Every statement over the operation log."""

from __future__ import annotations

from sqlalchemy import select

from workout_core.db.sql import adding, mine, table
from workout_core.operations.models import Operation

add = adding(Operation)
every = select(*table(Operation).columns).where(mine(Operation)).order_by(Operation.id)
