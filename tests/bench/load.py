"""Clients that cost little: a few keep-alive connections to this machine, driven by one selector."""

from __future__ import annotations

import json
import selectors
import socket
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

CLIENTS: Final = 8
LIMIT: Final = 60.0  # seconds for an answer, the first of which waits for the server's start


@dataclass
class Load:
    """How requests went: the server's CPU and the whole in seconds, and each one's time."""

    cpu: float
    seconds: float
    times: list[float] = field(repr=False)

    @property
    def rate(self) -> float:
        return len(self.times) / self.seconds

    @property
    def cpu_each(self) -> float:
        return self.cpu / len(self.times)

    def percentile(self, share: float) -> float:
        return sorted(self.times)[min(len(self.times) - 1, int(len(self.times) * share))]


class Address:
    """A server on this machine, and the token that it knows."""

    def __init__(self, port: int, token: str) -> None:
        self.port, self._token = port, token

    def request(self, verb: str, path: str, body: object = None) -> bytes:
        """A request as it goes over the wire."""
        data = b"" if body is None else json.dumps(body).encode()
        head = f"{verb} {path} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer {self._token}\r\n"
        if body is not None:
            head += f"Content-Type: application/json\r\nContent-Length: {len(data)}\r\n"
        return head.encode() + b"\r\n" + data

    def ask(self, verb: str, path: str, body: object = None) -> Any:
        """What one request answers."""
        with self._connection() as connection:
            connection.settimeout(LIMIT)
            connection.sendall(self.request(verb, path, body))
            answer = b""
            while (found := _body(answer)) is None:
                part = connection.recv(1 << 16)
                assert part, f"the server hung up: {answer!r}"
                answer += part
            return json.loads(found)

    def load(self, next_request: Callable[[], bytes], *, seconds: float) -> Load:
        """Every client asks again as soon as it was answered, until the time is over."""
        cpu = self.ask("GET", "/cpu")
        times: list[float] = []
        with ExitStack() as stack:
            selector = stack.enter_context(selectors.DefaultSelector())
            clients = [
                _Client(stack.enter_context(self._connection()), selector) for _ in range(CLIENTS)
            ]
            began = time.perf_counter()
            for client in clients:
                client.send(next_request())
            while selector.get_map():
                ready = selector.select(LIMIT)
                assert ready, f"no answer in {LIMIT} s"
                is_over = time.perf_counter() - began > seconds
                for key, _ in ready:
                    _advance(key.data, times, None if is_over else next_request)
            whole = time.perf_counter() - began
        return Load(self.ask("GET", "/cpu") - cpu, whole, times)

    def _connection(self) -> socket.socket:
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=LIMIT)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection


class _Client:
    def __init__(self, connection: socket.socket, selector: selectors.BaseSelector) -> None:
        self._connection, self._selector = connection, selector
        self._answer = b""
        self._sent = 0.0
        selector.register(connection, selectors.EVENT_READ, self)

    def send(self, request: bytes) -> None:
        self._answer, self._sent = b"", time.perf_counter()
        self._connection.sendall(request)

    def received(self) -> float | None:
        """How long the answer took, once it is whole."""
        part = self._connection.recv(1 << 16)
        assert part, f"the server hung up: {self._answer!r}"
        self._answer += part
        if _body(self._answer) is None:
            return None
        assert self._answer[9:11] == b"20", self._answer[:1000]
        return time.perf_counter() - self._sent

    def stop(self) -> None:
        self._selector.unregister(self._connection)


def _advance(client: _Client, times: list[float], next_request: Callable[[], bytes] | None) -> None:
    if (seconds := client.received()) is None:
        return
    times.append(seconds)
    if next_request is None:
        client.stop()
    else:
        client.send(next_request())


def _body(answer: bytes) -> bytes | None:
    """The body of an answer with a Content-Length, once it is whole."""
    head, blank, body = answer.partition(b"\r\n\r\n")
    if not blank:
        return None
    length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n", 1)[0])
    return body if len(body) >= length else None
