"""The staged site as a visitor finds it: every page is there, every link leads somewhere."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.address import document_path
from generator.freeze import Submitted
from generator.problems import Place, Problem
from generator.redirects import plain_path
from generator.render.site import RenderedSite

LINKS = {
    "a": "href",
    "link": "href",
    "img": "src",
    "script": "src",
    "iframe": "src",
    "source": "src",
}


@dataclass(slots=True)
class _Document:
    """What one HTML page links to, and what can be linked to in it."""

    links: set[str] = field(default_factory=set)
    anchors: set[str] = field(default_factory=set)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.document = _Document()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value and name == "id":
                self.document.anchors.add(value)
            elif value and LINKS.get(tag) == name:
                self.document.links.add(value)


def check_site(folder: Path, rendered: RenderedSite) -> Iterator[Problem]:
    """Pages that are missing, and internal links that lead nowhere."""
    documents = {
        path.relative_to(folder).as_posix(): _read(path) for path in sorted(folder.rglob("*.html"))
    }
    for page in rendered.pages:
        built = document_path(page.address).replace(".md", ".html")
        if built not in documents:
            yield Problem(Place(built), "PAGE-NOT-BUILT", facts={"page": f"/{page.address}"})
    for name in sorted(rendered.redirects - documents.keys()):
        yield Problem(Place(name), "PAGE-NOT-BUILT", facts={"page": f"/{name}"})
    for name, document in documents.items():
        if name != "404.html":
            yield from _broken(folder, name, document, documents)


def check_submitted(
    folder: Path, rendered: RenderedSite, submitted: Iterable[Submitted]
) -> Iterator[Problem]:
    """Addresses that were submitted and do not open; a redirect opens whatever its anchor."""
    for each in submitted:
        path, _, anchor = each.path.partition("#")
        name = posixpath.join(plain_path(path), "index.html")
        if not (folder / name).is_file():
            found = (folder / plain_path(path)).is_file()
        elif anchor and name not in rendered.redirects:
            found = unquote(anchor) in _read(folder / name).anchors
        else:
            found = True
        if not found:
            yield each.gone()


def _read(path: Path) -> _Document:
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    return reader.document


def _broken(
    folder: Path, name: str, document: _Document, documents: dict[str, _Document]
) -> Iterator[Problem]:
    for link in sorted(document.links):
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        target = _target(name, unquote(parts.path))
        if target in documents:
            if parts.fragment and unquote(parts.fragment) not in documents[target].anchors:
                yield Problem(Place(name), "LINK-NO-ANCHOR", facts={"link": link})
        elif not (folder / target).is_file():
            yield Problem(Place(name), "LINK-BROKEN", facts={"link": link})


def _target(source: str, path: str) -> str:
    """The file that a relative link leads to."""
    if not path:
        return source
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
    return (
        posixpath.join(joined, "index.html").lstrip("./") if path.endswith(("/", ".")) else joined
    )
