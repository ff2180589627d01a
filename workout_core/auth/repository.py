"""What is kept of identities, logins and what leads to them. It is asked before a user is known, so it has none."""

from __future__ import annotations

import hashlib
import json
import secrets
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import datetime

    from workout_core.db.executor import Executor, Row

USER_BITS: Final = 53
LASTS: Final = timedelta(days=90)
KEPT: Final = timedelta(days=30)
SPENT_KEPT: Final = timedelta(days=1)
PAGE: Final = 500
NOBODY: Final = UUID(int=0)


class LoginRepository:
    """Runs the statements of logins in one transaction; never commits."""

    def __init__(self, executor: Executor, now: datetime) -> None:
        self._executor = executor
        self.now = now

    async def user_of(self, issuer: str, subject: str) -> int | None:
        """Who that is to us; None for somebody who was never here."""
        row = await self._executor.one("auth.identity", id=_identity(issuer, subject))
        return int(row["user_id"]) if row else None

    async def add_user(self, issuer: str, subject: str) -> int:
        """A new user for an identity; of two who add it at once, both get the one of the first."""
        user = (
            secrets.randbelow((1 << USER_BITS) - 2) + 2
        )  # 1 is the owner of a file without logins
        key = _identity(issuer, subject)
        names = {"issuer": issuer, "subject": subject}
        row = self._new(id=key, user_id=user, **names)
        if not await self._executor.execute("auth.add_identity", **row):
            found = await self._executor.one("auth.identity", id=key)
            assert found
            return int(found["user_id"])
        await self._executor.act_for(user)
        person = self._new(
            id=user,
            name=None,
            email=None,
            unit="kg",
            timezone=None,
            settings={},
            rest_until=None,
            rest_s=None,
        )
        await self._executor.execute("accounts.add_user", **person)
        return user

    async def rename(self, user: int, name: str | None, email: str | None) -> None:
        """Keep what a user's issuer calls them now."""
        names = {"name": name, "email": email}
        await self._executor.act_for(user)
        await self._executor.execute("auth.rename_user", owner=user, updated_at=self.now, **names)

    async def user(self, user: int) -> Row | None:
        """A user's name and e-mail address."""
        await self._executor.act_for(user)
        return await self._executor.one("auth.user", user_id=user)

    async def add_login(self, **values: Any) -> None:
        """A device is logged in."""
        await self._executor.act_for(values["user_id"])
        row = self._new(used_at=self.now, revoked_at=None, reason=None, **values)
        await self._executor.execute("auth.add_login", **row)

    async def login(self, user: int, login: UUID) -> Row | None:
        """A login that is not revoked."""
        await self._executor.act_for(user)
        row = await self._executor.one("auth.login", user_id=user, login_id=login)
        return None if row is None or row["revoked_at"] else row

    async def logins(self, user: int, since: datetime) -> list[Row]:
        """A user's logins that are not revoked and were used since then, the oldest first."""
        await self._executor.act_for(user)
        return await self._executor.all("auth.logins", user_id=user, used_since=since)

    async def use_login(self, user: int, login: UUID) -> None:
        """Keep that a login was just used."""
        await self._executor.act_for(user)
        stamps = {"used_at": self.now, "updated_at": self.now}
        await self._executor.execute("auth.use_login", owner=user, row_id=login, **stamps)

    async def revoke_login(self, user: int, login: UUID, reason: str) -> bool:
        """End a login, with every token that it ever got; False where there is none that could be ended."""
        stamps = {"revoked_at": self.now, "updated_at": self.now, "reason": reason}
        await self._executor.act_for(user)
        return bool(
            await self._executor.execute("auth.revoke_login", owner=user, row_id=login, **stamps)
        )

    async def revoke_others(self, user: int, login: UUID | None, reason: str) -> None:
        """End all of a user's logins but one, or all."""
        stamps = {"revoked_at": self.now, "updated_at": self.now, "reason": reason}
        await self._executor.act_for(user)
        await self._executor.execute(
            "auth.revoke_others", owner=user, kept_id=login or NOBODY, **stamps
        )

    async def add_code(self, code: str, **values: Any) -> None:
        """A code that a browser will bring back."""
        row = self._new(id=digest(code), used_at=None, **values)
        await self._executor.execute("auth.add_code", **row)

    async def use_code(self, code: str) -> bool:
        """Take a code, which is good once; whether it was."""
        stamps = {"used_at": self.now, "updated_at": self.now, "expired_before": self.now}
        return bool(await self._executor.execute("auth.use_code", row_id=digest(code), **stamps))

    async def code(self, code: str) -> Row | None:
        """A code, used or not."""
        return await self._executor.one("auth.code", id=digest(code))

    async def add_grant(self, user_code: str, secret: str, **values: Any) -> bool:
        """A terminal that waits under a code; False where another waits under the same."""
        state = {"status": "pending", "user_id": 0, "polled_at": None}
        row = self._new(id=user_code, secret=digest(secret), **state, **values)
        return bool(await self._executor.execute("auth.add_grant", **row))

    async def grant(self, user_code: str) -> Row | None:
        """What waits under a code and can be decided."""
        row = await self._executor.one("auth.grant", id=user_code)
        waits = row and row["status"] == "pending" and row["expires_at"] > self.now
        return row if waits else None

    async def taken_grant(self, user_code: str) -> Row | None:
        """A grant whatever its state, held for this transaction."""
        return await self._executor.one("auth.taken_grant", id=user_code)

    async def poll_grant(self, user_code: str, interval_s: int) -> None:
        """Keep that a terminal has just asked, and how long it shall wait between questions."""
        stamps = {"polled_at": self.now, "updated_at": self.now, "interval_s": interval_s}
        await self._executor.execute("auth.poll_grant", row_id=user_code, **stamps)

    async def decide_grant(self, user_code: str, user: int, status: str) -> bool:
        """Approve or deny what waits under a code; False where it waits no more."""
        binds = {"status": status, "decided_by": user, "expired_before": self.now}
        return bool(
            await self._executor.execute(
                "auth.decide_grant", row_id=user_code, updated_at=self.now, **binds
            )
        )

    async def use_grant(self, user_code: str) -> bool:
        """Take an approved grant, which is good once; whether it was."""
        stamps = {"updated_at": self.now}
        return bool(await self._executor.execute("auth.use_grant", row_id=user_code, **stamps))

    async def add_refresh(self, secret: str, user: int, login: UUID, lasts: timedelta) -> None:
        """A refresh token of a login."""
        state = {"successor": None, "used_at": None, "dead_at": None}
        owner = {"user_id": user, "login_id": login}
        row = self._new(id=digest(secret), expires_at=self.now + lasts, **owner, **state)
        await self._executor.execute("auth.add_refresh", **row)

    async def refresh(self, secret: str) -> Row | None:
        """A refresh token."""
        return await self._executor.one("auth.refresh", id=digest(secret))

    async def taken_refresh(self, secret: str) -> Row | None:
        """A refresh token, held for this transaction."""
        return await self._executor.one("auth.taken_refresh", id=digest(secret))

    async def use_refresh(self, key: str, successor: str) -> None:
        """Keep that a token, by its hash, was exchanged for another."""
        stamps = {"used_at": self.now, "updated_at": self.now, "successor": digest(successor)}
        await self._executor.execute("auth.use_refresh", row_id=key, **stamps)

    async def kill_refresh(self, key: str) -> bool:
        """End a token, by its hash, that nobody has used; False where somebody has."""
        stamps = {"dead_at": self.now, "updated_at": self.now}
        return bool(await self._executor.execute("auth.kill_refresh", row_id=key, **stamps))

    async def people(self) -> AsyncIterator[int]:
        """Everyone whom an issuer knows."""
        key = ""
        while page := await self._executor.all("auth.people", after_key=key, size=PAGE):
            for row in page:
                yield row["user_id"]
            key = page[-1]["id"]

    async def forget(self, user: int) -> int:
        """Forget logins of a user's that were ended thirty days ago, or not used until then; how many."""
        await self._executor.act_for(user)
        before = self.now - KEPT
        return await self._executor.execute(
            "auth.forget_logins", owner=user, ended_before=before, unused_since=before - LASTS
        )

    async def forget_spent(self) -> int:
        """Forget codes and refresh tokens that expired a day ago, of anybody; how many."""
        before = self.now - SPENT_KEPT
        return sum(
            [
                await self._executor.execute(each, expired_before=before)
                for each in ("auth.forget_codes", "auth.forget_grants", "auth.forget_refresh")
            ]
        )

    def _new(self, **values: Any) -> Row:
        return {"created_at": self.now, "updated_at": self.now, **values}


def digest(secret: str) -> str:
    """How a secret of 256 random bits is kept; it needs no slower hash."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _identity(issuer: str, subject: str) -> str:
    return digest(json.dumps([issuer, subject]))
