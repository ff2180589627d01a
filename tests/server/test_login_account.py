"""Who one is on a server, and where one is logged in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from tests.logins import serving
from workout_core.accounts.owner import OWNER
from workout_core.accounts.tokens import issue
from workout_core.auth.scopes import DEFAULT, SCOPES
from workout_core.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    import httpx

    from tests.logins import Browser, LoginServer
    from workout_core.backend import Backend
    from workout_core.db.backend import LocalBackend


@pytest.fixture
async def server(local: LocalBackend, tmp_path: Path) -> AsyncIterator[LoginServer]:
    async with serving(local, tmp_path) as made:
        yield made


async def asked(browser: Browser, token: str, path: str, verb: str = "GET") -> httpx.Response:
    headers = {"Authorization": f"Bearer {token}"}
    return await browser.http.request(verb, f"/api/v1/{path}", headers=headers)


async def said(browser: Browser, token: str, path: str) -> Any:
    return (await asked(browser, token, path)).json()


async def test_one_is_who_the_issuer_said_last(server: LoginServer) -> None:
    browser = await server.browser()
    token = (await browser.log_in())["access_token"]
    me = await said(browser, token, "me")
    assert (me["name"], me["email"]) == ("Anna", "anna@example.org")
    assert (me["via"], me["device"], me["scopes"]) == ("login", "laptop", [*DEFAULT])
    server.issuer.user |= {"name": "Anna B.", "email": "b@example.org"}
    await (await server.browser()).log_in()
    me = await said(browser, token, "me")
    assert (me["name"], me["email"]) == ("Anna B.", "b@example.org")
    async with server.backend.database.transaction() as executor:
        secret = await issue(executor, OWNER, "script")
    me = await said(browser, secret, "me")
    assert (me["via"], me["device"], me["scopes"], me["email"]) == ("token", "script", None, None)


async def test_one_sees_and_ends_logins_of_ones_own(server: LoginServer) -> None:
    anna = await server.browser()
    phone = await anna.log_in(device_name="phone")
    laptop = await anna.log_in(device_name="laptop", scope=" ".join(SCOPES))
    server.issuer.user = {"sub": "bert"}
    bert = await server.browser()
    bert_token = (await bert.log_in(scope=" ".join(SCOPES)))["access_token"]
    found = (await said(anna, laptop["access_token"], "logins"))["items"]
    assert [(each["device"], each["is_current"]) for each in found] == [
        ("phone", False),
        ("laptop", True),
    ]
    path = f"logins/{found[0]['id']}"
    absent = await asked(bert, bert_token, f"logins/{uuid4()}", "DELETE")
    foreign = await asked(bert, bert_token, path, "DELETE")
    assert (foreign.status_code, foreign.json()) == (404, absent.json())
    assert await anna.status(phone["access_token"]) == 200
    assert (await asked(anna, laptop["access_token"], path, "DELETE")).status_code == 204
    assert await anna.status(phone["access_token"]) == 401
    assert (await anna.refresh(phone["refresh_token"])).status_code == 400
    assert (await asked(anna, laptop["access_token"], path, "DELETE")).status_code == 404
    found = (await said(anna, laptop["access_token"], "logins"))["items"]
    assert [each["device"] for each in found] == ["laptop"]


async def test_one_ends_all_other_logins_at_once(server: LoginServer) -> None:
    anna = await server.browser()
    phone = await anna.log_in(device_name="phone")
    old = await anna.log_in(device_name="old laptop")
    laptop = await anna.log_in(device_name="laptop", scope=" ".join(SCOPES))
    server.issuer.user = {"sub": "bert"}
    bert = await (await server.browser()).log_in()
    ended = await asked(anna, laptop["access_token"], "logins/end-others", "POST")
    assert ended.status_code == 201
    assert [each["device"] for each in ended.json()["items"]] == ["phone", "old laptop"]
    for other in (phone, old):
        assert await anna.status(other["access_token"]) == 401
        assert (await anna.refresh(other["refresh_token"])).status_code == 400
    for kept in (laptop, bert):
        assert await anna.status(kept["access_token"]) == 200


async def test_without_logins_one_is_the_owner(backend: Backend) -> None:
    async with backend.services() as services:
        me = await services.account.me()
        assert me.via in ("database", "token")
        assert (me.login_id, me.scopes) == (None, None)
        assert (await services.account.logins()).items == []
        assert (await services.account.end_others()).items == []
        with pytest.raises(NotFoundError, match="no such login"):
            await services.account.end_login(uuid4())
