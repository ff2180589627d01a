"""Time zones: by name, the machine's, and what is none."""

from __future__ import annotations

import os
import subprocess
import sys
import warnings
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workout_core import zones
from workout_core.errors import InvalidError
from workout_core.zones import local_zone

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = date(2026, 11, 20)  # a Friday
BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 20, 19, 5, 30, tzinfo=BERLIN)


def outcome(parse: Callable[..., object], *arguments: object) -> object:
    try:
        return parse(*arguments)
    except InvalidError as error:
        return error


def told(error: object) -> bool:
    return isinstance(error, InvalidError) and bool(error.hints) and "\n" not in error.message


def test_a_zone_by_its_name() -> None:
    assert local_zone("Europe/Berlin") is BERLIN
    assert local_zone("UTC") == ZoneInfo("UTC")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Europe/Berln", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("Berlin", "Europe/Berlin"),
        ("new york", "America/New_York"),
        ("America", "UTC"),
        ("", "UTC"),
        ("../../etc/passwd", "UTC"),
        ("/etc/localtime", "UTC"),
        ("posix/Europe/Berlin", "Europe/Berlin"),
        ("right/UTC", "UTC"),
        ("localtime", "UTC"),
        ("zone.tab", "UTC"),
        ("\0", "UTC"),
        ("\ud800", "UTC"),
        ("x" * 100_000, "UTC"),
    ],
)
def test_an_unknown_zone_names_the_nearest(name: str, hint: str) -> None:
    with pytest.raises(InvalidError, match="is not a time zone") as caught:
        local_zone(name)
    assert len(caught.value.message) < 200
    if hint != "UTC":
        assert hint in caught.value.hints
    assert caught.value.hints


@settings(max_examples=settings().max_examples // 4)  # each looks among all names for the nearest
@given(st.text() | st.from_regex(zones.IANA, fullmatch=True))
def test_any_name_is_a_zone_or_a_known_error(name: str) -> None:
    found = outcome(local_zone, name)
    assert isinstance(found, ZoneInfo) or told(found)
    assert zones.known_zone(name) == (found if isinstance(found, ZoneInfo) else None)


def test_every_iana_name_is_known() -> None:
    for name in available_timezones() - {"localtime"}:
        assert local_zone(name).key == name


def machine_zone(tz: str | None) -> str:
    """What a process with that setting takes for the machine's zone, with nothing said on stderr."""
    program = "from workout_core.zones import local_zone; print(local_zone(None).key)"
    kept = {name: value for name, value in os.environ.items() if name != "TZ"}
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        env=kept if tz is None else kept | {"TZ": tz},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stderr == ""
    return ran.stdout.strip()


@pytest.mark.parametrize(
    "tz", ["Europe/Berlin", ":Europe/Berlin", "/usr/share/zoneinfo/Europe/Berlin"]
)
def test_the_zone_of_the_machine(tz: str) -> None:
    assert machine_zone(tz) == "Europe/Berlin"


@pytest.mark.parametrize(
    "tz", [None, "", ":", "garbage", "CET-1CEST,M3.5.0,M10.5.0", "/nowhere", "../x"]
)
def test_a_machine_set_up_badly_has_a_zone_too(tz: str | None) -> None:
    assert ZoneInfo(machine_zone(tz))


def without_link(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that does not tell its zone by a link."""
    monkeypatch.delenv("TZ", raising=False)
    monkeypatch.setattr(zones, "LOCALTIME", Path("/nowhere/localtime"))


@pytest.mark.parametrize("error", [LookupError, OSError, UnicodeError])
def test_a_machine_that_cannot_tell_is_in_utc(
    monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def fails() -> str:
        raise error("conflicting configurations")

    without_link(monkeypatch)
    monkeypatch.setattr("tzlocal.get_localzone_name", fails)
    assert local_zone(None).key == "UTC"


def test_what_is_said_about_a_machine_is_not_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def warns() -> str:
        warnings.warn("conflicting configurations", stacklevel=1)
        return "Europe/Berlin"

    without_link(monkeypatch)
    monkeypatch.setattr("tzlocal.get_localzone_name", warns)
    assert local_zone(None) is BERLIN


@pytest.mark.parametrize("name", [None, "", "Not/AZone", "../../etc/passwd", "Europe"])
def test_a_machine_that_names_no_zone_is_in_utc(
    monkeypatch: pytest.MonkeyPatch, name: str | None
) -> None:
    without_link(monkeypatch)
    monkeypatch.setattr("tzlocal.get_localzone_name", lambda: name)
    assert local_zone(None).key == "UTC"


def test_a_machine_without_time_zones_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zones, "available_timezones", set)
    with pytest.raises(InvalidError, match="no time zones"):
        local_zone("Europe/Nowhere")
