"""Other engines build the same hand-over folder without losing anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import Engine
from tests.html_pages import Article, read_site
from tests.projects import EXAMPLES, build, copy_project, tree

RICHEST = "bang-tabun"


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[Engine, Path]:
    """One project built by every engine."""
    folder = tmp_path_factory.mktemp("engines")
    project = copy_project(EXAMPLES / RICHEST, folder / "project")
    built = {engine: folder / engine for engine in Engine}
    for engine, out in built.items():
        assert build(project, out, engine).published
    return built


@pytest.mark.parametrize("engine", [Engine.PROPERDOCS, Engine.ZENSICAL])
def test_another_engine_loses_no_page_table_link_or_heading(
    sites: dict[Engine, Path], engine: Engine
) -> None:
    """Page by page the article is the same: words, tables, links, anchors and hooks."""
    ours, theirs = read_site(sites[Engine.MKDOCS]), read_site(sites[engine])
    assert len(ours) > 70
    assert theirs.keys() == ours.keys()
    for address, article in ours.items():
        assert _compared(theirs[address]) == _compared(article), address


@pytest.mark.parametrize("engine", [Engine.PROPERDOCS, Engine.ZENSICAL])
def test_another_engine_publishes_the_same_data(sites: dict[Engine, Path], engine: Engine) -> None:
    """The data files are copied byte for byte."""
    ours, theirs = (
        {name: data for name, data in tree(sites[each]).items() if name.endswith(".json")}
        for each in (Engine.MKDOCS, engine)
    )
    data = {name for name in ours if "/data/" in name}
    assert len(data) > 4
    assert {name: theirs.get(name) for name in data} == {name: ours[name] for name in data}


def _compared(article: Article) -> tuple[object, ...]:
    words = " ".join(article.text.split())
    return words, article.headings, article.tables, article.links, article.hooks
