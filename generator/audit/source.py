"""Where an audited site is read from, and what is found at an address."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

ENOUGH = 8 * 1024 * 1024
INDEX = "index.html"
# A folder has no address of its own; this one can belong to nobody.
NOWHERE = "https://site.invalid/"


class Answer(StrEnum):
    """What an address answers; `unknown` is neither there nor gone."""

    FOUND = "found"
    GONE = "gone"
    LOGIN = "login"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back from one address; `data` are its beginning, `size` is the whole."""

    url: str
    answer: Answer
    data: bytes = b""
    size: int = 0
    kind: str = ""
    note: str = ""

    @property
    def is_html(self) -> bool:
        return self.kind.startswith("text/html")


class Source(Protocol):
    """A site to be read: `base` is where its home page is."""

    @property
    def base(self) -> str: ...
    def fetch(self, url: str) -> Fetched: ...


class FolderSource:
    """A built site in a folder; other websites are not asked."""

    base = NOWHERE

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()

    def fetch(self, url: str) -> Fetched:
        if not inside(url, self.base):
            return Fetched(url, Answer.UNKNOWN)
        name = unquote(urlsplit(url).path.removeprefix("/"))
        path = self.folder / (f"{name}{INDEX}" if name.endswith("/") or not name else name)
        if path.is_dir():
            path, url = path / INDEX, f"{url}/"
        if not path.is_file() or not path.resolve().is_relative_to(self.folder):
            return Fetched(url, Answer.GONE)
        with path.open("rb") as file:
            data = file.read(ENOUGH)
        kind = "text/html" if path.suffix in (".html", ".htm") else ""
        return Fetched(url, Answer.FOUND, data, path.stat().st_size, kind)


def absolute(page: str, href: str) -> str:
    """Where a link on a page leads, without the part after `#`."""
    try:
        return urldefrag(urljoin(page, href)).url
    except ValueError:
        return ""


def fragment(href: str) -> str:
    return unquote(href.partition("#")[2])


def inside(url: str, base: str) -> bool:
    return url.startswith(base)
