"""Each kind of page: one Python file, one template, one golden page of the same name."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.address import ENGLISH, address_in, document_path
from generator.pages import OF_A_YEAR, OF_THE_SITE
from generator.pages.page import Page
from generator.pipeline import check_project
from generator.render.site import RenderedSite, render_site
from generator.render.templates import TEMPLATES
from generator.words import Language, Words
from tests.projects import ROOT, TODAY

GOLDEN = Path(__file__).parent / "pages"
KINDS = [
    *("home", "data", "data_fields", "data_forms", "data_form", "link", "site_map"),
    *(module.__name__.rpartition(".")[2] for module in (*OF_A_YEAR, *OF_THE_SITE)),
]
# Its content is that of all other pages, so a history of its own is shown: see test_history.
OF_ITS_OWN = "changes"
IN_ENGLISH = ["home", "assessment", "oit_item", "progress"]
# The year that shows the most of each kind.
YEARS = {
    "measures": "2568",
    "complaints": "2568",
    "progress": "2568",
    "oit_index": "2568",
    "oit_item": "2568",
}
ITEM = "2568/oit/o11"


@pytest.fixture(scope="module")
def site() -> RenderedSite:
    facts, _ = check_project(ROOT, TODAY)
    assert facts is not None
    return render_site(facts, Words(Language.THAI))


def _page(site: RenderedSite, kind: str) -> Page:
    wanted = YEARS.get(kind, "2567")
    pages = [page for page in site.pages if page.kind == kind and not _is_english(page)]
    of_year = [page for page in pages if page.address.startswith(wanted)] or pages
    return next((page for page in of_year if page.address == ITEM), of_year[0])


def _is_english(page: Page) -> bool:
    return page.address.split("/")[0] == ENGLISH


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != OF_ITS_OWN])
def test_page_of_the_demonstration_is_as_it_was_read(
    site: RenderedSite, kind: str, request: pytest.FixtureRequest
) -> None:
    """A change to a page is seen in its golden Markdown before it is seen by the public."""
    text = site.texts[document_path(_page(site, kind).address)]
    _compare(text, GOLDEN / f"{kind}.md", request)


@pytest.mark.parametrize("kind", IN_ENGLISH)
def test_english_page_of_the_demonstration_is_as_it_was_read(
    site: RenderedSite, kind: str, request: pytest.FixtureRequest
) -> None:
    """A few kinds stand for all: what is official, what is reckoned, what the agency wrote."""
    address = address_in(Language.ENGLISH, _page(site, kind).address)
    _compare(site.texts[document_path(address)], GOLDEN / "en" / f"{kind}.md", request)


def _compare(text: str, golden: Path, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_every_kind_has_its_template_and_its_golden_page() -> None:
    """Files of the same name, none missing and none left over."""
    templates = {path.name.removesuffix(".md.jinja") for path in TEMPLATES.glob("*.md.jinja")}
    assert templates == set(KINDS)
    assert {path.stem for path in GOLDEN.glob("*.md")} == set(KINDS)
    assert {path.stem for path in (GOLDEN / "en").glob("*.md")} == set(IN_ENGLISH)


def test_every_page_has_its_own_address_title_and_description(site: RenderedSite) -> None:
    """No two pages share an address, and none is without a title or description."""
    addresses = [page.address for page in site.pages]
    assert len(set(addresses)) == len(addresses)
    assert all(page.title and page.description for page in site.pages)
    assert all(
        page.address == page.address.lower() and page.address.isascii() for page in site.pages
    )
