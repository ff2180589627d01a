"""Sets that were logged and are not known to have arrived: in a file, so that no crash and no dead server loses one.

Each has its id from the start, so sending it again adds nothing. A file holds what belongs to one database or server.
"""

from __future__ import annotations

import json
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING
from uuid import UUID

from platformdirs import user_state_path
from pydantic import ValidationError

from workout_cli.tui.session import Sent
from workout_core.live.schemas import LiveLog, PlannedSet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_core.config import Settings


class Outbox:
    """The file; it is there only while something is in it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @classmethod
    def of(cls, settings: Settings) -> Outbox:
        """That of the database or server of some settings."""
        place = settings.server_url or settings.database_url
        name = sha256(place.encode()).hexdigest()[:16]
        return cls(user_state_path("workout") / "outbox" / f"{name}.jsonl")

    def read(self) -> list[Sent]:
        """What was kept; a line that cannot be read is none of ours."""
        try:
            lines = self._path.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return []
        found = []
        for line in lines:
            with suppress(ValueError, KeyError, TypeError, ValidationError):
                found.append(_sent(json.loads(line)))
        return found

    def keep(self, sent: Sequence[Sent]) -> None:
        """Keep these and no others; an OSError where that cannot be."""
        if not sent:
            self._path.unlink(missing_ok=True)
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(
            "w", dir=self._path.parent, suffix=".part", delete=False, encoding="utf-8"
        ) as file:
            file.writelines(f"{json.dumps(_line(each))}\n" for each in sent)
        Path(file.name).replace(self._path)


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
