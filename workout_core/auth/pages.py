"""The few pages that people see in a browser: plain HTML, without scripts, readable on a phone.

Everything that comes from outside is escaped where it is put in.
"""

from __future__ import annotations

import base64
import hashlib
from html import escape
from typing import TYPE_CHECKING, Final

from workout_core.auth.grants import shown_code
from workout_core.auth.scopes import SCOPES

if TYPE_CHECKING:
    from collections.abc import Iterable

STYLE: Final = (
    ":root{color-scheme:light dark}"
    "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:0 auto;padding:1.5rem}"
    "h1{font-size:1.5rem}"
    "button,input{font:inherit;padding:.6rem 1rem;margin:.25rem .25rem .25rem 0;border-radius:.4rem}"
    "button{border:1px solid;cursor:pointer}"
    ".yes{background:#0a6b3d;color:#fff}"
    "code{font-size:1.4rem;letter-spacing:.1em}"
    "footer{margin-top:2rem;font-size:.9rem;opacity:.75}"
)
_HASH: Final = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
# Browsers apply form-action also to where a form's answer redirects: to the program that waits on this machine.
POLICY: Final = (
    f"default-src 'none'; style-src 'sha256-{_HASH}'; "
    "form-action 'self' http://127.0.0.1:* http://[::1]:*; frame-ancestors 'none'; base-uri 'none'"
)
UNKNOWN_CODE: Final = "That code is unknown, was used, or has expired."


def consent(*, person: str, device: str, scope: str, csrf: str) -> str:
    """Asks whether a program on this machine may act for somebody."""
    return _page(
        "Log in to workout?",
        f"<p><b>{escape(device)}</b> asks to log in, to:</p>{_reach(scope)}"
        "<p>Approve only if you have just typed <b>workout login</b> there.</p>"
        f"{_decision('/oauth/consent', csrf)}",
        person,
    )


def approve_device(
    *, person: str, code: str, device: str, address: str, scope: str, csrf: str
) -> str:
    """Asks whether a terminal, somewhere, may act for somebody."""
    return _page(
        "Approve this terminal?",
        f"<p><code>{escape(shown_code(code))}</code></p>"
        f"<p><b>{escape(device)}</b> at {escape(address)} asks to log in, to:</p>{_reach(scope)}"
        "<p>Approve only if your own terminal shows this code. Nobody else needs you to.</p>"
        f"{_decision('/device', csrf, user_code=code)}",
        person,
    )


def ask_code(*, person: str, problem: str = "") -> str:
    """Asks for the code that a terminal shows."""
    told = f"<p><b>{escape(problem)}</b></p>" if problem else ""
    return _page(
        "Connect a terminal",
        f"{told}<p>Type the code that your terminal shows.</p>"
        '<form action="/device"><label>Code <input name="user_code" autocomplete="off" '
        'autocapitalize="characters" spellcheck="false" placeholder="WDJB-MJHT" required '
        "autofocus></label><button>Next</button></form>",
        person,
    )


def message(title: str, text: str, person: str = "") -> str:
    """Says how something went."""
    return _page(title, f"<p>{escape(text)}</p>", person)


def _page(title: str, body: str, person: str) -> str:
    signed = f"<footer>Signed in as {escape(person)}</footer>" if person else ""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>"
        f"<body><main><h1>{escape(title)}</h1>{body}</main>{signed}</body></html>"
    )


def _reach(scope: str) -> str:
    return f"<ul>{_items(SCOPES[each] for each in scope.split(' '))}</ul>"


def _items(texts: Iterable[str]) -> str:
    return "".join(f"<li>{escape(each)}</li>" for each in texts)


def _decision(action: str, csrf: str, **hidden: str) -> str:
    fields = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
        for name, value in {"csrf": csrf, **hidden}.items()
    )
    return (
        f'<form method="post" action="{escape(action)}">{fields}'
        '<button class="yes" name="ok" value="1">Approve</button>'
        '<button name="ok" value="0">Deny</button></form>'
    )
