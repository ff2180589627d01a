"""`workout serve` with logins: a real process, whose issuer cannot be reached."""

from __future__ import annotations

from pathlib import Path

import httpx

from tests.logins import authorize
from tests.processes import LIMIT, InProcess, Program

PUBLIC = "http://127.0.0.1:8320"


def program_of(place: Path | str, home: Path | None = None, **environment: str) -> Program:
    return InProcess(
        home or Path(place).parent / "home",
        WORKOUT_DATABASE_URL=place if isinstance(place, str) else f"sqlite:///{place}",
        WORKOUT_OIDC_ISSUER="http://127.0.0.1:9",
        WORKOUT_OIDC_CLIENT_ID="a-client",
        WORKOUT_OIDC_CLIENT_SECRET="its-secret",
        WORKOUT_REGISTRATION="open",
        **environment,
    )


def test_it_says_how_to_log_in_and_logs_no_query(sqlite_path: Path) -> None:
    program = program_of(sqlite_path, WORKOUT_PUBLIC_URL=PUBLIC)
    with program.serve() as served:
        assert f"workout login --server {PUBLIC}" in served.out
        assert served.token is None
        with httpx.Client(base_url=served.url, timeout=LIMIT) as client:
            found = client.get("/.well-known/oauth-authorization-server").json()
            assert found["issuer"] == PUBLIC
            page = client.get(authorize())
            assert (page.status_code, "cannot be reached" in page.text) == (502, True)
            assert page.headers["x-content-type-options"] == "nosniff"
            assert page.headers["cache-control"] == "no-store"
            assert client.get("/api/v1/me").status_code == 401
            assert client.get("/oauth/token").status_code == 405
            form = {"grant_type": "refresh_token", "client_id": "workout-cli"}
            assert client.post("/oauth/token", data=form).status_code == 400
        served.stop()
        routes = {each["route"] for each in served.requests if "route" in each}
        assert {"/oauth/authorize", "/me"} & routes == {"/oauth/authorize"}
        assert not any(part in served.log for part in ("a-state", "its-secret", "challenge"))
        (key,) = (program.home / "workout" / "keys").glob("*.key.json")
        assert key.stat().st_mode & 0o777 == 0o600


def test_a_key_is_rotated_beside_a_running_server(sqlite_path: Path) -> None:
    program = program_of(sqlite_path, WORKOUT_PUBLIC_URL=PUBLIC)
    end = program("serve", "--rotate-key")
    assert (end.code, end.out.endswith("within a minute\n")) == (0, True)
    refused = program_of(sqlite_path)("serve")
    assert (refused.code, refused.out) == (2, "")
    assert refused.errors[0].startswith("workout: WORKOUT_PUBLIC_URL is not set")
    assert [each.partition(" ")[0] for each in refused.errors] == ["workout:", "hint:"]


def test_it_says_whom_postgresql_would_not_keep_apart(
    tmp_path: Path, postgres_url: str, unwalled_url: str
) -> None:
    for url, notes in ((postgres_url, 0), (unwalled_url, 1)):
        program = program_of(url, tmp_path, WORKOUT_PUBLIC_URL=PUBLIC)
        with program.serve() as served:
            assert served.log.count("give the server a role of its own") == notes
