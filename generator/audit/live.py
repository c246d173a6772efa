"""A published site over HTTP: few connections, patience, and no verdict on a first refusal."""

from __future__ import annotations

import time
from urllib.parse import urlsplit

import requests

from generator.audit.source import ENOUGH, Answer, Fetched
from generator.polite import TIMEOUT, polite_session

PAUSE = 0.1
GONE = frozenset({404, 410})
LOGIN = frozenset({401})
LOGIN_WORDS = ("login", "signin", "sign-in", "accounts.google.com", "login.microsoftonline.com")
PIECE = 64 * 1024


class LiveSource:
    """A website; every address is asked for politely, and twice before it is called dead."""

    def __init__(self, base: str, *, pause: float = PAUSE) -> None:
        self.base = base if base.endswith("/") else f"{base}/"
        self.pause = pause
        self.session = polite_session()

    def fetch(self, url: str) -> Fetched:
        found = self._ask(url)
        if found.answer is Answer.GONE:
            time.sleep(self.pause)
            found = self._ask(url)
        return found

    def _ask(self, url: str) -> Fetched:
        time.sleep(self.pause)
        try:
            with self.session.get(url, stream=True, timeout=TIMEOUT) as answer:
                return self._read(url, answer)
        except requests.RequestException as error:
            return Fetched(url, Answer.UNKNOWN, note=type(error).__name__)

    def _read(self, url: str, answer: requests.Response) -> Fetched:
        status = answer.status_code
        if status in GONE:
            return Fetched(url, Answer.GONE, note=f"HTTP {status}")
        if status in LOGIN or _is_login(url, answer.url):
            return Fetched(url, Answer.LOGIN, note=f"HTTP {status}")
        if status != requests.codes.ok:
            return Fetched(url, Answer.UNKNOWN, note=f"HTTP {status}")
        data = b""
        for piece in answer.iter_content(PIECE):
            data += piece
            if len(data) >= ENOUGH:
                break
        stated = answer.headers.get("Content-Length", "")
        encoded = "Content-Encoding" in answer.headers
        size = int(stated) if stated.isdecimal() and not encoded else len(data)
        kind = answer.headers.get("Content-Type", "").lower()
        return Fetched(answer.url, Answer.FOUND, data[:ENOUGH], size, kind)


def _is_login(asked: str, final: str) -> bool:
    """Whether a redirect ended at a page that asks who one is."""
    if asked == final:
        return False
    parts = urlsplit(final)
    place = f"{parts.hostname}{parts.path}".lower()
    return any(word in place for word in LOGIN_WORDS)
