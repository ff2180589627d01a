"""What browsers are shown: the way to the issuer and back, and what a person is asked.

The browser's session is a signed cookie of ten minutes. It begins anew when somebody is signed in, so that nobody
can have prepared it, and whatever is decided carries a token of the page on which it was asked.
"""

from __future__ import annotations

import hmac
import re
import secrets
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from workout_core.auth import pages
from workout_core.auth import schemas as wire
from workout_core.auth.forms import device_of, fields_of, form_of
from workout_core.auth.grants import Consent, Grants, typed_code
from workout_core.auth.issuer import Person, SignInError
from workout_core.auth.redirects import answer_to, is_loopback
from workout_core.auth.scopes import scopes_of

if TYPE_CHECKING:
    from starlette.requests import Request

    from workout_core.auth.authority import Authority
    from workout_core.auth.repository import LoginRepository

CHALLENGE: Final = re.compile(r"[A-Za-z0-9_-]{43}")
LONGEST_STATE: Final = 200
AGAIN: Final = "Begin anew in your terminal: workout login"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a program asks for, while a person signs in and agrees."""

    redirect_uri: str
    state: str
    scope: str
    challenge: str
    device: str


class BrowserEndpoints:
    """Answers browsers."""

    def __init__(self, authority: Authority) -> None:
        self._authority = authority

    def routes(self) -> list[Route]:
        """The addresses of these endpoints."""
        return [
            Route(wire.AUTHORIZE, self.authorize),
            Route(wire.CONSENT, self.consent),
            Route(wire.CONSENT, self.consent_decision, methods=["POST"]),
            Route(wire.CALLBACK, self.callback),
            Route(wire.DEVICE, self.device),
            Route(wire.DEVICE, self.device_decision, methods=["POST"]),
        ]

    async def authorize(self, request: Request) -> Response:
        """Begins a login of a program on the same machine; who asks badly is sent nowhere."""
        query = fields_of(request.query_params.multi_items()) or {}
        uri, state = query.get("redirect_uri", ""), query.get("state", "")
        if query.get("client_id") != wire.CLIENT or not is_loopback(uri):
            return _message(
                "Login refused", "The link is not one of a workout client. " + AGAIN, 400
            )
        if not 1 <= len(state) <= LONGEST_STATE:
            return _message("Login refused", "The link has no state. " + AGAIN, 400)
        scope = scopes_of(query.get("scope", ""))
        if error := _fault(query, scope):
            return self._back(uri, state, error=error)
        device, challenge = device_of(query), query["code_challenge"]
        asked = Asked(uri, state, " ".join(scope or ()), challenge, device)
        request.session["asked"] = asdict(asked)
        request.session["csrf"] = secrets.token_urlsafe(24)
        return await self._signed_in(request, wire.CONSENT)

    async def callback(self, request: Request) -> Response:
        """Takes in who comes back from the issuer."""
        try:
            person = await self._authority.issuer.person(request)
            user = await self._authority.run(lambda logins: self._admit(logins, person))
        except SignInError as error:
            return _message("Sign-in failed", error.message, error.status)
        kept = {name: request.session.get(name) for name in ("next", "asked", "user_code")}
        request.session.clear()
        request.session.update({name: value for name, value in kept.items() if value})
        request.session["user"] = user
        request.session["person"] = person.email or person.name or "somebody"
        request.session["csrf"] = secrets.token_urlsafe(24)
        return RedirectResponse(request.session.pop("next", wire.DEVICE), 303)

    async def consent(self, request: Request) -> Response:
        """Asks whether the program may."""
        asked = _asked(request)
        if asked is None or "user" not in request.session:
            return _message("No login is under way", AGAIN, 400)
        return HTMLResponse(
            pages.consent(
                person=request.session["person"],
                device=asked.device,
                scope=asked.scope,
                csrf=request.session["csrf"],
            )
        )

    async def consent_decision(self, request: Request) -> Response:
        """Sends a code to the program, or that it may not."""
        form = await _decision(request)
        asked = _asked(request)
        if form is None or asked is None:
            return _message("The page is out of date", AGAIN, 403)
        del request.session["asked"], request.session["csrf"]
        if form.get("ok") != "1":
            return self._back(asked.redirect_uri, asked.state, error="access_denied")
        keys, user = self._authority.keys, request.session["user"]
        consent = Consent(user, asked.redirect_uri, asked.scope, asked.challenge, asked.device)
        code = await self._authority.run(lambda logins: Grants(logins, keys).agree(consent))
        return self._back(asked.redirect_uri, asked.state, code=code)

    async def device(self, request: Request) -> Response:
        """Asks for the code of a terminal, and then whether that may."""
        if typed := request.query_params.get("user_code"):
            request.session["user_code"] = typed[:20]
        if "user" not in request.session:
            return await self._signed_in(request, wire.DEVICE)
        typed, person = request.session.pop("user_code", None), request.session["person"]
        if not typed:
            return HTMLResponse(pages.ask_code(person=person))
        guesses, user = self._authority.guesses, request.session["user"]
        if wait := guesses.wait_s(user):
            answer = _message("Too many wrong codes", "Wait five minutes, then try again.", 429)
            answer.headers["Retry-After"] = str(wait)
            return answer
        code = typed_code(typed)
        row = await self._authority.run(lambda logins: logins.grant(code or ""), readonly=True)
        if code is None or row is None:
            guesses.count(user)
            return HTMLResponse(pages.ask_code(person=person, problem=pages.UNKNOWN_CODE))
        request.session["csrf"] = secrets.token_urlsafe(24)
        request.session["code"] = code
        shown = {name: row[name] for name in ("device", "address", "scope")}
        csrf = request.session["csrf"]
        return HTMLResponse(pages.approve_device(person=person, code=code, csrf=csrf, **shown))

    async def device_decision(self, request: Request) -> Response:
        """Lets the terminal in that the page asked about, or not; another code would be a guess that nobody counts."""
        form, code = await _decision(request), request.session.get("code")
        if form is None or not code or form.get("user_code") != code:
            return _message("The page is out of date", AGAIN, 403)
        user, yes = request.session["user"], form.get("ok") == "1"
        status = "approved" if yes else "denied"
        if not await self._authority.run(lambda logins: logins.decide_grant(code, user, status)):
            return _message("The terminal waits no more", f"{pages.UNKNOWN_CODE} {AGAIN}", 400)
        del request.session["csrf"], request.session["code"]
        told = "You are logged in there: go back to your terminal." if yes else "It was not let in."
        return _message("Approved" if yes else "Denied", told, person=request.session["person"])

    async def _signed_in(self, request: Request, then: str) -> Response:
        """Go on, by way of the issuer for whom we don't know yet."""
        if "user" in request.session:
            return RedirectResponse(then, 303)
        request.session["next"] = then
        callback = self._authority.settings.public_url + wire.CALLBACK
        try:
            return await self._authority.issuer.send_there(request, callback)
        except SignInError as error:
            return _message("Sign-in failed", error.message, error.status)

    async def _admit(self, logins: LoginRepository, person: Person) -> int:
        """The user that a person is; who was never here comes in only as the registration says."""
        user = await logins.user_of(person.issuer, person.subject)
        if user is None:
            if not self._authority.settings.admits(person.claims):
                raise SignInError("This server has no place for you; ask whoever runs it", 403)
            user = await logins.add_user(person.issuer, person.subject)
        await logins.rename(user, person.name, person.email)
        return user

    def _back(self, uri: str, state: str, **answer: str) -> Response:
        issuer = self._authority.settings.public_url
        return RedirectResponse(answer_to(uri, **answer, state=state, iss=issuer), 303)


def _fault(query: dict[str, str], scope: tuple[str, ...] | None) -> str | None:
    """What is wrong with a request whose asker may be told."""
    if query.get("response_type") != "code":
        return "unsupported_response_type"
    challenge = query.get("code_challenge", "")
    if query.get("code_challenge_method") != "S256" or not CHALLENGE.fullmatch(challenge):
        return "invalid_request"
    return "invalid_scope" if scope is None else None


def _asked(request: Request) -> Asked | None:
    asked: dict[str, Any] | None = request.session.get("asked")
    return Asked(**asked) if asked else None


async def _decision(request: Request) -> dict[str, str] | None:
    """A form of the page that this session was shown last, by somebody who is signed in."""
    form = await form_of(request)
    expected: str = request.session.get("csrf", "")
    if form is None or "user" not in request.session or not expected:
        return None
    return form if hmac.compare_digest(form.get("csrf", ""), expected) else None


def _message(title: str, text: str, status: int = 200, *, person: str = "") -> Response:
    return HTMLResponse(pages.message(title, text, person), status)
