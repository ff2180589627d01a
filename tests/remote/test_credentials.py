"""Where logins are kept: in a keyring that works, else in a file of the user's own; nowhere else than was said."""

from __future__ import annotations

import json
import stat
import sys
import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import keyring
import keyring.backends.fail
import keyring.backends.null
import pytest

from workout_core.errors import ConfigError, UnauthorizedError
from workout_core.remote import credential_keyring
from workout_core.remote.credentials import Credentials, Login, credentials_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SERVER = "https://workout.test"
LOGIN = Login(
    server=SERVER,
    access_token="eyJ" + "a" * 500,
    refresh_token="wor_" + "r" * 43,
    expires_at=datetime(2026, 1, 1, tzinfo=UTC),
    scope="profile:read workouts:read workouts:write exercises:write",
)
OTHER = LOGIN.model_copy(update={"server": "https://other.test"})
posix = pytest.mark.skipif(sys.platform == "win32", reason="modes and owners are POSIX's")


class Ring:
    """A keyring that works."""

    priority: float = 5

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, name: str) -> str | None:
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, value: str) -> None:
        self.kept[service, name] = value

    def delete_password(self, service: str, name: str) -> None:
        del self.kept[service, name]


class Locked(Ring):
    """What a desktop does whose keyring nobody unlocks."""

    def get_password(self, service: str, name: str) -> str | None:
        raise RuntimeError("Prompt dismissed, with a s3cret")


class Hanging(Ring):
    """A prompt that nobody answers."""

    def get_password(self, service: str, name: str) -> str | None:
        threading.Event().wait(60)
        return None


class Plain(Ring):
    """A file of plain text that calls itself a keyring."""

    priority = 0.5


class Chain(Ring):
    priority = 10
    backends = (Plain(),)


def absent() -> Any:
    raise ImportError("no D-Bus")


UNUSABLE: dict[str, tuple[Callable[[], Any], str]] = {
    "none": (keyring.backends.fail.Keyring, "no keyring that keeps"),
    "null": (keyring.backends.null.Keyring, "no keyring that keeps"),
    "plain": (Plain, "no keyring that keeps"),
    "chain": (Chain, "no keyring that keeps"),
    "locked": (Locked, "cannot be used: RuntimeError"),
    "hanging": (Hanging, "gave no answer"),
    "absent": (absent, "cannot be used: ImportError"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "login"


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Ring:
    made = Ring()
    monkeypatch.setattr(keyring, "get_keyring", lambda: made)
    return made


def spoil(monkeypatch: pytest.MonkeyPatch, kind: str) -> str:
    """Make the keyring unusable; what is told of it."""
    make, told = UNUSABLE[kind]
    monkeypatch.setattr(keyring, "get_keyring", make)
    monkeypatch.setattr(credential_keyring, "LIMIT_S", 0.1 if kind == "hanging" else 60.0)
    return told


def test_a_keyring_keeps_the_login(ring: Ring, folder: Path) -> None:
    kept = Credentials(folder)
    assert kept.choose() == ("keyring", None)
    kept.keep(LOGIN, "keyring")
    assert (kept.find(SERVER), kept.place(SERVER)) == (LOGIN, "keyring")
    assert kept.find(OTHER.server) is None
    assert "wor_" not in kept.file.read_text()
    kept.keep(LOGIN.model_copy(update={"scope": "profile:read"}))
    assert [json.loads(each)["scope"] for each in ring.kept.values()] == ["profile:read"]
    kept.forget(SERVER)
    assert (kept.find(SERVER), ring.kept) == (None, {})


def test_a_record_fits_the_keyring_of_every_system(ring: Ring, folder: Path) -> None:
    Credentials(folder).keep(LOGIN, "keyring")
    assert all(len(record) < 1200 for record in ring.kept.values())


@pytest.mark.parametrize("kind", UNUSABLE)
def test_without_a_keyring_a_file_is_chosen_aloud(
    kind: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = spoil(monkeypatch, kind)
    place, why = Credentials(folder).choose()
    assert (place, told in (why or ""), "s3cret" in (why or "")) == ("file", True, False)
    with pytest.raises(UnauthorizedError, match=told):
        Credentials(folder, "keyring").choose()
    assert Credentials(folder, "file").choose() == ("file", None)


@pytest.mark.parametrize("kind", ["none", "hanging", "locked"])
@pytest.mark.usefixtures("ring")
def test_a_keyring_that_fails_later_is_not_gone_around(
    kind: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Credentials(folder)
    kept.keep(LOGIN, "keyring")
    told = spoil(monkeypatch, kind)
    with pytest.raises(UnauthorizedError, match=told):
        kept.find(SERVER)
    assert kept.place(SERVER) == "keyring"
    assert Credentials(folder, "file").find(SERVER) is None


def test_who_is_not_logged_in_waits_for_no_keyring(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(monkeypatch, "locked")
    assert Credentials(folder).find(SERVER) is None


def test_a_record_of_another_server_is_none(ring: Ring, folder: Path) -> None:
    kept = Credentials(folder)
    kept.keep(LOGIN, "keyring")
    for record in (OTHER.model_dump_json(), "{", ""):
        ring.kept = {(credential_keyring.SERVICE, SERVER): record}
        assert kept.find(SERVER) is None
    kept.keep(LOGIN, "file")
    kept.file.write_text(json.dumps({SERVER: json.loads(OTHER.model_dump_json())}))
    assert kept.find(SERVER) is None


def test_a_file_keeps_logins_for_its_owner_only(folder: Path) -> None:
    kept = Credentials(folder)
    kept.keep(LOGIN, "file")
    kept.keep(OTHER, "file")
    if sys.platform != "win32":
        assert stat.S_IMODE(kept.file.stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert (kept.find(SERVER), kept.find(OTHER.server)) == (LOGIN, OTHER)
    assert [each.name for each in folder.iterdir()] == ["credentials.json"]
    kept.forget(SERVER)
    assert (kept.find(SERVER), kept.find(OTHER.server)) == (None, OTHER)


@posix
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o677])
def test_a_file_that_others_can_open_is_refused(mode: int, folder: Path) -> None:
    kept = Credentials(folder, "file")
    kept.keep(LOGIN, "file")
    kept.file.chmod(mode)
    with pytest.raises(UnauthorizedError, match="read by others") as refused:
        kept.find(SERVER)
    assert refused.value.hints == [f"chmod 600 {kept.file}"]
    with pytest.raises(UnauthorizedError):
        kept.keep(OTHER, "file")


@posix
def test_a_link_is_refused(folder: Path) -> None:
    kept = Credentials(folder, "file")
    kept.keep(LOGIN, "file")
    kept.file.rename(folder / "real")
    kept.file.symlink_to(folder / "real")
    with pytest.raises(UnauthorizedError, match="is a link"):
        kept.find(SERVER)


@posix
def test_a_file_of_somebody_else_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Credentials(folder, "file")
    kept.keep(LOGIN, "file")
    other = kept.file.stat().st_uid + 1
    monkeypatch.setattr("os.geteuid", lambda: other)
    with pytest.raises(UnauthorizedError, match="somebody else"):
        kept.find(SERVER)


def test_a_damaged_file_is_told_without_what_is_in_it(folder: Path) -> None:
    kept = Credentials(folder, "file")
    kept.keep(LOGIN, "file")
    kept.file.write_text(kept.file.read_text()[:-5])
    with pytest.raises(UnauthorizedError, match="damaged") as refused:
        kept.find(SERVER)
    assert "wor_" not in str(refused.value.body())
    assert refused.value.__suppress_context__


def test_a_login_shown_by_accident_shows_no_secret() -> None:
    assert "wor_" not in repr(LOGIN)
    assert "eyJ" not in str(LOGIN)


def test_the_place_can_be_said() -> None:
    assert credentials_of({"WORKOUT_CREDENTIALS": "file"}).choose() == ("file", None)
    with pytest.raises(ConfigError, match="keyring or file"):
        credentials_of({"WORKOUT_CREDENTIALS": "vault"})
