"""The staged site as a visitor finds it: every page is there, every link leads somewhere."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.address import document_path, is_english, thai_path
from generator.audit.page import BuiltPage, read_page
from generator.freeze import Submitted
from generator.meanwhile import meanwhile
from generator.problems import Place, Problem
from generator.redirects import plain_path
from generator.render.site import RenderedSite

# Two halves of fewer pages than this are read sooner than a copy of the process is made.
MANY = 100


def check_site(folder: Path, rendered: RenderedSite) -> Iterator[Problem]:
    """Pages that are missing, and internal links that lead nowhere."""
    documents = _documents(folder)
    for page in rendered.pages:
        built = document_path(page.address).replace(".md", ".html")
        if built not in documents and (thai_path(built) in documents or not is_english(built)):
            yield Problem(Place(built), "PAGE-NOT-BUILT", facts={"page": f"/{page.address}"})
    for name in sorted(rendered.redirects - documents.keys()):
        yield Problem(Place(name), "PAGE-NOT-BUILT", facts={"page": f"/{name}"})
    yield from _broken_links(folder, documents)


def _documents(folder: Path) -> dict[str, BuiltPage]:
    """Every page by its name; of many a copy of this process reads the later half."""
    paths = sorted(folder.rglob("*.html"))
    half = len(paths) // 2
    if half < MANY:
        return _read(folder, paths)
    with meanwhile(partial(_read, folder, paths[half:])) as later:
        return {**_read(folder, paths[:half]), **later()}


def _read(folder: Path, paths: list[Path]) -> dict[str, BuiltPage]:
    return {
        path.relative_to(folder).as_posix(): read_page(path.read_text(encoding="utf-8"))
        for path in paths
    }


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
            found = (
                unquote(anchor) in read_page((folder / name).read_text(encoding="utf-8")).anchors
            )
        else:
            found = True
        if not found:
            yield each.gone()


def _broken_links(folder: Path, documents: dict[str, BuiltPage]) -> Iterator[Problem]:
    """Each link that leads nowhere; of an English page only what its Thai page has not told."""
    told = set()
    for name in sorted(documents, key=lambda name: (is_english(name), name)):
        if name == "404.html":
            continue
        for code, link, target in _broken(folder, name, documents):
            fault = thai_path(name), code, thai_path(target or link)
            if not (is_english(name) and fault in told):
                yield Problem(Place(name), code, facts={"link": link})
            told.add(fault)


def _broken(
    folder: Path, name: str, documents: dict[str, BuiltPage]
) -> Iterator[tuple[str, str, str | None]]:
    """What is wrong with a link of a page, the link, and where it leads."""
    document = documents[name]
    for link in sorted({*document.links, *document.resources}):
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        target = _target(name, unquote(parts.path))
        if target in documents:
            if parts.fragment and unquote(parts.fragment) not in documents[target].anchors:
                yield "LINK-NO-ANCHOR", link, f"{target}#{parts.fragment}"
        elif target is None or not (folder / target).is_file():
            yield "LINK-BROKEN", link, target


def _target(source: str, path: str) -> str | None:
    """The file that a link leads to; one that leaves the site's folder leads nowhere in it.

    A site may be published below any address, so a link from the root of its host is one of those.
    """
    if not path:
        return source
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
    if joined.startswith(("/", "../")) or joined == "..":
        return None
    if path.endswith(("/", "/.", "/..")) or path in (".", ".."):
        joined = posixpath.normpath(posixpath.join(joined, "index.html"))
    return joined
