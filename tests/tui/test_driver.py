"""What a terminal sends becomes keys: Esc at once, and what begins like it once all of it is there."""

from __future__ import annotations

from textual import constants
from textual.events import Key

from workout_cli.tui.driver import ESCAPE_S, Keys, patience


def pressed(keys: Keys, *pieces: str) -> list[str]:
    return [each.key for piece in pieces for each in keys.feed(piece) if isinstance(each, Key)]


def test_escape_is_a_key_once_nothing_follows_it() -> None:
    keys = Keys()
    assert pressed(keys, "\x1b") == []
    waits = [keys.waits]
    assert [each.key for each in keys.give_up() if isinstance(each, Key)] == ["escape"]
    assert [*waits, keys.waits] == [True, False]
    assert pressed(keys, "j") == ["j"]


def test_what_comes_in_pieces_is_one_key() -> None:
    keys = Keys()
    assert pressed(keys, "\x1b", "O", "Q") == ["f2"]
    assert not keys.waits


def test_a_way_that_may_tear_keys_is_waited_for() -> None:
    assert patience({}) == ESCAPE_S < constants.ESCAPE_DELAY
    assert patience({"SSH_CONNECTION": "a 1 b 22"}) == constants.ESCAPE_DELAY
    assert patience({"ESCDELAY": "100"}) == constants.ESCAPE_DELAY
