"""A connection that breaks: what was asked is asked again, done once, and no error is told that was none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx
import pytest

from tests.application import application
from tests.core.attaching import FILM, attach, content_of, names
from tests.undoing import log
from workout_core.accounts.owner import OWNER
from workout_core.accounts.tokens import issue
from workout_core.errors import UnreachableError
from workout_core.remote import backend as remote
from workout_core.remote.backend import RemoteBackend
from workout_core.workouts.log_schemas import WorkoutLog
from workout_core.workouts.schemas import WorkoutFilters

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from workout_core.db.backend import LocalBackend

BROKEN = httpx.ReadError("broken")


class Bad(httpx.AsyncBaseTransport):
    """A way to a server on which something happens to the first requests, before or after it heard them."""

    def __init__(self, to: httpx.AsyncBaseTransport) -> None:
        self._to = to
        self.before: list[Any] = []
        self.after: list[Any] = []
        self.asked = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.asked += 1
        self._happen(self.before)
        answer = await self._to.handle_async_request(request)
        self._happen(self.after)
        return answer

    def _happen(self, what: list[Any]) -> None:
        if what and (happens := what.pop(0)) is not None:
            raise happens


class Busy(Bad):
    """A proxy whose server is away for some requests."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if self.before:
            self.asked += 1
            return httpx.Response(self.before.pop(0), request=request)
        return await super().handle_async_request(request)


@pytest.fixture(autouse=True)
def _hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "PATIENT_S", (0.0,) * 3)
    monkeypatch.setattr(remote, "BRIEF_S", (0.0,))


async def backend_by(local: LocalBackend, kind: type[Bad], **how: Any) -> tuple[RemoteBackend, Bad]:
    async with local.database.transaction() as executor:
        token = await issue(executor, OWNER, "test")
    way = kind(httpx.ASGITransport(app=application(local)))
    return RemoteBackend("http://server", token=token, transport=way, **how), way


async def logged(backend: RemoteBackend) -> int:
    """How many sets there are once another is logged."""
    async with backend.services() as services:
        await services.log.add(WorkoutLog(text="bench 100x5"))
        page = await services.workouts.list(WorkoutFilters())
    return sum(each.sets for each in page.items)


@pytest.fixture
async def broken(local: LocalBackend) -> AsyncIterator[tuple[RemoteBackend, Bad]]:
    made = await backend_by(local, Bad)
    yield made
    await made[0].close()


@pytest.mark.parametrize("when", ["before", "after"])
async def test_a_cut_connection_neither_doubles_nor_loses(
    broken: tuple[RemoteBackend, Bad], when: str
) -> None:
    backend, way = broken
    getattr(way, when)[:] = [BROKEN, httpx.ConnectError("away"), BROKEN]
    assert await logged(backend) == 1
    assert way.asked == 5
    assert await logged(backend) == 2


class Cut(Bad):
    """A way that breaks in the middle of what is sent."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if self.before and request.method == "POST":
            assert isinstance(request.stream, httpx.AsyncByteStream)
            async for _ in request.stream:
                self._happen(self.before)
        return await super().handle_async_request(request)


async def test_a_file_is_sent_again_from_its_beginning(local: LocalBackend) -> None:
    backend, way = await backend_by(local, Cut)
    workout = await log(backend, "bench 100x5")
    way.before[:] = [None, httpx.WriteError("broken")]
    file = await attach(backend, FILM, "a.mp4", workout_id=workout.id)
    assert await content_of(backend, file.id) == FILM
    assert await names(backend) == ["a.mp4"]
    way.before[:] = [BROKEN] * 7  # the file, and each time whether it came
    with pytest.raises(UnreachableError, match="cannot be reached"):
        await attach(backend, FILM, "b.mp4", workout_id=workout.id)
    await backend.close()


async def test_a_file_whose_answer_is_lost_is_asked_for_and_not_sent_again(
    broken: tuple[RemoteBackend, Bad],
) -> None:
    backend, way = broken
    workout = await log(backend, "bench 100x5")
    way.asked, way.after[:] = 0, [BROKEN]
    file = await attach(backend, FILM, "a.mp4", workout_id=workout.id)
    assert way.asked == 2
    assert [file.name] == await names(backend)


async def test_after_a_while_it_is_told(broken: tuple[RemoteBackend, Bad]) -> None:
    backend, way = broken
    way.before[:] = [BROKEN] * 4
    with pytest.raises(UnreachableError, match="cannot be reached"):
        await logged(backend)
    assert way.asked == 4


@pytest.mark.parametrize("error", [httpx.ConnectError("nobody"), httpx.ReadTimeout("silent")])
async def test_who_is_not_there_or_silent_is_told_at_once(
    broken: tuple[RemoteBackend, Bad], error: Exception
) -> None:
    backend, way = broken
    way.before[:] = [error]
    with pytest.raises(UnreachableError):
        await logged(backend)
    assert way.asked == 1


async def test_a_proxy_whose_server_starts_is_asked_again(local: LocalBackend) -> None:
    backend, way = await backend_by(local, Busy)
    way.before[:] = [502, 503, 504]
    assert await logged(backend) == 1
    way.before[:] = [503] * 4
    with pytest.raises(UnreachableError, match="cannot reach the workout server behind it"):
        await logged(backend)
    way.before[:] = [500]
    with pytest.raises(UnreachableError, match="answered 500"):
        await logged(backend)
    assert await logged(backend) == 2
    await backend.close()


async def test_a_face_that_tries_again_itself_is_told_sooner(local: LocalBackend) -> None:
    backend, way = await backend_by(local, Bad, patient=False)
    way.after[:] = [BROKEN]
    assert await logged(backend) == 1
    way.before[:] = [BROKEN] * 2
    with pytest.raises(UnreachableError):
        await logged(backend)
    assert way.asked == 5
    await backend.close()
