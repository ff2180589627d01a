"""Every statement over gyms."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from workout_core.db.sql import adding, changing, mine, table
from workout_core.gyms.models import Gym

_gyms = select(*table(Gym).columns).where(mine(Gym), Gym.deleted_at.is_(None))

every = _gyms.order_by(Gym.key)
in_use = _gyms.where(Gym.in_use)
kept = select(*table(Gym).columns).where(mine(Gym), Gym.id.in_(bindparam("ids", expanding=True)))
add = adding(Gym)
change = changing(Gym)
