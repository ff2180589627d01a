"""A person's own SQL: the same answers on both databases, own rows only, and nothing that changes anything."""

from __future__ import annotations

import json
import signal
import time
from typing import TYPE_CHECKING, Any

import pytest

from tests.postgres import connect
from tests.processes import Ended, InProcess, eventually
from workout_cli.main import run
from workout_core.accounts.owner import OWNER
from workout_core.db.queries import ask_file
from workout_core.db.queries_server import ask_server
from workout_core.db.views import VIEWS
from workout_core.errors import InvalidError, UnreachableError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workout_core.db.queries import Rows

    Query = Callable[..., Rows]

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    """A database of each kind in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{request.getfixturevalue('sqlite_path')}"
    found: str = request.getfixturevalue("postgres_url")
    return found


@pytest.fixture
def workout(url: str, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> Callable[..., Ended]:
    monkeypatch.setenv("WORKOUT_DATABASE_URL", url)
    monkeypatch.setenv("WORKOUT_BACKUPS", "0")

    def call(*words: str) -> Ended:
        code = run(list(words))
        shown = capsys.readouterr()
        return Ended(code, shown.out, shown.err)

    return call


@pytest.fixture
def ask(workout: Callable[..., Ended], url: str, sqlite_path: Path) -> Query:
    """Asks the database, in which two workouts are."""
    assert (
        workout("log", "bench", "60x5w", "5x3@225lb", "rpe8", "--at", "yesterday 18:30").code == 0
    )
    assert workout("log", "plank", "2x60s", "//", "shaky").code == 0
    assert workout("log", "pullup", "1x8", "+10kg").code == 0
    assert workout("body", "log", "weight", "82.5kg").code == 0

    def answer(query: str, limit: int | None = None) -> Rows:
        if url.startswith("sqlite"):
            return ask_file(sqlite_path, OWNER, query, limit)
        return ask_server(url, OWNER, query, limit)

    return answer


def test_sets_are_in_the_field_s_words(ask: Query) -> None:
    query = """SELECT exercise, number, kind, load, unit, round(load_kg), reps, seconds, rpe, amrap, failed, load_mode
               FROM sets WHERE kind = 'warmup' OR number = 2 OR slug = 'pull-up' ORDER BY date, exercise, number"""
    assert [tuple(each) for each in ask(query).rows] == [
        ("Bench Press", 1, "warmup", 60, "kg", 60, 5, None, None, 0, 0, "absolute"),
        ("Bench Press", 2, "working", 225, "lb", 102, 3, None, 8, 0, 0, "absolute"),
        ("Plank", 2, "working", None, None, None, None, 60, None, 0, 0, None),
        ("Pull-up", 1, "working", 10, "kg", 10, 8, None, None, 0, 0, "added"),
    ]


def test_workouts_have_their_sums(ask: Query) -> None:
    found = ask(
        "SELECT sets, round(volume_kg), length(id), substr(started_at, 11) FROM workouts ORDER BY date"
    )
    assert [each[:3] for each in found.rows] == [(6, 1531, 36), (3, 80, 36)]
    assert all(each[3][0] == "T" and each[3][-1] == "Z" for each in found.rows)


def test_every_view_has_the_columns_that_are_told(
    ask: Query, workout: Callable[..., Ended]
) -> None:
    told: dict[str, list[str]] = {}
    for each in workout("sql", "--json").json["items"]:
        told.setdefault(each["view"], []).append(each["column"])
    assert told.keys() == VIEWS.keys()
    for view, columns in told.items():
        assert ask(f"SELECT * FROM {view}").columns == columns
        assert ask(f"SELECT count(*) FROM {view}").rows[0][0] == {
            "sets": 9,
            "workouts": 2,
            "measurements": 1,
            **dict.fromkeys(("tags", "goals", "gyms", "profile"), 0),
        }.get(view, 3)


def test_gyms_goals_and_the_profile(ask: Query, workout: Callable[..., Ended]) -> None:
    for words in (
        *("gym add Home --plates 20x4", "gym add Work --bar 45lb", "gym rm home"),
        *("body goal weight 78,5kg --by 2199-01-31", "body goal waist 80cm", "body goal waist off"),
        *("profile set --sex f --born 1990 --height 66in",),
    ):
        assert workout(*words.split()).code == 0
    [goal] = ask("SELECT type, value, unit, until FROM goals").rows
    assert goal == ("weight", 78.5, "kg", "2199-01-31")
    [gym] = ask("SELECT name, in_use, plates, bars FROM gyms").rows
    assert gym == ("Work", 0, None, "45 lb")
    [person] = ask("SELECT sex, born, height, unit, round(height_cm) FROM profile").rows
    assert person == ("f", 1990, 66, "in", 168)


def test_what_belongs_to_another_or_is_deleted_is_not_there(
    ask: Query, url: str, sqlite_path: Path
) -> None:
    if url.startswith("sqlite"):
        assert ask_file(sqlite_path, OWNER + 1, "SELECT * FROM sets", None).rows == []
    else:
        assert ask_server(url, OWNER + 1, "SELECT * FROM sets", None).rows == []
    assert len(ask("SELECT * FROM sets").rows) == 9


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM sets",
        "UPDATE workouts SET name = 'x'",
        "INSERT INTO workouts (id) VALUES ('x')",
        "DROP VIEW sets",
        "CREATE TABLE mine (x TEXT)",
        "CREATE TEMP TABLE mine (x TEXT)",
        "SELECT 1; DELETE FROM sets",
        "SELECT 1; SELECT 2",
        "COMMIT",
        "WITH gone AS (DELETE FROM sets RETURNING *) SELECT * FROM gone",
        "SELEC 1",
        "SELECT nothing FROM sets",
        "SELECT * FROM nowhere",
        "SELECT '",
        "SELECT 1/* ",
        "/* nothing */",
    ],
)
def test_anything_but_a_select_is_refused_in_a_line(
    query: str, ask: Query, workout: Callable[..., Ended]
) -> None:
    end = workout("sql", query)
    assert (end.code, end.out, len(end.errors)) == (2, "", 2), end
    assert end.errors[0].startswith("workout: The query cannot be answered: ")
    assert len(ask("SELECT * FROM sets").rows) == 9


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM access_tokens",
        "SELECT count(*) FROM access_tokens",
        "SELECT (SELECT count(*) FROM operations)",
        "SELECT * FROM main.sets",
        "SELECT * FROM sqlite_master",
        "SELECT * FROM sqlite_temp_master",
        "SELECT count(*) FROM sqlite_schema",
        "SELECT * FROM pragma_table_info('users')",
        "WITH sets AS (SELECT * FROM main.users) SELECT * FROM sets",
        "PRAGMA query_only = OFF",
        "ATTACH '{other}' AS other",
        "VACUUM INTO '{other}'",
        "SELECT load_extension('{other}')",
        "EXPLAIN DELETE FROM sets",
        "SELECT ?",
    ],
)
def test_a_file_shows_its_views_alone(query: str, sqlite_path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    before = sqlite_path.read_bytes()
    with pytest.raises(InvalidError):
        ask_file(sqlite_path, OWNER, query.format(other=other), None)
    assert not other.exists()
    assert sqlite_path.read_bytes() == before


def test_views_meet_common_tables_and_json(ask: Query) -> None:
    counted = f"{ENDLESS}SELECT count(*) FROM (SELECT i FROM n LIMIT 5) AS few"
    assert ask(counted).rows == [(5,)]
    joined = "SELECT count(*) FROM sets s JOIN workouts w ON w.id = s.workout_id"
    assert ask(joined).rows == [(9,)]


def test_tags_are_rows(
    workout: Callable[..., Ended], ask: Query, url: str, sqlite_path: Path
) -> None:
    if url.startswith("sqlite"):
        import sqlite3
        from contextlib import closing

        with closing(sqlite3.connect(sqlite_path)) as connection:
            connection.execute("""UPDATE workouts SET tags = '["home", "early"]'""")
            connection.commit()
    else:
        with connect(url) as connection:
            connection.execute("""UPDATE workouts SET tags = '["home", "early"]'""")
    found = ask("SELECT tag, count(*) FROM tags GROUP BY tag ORDER BY tag")
    assert found.rows == [("early", 2), ("home", 2)]


def test_so_many_rows_and_no_more(ask: Query, workout: Callable[..., Ended]) -> None:
    found = ask(f"{ENDLESS}SELECT i FROM n", 3)
    assert (found.rows, found.has_more) == ([(1,), (2,), (3,)], True)
    assert not ask("SELECT * FROM sets", 9).has_more
    end = workout("sql", "SELECT number FROM sets", "--limit", "2", "--format", "csv")
    assert len(end.out.splitlines()) == 3
    assert "the first 2 rows" in end.err
    assert workout("sql", "SELECT number FROM sets", "--limit", "2", "--all").err == ""


def test_columns_of_one_name_are_told_apart(ask: Query) -> None:
    found = ask("SELECT 1 AS a, 2 AS a, NULL AS b")
    assert (found.columns, found.rows) == (["a", "a_2", "b"], [(1, 2, None)])


def test_the_formats(ask: Query, workout: Callable[..., Ended]) -> None:
    query = "SELECT exercise, load FROM sets ORDER BY date, exercise, number LIMIT 2"
    assert workout("sql", query, "--json").json == {
        "schema": "workout.sql/1",
        "columns": ["exercise", "load"],
        "items": [
            {"exercise": "Bench Press", "load": 60},
            {"exercise": "Bench Press", "load": 225},
        ],
        "total": 2,
    }
    lines = workout("sql", query, "--format", "jsonl").out.splitlines()
    assert [json.loads(each)["load"] for each in lines] == [60, 225]
    assert (
        workout("sql", query, "--format", "csv").out
        == "exercise,load\nBench Press,60\nBench Press,225\n"
    )
    assert workout("sql", "SELECT 1 AS one WHERE 1 = 0", "--format", "csv").out == "one\n"


def test_rows_that_are_too_wide_stand_one_after_the_other(
    ask: Query, workout: Callable[..., Ended], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    query = "SELECT * FROM sets WHERE exercise = 'Plank' ORDER BY number"
    lines = workout("sql", query, "--format", "table").out.splitlines()
    assert [line.split()[-1] for line in lines if line.startswith("seconds ")] == ["60", "60"]
    narrow = "SELECT exercise, seconds FROM sets WHERE exercise = 'Plank'"
    lines = workout("sql", narrow, "--format", "table").out.splitlines()
    assert lines[0].split() == ["exercise", "seconds"]


def test_a_query_takes_so_long_at_most(
    monkeypatch: pytest.MonkeyPatch, sqlite_path: Path, postgres_url: str
) -> None:
    monkeypatch.setattr("workout_core.db.queries.LIMIT_S", 0.2)
    monkeypatch.setattr("workout_core.db.queries_server.OPTIONS", "-c statement_timeout=200ms")
    query = f"{ENDLESS}SELECT count(*) FROM n"
    with pytest.raises(UnreachableError, match="took over"):
        ask_file(sqlite_path, OWNER, query, None)
    with pytest.raises(UnreachableError, match="took over"):
        ask_server(postgres_url, OWNER, query, None)


def test_ctrl_c_ends_a_query(tmp_path: Path, sqlite_path: Path) -> None:
    program = InProcess(tmp_path / "home", WORKOUT_DATABASE_URL=f"sqlite:///{sqlite_path}")
    log = sqlite_path.with_name("workout.db-shm")
    with program.start("sql", f"{ENDLESS}SELECT count(*) FROM n") as process:
        eventually(log.exists)
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (130, "", "")


@pytest.mark.parametrize("query", ["\udcff", "", "  "])
def test_what_is_no_text_is_no_query(query: str, workout: Callable[..., Ended]) -> None:
    end = workout("sql", query)
    assert end.code == (2 if query.strip() else 0)
    assert "Traceback" not in end.err


def test_hostile_text_stays_text(workout: Callable[..., Ended]) -> None:
    end = workout("sql", "SELECT '\x1b[31m' AS x")
    assert (end.code, "\x1b" in end.out) == (0, False)


def test_a_server_is_not_asked(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.setenv("WORKOUT_SERVER_URL", "http://127.0.0.1:9")
    assert run(["sql", "SELECT 1"]) == 2
    assert "not answered over HTTP" in capsys.readouterr().err


def test_standard_input_is_a_query(tmp_path: Path) -> None:
    end = InProcess(tmp_path)("sql", "-", "--json", stdin="SELECT 1 AS one\n")
    assert end.json["items"] == [{"one": 1}]
