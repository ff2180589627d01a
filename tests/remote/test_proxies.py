"""What a client says when it is a proxy that answers, or a certificate that stands in the way."""

from __future__ import annotations

import ssl
import threading
from contextlib import contextmanager, suppress
from socket import create_server
from typing import TYPE_CHECKING

import httpx
import pytest

from tests.certificates import certificate_in
from tests.processes import LIMIT, InProcess
from workout_core.errors import UnreachableError
from workout_core.exercises.schemas import ExerciseFilters
from workout_core.remote.backend import RemoteBackend

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGE = "<html><h1>502 Bad Gateway</h1><hr>nginx/1.22.1</html>"


@pytest.mark.parametrize(
    ("status", "message", "hint"),
    [
        (502, "it cannot reach the workout server behind it (502)", "try again in a moment"),
        (503, "it cannot reach the workout server behind it (503)", "try again in a moment"),
        (504, "it cannot reach the workout server behind it (504)", "try again in a moment"),
        (413, "a proxy that refuses so large a file (413)", "client_max_body_size 0"),
        (418, "answered 418", "check WORKOUT_SERVER_URL"),
    ],
)
async def test_a_proxy_answers_in_place_of_the_server(status: int, message: str, hint: str) -> None:
    transport = httpx.MockTransport(lambda _: httpx.Response(status, html=PAGE))
    backend = RemoteBackend("https://workouts.test", token="wop_x", transport=transport)
    with pytest.raises(UnreachableError) as refused:
        async with backend.services() as services:
            await services.exercises.list(ExerciseFilters())
    await backend.close()
    assert message in refused.value.message
    assert "workouts.test" in refused.value.message
    assert hint in refused.value.hints[0]


@contextmanager
def speaking_tls(folder: Path) -> Iterator[int]:
    """The port of something that shows a certificate which nobody knows."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate_in(folder))

    def greet() -> None:
        with suppress(OSError):
            while True:
                peer, _ = listener.accept()
                peer.settimeout(LIMIT)
                with peer, suppress(OSError):
                    context.wrap_socket(peer, server_side=True).close()

    with create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=greet, daemon=True)
        thread.start()
        yield listener.getsockname()[1]


def test_a_certificate_that_is_not_trusted_is_said_so(tmp_path: Path) -> None:
    with speaking_tls(tmp_path) as port:
        url = f"https://localhost:{port}"
        program = InProcess(tmp_path / "home", WORKOUT_SERVER_URL=url, WORKOUT_TOKEN="wop_x")
        end = program("today")
        assert (end.code, end.out) == (6, "")
        assert end.errors == [
            f"workout: The certificate of localhost:{port} is not trusted: self-signed certificate",
            "hint: SSL_CERT_FILE=FILE names the certificates of whoever signed it",
        ]
        found = program("doctor", "--json").json["items"]
        assert [each["told"] for each in found if each["name"] == "server"] == [
            f"The certificate of localhost:{port} is not trusted: self-signed certificate"
        ]
