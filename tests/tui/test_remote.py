"""The TUI on a real server, far away: no key waits for it, and nothing that was typed is lost with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from platformdirs import user_state_path

from tests.processes import Program
from tests.tui.far import way_to
from tests.tui.showing import Shown
from tests.tui.test_today import board
from workout_core.db.backend import LocalBackend
from workout_core.db.embedded import EmbeddedDatabase
from workout_core.live.schemas import LiveFilters

if TYPE_CHECKING:
    from pathlib import Path

    from tests.processes import Served
    from tests.tui.far import Way
    from tests.tui.showing import Seen

SET = ("6", "0", "x", "5", "enter")


@pytest.fixture
def program(tmp_path: Path, sqlite_path: Path) -> Program:
    return Program(tmp_path / "there", WORKOUT_DATABASE_URL=f"sqlite:///{sqlite_path}")


def shown(way: Way, server: Served) -> Shown:
    return Shown(
        {
            "WORKOUT_SERVER_URL": way.url,
            "WORKOUT_TOKEN": server.token or "",
            "WORKOUT_TIMEZONE": "UTC",
        }
    )


async def add_bench(seen: Seen) -> None:
    await seen.press("slash")
    await seen.type("bench")
    await seen.press("enter")


async def log_at_once(seen: Seen) -> str:
    """The screen after a set was typed, whoever has heard of it."""
    await seen.pilot.press(*SET)
    await seen.pilot.pause()
    return seen.text


async def there(path: Path) -> int:
    """How many sets the server has."""
    backend = LocalBackend(EmbeddedDatabase(path))
    async with backend.services(readonly=True) as services:
        board = await services.live.board(LiveFilters())
    await backend.close()
    return board.totals.sets


def kept() -> list[Path]:
    return list((user_state_path("workout") / "outbox").rglob("*.jsonl"))


async def test_a_key_waits_for_no_server(program: Program, sqlite_path: Path) -> None:
    with program.serve() as server:
        async with way_to(server.port) as way, shown(way, server).at(80, 24) as seen:
            await add_bench(seen)
            way.hold()
            assert "…" in await log_at_once(seen)
            assert await there(sqlite_path) == 0
            # Other keys do not wait for it either.
            await seen.pilot.press("question_mark")
            await seen.pilot.pause()
            assert "This screen" in seen.text
            await seen.pilot.press("escape", *SET)
            await seen.pilot.pause()
            assert "2 sending" in seen.text
            assert kept()
            way.let()
            await seen.settle()
            assert seen.text.count("✓") >= 2
            assert await there(sqlite_path) == 2
            assert not kept()


async def test_what_a_dead_server_did_not_hear_arrives_once(
    program: Program, sqlite_path: Path
) -> None:
    with program.serve() as server:
        async with way_to(server.port) as way:
            async with shown(way, server).at(80, 24) as seen:
                await add_bench(seen)
                server.process.kill()
                server.process.wait()
                await log_at_once(seen)
                await seen.settle()
                assert "1 sending" in seen.text
                assert "…" in seen.text
                assert any("cannot be reached" in each for each in seen.said)
                assert len(kept()) == 1
                assert "REST" in seen.text
                # What did not arrive is what was done last.
                await log_at_once(seen)
                await seen.settle()
                assert "2 sending" in seen.text
                await seen.press("u")
                assert "1 sending" in seen.text
                assert "Took back the set that had not arrived" in seen.said
                with program.serve(name="again") as again:
                    way.port = again.port
                    await seen.press("f2", "f1")
                    assert "✓" in seen.text
                    assert "REST" in seen.text
                    assert (await board(seen)).rest.until
                    assert await there(sqlite_path) == 1
                    assert not kept()
                    await seen.press("f2", "f1")
                await log_at_once(seen)
                await seen.settle()
                assert len(kept()) == 1
            # It died with a set that is here only.
            with program.serve(name="last") as last:
                way.port = last.port
                async with shown(way, server).at(80, 24) as seen:
                    assert seen.text.count("✓") == 2
                assert await there(sqlite_path) == 2
                assert not kept()
