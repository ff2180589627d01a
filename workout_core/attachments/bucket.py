"""Files in a bucket that speaks S3's language; who may use it is said by AWS_ variables of the environment.

They are those of Amazon's own tools: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION, AWS_ENDPOINT_URL for other
makers' servers, and AWS_ALLOW_HTTP=true for one without TLS.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from workout_core.attachments.storage import BLOCK, S3, missing
from workout_core.errors import ConfigError, UnreachableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from obstore import GetResult
    from obstore.store import ClientConfig, RetryConfig

try:
    import obstore
    from obstore.exceptions import BaseError
    from obstore.store import S3Store
except ImportError as error:
    raise ConfigError(
        "Files in a bucket want the package obstore", hints=["pip install 'workout[s3]'"]
    ) from error

PARTS_AT_ONCE: Final = 2
# A whole film is one request, so only connecting is to be quick.
WAITING: Final[ClientConfig] = {"connect_timeout": "5s", "timeout": "3600s"}
TRYING: Final[RetryConfig] = {"max_retries": 3, "retry_timeout": timedelta(seconds=30)}


class Bucket:
    """A bucket, below a prefix; nothing is asked of it before there is a file."""

    def __init__(self, location: str) -> None:
        bucket, _, prefix = location.removeprefix(S3).partition("/")
        if not bucket:
            raise ConfigError("storage names no bucket", hints=["s3://my-bucket/workout"])
        with _told(location):
            self._store = S3Store(
                bucket,
                prefix=prefix.strip("/") or None,
                client_options={**WAITING, "allow_http": _is_without_tls()},
                retry_config=TRYING,
            )
        self._location = location

    def drafts(self) -> Path:
        return Path(tempfile.gettempdir())

    def keep(self, draft: Path, key: str) -> None:
        with _told(self._location):
            if self._has(key, draft.stat().st_size):
                return
            with draft.open("rb") as file:
                obstore.put(self._store, key, file, max_concurrency=PARTS_AT_ONCE)

    @contextmanager
    def read(self, key: str) -> Iterator[Iterator[bytes]]:
        with _told(self._location):
            try:
                found = obstore.get(self._store, key)
            except FileNotFoundError as error:
                raise missing(f"it is not in {self._location}") from error

        yield self._blocks(found)

    def remove(self, key: str) -> None:
        with _told(self._location), suppress(FileNotFoundError):
            obstore.delete(self._store, key)

    def sweep(self) -> int:
        return 0  # files are received where the system keeps what is temporary, and sweeps itself

    def _blocks(self, found: GetResult) -> Iterator[bytes]:
        with _told(self._location):
            for block in found.stream(min_chunk_size=BLOCK):
                yield bytes(block)

    def _has(self, key: str, size: int) -> bool:
        try:
            return obstore.head(self._store, key)["size"] == size
        except FileNotFoundError:
            return False


def _is_without_tls() -> bool:
    return os.environ.get("AWS_ALLOW_HTTP", "").lower() == "true"


@contextmanager
def _told(location: str) -> Iterator[None]:
    """An error of the bucket as one that people are told; what it answered may hold secrets, and is not."""
    try:
        yield
    except (BaseError, OSError) as error:
        raise UnreachableError(
            f"The bucket of {location} does not answer as it should",
            hints=["check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION, AWS_ENDPOINT_URL"],
        ) from error
