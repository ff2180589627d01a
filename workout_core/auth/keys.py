"""The keys that sign access tokens, and those that still verify.

A new key signs at once; an older one verifies for as long as a token of its may live, and its file is removed after
that. So a rotation is one more file, which other processes find within a minute, or as soon as a token names it.
With WORKOUT_SIGNING_KEY (a JWK, or a set of which the first signs) there are no files, and whoever sets it rotates.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
import secrets
import threading
import time
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Final

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, OKPKey
from joserfc.jws import extract_compact

from workout_core.auth.key_folder import KeyFolder
from workout_core.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workout_core.auth.settings import LoginSettings

logger = logging.getLogger("workout.server")
ALGORITHM: Final = "Ed25519"  # its older name, EdDSA, is deprecated (RFC 9864)
ACCESS_S: Final = 600
LEEWAY_S: Final = 30
OUTLIVES_S: Final = ACCESS_S + 60
RELOAD_S: Final = 60
KEY_AGE_S: Final = 90 * 86400
LONGEST: Final = 4096


@dataclass(frozen=True, slots=True)
class _Key:
    """A signing key, and when it was made."""

    key: OKPKey
    made_at: float
    file: str | None = None


class Keys:
    """Signs and verifies; every process of a server has its own view of the same folder."""

    def __init__(self, settings: LoginSettings) -> None:
        self._settings = settings
        self._folder = KeyFolder(settings.key_folder)
        self._fixed = _from_text(settings.signing_key) if settings.signing_key else None
        self._lock = threading.Lock()
        self._known: list[_Key] = []
        self._loaded_at = float("-inf")
        self._seen: dict[bytes, dict[str, Any]] = {}
        self._registry = jwt.JWTClaimsRegistry(
            leeway=LEEWAY_S,
            iss={"essential": True, "value": settings.public_url},
            aud={"essential": True, "value": settings.audience},
            exp={"essential": True},
            sub={"essential": True},
            sid={"essential": True},
            scope={"essential": True},
        )
        if self._fixed is None:
            self._folder.open()
        self.load()

    def load(self) -> None:
        """Read the keys anew; the first one is made here, and another when the newest is old."""
        now = time.time()
        with self._lock:
            known = self._fixed or self._of_folder(now)
            if not known or (self._fixed is None and known[-1].made_at + KEY_AGE_S < now):
                self._make(now)
                known = self._of_folder(now)
            self._known, self._loaded_at = known, time.time()
            self._seen.clear()

    def rotate(self) -> str:
        """Make another key, which signs from now on; its name."""
        if self._fixed is not None:
            raise ConfigError("The signing key is in WORKOUT_SIGNING_KEY, so it is changed there")
        kid = self._make(time.time())
        self.load()
        return kid

    def sign(self, claims: Mapping[str, Any]) -> str:
        """An access token with some claims, and with when it was made and expires."""
        key = self._current()[-1].key
        now = int(time.time())
        header = {"typ": "at+jwt", "alg": ALGORITHM, "kid": key.kid}
        stamps = {"iss": self._settings.public_url, "aud": self._settings.audience}
        times = {"iat": now, "exp": now + ACCESS_S, "jti": secrets.token_urlsafe(12)}
        return jwt.encode(header, {**stamps, **claims, **times}, key, algorithms=[ALGORITHM])

    def read(self, token: str) -> dict[str, Any] | None:
        """The claims of an access token of ours that is good now; None for any other text."""
        if len(token) > LONGEST or not token.isascii():
            return None
        keys = self._current()
        mark = hashlib.sha256(token.encode()).digest()
        if (claims := self._seen.get(mark)) is None:
            claims = self._verified(token, keys)
            if claims is None:
                return None
            if len(self._seen) >= LONGEST:
                self._seen.clear()
            self._seen[mark] = claims
        return claims if claims["exp"] + LEEWAY_S > time.time() else None

    def public(self) -> dict[str, Any]:
        """What anyone needs to verify a token, as a JWK set without private parts."""
        return {**_set(self._current()).as_dict(private=False)}

    def session_secret(self) -> str:
        """What signs the cookies of sign-ins, the same in every process."""
        if self._fixed is None:
            return self._folder.session_secret()
        private = self._fixed[-1].key.as_dict(private=True)["d"]
        return hmac.new(str(private).encode(), b"workout sign-in", hashlib.sha256).hexdigest()

    def _current(self) -> list[_Key]:
        if abs(time.time() - self._loaded_at) > RELOAD_S:  # a clock may be set back
            self._reload()
        return self._known

    def _reload(self) -> None:
        """Read the keys anew; while they cannot be read a server goes on with those that it knows."""
        try:
            self.load()
        except ConfigError as error:
            self._loaded_at = time.time()
            logger.error("the signing keys are as before: %s", error.message)  # noqa: TRY400

    def _verified(self, token: str, keys: list[_Key]) -> dict[str, Any] | None:
        try:
            kid = _kid(token)
            if kid not in {each.key.kid for each in keys}:
                if abs(time.time() - self._loaded_at) < 1:
                    return None
                self._reload()  # another process may have rotated
                keys = self._known
            found = jwt.decode(token, _set(keys), algorithms=[ALGORITHM])
            if found.header.get("typ") != "at+jwt" or not isinstance(kid, str):
                return None
            self._registry.validate(found.claims)
        except (JoseError, ValueError, TypeError, RecursionError):
            return None
        return dict(found.claims)

    def _of_folder(self, now: float) -> list[_Key]:
        """The keys in the folder that are of use; the files of others are removed."""
        found = [_from_file(name, text) for name, text in self._folder.signing_keys()]
        kept = []
        for key, successor in zip_longest(found, found[1:]):
            if successor is None or successor.made_at + OUTLIVES_S > now:
                kept.append(key)
            elif key.file:
                self._folder.remove(key.file)
        return kept

    def _make(self, now: float) -> str:
        kid = secrets.token_hex(8)
        key = OKPKey.generate_key("Ed25519", {"use": "sig", "alg": ALGORITHM, "kid": kid})
        self._folder.add_key(now, kid, json.dumps(key.as_dict(private=True)))
        return kid


def _set(keys: list[_Key]) -> KeySet:
    return KeySet([each.key for each in keys])


def _kid(token: str) -> object:
    """By which key a token says that it is signed; nothing of it is believed yet."""
    return extract_compact(token.encode()).headers().get("kid")


def _from_file(name: str, text: str) -> _Key:
    try:
        return _Key(OKPKey.import_key(json.loads(text)), int(name.partition("-")[0]) / 1e6, name)
    except (JoseError, ValueError, TypeError, KeyError) as error:
        raise ConfigError(f"{name} among the server's keys is damaged") from error


def _from_text(text: str) -> list[_Key]:
    """The keys of a setting, the one that signs last, as in a folder."""
    try:
        given = json.loads(text)
        keys = [OKPKey.import_key(each) for each in given.get("keys", [given])]
        if keys and all(
            each.is_private and each.kid and each.curve_name == ALGORITHM for each in keys
        ):
            return [_Key(each, 0) for each in reversed(keys)]
    except (JoseError, ValueError, TypeError, KeyError, AttributeError):
        pass
    raise ConfigError("WORKOUT_SIGNING_KEY must be a private Ed25519 key as JWK, with a kid")
