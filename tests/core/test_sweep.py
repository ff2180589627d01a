"""What nobody needs any more is swept away when its time has come, and nothing else is."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

import pytest
import time_machine

from tests.acting import acting
from tests.core.attaching import (
    FILM,
    JPEG,
    attach,
    blocks_of,
    content_of,
    left_halfway,
    names,
)
from tests.processes import InProcess
from tests.server.people import client_of, known
from tests.undoing import log, redo, undo
from workout_core.accounts.owner import OWNER, Actor
from workout_core.accounts.tokens import digest, issue
from workout_core.attachments.files import Limits, LocalFiles
from workout_core.attachments.schemas import AttachmentCreate
from workout_core.attachments.storage import Folder
from workout_core.auth.repository import LoginRepository
from workout_core.auth.token_repository import TokenRepository
from workout_core.config import Settings
from workout_core.db.backend import LocalBackend, services_on
from workout_core.db.embedded import EmbeddedDatabase
from workout_core.db.schemas import SweptRead
from workout_core.db.sweep import sweep, sweep_database
from workout_core.errors import UnreachableError
from workout_core.ids import new_id

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

DAY_0: Final = datetime(2026, 11, 20, 20, tzinfo=UTC)


def on_day(number: float) -> time_machine.travel:
    return time_machine.travel(DAY_0 + timedelta(days=number), tick=False)


async def swept(local: LocalBackend, day: float) -> dict[str, int]:
    """What is swept away on a day."""
    with on_day(day):
        found = await sweep(local.database, local.storage)
    return {name: count for name, count in dict(found).items() if count}


async def held(local: LocalBackend, user: int) -> tuple[list[str], list[str]]:
    """The tokens and the logins that a user sees."""
    async with (
        local.database.transaction() as executor,
        services_on(executor, Actor(user, "test")) as services,
    ):
        tokens = (await services.tokens.list()).items
        logins = (await services.account.logins()).items
    return sorted(each.name for each in tokens), sorted(each.device for each in logins)


async def test_spent_secrets_are_forgotten_thirty_days_later(local: LocalBackend) -> None:
    with on_day(0):
        now = datetime.now(UTC)
        async with local.database.transaction() as executor:
            logins = LoginRepository(executor, now)
            anna = await logins.add_user("https://issuer.test", "anna")
            owned: dict[str, Any] = {"user_id": anna, "client": "cli", "scope": ""}
            ids = {each: new_id() for each in ("ended", "unused", "kept")}
            for device, login_id in ids.items():
                await logins.add_login(id=login_id, device=device, **owned)
            await logins.revoke_login(anna, ids["ended"], "test")
            await logins.add_refresh("wor_a", anna, ids["ended"], timedelta(hours=1))
            more = {"interval_s": 5, "address": "", "expires_at": now + timedelta(minutes=10)}
            await logins.add_grant("BCDFGHJK", "x", client="c", scope="", device="d", **more)
            for user in (OWNER, anna):
                await issue(executor, user, "kept")
                await issue(executor, user, "expiring", [], now + timedelta(days=10))
                gone = await issue(executor, user, "revoked")
                await TokenRepository(executor, user, now).revoke(digest(gone))
    assert await swept(local, 0.5) == {}
    assert await swept(local, 20) == {"codes": 2}
    assert (await held(local, anna))[0] == ["expiring", "kept"]
    assert await swept(local, 31) == {"tokens": 2, "logins": 1}
    with on_day(35):
        async with local.database.transaction() as executor:
            await LoginRepository(executor, datetime.now(UTC)).use_login(anna, ids["kept"])
    assert await swept(local, 41) == {"tokens": 2}
    assert await swept(local, 121) == {"logins": 1}
    with on_day(121):
        assert await held(local, anna) == (["kept"], ["kept"])
        assert await held(local, OWNER) == (["kept"], [])


async def test_old_answers_are_forgotten(local: LocalBackend) -> None:
    async def ask(key: UUID) -> None:
        async with client_of(local, await known(local, OWNER)) as client:
            headers = {"Idempotency-Key": str(key)}
            assert (await client.post("workouts", json={}, headers=headers)).status_code == 201

    keys = new_id(), new_id()
    for day, key in zip((0, 20), keys, strict=True):
        with on_day(day):
            await ask(key)
    assert await swept(local, 31) == {"answers": 1}
    with on_day(31):
        await ask(keys[1])  # is answered as it was
    async with acting(local.database) as executor:
        assert len(await executor.all("workouts.ids", user_id=OWNER)) == 2


def stored(folder: Path) -> list[str]:
    """The names of the files in the storage, which is somewhere in a folder."""
    return sorted(each.name for each in folder.glob("*/u/*/*"))


async def remove(local: LocalBackend, *ids: UUID) -> None:
    async with local.services() as services:
        for each in ids:
            await services.attachments.delete(each)


async def test_the_bytes_of_removed_files_go_when_undoing_has_had_its_time(
    local: LocalBackend, tmp_path: Path
) -> None:
    with on_day(0):
        workout = await log(local, "bench 100x5")
        film, same = [
            await attach(local, FILM, name, workout_id=workout.id) for name in ("a.mp4", "b.mp4")
        ]
        photo = await attach(local, JPEG, "c.jpg", workout_id=workout.id)
        await remove(local, film.id, photo.id)
    with on_day(20):
        await remove(local, same.id)
    assert await swept(local, 29) == {}
    assert await swept(local, 31) == {"files": 1}
    assert stored(tmp_path) == [film.sha256]
    with on_day(32):
        assert await undo(local) == ["removed b.mp4 from workout of 2026-11-20"]
        assert await content_of(local, same.id) == FILM
    assert await swept(local, 80) == {}
    with on_day(80):
        await remove(local, same.id)
    assert await swept(local, 111) == {"files": 1}
    assert stored(tmp_path) == []
    assert await swept(local, 112) == {}


async def test_what_has_no_bytes_does_not_come_back_and_stops_nobody(local: LocalBackend) -> None:
    with on_day(0):
        workout = await log(local, "bench 100x5")
        file = await attach(local, JPEG, "c.jpg", workout_id=workout.id)
        await remove(local, file.id)
    assert await swept(local, 31) == {"files": 1}
    of = "workout of 2026-11-20, whose bytes are gone"
    told = [f"removed c.jpg from {of}", f"attached c.jpg to {of}", "logged Bench Press 100kgx5"]
    assert [each.partition(" (")[0] for each in await undo(local, 3)] == told
    assert await names(local) == []
    assert [each.partition(" (")[0] for each in await redo(local, 3)] == told[::-1]
    assert await names(local) == []
    again = await attach(local, JPEG, "c.jpg", workout_id=workout.id)
    assert await swept(local, 400) == {}
    assert await content_of(local, again.id) == JPEG


async def test_files_without_bytes_take_no_room(sqlite_path: Path) -> None:
    settings = Settings(database_url=f"sqlite:///{sqlite_path}", attachments_mib=1)
    local = LocalBackend(EmbeddedDatabase(sqlite_path), settings)
    films = [FILM[:12] + bytes([each]) * 900_000 for each in range(2)]
    with on_day(0):
        workout = await log(local, "bench 100x5")
        await remove(local, (await attach(local, films[0], "a.mp4", workout_id=workout.id)).id)
    assert await swept(local, 31) == {"files": 1}
    await attach(local, films[1], "b.mp4", workout_id=workout.id)


async def test_a_file_that_comes_while_the_same_is_swept_away_is_not_lost(
    sqlite: LocalBackend, sqlite_path: Path
) -> None:
    class Meeting(Folder):
        """A sweep comes between the storing of a file and its entering."""

        def keep(self, draft: Path, key: str) -> None:
            super().keep(draft, key)
            sqlite.run(sweep(sqlite.database, self))

    with on_day(0):
        workout = await log(sqlite, "bench 100x5")
        await remove(sqlite, (await attach(sqlite, JPEG, "a.jpg", workout_id=workout.id)).id)
    storage = Meeting(sqlite_path.with_suffix(".files"))
    files = LocalFiles(sqlite.services, storage, Limits(1 << 20, 1 << 20))
    data = AttachmentCreate(id=new_id(), name="b.jpg", workout_id=workout.id)
    with on_day(31):
        with pytest.raises(UnreachableError, match="swept away just now"):
            await files.upload(data, lambda: blocks_of(JPEG))
        again = await files.upload(data, lambda: blocks_of(JPEG))
    assert await content_of(sqlite, again.id) == JPEG


def test_a_command_sweeps_at_once_and_the_days_copy_too(sqlite_path: Path) -> None:
    draft = left_halfway(sqlite_path)
    workout = InProcess(sqlite_path.parent, WORKOUT_DATABASE_URL=f"sqlite:///{sqlite_path}")
    assert "swept away 1 broken upload" in workout("db", "sweep").out
    assert not draft.exists()
    found = workout("db", "sweep", "--json").json
    assert found == {"schema": "workout.SweptRead/1", **dict.fromkeys(SweptRead.model_fields, 0)}
    assert "nothing to sweep away" in workout("db", "sweep").out
    draft.touch()
    os.utime(draft, (0, 0))
    assert workout.given(WORKOUT_BACKUPS="7")("log", "bench", "100x5").code == 0
    assert not draft.exists()


def test_a_server_of_databases_is_swept_too(postgres_url: str, tmp_path: Path) -> None:
    settings = Settings(database_url=postgres_url, storage=str(tmp_path / "files"))
    left_halfway(tmp_path / "any")
    (tmp_path / "any.files").rename(tmp_path / "files")
    assert sweep_database(settings) == SweptRead(drafts=1)


def test_what_is_not_there_is_not_made(tmp_path: Path) -> None:
    path = tmp_path / "workout.db"
    assert sweep_database(Settings(database_url=f"sqlite:///{path}")) == SweptRead()
    assert list(tmp_path.iterdir()) == []
