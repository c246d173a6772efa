"""On paper: the article alone, all columns, the address and the day."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pymupdf
import pytest
from playwright.sync_api import Page

from tests.browser.conftest import BuiltSite, Tab
from tests.browser.gallery import keep_sheets
from tests.browser.kinds import KINDS, SHOWN

A4 = (595, 842)
ACROSS = (842, 595)
PICTURE_DPI = 60
# The rows of each table, and what is seen in them: each line of each cell, without blanks.
TABLES = """tables => tables.map(table => [...table.rows].map(row => [...row.cells].flatMap(
  cell => cell.innerText.split('\\n').map(line => line.replace(/\\s/g, '')).filter(Boolean))))"""
ONLY_ON_SCREEN = ".menu, .contents, .contents-button, .trail, .neighbours, .tools, .bottom__links"


class Sheet(NamedTuple):
    """One side of paper: its size in points, its words without blanks, and whether none is past the edge."""

    size: tuple[int, int]
    text: str
    inside: bool


def printed(page: Page, kind: str) -> list[Sheet]:
    """The page as its own style sheet puts it on paper."""
    paper = page.pdf(prefer_css_page_size=True)
    with pymupdf.open(stream=paper, filetype="pdf") as document:
        keep_sheets(kind, [sheet.get_pixmap(dpi=PICTURE_DPI).tobytes("jpeg") for sheet in document])
        return [
            Sheet(
                (round(sheet.rect.width), round(sheet.rect.height)),
                "".join(sheet.get_text().split()),
                all(
                    word[0] >= 0 and word[2] <= sheet.rect.width for word in sheet.get_text("words")
                ),
            )
            for sheet in document
        ]


@pytest.mark.parametrize("kind", [*KINDS, "progress in English"])
def test_every_kind_of_page_prints_whole(kind: str, demo: BuiltSite, tab: Tab) -> None:
    """A4, no empty sheet, nothing past the edge, each cell of each table; then address and day."""
    page = tab.go(demo.url(SHOWN[kind]))
    page.emulate_media(media="print")
    tables = page.eval_on_selector_all("table", TABLES)
    assert (
        page.eval_on_selector_all(ONLY_ON_SCREEN, "all => all.filter(e => e.checkVisibility())")
        == []
    )
    sheets = printed(page, kind)
    foot = page.text_content(".printed") or ""
    assert {sheet.size for sheet in sheets} <= {A4, ACROSS}
    assert [sheet.inside and bool(sheet.text) for sheet in sheets] == [True] * len(sheets)
    words = "".join(sheet.text for sheet in sheets)
    missing = [line for rows in tables for row in rows for line in row if line not in words]
    assert missing == []
    assert "".join(foot.split()) in words
    assert demo.url(SHOWN[kind]) in foot


def test_the_head_of_the_widest_table_stands_on_each_of_its_sheets(
    demo: BuiltSite, open_page: Callable[..., Page]
) -> None:
    """It lies across the sheet, with all its columns wherever it goes on."""
    page = open_page(demo.url(KINDS["measures"]))
    page.emulate_media(media="print")
    ((heads, *rows),) = page.eval_on_selector_all("table.table--many", TABLES)
    assert len(heads) >= 7
    filled = [
        sheet
        for sheet in printed(page, "measures")
        if any(len(row) > 1 and row[1] in sheet.text for row in rows)
    ]
    assert len(filled) > 1
    assert {sheet.size for sheet in filled} == {ACROSS}
    assert [head for sheet in filled for head in heads if head not in sheet.text] == []


def test_numbered_lists_and_the_day_are_in_the_numerals_of_the_site(
    demo: BuiltSite, open_page: Callable[..., Page]
) -> None:
    """What the browser itself counts and writes, where a site has Thai numerals."""
    page = open_page(demo.url(KINDS["method"]))
    page.evaluate("document.body.classList.add('thai-numerals')")
    printed(page, "method")
    day = (page.text_content(".printed") or "").split()[-3:]
    assert [letter for letter in "".join(day) if letter in "0123456789"] == []
    marker = "getComputedStyle(document.querySelector('article ol')).listStyleType"
    assert page.evaluate(marker) == "thai"
