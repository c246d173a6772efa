"""Search data: a file for each year, one for pages of no year, and the list of them.

A visitor's browser fetches them when the search is first opened, the newest year first.

    search/index.json  {"shards": [{"year": 2568, "path": "search/2568.json"}, …]}
    search/2568.json   {"pages": [{"address": "2568/oit/o1/", "title": "…",
                                   "sections": [["anchor", "heading", "text"], …]}, …]}

Paths and addresses are relative to the top of the site. Lines of a text part its blocks.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from generator.address import document_path
from generator.pages import hand
from generator.pages.page import Page
from generator.search.reading import read_hand_written, read_rendered

FOLDER = "search"
INDEX = f"{FOLDER}/index.json"
WITHOUT_YEAR = "site"


def read_pages(pages: Iterable[Page], texts: Mapping[str, str]) -> dict[str, str]:
    """The entry of each of these pages, whose Markdown is among the texts, by its address."""
    return {page.address: _entry(page, texts[document_path(page.address)]) for page in pages}


def search_files(pages: Iterable[Page], found: Mapping[str, str]) -> dict[str, str]:
    """The search data of these pages in their order."""
    shards: dict[int | None, list[str]] = {}
    for page in pages:
        shards.setdefault(_year(page.address), []).append(found[page.address])
    order = sorted(shards, key=lambda year: -(year or 0))
    files = {_path(year): f'{{"pages":[{",".join(shards[year])}]}}\n' for year in order}
    index = [{"year": year, "path": _path(year)} for year in order]
    return {INDEX: _json({"shards": index}) + "\n", **files}


def _entry(page: Page, markdown: str) -> str:
    read = read_hand_written if page.kind == hand.KIND else read_rendered
    sections = tuple(read(markdown))
    title = next((section.heading for section in sections if section.heading), page.title)
    address = f"{page.address}/" if page.address else ""
    return _json({"address": address, "title": title, "sections": sections})


def _year(address: str) -> int | None:
    first = address.partition("/")[0]
    return int(first) if first.isdecimal() else None


def _path(year: int | None) -> str:
    return f"{FOLDER}/{year or WITHOUT_YEAR}.json"


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
