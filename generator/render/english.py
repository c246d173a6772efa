"""The same pages in English, below /en/; files are not made again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from generator.address import ENGLISH, address_in, document_path
from generator.compute.facts import Facts
from generator.history import ADDRESS
from generator.open_data.inventory import make_inventory
from generator.pages import list_pages
from generator.pages.page import Page
from generator.render.page_text import PageText
from generator.search import read_pages, search_files
from generator.words import Language, Words


@dataclass(frozen=True, slots=True)
class EnglishPages:
    """Pages by their Thai addresses, with their texts and what is found on them."""

    pages: tuple[Page, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    found: Mapping[str, str] = field(default_factory=dict)

    def placed(self) -> tuple[Page, ...]:
        """The pages at their own addresses."""
        return tuple(_placed(page) for page in self.pages)

    def search_files(self) -> dict[str, str]:
        """Their search data, by name."""
        files = search_files(self.pages, self.found)
        return {f"{ENGLISH}/{name}": text for name, text in files.items()}

    def files(self) -> dict[str, str]:
        """Their texts, by name."""
        return {f"{ENGLISH}/{name}": text for name, text in self.texts.items()}

    def with_changes(self, text: str) -> EnglishPages:
        """The same and the page of changes, which is known when all others are."""
        texts = {**self.texts, document_path(ADDRESS): text}
        changes = [page for page in self.pages if page.address == ADDRESS]
        return EnglishPages(self.pages, texts, {**self.found, **read_pages(changes, texts)})


def render_english(facts: Facts) -> EnglishPages:
    """All pages but that of changes; less what only their texts are made of."""
    if not facts.project.site.record.english:
        return EnglishPages()
    words = Words(Language.ENGLISH)
    pages = list_pages(facts, words)
    text_of = PageText(facts, words, make_inventory(facts, pages))
    written = tuple(page for page in pages if page.address != ADDRESS)
    texts = {document_path(page.address): text_of.of(page) for page in written}
    bare = tuple(replace(page, view={}, tables=(), charts=()) for page in pages)
    return EnglishPages(bare, texts, read_pages(written, texts))


def _placed(page: Page) -> Page:
    parent = page.parent if page.parent is None else address_in(Language.ENGLISH, page.parent)
    return replace(page, address=address_in(Language.ENGLISH, page.address), parent=parent)
