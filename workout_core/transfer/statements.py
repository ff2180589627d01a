"""Every statement over imports."""

from __future__ import annotations

from sqlalchemy import bindparam, select, update

from workout_core.db.sql import adding, mine, table
from workout_core.transfer.models import Import

add = adding(Import)
all_ = select(*table(Import).columns).where(mine(Import)).order_by(Import.id)
by_id = select(*table(Import).columns).where(mine(Import), Import.id == bindparam("id"))
change_result = (
    update(table(Import))
    .where(Import.user_id == bindparam("owner"), Import.id == bindparam("row_id"))
    .values(result=bindparam("result"), updated_at=bindparam("updated_at"))
)
