"""Every statement over imports."""

from __future__ import annotations

from sqlalchemy import select

from workout_core.db.sql import adding, mine, table
from workout_core.transfer.models import Import

add = adding(Import)
all_ = select(*table(Import).columns).where(mine(Import)).order_by(Import.id)
