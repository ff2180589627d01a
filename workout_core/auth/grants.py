"""What a login is granted for: a browser's code, a terminal's code that somebody approved, or a refresh token.

Context: Authlib's authorization server is synchronous and asks a session of SQLAlchemy; here every statement runs on
an executor, which may be awaited. Decision: the three grants are written out; their rules are the RFCs' (6749, 7636,
8628, 9700). Consequences: a refusal is a value and not an exception, because what a refusal changes (a code is spent,
a login ends when its token was stolen) must be committed.

A refresh token is exchanged for another. If the answer was lost on its way, the client shows the old one again, and
its successor is unused: the successor dies and there is another. If the successor was used, two hold the tokens of
one login: it ends, for the thief and for the owner, who logs in again.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from authlib.oauth2.rfc7636 import create_s256_code_challenge

from workout_core.auth.keys import ACCESS_S
from workout_core.auth.repository import LASTS, digest
from workout_core.auth.schemas import CLIENT, DEVICE_CODE_GRANT, DeviceCodeRead, TokenRead
from workout_core.auth.scopes import scopes_of
from workout_core.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workout_core.auth.keys import Keys
    from workout_core.auth.repository import LoginRepository
    from workout_core.db.executor import Row

REFRESH: Final = "wor_"
CODE_LASTS: Final = timedelta(seconds=60)
DEVICE_LASTS: Final = timedelta(minutes=10)
DEVICE_INTERVAL_S: Final = 5
LETTERS: Final = "BCDFGHJKLMNPQRSTVWXZ"  # no vowels: no words
USER_CODE: Final = 8
SHORTEST_VERIFIER: Final = 43
LONGEST_VERIFIER: Final = 128


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing is granted: a word of the RFCs, and a sentence."""

    error: str
    description: str
    status: int = 400


@dataclass(frozen=True, slots=True)
class Consent:
    """What a person agreed to in the browser."""

    user: int
    redirect_uri: str
    scope: str
    challenge: str
    device: str


class Grants:
    """Grants and ends logins, in one transaction."""

    def __init__(self, repository: LoginRepository, keys: Keys) -> None:
        self._repository = repository
        self._keys = keys

    async def agree(self, consent: Consent) -> str:
        """A code for the program that waits for it, good for a minute and once."""
        code = secrets.token_urlsafe(32)
        await self._repository.add_code(
            code,
            user_id=consent.user,
            login_id=new_id(),
            client=CLIENT,
            redirect_uri=consent.redirect_uri,
            scope=consent.scope,
            challenge=consent.challenge,
            device=consent.device,
            expires_at=self._repository.now + CODE_LASTS,
        )
        return code

    async def exchange(self, form: Mapping[str, str]) -> TokenRead | Refusal:
        """Tokens for what a form of the token endpoint shows."""
        if form.get("client_id") != CLIENT:
            return Refusal("invalid_client", "There is no such client", 401)
        grants = {
            "authorization_code": self._of_code,
            "refresh_token": self._of_refresh,
            DEVICE_CODE_GRANT: self._of_device,
        }
        grant = grants.get(form.get("grant_type", ""))
        if grant is None:
            return Refusal("unsupported_grant_type", "That is no grant of this server")
        return await grant(form)

    async def start_device(
        self, form: Mapping[str, str], *, device: str, address: str, public_url: str
    ) -> DeviceCodeRead | Refusal:
        """A code that a person confirms in any browser while the terminal asks whether they have."""
        if form.get("client_id") != CLIENT:
            return Refusal("invalid_client", "There is no such client", 401)
        scope = scopes_of(form.get("scope", ""))
        if scope is None:
            return Refusal("invalid_scope", "There is no such scope")
        secret, user_code = secrets.token_urlsafe(32), _new_user_code()
        while not await self._repository.add_grant(
            user_code,
            secret,
            client=CLIENT,
            scope=" ".join(scope),
            device=device,
            address=address,
            interval_s=DEVICE_INTERVAL_S,
            expires_at=self._repository.now + DEVICE_LASTS,
        ):
            user_code = _new_user_code()
        shown = shown_code(user_code)
        return DeviceCodeRead(
            device_code=f"{user_code}.{secret}",
            user_code=shown,
            verification_uri=f"{public_url}/device",
            verification_uri_complete=f"{public_url}/device?user_code={shown}",
            expires_in=int(DEVICE_LASTS.total_seconds()),
            interval=DEVICE_INTERVAL_S,
        )

    async def revoke(self, form: Mapping[str, str]) -> Refusal | None:
        """End the login whose refresh or access token is shown; what is no token is ended already (RFC 7009)."""
        if form.get("client_id") != CLIENT:
            return Refusal("invalid_client", "There is no such client", 401)
        token = form.get("token", "")
        if token.startswith(REFRESH):
            row = await self._repository.refresh(token)
            if row:
                await self._repository.revoke_login(row["user_id"], row["login_id"], "logout")
        elif claims := self._keys.read(token):
            user, login = int(claims["sub"]), UUID(claims["sid"])
            await self._repository.revoke_login(user, login, "logout")
        return None

    async def _of_code(self, form: Mapping[str, str]) -> TokenRead | Refusal:
        code, verifier = form.get("code", ""), form.get("code_verifier", "")
        refused = Refusal("invalid_grant", "The code is not good here, was used, or has expired")
        was_good = await self._repository.use_code(code)
        row = await self._repository.code(code)
        if row is None:
            return refused
        if not was_good:
            if row["used_at"]:  # who replays it may have stolen it (RFC 6749, 4.1.2)
                await self._repository.revoke_login(row["user_id"], row["login_id"], "code replay")
            return refused
        is_long = SHORTEST_VERIFIER <= len(verifier) <= LONGEST_VERIFIER
        challenge = create_s256_code_challenge(verifier) if is_long else ""
        if row["redirect_uri"] != form.get("redirect_uri") or not hmac.compare_digest(
            row["challenge"], challenge
        ):
            return refused
        return await self._log_in(row, row["login_id"])

    async def _of_device(self, form: Mapping[str, str]) -> TokenRead | Refusal:
        user_code, _, secret = form.get("device_code", "").partition(".")
        row = await self._repository.taken_grant(user_code)
        if row is None or not hmac.compare_digest(row["secret"], digest(secret)):
            return Refusal("invalid_grant", "There is no such device code")
        if row["status"] == "used":
            return Refusal("invalid_grant", "The device code was used")
        if row["expires_at"] <= self._repository.now:
            return Refusal("expired_token", "The code has expired; begin anew")
        if row["status"] == "denied":
            return Refusal("access_denied", "The login was denied")
        if row["status"] == "pending":
            return await self._not_yet(row)
        if not await self._repository.use_grant(user_code):
            return Refusal("invalid_grant", "The device code was used")
        return await self._log_in(row, new_id())

    async def _not_yet(self, row: Row) -> Refusal:
        """Nobody has decided; who asks too often is told to ask more seldom, and that is remembered."""
        interval = timedelta(seconds=row["interval_s"])
        is_soon = row["polled_at"] and self._repository.now < row["polled_at"] + interval
        wait = row["interval_s"] + (5 if is_soon else 0)
        await self._repository.poll_grant(row["id"], wait)
        if is_soon:
            return Refusal("slow_down", f"Ask every {wait} seconds")
        return Refusal("authorization_pending", "Nobody has confirmed the code yet")

    async def _of_refresh(self, form: Mapping[str, str]) -> TokenRead | Refusal:
        refused = Refusal("invalid_grant", "The login has ended; log in again")
        row = await self._repository.taken_refresh(form.get("refresh_token", ""))
        if row is None or row["expires_at"] <= self._repository.now:
            return refused
        user, login_id = row["user_id"], row["login_id"]
        login = await self._repository.login(user, login_id)
        if login is None:
            return refused
        held = login["scope"].split(" ")
        scope = scopes_of(form.get("scope", "")) if form.get("scope") else tuple(held)
        if scope is None or not {*scope} <= {*held}:
            return Refusal("invalid_scope", "The login does not reach that far")
        if row["dead_at"] or (row["used_at"] and not await self._is_lost(row)):
            await self._repository.revoke_login(user, login_id, "reuse")
            return refused
        secret = await self._new_refresh(user, login_id)
        await self._repository.use_refresh(row["id"], secret)
        await self._repository.use_login(user, login_id)
        return self._tokens(user, login_id, " ".join(scope), secret)

    async def _is_lost(self, row: Row) -> bool:
        """Whether nobody has used what a token was exchanged for; that is dead from now on."""
        return await self._repository.kill_refresh(row["successor"])

    async def _log_in(self, row: Row, login: UUID) -> TokenRead:
        user = row["user_id"]
        held = {"scope": row["scope"], "device": row["device"], "client": row["client"]}
        await self._repository.add_login(user_id=user, id=login, **held)
        secret = await self._new_refresh(user, login)
        return self._tokens(user, login, row["scope"], secret)

    async def _new_refresh(self, user: int, login: UUID) -> str:
        secret = REFRESH + secrets.token_urlsafe(32)
        await self._repository.add_refresh(secret, user, login, LASTS)
        return secret

    def _tokens(self, user: int, login: UUID, scope: str, refresh: str) -> TokenRead:
        claims = {"sub": str(user), "sid": str(login), "client_id": CLIENT, "scope": scope}
        return TokenRead(
            access_token=self._keys.sign(claims),
            expires_in=ACCESS_S,
            refresh_token=refresh,
            scope=scope,
        )


def shown_code(user_code: str) -> str:
    """A code as people read it."""
    return f"{user_code[:4]}-{user_code[4:]}"


def typed_code(text: str) -> str | None:
    """A code as a person typed it, in any case and with any dashes; None where it cannot be one."""
    letters = "".join(each for each in text.upper() if each.isalnum())
    return letters if len(letters) == USER_CODE and {*letters} <= {*LETTERS} else None


def _new_user_code() -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(USER_CODE))
