"""The set notation: what each line means, what is refused and how."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.core.notation import (
    ACCEPTED,
    EXERCISES,
    NAMES,
    ROWS,
    Catalogue,
    Exercise,
    meaning,
    read,
    refused,
)
from workout_core.errors import NotationError, UnknownExerciseError
from workout_core.workouts.notation.format import format_entry, format_line, format_sets
from workout_core.workouts.notation.model import (
    Load,
    RelativeLoad,
    Units,
)
from workout_core.workouts.notation.parser import parse, parse_sets
from workout_core.workouts.notation.tokens import tokenize, words


@pytest.mark.parametrize(("line", "meant"), ROWS, ids=[line for line, _ in ROWS])
def test_the_table(line: str, meant: str) -> None:
    if meant.startswith("E_"):
        assert refused(line).details["code"] == meant
    else:
        assert meaning(read(line)) == meant


@pytest.mark.parametrize("line", ACCEPTED)
def test_the_canonical_spelling_means_the_same_and_is_its_own(line: str) -> None:
    parsed = read(line)
    spelled = format_line(parsed)
    assert read(spelled) == parsed
    assert format_line(read(spelled)) == spelled


@pytest.mark.parametrize(
    ("line", "spelled"),
    [
        ("bench 5x5@100 @8", "Bench Press 5x5@100kg rpe8"),
        ("bench 100x5x3 rir2 rest3min", "Bench Press 3x5@100kg rir2 rest3min"),
        ("bench 100x5,5,4", "Bench Press 100kgx5,5,4"),
        ("bench 100.50x5 rest90", "Bench Press 100.5kgx5 rest90s"),
        ("squat 20x10w 60x5x2w 100x5x5", "Squat 20kgx10w 2x5w@60kg 5x5@100kg"),
        ("squat 5x3 85%", "Squat 5x3@85%"),
        ("pullup +10x8x3", "Pull-up 3x8 +10kg"),
        ("pullup +10kg 3x8 3x5", "Pull-up 3x8@+10kg 3x5"),
        ("dip bwx12 +20x8", "Dip 1x12 +20kgx8"),
        ("pullup 8,7,6", "Pull-up 8,7,6"),
        ("plank 60sx3", "Plank 3x60s"),
        ("hang 20kgx45sx2", "Dead Hang 20kgx45sx2"),
        ("run 5km 25:00", "Run 5km 25:00"),
        ("erg 4x500m 105s", "Rowing Erg 4x500m 1:45"),
        ("squat 100x5 + bench 80x5 // tired", "Squat 100kgx5 + Bench Press 80kgx5 // tired"),
    ],
)
def test_how_lines_are_echoed(line: str, spelled: str) -> None:
    assert format_line(read(line)) == spelled


def test_sets_are_spelled_without_an_exercise_in_a_way_that_holds_for_any() -> None:
    sets = read("hang 45sx3").entries[0].sets
    assert format_sets(sets) == "45sx3"
    assert format_sets(sets, "duration") == "3x45s"
    assert format_entry(read("hang 45sx3").entries[0]) == "Dead Hang 45sx3"


# What a set carries


def test_a_load_is_in_the_typed_unit_then_the_exercises_then_the_profiles() -> None:
    pounds = Catalogue([Exercise(1, "Squat", "weight_reps", unit="lb")])
    units = [("squat 225x5", pounds, "lb"), ("squat 100kgx5", pounds, "kg")]
    for line, names, unit in [*units, ("squat 225x5", NAMES, "lb")]:
        usual = Units(None, "lb" if names is NAMES else "kg")
        load = parse(line, names, usual).entries[0].sets[0].load
        assert isinstance(load, Load)
        assert load.unit == unit
    asked = parse("squat 225x5 100kgx5", pounds, Units("kg", "lb")).entries[0].sets
    assert [each.load.unit for each in asked if isinstance(each.load, Load)] == ["kg", "kg"]
    assert read("squat last+5x5", "lb").entries[0].sets[0].load == RelativeLoad(
        "last", Decimal(5), "lb"
    )


def test_rir_is_kept_as_rpe_with_its_scale() -> None:
    rir, rpe = (read(f"bench 100x5 {effort}").entries[0].sets[0] for effort in ("rir2", "rpe8"))
    assert (rir.rpe, rir.effort_scale) == (Decimal(8), "rir")
    assert (rpe.rpe, rpe.effort_scale) == (Decimal(8), "rpe")


def test_no_repetitions_are_a_failed_attempt() -> None:
    assert [each.failed for each in read("dl 200x1,0").entries[0].sets] == [False, True]


def test_a_distance_is_kept_as_typed_and_in_metres() -> None:
    mile = read("run 1mi").entries[0].sets[0]
    assert (mile.distance_value, mile.distance_unit) == (Decimal(1), "mi")
    assert mile.distance_m == Decimal("1609.344")


def test_what_was_typed_is_kept_and_makes_no_difference() -> None:
    line = read(" squat 100 x 5  +  Bench Press 80x5 @8 // tired")
    assert [entry.raw for entry in line.entries] == ["squat 100 x 5", "Bench Press 80x5 @8"]
    assert line.superset
    assert not read("squat 100x5").superset
    assert read("squat 100x5") == read("squat 100kg x 5")


def test_a_name_may_hold_a_plus_and_the_longest_name_wins() -> None:
    line = read("clean + jerk 60x2 + squat 100x5")
    assert [entry.exercise.id for entry in line.entries] == [18, 1]


def test_sets_alone_are_read_for_an_exercise_that_is_known() -> None:
    assert parse_sets("100x5 @8", EXERCISES[0]) == read("bench 100x5 @8").entries[0].sets
    for line in ("100x5 + squat 100x5", "100x5 // tired", "bench 100x5", ""):
        with pytest.raises(NotationError):
            parse_sets(line, EXERCISES[0])


# How a line is refused


@pytest.mark.parametrize(
    ("line", "column", "read_as", "hints"),
    [
        ("bench 5x5", 7, "5x5", ["bench 5kgx5", "bench 5x5@last"]),
        ("bench 5x100", 7, "5x100", ["bench 5kgx100", "bench 5x100kg"]),
        ("curl 3x12@8", 6, "3x12", ["curl 3kgx12@8", "curl 3x12@8kg"]),
        ("bench 3x12,10,8", 7, "3x12,10,8", ["bench 3kgx12,10,8", "bench lastx12,10,8"]),
        ("hang 3x45s", 6, "3x45s", ["hang 3kgx45s", "hang 45sx3"]),
        (
            "bench 12x8 100 5x5 @8",
            7,
            "12x8 100 5x5",
            ["bench 12x8@100kg 5kgx5 @8", "bench 12kgx8 5x5@100kg @8"],
        ),
        (
            "pullup 3x8 +10kg 3x5",
            8,
            "3x8 +10kg 3x5",
            ["pullup 3x8@+10kg 3x5", "pullup 3x8 3x5@+10kg"],
        ),
        ("pullup 3x8 10", 8, "3x8 10", ["pullup 3x8@+10kg", "pullup 3x8 1x10"]),
        ("bench 5x5+@100", 7, "5x5+@100", ["bench 4x5@100kg 100kgx5+", "bench 5x5@100kg amrap"]),
        ("bench 100x5x2 @8,5", 15, "@8,5", ["bench 100x5x2 @8.5", "bench 100x5x2 @8,5.0"]),
        ("erg 2,000m 7:30", 5, "2,000", ["erg 2000m 7:30", "erg 2.000m 7:30"]),
        ("run 30min 5km", 5, "30min 5km", ["run 5km 30:00", "run 1x30:00 5km"]),
        (
            "run 5km hr150 25:00",
            5,
            "5km hr150 25:00",
            ["run 5km 25:00 hr150", "run 5km hr150 1x25:00"],
        ),
        (
            "run 5km 25:00 26:00",
            5,
            "5km 25:00 26:00",
            ["run 5km 25:00 5km 26:00", "run 5km 25:00 1x26:00"],
        ),
        ("bench 100", 7, "100", ["bench 100kgx5"]),
        ("bench 100x", 11, "", ["bench 100x5"]),
        ("dip bw +10x5", 5, "bw", ["dip bw+10x5"]),
        ("pullup 8 +10kg", 10, "+10kg", ["pullup +10kgx8"]),
        ("bench 100x5 @85", 13, "@85", ["bench 100x5 @8.5"]),
        ("bench 100x5 @7.3", 13, "@7.3", ["bench 100x5 @7", "bench 100x5 @7.5"]),
        ("bench 12x8@100", 11, "@100", ["bench 12x8@100kg"]),
        ("bench 100x5x3 @8,9", 15, "@8,9", ["bench 100x5x3 @8,9,9"]),
        ("bench 100x5 @8,5", 13, "@8,5", ["bench 100x5 @8.5", "bench 100x5 @8"]),
        ("pullup 100x5", 8, "100", ["pullup +100x5", "pullup -100x5"]),
        ("plank 3x60", 9, "60", ["plank 3x60s", "plank 3x60min"]),
        ("plank 5m", 7, "5m", ["plank 5min", "plank 5s"]),
        ("run 100kgx5", 5, "100kg", ["run 5km 25:00"]),
        ("bench 8,7,6", 7, "8,7,6", ["bench lastx8,7,6"]),
        ("bench", 6, "Bench Press", ["bench 100kgx5"]),
        ("bench 100x5x99", 13, "99", ["bench 100x5x50"]),
        ("bench 100x5@10kg", 7, "100x5@10kg", ["bench 100kgx5"]),
        ("plank 1:75", 7, "1:75", ["plank 2:15"]),
        ("bench 100 kg x 5", 7, "100 kg", ["bench 100kg x 5"]),
        ("pullup 3x8+10kg", 11, "+10kg", ["pullup 3x8 +10kg"]),
        ("bench 100x5, 5, 4", 11, "5,", ["bench 100x5,5,4"]),
        ("bench 100x5 L", 13, "L", ["bench 100x5L"]),
        ("bench 100x5 R", 13, "R", ["bench 100x5R", "bench 100x5 r90"]),
        ("bench 100x5rpe8", 12, "rpe8", ["bench 100x5 rpe8"]),
        ("bench 100x5// tired", 12, "//", ["bench 100x5 // tired"]),
        ("bench 100x5 felt good", 13, "felt", ["bench 100x5 // felt good"]),
        ("squat 100x5 bench 80x5", 13, "bench", ["squat 100x5 + bench 80x5"]),
        ("squat 100x5+ bench 80x5", 14, "bench", ["squat 100x5 + bench 80x5"]),
        ("squat 100x5 +bench 80x5", 13, "+bench", ["squat 100x5 + bench 80x5"]),
        ("bench 5x5x100kg", 11, "100kg", ["bench 5x5@100kg"]),
        ("bench 5x100kgx3", 7, "5x100kg", ["bench 100kgx5x3"]),
        ("bench 100x5 +", 13, "+", ["bench 100x5"]),
    ],
)
def test_an_error_says_where_what_and_what_would_do(
    line: str, column: int, read_as: str, hints: list[str]
) -> None:
    error = refused(line)
    details = error.details
    assert (details["column"], details["read"], error.hints) == (column, read_as, hints)
    assert details["line"] == line
    assert error.message.rstrip()[-1] in ".?"
    for hint in hints:
        read(hint)


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    error = refused("squat 100x5 + bnch press 80x5")
    assert isinstance(error, UnknownExerciseError)
    assert error.details["code"] == "E_UNKNOWN_EXERCISE"
    assert (error.details["column"], error.details["read"]) == (15, "bnch press")
    assert error.hints == ["Bench Press", "Burpee"]


@pytest.mark.parametrize("hidden", ["\x1b", "\x00", "\n", "\u202e", "\u200b", "\ud800", "\ufffe"])
def test_hidden_characters_are_refused_and_never_repeated(hidden: str) -> None:
    for line in (f"bench 100x5 // a{hidden}b", f"ben{hidden}ch 100x5", f"bench 1{hidden}0x5"):
        error = refused(line)
        assert error.details["code"] == "E_SYNTAX"
        assert error.details["column"] == line.index(hidden) + 1
        assert hidden not in f"{error.message}{error.details}"
        assert f"U+{ord(hidden):04X}" in error.message


def test_a_tab_is_a_blank_but_not_in_a_note() -> None:
    assert read("bench\t100x5\t//\ttired\r\n").note == "tired"
    assert refused("bench 100x5 // a\tb").details["code"] == "E_SYNTAX"


def test_a_line_holds_so_many_sets_and_a_note_so_many_characters() -> None:
    assert len(read("bench" + " 100x5x50" * 20).entries[0].sets) == 1000
    for line in (
        "bench" + " 100x5x50" * 20 + " 100x5",
        " + ".join(["bench 100x5x50"] * 21),
        "pullup " + ",".join(["8"] * 51),
        "bench 100x5 // " + "a" * 10_001,
    ):
        assert refused(line).details["code"] == "E_RANGE"


def test_tokens_know_their_columns_and_blanks() -> None:
    tokens = [token for word in words("102,5KG × 5") for token in tokenize(word)]
    assert [(token.text, token.column, token.spaced) for token in tokens] == [
        ("102", 1, True),
        (",", 4, False),
        ("5", 5, False),
        ("kg", 6, False),
        ("x", 9, True),
        ("5", 11, True),
    ]
    assert [token.kind for token in tokens] == [
        "number",
        "mark",
        "number",
        "word",
        "mark",
        "number",
    ]
