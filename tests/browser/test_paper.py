"""On paper: the article alone, all columns, the address and the day."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pymupdf
from playwright.sync_api import Page

from tests.browser.conftest import BuiltSite

A4 = (595, 842)


def printed(page: Page, path: Path) -> list[tuple[tuple[int, int], str]]:
    """The size and the words of each sheet, without the blanks between them."""
    page.pdf(path=str(path), prefer_css_page_size=True)
    with pymupdf.open(path) as document:
        return [
            ((round(sheet.rect.width), round(sheet.rect.height)), "".join(sheet.get_text().split()))
            for sheet in document
        ]


def test_the_widest_table_prints_all_its_columns(
    demo: BuiltSite, open_page: Callable[..., Page], tmp_path: Path
) -> None:
    """It lies across the sheet, and its head stands on each sheet that it fills."""
    page = open_page(demo.url("2568/measures"))
    heads, *rows = page.eval_on_selector_all(
        "table.table--many tr",
        "rows => rows.map(row => [...row.cells].map(c => c.textContent.replace(/\\s/g, '')))",
    )
    assert len(heads) >= 7
    sheets = printed(page, tmp_path / "measures.pdf")
    filled = [
        text
        for size, text in sheets
        if size == (A4[1], A4[0]) and any(len(row) > 1 and row[1] in text for row in rows)
    ]
    assert len(filled) > 1
    assert [head for text in filled for head in heads if head not in text] == []
    assert A4 in [size for size, _ in sheets]


def test_paper_shows_the_article_its_address_and_the_day(
    demo: BuiltSite, open_page: Callable[..., Page], tmp_path: Path
) -> None:
    """No menu, no buttons; the foot says from where and when."""
    page = open_page(demo.url("2567/assessment"))
    words = "".join(text for _, text in printed(page, tmp_path / "page.pdf"))
    assert "90.22" in words
    assert demo.address in words
    assert "เมนู" not in words
