"""What programs ask of a server with logins: its metadata, its public keys, and its tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastapi.responses import JSONResponse, Response
from starlette.routing import Route

from workout_core.auth import schemas as wire
from workout_core.auth.forms import device_of, form_of
from workout_core.auth.grants import Grants, Refusal
from workout_core.auth.limits import house_of
from workout_core.auth.scopes import SCOPES

if TYPE_CHECKING:
    from pydantic import BaseModel
    from starlette.requests import Request

    from workout_core.auth.authority import Authority
    from workout_core.auth.limits import Limit

MALFORMED = Refusal("invalid_request", "The form cannot be read, or says something twice")


class TokenEndpoints:
    """Answers clients; who they are is told by what they show."""

    def __init__(self, authority: Authority) -> None:
        self._authority = authority

    def routes(self) -> list[Route]:
        """The addresses of these endpoints."""
        return [
            Route(wire.METADATA, self.metadata),
            Route(wire.JWKS, self.jwks),
            Route(wire.TOKEN, self.token, methods=["POST"]),
            Route(wire.DEVICE_AUTHORIZATION, self.device_authorization, methods=["POST"]),
            Route(wire.REVOKE, self.revoke, methods=["POST"]),
        ]

    async def metadata(self, _: Request) -> Response:
        """Where everything is (RFC 8414)."""
        url = self._authority.settings.public_url
        return _answer(
            wire.ServerMetadata(
                issuer=url,
                authorization_endpoint=url + wire.AUTHORIZE,
                token_endpoint=url + wire.TOKEN,
                device_authorization_endpoint=url + wire.DEVICE_AUTHORIZATION,
                revocation_endpoint=url + wire.REVOKE,
                jwks_uri=url + wire.JWKS,
                response_types_supported=["code"],
                grant_types_supported=[
                    "authorization_code",
                    "refresh_token",
                    wire.DEVICE_CODE_GRANT,
                ],
                code_challenge_methods_supported=["S256"],
                token_endpoint_auth_methods_supported=["none"],
                authorization_response_iss_parameter_supported=True,
                scopes_supported=[*SCOPES],
            )
        )

    async def jwks(self, _: Request) -> Response:
        """The keys by which an access token can be verified."""
        return JSONResponse(self._authority.keys.public())

    async def token(self, request: Request) -> Response:
        """Tokens, for a code, a device code or a refresh token."""
        if refused := _too_often(self._authority.tokens, request):
            return refused
        form = await form_of(request)
        if form is None:
            return _answer(MALFORMED)
        keys = self._authority.keys
        return _answer(
            await self._authority.run(lambda logins: Grants(logins, keys).exchange(form))
        )

    async def device_authorization(self, request: Request) -> Response:
        """A code for a terminal that has no browser."""
        if refused := _too_often(self._authority.devices, request):
            return refused
        form = await form_of(request)
        if form is None:
            return _answer(MALFORMED)
        keys, url = self._authority.keys, self._authority.settings.public_url
        started = await self._authority.run(
            lambda logins: Grants(logins, keys).start_device(
                form, device=device_of(form), address=_address(request), public_url=url
            )
        )
        return _answer(started)

    async def revoke(self, request: Request) -> Response:
        """The end of a login; that it was none is no error (RFC 7009)."""
        form = await form_of(request)
        if form is None:
            return _answer(MALFORMED)
        keys = self._authority.keys
        refusal = await self._authority.run(lambda logins: Grants(logins, keys).revoke(form))
        return _answer(refusal) if refusal else Response()


def _address(request: Request) -> str:
    return request.client.host if request.client else "an unknown address"


def _too_often(limit: Limit, request: Request) -> Response | None:
    """The refusal of an address that asks too often; any other is counted."""
    who = house_of(_address(request))
    if wait := limit.wait_s(who):
        refusal = Refusal("slow_down", f"Ask again in {wait} seconds", 429)
        answer = _answer(refusal)
        answer.headers["Retry-After"] = str(wait)
        return answer
    limit.count(who)
    return None


def _answer(value: BaseModel | Refusal) -> Response:
    if isinstance(value, Refusal):
        body: dict[str, Any] = {"error": value.error, "error_description": value.description}
        return JSONResponse(body, value.status)
    return Response(value.model_dump_json(), media_type="application/json")
