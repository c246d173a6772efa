"""Pages to files: Markdown for MkDocs, and the data files beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.address import ENGLISH, address_in, document_path, page_path
from generator.blocks import Table
from generator.collecting import uncollected
from generator.compute.facts import Facts
from generator.document.published import report_files
from generator.escape import attribute, json_in_html, yaml_string
from generator.history import ADDRESS, FILE, Chain, extended, history_text
from generator.open_data.files import OpenData
from generator.open_data.inventory import FEED, FORMATS, make_inventory
from generator.open_data.recipe import Recipe
from generator.open_data.sets import data_folder, set_of
from generator.pages import changes, hand, list_pages
from generator.pages.page import Page
from generator.project import CONTENT, FILES, evidence_of
from generator.publish import digest, sha256
from generator.redirects import SitePaths, redirect_pages
from generator.render.frame import HEADERS, brand_style, frame, headers, site_files
from generator.render.markdown import Downloads, MarkdownBlocks
from generator.render.navigation import Navigation, navigation
from generator.render.template import fill_template
from generator.search import search_files
from generator.words import Language, Words


@dataclass(frozen=True, slots=True)
class RenderedSite:
    """All that is handed over: text, bytes, files to copy, files to make where they changed."""

    texts: Mapping[str, str]
    copies: Mapping[str, Path]
    documents: Mapping[str, bytes]
    recipes: Mapping[str, Recipe]
    pages: tuple[Page, ...]
    navigation: Navigation
    frame: Mapping[str, object]
    history: Chain

    @property
    def redirects(self) -> frozenset[str]:
        """The pages left behind at old addresses: the only ones that no engine makes."""
        return frozenset(name for name in self.texts if name.endswith(".html"))


@uncollected()
def render_site(facts: Facts, words: Words) -> RenderedSite:
    """All pages and data files of a project; last the page that tells which of them changed."""
    pages = list_pages(facts, words)
    data = OpenData(facts, make_inventory(facts, pages), words)
    renderer = _Renderer(facts, words, data)
    texts = {
        document_path(page.address): renderer.page(page)
        for page in pages
        if page.address != ADDRESS
    }
    texts.update(data.records)
    named = {**dict(evidence_files(facts)), **dict(site_files(facts))}
    pictures = {name: made for name, made in changed_pictures(facts) if name in named}
    copies = {name: path for name, path in named.items() if name not in pictures}
    documents = {**dict(report_files(facts, words)), **pictures}
    chain = extended(facts.project.history, _published(texts, copies, documents), facts.today)
    texts.update(render_changes(facts, chain, data))
    texts.update(data.texts)
    texts.update(searched := search_files(pages, texts))
    english, translated, found = _in_english(facts, chain, data)
    texts.update(translated)
    every = (*pages, *english)
    made = {*data.records, *data.texts, *data.recipes, *searched, *found, *copies, *documents}
    site = SitePaths(frozenset(page.address for page in every), frozenset(made))
    texts.update(redirect_pages(facts.project, site, words))
    texts.update(brand_style(facts))
    texts[HEADERS] = headers()
    shown = frame(facts, {Language.THAI: pages, Language.ENGLISH: english})
    shown["feed"] = FEED if FEED in data.texts else ""
    menu = navigation(pages, english)
    return RenderedSite(texts, copies, documents, data.recipes, every, menu, shown, chain)


def _in_english(
    facts: Facts, chain: Chain, data: OpenData
) -> tuple[tuple[Page, ...], dict[str, str], frozenset[str]]:
    """The same pages in English with their texts and search data; files are not made again.

    They come after the history, which tells of each page once.
    """
    if not facts.project.site.record.english:
        return (), {}, frozenset()
    facts = replace(facts, project=replace(facts.project, history=chain))
    words = Words(Language.ENGLISH)
    pages = list_pages(facts, words)
    renderer = _Renderer(facts, words, data)
    texts = {document_path(page.address): renderer.page(page) for page in pages}
    searched = search_files(pages, texts)
    return (
        tuple(_placed(page) for page in pages),
        {f"{ENGLISH}/{name}": text for name, text in (texts | searched).items()},
        frozenset(f"{ENGLISH}/{name}" for name in searched),
    )


def _placed(page: Page) -> Page:
    """An English page at its own address."""
    parent = page.parent if page.parent is None else address_in(Language.ENGLISH, page.parent)
    return replace(page, address=address_in(Language.ENGLISH, page.address), parent=parent)


def _published(
    texts: Mapping[str, str], copies: Mapping[str, Path], documents: Mapping[str, bytes]
) -> dict[str, str]:
    """What the history tells of: each page and file by its address, with its hash."""
    return {
        **{f"/{page_path(name)}": digest(text.encode("utf-8")) for name, text in texts.items()},
        **{f"/{name}": sha256(path) for name, path in copies.items()},
        **{f"/{name}": digest(content) for name, content in documents.items()},
    }


def render_changes(facts: Facts, chain: Chain, data: OpenData) -> dict[str, str]:
    """The page of changes and the file of all of them."""
    facts = replace(facts, project=replace(facts.project, history=chain))
    (page,) = changes.pages(facts, data.words[0])
    text = _Renderer(facts, data.words[0], data).page(page)
    return {document_path(page.address): text, FILE: history_text(chain)}


class _Renderer:
    def __init__(self, facts: Facts, words: Words, data: OpenData) -> None:
        self.site = facts.project.site.record
        self.facts = facts
        self.words = words
        self.data = data

    def page(self, page: Page) -> str:
        out = MarkdownBlocks(
            page.address, self.site.numerals, self._downloads(page), self.words.language
        )
        body = fill_template(page, out, self.facts, self.words, given=self.data.inventory)
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
        """What search engines are told is told by the page in Thai alone."""
        thai = self.words.language is Language.THAI
        nodes = self.data.linked_data.page_nodes(page.address) if thai else None
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
        cards = (self.data.inventory.path(each, "card") for each in years)
        if path := next(filter(None, cards), None):
            yield f"card: {yaml_string(self.data.addresses.of(path))}"


def _tidy(text: str) -> str:
    """One blank line between blocks, none at the ends: templates need not count them."""
    tidy = "\n".join(map(str.rstrip, text.split("\n"))).strip("\n")
    while "\n\n\n" in tidy:
        tidy = tidy.replace("\n\n\n", "\n\n")
    return tidy + "\n"


def evidence_files(facts: Facts) -> Iterator[tuple[str, Path]]:
    """The evidence files that a published record names."""
    for entry in facts.project.years:
        names = {given.file for given in evidence_of(entry) if given.file}
        for name in sorted(names):
            path = facts.project.root / CONTENT / str(entry.year) / FILES / name
            yield f"{entry.year}/{FILES}/{name}", path


def changed_pictures(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """The pictures that are published without the place where they were taken."""
    for entry in facts.project.years:
        for name, known in entry.inspected.items():
            if known.picture is not None:
                yield f"{entry.year}/{FILES}/{name}", known.picture
    for name, known in facts.project.files.items():
        if known.picture is not None:
            yield f"{FILES}/{name}", known.picture
