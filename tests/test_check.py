"""The check of the staged site: what leads out of it, and what leads nowhere in it."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from generator.check import MANY, check_site

# What the check asks of a rendered site: nothing was to be built.
NOTHING: Any = SimpleNamespace(pages=(), redirects=frozenset())


def told(folder: Path, link: str) -> list[tuple[str, str]]:
    """What is found on a page two folders deep that has one link."""
    page = folder / "2568" / "oit" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(f'<h1 id="top">ก</h1><a href="{link}">ข</a>', encoding="utf-8")
    (folder / "index.html").write_text('<h1 id="home">ก</h1>', encoding="utf-8")
    return [(problem.code, problem.place.path) for problem in check_site(folder, NOTHING)]


@pytest.mark.parametrize(
    "link", ["../..", "../../", "../../index.html", ".", "#top", "../../#home"]
)
def test_a_link_that_stays_in_the_site_is_followed(link: str, tmp_path: Path) -> None:
    """Folders, files and anchors are found however a relative link is written."""
    assert told(tmp_path, link) == []


@pytest.mark.parametrize(
    "link", ["/", "/2568/oit/", "../../../", "../../../index.html", "../../../..", "nowhere/"]
)
def test_a_link_that_leaves_the_site_is_broken(link: str, tmp_path: Path) -> None:
    """A site may be published below any address, so the root of its host is not the site's."""
    assert told(tmp_path, link) == [("LINK-BROKEN", "2568/oit/index.html")]


def test_a_link_to_a_heading_that_is_not_there_is_named(tmp_path: Path) -> None:
    """The page is there and the heading is not."""
    assert told(tmp_path, "../../#gone") == [("LINK-NO-ANCHOR", "2568/oit/index.html")]


@pytest.mark.parametrize("cores", [{0}, {0, 1}])
def test_every_page_of_a_large_site_is_read(
    cores: set[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By one process or by two; anchors are known across both halves."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: cores, raising=False)
    names = [f"{number:04}" for number in range(2 * MANY + 1)]
    for name, after in zip(names, [*names[1:], names[0]], strict=True):
        (tmp_path / name).mkdir()
        links = f'<a href="../{after}/#top">ก</a><a href="../{names[-1]}/#gone">ข</a>'
        (tmp_path / name / "index.html").write_text(f'<h1 id="top">{name}</h1>{links}', "utf-8")
    found = [(problem.code, problem.place.path) for problem in check_site(tmp_path, NOTHING)]
    assert found == [("LINK-NO-ANCHOR", f"{name}/index.html") for name in names]
