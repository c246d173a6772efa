"""Pages to files: Markdown for MkDocs, and the data files beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from generator.address import document_path
from generator.collecting import uncollected
from generator.compute.facts import Facts
from generator.data import data_files
from generator.escape import html, yaml_string
from generator.pages import list_pages
from generator.pages.page import Page
from generator.project import CONTENT, FILES, evidence_of
from generator.redirects import SitePaths, redirect_pages
from generator.render.frame import HEADERS, brand_style, frame, headers, site_files
from generator.render.markdown import MarkdownBlocks
from generator.render.navigation import Navigation, navigation
from generator.words import Words

TEMPLATES = Path(__file__).parent.parent / "templates"


@dataclass(frozen=True, slots=True)
class RenderedSite:
    """Every file that is handed over: made text, and files to be copied as they are."""

    texts: Mapping[str, str]
    copies: Mapping[str, Path]
    pages: tuple[Page, ...]
    navigation: Navigation
    frame: Mapping[str, object]

    @property
    def redirects(self) -> frozenset[str]:
        """The pages left behind at old addresses: the only ones that no engine makes."""
        return frozenset(name for name in self.texts if name.endswith(".html"))


@uncollected()
def render_site(facts: Facts, words: Words) -> RenderedSite:
    """All pages and data files of a project."""
    pages = list_pages(facts, words)
    renderer = _Renderer(facts, words)
    texts = {document_path(page.address): renderer.page(page) for page in pages}
    texts.update(data := data_files(facts))
    texts.update(brand_style(facts))
    texts[HEADERS] = headers()
    copies = {**dict(evidence_files(facts)), **dict(site_files(facts))}
    site = SitePaths(frozenset(page.address for page in pages), frozenset({*data, *copies}))
    texts.update(redirect_pages(facts.project, site, words))
    shown = frame(facts, pages, words)
    return RenderedSite(texts, copies, pages, navigation(pages), shown)


class _Renderer:
    def __init__(self, facts: Facts, words: Words) -> None:
        self.site = facts.project.site.record
        self.facts = facts
        self.words = words

    def page(self, page: Page) -> str:
        out = MarkdownBlocks(page.address, self.site.numerals)
        body = _template(page.kind).render(
            page=page,
            out=out,
            t=self.words,
            site=self.site,
            facts=self.facts,
            tables={table.id: table for table in page.tables},
            charts={chart.id: chart for chart in page.charts},
            **page.view,
        )
        return f"{self._front_matter(page)}\n{_tidy(body)}"

    def _front_matter(self, page: Page) -> str:
        """Titles are escaped here because the theme prints them as they are."""
        lines = [
            "---",
            f"title: {yaml_string(html(page.title))}",
            f"description: {yaml_string(html(page.description))}",
            f"kind: {page.kind}",
            f"lang: {self.words.language}",
            "---",
        ]
        return "\n".join(lines) + "\n"


@cache
def _environment() -> Environment:
    """Blocks escape for the place where a text lands, so the engine itself must not."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701
    )


@cache
def _template(kind: str) -> Template:
    return _environment().get_template(f"{kind}.md.jinja")


def _tidy(text: str) -> str:
    """One blank line between blocks, none at the ends: templates need not count them."""
    blocks: list[str] = []
    for line in text.split("\n"):
        if line.strip() or (blocks and blocks[-1]):
            blocks.append(line.rstrip())
    return "\n".join(blocks).strip("\n") + "\n"


def evidence_files(facts: Facts) -> Iterator[tuple[str, Path]]:
    """The evidence files that a published record names."""
    for entry in facts.project.years:
        names = {given.file for given in evidence_of(entry) if given.file}
        for name in sorted(names):
            path = facts.project.root / CONTENT / str(entry.year) / FILES / name
            yield f"{entry.year}/{FILES}/{name}", path
