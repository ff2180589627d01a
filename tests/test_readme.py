"""What README.md promises happens: its sessions are run, and its shell scripts can be read."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Final

import pytest

from tests.sessions import blocks, check, matches, normalised, steps

README: Final = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
SESSIONS: Final = [
    pytest.param(text, id=f"line {line}") for line, text in blocks(README, "console")
]
SCRIPTS: Final = [pytest.param(text, id=f"line {line}") for line, text in blocks(README, "sh")]


def test_readme_has_sessions() -> None:
    assert SESSIONS


@pytest.mark.parametrize("session", SESSIONS)
def test_session_of_the_readme(session: str, tmp_path: Path) -> None:
    check(session, tmp_path)


def test_an_evening_is_shown_from_start_to_finish() -> None:
    evening = ("start", "last", "log", "rest", "prompt", "edit", "undo", "finish", "history")
    typed = [
        [step.command.split()[1] for step in steps(text)] for _, text in blocks(README, "console")
    ]
    assert any(set(evening) <= set(commands) for commands in typed)


@pytest.mark.parametrize("text", SCRIPTS)
def test_script_of_the_readme_can_be_read(text: str) -> None:
    _read_by_bash(text)


def _read_by_bash(text: str) -> None:
    done = subprocess.run(["bash", "-n"], input=text, text=True, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


# The harness itself.

GOOD = """$ printf 'one\\ntwo\\nthree\\n'
one
two
three
"""


@pytest.mark.parametrize(
    "session",
    [
        GOOD,
        GOOD.replace("two", "…", 2).replace("…", "two", 1),
        GOOD.replace("\none\ntwo\nthree\n", "\n…\n"),
        GOOD.replace("\none\n", "\n…\none\n"),
        GOOD.replace("three\n", "t…e\n", 2).replace("t…e", "three", 1),
        "$ true\n",
        "$ true\n\n$ echo yes\nyes\n",
        "$ cd /\n$ here=there\n$ echo $PWD $here\n/ there\n",
        "$ cat > plan.txt <<'EOF'\n> squat 5x5\n>\n> bench 5x5\n> EOF\n$ cat plan.txt\nsquat 5x5\n\nbench 5x5\n",
        "$ echo never >&2\nnever\n",
        "$ test -t 0 && test -t 1 && stty size\n200 80\n",
        "$ echo $NO_COLOR $TZ ~ $PWD\n1 UTC /home/you /home/you/training\n",
        "$ ls -A ~ .\n…\n",
        "$ command -v workout\n…/bin/workout\n",
        "$ echo 0123abcd at 2025-11-03 18:30, Mon 3 Nov 2025\nfedc3210 at 2026-01-02 09:05, Fri 12 Dec 2026\n",
    ],
)
def test_session_that_keeps_its_word(session: str, tmp_path: Path) -> None:
    check(session, tmp_path)


@pytest.mark.parametrize(
    "session",
    [
        GOOD.replace("\ntwo\n", "\n2\n"),
        GOOD.replace("\ntwo\n", "\n"),
        GOOD.replace("\nthree\n", "\n"),
        GOOD + "four\n",
        GOOD.replace("\none\n", "\none\n\n"),
        GOOD.replace("\ntwo\n", "\nt…x\n"),
        GOOD.replace("\ntwo\n", "\n…\nfour\n"),
        "$ echo surprise\n",
        "$ true\nnothing\n",
        "$ printf '  indented\\n'\nindented\n",
        "$ echo 100kg\n1000kg\n",
        "$ cat <<'EOF'\n> never closed\n",
        "$ exit 3\n$ echo yes\nyes\n",
        "$ echo 'unclosed\n",
    ],
)
def test_session_that_breaks_its_word(session: str, tmp_path: Path) -> None:
    with pytest.raises(AssertionError):
        check(session, tmp_path)


def test_difference_is_shown(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match=r"(?s)\$ echo yes.*-no\n\+yes"):
        check("$ echo yes\nno\n", tmp_path)


def test_blocks_are_found_by_tag() -> None:
    text = "a\n\n```console\n$ one\n```\n\n```sh\ntwo\n```\n\n```\n$ three\n```\n\n```console\n$ four\n```\n"
    assert blocks(text, "console") == [(3, "$ one\n"), (15, "$ four\n")]
    assert blocks(text, "sh") == [(7, "two\n")]


def test_answer_may_begin_like_a_continuation() -> None:
    (step,) = steps("$ diff a b\n< a\n> b\n")
    assert (step.command, step.expected) == ("diff a b", ["< a", "> b"])


def test_session_begins_with_a_command() -> None:
    with pytest.raises(ValueError, match="begins with a command"):
        steps("workout log bench 5x5\n")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("a1b2c3d4  Mon 23 Nov 2026 (today)", "<id>  <day> (today)"),
        ("01890a5d-ac96-774b-bcce-b302099a8057", "<id>"),
        ("2026-11-23T18:30:00+01:00", "<day>T<time>"),
        ("2026-11-23 18:30", "<day> <time>"),
        ("Monday, Tue", "<day>, <day>"),
        ("  5 x 100 kg      rpe 8   ", "  5 x 100 kg  rpe 8"),
        ("Monster, Sunk, Wedge and Thumb", "Monster, Sunk, Wedge and Thumb"),
        ("5km 25:00", "5km 25:00"),
    ],
)
def test_what_differs_from_run_to_run(line: str, expected: str) -> None:
    assert normalised(line) == expected


def test_many_ellipses_are_quick() -> None:
    assert not matches(["…"] * 12 + ["z"], ["a"] * 60)


def test_broken_script_is_refused() -> None:
    with pytest.raises(AssertionError):
        _read_by_bash("if true; then\n")
