"""Changing what was logged, as it is typed: a set, a workout, its text in an editor."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.processes import COMMAND, InProcess, Program
from tests.terminal import Terminal
from workout_core.db.backend import LocalBackend
from workout_core.db.embedded import EmbeddedDatabase
from workout_core.workouts.log_schemas import WorkoutLog

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def workout(tmp_path: Path, sqlite_path: Path) -> Program:
    return InProcess(tmp_path / "home", WORKOUT_DATABASE_URL=f"sqlite:///{sqlite_path}")


@pytest.fixture
def logged(workout: Program, sqlite_path: Path) -> Program:
    """A program with a workout of today: a bench press with a note, and a squat."""
    backend = LocalBackend(EmbeddedDatabase(sqlite_path))

    async def log(line: str) -> None:
        async with backend.services() as services:
            await services.log.add(WorkoutLog(text=line, timezone="UTC"))

    for line in ("bench 60x5w 100x5x2 // grip", "squat 140x3"):
        backend.run(log(line))
    backend.run(backend.close())
    return workout


@pytest.fixture
def editing(logged: Program) -> Callable[..., Terminal]:
    """`workout edit` in a terminal with a shell script for an editor; `code=N` ends what is seen."""

    def start(script: str, *words: str) -> Terminal:
        editor = logged.home / "editor"
        editor.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        editor.chmod(0o755)
        environment = logged.environment | {"VISUAL": str(editor), "NO_COLOR": "1", "TERM": "xterm"}
        shell = ["sh", "-c", 'trap : INT; "$@"; echo code=$?', "sh"]
        return Terminal([*shell, *COMMAND, "edit", *words], environment, logged.home)

    return start


def bench(workout: Program) -> Any:
    return workout("show", "last", "--json").json["exercise_executions"][0]


def drafts(workout: Program) -> list[Path]:
    return sorted((workout.home / "workout" / "drafts").glob("*"))


def test_a_set_is_changed_by_saying_it(logged: Program) -> None:
    before = bench(logged)["sets"]
    done = logged("edit", "bench:last", "102.5x5", "rpe9", "--json")
    after = done.json["exercise_executions"][0]["sets"]
    assert (after[2]["id"], after[2]["load_value"], after[2]["rpe"]) == (before[2]["id"], 102.5, 9)
    assert after[:2] == before[:2]
    assert done.errors == ["workout undo takes it back"]
    many = logged("edit", "bench:2", "100x5x2")
    assert (many.code, many.errors[0]) == (2, "workout: One set is to be changed, and this says 2")
    assert logged("edit", "bench:9", "100x5").code == 3
    assert logged("edit", "bench:2", "\udcff").code == 2


def test_a_workout_is_changed_by_options(logged: Program) -> None:
    before = logged("show", "last", "--json").json
    done = logged(
        *("edit", "last", "--name", "Push", "--on", "-2d", "--tag", "a", "--tag", "b"),
        *("--untag", "A", "--bodyweight", "80.5kg", "--note", "fine", "--json"),
    ).json
    assert (done["name"], done["tags"], done["note"]) == ("Push", ["b"], "fine")
    assert (done["bodyweight_value"], done["bodyweight_unit"]) == (80.5, "kg")
    assert done["started_at"][10:] == before["started_at"][10:]
    assert done["started_at"] < before["started_at"]
    assert (
        logged("edit", "last", "--at", "19:00", "--json").json["local_date"] == done["local_date"]
    )
    assert logged("edit", "last", "--name", "", "--json").json["name"] is None
    assert logged("edit", "last", "--at", "mon", "--on", "mon").code == 2
    assert logged("edit", "last", "--name", "\x1b[2J").code == 2


def test_a_text_is_printed_and_applied(logged: Program) -> None:
    text = logged("edit", "--print").out
    assert text.splitlines()[-2:] == [
        "Bench Press 60kgx5w 2x5@100kg // grip",
        "Squat 140kgx3",
    ]
    same = logged("edit", "--text", "-", stdin=text)
    assert (same.code, same.errors) == (0, ["nothing changed"])
    file = logged.home / "text"
    file.write_text(text.replace("140", "142.5"), encoding="utf-8")
    done = logged("edit", "--text", str(file), "--json").json
    assert done["workouts"][0]["exercise_executions"][1]["sets"][0]["load_value"] == 142.5
    wrong = logged("edit", "--text", "-", stdin=text.replace("140kgx3", "5x5"))
    assert wrong.code == 2
    assert wrong.errors[0].startswith("workout: line 9, column 7: 5x5 could be")
    for empty in ("", "# only this\n"):
        assert logged("edit", "--text", "-", stdin=empty).code == 1
    file.write_bytes(b"\xff\xfe")
    assert logged("edit", "--text", str(file)).code == 2
    assert logged("edit", "--text", str(logged.home / "none")).code == 2


def test_without_a_terminal_an_editor_is_refused(logged: Program) -> None:
    refused = logged("edit")
    assert refused.code == 2
    assert refused.errors == [
        "workout: There is no terminal for an editor here",
        "hint: --print prints the text, --text FILE applies one",
    ]


def test_what_is_edited_is_applied(logged: Program, editing: Callable[..., Terminal]) -> None:
    with editing("""cp "$1" seen; sed -i 's/140kgx3/145kgx3/' "$1" """) as terminal:
        seen = terminal.rest()
    assert "145 kg x 3" in seen
    assert seen.endswith("code=0\n")
    assert drafts(logged) == []
    comments = (logged.home / "seen").read_text(encoding="utf-8").splitlines()[:4]
    assert all(line.startswith("# ") and len(line) <= 90 for line in comments)


@pytest.mark.parametrize(
    ("script", "code", "told"),
    [
        ("true", 0, "nothing changed"),
        (': > "$1"', 1, "The text is empty"),
        ("exit 3", 2, "The editor ended with 3"),
        ('rm "$1"', 2, "cannot be read"),
    ],
)
def test_giving_up_changes_nothing(
    logged: Program, editing: Callable[..., Terminal], script: str, code: int, told: str
) -> None:
    before = logged("show", "last", "--json").json
    with editing(script) as terminal:
        seen = terminal.rest()
    assert told in seen
    assert seen.endswith(f"code={code}\n")
    assert logged("show", "last", "--json").json == before
    assert drafts(logged) == []


def test_a_mistake_opens_the_editor_again(
    logged: Program, editing: Callable[..., Terminal]
) -> None:
    script = """if [ -e again ]; then cp "$1" second; sed -i 's/140kgx/140kgx4/' "$1"
    else touch again; sed -i 's/140kgx3/140kgx/' "$1"; fi"""
    with editing(script) as terminal:
        told = terminal.until("[Enter]")
        terminal.send("\n")
        assert terminal.rest().endswith("code=0\n")
    assert re.search(r"workout: line 14, column \d+: ", told)
    second = (logged.home / "second").read_text(encoding="utf-8").splitlines()
    found = re.match(r"# line (\d+), column \d+: ", second[0])
    assert found
    assert second[int(found[1]) - 1] == "Squat 140kgx"
    assert "4" in logged("edit", "--print").out.splitlines()[-1]


def test_ctrl_c_keeps_the_draft(logged: Program, editing: Callable[..., Terminal]) -> None:
    before = logged("show", "last", "--json").json
    with editing("""sed -i 's/140kgx3/1kgx3/' "$1"; echo wait; sleep 60""") as terminal:
        terminal.until("wait")
        seen = terminal.interrupt()
    assert seen.endswith("code=130\n")
    (draft,) = drafts(logged)
    assert f"what you typed is in {draft}; --text FILE applies it" in seen
    assert "1kgx3" in draft.read_text(encoding="utf-8")
    assert logged("show", "last", "--json").json == before
    assert logged("edit", "--text", str(draft)).code == 0


def test_two_editors_at_once(logged: Program, editing: Callable[..., Terminal]) -> None:
    other = " ".join([*COMMAND, "edit", "bench:2", "105x5"])
    with editing(f"""sed -i 's/140kgx3/1kgx3/' "$1"; {other} >/dev/null 2>&1""") as terminal:
        seen = terminal.rest()
    assert "was changed meanwhile" in seen
    assert seen.endswith("code=5\n")
    assert seen.count("what you typed is in") == 1
    (draft,) = drafts(logged)
    assert "1kgx3" in draft.read_text(encoding="utf-8")
    assert [each["load_value"] for each in bench(logged)["sets"]] == [60, 105, 100]


def test_a_day_is_edited_as_a_whole(logged: Program, editing: Callable[..., Terminal]) -> None:
    assert logged("copy", "last").code == 0
    day = logged("show", "today", "--json").json["workouts"]
    with editing("""sed -i 's/140kgx3/145kgx3/' "$1" """, "today") as terminal:
        assert terminal.rest().endswith("code=0\n")
    after = logged("show", "today", "--json").json["workouts"]
    assert [each["id"] for each in after] == [each["id"] for each in day]
    loads = [each["exercise_executions"][1]["sets"][0]["load_value"] for each in after]
    assert loads == [145, 145]
    text = logged("edit", "today", "--print").out
    first, _, second = text.rpartition("145kgx3")
    wrong = logged(
        "edit", "today", "--text", "-", stdin=f"{first}5x5{second}".replace("145kg", "1kg")
    )
    assert (wrong.code, wrong.errors[0][:16]) == (2, "workout: line 21")
    assert logged("show", "today", "--json").json["workouts"] == after
    alone = text[: text.rindex("\n== ")].replace("145kg", "150kg")
    assert logged("edit", "today", "--text", "-", stdin=alone).code == 0
    assert logged("show", "today", "--json").json["workouts"][1] == after[1]
    assert logged("edit", "today", "--text", "-", stdin="== nothing\n").code == 2


def test_sets_exercises_and_workouts_are_taken_out(logged: Program) -> None:
    done = logged("rm", "bench:1", "bench:2", "squat", "--json").json
    assert done["removed"] == [
        "Bench Press: 60 kg x 5  warm-up",
        "Bench Press: 100 kg x 5",
        "Squat: 140 kg x 3",
    ]
    (left,) = done["workouts"][0]["exercise_executions"]
    assert [each["load_value"] for each in left["sets"]] == [100]
    assert logged("rm", "bench:1", "--json").json["workouts"][0]["exercise_executions"] == []
    assert logged("rm", "last").code == 0
    assert logged("history", "--json").json["total"] == 0
    assert logged("rm", "bench").code == 3


def test_nothing_is_taken_out_where_one_thing_is_not_there(logged: Program) -> None:
    for wrong in ("bench:4", "dip", "bench:0", "bench:x", "zzz", ":1"):
        assert logged("rm", "bench:1", wrong).code in (2, 3)
    assert len(bench(logged)["sets"]) == 3


def test_exercises_move_and_join(logged: Program) -> None:
    def order(*words: str) -> list[tuple[str, bool]]:
        found = logged(*words, "--json").json["exercise_executions"]
        return [(each["exercise"]["name"], bool(each["superset_group"])) for each in found]

    alone = [("Squat", False), ("Bench Press", False)]
    assert order("move", "squat", "--before", "bench") == alone
    assert order("move", "squat", "--after", "bench") == alone[::-1]
    assert order("move", "squat", "--first") == alone
    assert order("superset", "bench", "squat") == [("Squat", True), ("Bench Press", True)]
    assert order("superset", "bench", "squat", "--split") == alone
    assert logged("log", "row", "30x10", "--at", "-3d").code == 0
    assert order("move", "squat", "--to", "-3d") == [("One-Arm Row", False), ("Squat", False)]
    moved = logged("move", "-3d", "--to", "-2d", "--json").json
    assert logged("show", "-2d", "--json").json["workouts"][0]["id"] == moved["id"]
    assert logged("move", "bench").code == 2
    nowhere = logged("move", "bench", "--to", "-9d")
    assert (nowhere.code, nowhere.errors[2][:23]) == (3, "hint: workout log --on ")


@pytest.mark.parametrize(
    "text", ["[red]x[/]", "x" * 10_000, "a // b", "# no comment", "name: x", "-20kg"]
)
def test_any_note_is_kept_as_it_was_typed(logged: Program, text: str) -> None:
    assert logged("note", text).code == 0
    assert logged("note", text, "--of", "bench", "--replace").code == 0
    assert logged("note", text, "--of", "bench:2").code == 0
    found = logged("show", "last", "--json").json
    execution = found["exercise_executions"][0]
    notes = (found["note"], execution["note"], execution["sets"][1]["note"])
    assert notes == (text, text, text)
    printed = logged("edit", "--print").out
    assert logged("edit", "--text", "-", stdin=printed).errors == ["nothing changed"]


@pytest.mark.parametrize("text", ["\x1b[2J", "\u202ex", "\udcff", "x" * 10_001])
def test_a_note_that_is_a_trick_is_refused(logged: Program, text: str) -> None:
    for of in ((), ("--of", "bench"), ("--of", "bench:1")):
        refused = logged("note", text, *of)
        assert refused.code == 2
        assert "\x1b" not in refused.err
    assert logged("show", "last", "--json").json["note"] is None


def test_tags_come_and_go(logged: Program) -> None:
    assert logged("tag", "heavy", "a, b", "--json").json["tags"] == ["heavy", "a, b"]
    assert logged("tag", "Heavy", "--json").json["tags"] == ["heavy", "a, b"]
    assert logged("tag", "HEAVY", "--remove", "--json").json["tags"] == ["a, b"]
    assert logged("tag", " ").code == 2


@pytest.mark.parametrize(
    "words",
    [
        ("edit", "bench:2", "100x5"),
        ("edit", "--note", ""),
        ("move", "bench", "--first"),
        ("move", "bench:1", "--first"),
        ("move", "last", "--to", "today"),
        ("tag", "--remove", "heavy"),
        ("note", "grip", "--of", "bench", "--replace"),
        ("superset", "bench", "--split"),
    ],
)
def test_what_changes_nothing_is_not_to_be_undone(logged: Program, words: tuple[str, ...]) -> None:
    """Undoing would take back what was changed before."""
    done = logged(*words)
    assert (done.code, done.errors[0]) == (0, "nothing changed")
    assert logged("undo", "--json").json["items"][0]["summary"].startswith("logged Squat")


@pytest.mark.parametrize(
    "words",
    [
        ("last", "--name", "Push", "--text", "-"),
        ("last", "--tag", "a", "--print"),
        ("bench:2", "90x5", "--name", "Push"),
        ("bench:2", "90x5", "--text", "-"),
    ],
)
def test_nothing_that_is_asked_is_left_out(logged: Program, words: tuple[str, ...]) -> None:
    refused = logged("edit", *words, stdin="bench 100x5")
    assert (refused.code, refused.out) == (2, "")
    assert refused.errors[0].endswith("each go alone")


def test_the_open_workout_is_edited_before_a_later_one(logged: Program) -> None:
    assert logged("start", "Pull", "--at", "-2h").code == 0
    assert logged("edit", "--print", "--json").json["text"].startswith("name: Pull\n")
    assert logged("edit", "--tag", "a", "--json").json["name"] == "Pull"
