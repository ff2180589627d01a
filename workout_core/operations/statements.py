"""Every statement over the operation log."""

from __future__ import annotations

from sqlalchemy import bindparam, func, select, update

from workout_core.db.sql import adding, mine, table
from workout_core.operations.models import Operation

_entries = select(*table(Operation).columns).where(mine(Operation))

add = adding(Operation)
every = _entries.order_by(Operation.id)
of_batches = _entries.where(
    Operation.batch_id.in_(bindparam("batch_ids", expanding=True))
).order_by(Operation.id)
last = select(Operation.id).where(mine(Operation)).order_by(Operation.id.desc()).limit(1)
newest = (
    select(Operation.id, Operation.batch_id)
    .where(mine(Operation), Operation.undone_at.is_(None))
    .order_by(Operation.id.desc())
    .limit(1)
)
undone_after = (
    select(Operation.batch_id, Operation.undone_at)
    .where(mine(Operation), Operation.id > bindparam("after"), Operation.undone_at.is_not(None))
    .order_by(Operation.undone_at.desc(), Operation.id)
    .limit(1)
)
page = (
    select(Operation.batch_id)
    .where(mine(Operation))
    .group_by(Operation.batch_id)
    .order_by(Operation.batch_id.desc())
    .limit(bindparam("size"))
    .offset(bindparam("offset"))
)
count = select(func.count(Operation.batch_id.distinct()).label("total")).where(mine(Operation))
mark = (
    update(table(Operation))
    .where(
        Operation.user_id == bindparam("owner"),
        Operation.batch_id == bindparam("of_batch"),
    )
    .values(undone_at=bindparam("undone_at"), updated_at=bindparam("updated_at"))
)
