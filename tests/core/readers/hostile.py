"""How often tests of readers try what nobody would write: each try reads a whole file, so few tell enough."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

few = settings(
    max_examples=settings().max_examples // 4,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
