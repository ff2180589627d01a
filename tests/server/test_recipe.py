"""The server of one's own that README.md describes, as far as a test can build it: commands, unit, proxy."""

from __future__ import annotations

import re
import shlex
import shutil
import socket
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import httpx
import pytest
import typer

from tests.certificates import certificate_in
from tests.cli.test_help import parse
from tests.core.attaching import FILM
from tests.processes import LIMIT, InProcess, Program, eventually
from tests.sessions import blocks
from workout_cli.main import app
from workout_core.config import KEYS
from workout_core.server.serve import HERE

if TYPE_CHECKING:
    from collections.abc import Iterator

README: Final = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
RECIPE: Final = README.partition("### A server of your own\n")[2].partition("\n### ")[0]
WORKOUT: Final = "/opt/workout/bin/workout"
RUN: Final = re.compile(rf"(?:{WORKOUT}|workout-server) (?![\"<])([^&#|\n]+)")
LARGE: Final = FILM * 10  # two megabytes; nginx lets one pass, unless it is told otherwise
UNIT, NGINX, *SCRIPTS = (text for tag in ("ini", "nginx", "sh") for _, text in blocks(RECIPE, tag))
nginx_runs = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/bin"),
    reason="needs nginx, and a second address of loopback",
)


def test_every_command_can_be_typed() -> None:
    found = RUN.findall("\n".join((UNIT, *SCRIPTS)))
    assert {" ".join(each.split()[:2]) for each in found} >= {"db migrate", "db status", "doctor"}
    for each in found:
        parse(typer.main.get_command(app), "workout", shlex.split(each))


def test_every_setting_is_one() -> None:
    named = set(re.findall(r"^(WORKOUT_\w+)=", "\n".join(SCRIPTS), re.MULTILINE))
    assert named
    assert named <= {*(each.variable for each in KEYS), "WORKOUT_KEYS"}


def test_the_proxy_is_one_that_is_believed_and_asks_where_the_server_is() -> None:
    (host, port), *_ = re.findall(r"proxy_pass http://([^:]+):(\d+);", NGINX)
    assert host in HERE
    assert f"ExecStart={WORKOUT} serve --port {port}\n" in UNIT


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """The unit, of a program that is here."""
    path = tmp_path / "workout.service"
    path.write_text(UNIT.replace(WORKOUT, str(Path(sys.executable).with_name("workout"))))
    return path


def analyzed(*words: str | Path) -> subprocess.CompletedProcess[str]:
    if not shutil.which("systemd-analyze"):
        pytest.skip("needs systemd-analyze")
    command = ["systemd-analyze", *map(str, words)]
    return subprocess.run(command, text=True, capture_output=True, timeout=LIMIT, check=False)


def test_the_unit_is_one(unit: Path) -> None:
    done = analyzed("verify", unit)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    unit.write_text(unit.read_text().replace("ProtectSystem=", "ProtectSistem="))
    assert "ProtectSistem" in analyzed("verify", unit).stderr


def test_the_unit_shuts_the_program_in(unit: Path) -> None:
    """As systemd reckons it: 0.0 is nothing left, 10.0 a service as it comes. The option is of its version 250."""
    version = re.search(r"\d+", analyzed("--version").stdout)
    if version is None or int(version[0]) < 250:
        pytest.skip("needs systemd 250")
    strict = ("security", "--offline=true", "--threshold=20")
    assert analyzed(*strict, unit).returncode == 0
    unit.write_text(re.sub(r"(?m)^(Protect|Restrict|System|Capability).*\n", "", unit.read_text()))
    assert analyzed(*strict, unit).returncode != 0


class Nginx:
    """The proxy of the recipe, in a folder of its own, before a server on this machine."""

    def __init__(self, folder: Path, server: int) -> None:
        self._folder = folder
        self.certificate, secret = certificate_in(folder)
        self.port = free_port()
        self.url = f"https://localhost:{self.port}"
        site = NGINX.replace("443", f"127.0.0.1:{self.port}").replace("8320", str(server))
        site = re.sub(r"(ssl_certificate) .*;", rf"\1 {self.certificate};", site)
        site = re.sub(r"(ssl_certificate_key) .*;", rf"\1 {secret};", site)
        kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        folders = "".join(f"{each}_temp_path {folder}/{each};" for each in kinds)
        self._file = folder / "nginx.conf"
        self._file.write_text(
            f"daemon off; master_process off; pid {folder}/pid; error_log {folder}/log;"
            f"events {{}} http {{ access_log off; {folders} {site} }}"
        )

    @contextmanager
    def running(self) -> Iterator[None]:
        command = ["nginx", "-p", str(self._folder), "-c", str(self._file)]
        environment = {"PATH": "/usr/sbin:/usr/bin:/usr/local/bin"}
        with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as process:
            try:
                eventually(self._listens)
                yield
            finally:
                process.kill()

    def _listens(self) -> bool:
        with closing(socket.socket()) as connection:
            return connection.connect_ex(("127.0.0.1", self.port)) == 0


def free_port() -> int:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


@pytest.fixture
def program(sqlite_path: Path) -> Program:
    return InProcess(sqlite_path.parent / "home", WORKOUT_DATABASE_URL=f"sqlite:///{sqlite_path}")


@nginx_runs
def test_a_client_by_way_of_nginx(program: Program, tmp_path: Path) -> None:
    """Over TLS, with a file that streams, through a restart of the server, until the proxy is gone."""
    port = free_port()
    nginx = Nginx(tmp_path, port)
    (program.home / "film.mp4").write_bytes(LARGE)
    with nginx.running():
        with program.serve("--port", str(port)) as served:
            client = program.given(
                WORKOUT_SERVER_URL=nginx.url,
                WORKOUT_TOKEN=served.token or "",
                SSL_CERT_FILE=str(nginx.certificate),
            )
            assert client("log", "bench", "5x5@100kg").code == 0
            assert client("attach", "film.mp4").code == 0
            assert client("doctor").code == 0
            served.stop()
        end = client("today")
        assert (end.code, end.out) == (6, "")
        assert "it cannot reach the workout server behind it (502)" in end.errors[0]
        with program.serve("--port", str(port), name="again") as served:
            assert client("today", "--json").json["sets"] == 5
            assert client("attach", "--get", "film.mp4", "-o", "copy.mp4").code == 0
            served.stop()
    assert (program.home / "copy.mp4").read_bytes() == LARGE
    end = client("today")
    assert (end.code, end.out) == (6, "")
    assert end.errors[0] == f"workout: The server localhost:{nginx.port} cannot be reached"


@nginx_runs
def test_nginx_tells_who_asks_whatever_they_say(program: Program, tmp_path: Path) -> None:
    with program.serve() as served:
        nginx = Nginx(tmp_path, served.port)
        with nginx.running():
            for address in ("127.0.0.2", "127.0.0.1"):
                transport = httpx.HTTPTransport(verify=False, local_address=address)
                with httpx.Client(transport=transport, timeout=LIMIT) as client:
                    forged = {"X-Forwarded-For": "203.0.113.9"}
                    assert client.get(f"{nginx.url}/nothing", headers=forged).status_code == 404
        served.stop()
        found = [each["client"] for each in served.requests if each["route"] == "(none)"]
    assert found == ["127.0.0.2", "127.0.0.1"]
