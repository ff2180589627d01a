"""Sweeps away what nobody needs any more, of everybody who is in a database.

Context: spent secrets, answers that are kept for who asks again, and the bytes of removed files would grow for ever.
Decision: a server sweeps when it starts and every day, a file of one's own is swept when the day's copy of it is made,
and `workout db sweep` does so at once. Consequences: nothing else has to forget on its way. What was trained is never
among it; of a removed file the row stays, and its bytes for as long as undoing is to bring it back.

A user's files are taken away one in a transaction, which holds that user's turn to write until the bytes are gone:
nobody brings a file back, or attaches the same, while it goes.
"""

from __future__ import annotations

import platform
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from workout_core.accounts.owner import OWNER, Actor
from workout_core.auth.repository import LoginRepository
from workout_core.auth.token_repository import TokenRepository
from workout_core.backend import open_backend
from workout_core.db.backend import LocalBackend, services_on
from workout_core.db.schemas import SweptRead

if TYPE_CHECKING:
    from workout_core.attachments.storage import Storage
    from workout_core.config import Settings
    from workout_core.db.executor import Database


def sweep_database(settings: Settings) -> SweptRead:
    """Sweep the database of the settings, and the place of its files; it may be absent."""
    backend = open_backend(replace(settings, server_url=None))
    path = settings.database_path
    if path and not path.exists():
        return SweptRead()
    assert isinstance(backend, LocalBackend)
    return backend.run(_swept(backend))


async def sweep(database: Database, storage: Storage) -> SweptRead:
    """Sweep a database, and the place of its files."""
    counts = Counter(drafts=storage.sweep())
    async with database.transaction() as executor:
        logins = LoginRepository(executor, datetime.now(UTC))
        counts["codes"] += await logins.forget_spent()
        users = [OWNER, *[each async for each in logins.people()]]
    for user in users:
        counts.update(await _forget(database, user))
    for user in users:
        while await _take_away(database, storage, user):
            counts["files"] += 1
    return SweptRead(**counts)


async def _swept(backend: LocalBackend) -> SweptRead:
    try:
        return await sweep(backend.database, backend.storage)
    finally:
        await backend.close()


async def _forget(database: Database, user: int) -> dict[str, int]:
    """Forget what a user's tokens, logins and requests left behind."""
    async with (
        database.transaction() as executor,
        services_on(executor, Actor(user, platform.node())) as services,
    ):
        now = services.replays.now
        return {
            "tokens": await TokenRepository(executor, user, now).forget(),
            "logins": await LoginRepository(executor, now).forget(user),
            "answers": await services.replays.forget(),
        }


async def _take_away(database: Database, storage: Storage, user: int) -> bool:
    """Take the bytes of one file away that a user removed long ago; whether there was one."""
    async with (
        database.transaction() as executor,
        services_on(executor, Actor(user, platform.node())) as services,
    ):
        key = await services.filing.forget_removed()
        if key:
            storage.remove(key)
        return key is not None
