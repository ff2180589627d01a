"""Help: every command tells what it does and shows how; a typing mistake is told in one line, with a hint."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any, Final

import pytest
import typer
from typer.core import TyperGroup

from workout_cli.main import app, run
from workout_cli.spec import CommandSpec, commands, every, spec

README: Final = Path(__file__).parents[2] / "README.md"
TREE: Final = spec(app)
EVERY: Final = [
    pytest.param(path, each, id=" ".join(path) or "workout") for path, each in every(TREE)
]
COMMANDS: Final = [pytest.param(path, each, id=" ".join(path)) for path, each in commands(TREE)]


@pytest.fixture(autouse=True)
def _eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


@pytest.mark.parametrize(("path", "command"), EVERY)
def test_help_is_a_sentence(path: tuple[str, ...], command: CommandSpec) -> None:
    assert re.fullmatch(r"[A-Z][^.]*\.", command["help"]), " ".join(path)
    for parameter in (*command["options"], *command["arguments"]):
        assert re.fullmatch(r"\S.*\.", parameter["help"]), parameter


@pytest.mark.parametrize(("path", "command"), EVERY)
def test_example_can_be_typed(path: tuple[str, ...], command: CommandSpec) -> None:
    example = command["example"]
    assert example.startswith(" ".join(("workout", *path))), (
        "the epilog begins with Example: workout ..."
    )
    words = shlex.split(example, comments=True)
    if ">" in words:
        words = words[: words.index(">")]
    parse(typer.main.get_command(app), "workout", words[1:])


def parse(command: Any, name: str, words: list[str], parent: Any = None) -> None:
    """Read words as the program would, without running anything; what cannot be read raises."""
    context = command.make_context(name, words, parent=parent)
    if isinstance(command, TyperGroup):
        rest = [*context._protected_args, *context.args]
        inner, found, left = command.resolve_command(context, rest)
        assert inner is not None
        parse(found, inner, left, context)


@pytest.mark.parametrize("words", ["log bench 5x5 --att now", "histor", "log", "serve --port x"])
def test_a_wrong_example_would_be_noticed(words: str) -> None:
    with pytest.raises(typer.TyperException):
        parse(typer.main.get_command(app), "workout", shlex.split(words))


@pytest.mark.parametrize("option", ["-h", "--help"])
@pytest.mark.parametrize(("path", "command"), EVERY)
def test_help_fits_the_screen(
    path: tuple[str, ...], command: CommandSpec, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*path, option]) == 0
    shown = capsys.readouterr()
    assert not shown.err
    assert shown.out.startswith(" ".join(("Usage: workout", *path)))
    assert [line for line in shown.out.splitlines() if len(line) > 80] == []
    told = " ".join(shown.out.split())
    assert command["help"] in told
    assert f"Example: {command['example']}" in told
    for each in command["options"]:
        assert all(name in told for name in (*each["names"], *each["off_names"]))
    for inner in command["commands"]:
        assert inner["help"] in told


@pytest.mark.parametrize("path", [path for path, each in every(TREE) if each["commands"]])
def test_a_group_alone_shows_its_help(
    path: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(list(path)) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith("Usage: workout")
    assert not shown.err


@pytest.mark.parametrize(("path", "command"), COMMANDS)
def test_command_stands_in_the_readme(path: tuple[str, ...], command: CommandSpec) -> None:
    name = " ".join(("workout", *path))
    assert re.search(rf"\b{name}\b", README.read_text(encoding="utf-8")), name
    assert command


@pytest.mark.parametrize(("path", "command"), COMMANDS)
def test_unknown_option_is_told_with_the_nearest(
    path: tuple[str, ...], command: CommandSpec, capsys: pytest.CaptureFixture[str]
) -> None:
    longest = max((each["names"][0] for each in command["options"][:-1]), key=len, default="--help")
    name = max((longest, "--help"), key=len)
    assert run([*path, f"{name}x"]) == 2
    shown = capsys.readouterr()
    assert not shown.out
    error, hint = shown.err.splitlines()
    assert error == f"workout: workout {' '.join(path)} has no option {name}x"
    assert hint.startswith("hint: ")
    assert name in hint.split()


@pytest.mark.parametrize(
    ("words", "error", "hint"),
    [
        ("lgo", "workout has no command 'lgo'", "workout log or workout logout"),
        ("histroy --since 2026", "workout has no command 'histroy'", "workout history"),
        ("exercise lsit", "workout exercise has no command 'lsit'", "workout exercise list"),
        ("migrate", "workout has no command 'migrate'", "workout db migrate"),
        ("xyzzy", "workout has no command 'xyzzy'", "workout --help"),
        ("xyz'zy", 'workout has no command "xyz\'zy"', "workout --help"),
        ("exercise xyzzy", "workout exercise has no command 'xyzzy'", "workout exercise --help"),
        ("--colour always", "workout has no option --colour", "--color"),
        ("log bench 5x5 --unt kg", "workout log has no option --unt", "--unit"),
        ("history -z", "workout history has no option -z", "workout history --help"),
        ("history --xyzzy", "workout history has no option --xyzzy", "workout history --help"),
        ("log bench --unit stone", "--unit must be kg or lb, and is 'stone'", "workout log --help"),
        ("history --format jsno", "is 'jsno'", "json or jsonl"),
        ("exercise list --muscle tricep", "--muscle cannot be 'tricep'", "triceps or biceps"),
        ("completions fsh", "SHELL must be bash or zsh or fish or powershell", "fish or zsh"),
        ("completions", "Missing argument 'SHELL'", "workout completions --help"),
        ("log", "Missing argument", "workout log --help"),
        ("log bench --at", "Option '--at' requires an argument", "workout --help"),
        ("today tomorrow", "unexpected extra argument", "workout today --help"),
        ("history --limit many", "--limit", "workout history --help"),
        ("history --limit 0", "--limit", "workout history --help"),
    ],
)
def test_mistake_is_one_line_and_a_hint(
    words: str, error: str, hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(words.split()) == 2
    shown = capsys.readouterr()
    assert not shown.out
    first, second = shown.err.splitlines()
    assert first.startswith("workout: ")
    assert error in first
    assert second == f"hint: {hint}"


def test_mistake_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["history", "--json", "--limt", "3"]) == 2
    body = json.loads(capsys.readouterr().out)
    assert body["type"] == "validation"
    assert body["details"]["hints"] == ["--limit"]


def test_spec_is_the_whole_tree(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--spec"]) == 0
    shown = capsys.readouterr()
    document = json.loads(shown.out)
    assert document["schema"] == "workout.spec/1"
    assert document == TREE
    paths = {" ".join(path) for path, _ in every(document)}
    assert {"", "log", "exercise", "exercise list", "config list", "completions"} <= paths


def test_spec_tells_what_options_take() -> None:
    found = dict(every(TREE))
    color = _option(found[()], "--color")
    assert (color["value"], color["choices"]) == ("choice", ["auto", "always", "never"])
    assert _option(found[()], "--debug")["value"] == "flag"
    own = _option(found["exercise", "list"], "--own")
    assert (own["value"], own["off_names"]) == ("flag", ["--catalogue"])
    assert _option(found["log",], "--unit")["choices"] == ["kg", "lb"]
    assert _option(found["exercise", "add"], "--alias")["repeatable"]
    assert _option(found["export",], "--output")["value"] == "file"
    assert _option(found["export",], "--output")["names"] == ["--output", "-o"]
    assert _option(found["serve",], "--port")["value"] == "number"
    assert found["import",]["arguments"][0]["value"] == "file"
    assert found["log",]["arguments"][0]["value"] == "exercise"


def _option(command: CommandSpec, name: str) -> Any:
    return next(each for each in command["options"] if name in each["names"])
