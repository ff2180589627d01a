"""`workout attach`: files in and out, and what is refused before anything is attached."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest

from tests.core.attaching import CSV, JPEG
from workout_cli.main import run
from workout_cli.views.attachments import size_text

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sqlite_path: Path) -> Path:
    """A folder with files, and a workout that they may be of."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("WORKOUT_DATABASE_URL", f"sqlite:///{sqlite_path}")
    monkeypatch.setenv("WORKOUT_BACKUPS", "0")
    (folder / "a.jpg").write_bytes(JPEG)
    (folder / "old.csv").write_bytes(CSV)
    assert run(["log", "bench", "100x5", "--at", "2026-01-05 18:00"]) == 0
    return folder


def told(capsys: Any, *words: str, code: int = 0) -> tuple[str, list[str]]:
    capsys.readouterr()
    assert run(["attach", *words]) == code
    shown = capsys.readouterr()
    return shown.out, shown.err.splitlines()


def listed(capsys: Any, *words: str) -> list[str]:
    out, _ = told(capsys, "--list", *words, "--json")
    return [each["name"] for each in json.loads(out)["items"]]


def test_files_go_in_come_out_and_are_removed(here: Path, capsys: Any) -> None:
    out, err = told(capsys, "a.jpg", "old.csv", "--json")
    assert [each["media_type"] for each in json.loads(out)["items"]] == ["image/jpeg", "text/csv"]
    assert err == ["workout undo takes it back"]
    told(capsys, "a.jpg", "--exercise", "bench")
    assert listed(capsys) == ["a.jpg", "old.csv", "a.jpg"]
    assert listed(capsys, "2026-01-05") == listed(capsys, "--to", "last") == ["a.jpg", "old.csv"]
    assert listed(capsys, "--exercise", "bench") == ["a.jpg"]
    (here / "old.csv").unlink()
    _, err = told(capsys, "--get", "old.csv")
    assert err == ["old.csv is in old.csv"]
    assert (here / "old.csv").read_bytes() == CSV
    _, err = told(capsys, "--get", "old.csv", code=5)
    assert err == ["workout: old.csv is there already", "hint: -o says another name"]
    told(capsys, "--get", "old.csv", "-o", "new.csv")
    assert (here / "new.csv").read_bytes() == CSV
    told(capsys, "--remove", "old.csv")
    assert listed(capsys, "last") == ["a.jpg"]
    _, err = told(capsys, "--get", "a.jpg", code=3)
    assert err[0] == "workout: More than one file is called 'a.jpg'"


def test_what_cannot_be_attached_is_refused_in_a_line_and_a_hint(here: Path, capsys: Any) -> None:
    (here / "empty.jpg").touch()
    (here / "link.jpg").symlink_to("a.jpg")
    (here / "program").write_bytes(b"\x7fELF\2\1\1\0")
    os.mkfifo(here / "pipe.jpg")
    refused = {"nothing.jpg": 3, "empty.jpg": 2, "link.jpg": 2, "program": 2, "pipe.jpg": 2, ".": 2}
    for name, code in refused.items():
        _, err = told(capsys, "a.jpg", name, code=code)
        assert [each.partition(":")[0] for each in err] == ["workout", "hint"]
    assert listed(capsys) == []


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("a.jpg", "--get", "a.jpg"),
        ("--list", "--remove", "a.jpg"),
        ("a.jpg", "-o", "b.jpg"),
        ("a.jpg", "--to", "last", "--exercise", "bench"),
        ("--list", "last", "--to", "last"),
    ],
    ids=" ".join,
)
def test_what_contradicts_itself_is_refused(words: tuple[str, ...], capsys: Any) -> None:
    told(capsys, *words, code=2)


def test_a_limit_of_the_settings_holds(
    here: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKOUT_ATTACHMENT_MIB", "1")
    (here / "a.jpg").write_bytes(JPEG + bytes(1 << 20))
    _, err = told(capsys, "a.jpg", code=2)
    assert err[0] == "workout: a.jpg is larger than 1 MiB"


@pytest.mark.parametrize(
    ("count", "text"),
    [(7, "7 B"), (999, "999 B"), (1234, "1.2 kB"), (45_600, "46 kB"), (999_999, "1.0 MB")],
)
def test_sizes_are_told_as_people_say_them(count: int, text: str) -> None:
    assert size_text(count) == text
    assert size_text(45 * 10**9) == "45 GB"
