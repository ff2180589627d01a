"""The pages that people see, and that nothing secret is left behind anywhere."""

from __future__ import annotations

import io
import json
import logging
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final, NoReturn

import httpx
import pytest

from tests.application import application
from tests.logins import Browser, LoginServer, answers, authorize, serving
from workout_core.auth.schemas import CLIENT
from workout_core.errors import UnreachableError
from workout_core.server.requests import JsonLines

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from workout_core.db.backend import LocalBackend

MARKUP: Final = "<script>alert(1)</script>\"'&\x1b[2J\u202e"


@pytest.fixture
async def server(sqlite: LocalBackend, tmp_path: Path) -> AsyncIterator[LoginServer]:
    async with serving(sqlite, tmp_path) as made:
        yield made


@pytest.fixture
async def browser(server: LoginServer) -> Browser:
    return await server.browser()


async def test_pages_are_plain_and_locked_down(server: LoginServer, browser: Browser) -> None:
    server.issuer.user |= {"name": MARKUP, "email": f"{MARKUP}@example.org"}
    started = await browser.start_device(device_name=MARKUP)
    found = [
        await browser.open(authorize(device_name=MARKUP)),
        await browser.open(started["verification_uri_complete"]),
        await browser.open("/device"),
        await browser.open("/device?user_code=%3Cscript%3E"),
        await browser.open(authorize(state=None)),
        await browser.open("/auth/callback?error=%3Cscript%3E&error_description=%22"),
    ]
    for page in found:
        policy = page.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "form-action 'self' http://127.0.0.1:* http://[::1]:*" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert page.headers["referrer-policy"] == "no-referrer"
        assert page.headers["content-type"] == "text/html; charset=utf-8"
        assert 'name="viewport"' in page.text
        assert page.text.count("<script") == 0
        assert not {"\x1b", "\u202e"} & {*page.text}
    assert "&lt;script&gt;" in found[0].text
    assert "&lt;script&gt;" in found[1].text


async def test_the_session_is_a_cookie_of_this_host_alone(
    browser: Browser, sqlite: LocalBackend, tmp_path: Path
) -> None:
    cookie = (await browser.http.get(authorize())).headers["set-cookie"].lower()
    assert cookie.startswith("__host-workout=")
    for part in ("path=/", "httponly", "samesite=lax", "secure", "max-age=600"):
        assert part in cookie
    assert "domain" not in cookie
    async with serving(sqlite, tmp_path, public_url="http://127.0.0.1:8320") as here:
        plain = (await (await here.browser()).http.get(authorize())).headers["set-cookie"].lower()
        assert plain.startswith("workout=")
        assert "secure" not in plain


async def test_a_decision_needs_the_page_that_was_shown_last(
    server: LoginServer, browser: Browser
) -> None:
    first = await browser.open(authorize(device_name="first"))
    assert (await browser.decide(first, csrf="")).status_code == 403
    second = await browser.open(authorize(device_name="second"))
    assert (await browser.decide(first)).status_code == 403
    stranger = await server.browser()
    assert (await stranger.decide(second)).status_code == 403
    assert answers(await browser.decide(second))["code"]
    assert (await browser.decide(second)).status_code == 403


async def test_signing_in_begins_a_new_session(server: LoginServer, browser: Browser) -> None:
    there = await browser.http.get(authorize())
    prepared = browser.http.cookies["__Host-workout"]
    back = await browser.http.get(there.headers["location"])
    await browser.http.get(back.headers["location"])
    assert browser.http.cookies["__Host-workout"] != prepared
    thief = await server.browser()
    thief.http.cookies.set("__Host-workout", prepared, domain="workout.test")
    assert (await thief.http.get("/oauth/consent")).status_code == 400


async def test_the_metadata_tells_what_there_is(browser: Browser) -> None:
    found = (await browser.http.get("/.well-known/oauth-authorization-server")).json()
    assert found["issuer"] == "https://workout.test"
    assert found["token_endpoint"] == "https://workout.test/oauth/token"
    assert found["code_challenge_methods_supported"] == ["S256"]
    (key,) = (await browser.http.get("/.well-known/jwks.json")).json()["keys"]
    assert (key["kty"], key["crv"], "d" in key) == ("OKP", "Ed25519", False)


async def test_an_owner_alone_has_no_logins(sqlite: LocalBackend) -> None:
    app = httpx.ASGITransport(app=application(sqlite))
    async with httpx.AsyncClient(transport=app, base_url="http://server") as http:
        for path in ("/.well-known/oauth-authorization-server", "/oauth/authorize", "/device"):
            assert (await http.get(path)).status_code == 404


async def test_another_verb_is_refused(browser: Browser) -> None:
    for verb, path in (("GET", "/oauth/token"), ("POST", "/oauth/authorize"), ("PUT", "/device")):
        answer = await browser.http.request(verb, path)
        assert answer.status_code == 405, (verb, path)
        assert answer.headers["allow"]


async def test_a_database_that_is_away_is_told_on_a_page_and_in_words(
    server: LoginServer, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = await browser.open(authorize())

    def away(*_: object, **__: object) -> NoReturn:
        raise UnreachableError("The database server cannot be reached")

    monkeypatch.setattr(server.backend.database, "transaction", away)
    assert "try again" in (await browser.decide(page)).text
    answer = await browser.refresh("wor_x")
    assert (answer.status_code, answer.json()) == (503, {"error": "temporarily_unavailable"})


async def test_an_issuer_that_is_down_is_told(server: LoginServer, browser: Browser) -> None:
    server.issuer.app.routes.clear()
    page = await browser.open(authorize())
    assert (page.status_code, "cannot be reached" in page.text) == (502, True)


async def test_no_secret_is_kept_or_logged(server: LoginServer, sqlite_path: Path) -> None:
    """A whole life of a login, with everything logged that can be; then all is searched."""
    handler = logging.StreamHandler(io.StringIO())
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    quiet = [logging.getLogger(name) for name in ("httpx", "httpcore", "authlib")]
    levels = [each.level for each in quiet]
    try:
        for each in quiet:
            each.setLevel(logging.WARNING)  # as a server has it
        browser = await server.browser()
        code = await browser.code()
        first = (await browser.exchange(code)).json()
        second = (await browser.refresh(first["refresh_token"])).json()
        started = await browser.start_device()
        await browser.decide(await browser.open(started["verification_uri_complete"]))
        third = (await browser.poll(started)).json()
        await browser.status(second["access_token"])
        await browser.status(f"{second['access_token']}x")
        form = {"client_id": CLIENT, "token": third["refresh_token"]}
        await browser.http.post("/oauth/revoke", data=form)
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
        for each, before in zip(quiet, levels, strict=True):
            each.setLevel(before)
    found = [each[name] for each in (first, second, third) for name in each if "_token" in name]
    secrets = [code, started["device_code"].partition(".")[2], *found]
    secrets.append(server.authority.settings.client_secret)
    logged = handler.stream.getvalue()
    with closing(sqlite3.connect(sqlite_path)) as connection:
        kept = "\n".join(connection.iterdump())
    assert "identities" in kept
    for secret in secrets:
        assert secret not in logged
        assert secret not in kept


def test_a_secret_in_a_message_is_taken_out() -> None:
    texts = (
        *("wop_abc-DEF_1", "wor_abc", "eyJhbGciOiJI.eyJzdWIi.c2ln-_", "Bearer abc.def"),
        "GET /callback?code=abc123&state=s",
    )
    for text in texts:
        record = logging.LogRecord("x", logging.ERROR, "", 0, f"before {text} after", None, None)
        message = json.loads(JsonLines().format(record))["message"]
        assert "***" in message
        assert not any(part in message for part in ("abc", "eyJ"))
