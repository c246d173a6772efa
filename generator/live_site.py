"""A published site over HTTP: its manifest, its history, and whether its files are as published."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from enum import StrEnum
from urllib.parse import quote

import requests

from generator.polite import TIMEOUT, polite_session
from generator.publish import MANIFEST, Change, Drift, parse_manifest

PAUSE = 0.02
PIECE = 64 * 1024
MOST_READ = 64 * 1024 * 1024
GONE = frozenset({404, 410})


class Lack(StrEnum):
    """Why a site has no file to read: it says so, or it cannot be asked."""

    GONE = "gone"
    UNREACHABLE = "unreachable"


class LackingError(Exception):
    """A file that every published site has could not be read."""

    def __init__(self, kind: Lack, url: str, reason: str = "") -> None:
        super().__init__(f"{kind}: {url}: {reason}")
        self.kind = kind
        self.url = url
        self.reason = reason


class LiveSite:
    """A website, asked for one file after another; the bytes count, whatever they are called."""

    def __init__(self, base: str, *, pause: float = PAUSE) -> None:
        self.base = base if base.endswith("/") else f"{base}/"
        self.pause = pause
        self.session = polite_session()
        # Bytes as they lie on the disk: a manifest knows nothing of compression on the way.
        self.session.headers["Accept-Encoding"] = "identity"

    def read(self, name: str) -> bytes:
        """One small file; LackingError where it cannot be had."""
        url = self.base + quote(name)
        try:
            with self.session.get(url, stream=True, timeout=TIMEOUT) as answer:
                if answer.status_code in GONE:
                    raise LackingError(Lack.GONE, url)
                answer.raise_for_status()
                data: bytes = answer.raw.read(MOST_READ)
                return data
        except (requests.RequestException, OSError) as error:
            raise LackingError(Lack.UNREACHABLE, url, type(error).__name__) from error

    def manifest(self) -> dict[str, str]:
        entries = parse_manifest(self.read(MANIFEST))
        if entries is None:
            raise LackingError(Lack.GONE, self.base + MANIFEST)
        return dict(entries)

    def drifts(self, entries: dict[str, str]) -> Iterator[Drift]:
        """Files that are missing, changed or cannot be asked for, by path."""
        for path, expected in sorted(entries.items()):
            time.sleep(self.pause)
            change = self._change(path, expected)
            if change is not None:
                yield Drift(path, change)

    def _change(self, path: str, expected: str) -> Change | None:
        try:
            with self.session.get(self.base + quote(path), stream=True, timeout=TIMEOUT) as answer:
                # A host may answer 404 for 404.html and send the page all the same.
                hashed = hashlib.sha256()
                for piece in answer.raw.stream(PIECE, decode_content=False):
                    hashed.update(piece)
        except (requests.RequestException, OSError):
            return Change.UNKNOWN
        if hashed.hexdigest() == expected:
            return None
        if answer.status_code in GONE:
            return Change.MISSING
        return Change.CHANGED if answer.status_code == requests.codes.ok else Change.UNKNOWN
