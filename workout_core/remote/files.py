"""Bytes of files, to a server and from it."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Final

import httpx

from workout_core.attachments.files import Download
from workout_core.attachments.schemas import AttachmentRead
from workout_core.remote.client import read_answer, send, unreachable
from workout_core.routers import PREFIX

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from uuid import UUID

    from workout_core.attachments.schemas import AttachmentCreate

PLACE: Final = f"{PREFIX}/attachments".lstrip("/")
# A server stores a file before it answers.
TIMEOUT: Final = httpx.Timeout(30, connect=5, read=600)


class RemoteFiles:
    """Files that a server keeps."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    async def upload(self, data: AttachmentCreate, blocks: AsyncIterator[bytes]) -> AttachmentRead:
        params = data.model_dump(mode="json", exclude_none=True)
        return await self._sent("POST", PLACE, blocks, params=params)

    async def put_back(self, attachment_id: UUID, blocks: AsyncIterator[bytes]) -> AttachmentRead:
        return await self._sent("PUT", f"{PLACE}/{attachment_id}/content", blocks)

    async def _sent(
        self, verb: str, place: str, blocks: AsyncIterator[bytes], **more: Any
    ) -> AttachmentRead:
        request = self._http.build_request(
            verb,
            place,
            content=blocks,
            headers={"Content-Type": "application/octet-stream"},
            timeout=TIMEOUT,
            **more,
        )
        read: AttachmentRead = read_answer(AttachmentRead, await send(self._http, request))
        return read

    @asynccontextmanager
    async def download(self, attachment_id: UUID) -> AsyncIterator[Download]:
        known = await send(self._http, self._http.build_request("GET", f"{PLACE}/{attachment_id}"))
        request = self._http.build_request("GET", f"{PLACE}/{attachment_id}/content")
        response = await send(self._http, request, stream=True)
        try:
            yield Download(read_answer(AttachmentRead, known), _blocks(response))
        finally:
            await response.aclose()


async def _blocks(response: httpx.Response) -> AsyncIterator[bytes]:
    try:
        async for block in response.aiter_raw():
            yield block
    except httpx.TransportError as error:
        raise unreachable(response.request, error) from error
