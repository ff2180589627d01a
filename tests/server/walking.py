"""Walks over every operation that the OpenAPI document tells of, with ids that are one's own, nobody's and another's.

Two people have alike things. A request with another's id must be answered as one with nobody's, and no answer may
tell anything of the other. `walk` gives what it found, in sentences; nothing when all is well.
"""

from __future__ import annotations

import re
from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sqlalchemy import NullPool, Select, Table, create_engine, select

from tests.acting import see_all
from tests.application import made_once
from tests.core.attaching import JPEG
from tests.server.people import STRANGERS
from tests.server.requests_of_all import BODIES, IDLE, LIVE, MADE, PATHS, QUERIES
from workout_core.db.engine import EngineDatabase
from workout_core.db.tables import metadata
from workout_core.ids import new_id
from workout_core.routers import PREFIX

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    import httpx

    from tests.server.people import Person, Trio
    from workout_core.db.backend import LocalBackend

NOBODYS: Final = "Jjvw"
ID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
Place = tuple[str | int, ...]


class Request(NamedTuple):
    """A request of an operation: what is in its path, its query and its body."""

    operation: str
    verb: str
    path: str
    places: dict[str, Any]
    query: dict[str, Any]
    body: Any

    def renewed(self) -> Request:
        """The same, with new ids for what it makes."""
        renewed = self
        for part, place, _ in self.values():
            if place[-1] == "id":
                renewed = renewed.replaced(part, place, str(new_id()))
        return renewed

    async def send(self, client: httpx.AsyncClient) -> httpx.Response:
        how: dict[str, Any] = {} if self.body is None else {"json": self.body}
        if self.operation in ("attachments_upload", "attachments_put_back"):
            how = {"content": JPEG}
        path = self.path.removeprefix(PREFIX + "/").format(**self.places)
        return await client.request(self.verb, path, params=self.query, **how)

    def values(self) -> Iterator[tuple[str, Place, str]]:
        """Every text in it: in which part, where, and what it is."""
        for part in ("places", "query", "body"):
            yield from ((part, place, text) for place, text in _texts_in(getattr(self, part)))

    def replaced(self, part: str, place: Place, value: str) -> Request:
        whole = inner = deepcopy(getattr(self, part))
        *way, last = place
        for step in way:
            inner = inner[step]
        inner[last] = value
        return self._replace(**{part: whole})


class Attempt(NamedTuple):
    """A request for what is another's, the same for what is nobody's, and whether that is to be refused.

    Where the client makes an id, there is nothing to compare with: it may be another's.
    """

    what: str
    foreign: Request
    absent: Request | None = None
    is_refused: bool = False


@cache
def document() -> dict[str, Any]:
    """The OpenAPI document of the server."""
    return made_once().openapi()


def requests(trio: Trio) -> Iterator[tuple[Request, Person]]:
    """A right request for each operation, and who asks: whoever has no workout open where it could not be with one."""
    for path, verbs in document()["paths"].items():
        if not path.startswith(PREFIX):
            continue
        for verb, operation in verbs.items():
            name = operation["operationId"]
            person = trio.rests if name in IDLE else trio.trains
            words = person.ids | PATHS
            if name in LIVE:
                words["execution_id"] = words["live_execution_id"]
            places = {each: words[each] for each in re.findall(r"{(\w+)}", path)}
            query = person.filled(QUERIES.get(name, {}))
            body = person.filled(BODIES.get(name))
            request = Request(name, verb.upper(), path, places, query, body)
            yield request, person
            if bare := _bare(operation, query):
                yield request._replace(query=bare), person


def _bare(operation: dict[str, Any], query: dict[str, Any]) -> dict[str, Any]:
    """Of a list all that there is, where it isn't so asked for yet."""
    known = [each for each in operation.get("parameters", []) if each["in"] == "query"]
    if "size" not in [each["name"] for each in known]:
        return {}
    return {"size": "100"} | {
        each["name"]: query[each["name"]] for each in known if each.get("required")
    }


def attempts(request: Request, me: Person, trio: Trio) -> Iterator[Attempt]:
    """Every id and name in a request replaced by the stranger's, one at a time, and all at once."""
    them = trio.stranger
    theirs = {mine: them.words[key] for key, mine in me.words.items()}
    all_foreign = all_absent = request
    count = 0
    for part, place, text in request.values():
        key = next(each for each in reversed(place) if isinstance(each, str))
        what = f"{request.operation}: {part} {'.'.join(map(str, place))}"
        if key == "id":  # made by whoever asks: that another has one like it is nothing to them
            made = MADE.get(request.operation, "") if len(place) == 1 else str(place[-3])
            if kept := them.spares.get(made):
                yield Attempt(what, request.renewed().replaced(part, place, kept.pop()))
            continue
        mine = next((each for each in sorted(theirs, key=len, reverse=True) if each in text), None)
        if mine is None:
            continue
        is_id = ID.fullmatch(mine) is not None
        nobodys = str(new_id()) if is_id else mine.replace(me.name, NOBODYS)
        foreign_text, absent_text = (text.replace(mine, each) for each in (theirs[mine], nobodys))
        all_foreign = all_foreign.replaced(part, place, foreign_text)
        all_absent = all_absent.replaced(part, place, absent_text)
        count += 1
        yield Attempt(
            what,
            request.replaced(part, place, foreign_text),
            request.replaced(part, place, absent_text),
            is_id and part != "query",
        )
    if count > 1:
        yield Attempt(f"{request.operation}: all", all_foreign, all_absent)


async def walk(trio: Trio) -> list[str]:
    """Try every operation with every id and name of the stranger's; what is wrong, a sentence each."""
    found = []
    them = trio.stranger
    for request, me in requests(trio):
        for attempt in attempts(request, me, trio):
            found += [f"{attempt.what}: {each}" async for each in _wrong(attempt, me, them)]
        if request.verb == "GET":
            answer = await request.send(me.client)
            if answer.is_server_error or _told(them, answer, ""):
                found.append(f"{request.operation}: {answer.text}")
    return found


async def _wrong(attempt: Attempt, me: Person, them: Person) -> AsyncIterator[str]:
    foreign = await attempt.foreign.send(me.client)
    if _told(them, foreign, repr(attempt.foreign)):
        yield "something of the other is told"
    if attempt.absent is None:
        if not foreign.is_success:
            yield f"another's is answered {foreign.text}"
        return
    absent = await attempt.absent.send(me.client)
    if attempt.is_refused and absent.is_success:
        yield f"nobody's is answered {absent.text}"
    if _plain(foreign) != _plain(absent):
        yield f"{foreign.text} is not {absent.text}"


def rows_of(backend: LocalBackend, user: int | None = None) -> dict[str, list[Any]]:
    """All that is stored of a user, or of everybody."""
    database: Any = backend.database
    url = database.url if isinstance(database, EngineDatabase) else f"sqlite:///{database.path}"
    engine = create_engine(url, poolclass=NullPool)
    with engine.connect() as connection:
        see_all(connection)
        return {
            table.name: sorted(map(repr, connection.execute(_of(table, user))))
            for table in metadata.sorted_tables
        }


def _of(table: Table, user: int | None) -> Select[Any]:
    owner = table.columns["id"] if table.name == "users" else table.columns["user_id"]
    every = select(*table.columns)
    return every if user is None else every.where(owner == user)


def _texts_in(value: Any, place: Place = ()) -> Iterator[tuple[Place, str]]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _texts_in(each, (*place, key))
    elif isinstance(value, list):
        for at, each in enumerate(value):
            yield from _texts_in(each, (*place, at))
    elif isinstance(value, str):
        yield place, value


def _plain(answer: httpx.Response) -> tuple[int, str]:
    """An answer without the ids and names that were asked for; of a success what was made differs anyway."""
    text = "" if answer.is_success else answer.text
    return answer.status_code, re.sub(f"{STRANGERS}|{NOBODYS}", "", ID.sub("", text))


def _told(them: Person, answer: httpx.Response, sent: str) -> bool:
    """Whether an answer says anything of the other's that was not in the request."""
    secrets = [them.name, *them.ids.values()]
    return any(each in answer.text and each not in sent for each in secrets)
