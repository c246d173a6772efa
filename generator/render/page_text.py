"""One page as the Markdown that is handed to an engine."""

from __future__ import annotations

from collections.abc import Iterator

from generator.blocks import Table
from generator.compute.facts import Facts
from generator.escape import attribute, json_in_html, yaml_string
from generator.open_data.addresses import Addresses
from generator.open_data.inventory import FORMATS, Inventory
from generator.open_data.linked_data import LinkedData
from generator.open_data.sets import data_folder, set_of
from generator.pages import hand
from generator.pages.page import Page
from generator.render.markdown import Downloads, MarkdownBlocks
from generator.render.template import fill_template
from generator.words import Language, Words


class PageText:
    """The pages of one language; what search engines are told is told by those in Thai alone."""

    def __init__(
        self,
        facts: Facts,
        words: Words,
        inventory: Inventory,
        linked_data: LinkedData | None = None,
    ) -> None:
        self.site = facts.project.site.record
        self.facts = facts
        self.words = words
        self.inventory = inventory
        self.linked_data = linked_data
        self.addresses = Addresses(self.site.site_url)

    def of(self, page: Page) -> str:
        out = MarkdownBlocks(
            page.address, self.site.numerals, self._downloads(page), self.words.language
        )
        body = fill_template(page, out, self.facts, self.words, given=self.inventory)
        return f"{self._front_matter(page)}\n{_tidy(body)}{self._linked_data(page)}"

    def _downloads(self, page: Page) -> dict[str, Downloads]:
        """The files of each table that stands on one page only."""
        text = self.words("open_data.download")
        found = {}
        for table in page.tables:
            entry = set_of(page.kind, table.id)
            if entry is not None and not entry.key:
                path = f"{data_folder(page, entry)}/{entry.file}"
                found[table.id] = Downloads(text, tuple(self._forms(path, table)))
        return found

    def _forms(self, path: str, table: Table) -> Iterator[tuple[str, str, str]]:
        for ending in FORMATS:
            form = ending.upper()
            title = self.words("open_data.download_as", caption=table.caption, format=form)
            yield form, title, f"{path}.{ending}"

    def _linked_data(self, page: Page) -> str:
        nodes = self.linked_data.page_nodes(page.address) if self.linked_data else None
        if nodes is None:
            return ""
        return f'\n<script type="application/ld+json">{json_in_html(nodes)}</script>\n'

    def _front_matter(self, page: Page) -> str:
        """Escaped for attributes too: the theme prints them as they are, in both."""
        lines = [
            "---",
            f"title: {yaml_string(attribute(page.title))}",
            f"description: {yaml_string(attribute(page.description))}",
            f"kind: {page.kind}",
            f"lang: {self.words.language}",
            *self._text_language(page),
            *self._card(page),
            "---",
        ]
        return "\n".join(lines) + "\n"

    def _text_language(self, page: Page) -> Iterator[str]:
        """The language of the text, where it is another than that of the page."""
        if page.kind == hand.KIND and self.words.language is not Language.THAI:
            yield f"text_lang: {Language.THAI}"

    def _card(self, page: Page) -> Iterator[str]:
        """The image of the page's year, or of the newest year that has one."""
        if not self.site.site_url:
            return
        year = page.address.partition("/")[0]
        years = [int(year)] if year.isdecimal() else sorted(self.facts.years, reverse=True)
        cards = (self.inventory.path(each, "card") for each in years)
        if path := next(filter(None, cards), None):
            yield f"card: {yaml_string(self.addresses.of(path))}"


def _tidy(text: str) -> str:
    """One blank line between blocks, none at the ends: templates need not count them."""
    tidy = "\n".join(map(str.rstrip, text.split("\n"))).strip("\n")
    while "\n\n\n" in tidy:
        tidy = tidy.replace("\n\n\n", "\n\n")
    return tidy + "\n"
