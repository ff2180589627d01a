"""Who one is here, and where one is logged in."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from workout_core.auth.repository import LASTS
from workout_core.auth.schemas import LoginList, LoginRead, MeRead
from workout_core.auth.scopes import SCOPES
from workout_core.errors import NotFoundError

if TYPE_CHECKING:
    from workout_core.accounts.owner import Actor
    from workout_core.auth.repository import LoginRepository


class AccountService:
    def __init__(self, repository: LoginRepository, actor: Actor) -> None:
        self._repository = repository
        self._actor = actor

    async def me(self) -> MeRead:
        """Who asks, and how far that reaches."""
        actor = self._actor
        user = await self._repository.user(actor.user) or {"name": None, "email": None}
        held = None if actor.scopes is None else [each for each in SCOPES if each in actor.scopes]
        return MeRead(
            name=user["name"],
            email=user["email"],
            via="login" if actor.login else "token" if actor.token else "database",
            device=actor.device,
            scopes=held,
            login_id=actor.login,
        )

    async def logins(self) -> LoginList:
        """Every device that is logged in, the longest first."""
        rows = await self._repository.logins(self._actor.user, self._repository.now - LASTS)
        return LoginList(
            items=[
                LoginRead(
                    id=row["id"],
                    device=row["device"],
                    scopes=row["scope"].split(" "),
                    created_at=row["created_at"],
                    used_at=row["used_at"],
                    is_current=row["id"] == self._actor.login,
                )
                for row in rows
            ]
        )

    async def end_login(self, login_id: UUID) -> None:
        """Log a device out, at once; it can log in again, but not undo this."""
        if not await self._repository.revoke_login(self._actor.user, login_id, "ended by its user"):
            raise NotFoundError("There is no such login", hints=["workout logins list"])

    async def end_others(self) -> LoginList:
        """Log out every device but the one that asks, at once; tells which these were."""
        found = await self.logins()
        await self._repository.revoke_others(
            self._actor.user, self._actor.login, "ended by its user"
        )
        return LoginList(items=[each for each in found.items if not each.is_current])
