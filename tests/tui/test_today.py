"""The open workout on its screen: every key, what it shows, and what it leaves in the database."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from workout_cli.tui.screens.today import TodayScreen
from workout_core.live.schemas import LiveFilters
from workout_core.workouts.schemas import WorkoutFilters

if TYPE_CHECKING:
    from tests.tui.showing import Seen, Shown
    from workout_core.live.schemas import LiveBoard, LiveSet, LiveSlot


async def board(seen: Seen) -> LiveBoard:
    return await seen.ask(lambda services: services.live.board(LiveFilters()))


async def slot(seen: Seen) -> LiveSlot:
    """The first exercise, as the services know it."""
    return (await board(seen)).slots[0]


def told(sets: list[LiveSet]) -> list[tuple[str, str, int | None]]:
    return [(each.kind, str(each.load_value), each.reps) for each in sets]


async def test_enter_does_a_workout_again_and_logs_its_sets_as_planned(trained: Shown) -> None:
    async with trained.at(120, 40, "enter", "enter") as seen:
        first = await slot(seen)
        meant = first.done[0]
        assert (meant.load_value, meant.reps) == (meant.target_load_value, meant.target_reps)
        assert "✓" in seen.text
        assert (await board(seen)).rest.until is not None
        assert seen.text.count("○") > 5


async def test_digits_that_come_at_once_are_one_set(trained: Shown) -> None:
    async with trained.at(80, 24, "enter") as seen:
        await seen.pilot.press(*("5", "2", "full_stop", "5", "x", "8", "space", "at", "8", "enter"))
        await seen.settle()
        done = (await slot(seen)).done
        assert [(each.load_value, each.reps, each.rpe) for each in done] == [
            (Decimal("52.5"), 8, Decimal(8))
        ]


async def test_a_set_that_cannot_be_read_is_told_and_logs_nothing(trained: Shown) -> None:
    async with trained.at(80, 24, "enter", "5", "x", "x", "enter") as seen:
        assert (await slot(seen)).done == []
        assert seen.said
        await seen.press("5", "x", "escape")
        await seen.press("enter")
        assert len((await slot(seen)).done) == 1


async def test_load_is_stepped_for_all_sets_like_it_and_reps_for_one(trained: Shown) -> None:
    async with trained.at(80, 24, "enter") as seen:
        before = (await slot(seen)).planned
        at = next(n for n, each in enumerate(before) if each.kind == "working")
        await seen.press(*["j"] * at, "plus", "right_square_bracket")
        after = (await slot(seen)).planned
        step = (await slot(seen)).step_value
        same = [each for each in before[at:] if each.load_value == before[at].load_value]
        assert len(same) > 1
        for old, new in zip(before[at:], after[at:], strict=True):
            stepped = old.load_value == before[at].load_value
            assert new.load_value == (old.load_value or 0) + (step if stepped else 0)
        assert after[at].reps == (before[at].reps or 0) + 1
        assert after[at + 1].reps == before[at + 1].reps
        await seen.press("enter")
        assert (await slot(seen)).done[0].reps == after[at].reps


async def test_what_is_done_is_corrected_retyped_and_taken_out(trained: Shown) -> None:
    async with trained.at(80, 24, "enter", "enter", "k") as seen:
        (done,) = (await slot(seen)).done
        await seen.press("plus", "left_square_bracket")
        (changed,) = (await slot(seen)).done
        assert changed.load_value == (done.load_value or 0) + (await slot(seen)).step_value
        assert changed.reps == (done.reps or 0) - 1
        await seen.press("k", "e", "home", *["delete"] * 20)
        await seen.type("61.25x4 warmup")
        await seen.press("enter")
        assert told((await slot(seen)).done) == [(done.kind, "61.25", 4)]
        await seen.press("k", "d")
        assert (await slot(seen)).done == []
        await seen.press("u")
        assert len((await slot(seen)).done) == 1


async def test_exercises_are_found_added_swapped_moved_joined_and_taken_out(shown: Shown) -> None:
    async with shown.at(120, 40, "slash") as seen:
        await seen.type("bench")
        await seen.press("enter")
        assert [each.exercise.name for each in (await board(seen)).slots] == ["Bench Press"]
        await seen.press("slash")
        await seen.type("deadlift")
        await seen.press("enter")
        names = [each.exercise.name for each in (await board(seen)).slots]
        assert names == ["Bench Press", "Deadlift"]
        await seen.press("K")
        assert [each.exercise.name for each in (await board(seen)).slots] == names[::-1]
        await seen.press("t")
        assert len({each.superset_group for each in (await board(seen)).slots}) == 1
        assert "┃" in seen.text
        await seen.press("t")
        assert {each.superset_group for each in (await board(seen)).slots} == {None}
        await seen.press("s")
        await seen.type("squat")
        await seen.press("enter")
        assert (await board(seen)).slots[0].exercise.name == "Squat"
        await seen.press("d")
        assert [each.exercise.name for each in (await board(seen)).slots] == ["Bench Press"]


async def test_a_first_set_of_what_was_never_done_is_typed(shown: Shown) -> None:
    async with shown.at(80, 24, "slash") as seen:
        await seen.type("bench")
        await seen.press("enter", "enter")
        await seen.type("60x5")
        await seen.press("enter", "enter")
        assert told((await slot(seen)).done) == [("working", "60", 5)] * 2


async def test_more_sets_warm_ups_and_notes(trained: Shown) -> None:
    async with trained.at(80, 24, "enter") as seen:
        before = (await slot(seen)).planned
        await seen.press("a")
        assert (await slot(seen)).planned == [before[0], *before]
        await seen.press("w")
        kinds = [each.kind for each in (await slot(seen)).planned]
        assert kinds[0] != before[0].kind
        await seen.press("n")
        await seen.type("grip wide")
        await seen.press("enter")
        assert (await slot(seen)).note == "grip wide"
        assert "grip wide" in seen.text


async def test_rests_are_begun_changed_and_skipped(trained: Shown) -> None:
    async with trained.at(80, 24, "enter", "r") as seen:
        before = (await board(seen)).rest
        assert before.until is not None
        assert "REST" in seen.text
        await seen.press(">")
        after = (await board(seen)).rest
        assert after.until is not None
        assert 13 < (after.until - before.until).total_seconds() < 17
        await seen.press("x")
        assert (await board(seen)).rest.until is None


async def test_finishing_leaves_what_was_done_and_undo_opens_it_again(trained: Shown) -> None:
    async with trained.at(80, 24, "enter", "enter", "f") as seen:
        assert (await board(seen)).workout is None
        found = await seen.ask(lambda services: services.workouts.list(WorkoutFilters(size=1)))
        assert (found.items[0].sets, len(found.items[0].exercises)) == (1, 1)
        assert "No workout is open" in seen.text
        await seen.press("u")
        assert len((await board(seen)).slots) > 1
        await seen.press("D")
        assert (await board(seen)).workout is None


async def test_what_another_terminal_did_is_seen(trained: Shown) -> None:
    async with trained.at(80, 24, "enter") as seen:
        async with trained.at(80, 24, "enter") as other:
            assert len((await slot(other)).done) == 1
        await seen.press("f2", "f1")
        assert len((await slot(seen)).done) == 1
        assert "✓" in seen.text
        async with trained.at(80, 24, "enter"):
            pass
        seen.app.app_resume_signal.publish(seen.app)  # as after Ctrl-Z and `fg`
        await seen.settle()
        assert seen.text.count("✓") == 2


async def test_a_set_typed_after_a_note_or_a_correction_is_a_set(trained: Shown) -> None:
    async with trained.at(80, 24, "enter", "n") as seen:
        await seen.type("wide")
        await seen.press("enter", "6", "0", "x", "5", "enter")
        assert (await slot(seen)).note == "wide"
        await seen.press("n", "escape", "6", "1", "x", "5", "enter")
        await seen.press("k", "e", "escape", "6", "2", "x", "5", "enter")
        assert (await slot(seen)).note == "wide"
        assert [each.load_value for each in (await slot(seen)).done] == [60, 61, 62]
        await seen.press("n", "ctrl+u", "enter")
        assert (await slot(seen)).note is None


async def test_what_is_refused_is_there_to_be_made_right(trained: Shown) -> None:
    async with trained.at(80, 24, "enter") as seen:
        await seen.type("60x5 @88")
        await seen.press("enter")
        assert "60x5 @88" in seen.text
        await seen.press("backspace", "enter")
        assert [each.reps for each in (await slot(seen)).done] == [5]
        await seen.press("k", "e", "x", "enter", "backspace", *["left"] * len(" @8 warmup"))
        await seen.press("backspace", "6", "enter")
        assert [each.reps for each in (await slot(seen)).done] == [6]


async def test_the_palette_tells_every_key(trained: Shown) -> None:
    async with trained.at(80, 24, "enter", "ctrl+p") as seen:
        assert "Log the set of the cursor" in seen.text
        await seen.type("command line")
        assert "A line as for the command line" in seen.text
        assert "Log the set of the cursor" not in seen.text
        await seen.press(*["backspace"] * len("command line"))
        await seen.type("MORE rep")
        assert "[/]" in seen.text


async def test_what_is_under_way_is_seen_as_it_was_typed(trained: Shown) -> None:
    async with trained.at(80, 24, "enter") as seen:
        assert isinstance(seen.app.screen, TodayScreen)
        seen.app.screen.session.log_text("50x5 @8")
        seen.app.screen.paint()
        await seen.settle()
        assert "50x5 @8" in seen.text
        assert "1 sending  sets 1/17   volume 0 kg   0:0" in seen.text


async def test_one_leaves_while_typing_and_comes_back_to_it(trained: Shown) -> None:
    async with trained.at(80, 24, "enter", *"55x", "f2", "f1") as seen:
        assert "55x" in seen.text
        await seen.press("3", "enter", "5", "ctrl+c")
        assert [each.reps for each in (await slot(seen)).done] == [3]
        assert not seen.app.is_running or seen.app._exit


async def test_what_is_typed_at_once_after_a_key_is_text(trained: Shown) -> None:
    async with trained.at(80, 24, "enter") as seen:
        before = await slot(seen)
        await seen.pilot.press("n", *"awide", "enter")
        await seen.settle()
        assert (await slot(seen)).note == "awide"
        await seen.pilot.press("slash", *"dips", "enter")
        await seen.settle()
        await seen.pilot.press("s", *"squat", "enter")
        await seen.settle()
        slots = (await board(seen)).slots
        assert slots[-1].exercise.name == "Squat"
        assert slots[0].planned == before.planned
