"""Whose request it is: an access token of a login, or a personal token of whoever made one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from workout_core.accounts.owner import Actor
from workout_core.accounts.tokens import PREFIX
from workout_core.accounts.tokens import identify as identify_token
from workout_core.auth.repository import LoginRepository
from workout_core.errors import ForbiddenError, UnauthorizedError

if TYPE_CHECKING:
    from collections.abc import Sequence

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


def require(actor: Actor, needs: Sequence[str]) -> None:
    """Refuse who does not reach so far."""
    lacking = [] if actor.scopes is None else [each for each in needs if each not in actor.scopes]
    if not lacking:
        return
    way = "token" if actor.token else "login"
    if "account:admin" in lacking:
        hint = "workout login --admin"
    elif actor.token:
        hint = " ".join(["workout token create NAME", *(f"--scope {each}" for each in needs)])
    else:
        hint = "workout login"
    raise ForbiddenError(
        f"Your {way} does not reach that far: it lacks {' and '.join(lacking)}",
        scope=" ".join(needs),
        hints=[hint],
    )
