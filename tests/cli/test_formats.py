"""Formats: fields, templates, spreadsheets, schemas and topics."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import BaseModel

from workout_cli.fields import models_in
from workout_cli.layout import Column, Table, separated
from workout_cli.main import run
from workout_cli.schemas import models
from workout_cli.topics import TOPICS
from workout_cli.widths import cut, display_width, wrapped

if TYPE_CHECKING:
    from datetime import date


def told(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> tuple[str, str]:
    """What a command says on its two streams."""
    capsys.readouterr()
    assert run(list(words)) == code
    shown = capsys.readouterr()
    return shown.out, shown.err


@pytest.fixture(autouse=True)
def _logged(noon: date) -> None:
    assert run(["log", "bench", "60x5w", "100x5", "//", "fine"]) == 0


def document(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    return json.loads(told(capsys, *words, "--json")[0])


def test_fields_trim_json(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "history", "--fields", "sets,exercises")
    assert found["items"] == [{"sets": 2, "exercises": ["Bench Press"]}]
    assert list(found["items"][0]) == ["sets", "exercises"]
    assert (found["schema"], found["total"]) == ("workout.WorkoutSummary/1", 1)
    deep = "exercise_executions.sets.reps,exercise_executions.exercise.name,extras.anything"
    assert document(capsys, "show", "last", "--fields", deep) == {
        "exercise_executions": [
            {"sets": [{"reps": 5}, {"reps": 5}], "exercise": {"name": "Bench Press"}}
        ],
        "extras": {"anything": None},
    }
    whole = document(
        capsys, "show", "last", "--fields", "exercise_executions,exercise_executions.id"
    )
    assert len(whole["exercise_executions"][0]["sets"]) == 2
    listed = document(capsys, "config", "list", "--fields", "key")
    assert {"key": "unit"} in listed["items"]


def test_fields_pick_columns_and_fields_of_items(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = told(capsys, "history", "--format", "csv", "--fields", "sets,status,date,tags")
    assert out == "sets,status,date,tags\n2,done,2026-11-28,\n"
    out, _ = told(capsys, "show", "--fields", "load,done")
    assert out == "load\tdone\n60 kg\t5\n100 kg\t5\n"
    out, _ = told(capsys, "show", "--fields", "load,done", "--format", "table")
    assert out.split() == ["load", "done", "60", "kg", "5", "100", "kg", "5"]


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("history", "--fields", "exercizes"), "exercises"),
        (("history", "--fields", "sets,dat"), "date"),
        (("history", "--json", "--fields", "locl_date"), "local_date"),
        (
            ("show", "--json", "--fields", "exercise_executions.sets.rep"),
            "exercise_executions.sets",
        ),
        (("history", "--template", "{exercizes}"), "exercises"),
        (("history", "--fields", "id,,sets"), "--fields id,name"),
        (("history", "--fields", "id", "--template", "{id}"), "--fields or --template, not both"),
    ],
)
def test_an_unknown_field_is_refused_with_the_nearest(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], hint: str
) -> None:
    _, err = told(capsys, *words, code=2)
    assert err.splitlines()[1].startswith(f"hint: {hint}")


def test_nothing_is_written_where_a_field_is_unknown(capsys: pytest.CaptureFixture[str]) -> None:
    for option in (("--fields", "lod"), ("--template", "{lod}"), ("--template", "{load!r}")):
        told(capsys, "log", "squat", "100x5", *option, code=2)
    assert document(capsys, "today")["sets"] == 2


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{sets} {exercises}", "2 Bench Press"),
        ("{local_date:%d.%m.%Y}|{date:%Y}", "28.11.2026|2026"),
        (
            "{volume_kg:.1f}|{sets:>4}|{exercises:<14}|{volume_kg:08.2f}|{volume_kg:,}",
            "500.0|   2|Bench Press   |00500.00|500",
        ),
        ("{name}{note:.2f}x", "x"),
        (r"{{{sets}}}\t\n.", "{2}\t\n."),
        ("no field at all", "no field at all"),
    ],
)
def test_a_template_is_a_line_an_item(
    capsys: pytest.CaptureFixture[str], template: str, expected: str
) -> None:
    assert told(capsys, "history", "--template", template)[0] == f"{expected}\n"


def test_a_template_of_a_thing_is_a_line_or_its_rows(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "today", "--template", "{sets} {volume_kg:.0f}")[0] == "2 500\n"
    assert told(capsys, "today", "--template", "{exercise} {load}")[0] == (
        "Bench Press 60 kg\nBench Press 100 kg\n"
    )


@pytest.mark.parametrize(
    "template",
    [
        "{id.__class__}",
        "{__class__}",
        "{0}",
        "{}",
        "{sets[0]}",
        "{sets!r}",
        "{sets:{sets}}",
        "{sets:9999999999d}",
        "{volume_kg:.9999999f}",
        "{sets",
        "}",
        "{exercises:d}",
        "{sets:%d}",
        "{sets:q}",
    ],
)
def test_a_template_can_do_nothing_but_name_and_format(
    capsys: pytest.CaptureFixture[str], template: str
) -> None:
    out, err = told(capsys, "history", "--template", template, code=2)
    assert not out
    assert len(err.splitlines()) >= 2


def test_no_escape_gets_through_a_template(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = told(capsys, "history", "--template", "{sets}\x1b[31m")
    assert "\x1b" not in out


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@x", " =1", "'quoted", "|x", "%x", "\tx", "＝1"]
)
def test_a_spreadsheet_sees_no_formula_in_what_people_write(text: str) -> None:
    table = Table((Column("load"), Column("note", typed=True)), [("+10 kg", text)])
    (_, row) = csv.reader(io.StringIO(separated(table, ",")))
    assert row == ["+10 kg", f"'{text}"]


def test_a_hostile_note_is_harmless_in_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["log", "squat", "100x5", "//", "=HYPERLINK(1)|2", "--at", "yesterday"]) == 0
    rows = list(csv.DictReader(io.StringIO(told(capsys, "show", "-1d", "--format", "csv")[0])))
    assert rows[0]["note"] == "'=HYPERLINK(1)|2"
    assert rows[0]["load"] == "100 kg"
    assert "=HYPERLINK(1)\\|2" in told(capsys, "show", "-1d", "--format", "md")[0]
    assert "\t=HYPERLINK(1)|2" in told(capsys, "show", "-1d", "--format", "tsv")[0]


def test_moments_are_told_one_way(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("log", "squat", "100x5", "--at", "2026-01-02T18:30+05:30")
    logged = document(capsys, *words)["workout"]
    assert logged["started_at"] == "2026-01-02T13:00:00Z"
    listed = document(capsys, "history", "--on", "2026-01")["items"][0]
    assert listed["started_at"] == logged["started_at"]


@pytest.mark.parametrize("name", ["WorkoutSummary", "workoutsummary", "workout.WorkoutSummary/1"])
def test_the_schema_of_an_output(capsys: pytest.CaptureFixture[str], name: str) -> None:
    schema = json.loads(told(capsys, "schema", name)[0])
    item = document(capsys, "history")["items"][0]
    assert set(schema["properties"]) == set(item)
    assert schema["description"] == "A workout in a list."


def test_every_schema_is_listed_and_can_be_made(capsys: pytest.CaptureFixture[str]) -> None:
    names = told(capsys, "schema")[0].split()
    kinds = {each for model in models().values() for each in (model, *_inner(model))}
    assert len(kinds) == len({each.__name__ for each in kinds})
    assert {"WorkoutRead", "ExerciseSessionsRead", "WorkoutSummaryPage", "LogRead"} <= set(names)
    for name in models():
        assert json.loads(told(capsys, "schema", name)[0])["properties"]
    assert "hint: WorkoutRead" in told(capsys, "schema", "workoutred", code=3)[1]


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_fits_the_screen(capsys: pytest.CaptureFixture[str], topic: str) -> None:
    out, err = told(capsys, "help", topic)
    assert not err
    assert [line for line in out.splitlines() if len(line) > 80] == []


def test_help_is_also_of_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "help")[0] == told(capsys, "--help")[0]
    assert (
        told(capsys, "help", "exercise", "add")[0] == told(capsys, "exercise", "add", "--help")[0]
    )
    assert "hint: notation" in told(capsys, "help", "notatoin", code=3)[1]
    assert "hint: show" in told(capsys, "help", "exercise", "shwo", code=3)[1]


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("abc", 3),
        ("漢字", 4),
        ("é", 1),
        ("e\u0301", 1),
        ("🏋️‍♀️", 2),
        ("👍🏽", 2),
        ("❤️", 2),
        ("ก็", 1),
        ("", 0),
    ],
)
def test_signs_take_their_columns(text: str, wide: int) -> None:
    assert display_width(text) == wide
    assert display_width(cut(text * 9, 7)) <= 7
    assert all(display_width(line) <= 7 for line in wrapped(text * 9 + " x", 7))
    assert "".join(wrapped(text * 9, 7)) == text * 9


def _inner(model: type[BaseModel]) -> list[type[BaseModel]]:
    return [each for field in model.model_fields.values() for each in models_in(field.annotation)]
