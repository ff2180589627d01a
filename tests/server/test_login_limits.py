"""How often an address may ask for tokens and for codes; the clock is the test's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.clocks import Clock
from tests.logins import serving
from workout_core.auth.schemas import CLIENT

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    import httpx

    from tests.logins import Browser, LoginServer
    from workout_core.db.backend import LocalBackend


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def server(sqlite: LocalBackend, tmp_path: Path, clock: Clock) -> AsyncIterator[LoginServer]:
    async with serving(sqlite, tmp_path, clock=clock) as made:
        yield made


@pytest.fixture
async def browser(server: LoginServer) -> Browser:
    return await server.browser()


def refused(answer: httpx.Response) -> str:
    """After how many seconds to ask again."""
    assert (answer.status_code, answer.json()["error"]) == (429, "slow_down")
    return str(answer.headers["retry-after"])


async def test_tokens_are_asked_for_thirty_times_a_minute(browser: Browser, clock: Clock) -> None:
    first = await browser.log_in()
    for _ in range(29):
        assert (await browser.refresh("wor_guess")).status_code == 400
        clock.now += 1
    assert refused(await browser.refresh(first["refresh_token"])) == "31"
    assert await browser.status(first["access_token"]) == 200
    clock.now += 31
    assert (await browser.refresh(first["refresh_token"])).status_code == 200


async def test_codes_of_terminals_are_asked_for_ten_times_a_minute(
    browser: Browser, clock: Clock
) -> None:
    for _ in range(10):
        await browser.start_device()
    form = {"client_id": CLIENT}
    assert refused(await browser.http.post("/oauth/device_authorization", data=form)) == "60"
    clock.now += 60
    started = await browser.start_device()
    assert (await browser.poll(started)).status_code == 400


async def test_wrong_codes_are_waited_out(browser: Browser, clock: Clock) -> None:
    started = await browser.start_device()
    await browser.open("/device")

    async def typed(code: str) -> httpx.Response:
        return await browser.http.get("/device", params={"user_code": code})

    for _ in range(5):
        assert (await typed("BBBB-BBBB")).status_code == 200
        clock.now += 50
    assert (await typed(started["user_code"])).status_code == 429
    assert (await typed(started["user_code"])).headers["retry-after"] == "50"
    clock.now += 50
    assert "Approve this terminal?" in (await typed(started["user_code"])).text
