"""The staged site as a visitor finds it: every page is there, every link leads somewhere."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.address import document_path
from generator.audit.page import BuiltPage, read_page
from generator.freeze import Submitted
from generator.problems import Place, Problem
from generator.redirects import plain_path
from generator.render.site import RenderedSite


def check_site(folder: Path, rendered: RenderedSite) -> Iterator[Problem]:
    """Pages that are missing, and internal links that lead nowhere."""
    documents = {
        path.relative_to(folder).as_posix(): read_page(path.read_text(encoding="utf-8"))
        for path in sorted(folder.rglob("*.html"))
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
            found = (
                unquote(anchor) in read_page((folder / name).read_text(encoding="utf-8")).anchors
            )
        else:
            found = True
        if not found:
            yield each.gone()


def _broken(
    folder: Path, name: str, document: BuiltPage, documents: dict[str, BuiltPage]
) -> Iterator[Problem]:
    for link in sorted({*document.links, *document.resources}):
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        target = _target(name, unquote(parts.path))
        if target is None:
            yield Problem(Place(name), "LINK-BROKEN", facts={"link": link})
        elif target in documents:
            if parts.fragment and unquote(parts.fragment) not in documents[target].anchors:
                yield Problem(Place(name), "LINK-NO-ANCHOR", facts={"link": link})
        elif not (folder / target).is_file():
            yield Problem(Place(name), "LINK-BROKEN", facts={"link": link})


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
