"""What PostgreSQL refuses, told as it is."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from tests.postgres import connect
from workout_core.db.engine import errors
from workout_core.errors import ConflictError, DuplicateError

if TYPE_CHECKING:
    from collections.abc import Iterator

TWICE = "INSERT INTO once VALUES (1), (1)"


@pytest.fixture
def connection(postgres_url: str) -> Iterator[psycopg.Connection[Any]]:
    with connect(postgres_url) as made:
        made.execute("CREATE TEMPORARY TABLE once (id integer PRIMARY KEY)")
        yield made


def test_a_duplicate_is_told_though_more_was_sent_after_it(
    connection: psycopg.Connection[Any],
) -> None:
    with pytest.raises(DuplicateError) as told, errors(), connection.pipeline():
        try:
            connection.execute(TWICE).fetchone()
        finally:
            connection.execute("SELECT 1").fetchone()
    assert isinstance(told.value.__cause__, psycopg.errors.PipelineAborted)


def test_what_comes_after_a_duplicate_is_no_loss_of_the_server(
    connection: psycopg.Connection[Any],
) -> None:
    with (
        pytest.raises(ConflictError, match="before it was refused"),
        errors(),
        connection.pipeline(),
    ):
        with suppress(psycopg.errors.UniqueViolation):
            connection.execute(TWICE).fetchone()
        connection.execute("SELECT 1").fetchone()
