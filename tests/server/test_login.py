"""Logging in, by a browser and from a terminal, on both databases; and how a login ends."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
import time_machine

from tests.logins import Browser, LoginServer, answers, authorize, serving
from workout_core.accounts.owner import OWNER
from workout_core.accounts.tokens import issue
from workout_core.auth.repository import digest
from workout_core.auth.schemas import CLIENT
from workout_core.db.sweep import sweep

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    import httpx

    from workout_core.db.backend import LocalBackend


@pytest.fixture
async def server(local: LocalBackend, tmp_path: Path) -> AsyncIterator[LoginServer]:
    async with serving(local, tmp_path) as made:
        yield made


@pytest.fixture
async def browser(server: LoginServer) -> Browser:
    return await server.browser()


def error(answer: httpx.Response) -> str:
    assert answer.status_code == 400, answer.text
    return str(answer.json()["error"])


async def test_a_browser_logs_a_program_in(browser: Browser) -> None:
    tokens = await browser.log_in(scope="profile:read workouts:read")
    assert tokens["scope"] == "profile:read workouts:read"
    assert (tokens["token_type"], tokens["expires_in"]) == ("Bearer", 600)
    assert await browser.status(tokens["access_token"]) == 200
    again = await browser.refresh(tokens["refresh_token"])
    assert again.json()["refresh_token"] != tokens["refresh_token"]
    assert await browser.status(again.json()["access_token"]) == 200


async def test_personal_tokens_are_good_beside_logins(
    server: LoginServer, browser: Browser
) -> None:
    async with server.backend.database.transaction() as executor:
        token = await issue(executor, OWNER, "script")
    assert await browser.status(token) == 200
    assert await browser.status((await browser.log_in())["access_token"]) == 200


async def test_each_person_has_rows_of_their_own(server: LoginServer) -> None:
    tokens = {}
    for subject in ("anna", "bert", "anna"):
        server.issuer.user = {"sub": subject, "name": subject}
        browser = await server.browser()
        tokens[subject] = (await browser.log_in())["access_token"]
    for subject, year in (("anna", 1990), ("bert", 1980)):
        headers = {"If-Match": "*", "Authorization": f"Bearer {tokens[subject]}"}
        body = {"birth_year": year}
        answer = await browser.http.patch("/api/v1/profile", json=body, headers=headers)
        assert answer.status_code == 200, answer.text
    headers = {"Authorization": f"Bearer {tokens['anna']}"}
    found = await browser.http.get("/api/v1/profile", headers=headers)
    assert found.json()["birth_year"] == 1990


async def test_a_code_is_good_once_and_whoever_replays_it_ends_the_login(browser: Browser) -> None:
    code = await browser.code()
    answers = await asyncio.gather(*(browser.exchange(code) for _ in range(20)))
    assert sorted(each.status_code for each in answers) == [200] + [400] * 19
    winner = next(each for each in answers if each.status_code == 200)
    assert await browser.status(winner.json()["access_token"]) == 401


@pytest.mark.parametrize(
    "said",
    [
        {"code_verifier": "w" * 64},
        {"code_verifier": None},
        {"code_verifier": "v" * 200},
        {"redirect_uri": "http://127.0.0.1:6666/callback"},
        {"redirect_uri": None},
    ],
    ids=str,
)
async def test_a_code_is_spent_by_a_wrong_question(
    browser: Browser, said: dict[str, str | None]
) -> None:
    code = await browser.code()
    assert error(await browser.exchange(code, **said)) == "invalid_grant"
    assert error(await browser.exchange(code)) == "invalid_grant"


async def test_a_code_lasts_a_minute(browser: Browser) -> None:
    with time_machine.travel("2026-11-28T12:00:00Z", tick=False) as clock:
        code = await browser.code()
        clock.shift(61)
        assert error(await browser.exchange(code)) == "invalid_grant"


async def test_a_refresh_token_that_was_stolen_ends_the_login(browser: Browser) -> None:
    first = await browser.log_in()
    second = (await browser.refresh(first["refresh_token"])).json()
    third = (await browser.refresh(second["refresh_token"])).json()
    assert await browser.status(third["access_token"]) == 200
    assert error(await browser.refresh(first["refresh_token"])) == "invalid_grant"
    assert error(await browser.refresh(third["refresh_token"])) == "invalid_grant"
    assert await browser.status(third["access_token"]) == 401


async def test_an_answer_that_was_lost_is_given_again(browser: Browser) -> None:
    first = await browser.log_in()
    lost = (await browser.refresh(first["refresh_token"])).json()
    again = (await browser.refresh(first["refresh_token"])).json()
    assert await browser.status(again["access_token"]) == 200
    assert error(await browser.refresh(lost["refresh_token"])) == "invalid_grant"
    assert await browser.status(again["access_token"]) == 401


async def test_of_many_refreshes_at_once_one_token_lives(
    server: LoginServer, browser: Browser
) -> None:
    first = await browser.log_in()
    answers = await asyncio.gather(*(browser.refresh(first["refresh_token"]) for _ in range(10)))
    assert {each.status_code for each in answers} == {200}
    given = [each.json()["refresh_token"] for each in answers]
    assert len(set(given)) == 10
    async with server.backend.database.transaction(readonly=True) as executor:
        rows = [await executor.one("auth.refresh", id=digest(each)) for each in given]
    living = [each for each, row in zip(given, rows, strict=True) if row and not row["dead_at"]]
    assert len(living) == 1
    assert (await browser.refresh(living[0])).status_code == 200


async def test_a_refresh_reaches_no_further(browser: Browser) -> None:
    first = await browser.log_in(scope="profile:read workouts:read")
    wider = await browser.refresh(first["refresh_token"], scope="workouts:write")
    assert error(wider) == "invalid_scope"
    narrower = await browser.refresh(first["refresh_token"], scope="profile:read")
    assert narrower.json()["scope"] == "profile:read"
    whole = await browser.refresh(narrower.json()["refresh_token"])
    assert whole.json()["scope"] == "profile:read workouts:read"


async def test_a_login_lasts_while_it_is_used(browser: Browser) -> None:
    with time_machine.travel("2026-01-01T12:00:00Z", tick=False) as clock:
        token = (await browser.log_in())["refresh_token"]
        for _ in range(3):
            clock.shift(80 * 86400)
            token = (await browser.refresh(token)).json()["refresh_token"]
        clock.shift(91 * 86400)
        assert error(await browser.refresh(token)) == "invalid_grant"


@pytest.mark.parametrize("kind", ["refresh_token", "access_token"])
async def test_a_logout_holds_at_once(browser: Browser, kind: str) -> None:
    tokens, other = await browser.log_in(), await browser.log_in()
    form = {"client_id": CLIENT, "token": tokens[kind]}
    for _ in range(2):
        assert (await browser.http.post("/oauth/revoke", data=form)).status_code == 200
    assert await browser.status(tokens["access_token"]) == 401
    assert error(await browser.refresh(tokens["refresh_token"])) == "invalid_grant"
    assert await browser.status(other["access_token"]) == 200
    unknown = {"client_id": CLIENT, "token": "nobody's"}
    assert (await browser.http.post("/oauth/revoke", data=unknown)).status_code == 200


async def test_a_terminal_is_approved_in_any_browser(server: LoginServer, browser: Browser) -> None:
    terminal = await server.browser()
    with time_machine.travel("2026-11-28T12:00:00Z", tick=False) as clock:
        started = await terminal.start_device(scope="profile:read")
        assert (started["expires_in"], started["interval"]) == (600, 5)
        assert error(await terminal.poll(started)) == "authorization_pending"
        clock.shift(1)
        assert error(await terminal.poll(started)) == "slow_down"
        clock.shift(6)  # it waits for ten seconds by now
        assert error(await terminal.poll(started)) == "slow_down"
        page = await browser.open(started["verification_uri_complete"])
        assert started["user_code"] in page.text
        assert "&lt;b&gt;␛[31mpi" in page.text
        assert (await browser.decide(page, csrf="wrong")).status_code == 403
        assert (await browser.decide(page)).status_code == 200
        answers = await asyncio.gather(*(terminal.poll(started) for _ in range(10)))
        assert sorted(each.status_code for each in answers) == [200] + [400] * 9
        tokens = next(each for each in answers if each.status_code == 200).json()
        assert tokens["scope"] == "profile:read"
        assert await terminal.status(tokens["access_token"]) == 200
        assert (await browser.decide(page)).status_code == 403


async def test_a_terminal_may_be_denied_or_be_forgotten(
    server: LoginServer, browser: Browser
) -> None:
    terminal = await server.browser()
    with time_machine.travel("2026-11-28T12:00:00Z", tick=False) as clock:
        denied, late = await terminal.start_device(), await terminal.start_device()
        page = await browser.open(denied["verification_uri_complete"])
        assert "Denied" in (await browser.decide(page, ok="0")).text
        assert error(await terminal.poll(denied)) == "access_denied"
        clock.shift(595)
        page = await browser.open(late["verification_uri_complete"])
        clock.shift(6)
        assert error(await terminal.poll(late)) == "expired_token"
        assert (await browser.decide(page)).status_code == 400
    assert error(await terminal.poll({"device_code": "BCDFGHJK.wrong"})) == "invalid_grant"
    stolen = {"device_code": late["device_code"].split(".")[0] + ".wrong"}
    assert error(await terminal.poll(stolen)) == "invalid_grant"


async def test_codes_of_terminals_are_not_found_by_trying(
    server: LoginServer, browser: Browser
) -> None:
    started = await browser.start_device()
    await browser.open("/device")
    tries = [
        (await browser.http.get("/device", params={"user_code": f"bbbb bbb{each}"})).status_code
        for each in "CDFGHJK"
    ]
    assert tries == [200] * 5 + [429] * 2
    right = await browser.http.get("/device", params={"user_code": started["user_code"]})
    assert right.status_code == 429
    other = await server.browser()
    server.issuer.user = {"sub": "bert"}
    typed = started["user_code"].lower().replace("-", " ")
    page = await other.open(f"/device?user_code={typed}")
    assert started["user_code"] in page.text


async def test_codes_are_not_found_by_trying(browser: Browser, server: LoginServer) -> None:
    """Neither where a code is typed, nor by the page that asks about one."""
    mine, other = await browser.start_device(), await (await server.browser()).start_device()
    page = await browser.open(mine["verification_uri_complete"])
    swapped = await browser.decide(page, user_code=other["user_code"].replace("-", ""))
    assert (swapped.status_code, "out of date" in swapped.text) == (403, True)
    assert (await browser.poll(other)).json()["error"] == "authorization_pending"
    for _ in range(5):
        assert (await browser.open("/device?user_code=BBBB-BBBB")).status_code == 200
    late = await browser.open(other["verification_uri_complete"])
    assert (late.status_code, "Wait five minutes" in late.text) == (429, True)
    assert (await browser.decide(page)).status_code == 200  # what was asked about already
    assert "access_token" in (await browser.poll(mine)).json()


async def test_somebody_may_say_no(browser: Browser) -> None:
    page = await browser.open(authorize())
    assert answers(await browser.decide(page, ok="0"))["error"] == "access_denied"


async def test_what_has_expired_is_forgotten(browser: Browser, server: LoginServer) -> None:
    with time_machine.travel("2026-01-01T12:00:00Z", tick=False) as clock:
        first = await browser.log_in()
        started = await browser.start_device()
        clock.shift(92 * 86400)
        assert (await sweep(server.backend.database, server.backend.storage)).codes == 3
    async with server.backend.database.transaction(readonly=True) as executor:
        gone = await executor.one("auth.refresh", id=digest(first["refresh_token"]))
        code = started["user_code"].replace("-", "")
        assert (gone, await executor.one("auth.grant", id=code)) == (None, None)
