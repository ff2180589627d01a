"""Names as people type them: what meets, what stays apart, what is suggested."""

from __future__ import annotations

import sys
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.everything import FEW
from workout_core.exercises.compiled import BASICS
from workout_core.exercises.keys import normalise
from workout_core.exercises.names import KnownExercise, NameIndex
from workout_core.ids import catalogue_id

INDEX = NameIndex()
LONG = 100_000


def name_of(text: str, index: NameIndex = INDEX) -> str | None:
    found = index.find(text)
    return found.name if found else None


def test_a_plus_begins_no_name() -> None:
    assert INDEX.longest(["+", "bench"]) is None
    assert INDEX.longest([]) is None


def own(name: str, **values: Any) -> KnownExercise:
    return KnownExercise(
        **{"id": uuid4(), "slug": None, "tracking": "weight_reps"} | values, name=name
    )


def basic(slug: str) -> KnownExercise:
    found = INDEX.find(slug)
    assert found
    return found


@pytest.mark.parametrize(
    ("texts", "name", "tracking"),
    [
        ("bench|bp|BENCH|Bench Press (Barbell)|barbell-bench-press", "Bench Press", "weight_reps"),
        ("squat|back squat|Barbell Squat", "Squat", "weight_reps"),
        ("dl|deadlift|dead lift|Deadlifts", "Deadlift", "weight_reps"),
        ("ohp|press|military press", "Overhead Press", "weight_reps"),
        ("curl|bicep curls|Biceps Curl (Dumbbell)", "Dumbbell Curl", "weight_reps"),
        ("lateral raise|Dumbbell Lateral Raises", "Lateral Raise", "weight_reps"),
        ("kb swing|kettlebell swings", "Kettlebell Swing", "weight_reps"),
        ("row|dumbbell row|1-arm row|single arm row", "One-Arm Row", "weight_reps"),
        ("pullup|pull up|pull-up|Pull Ups", "Pull-up", "bodyweight_reps"),
        ("chinup|chin ups", "Chin-up", "bodyweight_reps"),
        ("dip|dips", "Dip", "bodyweight_reps"),
        ("pushup|push-ups|press-up", "Push-up", "bodyweight_reps"),
        ("burpee|burpees", "Burpee", "reps"),
        ("3/4 sit-up|¾ sit-up|3/4 situps", "3/4 Sit-Up", "reps"),
        ("plank|planks", "Plank", "duration"),
        ("hang|dead hang|deadhang", "Dead Hang", "weight_duration"),
        ("run|running", "Run", "distance"),
        ("erg|rower|rowing machine", "Rowing Erg", "distance"),
        ("carry|farmer's walk|farmers walk|Farmer\u2019s Walk", "Farmer's Walk", "weight_distance"),
        ("rdl|romanian deadlift", "Romanian Deadlift", "weight_reps"),
        ("bb row|bent over row|bent-over rows", "Barbell Row", "weight_reps"),
        ("lat pulldown|Lat Pull-Down", "Lat Pulldown", "weight_reps"),
        ("c&j|clean & jerk|clean and jerk", "Clean and Jerk", "weight_reps"),
        ("SL RDL|one leg rdl|single-leg rdl", "Single-Leg Romanian Deadlift", "weight_reps"),
        ("high to low cable fly", "High Cable Fly", "weight_reps"),
        ("low-to-high cable fly", "Low Cable Fly", "weight_reps"),
        ("Shoulder Press, Leverage Machine", "Machine Shoulder Press", "weight_reps"),
        ("Handle Band Row|Resistance Band Rows|Loop Band Row", "Band Row", "reps"),
        ("planche", "Planche", "duration"),
    ],
)
def test_everyday_names_are_known(texts: str, name: str, tracking: str) -> None:
    for text in texts.split("|"):
        found = INDEX.find(text)
        assert found, text
        assert (found.name, found.tracking) == (name, tracking), text


@pytest.mark.parametrize(
    "same",
    [
        "Bench Press (Barbell)|barbell bench press|Bench-Press, Barbell|BB Bench Presses|benchpress bb",
        "pull-up|pull up|pullup|Pull Ups|PULL‑UPS",
        "farmer's walk|farmers walk|farmer walk|Farmer`s Walks",
        "DB RDL|dumbbell romanian deadlift|Romanian Deadlift (Dumbbell)",
        "one-arm row|single arm row|1 arm row|One Arm Rows",
        "Smith Bench Press|Bench Press (Smith Machine)|smith-machine bench press",
        "hex bar deadlift|trap-bar deadlift|Deadlift (Trap bar)",
        "skull crushers|skullcrusher|SkullCrushers",
        "calves|calf|Calf",
        "dumbell flyes|dumbbell fly|Dumbbell Flies",
        "handle band curl|resistance band curl|band curl",
        "chest press, leverage machine|machine chest press|Chest Press Machine (Machine)",
        "sa db row|single arm dumbbell row",
        "sl leg curl|single-leg curl",
        "tricep pressdown|triceps push-down|Tri Pushdowns",
        "stability ball crunch|exercise-ball crunches|swiss ball crunch",
        "paused squat|pause squats",
        "inclined bench press|incline bench press|inc bench press",
        "face pull (pulley)|cable face pull",
        "développé|developpe|DÉVELOPPÉ|de\u0301veloppe\u0301",
        "bıçak|BIÇAK|bicak",
        "straße|STRASSE",
    ],
)
def test_spellings_of_one_name_meet(same: str) -> None:
    assert len({normalise(text) for text in same.split("|")}) == 1


@pytest.mark.parametrize(
    "apart",
    [
        "3/4 sit-up|sit-up|34 sit-up",
        "bench press barbell|bench press dumbbell|bench press smith machine|bench press cable",
        "squat|squat bodyweight|squat dumbbell|squat machine|squat band",
        "leg press|leg press machine",
        "cable fly high to low|cable fly low to high|cable fly high|cable fly low",
        "handle|handle curl|curl",
        "pull-up|push-up|chin-up|assisted pull-up|weighted pull-up",
        "bench press a|bench press b|bench press",
        "bench 1|bench 2|bench",
        "की|का|कि",
        "💪|🏋",
        "-|+|?",
    ],
)
def test_different_names_stay_apart(apart: str) -> None:
    texts = apart.split("|")
    assert len({normalise(text) for text in texts}) == len(texts)


@pytest.mark.parametrize("movement", ["bench press", "curl", "romanian deadlift", "squat", "shrug"])
def test_equipment_tells_exercises_apart(movement: str) -> None:
    barbell, dumbbell = (INDEX.find(f"{kind} {movement}") for kind in ("barbell", "dumbbell"))
    assert barbell
    assert dumbbell
    assert barbell.id != dumbbell.id
    assert (barbell.implements, dumbbell.implements) == (1, 2)


@given(st.text())
def test_a_key_is_its_own_key(text: str) -> None:
    key = normalise(text)
    assert type(key) is str
    assert normalise(key) == key


WORDS = [
    *("pull", "up", "legs", "the", "and", "1", "one", "arm", "smith", "machine", "hex", "bar"),
    *("dl", "db", "bss", "press", "up's", "3/4", "1.5", "calves", "-", "(", "½", "flies"),
    *("benchpress", "l", "sit", "handle", "band", "leverage", "pulley", "cable", "sa", "tri"),
    *("exercise", "stability", "ball", "high", "low", "pressdown", "cg", "laying"),
]


@given(st.lists(st.sampled_from(WORDS)), st.randoms())
def test_a_key_minds_neither_order_nor_case(words: list[str], random: Any) -> None:
    key = normalise(" ".join(words))
    assert normalise(key) == key
    random.shuffle(words)
    assert normalise(" ".join(words).upper()) == key


def work(text: str) -> int:
    """How many functions are called to normalise a text."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event.endswith("call")

    sys.setprofile(count)
    try:
        normalise(text)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize(
    "part", ["a", "pull up ", "1/", "'", " ", "é ", "a\u0301\u0323", "ب\u064b\u0651", "s", "💪"]
)
def test_long_texts_cost_what_they_are_long(part: str) -> None:
    text = (part * LONG)[:LONG]
    assert type(normalise(text)) is str
    assert work(text[:20_000]) <= 2.1 * work(text[:10_000])


class Counted(list[str]):
    """Words that count how many of them were looked at."""

    looked = 0

    def __getitem__(self, place: Any) -> Any:
        found = super().__getitem__(place)
        self.looked += len(found) if isinstance(place, slice) else 1
        return found


@pytest.mark.parametrize("word", ["bench", "nothing", "-", "x" * 50])
def test_only_as_many_words_are_tried_as_a_name_may_have(word: str) -> None:
    words = Counted([word] * LONG)
    INDEX.longest(words)
    assert words.looked < 500


@pytest.mark.parametrize(
    ("line", "name", "count"),
    [
        ("bench 100x5", "Bench Press", 1),
        ("bench press 100x5", "Bench Press", 2),
        ("3/4 sit-up 3x20", "3/4 Sit-Up", 2),
        ("sit up 3x20", "Sit-up", 2),
        ("kb swing 24kgx20x5", "Kettlebell Swing", 2),
        ("Bench Press - Close Grip (Barbell) 80x8", "Close-Grip Bench Press", 6),
        ("barbell-squat 100x5", "Squat", 1),
        ("lat pull down 60x10", "Lat Pulldown", 3),
        ("one arm dumbbell row 30x10L", "One-Arm Row", 4),
        ("front squat 80x5", "Front Squat", 2),
        ("clean and jerk 80x1", "Clean and Jerk", 3),
        ("bench - 100x5", "Bench Press", 1),
        ("bench and squat", "Bench Press", 1),
        ("pullup bw x 12", "Pull-up", 1),
        ("squat bw x 12", "Squat", 1),
        ("dip", "Dip", 1),
    ],
)
def test_the_longest_name_is_taken(line: str, name: str, count: int) -> None:
    taken = INDEX.longest(line.split())
    assert taken
    assert (taken[0].name, taken[1]) == (name, count)


@pytest.mark.parametrize("words", [[], ["bnch", "100x5"], ["-"], [""], ["100x5", "bench"]])
def test_a_line_must_begin_with_a_name(words: list[str]) -> None:
    assert INDEX.longest(words) is None


def test_own_long_names_are_taken_whole() -> None:
    mine = own("The one that Anna showed me in the small gym by the river last summer on holiday 2")
    taken = NameIndex([mine]).longest([*mine.name.split(), "20x5"])
    assert taken == (mine, len(mine.name.split()))


def test_own_names_win_over_the_catalogue() -> None:
    mine = own("Bench", tracking="reps")
    index = NameIndex([mine])
    assert index.find("bench") == mine
    assert index.find("benches") == mine
    assert name_of("bench press", index) == "Bench Press"
    assert index.nearest("bench")[0] == mine


def test_own_aliases_win_over_the_catalogue_but_not_over_own_names() -> None:
    mine, other = own("Deficit Thing"), own("Other Thing")
    aliases = [(normalise("ohp"), mine.id), (normalise("other things"), mine.id)]
    index = NameIndex([mine, other], aliases)
    assert index.find("OHP") == mine
    assert name_of("overhead press", index) == "Overhead Press"
    assert index.find("other thing") == other


def test_an_alias_wins_over_a_used_exercise_that_kept_its_name() -> None:
    used, mine = basic("barbell-squat"), own("My Squat")
    index = NameIndex([used, mine], [("squat", mine.id)])
    assert index.find("squat") == mine
    assert index.find("barbell squat") == used


def test_an_alias_may_lead_to_the_catalogue() -> None:
    index = NameIndex((), iter([("thing", catalogue_id("plank"))]))
    assert name_of("Things", index) == "Plank"


def test_an_alias_of_a_lost_exercise_hides_nothing() -> None:
    assert name_of("bench", NameIndex((), [("bench", uuid4())])) == "Bench Press"


def test_an_own_row_takes_the_place_of_the_catalogues() -> None:
    dumbbells = own("DB Bench", id=catalogue_id("dumbbell-bench-press"), unit="lb", implements=None)
    index = NameIndex([dumbbells])
    for text in ("dumbbell bench press", "db bench", "dumbbell-bench-press"):
        found = index.find(text)
        assert found
        assert (found.name, found.unit, found.tracking) == ("DB Bench", "lb", "weight_reps")
        assert (found.slug, found.implements) == ("dumbbell-bench-press", 2)
        assert index.get(dumbbells.id) == found


def test_a_renamed_exercise_is_found_by_both_names() -> None:
    renamed = own("Big Lift", id=catalogue_id("barbell-deadlift"), slug="barbell-deadlift")
    index = NameIndex([renamed])
    assert index.find("big lift") == index.find("deadlift") == renamed


def test_own_slugs_are_found() -> None:
    mine = own("Wobble Board", slug="wobble")
    assert NameIndex([mine]).find("wobble") == mine


def test_ids_are_found() -> None:
    mine = own("Mine")
    index = NameIndex([mine])
    assert index.get(mine.id) == mine
    assert index.get(catalogue_id("plank")) == INDEX.find("plank")
    assert index.get(UUID(int=0)) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("bnch", "Bench Press"),
        ("bnch press", "Bench Press"),
        ("vench press", "Bench Press"),
        ("benchpres", "Bench Press"),
        ("sqat", "Squat"),
        ("dedlift", "Deadlift"),
        ("pulup", "Pull-up"),
        ("rwo", "One-Arm Row"),
        ("machinr shoulder press", "Machine Shoulder Press"),
        ("kb swng", "Kettlebell Swing"),
        ("ben", "Bench Press"),
        ("lat pull", "Lat Pulldown"),
        ("rom dead", "Romanian Deadlift"),
        ("squat", "Squat"),
        ("3/4", "3/4 Sit-Up"),
        ("farmers", "Farmer's Walk"),
        ("dumbell bensh", "Dumbbell Bench Press"),
    ],
)
def test_what_was_meant_is_suggested_first(text: str, name: str) -> None:
    assert INDEX.nearest(text)[0].name == name


@FEW
@given(st.sampled_from(sorted(BASICS)), st.data())
def test_a_name_with_a_letter_missing_is_suggested(slug: str, data: st.DataObject) -> None:
    name = BASICS[slug][1]
    place = data.draw(st.integers(0, len(name) - 1))
    near = INDEX.nearest(name[:place] + name[place + 1 :], limit=20)
    assert name in [exercise.name for exercise in near] or len(name) < 5


def test_suggestions_are_limited_distinct_and_always_the_same() -> None:
    near = INDEX.nearest("press", limit=7)
    assert len({exercise.id for exercise in near}) == len(near) == 7
    assert near == NameIndex().nearest("press", limit=7)


def test_a_typo_never_changes_the_equipment() -> None:
    names = [exercise.name for exercise in INDEX.nearest("barbell bensh press", limit=3)]
    assert names[0] == "Bench Press"
    assert "Dumbbell Bench Press" not in names


def test_used_exercises_are_suggested_before_others() -> None:
    used = basic("cable-face-pull")
    assert NameIndex([used]).nearest("fac")[0] == used
    assert (
        NameIndex([basic("plank"), own("Bench Thing")]).nearest("bench t")[0].name == "Bench Thing"
    )


@pytest.mark.parametrize("text", ["", " ", "💪", "??", "qqqqqq", "x" * LONG])
def test_nothing_is_suggested_where_nothing_is_alike(text: str) -> None:
    assert INDEX.nearest(text) == []


@FEW
@given(st.text(max_size=300))
def test_any_text_can_be_asked_for(text: str) -> None:
    assert len(INDEX.nearest(text)) <= 5
    found = INDEX.longest(text.split(" "))
    assert found is None or found[1] >= 1
