"""Runs the server: for its owner alone, who has a token, or for all whom an issuer knows and who may come in."""

from __future__ import annotations

import logging
import os
import socket
import sys
import threading
import time
from functools import partial
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final

import uvicorn

from workout_core.accounts.owner import OWNER
from workout_core.accounts.tokens import any_token, issue
from workout_core.auth.settings import OIDC, load_login_settings
from workout_core.backend import open_backend
from workout_core.db.backend import LocalBackend
from workout_core.db.backups import keep_daily
from workout_core.db.health_server import is_walled
from workout_core.db.sweep import sweep_database
from workout_core.errors import ConfigError, WorkoutError
from workout_core.server.app import create_app
from workout_core.server.requests import JsonLines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from ipaddress import IPv4Address, IPv6Address

    from workout_core.auth.authority import Authority
    from workout_core.auth.settings import LoginSettings
    from workout_core.config import Settings

CONNECTIONS: Final = 500
BACKLOG: Final = 2048
COPY_S: Final = 3600  # soon after a day has begun
SWEEP_S: Final = 86_400
HERE: Final = ("127.0.0.1", "::1")
QUIET: Final = ("uvicorn", "authlib", "httpx", "httpcore")


class Server:
    """A server that has its address, and its token if one was made, before it answers."""

    def __init__(
        self,
        settings: Settings,
        *,
        host: str,
        port: int,
        proxies: Sequence[str] = (),
        new_token: bool = False,
    ) -> None:
        self._believed = [*_believed(proxies)]
        if not (proxies or _is_here(host)):
            raise ConfigError(
                f"On {host or 'every address'} tokens would cross the network readably",
                hints=["--proxy ADDRESS names the TLS proxy before it", "--host 127.0.0.1"],
            )
        logins = load_login_settings(os.environ)
        backend = open_backend(settings)
        if not isinstance(backend, LocalBackend):
            raise ConfigError("Only a database of one's own can be served")
        self._backend = backend
        self._authority = authority_of(logins, backend) if logins else None
        self.public_url = logins.public_url if logins else None
        self._settings = settings
        self._socket = _listen(host, port)
        shown = f"[{host}]" if ":" in host else host
        self.url = f"http://{shown}:{self._socket.getsockname()[1]}"
        url = settings.database_url
        self.is_walled = logins is None or settings.database_path is not None or is_walled(url)
        self.token = backend.run(_token(backend, new=new_token, first=logins is None))

    def run(self) -> None:
        """Answer until a signal says to stop."""
        _log_to_stderr()
        settings = self._settings
        if (path := settings.database_path) and settings.backups:
            copy = partial(keep_daily, path, settings.backups)
            _beside(copy, COPY_S, "today's copy of the database was not made")
        _beside(partial(sweep_database, settings), SWEEP_S, "what nobody needs was not swept away")
        config = uvicorn.Config(
            create_app(self._backend, self._authority),
            log_config=None,
            access_log=False,
            server_header=False,
            forwarded_allow_ips=self._believed,
            timeout_graceful_shutdown=5,
            timeout_keep_alive=30,
            limit_concurrency=CONNECTIONS,
            loop="asyncio:SelectorEventLoop" if os.name == "nt" else "auto",  # for psycopg
        )
        uvicorn.Server(config).run(sockets=[self._socket])


def _is_here(host: str) -> bool:
    """Whether an address is reached from this machine alone."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _believed(proxies: Sequence[str]) -> Iterator[str]:
    """Whose word is taken on where a request comes from; a socket of IPv6 calls those of IPv4 in its own way."""
    for each in (*HERE, *proxies):
        address = _proxy(each)
        yield str(address)
        if address.version == 4:
            yield f"::ffff:{address}"


def _proxy(text: str) -> IPv4Address | IPv6Address:
    try:
        return ip_address(text)
    except ValueError as error:
        raise ConfigError(
            f"--proxy takes the IP address of a proxy, and is {text!r:.60}",
            hints=["--proxy 192.0.2.10"],
        ) from error


def _beside(work: Callable[[], object], pause_s: int, failed: str) -> None:
    """Do some work now and then beside all else; that it failed is logged, and it is tried again."""

    def go_on() -> None:
        while True:
            try:
                work()
            except (WorkoutError, OSError):
                logging.getLogger("workout").exception(failed)
            time.sleep(pause_s)

    threading.Thread(target=go_on, daemon=True).start()


def authority_of(logins: LoginSettings, backend: LocalBackend) -> Authority:
    """What logins need; only a server that has them loads it."""
    from workout_core.auth.authority import Authority

    return Authority(logins, backend)


def rotate_key() -> str:
    """Make another key that signs the tokens of logins; running servers take it up within a minute."""
    logins = load_login_settings(os.environ)
    if logins is None:
        raise ConfigError("This server has no logins, so it has no key to rotate", hints=[*OIDC])
    from workout_core.auth.keys import Keys

    return Keys(logins).rotate()


async def _token(backend: LocalBackend, *, new: bool, first: bool) -> str | None:
    """A token for the owner, where another is wanted, or where they have none and it is the `first` way in."""
    try:
        async with backend.database.transaction() as executor:
            if not new and (not first or await any_token(executor, OWNER)):
                return None
            return await issue(executor, OWNER, "workout serve")
    finally:
        await backend.close()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    if os.name == "posix":  # elsewhere it would let two servers have one port
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(BACKLOG)  # at once: until one of two listens, both can bind the same port
    except (OSError, UnicodeError) as error:
        listener.close()
        raise ConfigError(
            f"{host}:{port} cannot be listened on: {getattr(error, 'strerror', None) or error}",
            hints=["--port takes another, 0 a free one"],
        ) from error
    return listener


def _log_to_stderr() -> None:
    """Requests as lines of JSON, and warnings of the server itself.

    Of what speaks HTTP for us only warnings are told, however much is asked for: the rest has tokens in it.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    for name, level in (("workout", logging.INFO), *((each, logging.WARNING) for each in QUIET)):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [handler], False
        logger.setLevel(level)
