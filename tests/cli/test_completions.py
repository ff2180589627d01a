"""Completion: real shells, with the scripts that are checked in."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.cli.shells import (
    COMPLETIONS,
    COUNTS_FAULTS,
    KNOWN,
    MUST_BE_HERE,
    SHELLS,
    Shell,
    absent,
    installed,
)
from workout_cli.completion import FILES, MAKERS, script
from workout_cli.main import app, run
from workout_cli.spec import EXERCISES, every, spec
from workout_core.exercises import cache, catalogue
from workout_core.exercises.names import NameIndex

TREE = spec(app)
NAMES = ("zercher", "barbell-bench-press", "bench", "bench-dip", "squat")
EVIL = "two $(touch evil) `touch evil` words"


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest, tmp_path: Path) -> Shell:
    """Each shell in turn, in a folder with a few files, with a few names of exercises."""
    return _shell(str(request.param), tmp_path)


def _shell(name: str, tmp_path: Path, script: Path | None = None) -> Shell:
    folder = tmp_path / "home"
    folder.mkdir()
    for file in ("strong.csv", "two words.csv"):
        (folder / file).touch()
    assert cache.write_names(cache.names_path(), [*NAMES, EVIL])
    return Shell(name, folder, script)


@pytest.mark.parametrize("name", list(MAKERS))
def test_scripts_that_are_checked_in_are_current(name: str) -> None:
    for shell, file in FILES.items():
        if shell == name:
            found = (COMPLETIONS / file).read_text(encoding="utf-8")
            assert found == script(shell, TREE), "run python -m workout_cli.completion"


@pytest.mark.parametrize("name", list(FILES))
def test_command_prints_the_script(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["completions", name]) == 0
    printed = capsys.readouterr()
    assert printed.out in [script(shell, TREE) for shell in FILES if shell == name]
    assert not printed.err


def test_unknown_shell_is_told_the_choices(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["completions", "tcsh"]) == 2
    printed = capsys.readouterr()
    assert not printed.out
    assert all(name in printed.err for name in FILES)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("workout ", {each["name"] for each in TREE["commands"]}),
        ("workout hist", {"history"}),
        ("workout nonsense ", set()),
        (
            "workout exercise ",
            {"find", "list", "show", "add", "edit", "alias", "hide", "merge", "rm"},
        ),
        ("workout exercise l", {"list"}),
        ("workout config ", {"path", "list", "get", "set", "unset", "edit", "validate"}),
        ("workout history --for", {"--format"}),
        ("workout exercise list --o", {"--own", "--output"}),
        ("workout exercise list --cat", {"--category", "--catalogue"}),
        ("workout --col", {"--color"}),
        ("workout --color ", {"auto", "always", "never"}),
        ("workout --color never hist", {"history"}),
        ("workout log --unit ", {"kg", "lb"}),
        ("workout exercise list --muscle tri", {"triceps"}),
        ("workout completions ", set(FILES)),
        ("workout log b", {"barbell-bench-press", "bench", "bench-dip"}),
        ("workout log bench", {"bench", "bench-dip"}),
        ("workout log --at 18:30 --unit kg benc", {"bench", "bench-dip"}),
        ("workout log --at 'yesterday 18:30' benc", {"bench", "bench-dip"}),
        ("workout log bench 5x5@100kg benc", set()),
        ("workout log nonsense", set()),
        ("workout log bench 5x5@100kg + benc", {"bench", "bench-dip"}),
        ("workout log bench 5x5@100kg --at -1d + squ", {"squat"}),
        ("workout log bench 100x5 + squat 100x5 squ", set()),
        ("workout note + squ", set()),
        ("workout body log wai", {"waist"}),
        ("workout body rm ", {"last"}),
        ("workout exercise show squ", {"squat"}),
        ("workout exercise add squ", set()),
        ("workout last squ", {"squat"}),
        ("workout rm squ", {"squat"}),
        ("workout edit squ", {"squat"}),
        ("workout superset zer", {"zercher"}),
        ("workout history --exercise squ", {"squat"}),
        ("workout history --on ", {"today", "yesterday"}),
        ("workout rm squat --in ", {"last", "open", "today", "yesterday"}),
        ("workout show ", {"last", "open", "today", "yesterday"}),
        ("workout copy y", {"yesterday"}),
        ("workout config set t", {"theme", "timezone"}),
        ("workout schema Export", {"ExportRead", "ExportedExercise"}),
        ("workout help exit", {"exit-codes"}),
    ],
)
def test_tab_offers(shell: Shell, line: str, expected: set[str]) -> None:
    offer = shell.offer(line)
    assert set(offer.words) == expected
    assert offer.faults == 0, "TAB started a process"


def test_value_after_an_equals_sign(shell: Shell) -> None:
    words = shell.offer("workout history --format=js").words
    assert {word.removeprefix("--format=") for word in words} == {"json", "jsonl"}


def test_names_keep_their_order(shell: Shell) -> None:
    assert shell.offer("workout log ").words[: len(NAMES)] == list(NAMES)


@pytest.mark.parametrize("name", [each for each in SHELLS if each != "fish"])
@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("workout log barb", "workout log barbell-bench-press "),
        ("workout hist", "workout history "),
        ("workout history --format=jsonl", "workout history --format=jsonl "),
        ("workout import str", "workout import strong.csv "),
        ("workout import tw", r"workout import two\ words.csv "),
        ("workout history -o str", "workout history -o strong.csv "),
        ("workout history --output=str", "workout history --output=strong.csv "),
        ("workout today str", "workout today str"),
    ],
)
def test_tab_completes_the_line(name: str, line: str, left: str, tmp_path: Path) -> None:
    assert _shell(name, tmp_path).typed(line) == left


if "fish" in SHELLS:

    def test_files_where_a_file_is_wanted(tmp_path: Path) -> None:
        shell = _shell("fish", tmp_path)
        assert shell.offer("workout import ").words == ["strong.csv", "two words.csv"]
        assert shell.offer("workout history -o str").words == ["strong.csv"]
        assert shell.offer("workout today ").words == []


def test_a_name_is_data(shell: Shell) -> None:
    """One with blanks is one word, and what looks like a command is never run."""
    offer = shell.offer("workout log two")
    assert [word.replace("\\", "") for word in offer.words] == [EVIL]
    assert not (shell.folder / "evil").exists()


def test_no_names_without_the_file(shell: Shell) -> None:
    cache.names_path().unlink()
    assert not [word for word in shell.offer("workout log ").words if not word.startswith("-")]


if COUNTS_FAULTS:

    @pytest.mark.parametrize("name", SHELLS)
    def test_a_process_would_be_noticed(name: str, tmp_path: Path) -> None:
        """The measure of `test_tab_offers` holds: a script that starts a process on TAB has faults."""
        file = {"bash": "workout.bash", "zsh": "_workout", "fish": "workout.fish"}[name]
        text = (COMPLETIONS / file).read_text(encoding="utf-8")
        function = "function __workout_names\n" if name == "fish" else "_workout_names() {\n"
        assert function in text
        slow = tmp_path / "slow"
        slow.write_text(text.replace(function, f"{function}    /bin/sh -c :\n"))
        assert _shell(name, tmp_path, slow).offer("workout log ben").faults > 0


def test_shells_that_must_be_here_are() -> None:
    assert set(MUST_BE_HERE) <= set(KNOWN)
    assert not absent(*MUST_BE_HERE), absent(*MUST_BE_HERE)


@pytest.mark.parametrize("name", KNOWN)
def test_missing_shell_is_named(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(AssertionError, match=f"apt-get install {name}"):
        _shell(name, tmp_path)
    assert absent(*KNOWN).endswith("apt-get install bash zsh fish")


def test_a_bash_that_is_too_old_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = installed("bash")
    old = tmp_path / "bash"
    old.write_text("#!/bin/sh\necho 3 2\n")
    old.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    assert installed("bash") == newer
    monkeypatch.setenv("PATH", str(tmp_path))
    assert installed("bash") is None


def test_powershell_script_holds_the_tree() -> None:
    """There is no PowerShell to ask: the script is whole, and holds every word."""
    text = script("powershell", TREE)
    bare = re.sub(r"^\s*#.*$|'(?:[^'\n]|'')*'|\"[^\"\n]*\"", "", text, flags=re.MULTILINE)
    assert "'" not in bare
    for opening, closing in ("()", "{}", "[]"):
        assert bare.count(opening) == bare.count(closing)
    for path, command in every(TREE):
        assert f"'{' '.join(path)}' = @{{" in text
        for option in command["options"]:
            for word in (*option["names"], *option["off_names"], *option["choices"]):
                assert f"'{word}'" in text


def test_arguments_that_are_exercises_exist() -> None:
    found = {
        (" ".join(path), argument["name"])
        for path, command in every(TREE)
        for argument in command["arguments"]
    }
    assert found >= EXERCISES


# The file of names.


def test_names_of_the_catalogue_find_their_exercises() -> None:
    names = cache.shell_names(catalogue.exercises())
    assert {"bench", "barbell-bench-press", "squat"} < set(names)
    index = NameIndex()
    assert [name for name in names if index.find(name) is None] == []
    assert [name for name in names if re.search(r"[\s'\"$`\\*?()&;|<>]", name)] == []


def test_own_names_come_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["exercise", "add", "Zercher Squat of Mine", "--alias", "zq", "--alias", "z q"]) == 0
    names = cache.names_path().read_text().splitlines()
    assert names[:2] == ["zercher-squat-of-mine", "zq"]
    assert "bench" in names
    capsys.readouterr()


def test_import_adds_its_exercises(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "strong.csv"
    file.write_text(
        "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
        '2025-11-03 18:00:00,"Push",1h,"Wobble Lift",1,100,5,0,0,"","",\n'
    )
    assert run(["import", str(file), "--unit", "kg", "--dry-run"]) == 0
    assert not cache.names_path().exists()
    assert run(["import", str(file), "--unit", "kg"]) == 0
    assert "wobble-lift" in cache.names_path().read_text().splitlines()
    capsys.readouterr()


@pytest.mark.parametrize("words", [["completions", "bash"], ["exercise", "list"]])
def test_absent_and_old_files_are_made_anew(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = cache.names_path()
    assert run(words) == 0
    assert "bench" in path.read_text().splitlines()
    assert cache.is_current(path)
    path.write_text("old\n")
    os.utime(path, (1, 1))
    assert run(words) == 0
    assert "old" not in path.read_text().splitlines()
    path.write_text("kept\n")
    os.utime(path, (cache.CATALOGUE.stat().st_mtime,) * 2)
    assert run(words) == 0
    assert path.read_text() == "kept\n"
    capsys.readouterr()


def test_without_a_server_the_catalogue_is_offered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WORKOUT_SERVER_URL", "http://127.0.0.1:9")
    assert run(["completions", "bash"]) == 0
    path = cache.names_path()
    assert "bench" in path.read_text().splitlines()
    assert not cache.is_current(path), "so that the user's own names are asked for again"
    capsys.readouterr()


def test_a_cache_that_cannot_be_written_fails_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert run(["exercise", "add", "Zercher Squat of Mine"]) == 0
    assert not capsys.readouterr().err


def test_write_is_atomic_private_and_lazy(tmp_path: Path) -> None:
    path = tmp_path / "new" / "exercises.txt"
    assert cache.write_names(path, ["bench", "squat"])
    assert path.read_bytes() == b"bench\nsquat\n"
    assert path.stat().st_mode & 0o777 == 0o600
    before = path.stat().st_ino
    assert cache.write_names(path, ["bench", "squat"])
    assert path.stat().st_ino == before
    assert cache.write_names(path, ["squat"])
    assert path.read_bytes() == b"squat\n"
    assert path.stat().st_ino != before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_write_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "exercises.txt"
    assert cache.write_names(path, ["bench"])

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert not cache.write_names(path, ["squat"])
    assert path.read_bytes() == b"bench\n"
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
