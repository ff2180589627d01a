"""The issuer that knows people: this server is one of its clients, by OpenID Connect.

Authlib keeps state, nonce and PKCE in the browser's session, and checks an ID token's signature and most of its
claims. It lets pass a token for another audience, an answer without any ID token, an empty subject, and an address
whose verification is a text; those are checked here.
"""

from __future__ import annotations

import logging
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import httpx
from authlib.deprecate import AuthlibDeprecationWarning
from joserfc.errors import JoseError

from workout_core.schemas import clean

with warnings.catch_warnings():  # it would tell users of a library that it will use some day
    warnings.simplefilter("ignore", AuthlibDeprecationWarning)
    from authlib.integrations.starlette_client import OAuth, OAuthError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from workout_core.auth.settings import LoginSettings

logger = logging.getLogger("workout.server")
LEEWAY_S: Final = 60
TIMEOUT_S: Final = 10
LONGEST_SUBJECT: Final = 255
LONGEST_NAME: Final = 200


class SignInError(Exception):
    """Why somebody is not signed in, in a sentence for them."""

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.message = message
        self.status = status


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody as their issuer tells of them."""

    issuer: str
    subject: str
    name: str | None
    email: str | None
    claims: Mapping[str, Any]


class Issuer:
    """Sends browsers to the issuer, and reads what they bring back."""

    def __init__(
        self, settings: LoginSettings, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self._settings = settings
        discovery = f"{settings.issuer.rstrip('/')}/.well-known/openid-configuration"
        options = {"scope": "openid email profile", "code_challenge_method": "S256"}
        through = {"transport": transport} if transport else {}
        self._client = OAuth().register(
            "issuer",
            server_metadata_url=discovery,
            client_id=settings.client_id,
            client_secret=settings.client_secret,
            client_kwargs={**options, "timeout": TIMEOUT_S, **through},
        )

    async def send_there(self, request: Request, callback: str) -> Response:
        """Send a browser to the issuer, which sends it back."""
        try:
            answer: Response = await self._client.authorize_redirect(request, callback)
        except (httpx.HTTPError, OAuthError, RuntimeError, ValueError, KeyError) as error:
            raise _unreachable(error) from error
        return answer

    async def person(self, request: Request) -> Person:
        """Who came back."""
        if request.query_params.get("iss", self._settings.issuer) != self._settings.issuer:
            raise SignInError("Another issuer answered")
        try:
            token = await self._client.authorize_access_token(
                request, leeway=LEEWAY_S, claims_options=self._claims()
            )
        except OAuthError as error:
            logger.warning("sign-in refused: %s", clean(str(error.error))[:80])
            raise SignInError(_told(error)) from error
        except (JoseError, ValueError, TypeError, KeyError, AttributeError) as error:
            logger.warning("sign-in refused: %s", type(error).__name__)
            raise SignInError("Its issuer sent no ID token that is good here") from error
        except (httpx.HTTPError, RuntimeError) as error:
            raise _unreachable(error) from error
        return self._person(token.get("userinfo") or {})

    def _claims(self) -> dict[str, Any]:
        return {
            "iss": {"essential": True, "value": self._settings.issuer},
            "aud": {"essential": True, "value": self._settings.client_id},
            "exp": {"essential": True},
        }

    def _person(self, claims: Mapping[str, Any]) -> Person:
        subject, email = claims.get("sub"), claims.get("email")
        if not isinstance(subject, str) or not 1 <= len(subject) <= LONGEST_SUBJECT:
            raise SignInError("Its issuer sent no ID token that is good here")
        if email and claims.get("email_verified") is not True:
            raise SignInError("Your issuer has not verified your e-mail address", 403)
        name, email = _text(claims.get("name")), _text(email)
        return Person(self._settings.issuer, subject, name, email, claims)


def _text(value: object) -> str | None:
    """A name of a person's, as it may be kept and shown."""
    return clean(value).strip()[:LONGEST_NAME] or None if isinstance(value, str) else None


def _told(error: OAuthError) -> str:
    if error.error == "access_denied":
        return "You were not signed in: it was denied"
    if error.error == "mismatching_state":
        return "This sign-in was begun in another browser, or too long ago (mismatching_state)"
    return f"The issuer refused ({clean(str(error.error))[:80]})"


def _unreachable(error: Exception) -> SignInError:
    logger.error("the issuer cannot be used: %s", type(error).__name__)
    return SignInError("The issuer cannot be reached; try again in a moment", 502)
