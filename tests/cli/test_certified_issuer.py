"""Logging in by an issuer that is certified for OpenID Connect; `poe test-issuer` fetches it and runs this."""

from __future__ import annotations

import os
import socket
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from tests.browser import BROWSER
from tests.processes import LIMIT, Program

if TYPE_CHECKING:
    from collections.abc import Iterator

VERSION: Final = "9.13.3"
CLIENT: Final = ("workout-server", "a-secret-of-the-issuer")
SCRIPT: Final = Path(__file__).parent.parent / "provider.mjs"

pytestmark = pytest.mark.skipif(
    "WORKOUT_TEST_ISSUER" not in os.environ, reason="needs Node.js and npm; poe test-issuer runs it"
)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The issuer's program, beside its packages."""
    folder = tmp_path_factory.mktemp("provider")
    install = ("npm", "install", "--no-audit", "--no-fund", f"oidc-provider@{VERSION}")
    subprocess.run(install, cwd=folder, check=True, timeout=300, capture_output=True)
    (folder / SCRIPT.name).write_bytes(SCRIPT.read_bytes())
    return folder / SCRIPT.name


@pytest.fixture
def issuer(provider: Path) -> Iterator[tuple[str, int]]:
    """The address of the running issuer, and the port of the server that is its client."""
    port, server = free_port(), free_port()
    redirect = f"http://127.0.0.1:{server}/auth/callback"
    command = ("node", provider, str(port), *CLIENT, redirect)
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert "listening" in process.stdout.readline()
        yield f"http://127.0.0.1:{port}", server
        process.kill()


def test_a_person_logs_in_by_it(issuer: tuple[str, int], sqlite_path: Path, tmp_path: Path) -> None:
    address, port = issuer
    url = f"http://127.0.0.1:{port}"
    host = Program(
        tmp_path / "host",
        WORKOUT_DATABASE_URL=f"sqlite:///{sqlite_path}",
        WORKOUT_PUBLIC_URL=url,
        WORKOUT_OIDC_ISSUER=address,
        WORKOUT_OIDC_CLIENT_ID=CLIENT[0],
        WORKOUT_OIDC_CLIENT_SECRET=CLIENT[1],
        WORKOUT_ALLOWED="anna@example.org",
    )
    person = Program(
        tmp_path / "person",
        PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring",
        BROWSER=BROWSER,
    )
    with host.serve(port=port):
        login = person("login", "--browser", "--server", url, limit=LIMIT)
        assert login.code == 0, login.err
        assert person("log", "bench", "100x5").code == 0
        who = person("whoami", "--json").json
        assert (who["name"], who["email"]) == ("anna", "anna@example.org")
        assert person("logout").code == 0
        assert person("whoami").code == 4
