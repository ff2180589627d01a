"""Texts of a database of somebody else: on every screen they are text, and nothing more."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import cycle
from typing import TYPE_CHECKING, Final

from tests.tui.showing import Shown
from tests.tui.test_goldens import WALK
from workout_core.visible import hidden

if TYPE_CHECKING:
    from pathlib import Path

EVIL: Final = (
    "[@click=app.leave]press[/]",
    "[red]x[/] [/] [b",
    "red\x1b]0;t\x07\x9b31m\u202eb\u200b\x85\u2028\r\nlines",
    "👨‍👩‍👧‍👦 שלום مرحبا \u0301",
    "卧推" * 100,
    "[$error on $accent]$(x)",
)
COLUMNS: Final = {
    "workouts": ("name", "note"),
    "exercise_executions": ("note",),
    "sets": ("note", "tempo"),
    "exercises": ("name", "note", "instructions"),
    "exercise_aliases": ("alias",),
    "measurements": ("note",),
}


def poisoned(file: bytes, path: Path) -> bytes:
    """A database in which every text is one that no service would have let in."""
    path.write_bytes(file)
    texts = cycle(EVIL)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.create_function("evil", 0, lambda: next(texts))
        for table, columns in COLUMNS.items():
            for column in columns:
                connection.execute(f"UPDATE {table} SET {column} = evil()")
        connection.execute("UPDATE workouts SET tags = json_array(evil())")
    return path.read_bytes()


async def test_every_text_is_only_text_on_every_screen(
    trained: Shown, trained_file: bytes, tmp_path: Path
) -> None:
    (tmp_path / "workout.db").write_bytes(poisoned(trained_file, tmp_path / "evil.db"))
    found = ""
    async with trained.at(80, 24) as seen:
        for keys in (
            *WALK.values(),
            ("slash",),
            ("escape", "e"),
            ("escape", "ctrl+o"),
            ("escape", "ctrl+p"),
        ):
            await seen.press(*keys)
            assert not [each for each in seen.text if each != "\n" and hidden(each)], seen.text
            found += seen.text
            for y, line in enumerate(seen.text.splitlines()):
                if "[@click" in line and not keys:
                    await seen.pilot.click(offset=(line.index("[@click") + 3, y))
                    await seen.settle()
                    assert seen.app.is_running
                    await seen.press("D")
        assert seen.app.is_running
    for text in (
        "[@click=app.leave]",
        "[red]x[/]",
        "red␛]0;",
        "👨‍👩‍👧‍👦 שלום",
        "卧推卧推",
        "[$error on",
    ):
        assert text in found, text
