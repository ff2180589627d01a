"""Every statement over answers that are kept."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, select

from workout_core.db.sql import adding, mine, table
from workout_core.replays.models import Replay

kept = select(Replay.fingerprint, Replay.answer).where(mine(Replay), Replay.id == bindparam("id"))
add = adding(Replay)
forget = delete(table(Replay)).where(
    Replay.user_id == bindparam("owner"), Replay.created_at < bindparam("made_before")
)
