"""Files over HTTP, as any client sees them: what a browser may do with them, and whose they are."""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import httpx
import pytest

from tests.core.attaching import FILM, JPEG, attach, blocks_of, names
from tests.everything import EVERYTHING
from tests.processes import Program
from tests.server.people import client_of, known
from tests.undoing import log
from workout_core.accounts.owner import OWNER
from workout_core.ids import new_id

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from workout_core.db.backend import LocalBackend

STRANGER: Final = 7
NAME: Final = 'sq"uat – 5×5.mp4'
MEGABYTE: Final = 1 << 20


@pytest.fixture
async def client(local: LocalBackend) -> AsyncIterator[httpx.AsyncClient]:
    async with client_of(local, await known(local, OWNER)) as made:
        yield made


async def test_a_browser_saves_a_file_and_runs_nothing(
    local: LocalBackend, client: httpx.AsyncClient
) -> None:
    workout = await log(local, "bench 100x5")
    file = await attach(local, FILM, NAME, workout_id=workout.id)
    answer = await client.get(f"attachments/{file.id}/content")
    assert answer.content == FILM
    headers = answer.headers
    assert headers["content-type"] == "video/mp4"
    assert headers["content-length"] == str(len(FILM))
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert "sandbox" in headers["content-security-policy"]
    assert headers["content-disposition"] == (
        'attachment; filename="sq_uat _ 5_5.mp4"; '
        "filename*=UTF-8''sq%22uat%20%E2%80%93%205%C3%975.mp4"
    )


async def test_a_file_of_someone_else_is_as_if_it_was_not_there(
    local: LocalBackend, client: httpx.AsyncClient
) -> None:
    workout = await log(local, "bench 100x5")
    file = await attach(local, JPEG, "a.jpg", workout_id=workout.id)
    async with client_of(local, await known(local, STRANGER)) as stranger:
        for verb, path in (
            ("GET", f"attachments/{file.id}"),
            ("GET", f"attachments/{file.id}/content"),
            ("PUT", f"attachments/{file.id}/content"),
            ("DELETE", f"attachments/{file.id}"),
        ):
            answer = await stranger.request(verb, path)
            absent = await client.request(verb, path.replace(str(file.id), str(new_id())))
            assert answer.status_code == absent.status_code == 404
        assert (await stranger.get("attachments")).json()["items"] == []
        of = {"id": str(new_id()), "name": "a.jpg", "workout_id": str(workout.id)}
        assert (await stranger.post("attachments", params=of, content=JPEG)).status_code == 404
        bench = workout.exercise_executions[0].exercise.id
        of = {"id": str(file.id), "name": "b.jpg", "exercise_id": str(bench)}
        assert (await stranger.post("attachments", params=of, content=JPEG)).status_code == 201
        assert (await stranger.get(f"attachments/{file.id}")).json()["name"] == "b.jpg"
    assert await names(local) == ["a.jpg"]


async def test_nothing_is_read_of_what_cannot_be_taken(
    local: LocalBackend, client: httpx.AsyncClient
) -> None:
    read: list[bytes] = []

    async def body() -> AsyncIterator[bytes]:
        async for block in blocks_of(FILM):
            read.append(block)
            yield block

    workout = await log(local, "bench 100x5")
    of: dict[str, Any] = {"id": str(new_id()), "name": "a.mp4", "workout_id": str(workout.id)}
    refused: dict[int, dict[str, Any]] = {
        401: {"params": of, "headers": {"Authorization": "Bearer wop_nobodys"}},
        404: {"params": of | {"workout_id": str(new_id())}},
        422: {"params": of | {"name": "a/b"}},
    }
    for status, request in refused.items():
        answer = await client.post("attachments", content=body(), **request)
        assert (answer.status_code, read) == (status, [])


@pytest.mark.skipif(
    not EVERYTHING or sys.platform != "linux", reason="300 MB take a while; poe test-long does it"
)
def test_a_film_of_300_mb_takes_little_memory_on_both_sides(tmp_path: Path) -> None:
    home = Program(tmp_path / "home")
    film = home.home / "film.mp4"
    block = bytes(range(256)) * 4096
    with film.open("wb") as file:
        file.write(FILM[:12])
        for number in range(300):
            file.write(number.to_bytes(4, "big") + block)
    with home.serve() as served:
        far = home.given(**served.environment)
        assert far("log", "bench", "100x5").code == 0
        before = peak(served.process.pid)
        measured = ("/usr/bin/env", "python3", "-c", PEAK)
        for words in (("attach", "film.mp4"), ("attach", "--get", "film.mp4", "-o", "back.mp4")):
            done = far(*words, before=measured)
            assert done.code == 0, done
            assert int(done.errors[-1]) < 150 * MEGABYTE  # of the client, with all that it imports
        assert peak(served.process.pid) - before < 48 * MEGABYTE
    assert digest(home.home / "back.mp4") == digest(film)


PEAK: Final = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:]).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024, file=sys.stderr)
sys.exit(code)
"""


def peak(pid: int) -> int:
    """The most memory that a process has had, in bytes."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024


def digest(path: Path) -> str:
    with path.open("rb") as file:
        found = sha256()
        while block := file.read(MEGABYTE):
            found.update(block)
    return found.hexdigest()
