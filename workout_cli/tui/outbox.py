"""Sets that were logged and are not known to have arrived: in a file, so that no crash and no dead server loses one.

Context: several programs may be open on one database or server, and one that died cannot send what it has left.
Decision: a folder holds what belongs to one database or server, and to one token; each program has a file in it, and
the lock of another as long as it lives. What the dead have left the next one that starts takes over. Consequences: no
program touches what another one is about to send. Each set has its id from the start, so one that two send is one.
"""

from __future__ import annotations

import json
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, TYPE_CHECKING
from uuid import UUID

from platformdirs import user_state_path
from pydantic import ValidationError

from workout_cli.tui.session import Sent
from workout_core.file_lock import taken
from workout_core.ids import new_id
from workout_core.live.schemas import LiveLog, PlannedSet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_core.config import Settings


class Outbox:
    """The file of this program; it is there only while something is in it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / f"{new_id().hex}.jsonl"
        self._lock: IO[bytes] | None = None
        self._adopted: list[Path] = []

    @classmethod
    def of(cls, settings: Settings) -> Outbox:
        """That of the database or server of some settings."""
        place = settings.server_url or settings.database_url
        whose = sha256(f"{place}\n{settings.token or ''}".encode()).hexdigest()[:16]
        return cls(user_state_path("workout") / "outbox" / whose)

    def read(self) -> list[Sent]:
        """What those that died have left; it is in their files until it is kept here."""
        found = []
        for path in sorted(self._folder.glob("*.jsonl")):
            with suppress(OSError), _lock_of(path).open("ab") as lock:
                if path != self._path and taken(lock):
                    found += _read(path)
                    self._adopted.append(path)
        return found

    def keep(self, sent: Sequence[Sent]) -> None:
        """Keep these and no others; an OSError where that cannot be."""
        if sent:
            self._write(sent)
        else:
            self._path.unlink(missing_ok=True)
            self.close()
        while self._adopted:
            _remove(self._adopted.pop())

    def close(self) -> None:
        """Leave what is kept to whoever comes next."""
        if self._lock:
            self._lock.close()
            self._lock = None
        if not self._path.exists():
            _lock_of(self._path).unlink(missing_ok=True)

    def _write(self, sent: Sequence[Sent]) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        if self._lock is None:
            self._lock = _lock_of(self._path).open("ab")
            taken(self._lock)
        with NamedTemporaryFile(
            "w", dir=self._folder, suffix=".part", delete=False, encoding="utf-8"
        ) as file:
            file.writelines(f"{json.dumps(_line(each))}\n" for each in sent)
        Path(file.name).replace(self._path)


def _lock_of(path: Path) -> Path:
    return path.with_suffix(".lock")


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    _lock_of(path).unlink(missing_ok=True)


def _read(path: Path) -> list[Sent]:
    """What a file holds; a line that cannot be read is none of ours."""
    found = []
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        with suppress(ValueError, KeyError, TypeError, ValidationError):
            found.append(_sent(json.loads(line)))
    return found


def _line(each: Sent) -> dict[str, object]:
    return {
        "execution_id": str(each.execution_id),
        "data": each.data.model_dump(mode="json", exclude_unset=True),
        "shown": each.shown.model_dump(mode="json", exclude_unset=True),
    }


def _sent(line: dict[str, object]) -> Sent:
    return Sent(
        UUID(str(line["execution_id"])),
        LiveLog.model_validate(line["data"]),
        PlannedSet.model_validate(line["shown"]),
    )
