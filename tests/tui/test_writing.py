"""What is typed while something is under way yet: behind a slow server, everything is."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from textual.widgets import Input

from tests.tui.test_today import board, slot
from workout_cli.tui.outbox import Outbox
from workout_cli.tui.screens.exercises import ExercisesScreen
from workout_cli.tui.screens.find import FindExercise
from workout_cli.tui.screens.form import Form
from workout_cli.tui.screens.today import TodayScreen
from workout_cli.tui.session import Sent
from workout_cli.tui.widgets.entry import Entry
from workout_core.config import load_settings
from workout_core.ids import new_id
from workout_core.live.schemas import LiveLog, PlannedSet

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.tui.showing import Seen, Shown


@asynccontextmanager
async def held(seen: Seen) -> AsyncIterator[None]:
    """Nothing is written meanwhile; then everything is, in its order."""
    async with seen.app.library._writing:
        yield
    await seen.settle()


async def queued(seen: Seen, changes: int) -> None:
    """Wait until so many changes wait to be written."""
    while len(seen.app.library._writing._waiters or ()) < changes:
        await seen.pilot.pause()


def today(seen: Seen) -> TodayScreen:
    screen = seen.app.screen
    assert isinstance(screen, TodayScreen)
    return screen


async def test_a_plan_that_is_changed_behind_a_set_has_it_no_more(trained: Shown) -> None:
    async with trained.at(80, 24, "enter") as seen:
        before = (await slot(seen)).planned
        async with held(seen):
            await seen.pilot.press("enter")
            await queued(seen, 1)
            await seen.pilot.press("right_square_bracket")
            await queued(seen, 2)
        after = await slot(seen)
        assert (len(after.done), len(after.planned)) == (1, len(before) - 1)
        assert after.planned[0].reps == (before[1].reps or 0) + 1
        assert today(seen).session.board == await board_as_seen(seen)


async def test_each_key_that_corrects_a_set_counts(trained: Shown) -> None:
    async with trained.at(80, 24, "enter", "enter", "k") as seen:
        (done,) = (await slot(seen)).done
        async with held(seen):
            for at, key in enumerate(("plus", "plus", "right_square_bracket", "plus", "w"), 1):
                await seen.pilot.press(key)
                await queued(seen, at)
        (after,) = (await slot(seen)).done
        assert after.load_value == (done.load_value or 0) + 3 * (await slot(seen)).step_value
        assert (done.kind, after.kind) == ("warmup", "working")
        assert after.reps == (done.reps or 0) + 1


async def test_a_correction_that_is_refused_is_not_shown(trained: Shown) -> None:
    async with trained.at(80, 24, "enter", "enter", "k") as seen:
        at = await slot(seen)
        workout, (done,) = today(seen)._workout_id, at.done
        await seen.call(lambda services: services.sets.delete(workout, at.execution_id, done.id))
        async with held(seen):
            await seen.pilot.press("plus")
            await queued(seen, 1)
            assert today(seen).session.lines()[0].done != done
        assert seen.said
        assert today(seen).session.board == await board_as_seen(seen)


async def board_as_seen(seen: Seen) -> object:
    """The board, but for the times that go on."""
    now, then = await board(seen), today(seen).session.board
    assert then is not None
    return now.model_copy(update={"rest": then.rest, "workout": then.workout})


async def test_a_set_that_is_undone_at_once_is_not_sent_again(trained: Shown) -> None:
    async with trained.at(80, 24, "enter") as seen:
        async with held(seen):
            await seen.pilot.press("enter")
            await queued(seen, 1)
            await seen.pilot.press("u")
            await queued(seen, 2)
        assert (await slot(seen)).done == []
        assert today(seen).session.sent == []
        assert Outbox.of(seen.app.settings).read() == []


async def test_what_is_typed_belongs_where_it_was_begun(trained: Shown) -> None:
    async with trained.at(80, 24, "enter", "t") as seen:
        first = today(seen).session.current
        async with held(seen):
            await seen.pilot.press("enter")
            await queued(seen, 1)
            await seen.pilot.press("6", "0", "x", "4")
        assert today(seen).session.current == first
        await seen.press("enter")
        assert [each.reps for each in (await slot(seen)).done][1:] == [4]


async def test_finishing_waits_for_the_set_that_is_under_way(trained: Shown) -> None:
    async with trained.at(80, 24, "enter") as seen:
        async with held(seen):
            await seen.pilot.press("enter", "f")
            await queued(seen, 1)
        assert (await board(seen)).workout is None
        assert any("Finished" in each and "1 set" in each for each in seen.said)


async def test_nothing_is_finished_while_a_set_did_not_arrive(trained: Shown) -> None:
    async with trained.at(80, 24, "enter") as seen:
        execution = (await slot(seen)).execution_id
        today(seen).session.sent = [Sent(execution, LiveLog(id=new_id()), PlannedSet(reps=5))]
        await seen.press("f")
        assert (await board(seen)).workout is not None
        assert any("1 set did not arrive yet" in each for each in seen.said)


async def test_a_set_is_typed_as_a_set_after_another_one_was_edited(trained: Shown) -> None:
    async with trained.at(80, 24, "enter", "enter", "k", "e", "escape") as seen:
        (done,) = (await slot(seen)).done
        await seen.type("60x4")
        await seen.press("enter")
        first, second = (await slot(seen)).done
        assert (first.reps, second.reps) == (done.reps, 4)


async def test_what_is_refused_can_be_typed_otherwise(trained: Shown) -> None:
    async with trained.at(80, 24, "enter", "5", "x", "x", "enter") as seen:
        entry = seen.app.screen.query_one(Entry)
        assert (entry.is_open, entry.value) == (True, "5xx")
        entry.open("5" * 600)
        await seen.press("enter")
        assert any("more than 500" in each for each in seen.said)
        assert (entry.is_open, entry.value) == (True, "5" * 600)


async def test_the_cursor_is_seen_in_a_long_line(trained: Shown) -> None:
    async with trained.at(60, 20, "enter", "n") as seen:
        entry = seen.app.screen.query_one(Entry)
        entry.open("begin " + "word 語 " * 30 + "end")
        await seen.settle()
        assert "end" in seen.text
        assert "begin" not in seen.text
        await seen.press("home")
        assert "begin" in seen.text


async def test_enter_waits_for_what_was_typed_to_be_found(trained: Shown) -> None:
    async with trained.at(80, 24, "enter", "slash") as seen:
        find = seen.app.screen
        assert isinstance(find, FindExercise)
        line = find.query_one(Input)
        line.value = "goblet squat"
        await line.action_submit()
        await seen.settle()
        assert (await board(seen)).slots[-1].exercise.name == "Goblet Squat"


async def test_the_trend_is_that_of_the_exercise_in_view(trained: Shown) -> None:
    async with trained.at(120, 40, "enter") as seen:
        first = today(seen)._trend
        await seen.press("l")
        assert today(seen)._trend is not first
        await seen.press("h")
        assert today(seen)._trend is first


async def test_a_form_comes_up_where_it_was_asked_for_alone(trained: Shown) -> None:
    async with trained.at(80, 24, "3") as seen:
        screen = seen.app.screen
        assert isinstance(screen, ExercisesScreen)
        screen.action_edit()
        seen.app.action_show("today")
        await seen.settle()
        assert not isinstance(seen.app.screen, Form)


def said(text: str) -> Sent:
    return Sent(new_id(), LiveLog(id=new_id(), text=text), PlannedSet(reps=5))


def test_an_outbox_that_was_spoiled_keeps_what_can_be_read(tmp_path: Path) -> None:
    outbox, sent = Outbox(tmp_path), said("5")
    outbox.keep([sent])
    outbox.close()
    (path,) = tmp_path.glob("*.jsonl")
    path.write_bytes(b"\xff\xfe{}\n[1]\n" + path.read_bytes())
    later = Outbox(tmp_path)
    assert later.read() == [sent]
    assert path.exists()  # until it is kept elsewhere
    later.keep([])
    assert list(tmp_path.iterdir()) == []


def test_what_one_program_keeps_no_other_takes_while_it_lives(tmp_path: Path) -> None:
    one, other = Outbox(tmp_path), Outbox(tmp_path)
    sent = [said("5"), said("6"), said("7")]
    one.keep(sent[:1])
    assert other.read() == []
    other.keep(sent[1:])
    other.keep([])
    other.keep(sent[1:2])
    one.close()
    third = Outbox(tmp_path)
    assert third.read() == sent[:1]
    third.keep(sent[:1])
    other.close()
    third.close()
    assert sorted(Outbox(tmp_path).read()) == sorted(sent[:2])


def test_each_server_and_token_has_an_outbox_of_its_own() -> None:
    places = [
        {"WORKOUT_SERVER_URL": "http://one.example", "WORKOUT_TOKEN": "a"},
        {"WORKOUT_SERVER_URL": "http://one.example", "WORKOUT_TOKEN": "b"},
        {"WORKOUT_SERVER_URL": "http://two.example", "WORKOUT_TOKEN": "a"},
    ]
    settings = [load_settings({}, each) for each in places]
    outbox = Outbox.of(settings[0])
    outbox.keep([said("5")])
    outbox.close()
    assert [len(Outbox.of(each).read()) for each in settings] == [1, 0, 0]
