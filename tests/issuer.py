"""An issuer of OpenID Connect in this process, which signs in whoever comes; a test may spoil its ID tokens."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode

from authlib.oauth2.rfc7636 import create_s256_code_challenge
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

if TYPE_CHECKING:
    from starlette.requests import Request

Claims = dict[str, Any]
Header = dict[str, Any]
# What a test makes of a token: other claims, header and key; a text instead of a header is the whole token.
Spoil = Callable[[Claims, Header, RSAKey], tuple[Claims, Header | str | None, RSAKey]]


@cache
def rsa_key(number: int = 0) -> RSAKey:
    """A key that takes long to make, so there is one a run."""
    return RSAKey.generate_key(2048, {"kid": f"key-{number}", "use": "sig", "alg": "RS256"})


class FakeIssuer:
    """As much of an issuer as a client of it can see."""

    def __init__(
        self,
        address: str = "https://issuer.test",
        client: str = "workout-server",
        *,
        asks: bool = False,
    ) -> None:
        self.asks = asks
        self.address = address
        self.client = client
        self.keys = [rsa_key()]
        self.user: Claims = {
            "sub": "anna",
            "email": "anna@example.org",
            "email_verified": True,
            "name": "Anna",
        }
        self.spoil: Spoil = lambda claims, header, key: (claims, header, key)
        self.asked: list[str] = []
        self._codes: dict[str, dict[str, str]] = {}
        self.app = Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self._metadata),
                Route("/keys", self._keys),
                Route("/authorize", self._authorize),
                Route("/token", self._token, methods=["POST"]),
            ]
        )

    async def _metadata(self, _: Request) -> Response:
        self.asked.append("metadata")
        return JSONResponse(
            {
                "issuer": self.address,
                "authorization_endpoint": f"{self.address}/authorize",
                "token_endpoint": f"{self.address}/token",
                "jwks_uri": f"{self.address}/keys",
                "id_token_signing_alg_values_supported": ["RS256"],
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
            }
        )

    async def _keys(self, _: Request) -> Response:
        self.asked.append("keys")
        keys = KeySet([*self.keys])
        return JSONResponse(keys.as_dict(private=False))

    async def _authorize(self, request: Request) -> Response:
        query = dict(request.query_params)
        code = secrets.token_hex(8)
        self._codes[code] = query
        answer = {"code": code, "state": query["state"], "iss": self.address}
        back = f"{query['redirect_uri']}?{urlencode(answer)}"
        if self.asks:
            page = f'<!doctype html><title>The issuer</title><a href="{escape(back)}">Sign in</a>'
            return HTMLResponse(page)
        return RedirectResponse(back, 302)

    async def _token(self, request: Request) -> Response:
        form = dict(parse_qsl((await request.body()).decode()))
        query = self._codes.pop(form["code"], {})
        challenge = create_s256_code_challenge(form["code_verifier"])
        if challenge != query.get("code_challenge"):
            return JSONResponse({"error": "invalid_grant"}, 400)
        now, key = int(time.time()), self.keys[0]
        stamps = {"iss": self.address, "aud": self.client, "iat": now, "exp": now + 3600}
        claims = {**stamps, "nonce": query["nonce"], **self.user}
        claims, header, key = self.spoil(claims, {"alg": "RS256", "kid": key.kid}, key)
        answer = {"access_token": secrets.token_hex(8), "token_type": "Bearer", "expires_in": 60}
        if isinstance(header, str):
            answer["id_token"] = header
        elif header is not None:
            answer["id_token"] = jwt.encode(header, claims, key, algorithms=[header["alg"]])
        return JSONResponse(answer)
