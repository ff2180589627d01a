"""Copies of a SQLite file: of one moment while others write, whole or not there, and restored whole or not at all."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from contextlib import closing
from datetime import date, datetime, timedelta
from threading import Event, Thread
from typing import TYPE_CHECKING, Final

import pytest

from tests.older import make_older
from tests.processes import LIMIT, ROOT
from workout_core.db import backups, embedded, restoring
from workout_core.db.backend import LocalBackend
from workout_core.db.embedded import EmbeddedDatabase
from workout_core.db.migrations import HEAD
from workout_core.errors import ConflictError, InvalidError, NotFoundError, StorageError
from workout_core.workouts.log_schemas import WorkoutLog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KILLS: Final = 12
SETS: Final = 3
RESTORER: Final = """
import sys
from pathlib import Path
from workout_core.db.restoring import restore
print("ready", flush=True)
restore(Path(sys.argv[1]), Path(sys.argv[2]))
"""


def log(path: Path, line: str) -> None:
    backend = LocalBackend(EmbeddedDatabase(path))

    async def add() -> None:
        async with backend.services() as services:
            await services.log.add(WorkoutLog(text=line))
        await backend.close()

    backend.run(add())


def loads(path: Path) -> list[int]:
    """The loads of all sets, in kilograms, in order; the file must be sound."""
    with closing(embedded.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        found = connection.execute("SELECT load_exact FROM sets ORDER BY load_exact").fetchall()
    return [round(exact / 100_000_000) for (exact,) in found]


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def execute(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for each in statements:
            connection.execute(each)
        connection.commit()


@pytest.fixture
def logged(sqlite_path: Path) -> Path:
    """A database with one set of 100 kg."""
    log(sqlite_path, "bench 100kgx5")
    return sqlite_path


class Writers:
    """Two threads that log lines of three sets, each on connections of its own, until they are told to stop."""

    def __init__(self, path: Path) -> None:
        self.path, self._stop = path, Event()
        self.acknowledged = 0
        self.failed: list[BaseException] = []
        self._threads = [Thread(target=self._write, args=(each,)) for each in ("bench", "squat")]

    def __enter__(self) -> Writers:
        for each in self._threads:
            each.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        for each in self._threads:
            each.join(LIMIT)
        assert self.failed == []

    def wait_for(self, more: int) -> None:
        wanted, deadline = self.acknowledged + more, time.monotonic() + LIMIT
        while self.acknowledged < wanted:
            assert time.monotonic() < deadline
            assert self.failed == []
            time.sleep(0.001)

    def _write(self, exercise: str) -> None:
        try:
            while not self._stop.is_set():
                log(self.path, f"{exercise} 50kg x5x{SETS}")
                self.acknowledged += 1
        except BaseException as error:
            self.failed.append(error)


def test_a_copy_holds_one_moment_while_others_write(logged: Path, tmp_path: Path) -> None:
    with Writers(logged) as writers:
        for number in range(5):
            writers.wait_for(3)
            before = writers.acknowledged
            copy = backups.manual_copy(logged, tmp_path / f"{number}.db")
            after = writers.acknowledged + 2  # who was about to say so
            assert before <= loads(copy).count(50) / SETS <= after
            assert loads(copy).count(50) % SETS == 0
    assert loads(logged).count(50) == SETS * writers.acknowledged


def test_a_copy_is_its_owners_alone_and_has_its_time(logged: Path) -> None:
    copy = backups.manual_copy(logged)
    assert (mode(copy), mode(copy.parent)) == (0o600, 0o700)
    (known,) = backups.copies(logged)
    assert (known.path, known.label, known.size) == (copy, "manual", copy.stat().st_size)
    assert abs(known.made_at.timestamp() - time.time()) < LIMIT


def test_a_copy_replaces_nothing_unless_it_may(logged: Path, tmp_path: Path) -> None:
    target = tmp_path / "mine.db"
    target.write_text("mine")
    with pytest.raises(ConflictError, match="there already"):
        backups.manual_copy(logged, target)
    assert target.read_text() == "mine"
    backups.manual_copy(logged, target, replacing=True)
    assert loads(target) == [100]
    folder = tmp_path / "stick"
    folder.mkdir()
    assert loads(backups.manual_copy(logged, folder)) == [100]


@pytest.mark.parametrize("name", ["workout.db", "workout.db-wal", "link.db", "hard.db"])
def test_the_database_is_no_place_for_its_copy(logged: Path, name: str) -> None:
    logged.with_name("link.db").symlink_to(logged)
    logged.with_name("hard.db").hardlink_to(logged)
    with pytest.raises(InvalidError, match="is the database"):
        backups.manual_copy(logged, logged.with_name(name), replacing=True)
    assert loads(logged) == [100]


def test_a_copy_that_cannot_be_written_leaves_nothing(logged: Path, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="cannot be written"):
        backups.manual_copy(logged, tmp_path / "nowhere" / "copy.db")
    with pytest.raises(NotFoundError):
        backups.manual_copy(tmp_path / "absent.db")
    assert not (tmp_path / "absent.db").exists()
    assert list(tmp_path.glob(".*")) == []


def test_a_day_has_one_copy(logged: Path) -> None:
    assert backups.keep_daily(logged, 7)
    log(logged, "bench 101kgx5")
    assert not backups.keep_daily(logged, 7)
    assert not backups.keep_daily(logged, 0)
    (copy,) = backups.copies(logged)
    assert (copy.label, loads(copy.path)) == ("daily", [100])
    copy.path.unlink()
    assert not backups.keep_daily(logged, 0)
    assert backups.copies(logged) == []


def test_old_daily_copies_go_and_no_others(logged: Path) -> None:
    manual, before = backups.manual_copy(logged), backups.back_up(logged, label="before-0001")
    today = datetime.now().astimezone().date()
    for age in range(1, 60):
        shutil.copy(manual, backups.daily_path(logged).with_name(daily(today - timedelta(age))))
    foreign = manual.with_name("workout-20200230-daily.db")  # no day
    foreign.touch()
    left = manual.with_name(".workout-x-manual.db.1.part")
    left.touch()
    os.utime(left, (0, 0))
    assert backups.keep_daily(logged, 3)
    days = {today - timedelta(age) for age in range(60)}
    expected = {daily(each) for each in backups.kept(days, 3)}
    found = {each.name for each in manual.parent.iterdir()}
    assert found == expected | {manual.name, before.name, foreign.name}


def daily(day: date) -> str:
    return f"workout-{day:%Y%m%d}-daily.db"


def test_which_days_stay() -> None:
    today = date(2026, 11, 23)
    days = [today - timedelta(age) for age in range(500)]
    kept = sorted(backups.kept(days, 7), reverse=True)
    assert kept[:7] == days[:7]
    assert {date(2026, 11, 15), date(2026, 11, 8)} <= set(kept)  # Sundays
    months = [each for each in kept if each < date(2026, 11, 1)]
    assert [each.month for each in months] == [10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 12]
    assert len(kept) <= 7 + 4 + 12
    assert backups.kept([], 7) == set()
    assert backups.kept([today], 1) == {today}


def test_a_copy_is_restored_and_what_was_there_is_put_aside(logged: Path) -> None:
    copy = backups.manual_copy(logged)
    log(logged, "bench 200kgx5")
    replaced = restoring.restore(logged, copy)
    assert loads(logged) == [100]
    assert replaced
    assert loads(replaced) == [100, 200]
    assert restoring.restore(logged, replaced)
    assert loads(logged) == [100, 200]
    assert mode(logged) == 0o600
    log(logged, "bench 300kgx5")
    assert loads(logged) == [100, 200, 300]


def test_who_has_the_file_open_goes_on(logged: Path) -> None:
    """A reader sees its moment to the end; then it and a writer see what was restored."""
    copy = backups.manual_copy(logged)
    log(logged, "bench 200kgx5")
    count = "SELECT count(*) FROM sets"
    with closing(embedded.connect(logged)) as reader, closing(embedded.connect(logged)) as writer:
        reader.execute("BEGIN")
        assert reader.execute(count).fetchone() == (2,)
        restoring.restore(logged, copy)
        assert reader.execute(count).fetchone() == (2,)
        reader.execute("COMMIT")
        assert reader.execute(count).fetchone() == writer.execute(count).fetchone() == (1,)
        assert writer.execute("UPDATE sets SET note = 'mine'").rowcount == 1
        assert reader.execute("SELECT note FROM sets").fetchone() == ("mine",)
        assert reader.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_nothing_acknowledged_is_lost_by_a_restore_among_writers(logged: Path) -> None:
    """Each set is in what was put aside, or came after the restore."""
    copy = backups.manual_copy(logged)
    with Writers(logged) as writers:
        aside = []
        for _ in range(4):
            writers.wait_for(4)
            aside.append(restoring.restore(logged, copy))
    total = sum(loads(each).count(50) for each in (*filter(None, aside), logged))
    assert total == SETS * writers.acknowledged
    assert loads(logged).count(100) == 1


def test_a_killed_restore_leaves_the_old_or_the_new(logged: Path, tmp_path: Path) -> None:
    for number in range(30):
        log(logged, f"bench {200 + number}kg x5x20")
    new = tmp_path / "new.db"
    shutil.copy(backups.manual_copy(logged), new)
    for number in range(30):
        log(logged, f"squat {300 + number}kg x5x20")
    old = backups.manual_copy(logged)
    states = {"old": loads(old), "new": loads(new)}
    chance, found = random.Random(7), []
    command = [sys.executable, "-c", RESTORER, str(logged), str(new)]
    longest = 0.4
    for _ in range(KILLS):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
            assert process.stdout
            assert process.stdout.readline() == "ready\n"
            time.sleep(chance.uniform(0, longest))
            process.kill()
        state = loads(logged)
        assert state in states.values()
        found.append((process.wait(LIMIT), state == states["new"]))
        if state == states["new"]:
            longest = max(longest / 2, 0.05)
            restoring.restore(logged, old)
    assert (-signal.SIGKILL, False) in found
    restoring.restore(logged, new)
    assert loads(logged) == states["new"]


def garbage(copy: Path) -> None:
    copy.write_bytes(b"no database at all" * 500)


def half(copy: Path) -> None:
    data = copy.read_bytes()
    copy.write_bytes(data[: len(data) // 2 // 4096 * 4096])


def zeroed(copy: Path) -> None:
    data = copy.read_bytes()
    copy.write_bytes(data[:8192] + bytes(len(data) - 8192))


def foreign(copy: Path) -> None:
    copy.unlink()
    execute(copy, "CREATE TABLE bookmarks (url TEXT)")


def empty(copy: Path) -> None:
    copy.write_bytes(b"")


def newer(copy: Path) -> None:
    execute(copy, "UPDATE alembic_version SET version_num = '9999'")


def trapped(copy: Path) -> None:
    execute(
        copy,
        "CREATE TRIGGER t AFTER INSERT ON sets BEGIN DELETE FROM workouts; END",
    )


def orphaned(copy: Path) -> None:
    execute(copy, "PRAGMA foreign_keys = OFF", "DELETE FROM exercise_executions")


@pytest.mark.parametrize("harm", [garbage, half, zeroed, foreign, empty, newer, trapped, orphaned])
def test_a_copy_that_cannot_be_used_is_refused(harm: Callable[[Path], None], logged: Path) -> None:
    copy = backups.manual_copy(logged)
    log(logged, "bench 200kgx5")
    harm(copy)
    with pytest.raises(StorageError, match=r"damaged|newer|no workout database"):
        restoring.restore(logged, copy)
    assert loads(logged) == [100, 200]
    assert {each.name for each in logged.parent.iterdir()} <= {"workout.db", "backups"}


def test_a_copy_that_is_not_there(logged: Path, tmp_path: Path) -> None:
    for each in (tmp_path / "absent.db", tmp_path):
        with pytest.raises(NotFoundError):
            restoring.restore(logged, each)
    with pytest.raises(InvalidError, match="is the database"):
        restoring.restore(logged, logged)


def test_a_missing_database_is_restored(logged: Path, tmp_path: Path) -> None:
    copy = backups.manual_copy(logged)
    path = tmp_path / "new" / "place.db"
    assert restoring.restore(path, copy) is None
    assert loads(path) == [100]
    assert mode(path) == 0o600


@pytest.mark.parametrize("harm", [garbage, half, zeroed, empty, foreign])
def test_a_damaged_database_is_restored(harm: Callable[[Path], None], logged: Path) -> None:
    copy = backups.manual_copy(logged)
    harm(logged)
    damaged = logged.read_bytes()
    replaced = restoring.restore(logged, copy)
    assert loads(logged) == [100]
    assert replaced
    if harm not in (empty, foreign):  # those can be read, and are copied as any other
        assert (replaced / "workout.db").read_bytes() == damaged
    log(logged, "bench 200kgx5")
    assert loads(logged) == [100, 200]


@pytest.mark.parametrize("size", [1024, 8192])
def test_pages_of_another_size(size: int, logged: Path) -> None:
    copy = backups.manual_copy(logged)
    execute(copy, f"PRAGMA page_size = {size}", "VACUUM")
    log(logged, "bench 200kgx5")
    restoring.restore(logged, copy)
    assert loads(logged) == [100]


def test_an_older_copy_is_brought_to_this_version(logged: Path) -> None:
    copy = backups.manual_copy(logged)
    make_older(copy)
    before = copy.read_bytes()
    assert restoring.check_copy(copy).version == "0001"
    restoring.restore(logged, copy)
    assert restoring.content_of(logged).version == HEAD
    assert loads(logged) == [100]
    assert copy.read_bytes() == before
    assert [each.label for each in backups.copies(logged)] == ["replaced", "manual"]
