"""How a server lets people in: by tokens of its owner's alone, or by an issuer of OpenID Connect.

They come from the environment of `workout serve`, secrets among them, and are checked before it listens: a setting
that would be unsafe, or that is half there, is one clear line.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, get_args
from urllib.parse import SplitResult, urlsplit

from workout_core.config import data_folder
from workout_core.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping

Registration = Literal["allowlist", "open", "closed"]
GOOGLE: Final = "https://accounts.google.com"
LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})
OIDC: Final = ("WORKOUT_OIDC_ISSUER", "WORKOUT_OIDC_CLIENT_ID", "WORKOUT_OIDC_CLIENT_SECRET")


@dataclass(frozen=True, slots=True)
class LoginSettings:
    """By whom people are known to a server, and who may come in."""

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    public_url: str
    registration: Registration
    allowed: frozenset[str]
    key_folder: Path
    signing_key: str | None = field(default=None, repr=False)

    @property
    def is_secure(self) -> bool:
        """Whether browsers speak TLS with it."""
        return self.public_url.startswith("https://")

    @property
    def audience(self) -> str:
        """For what an access token is."""
        return f"{self.public_url}/api"

    def admits(self, claims: Mapping[str, object]) -> bool:
        """Whether somebody who has never been here, as their issuer tells of them, may come in.

        A domain means people whose issuer speaks for it: Google vouches for one in `hd` only.
        """
        if self.registration != "allowlist":
            return self.registration == "open"
        email = str(claims.get("email") or "").casefold()
        domain = email.rpartition("@")[2]
        if self.issuer == GOOGLE or "hd" in claims:
            domain = str(claims.get("hd") or "").casefold()
        return bool(self.allowed & ({email, domain} - {""}))


def load_login_settings(environ: Mapping[str, str]) -> LoginSettings | None:
    """The settings of logins; None where the server is its owner's alone, ConfigError where they are unsafe."""
    issuer, client_id, secret = (environ.get(name, "").strip() for name in OIDC)
    if not (issuer or client_id or secret):
        return None
    for name, value in zip(OIDC[1:], (client_id, secret), strict=True):
        if not value:
            raise ConfigError(f"{name} is not set, and a login with an issuer needs it")
    registration, allowed = _admission(environ)
    return LoginSettings(
        issuer=_issuer(issuer or GOOGLE),
        client_id=client_id,
        client_secret=secret,
        public_url=_public_url(environ.get("WORKOUT_PUBLIC_URL", "").strip()),
        registration=registration,
        allowed=allowed,
        key_folder=_key_folder(environ),
        signing_key=environ.get("WORKOUT_SIGNING_KEY") or None,
    )


def _issuer(text: str) -> str:
    url = _url("WORKOUT_OIDC_ISSUER", text)
    if url.query or url.fragment:
        raise ConfigError("WORKOUT_OIDC_ISSUER has no query and no fragment")
    return text


def _public_url(text: str) -> str:
    if not text:
        raise ConfigError(
            "WORKOUT_PUBLIC_URL is not set: the address at which browsers reach this server",
            hints=["WORKOUT_PUBLIC_URL=https://workouts.example.org"],
        )
    url = _url("WORKOUT_PUBLIC_URL", text)
    if url.path.strip("/") or url.query or url.fragment:
        raise ConfigError(
            "WORKOUT_PUBLIC_URL is a scheme and a host, with no path behind them",
            hints=[f"WORKOUT_PUBLIC_URL={url.scheme}://{url.netloc}"],
        )
    return f"{url.scheme}://{url.netloc.lower()}"


def _url(name: str, text: str) -> SplitResult:
    """An https address; http is for this very machine."""
    url = urlsplit("")
    if text.isascii() and text.isprintable() and not {*' \\"<>'} & {*text}:
        try:
            url = urlsplit(text)
            _ = url.port
        except ValueError:
            url = urlsplit("")
    if url.scheme not in ("https", "http") or not url.hostname or "@" in url.netloc:
        raise ConfigError(f"{name} must be an https address", hints=["https://example.org"])
    if url.scheme == "http" and url.hostname not in LOOPBACK:
        raise ConfigError(
            f"{name} must be https: only on this machine's own address may a login cross unencrypted",
            hints=[f"{name}=https://{url.netloc}"],
        )
    return url


def _admission(environ: Mapping[str, str]) -> tuple[Registration, frozenset[str]]:
    words = environ.get("WORKOUT_ALLOWED", "").replace(",", " ").casefold().split()
    allowed = frozenset(word.removeprefix("@") for word in words)
    chosen = environ.get("WORKOUT_REGISTRATION", "").strip() or "allowlist"
    registration = next((each for each in get_args(Registration) if each == chosen), None)
    if registration is None:
        raise ConfigError(
            "WORKOUT_REGISTRATION must be allowlist, open or closed", hints=["allowlist"]
        )
    if registration == "allowlist" and not allowed:
        raise ConfigError(
            "WORKOUT_ALLOWED is empty, so nobody could come in",
            hints=["WORKOUT_ALLOWED=me@example.org,example.com", "WORKOUT_REGISTRATION=closed"],
        )
    return registration, allowed


def _key_folder(environ: Mapping[str, str]) -> Path:
    named = environ.get("WORKOUT_KEYS")
    return Path(named).expanduser() if named else data_folder() / "keys"
