"""A way to a server that can be held up: what is sent waits in it, as on a line that is slow or dead."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


class Way:
    """Bytes to and from a port of this machine; none pass while it is held up."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.url = ""
        self._open = asyncio.Event()
        self._writers: list[asyncio.StreamWriter] = []
        self.let()

    def hold(self) -> None:
        self._open.clear()

    def let(self) -> None:
        self._open.set()

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, until either end closes it."""
        self._writers.append(writer)
        try:
            away_reader, away = await asyncio.open_connection("127.0.0.1", self.port)
        except OSError:
            writer.close()
            return
        self._writers.append(away)
        await asyncio.gather(self._pipe(reader, away), self._pipe(away_reader, writer))

    async def close(self) -> None:
        """Close whatever is connected."""
        self.let()
        for each in self._writers:
            each.close()
        for each in self._writers:
            with suppress(OSError):
                await each.wait_closed()

    async def _pipe(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while found := await reader.read(65_536):
                await self._open.wait()
                writer.write(found)
                await writer.drain()
        writer.close()


@asynccontextmanager
async def way_to(port: int) -> AsyncIterator[Way]:
    """A way to a port, which may become another."""
    way = Way(port)
    server = await asyncio.start_server(way.carry, "127.0.0.1", 0)
    way.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield way
    finally:
        server.close()
        await way.close()
