"""Whether a run tries all that there is (`poe test-long`), or as much as one waits for at each change."""

from __future__ import annotations

import os
from typing import Final

from hypothesis import settings

EVERYTHING: Final = bool(os.environ.get("WORKOUT_TEST_EVERYTHING"))
FEW: Final = settings(max_examples=2000 if EVERYTHING else 25)  # for what takes long each time
