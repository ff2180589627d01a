"""People who have things of every kind, for walks over every operation."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Self

import httpx

from tests.application import application
from tests.core.attaching import JPEG
from workout_core.accounts.owner import OWNER
from workout_core.accounts.tokens import issue
from workout_core.auth.repository import LoginRepository
from workout_core.ids import new_id
from workout_core.routers import PREFIX

if TYPE_CHECKING:
    from workout_core.db.backend import LocalBackend

STRANGER: Final = 7
STRANGERS: Final = "Qqzx"
NAMES: Final = ("Lift", "Pull", "Push")
LINES: Final = (
    ("{0} Lift 3x5@60kg + {0} Pull 2x5@50kg", 20),
    ("plank 60s", 21),
    ("{0} Lift 5x5@60kg + {0} Pull 5x5@50kg", 5),
    ("{0} Lift 5x5@60kg + {0} Pull 5x5@50kg", 3),
)


@dataclass
class Person:
    """Somebody with things of every kind: the name that all bear, their ids, and more ids by what they are of."""

    name: str
    token: str
    client: httpx.AsyncClient
    ids: dict[str, str] = field(default_factory=dict)
    spares: dict[str, list[str]] = field(default_factory=dict)

    async def ask(self, verb: str, path: str, **how: Any) -> Any:
        answer = await self.client.request(verb, path, **how)
        assert answer.is_success, (verb, path, answer.text)
        return answer.json()

    @property
    def words(self) -> dict[str, str]:
        """What stands for the words in braces."""
        names = {
            "exercise": f"{self.name} Lift",
            "gym": f"{self.name} Gym",
            "type": f"{self.name} Girth",
            "text": f"- {self.name} Lift 3x5@70kg",
        }
        return names | self.ids

    def filled(self, value: Any) -> Any:
        """A sample with this person's words in it, and with new ids."""
        if isinstance(value, dict):
            return {self.filled(key): self.filled(each) for key, each in value.items()}
        if isinstance(value, list):
            return [self.filled(each) for each in value]
        if isinstance(value, str) and "{" in value:
            return value.format(new_id=new_id(), **self.words)
        return value


class Trio(NamedTuple):
    """Who asks, with a workout open and without one, and the stranger whose things they must not see."""

    trains: Person
    rests: Person
    stranger: Person

    @classmethod
    async def of(cls, served: LocalBackend) -> Self:
        """Three people in a database."""
        return cls(
            await person(served, OWNER, "Bbrk"),
            await person(served, 8, "Cckw", trains=False),
            await person(served, STRANGER, STRANGERS),
        )


async def person(served: LocalBackend, user: int, name: str, *, trains: bool = True) -> Person:
    """A user with things of every kind, made over HTTP (but for a login, which only a browser makes)."""
    token, login = await known(served, user, name), new_id()
    async with served.database.transaction() as executor:
        await issue(executor, user, f"{name} script")
        logins = LoginRepository(executor, datetime.now(UTC))
        await logins.add_login(user_id=user, id=login, client="cli", scope="", device=name)
    made = Person(name, token, client_of(served, token))
    made.ids["login_id"] = str(login)
    tokens = (await made.ask("GET", "tokens"))["items"]
    (made.ids["token_id"],) = (each["id"] for each in tokens if not each["is_current"])
    await _furnish(made)
    if trains:
        await made.ask("POST", "workouts/open", json={"name": name})
        made.ids["live_execution_id"] = str(new_id())
        planned = {"id": made.ids["live_execution_id"], "exercise": f"{name} Lift"}
        await made.ask("POST", "live/executions", json=planned | {"text": "3x5@60kg"})
    return made


async def known(served: LocalBackend, user: int, name: str = "test") -> str:
    """A token of a user, who is added if they are new."""
    async with served.database.transaction() as executor:
        await executor.act_for(OWNER)
        row = await executor.one("dump.users", user_id=OWNER)
        await executor.act_for(user)
        await executor.execute("accounts.add_user", **(row or {}) | {"id": user})
        return await issue(executor, user, name)


def client_of(served: LocalBackend, token: str) -> httpx.AsyncClient:
    """A client of the server over a database."""
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(app=application(served), raise_app_exceptions=False),
        base_url=f"http://server{PREFIX}/",
        headers={"Authorization": f"Bearer {token}", "If-Match": "*"},
    )


async def _furnish(person: Person) -> None:
    name, ids, spares, ask = person.name, person.ids, person.spares, person.ask
    made = []
    for each in NAMES:
        exercise = {"name": f"{name} {each}", "aliases": [f"{name}{each}"]}
        made.append(await ask("POST", "exercises", json=exercise))
    ids["exercise_id"], ids["other_exercise_id"], spare = (each["id"] for each in made)
    spares["exercises"] = [spare]
    path = f"exercises/{ids['exercise_id']}/training-maxes"
    maximum = {"value": 140, "since": "2026-11-01"}
    ids["training_max_id"] = (await ask("POST", path, json=maximum))["id"]
    workouts = [await _logged(person, *each) for each in LINES]
    ids["workout_id"], ids["other_workout_id"], *more = (each["id"] for each in workouts)
    spares["workouts"] = more
    executions = [each for workout in workouts for each in workout["exercise_executions"]]
    ids["execution_id"], ids["next_execution_id"], *more = (each["id"] for each in executions)
    spares["exercise_executions"] = more
    ids["set_id"] = executions[0]["sets"][0]["id"]
    spares["sets"] = [one["id"] for each in executions[2:] for one in each["sets"]]
    await ask("POST", "measurement-types", json={"name": f"{name} Girth"})
    measurement = {"type": f"{name} Girth", "value": 5, "note": name}
    measured = [await ask("POST", "measurements", json=measurement) for _ in range(2)]
    ids["measurement_id"], spare = (each["id"] for each in measured)
    spares["measurements"] = [spare]
    goal = {"type": f"{name} Girth", "value": 4}
    ids["goal_id"] = (await ask("POST", "goals", json=goal))["id"]
    ids["gym_id"] = (await ask("POST", "gyms", json={"name": f"{name} Gym"}))["id"]
    files = [await _attached(person) for _ in range(2)]
    ids["attachment_id"], spare = files
    spares["attachments"] = [spare]
    imported = {"id": str(new_id()), "source": name, "sha256": "0" * 64, "timezone": "UTC"}
    await ask("POST", "imports", json=imported)
    spares["imports"] = [imported["id"]]
    await ask("PATCH", "profile", json={"bands": {"chest": {"low": 3, "high": 4}}})


async def _logged(person: Person, line: str, day: int) -> Any:
    text = f"{line.format(person.name)} // {person.name}"
    data = {"text": text, "at": f"2026-11-{day:02}T18:00:00Z"}
    logged = await person.ask("POST", "workouts/log", json=data)
    return await person.ask("GET", f"workouts/{logged['workout']['id']}")


async def _attached(person: Person) -> str:
    file = {
        "id": str(new_id()),
        "name": f"{person.name}.jpg",
        "workout_id": person.ids["workout_id"],
    }
    return str((await person.ask("POST", "attachments", params=file, content=JPEG))["id"])
