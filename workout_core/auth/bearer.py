"""Whose request it is: an access token of a login, or a personal token of whoever made one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from workout_core.accounts.owner import Actor
from workout_core.accounts.tokens import PREFIX
from workout_core.accounts.tokens import identify as identify_token
from workout_core.auth.repository import LoginRepository
from workout_core.errors import UnauthorizedError

if TYPE_CHECKING:
    from workout_core.auth.keys import Keys
    from workout_core.db.executor import Executor


async def identify(executor: Executor, secret: str | None, keys: Keys | None) -> Actor:
    """Who acts; a login is looked up each time, so that one that has ended ends at once."""
    if keys is None or not secret or secret.startswith(PREFIX):
        return await identify_token(executor, secret)
    claims = keys.read(secret)
    if claims is not None:
        user, login_id = int(claims["sub"]), UUID(claims["sid"])
        repository = LoginRepository(executor, datetime.now(UTC))
        if login := await repository.login(user, login_id):
            scopes = frozenset(claims["scope"].split(" "))
            return Actor(user=user, device=login["device"], scopes=scopes, login=login_id)
    raise UnauthorizedError(
        "The login has ended or its token has expired", hints=["log in: workout login"]
    )
