"""The settings of logins: those that are unsafe, or half there, end a server before it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workout_core.auth.settings import GOOGLE, load_login_settings
from workout_core.config import load_settings
from workout_core.errors import ConfigError
from workout_core.server.serve import Server, rotate_key

if TYPE_CHECKING:
    from pathlib import Path

GOOD = {
    "WORKOUT_OIDC_CLIENT_ID": "a-client",
    "WORKOUT_OIDC_CLIENT_SECRET": "its-secret",
    "WORKOUT_PUBLIC_URL": "https://workout.example.org",
    "WORKOUT_ALLOWED": "me@example.org, Example.com",
}


def test_without_an_issuer_there_are_no_logins() -> None:
    assert load_login_settings({}) is None
    assert load_login_settings({"WORKOUT_PUBLIC_URL": "https://workout.example.org"}) is None


def test_google_is_the_issuer_unless_another_is_named() -> None:
    found = load_login_settings(GOOD)
    assert found
    assert (found.issuer, found.registration) == (GOOGLE, "allowlist")
    assert found.allowed == {"me@example.org", "example.com"}
    assert found.is_secure
    assert "its-secret" not in repr(found)
    other = load_login_settings({**GOOD, "WORKOUT_OIDC_ISSUER": "https://id.example.org/realms/x"})
    assert other
    assert other.issuer == "https://id.example.org/realms/x"


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:8320", "http://[::1]:8320", "http://localhost:8320"]
)
def test_this_machine_needs_no_tls(url: str) -> None:
    found = load_login_settings({**GOOD, "WORKOUT_PUBLIC_URL": f"{url}/"})
    assert found
    assert (found.public_url, found.is_secure) == (url, False)


BAD = [
    ({"WORKOUT_OIDC_CLIENT_ID": ""}, "WORKOUT_OIDC_CLIENT_ID is not set"),
    ({"WORKOUT_OIDC_CLIENT_SECRET": " "}, "WORKOUT_OIDC_CLIENT_SECRET is not set"),
    ({"WORKOUT_PUBLIC_URL": ""}, "WORKOUT_PUBLIC_URL is not set"),
    ({"WORKOUT_PUBLIC_URL": "http://workout.example.org"}, "must be https"),
    ({"WORKOUT_PUBLIC_URL": "http://127.0.0.1.example.org"}, "must be https"),
    ({"WORKOUT_PUBLIC_URL": "http://192.168.1.5:8320"}, "must be https"),
    ({"WORKOUT_PUBLIC_URL": "https://example.org/workout"}, "no path"),
    ({"WORKOUT_PUBLIC_URL": "https://example.org?x"}, "no path"),
    ({"WORKOUT_PUBLIC_URL": "https://me@example.org"}, "must be an https address"),
    ({"WORKOUT_PUBLIC_URL": "https://example.org:99999"}, "must be an https address"),
    ({"WORKOUT_PUBLIC_URL": "https://exämple.org"}, "must be an https address"),
    ({"WORKOUT_PUBLIC_URL": "ftp://example.org"}, "must be an https address"),
    ({"WORKOUT_PUBLIC_URL": "workout.example.org"}, "must be an https address"),
    ({"WORKOUT_PUBLIC_URL": "https://[::1"}, "must be an https address"),
    ({"WORKOUT_OIDC_ISSUER": "http://id.example.org"}, "must be https"),
    ({"WORKOUT_OIDC_ISSUER": "https://id.example.org?x=1"}, "no query"),
    ({"WORKOUT_REGISTRATION": "all"}, "allowlist, open or closed"),
    ({"WORKOUT_ALLOWED": " , "}, "nobody could come in"),
]


@pytest.mark.parametrize(("said", "told"), BAD, ids=[f"{each}" for each, _ in BAD])
def test_unsafe_settings_are_refused_in_a_line(said: dict[str, str], told: str) -> None:
    with pytest.raises(ConfigError, match=told) as refused:
        load_login_settings({**GOOD, **said})
    assert "\n" not in refused.value.message
    assert "its-secret" not in str(refused.value.body())


def test_a_server_does_not_begin_with_them(
    sqlite_path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings = load_settings({"database_url": f"sqlite:///{sqlite_path}"})
    with pytest.raises(ConfigError, match="no logins"):
        rotate_key()
    for name, value in {**GOOD, "WORKOUT_KEYS": str(tmp_path / "keys")}.items():
        monkeypatch.setenv(name, value)
    assert rotate_key()
    for path in (tmp_path / "keys").iterdir():
        assert path.stat().st_mode & 0o777 == 0o600
        path.chmod(0o644)
    with pytest.raises(ConfigError, match="can be read by others"):
        Server(settings, host="127.0.0.1", port=0)
    monkeypatch.delenv("WORKOUT_ALLOWED")
    with pytest.raises(ConfigError, match="nobody could come in"):
        Server(settings, host="127.0.0.1", port=0)
