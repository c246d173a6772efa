"""`frozen/redirects.yaml`: old addresses and where they lead now; each keeps a page of its own."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.address import relative_file, relative_url
from generator.load import Document, load_file
from generator.problems import Problem, Severity
from generator.project import Project
from generator.publish import MANIFEST
from generator.records.redirects import Redirects
from generator.render.html_page import html_page
from generator.rules.place import problem_at
from generator.validate import nearest, validate
from generator.whole_address import whole_address
from generator.words import Words

FOLDER = "frozen"
FILE = "redirects.yaml"
NAME = f"{FOLDER}/{FILE}"
# What the engines and we write by ourselves at the top of a site.
OF_THE_ENGINES = frozenset(
    {"404.html", "assets", "history.json", MANIFEST, "objects.inv", "search", "search.html"}
    | {"sitemap.xml", "sitemap.xml.gz"}
)


@dataclass(frozen=True, slots=True)
class SitePaths:
    """What a site has without its redirects: addresses of pages, and paths of files."""

    pages: frozenset[str]
    files: frozenset[str]

    def __contains__(self, path: str) -> bool:
        return path in self.pages or path in self.files


@dataclass(frozen=True, slots=True)
class Moves:
    """The old addresses as typed, each with its new one, and the file that says so."""

    typed: Mapping[str, str]
    document: Document | None = None

    @property
    def by_path(self) -> Mapping[str, str]:
        return {plain_path(old): new for old, new in self.typed.items()}


def load_moves(root: Path) -> tuple[Moves, tuple[Problem, ...]]:
    """What was typed, and what is wrong with the way it was."""
    path = root / FOLDER / FILE
    if not os.path.lexists(path):
        return Moves({}), ()
    document = load_file(path, NAME)
    record, problems = validate(document, Redirects)
    typed = record.root if record else {}
    return Moves(typed, document), (*document.problems, *problems)


def plain_path(typed: str) -> str:
    """`/2568/oit/`, `2568/oit` and `/2568/oit/index.html#o1` are one page."""
    path = typed.partition("#")[0].strip("/")
    return "" if path == "index.html" else path.removesuffix("/index.html")


def check_moves(moves: Moves, site: SitePaths) -> Iterator[Problem]:
    """An old address that is in use or typed twice, a new one that is none, and circles."""
    by_path, first = moves.by_path, dict[str, str]()
    for old in moves.typed:
        path = plain_path(old)
        before = first.setdefault(path, old)
        if before != old:
            yield _at(moves, old, "REDIRECT-TWICE", {"path": old, "first": before}, key=True)
        elif _is_taken(path, by_path, site):
            yield _at(moves, old, "REDIRECT-OVER-PAGE", {"path": old}, key=True)
        elif (end := destination(path, by_path)) is None:
            yield _at(moves, old, "REDIRECT-LOOP", {"path": old}, key=True)
        elif plain_path(end) not in site:
            meant = nearest(plain_path(end), [*site.pages, *site.files])
            facts = {"path": end, "suggestion": f"/{meant}" if meant else ""}
            yield _at(moves, old, "REDIRECT-NO-TARGET", facts)


def _at(
    moves: Moves, old: str, code: str, facts: Mapping[str, object], *, key: bool = False
) -> Problem:
    assert moves.document is not None
    return problem_at(moves.document, (old,), code, facts, Severity.ERROR, key=key)


def _is_taken(path: str, others: Mapping[str, str], site: SitePaths) -> bool:
    """Whether the page left behind would lie over or under another file, on any kind of disk."""
    taken = {posixpath.join(page, "index.html").lower() for page in site.pages}
    taken.update(file.lower() for file in site.files)
    left = PurePosixPath(_file(path).lower())
    above = {str(parent) for parent in left.parents}
    left_by_others = {_file(other).lower() for other in others}
    return (
        str(left) in taken
        or not above.isdisjoint(taken | left_by_others)
        or left.parts[0] in OF_THE_ENGINES
    )


def destination(path: str, moves: Mapping[str, str]) -> str | None:
    """Where an old address leads in the end; None where it leads in a circle."""
    seen = {path}
    new = moves[path]
    while (step := plain_path(new)) in moves:
        if step in seen:
            return None
        seen.add(step)
        new = moves[step]
    return new


def redirect_pages(project: Project, site: SitePaths, t: Words) -> Iterator[tuple[str, str]]:
    """The page left behind at each old address; a file that moved leaves a folder of its name."""
    moves = load_moves(project.root)[0].by_path
    for path in moves:
        end = destination(path, moves)
        if end is not None:
            yield _file(path), _page(path, end, site, project.site.record.site_url, t)


def _page(path: str, end: str, site: SitePaths, site_url: str | None, t: Words) -> str:
    """It forwards by a relative link, so that it works wherever the site lies."""
    here, target, anchor = posixpath.dirname(_file(path)), plain_path(end), end.partition("#")[2]
    if target in site.files:
        link, shown = relative_file(here, target) + (anchor and f"#{anchor}"), f"/{target}"
    else:
        link, shown = relative_url(here, target, anchor), f"/{target}/" if target else "/"
    canonical = whole_address(shown, site_url) if site_url else link
    return html_page("redirect", t=t, link=link, shown=shown, canonical=canonical)


def _file(path: str) -> str:
    return path if path.endswith(".html") else posixpath.join(path, "index.html")
