"""Bytes of files, to a server and from it."""

from __future__ import annotations

from contextlib import asynccontextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import httpx

from workout_core.attachments.files import Download
from workout_core.attachments.schemas import AttachmentRead
from workout_core.errors import WorkoutError
from workout_core.remote.client import patiently, read_answer, send, unreachable
from workout_core.routers import PREFIX

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from uuid import UUID

    from workout_core.attachments.files import Blocks
    from workout_core.attachments.schemas import AttachmentCreate

PLACE: Final = f"{PREFIX}/attachments".lstrip("/")
# A server stores a file before it answers.
TIMEOUT: Final = httpx.Timeout(30, connect=5, read=600)


class RemoteFiles:
    """Files that a server keeps."""

    def __init__(self, http: httpx.AsyncClient, waits: Sequence[float]) -> None:
        self._http = http
        self._waits = waits

    async def upload(self, data: AttachmentCreate, blocks: Blocks) -> AttachmentRead:
        params = data.model_dump(mode="json", exclude_none=True)
        request = self._request("POST", PLACE, blocks, params=params)
        answer = await patiently(self._http, request, self._waits, partial(self._kept, data.id))
        read: AttachmentRead = read_answer(AttachmentRead, answer)
        return read

    async def put_back(self, attachment_id: UUID, blocks: Blocks) -> AttachmentRead:
        request = self._request("PUT", f"{PLACE}/{attachment_id}/content", blocks)
        answer = await patiently(self._http, request, self._waits)
        read: AttachmentRead = read_answer(AttachmentRead, answer)
        return read

    def _request(self, verb: str, place: str, blocks: Blocks, **more: Any) -> httpx.Request:
        return self._http.build_request(
            verb,
            place,
            content=_Repeatable(blocks),
            headers={"Content-Type": "application/octet-stream"},
            timeout=TIMEOUT,
            **more,
        )

    @asynccontextmanager
    async def download(self, attachment_id: UUID) -> AsyncIterator[Download]:
        known = await self._known(attachment_id)
        request = self._http.build_request("GET", f"{PLACE}/{attachment_id}/content")
        response = await send(self._http, request, stream=True)
        try:
            yield Download(read_answer(AttachmentRead, known), _blocks(response))
        finally:
            await response.aclose()

    async def _known(self, attachment_id: UUID) -> httpx.Response:
        return await send(self._http, self._http.build_request("GET", f"{PLACE}/{attachment_id}"))

    async def _kept(self, attachment_id: UUID) -> httpx.Response | None:
        """What is known of a file that came to its end, though the answer was lost."""
        with suppress(WorkoutError):
            return await self._known(attachment_id)
        return None


class _Repeatable(httpx.AsyncByteStream):
    """A file as the body of a request, which is sent from its beginning each time."""

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._blocks()


async def _blocks(response: httpx.Response) -> AsyncIterator[bytes]:
    try:
        async for block in response.aiter_raw():
            yield block
    except httpx.TransportError as error:
        raise unreachable(response.request, error) from error
