"""Whether a run tries all that there is (`poe test-long`), or as much as one waits for at each change."""

from __future__ import annotations

import os
from typing import Final

EVERYTHING: Final = bool(os.environ.get("WORKOUT_TEST_EVERYTHING"))
