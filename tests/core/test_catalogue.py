"""The catalogue: complete, in the field's words, and compiled."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from workout_core import vocabulary
from workout_core.exercises import catalogue, compiler
from workout_core.exercises.compiled import BASICS, KEYS, LONGEST
from workout_core.exercises.keys import normalise
from workout_core.exercises.names import NameIndex
from workout_core.ids import catalogue_id

if TYPE_CHECKING:
    from typing import Any

FOLDER = Path(catalogue.__file__).parent
EXERCISES = catalogue.exercises()
MUSCLES = set(vocabulary.values(vocabulary.Muscle))
# Words that the notation reads as a load, a side or a modifier: a name must not swallow them.
NOTATION = {
    *("x", "w", "d", "f", "p", "l", "r", "t", "ea", "bw", "last", "top"),
    *("rest", "rpe", "rir", "tempo", "drop", "amrap", "failure", "restpause", "warmup"),
}


def test_compiled_names_are_current() -> None:
    assert (FOLDER / "names.json").read_text(encoding="utf-8") == compiler.source()


def test_there_is_a_movement_for_most_people() -> None:
    assert len(EXERCISES) >= 450
    assert {entry.category for entry in EXERCISES} == set(vocabulary.values(vocabulary.Category))
    assert {entry.tracking for entry in EXERCISES} == set(vocabulary.values(vocabulary.Tracking))


def test_the_file_has_a_line_an_exercise_sorted_by_slug() -> None:
    lines = (FOLDER / "catalogue.json").read_text(encoding="utf-8").splitlines()
    slugs = [json.loads(line.rstrip(","))["slug"] for line in lines[1:-1]]
    assert slugs == sorted(slugs) == [entry.slug for entry in EXERCISES]
    assert len(set(slugs)) == len(slugs)


def test_every_exercise_is_complete() -> None:
    for exercise in EXERCISES:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", exercise.slug), exercise
        assert exercise.name == exercise.name.strip() != "", exercise
        assert exercise.primary, exercise
        assert not set(exercise.primary) & set(exercise.secondary), exercise
        assert {*exercise.primary, *exercise.secondary} <= MUSCLES, exercise
        assert exercise.implements in {1, 2}, exercise
        assert re.fullmatch(r"[A-Z].{20,200}\.", exercise.instructions), exercise


def test_body_weight_counts_where_it_is_moved() -> None:
    for exercise in EXERCISES:
        moves = exercise.tracking == "bodyweight_reps"
        assert (exercise.bodyweight_factor is not None) == moves, exercise
        assert not moves or 0 < (exercise.bodyweight_factor or 0) <= 1, exercise


def test_a_load_counts_as_its_tracking_has_it() -> None:
    modes = {"weight": {"absolute"}, "bodyweight": {"added", "assisted"}}
    for exercise in EXERCISES:
        assert exercise.load_mode in modes.get(exercise.tracking.split("_")[0], {None}), exercise


def test_an_exercise_is_found_by_its_id() -> None:
    for exercise in EXERCISES:
        assert exercise.id == catalogue_id(exercise.slug), exercise
        assert catalogue.by_id(exercise.id) is exercise, exercise


def test_an_unknown_id_finds_nothing() -> None:
    assert catalogue.by_id(uuid4()) is None


def test_every_name_leads_to_its_exercise() -> None:
    index = NameIndex()
    for exercise in EXERCISES:
        for name in (exercise.name, *exercise.aliases, exercise.slug):
            found = index.find(name)
            assert found is not None, name
            assert found.id == exercise.id, name
            assert (found.slug, found.name) == (exercise.slug, exercise.name)
            assert (found.tracking, found.implements) == (exercise.tracking, exercise.implements)


def test_an_alias_says_something_new() -> None:
    for exercise in EXERCISES:
        keys = [normalise(name) for name in (exercise.name, *exercise.aliases)]
        assert len(set(keys)) == len(keys), exercise


def test_no_name_swallows_a_word_of_the_notation() -> None:
    words = {word for key in KEYS for word in key.split()}
    assert not words & NOTATION
    assert not {word for word in words if re.fullmatch(r"[0-9.]+(kg|lb|s|m|km)?", word)} - {"45"}


def test_compiled_basics_know_every_exercise() -> None:
    assert list(BASICS) == [entry.slug for entry in EXERCISES]
    assert set(KEYS.values()) == set(BASICS)
    assert max(len(key.split()) for key in KEYS) == LONGEST


def test_the_compiler_refuses_two_exercises_of_one_name() -> None:
    known = {exercise.slug: exercise for exercise in EXERCISES}
    bench, squat = known["barbell-bench-press"], known["barbell-squat"]
    twin = dataclasses.replace(squat, aliases=("press bench",))
    with pytest.raises(ValueError, match="'press bench' of barbell-squat is also a name of"):
        compiler.source([bench, twin])


@pytest.mark.parametrize("field", ["category", "modality", "tracking", "mechanic", "laterality"])
def test_the_compiler_refuses_words_outside_the_vocabulary(field: str) -> None:
    for word in ("sideways", None):
        values: dict[str, Any] = {field: word}
        wrong = dataclasses.replace(EXERCISES[0], **values)
        with pytest.raises(ValueError, match="not in the vocabulary"):
            compiler.source([wrong])


def test_the_compiler_refuses_unknown_muscles_but_not_an_absent_force() -> None:
    values: dict[str, Any] = {"secondary": ("earlobes",)}
    wrong = dataclasses.replace(EXERCISES[0], **values)
    with pytest.raises(ValueError, match="'earlobes'"):
        compiler.source([wrong])
    assert compiler.source([dataclasses.replace(EXERCISES[0], force=None)])
