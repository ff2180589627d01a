"""What a server with logins takes from nobody: bad ID tokens, odd links, false bearers, people who are not let in."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

import pytest

from tests.issuer import rsa_key
from tests.logins import REDIRECT, Browser, LoginServer, authorize, serving
from workout_core.auth.limits import Limit
from workout_core.auth.repository import LoginRepository
from workout_core.auth.schemas import CLIENT
from workout_core.routers import PREFIX

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from joserfc.jwk import RSAKey

    from tests.issuer import Claims, Header, Spoil
    from workout_core.db.backend import LocalBackend

OTHER: Final = 1  # the number of a key that the issuer has not


@pytest.fixture
async def server(sqlite: LocalBackend, tmp_path: Path) -> AsyncIterator[LoginServer]:
    async with serving(sqlite, tmp_path) as made:
        yield made


@pytest.fixture
async def browser(server: LoginServer) -> Browser:
    return await server.browser()


def packed(value: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def claiming(**claims: Any) -> Spoil:
    """A token that says something else; None leaves a claim out."""

    def spoil(given: Claims, header: Header, key: RSAKey) -> tuple[Claims, Header, RSAKey]:
        said = {**given, **{name: value for name, value in claims.items() if value is not None}}
        return {name: said[name] for name in said if claims.get(name, 0) is not None}, header, key

    return spoil


def later(name: str, seconds: float) -> Spoil:
    """A token that says another time, counted from now."""
    return lambda claims, header, key: ({**claims, name: claims["iat"] + seconds}, header, key)


def signed_with_the_public_key(claims: Claims, key: RSAKey) -> str:
    message = f"{packed({'alg': 'HS256', 'kid': key.kid})}.{packed(claims)}"
    public = key.as_pem(private=False)
    signature = hmac.new(public, message.encode(), hashlib.sha256).digest()
    return f"{message}.{base64.urlsafe_b64encode(signature).rstrip(b'=').decode()}"


BAD: Final[dict[str, Spoil]] = {
    "for another": claiming(aud="other"),
    "for nobody": claiming(aud=None),
    "for a list of others": claiming(aud=["other"]),
    "for another, but of us": claiming(aud=["other"], azp="workout-server"),
    "for two without a party": claiming(aud=["workout-server", "other"]),
    "of another party": claiming(azp="other"),
    "of another issuer": claiming(iss="https://evil.test"),
    "of an issuer with a slash": claiming(iss="https://issuer.test/"),
    "of no issuer": claiming(iss=None),
    "expired": later("exp", -61),
    "without an end": claiming(exp=None),
    "an end that is a text": claiming(exp="99999999999"),
    "an end that is no number": claiming(exp=float("nan")),
    "an end that never comes": claiming(exp=True),
    "made tomorrow": later("iat", 200),
    "not yet": later("nbf", 200),
    "another nonce": claiming(nonce="x"),
    "no nonce": claiming(nonce=None),
    "no subject": claiming(sub=None),
    "an empty subject": claiming(sub=""),
    "a subject that is a number": claiming(sub=5),
    "a subject that is a list": claiming(sub=["anna"]),
    "a long subject": claiming(sub="a" * 256),
    "another access token": claiming(at_hash="AAAAAAAAAAAAAAAAAAAAAA"),
    "an unverified address": claiming(email_verified=False),
    "an address verified by a text": claiming(email_verified="false"),
    "an address that nobody verified": claiming(email_verified=None),
    "another key": lambda claims, header, key: (claims, header, rsa_key(OTHER)),
    "an unknown key": lambda claims, header, key: (claims, {**header, "kid": "x"}, rsa_key(OTHER)),
    "a key of its own": lambda claims, header, key: (
        claims,
        {"alg": "RS256", "jwk": rsa_key(OTHER).as_dict(private=False)},
        rsa_key(OTHER),
    ),
    "unsigned": lambda claims, header, key: (
        claims,
        f"{packed({'alg': 'none'})}.{packed(claims)}.",
        key,
    ),
    "signed with the public key": lambda claims, header, key: (
        claims,
        signed_with_the_public_key(claims, key),
        key,
    ),
    "garbage": lambda claims, header, key: (claims, "a.b.c", key),
    "nothing": lambda claims, header, key: (claims, "", key),
    "no token at all": lambda claims, header, key: (claims, None, key),
}


@pytest.mark.parametrize("name", BAD)
async def test_a_bad_id_token_signs_nobody_in(
    server: LoginServer, browser: Browser, name: str
) -> None:
    server.issuer.spoil = BAD[name]
    page = await browser.open(authorize())
    assert (page.status_code, "Sign-in failed" in page.text) in {(400, True), (403, True)}
    assert (await browser.http.get("/oauth/consent")).status_code == 400
    async with server.backend.database.transaction(readonly=True) as executor:
        for user in ("anna", "", "5"):
            logins = LoginRepository(executor, datetime.now(UTC))
            assert await logins.user_of("https://issuer.test", user) is None


@pytest.mark.parametrize("spoil", [later("iat", 59), later("exp", -50)])
async def test_clocks_may_differ_by_a_minute(
    server: LoginServer, browser: Browser, spoil: Spoil
) -> None:
    server.issuer.spoil = spoil
    assert await browser.code()


async def test_the_issuer_may_change_its_keys(server: LoginServer, browser: Browser) -> None:
    await browser.code()
    server.issuer.keys = [rsa_key(OTHER)]
    await (await server.browser()).code()
    assert server.issuer.asked == ["metadata", "keys", "keys"]


async def test_a_sign_in_ends_in_the_browser_where_it_began(
    server: LoginServer, browser: Browser
) -> None:
    there = await browser.http.get(authorize())
    back = await browser.http.get(there.headers["location"])
    victim = await server.browser()
    await victim.http.get(authorize())
    page = await victim.http.get(back.headers["location"])
    assert page.status_code == 400
    assert "mismatching_state" in page.text


GOOD_URIS: Final = (
    REDIRECT,
    "http://127.0.0.1:1024/callback",
    "http://127.0.0.1:65535/callback",
    "http://[::1]:5555/callback",
)
BAD_URIS: Final = (
    None,
    "",
    "http://localhost:5555/callback",
    "http://127.1:5555/callback",
    "http://127.0.0.2:5555/callback",
    "http://2130706433:5555/callback",
    "http://0x7f.0.0.1:5555/callback",
    "http://0.0.0.0:5555/callback",
    "http://[::]:5555/callback",
    "http://[::ffff:127.0.0.1]:5555/callback",
    "http://127.0.0.1/callback",
    "http://127.0.0.1:80/callback",
    "http://127.0.0.1:1023/callback",
    "http://127.0.0.1:05555/callback",
    "http://127.0.0.1:65536/callback",
    "http://127.0.0.1:99999/callback",
    "http://127.0.0.1:٥٥٥٥/callback",
    "http://127.0.0.1:5555/callback/",
    "http://127.0.0.1:5555/callback/../x",
    "http://127.0.0.1:5555/Callback",
    "http://127.0.0.1:5555//callback",
    "http://127.0.0.1:5555/callback?x=1",
    "http://127.0.0.1:5555/callback#x",
    "http://127.0.0.1:5555@evil.test/callback",
    "http://user@127.0.0.1:5555/callback",
    "http://127.0.0.1\\@evil.test:5555/callback",
    "http://127.0.0.1.evil.test:5555/callback",
    "https://127.0.0.1:5555/callback",
    "HTTP://127.0.0.1:5555/callback",
    "https://evil.test/callback",
    "javascript:alert(1)",
    "http://127.0.0.1:5555/callback\n",
    " http://127.0.0.1:5555/callback",
)


async def test_a_code_goes_to_this_machine_only(browser: Browser) -> None:
    found = {uri: await browser.http.get(authorize(redirect_uri=uri)) for uri in GOOD_URIS}
    assert {each.status_code for each in found.values()} == {302}
    assert all(
        each.headers["location"].startswith("https://issuer.test/authorize?")
        for each in found.values()
    )
    refused = {uri: await browser.http.get(authorize(redirect_uri=uri)) for uri in BAD_URIS}
    assert {uri: each.status_code for uri, each in refused.items()} == dict.fromkeys(BAD_URIS, 400)
    assert not any("location" in each.headers for each in refused.values())


@pytest.mark.parametrize(
    "said",
    [
        {"client_id": "other"},
        {"client_id": None},
        {"state": None},
        {"state": ""},
        {"state": "s" * 201},
        {"state": "a\nb"},
        {"state": "é"},
        {"scope": 'a"\\b'},
    ],
    ids=str,
)
async def test_a_link_that_is_not_ours_is_followed_nowhere(
    browser: Browser, said: dict[str, str | None]
) -> None:
    answer = await browser.http.get(authorize(**said))
    if "scope" in said:
        assert answer.status_code == 303
        assert answer.headers["location"].startswith(f"{REDIRECT}?error=invalid_scope")
    else:
        assert (answer.status_code, "location" in answer.headers) == (400, False)


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"response_type": "token"}, "unsupported_response_type"),
        ({"response_type": None}, "unsupported_response_type"),
        ({"code_challenge": None}, "invalid_request"),
        ({"code_challenge": "short"}, "invalid_request"),
        ({"code_challenge_method": "plain"}, "invalid_request"),
        ({"code_challenge_method": None}, "invalid_request"),
        ({"scope": "account:root"}, "invalid_scope"),
        ({"scope": "profile:read account:root"}, "invalid_scope"),
    ],
    ids=str,
)
async def test_a_program_is_told_what_it_asks_badly(
    browser: Browser, said: dict[str, str | None], error: str
) -> None:
    answer = await browser.http.get(authorize(**said))
    assert answer.status_code == 303
    query = urlencode({"error": error, "state": "a-state", "iss": "https://workout.test"})
    assert answer.headers["location"] == f"{REDIRECT}?{query}"


async def test_what_stands_twice_is_refused(browser: Browser) -> None:
    assert (await browser.http.get(f"{authorize()}&state=other")).status_code == 400
    twice = f"grant_type=refresh_token&client_id={CLIENT}&refresh_token=a&refresh_token=b"
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = await browser.http.post("/oauth/token", content=twice, headers=kind)
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_request")


HOSTILE: Final = (
    "\\",
    '"',
    "é",
    "\x00",
    "\x1b[31m",
    "a" * 20_000,
    "\ud800",
    "👍",
    "' OR 1=1 --",
    "",
)


async def test_no_form_makes_the_server_fail(server: LoginServer, browser: Browser) -> None:
    server.authority.tokens = server.authority.devices = Limit(1 << 20, 1)
    fields = "grant_type client_id code redirect_uri code_verifier device_code refresh_token"
    others = "scope token user_code csrf ok device_name"
    usual = {"grant_type": "authorization_code", "client_id": CLIENT, "code": "x"}
    for path in ("token", "revoke", "device_authorization", "consent"):
        for field in f"{fields} {others}".split():
            for text in HOSTILE:
                form = urlencode({**usual, field: text.encode("utf-8", "surrogatepass")})
                answer = await browser.http.post(
                    f"/oauth/{path}",
                    content=form,
                    headers={"Content-Type": "application/x-www-form-urlencoded"},
                )
                assert answer.status_code < 500, (path, field, text)
    for kind in ("application/json", "multipart/form-data; boundary=x", "text/plain", ""):
        answer = await browser.http.post(
            "/oauth/token", content="{}", headers={"Content-Type": kind}
        )
        assert (answer.status_code, answer.json()["error"]) == (400, "invalid_request")


async def test_a_false_bearer_is_let_in_nowhere(browser: Browser) -> None:
    tokens = await browser.log_in()
    good = tokens["access_token"]
    assert await browser.status(good) == 200
    head, body, signature = good.split(".")
    header = {**json.loads(base64.urlsafe_b64decode(f"{head}==")), "typ": "at+jwt"}
    claims = json.loads(base64.urlsafe_b64decode(f"{body}=="))
    kids: tuple[Any, ...] = ("../../x", ["x"], {}, 0)
    others: tuple[Any, ...] = ([], "x", None, 1)
    nested = base64.urlsafe_b64encode(b"[" * 3000).decode()
    false = [
        *("", "x", ".", "..", "a.b.c", "wop_", "wop_" + "a" * 43, "wor_x", "a" * 5000),
        *(tokens["refresh_token"], good[:-2], f"{good}x", f"{head}.{body}.", f"{head}.{body}"),
        f"{packed({'alg': 'none'})}.{body}.",
        *(f"{packed({**header, 'alg': alg})}.{body}.{signature}" for alg in ("HS256", "EdDSA", 5)),
        *(f"{packed({**header, 'kid': kid})}.{body}.{signature}" for kid in kids),
        *(f"{packed(value)}.{body}.{signature}" for value in others),
        f"{packed({**header, 'crit': ['b64'], 'b64': False})}.{body}.{signature}",
        f"{head}.{packed({**claims, 'sub': '1'})}.{signature}",
        f"{nested}.{body}.{signature}",
        f"{head}.{nested}.{signature}",
        "é.é.é",
    ]
    assert len(false) >= 25
    for token in false:
        for scheme in ("Bearer ", "bearer ", "BEARER  "):
            headers = {b"Authorization": f"{scheme}{token}".encode()}
            answer = await browser.http.get(f"{PREFIX}/profile", headers=headers)
            assert answer.status_code == 401, (scheme, token[:60])
            assert answer.headers["www-authenticate"].startswith("Bearer")
    for scheme in ("Basic ", "", "Token ", "Bearer\t"):
        headers = {b"Authorization": f"{scheme}{good}".encode()}
        assert (await browser.http.get(f"{PREFIX}/profile", headers=headers)).status_code == 401


@pytest.mark.parametrize(
    ("said", "claims", "status"),
    [
        ({"registration": "closed"}, {}, 403),
        ({"allowed": {"anna@example.org"}}, {}, 200),
        ({"allowed": {"anna@example.org"}}, {"email": "Anna@Example.org"}, 200),
        ({"allowed": {"bert@example.org"}}, {}, 403),
        ({"allowed": {"example.org"}}, {}, 200),
        ({"allowed": {"example.org"}}, {"email": "anna@not-example.org"}, 403),
        ({"allowed": {"example.org"}}, {"email": "anna@example.org@evil.test"}, 403),
        ({"allowed": {"example.org"}}, {"email": None, "email_verified": None}, 403),
        ({"allowed": {"example.org"}}, {"hd": "evil.test"}, 403),
        ({"allowed": {"company.test"}}, {"hd": "company.test"}, 200),
        ({"allowed": {"anna"}}, {"email": None, "name": "anna"}, 403),
    ],
    ids=str,
)
async def test_who_may_come_in(
    sqlite: LocalBackend,
    tmp_path: Path,
    said: dict[str, Any],
    claims: dict[str, Any],
    status: int,
) -> None:
    usual = {"registration": "allowlist", "allowed": frozenset(said.pop("allowed", ()))}
    async with serving(sqlite, tmp_path, **{**usual, **said}) as server:
        server.issuer.user |= claims
        browser = await server.browser()
        assert (await browser.open(authorize())).status_code == status


async def test_who_is_here_stays_when_the_door_is_closed(
    sqlite: LocalBackend, tmp_path: Path
) -> None:
    async with serving(sqlite, tmp_path) as server:
        await (await server.browser()).log_in()
    async with serving(sqlite, tmp_path, registration="closed") as server:
        assert await (await server.browser()).log_in()
        server.issuer.user["sub"] = "another with her address"
        assert (await (await server.browser()).open(authorize())).status_code == 403
