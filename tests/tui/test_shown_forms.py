"""What is shown of exercises and settings, without a screen."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from workout_cli.runner import SETTINGS
from workout_cli.tui.shown import exercise_form, exercises, settings_form
from workout_cli.tui.widgets.chips import Chip
from workout_cli.tui.widgets.facts import Fact, laid
from workout_core.config import load_settings
from workout_core.errors import InvalidError
from workout_core.exercises.schemas import ExerciseBrowse, ExerciseDetails, TrainingMaxRead
from workout_core.gyms.schemas import GymRead


@pytest.fixture(autouse=True)
def _settings(evening: None) -> None:
    SETTINGS.set(load_settings({}, {"WORKOUT_TIMEZONE": "UTC"}))


def exercise(**changes: Any) -> ExerciseDetails:
    values = dict.fromkeys(ExerciseDetails.model_fields)
    values |= {
        "id": uuid4(),
        "name": "Press",
        "aliases": ["p"],
        "category": "strength",
        "modality": "barbell",
        "tracking": "weight_reps",
        "laterality": "bilateral",
        "implements": 1,
        "primary_muscles": ["front_delts"],
        "secondary_muscles": [],
        "hidden": False,
        "starred": False,
        "is_user_created": False,
        "training_maxes": [],
        "workouts": 0,
        "sets": 0,
    }
    return ExerciseDetails.model_validate(values | changes)


@pytest.mark.parametrize(
    ("day", "told"),
    [(date(2026, 11, 3), "3 Nov"), (date(2025, 11, 30), "Nov 2025"), (None, "")],
)
def test_days_are_short(day: date | None, told: str) -> None:
    assert exercises.short(day) == told


def test_facts_wrap_beside_their_names() -> None:
    facts = [Fact("works", "front delts, triceps"), Fact("Head"), Fact("", "all the way")]
    assert [each.plain for each in laid(facts, 22)] == [
        "works     front delts,",
        "          triceps",
        "Head",
        "all the way",
    ]


def test_facts_show_what_would_move_the_cursor() -> None:
    assert [each.plain for each in laid([Fact("note", "a\x1b[2Jb\n[red]c")], 40)] == [
        "note      a␛[2Jb",
        "          [red]c",
    ]


def test_only_what_is_known_is_a_fact() -> None:
    top = TrainingMaxRead(id=uuid4(), since=date(2026, 11, 1), value=Decimal(140), unit="kg")
    told = exercises.facts(exercise(default_rest_s=90, training_maxes=[top]))
    assert [(each.name, each.value) for each in told] == [
        ("works", "front delts"),
        ("with", "barbell"),
        ("counts", "weight and reps"),
        ("rest", "1:30"),
        ("max", "140 kg since 1 Nov"),
    ]


def test_switches_say_what_is_on() -> None:
    wanted = ExerciseBrowse(text="row", muscle="upper_back", used=True)
    on = [each for each in exercises.chips(wanted) if each.on]
    assert on == [
        Chip("/", "find", "row", on=True),
        Chip("m", "muscle", "upper back", on=True),
        Chip("t", "only('used')", "done", on=True),
    ]


def typed(fields: list[Any], **changes: str) -> dict[str, str]:
    return {field.name: field.value for field in fields} | changes


def test_only_changed_lines_of_an_exercise_are_a_change() -> None:
    before = exercise(increment=Decimal("2.5"), bar_value=Decimal(20), bar_unit="kg")
    fields = exercise_form.edit_fields(before)
    assert exercise_form.updated(before, typed(fields)) is None
    assert exercise_form.renamed(before, typed(fields)) is None
    after = typed(fields, increment="", bar_value="15 lb", training_max="100kg", aliases="q, r")
    update = exercise_form.updated(before, after)
    assert update
    assert update.changes() == {
        "increment": None,
        "bar_value": Decimal(15),
        "bar_unit": "lb",
        "training_max": {"value": Decimal(100), "unit": "kg", "since": date(2026, 11, 28)},
    }
    renamed = exercise_form.renamed(before, after)
    assert renamed
    assert (renamed.add, renamed.remove) == (["q", "r"], ["p"])


def test_muscles_are_typed_as_people_do() -> None:
    assert exercise_form.muscles("Upper back, quads,") == ["upper_back", "quads"]
    with pytest.raises(InvalidError) as refused:
        exercise_form.muscles("quds")
    assert "quads" in refused.value.hints


def test_only_changed_lines_of_a_gym_are_a_change() -> None:
    gym = GymRead(
        id=uuid4(), name="Home", in_use=True, plates="20 kg", bars=None, dumbbells=None, stack=None
    )
    fields = settings_form.gym_fields(gym)
    assert settings_form.changed_gym(gym, typed(fields)) is None
    changed = settings_form.changed_gym(gym, typed(fields, plates="", bars="20"))
    assert changed
    assert changed.changes() == {"unit": None, "plates": None, "bars": "20"}


def test_a_band_is_usual_again() -> None:
    assert settings_form.band("chest", "Usual").changes() == {"bands": {"chest": None}}
    with pytest.raises(InvalidError):
        settings_form.band("chest", "many")
