"""Signing keys: a new one signs at once, the one before verifies while its tokens live, and none is seen by others."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import time_machine
from joserfc.jwk import OKPKey

from tests.logins import settings
from workout_core.auth.keys import ACCESS_S, KEY_AGE_S, LEEWAY_S, Keys
from workout_core.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path

CLAIMS: dict[str, Any] = {"sub": "2", "sid": "x", "scope": "profile:read"}
BEGIN = "2026-11-28T12:00:00Z"


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    return Keys(settings(tmp_path))


def kids(keys: Keys) -> list[str]:
    return [each["kid"] for each in keys.public()["keys"]]


def test_a_token_lasts_ten_minutes(keys: Keys) -> None:
    with time_machine.travel(BEGIN, tick=False) as clock:
        token = keys.sign(CLAIMS)
        found = keys.read(token)
        assert found
        assert found["exp"] - found["iat"] == ACCESS_S
        clock.shift(ACCESS_S + LEEWAY_S - 1)
        assert keys.read(token)
        clock.shift(1)
        assert keys.read(token) is None


def test_a_rotation_loses_no_token_and_is_over_soon(tmp_path: Path) -> None:
    with time_machine.travel(BEGIN, tick=False) as clock:
        keys = Keys(settings(tmp_path))
        before, first = keys.sign(CLAIMS), kids(keys)[0]
        clock.shift(5)
        second = keys.rotate()
        assert kids(keys) == [first, second]
        assert not any("d" in each for each in keys.public()["keys"])
        after = keys.sign(CLAIMS)
        assert keys.read(before)
        assert keys.read(after)
        clock.shift(ACCESS_S + 61)
        assert kids(Keys(settings(tmp_path))) == [second]
        assert len(list((tmp_path / "keys").glob("*.key.json"))) == 1


def test_another_process_knows_a_new_key_within_a_moment(tmp_path: Path) -> None:
    with time_machine.travel(BEGIN, tick=False) as clock:
        one, other = Keys(settings(tmp_path)), Keys(settings(tmp_path))
        assert one.session_secret() == other.session_secret()
        clock.shift(2)
        one.rotate()
        assert other.read(one.sign(CLAIMS))


def test_an_old_key_is_replaced(tmp_path: Path) -> None:
    with time_machine.travel(BEGIN, tick=False) as clock:
        first = kids(Keys(settings(tmp_path)))
        clock.shift(KEY_AGE_S + 1)
        found = kids(Keys(settings(tmp_path)))
        assert len(found) == 2
        assert found[0] == first[0]


def test_tokens_of_another_server_are_none(keys: Keys, tmp_path: Path) -> None:
    url = "https://other.test"
    other = Keys(settings(tmp_path, public_url=url))
    assert kids(other) == kids(keys)
    assert keys.read(other.sign(CLAIMS)) is None


def test_a_key_may_come_from_the_environment(tmp_path: Path) -> None:
    made = [
        OKPKey.generate_key("Ed25519", {"kid": kid, "use": "sig", "alg": "Ed25519"})
        for kid in ("new", "old")
    ]
    text = json.dumps({"keys": [each.as_dict(private=True) for each in made]})
    fixed = Keys(settings(tmp_path, signing_key=text))
    assert sorted(kids(fixed)) == ["new", "old"]
    assert not (tmp_path / "keys").exists()
    alone = Keys(settings(tmp_path, signing_key=json.dumps(made[0].as_dict(private=True))))
    assert alone.read(fixed.sign(CLAIMS))
    assert alone.session_secret() == fixed.session_secret()
    with pytest.raises(ConfigError, match="WORKOUT_SIGNING_KEY"):
        fixed.rotate()
    public = json.dumps(made[0].as_dict(private=False))
    for bad in ("x", "{}", "[]", '{"keys": []}', public):
        with pytest.raises(ConfigError, match="must be a private Ed25519 key"):
            Keys(settings(tmp_path, signing_key=bad))


def test_a_link_or_a_damaged_file_is_refused(tmp_path: Path, keys: Keys) -> None:
    folder = tmp_path / "keys"
    assert folder.stat().st_mode & 0o777 == 0o700
    (file,) = folder.glob("*.key.json")
    link = folder / "000000000000000001-x.key.json"
    link.symlink_to(file)
    with pytest.raises(ConfigError, match="cannot be used"):
        Keys(settings(tmp_path))
    link.unlink()
    file.write_text("{")
    with pytest.raises(ConfigError, match="damaged"):
        Keys(settings(tmp_path))


def test_a_running_server_goes_on_with_the_keys_that_it_knows(tmp_path: Path) -> None:
    with time_machine.travel(BEGIN, tick=False) as clock:
        keys = Keys(settings(tmp_path))
        token = keys.sign(CLAIMS)
        for file in (tmp_path / "keys").glob("*.key.json"):
            file.chmod(0o644)
        clock.shift(61)
        assert keys.read(token)
