"""Settings: read, written where they stand, and every mistake told with its line."""

from __future__ import annotations

import os
import stat
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.test_errors_storage import BOUND, bound
from tests.processes import Ended, Program
from workout_cli.main import run
from workout_core.config import KEYS, config_path, load_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Ended]

FILE = """# mine
  unit = 'kg'   # as the plates say
"color"="never"

backups = 3
"""


@pytest.fixture
def workout(capsys: Any) -> Call:
    def call(*words: str) -> Ended:
        code = run(list(words))
        shown = capsys.readouterr()
        return Ended(code, shown.out, shown.err)

    return call


@pytest.fixture
def file() -> Path:
    """The configuration file, which is not there yet."""
    return config_path(os.environ)


def filed(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())


def refused(end: Ended, message: str, hint: str = "") -> None:
    assert (end.code, end.out) == (2, ""), end
    assert message in end.errors[0]
    assert len(end.errors[0]) < 300
    assert hint in end.errors[1]
    assert end.errors[1].startswith("hint: ")


def test_there_are_few_keys() -> None:
    assert len(KEYS) < 25


def test_a_setting_is_set_got_and_unset(workout: Call, file: Path) -> None:
    assert workout("config", "get", "unit").out == ""
    assert workout("config", "set", "unit", "lb").out == "unit: lb\n"
    assert workout("config", "get", "unit").out == "lb\n"
    assert workout("config", "get", "unit", "--json").json["origin"] == "file"
    assert workout("config", "set", "backups", "30").code == 0
    assert workout("config", "get", "backups", "--json").json["value"] == 30
    assert file.read_text() == 'unit = "lb"\nbackups = 30\n'
    assert workout("config", "unset", "unit").code == 0
    assert workout("config", "unset", "unit").code == 0
    assert file.read_text() == "backups = 30\n"
    assert workout("config", "set", "backups", "--json", "31").json["value"] == 31
    assert workout("config", "set", "--format", "json", "backups", "32").json["value"] == 32


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_the_file_is_its_owners_alone(workout: Call, file: Path) -> None:
    workout("config", "set", "unit", "lb")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    file.chmod(0o644)
    workout("config", "set", "unit", "kg")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_all_else_stays_as_it_is(workout: Call, file: Path, end: str) -> None:
    filed(file, FILE.replace("\n", end))
    assert workout("config", "set", "unit", "lb").code == 0
    assert workout("config", "set", "color", "always").code == 0
    assert workout("config", "set", "backups", "0").code == 0
    assert workout("config", "set", "timezone", "Europe/Berlin").code == 0
    expected = (
        FILE.replace("'kg'", '"lb"').replace("never", "always").replace("= 3", "= 0")
        + 'timezone = "Europe/Berlin"\n'
    )
    assert file.read_bytes().decode() == expected.replace("\n", end)
    assert workout("config", "unset", "unit").code == 0
    without = expected.replace('  unit = "lb"   # as the plates say\n', "")
    assert file.read_bytes().decode() == without.replace("\n", end)


def test_a_last_line_without_an_end(workout: Call, file: Path) -> None:
    filed(file, "unit = 'kg'")
    assert workout("config", "set", "backups", "1").code == 0
    assert file.read_text() == "unit = 'kg'\nbackups = 1\n"


@pytest.mark.parametrize(
    "text", ['unit = """\nkg"""\n', '"un\\u0069t" = "kg"\n', "color = '''\nunit = 'kg'\n'''\n"]
)
def test_what_stands_in_an_unusual_way_is_left_to_its_owner(
    workout: Call, file: Path, text: str
) -> None:
    filed(file, text)
    end = workout("config", "set", "unit", "lb")
    assert end.code == 2
    assert "config edit" in end.err
    assert file.read_text() == text


@pytest.mark.parametrize(
    ("key", "value", "message", "hint"),
    [
        ("unti", "kg", "no setting 'unti'", "unit"),
        ("token", "wop_x", "no setting 'token'", "WORKOUT_TOKEN"),
        ("unit", "stone", "kg or lb", "kg"),
        ("backups", "1x", "whole number from 0 to 366", "0"),
        ("backups", "-1", "whole number from 0 to 366, and is '-1'", "0"),
        ("unit", "-o", "requires an argument", ""),
        ("unit", "--kilograms", "must be kg or lb, and is '--kilograms'", "kg"),
        ("timezone", "-1h", "'-1h' is not a time zone", "Europe/Berlin"),
        ("backups", "367", "whole number", "0"),
        ("backups", "9" * 5000, "whole number", "0"),
        ("timezone", "Europe/Berlim", "not a time zone", "Europe/Berlin"),
        ("database_url", "mysql://x", "must begin with", "sqlite"),
        ("server_url", "ftp://x", "address of a server", "http://"),
        ("timezone", "a\nunit = 'lb'", "hidden", "--help"),
        ("database_url", "sqlite:////tmp/\x1b[31m.db", "hidden", "--help"),
        ("unit", "", "must be", "kg"),
        ("plates_kg", "25x4 abc", "plates_kg: 'abc' is no plate", "25x4 20"),
        ("plates_lb", " ", "plates_lb: A kit has 1 to 12", "25 20"),
    ],
)
def test_what_cannot_be_is_not_written(
    workout: Call, file: Path, key: str, value: str, message: str, hint: str
) -> None:
    refused(workout("config", "set", key, value), message, hint)
    assert not file.exists()


@pytest.mark.parametrize("value", ['sqlite:////tmp/"quoted"#\\.db', "sqlite:////tmp/Gewichte-ü.db"])
def test_any_text_is_read_as_it_was_written(workout: Call, file: Path, value: str) -> None:
    assert workout("config", "set", "database_url", value).code == 0
    assert tomllib.loads(file.read_text(encoding="utf-8")) == {"database_url": value}
    assert load_settings().database_url == value


def test_a_password_is_not_shown(workout: Call) -> None:
    url = "postgresql+psycopg://me:s3/cr@et@127.0.0.1/x?password=s3/cr@et"
    for words in (
        ("set", "database_url", url),
        ("get", "database_url"),
        ("get", "database_url", "--json"),
        ("list", "--format", "csv"),
    ):
        end = workout("config", *words)
        assert end.code == 0
        assert "***" in end.out
        assert "s3" not in end.out + end.err


def test_the_environment_wins_and_is_told(workout: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKOUT_BACKUPS", "2")
    assert "WORKOUT_BACKUPS is set" in workout("config", "set", "backups", "5").err
    assert workout("config", "get", "backups").out == "2\n"
    monkeypatch.setenv("WORKOUT_BACKUPS", "many")
    refused(workout("config", "get", "backups"), "WORKOUT_BACKUPS must be a whole number")


def test_every_mistake_is_told_with_its_line(workout: Call, file: Path) -> None:
    filed(
        file,
        "unti = 'kg'\n\ncolor = 'pink' # so\nbackups = true\ntimezone = 'Mars'\nplates_kg = 'x'\n[unit]\n",
    )
    end = workout("config", "validate", "--json")
    assert end.code == 2
    assert [each["line"] for each in end.json["items"]] == [1, 3, 4, 5, 6, 7]
    told = workout("config", "validate")
    assert told.code == 2
    assert "line 1: has an unknown key, 'unti'\n    hint: unit\n" in told.out
    refused(workout("config", "list"), "unknown key", "unit")


@pytest.mark.parametrize("text", ["unit = ", "unit = 'kg'\nunit = 'lb'", "a b c", "\ufeff\x00"])
def test_what_is_no_toml_is_told_and_kept(workout: Call, file: Path, text: str) -> None:
    filed(file, text)
    end = workout("config", "validate", "--json")
    assert (end.code, end.json["total"]) == (2, 1)
    assert end.json["items"][0]["line"]
    refused(workout("config", "set", "unit", "lb"), "cannot be read", "config edit")
    assert file.read_text() == text


def test_a_file_that_is_well_or_not_there(workout: Call, file: Path) -> None:
    assert "is not there" in workout("config", "validate").out
    filed(file, FILE)
    end = workout("config", "validate")
    assert (end.code, "as it should be" in end.out) == (0, True)


def test_the_editor_gets_the_file(
    workout: Call, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "false")
    monkeypatch.setenv("VISUAL", "sed -i -e 's/^# unit =.*/unit = \"stone\"/'")
    end = workout("config", "edit")
    assert (end.code, "unit must be kg or lb" in end.out) == (2, True)
    assert 'unit = "stone"' in file.read_text()
    assert all(f"# {key.name} =\n" in file.read_text() for key in KEYS if key.name != "unit")
    monkeypatch.setenv("VISUAL", "sed -i -e s/stone/lb/")
    assert workout("config", "edit").code == 0
    assert workout("config", "get", "unit").out == "lb\n"


@pytest.mark.parametrize("editor", ["false", "/no/such/editor", "'"])
def test_an_editor_that_fails(workout: Call, editor: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", editor)
    refused(workout("config", "edit"), "editor")


def test_a_link_stays_one(workout: Call, file: Path, tmp_path: Path) -> None:
    target = tmp_path / "dotfiles.toml"
    target.write_text("unit = 'kg'\n")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.symlink_to(target)
    assert workout("config", "set", "unit", "lb").code == 0
    assert file.is_symlink()
    assert target.read_text() == 'unit = "lb"\n'


@bound
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    program = Program(tmp_path / "home")
    folder = tmp_path / "home" / "workout"
    folder.mkdir()
    folder.chmod(0o555)
    refused(program("config", "set", "unit", "lb", before=BOUND), "cannot be written")
    assert list(folder.iterdir()) == []
