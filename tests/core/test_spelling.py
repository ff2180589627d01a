"""Names that could not be told from sets are refused; those that people give are not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_core.errors import InvalidError, NotationError
from workout_core.exercises.catalogue import exercises
from workout_core.exercises.names import KnownExercise, NameIndex
from workout_core.exercises.schemas import (
    AliasChange,
    ExerciseCreate,
    ExerciseReference,
    ExerciseUpdate,
)
from workout_core.exercises.spelling import why_untypeable
from workout_core.ids import new_id
from workout_core.workouts.notation.parser import parse

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from workout_core.backend import Backend

UNFIT = (
    *("//", "// press", "press //", "100x5", "5x5", "x", "X", "last", "top", "bw", "bw+10", "100"),
    *("3 4", "100kg", "60s", "5km", "5:00", "-20kg", "+10", "85%", "@8", "rpe8", "rest90", "8,7,6"),
    *(
        "Squat 100",
        "Squat 100kg",
        "Press 3x8",
        "Run 5km",
        "Bench last",
        "Dip bw",
        "…",
        "12×3",
        "x +",
        "press +",
        "x -",
        "t3",
    ),
)
FIT = (
    *("Viking Press", "3/4 Sit-Up", "21s Curl", "45 Degree Raise", "Clean + Jerk", "Drop Set Curl"),
    *(
        "X-Band Walk",
        "Топка",
        "深蹲",
        "T-Bar Row",
        "Top Half Squat",
        "a",
        "Bench (Paused)",
        "w/o Belt",
    ),
)


@pytest.mark.parametrize("name", UNFIT)
def test_what_a_line_reads_as_sets_is_no_name(name: str) -> None:
    assert why_untypeable(name)


@pytest.mark.parametrize("name", FIT)
def test_what_people_call_exercises_is(name: str) -> None:
    assert why_untypeable(name) is None


def test_every_name_of_the_catalogue_can_be_typed() -> None:
    names = [name for each in exercises() for name in (each.name, *each.aliases, each.slug)]
    assert {name: why for name in names if (why := why_untypeable(name))} == {}


PARTS = st.sampled_from(
    [
        "x",
        "last",
        "bw",
        "100",
        "5x5",
        "kg",
        "60s",
        "press",
        "row",
        "+",
        "//",
        "@8",
        "3/4",
        "-2",
        "ä",
    ]
)


@given(st.lists(PARTS, min_size=1, max_size=4))
def test_a_name_that_can_be_typed_is_read_as_that_exercise(parts: list[str]) -> None:
    name = " ".join(parts)
    if why_untypeable(name):
        return
    mine = KnownExercise(new_id(), None, name, "weight_reps")
    line = parse(f"{name} 100x5", NameIndex([mine]))
    assert [(entry.exercise, len(entry.sets)) for entry in line.entries] == [(mine, 1)]


@pytest.mark.parametrize("name", ["//", "100x5", "last"])
async def test_no_way_leads_to_such_a_name(backend: Backend, name: str) -> None:
    async with backend.services() as services:
        bench = await services.exercises.find(ExerciseReference(name="bench"))
        ways: tuple[Callable[[], Awaitable[object]], ...] = (
            lambda: services.exercises.create(ExerciseCreate(name=name)),
            lambda: services.exercises.create(ExerciseCreate(name="Fine", aliases=[name])),
            lambda: services.exercises.update(bench.id, ExerciseUpdate(name=name)),
            lambda: services.exercises.change_aliases(bench.id, AliasChange(add=[name])),
        )
        for way in ways:
            with pytest.raises(InvalidError, match=re.escape(name)) as caught:
                await way()
            assert not isinstance(caught.value, NotationError)
