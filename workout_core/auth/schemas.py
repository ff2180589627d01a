"""What crosses the wire between a server that has logins and its clients.

    GET  /.well-known/oauth-authorization-server     -> ServerMetadata (RFC 8414); 404 where there are no logins
    GET  /.well-known/jwks.json                      -> the public keys of access tokens
    GET  /oauth/authorize                            ?response_type=code&client_id=workout-cli&redirect_uri&state
                                                     &code_challenge&code_challenge_method=S256[&scope][&device_name]
         ... sign-in and consent in the browser      -> 303 redirect_uri?code&state&iss, or ?error&state&iss
    POST /oauth/token                                grant_type=authorization_code&client_id&code&redirect_uri
                                                     &code_verifier                     -> TokenRead
                                                     grant_type=refresh_token&client_id&refresh_token[&scope]
                                                     grant_type=urn:ietf:params:oauth:grant-type:device_code
                                                     &client_id&device_code
    POST /oauth/device_authorization                 client_id[&scope][&device_name]    -> DeviceCodeRead
    POST /oauth/revoke                               client_id&token                    -> 200, whatever it was

Forms are application/x-www-form-urlencoded, of printable ASCII but for device_name, each field once. A refusal is
OAuthErrorRead with 400 (401 for another client_id, 429 and 503 to try again later). A redirect_uri is
http://127.0.0.1:PORT/callback or http://[::1]:PORT/callback with a port of 1024 or more. `iss` is the `issuer` of
the metadata, letter by letter (RFC 9207).
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Final, Literal
from uuid import UUID

from pydantic import Field

from workout_core.schemas import ReadSchema

CLIENT: Final = "workout-cli"
DEVICE_CODE_GRANT: Final = "urn:ietf:params:oauth:grant-type:device_code"
METADATA: Final = "/.well-known/oauth-authorization-server"
JWKS: Final = "/.well-known/jwks.json"
AUTHORIZE: Final = "/oauth/authorize"
CONSENT: Final = "/oauth/consent"
CALLBACK: Final = "/auth/callback"
TOKEN: Final = "/oauth/token"  # noqa: S105 - an address
DEVICE_AUTHORIZATION: Final = "/oauth/device_authorization"
REVOKE: Final = "/oauth/revoke"
DEVICE: Final = "/device"

Secret = Annotated[str, Field(repr=False)]


class ServerMetadata(ReadSchema):
    """Where a server's endpoints are, and what they can do."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    device_authorization_endpoint: str
    revocation_endpoint: str
    jwks_uri: str
    response_types_supported: list[str]
    grant_types_supported: list[str]
    code_challenge_methods_supported: list[str]
    token_endpoint_auth_methods_supported: list[str]
    authorization_response_iss_parameter_supported: bool
    scopes_supported: list[str]


class TokenRead(ReadSchema):
    """A login's tokens; the refresh token is another each time, and the one before is spent."""

    access_token: Secret
    token_type: Literal["Bearer"] = "Bearer"  # noqa: S105 - the only kind
    expires_in: Annotated[int, Field(description="Seconds that the access token lasts.")]
    refresh_token: Secret
    scope: str


class DeviceCodeRead(ReadSchema):
    """A login that waits for a person who confirms the code in any browser."""

    device_code: Secret
    user_code: str
    verification_uri: str
    verification_uri_complete: str
    expires_in: int
    interval: Annotated[int, Field(description="Seconds between two questions; slow_down adds 5.")]


class OAuthErrorRead(ReadSchema):
    """Why a request was refused: `error` is a word of the RFCs, for a program."""

    error: str
    error_description: str | None = None


class MeRead(ReadSchema):
    """Who one is here."""

    name: str | None
    email: str | None
    via: Annotated[
        Literal["database", "login", "token"],
        Field(description="By which one came in: a file or server of one's own, or a secret."),
    ]
    device: Annotated[str, Field(description="The device of the login, or the token's name.")]
    scopes: Annotated[
        list[str] | None, Field(description="How far it reaches; null reaches everything.")
    ]
    login_id: UUID | None


class LoginRead(ReadSchema):
    """A device that is logged in."""

    id: UUID
    device: str
    scopes: list[str]
    created_at: datetime
    used_at: Annotated[datetime, Field(description="When it last got new tokens.")]
    is_current: Annotated[bool, Field(description="Whether it is the one that asks.")]


class LoginList(ReadSchema):
    """Devices that are logged in, the longest first."""

    items: list[LoginRead]
