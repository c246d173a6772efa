"""Pages to files: Markdown for MkDocs, and the data files beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator.address import document_path, page_path
from generator.collecting import uncollected
from generator.compute.facts import Facts
from generator.document.published import report_files
from generator.history import ADDRESS, FILE, Chain, extended, history_text
from generator.meanwhile import meanwhile
from generator.open_data.files import OpenData
from generator.open_data.inventory import FEED, Inventory, make_inventory
from generator.open_data.recipe import Recipe
from generator.pages import changes, list_pages
from generator.pages.page import Page
from generator.project import CONTENT, FILES, evidence_of
from generator.publish import digest, sha256
from generator.redirects import SitePaths, redirect_pages
from generator.render.english import render_english
from generator.render.frame import HEADERS, brand_style, frame, headers, site_files
from generator.render.navigation import Navigation, navigation
from generator.render.page_text import PageText
from generator.search import read_pages, search_files
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
    with meanwhile(partial(render_english, facts)) as in_english:
        pages = list_pages(facts, words)
        inventory = make_inventory(facts, pages)
        data = OpenData(facts, inventory, words)
        text_of = PageText(facts, words, inventory, data.linked_data)
        written = (page for page in pages if page.address != ADDRESS)
        texts = {document_path(page.address): text_of.of(page) for page in written}
        texts.update(data.records)
        named = {**dict(evidence_files(facts)), **dict(site_files(facts))}
        pictures = {name: made for name, made in changed_pictures(facts) if name in named}
        copies = {name: path for name, path in named.items() if name not in pictures}
        documents = {**dict(report_files(facts, words)), **pictures}
        chain = extended(facts.project.history, _published(texts, copies, documents), facts.today)
        texts[document_path(ADDRESS)] = render_changes(facts, chain, words, inventory)
        texts[FILE] = history_text(chain)
        texts.update(data.texts)
        searched = search_files(pages, read_pages(pages, texts))
        english = in_english()
    if english.pages:
        told = render_changes(facts, chain, Words(Language.ENGLISH), inventory)
        english = english.with_changes(told)
        searched.update(english.search_files())
        texts.update(english.files())
    texts.update(searched)
    placed = english.placed()
    every = (*pages, *placed)
    made = {*data.records, *data.texts, *data.recipes, *searched, *copies, *documents}
    site = SitePaths(frozenset(page.address for page in every), frozenset(made))
    texts.update(redirect_pages(facts.project, site, words))
    texts.update(brand_style(facts))
    texts[HEADERS] = headers()
    shown = frame(facts, {Language.THAI: pages, Language.ENGLISH: placed})
    shown["feed"] = FEED if FEED in data.texts else ""
    menu = navigation(pages, placed)
    return RenderedSite(texts, copies, documents, data.recipes, every, menu, shown, chain)


def render_changes(facts: Facts, chain: Chain, words: Words, inventory: Inventory) -> str:
    """The page of changes, which can be made when all that it tells of is there."""
    facts = replace(facts, project=replace(facts.project, history=chain))
    (page,) = changes.pages(facts, words)
    return PageText(facts, words, inventory).of(page)


def _published(
    texts: Mapping[str, str], copies: Mapping[str, Path], documents: Mapping[str, bytes]
) -> dict[str, str]:
    """What the history tells of: each page and file by its address, with its hash."""
    return {
        **{f"/{page_path(name)}": digest(text.encode("utf-8")) for name, text in texts.items()},
        **{f"/{name}": sha256(path) for name, path in copies.items()},
        **{f"/{name}": digest(content) for name, content in documents.items()},
    }


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
