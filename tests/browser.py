"""A browser for BROWSER: goes to a page, follows redirects, and fills in and sends the first form that it meets."""

from __future__ import annotations

import sys
from html.parser import HTMLParser
from typing import Final
from urllib.parse import urljoin

import httpx

NAME: Final = "anna"
BROWSER: Final = f"{sys.executable} -m tests.browser %s"


class Form(HTMLParser):
    """The first form of a page that is posted: where to, and what; texts are a name."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.action: str | None = None
        self.fields: dict[str, str] = {}
        self._is_over = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form" and given.get("method") == "post" and self.action is None:
            self.action = given.get("action", "")
        if self.action is None or self._is_over or not given.get("name"):
            return
        if tag == "input":
            typed = given.get("type") in ("text", "password")
            self.fields[given["name"]] = NAME if typed else given.get("value", "")
        elif tag == "button":
            self.fields.setdefault(given["name"], given.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        self._is_over = self._is_over or (tag == "form" and self.action is not None)


def browse(url: str) -> httpx.Response:
    """Where one arrives."""
    with httpx.Client(follow_redirects=True, timeout=30) as http:
        page = http.get(url)
        while (form := Form(page.text)).action is not None:
            page = http.post(urljoin(str(page.url), form.action), data=form.fields)
        return page


if __name__ == "__main__":
    browse(sys.argv[1]).raise_for_status()
