"""The addresses of files' bytes, which are streams and no operations."""

from __future__ import annotations

from contextlib import AsyncExitStack
from functools import partial
from typing import TYPE_CHECKING, Annotated, Final
from urllib.parse import quote
from uuid import UUID

from anyio import to_thread
from fastapi import FastAPI, Path, Query, Request
from fastapi.responses import StreamingResponse
from starlette.requests import ClientDisconnect

from workout_core.attachments.schemas import AttachmentCreate, AttachmentRead
from workout_core.errors import InvalidError
from workout_core.routers import PREFIX
from workout_core.server.access import perform, reaching, security, services_of, shown
from workout_core.server.endpoints import build_schemas
from workout_core.server.errors import RESPONSES

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from workout_core.attachments.files import LocalFiles
    from workout_core.db.backend import LocalBackend

BYTES: Final = {"schema": {"type": "string", "format": "binary"}}
BODY: Final = {"requestBody": {"required": True, "content": {"application/octet-stream": BYTES}}}
Data = Annotated[AttachmentCreate, Query()]
AttachmentId = Annotated[UUID, Path()]
NO_LIMIT: Final = 1 << 50  # the files' own limits count


def add_attachment_endpoints(app: FastAPI) -> None:
    """Add the addresses at which files come and go."""
    build_schemas(AttachmentCreate, AttachmentRead)
    app.add_api_route(
        f"{PREFIX}/attachments",
        upload,
        methods=["POST"],
        tags=["attachments"],
        status_code=201,
        response_model=AttachmentRead,
        operation_id="attachments_upload",
        summary="Attach a file to a workout or to an exercise",
        responses=RESPONSES,
        dependencies=security(upload),
        openapi_extra=BODY,
        max_body_size=NO_LIMIT,
    )
    app.add_api_route(
        f"{PREFIX}/attachments/{{attachment_id}}/content",
        download,
        methods=["GET"],
        tags=["attachments"],
        operation_id="attachments_download",
        summary="The bytes of a file",
        response_class=StreamingResponse,
        dependencies=security(download),
        responses={**RESPONSES, 200: {"content": {"*/*": BYTES}}},
    )
    app.add_api_route(
        f"{PREFIX}/attachments/{{attachment_id}}/content",
        put_back,
        methods=["PUT"],
        tags=["attachments"],
        response_model=AttachmentRead,
        operation_id="attachments_put_back",
        summary="Bring back the bytes of a file",
        responses=RESPONSES,
        dependencies=security(put_back),
        openapi_extra=BODY,
        max_body_size=NO_LIMIT,
    )


@reaching("workouts:write")
async def upload(request: Request, data: Data) -> AttachmentRead:
    """The body is the file. What it is, is told by its bytes; of what kinds it may be, see the README."""
    return await _files(request).upload(data, partial(_body, request))


@reaching("workouts:write")
async def put_back(request: Request, attachment_id: AttachmentId) -> AttachmentRead:
    """For a file of which a dump told, or whose bytes were lost; they are taken only as they were attached."""
    return await _files(request).put_back(attachment_id, partial(_body, request))


@reaching("workouts:read")
async def download(request: Request, attachment_id: AttachmentId) -> StreamingResponse:
    """Always to be saved, never to be shown: a browser runs nothing of it."""
    stack = AsyncExitStack()
    files = _files(request)
    attachment, blocks = await stack.enter_async_context(files.download(attachment_id))
    headers = {
        "content-disposition": _disposition(attachment.name),
        "content-length": str(attachment.size),
        "content-security-policy": "sandbox; default-src 'none'",
    }
    body = _to_the_end(stack, blocks)
    return StreamingResponse(body, headers=headers, media_type=attachment.media_type)


def _files(request: Request) -> LocalFiles:
    """The files of the user whose token it is, which nobody waits for on the event loop."""
    backend: LocalBackend = request.app.state.backend
    desk = partial(services_of, backend.database, shown(request))
    return backend.files_at(desk, transact=partial(perform, backend), aside=to_thread.run_sync)


async def _body(request: Request) -> AsyncIterator[bytes]:
    try:
        async for block in request.stream():
            if block:
                yield block
    except ClientDisconnect:
        raise InvalidError("The file ended early") from None


async def _to_the_end(stack: AsyncExitStack, blocks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """The blocks of an open file, which is closed behind them."""
    async with stack:
        async for block in blocks:
            yield block


def _disposition(name: str) -> str:
    plain = "".join(each if each.isascii() and each not in '"\\%;' else "_" for each in name)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
