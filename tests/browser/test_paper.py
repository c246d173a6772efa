"""On paper: the article alone, all columns, the address and the day."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
from playwright.sync_api import Page

from tests.browser.conftest import BuiltSite

A4 = (595, 842)


def printed(page: Page, path: Path) -> list[tuple[tuple[int, int], str]]:
    """The size and the words of each sheet."""
    page.pdf(path=str(path), prefer_css_page_size=True)
    document = pypdfium2.PdfDocument(path)
    return [
        (
            (round(sheet.get_width()), round(sheet.get_height())),
            sheet.get_textpage().get_text_bounded(),
        )
        for sheet in document
    ]


def test_the_widest_table_prints_all_its_columns(
    demo: BuiltSite, open_page: Callable[..., Page], tmp_path: Path
) -> None:
    """It lies across the sheet, and its head stands on each sheet that it fills."""
    page = open_page(demo.url("2568/measures"))
    heads = page.eval_on_selector_all(
        "#measures-table thead th, table.table--many thead th",
        "cells => cells.map(c => c.textContent)",
    )
    assert len(heads) >= 7
    sheets = printed(page, tmp_path / "measures.pdf")
    across = [text for size, text in sheets if size == (A4[1], A4[0])]
    assert len(across) > 1
    for head in heads:
        word = head.split()[0][:6]
        assert all(word in "".join(text.split()) for text in across[:1]), head
    upright = [size for size, _ in sheets if size == A4]
    assert upright


def test_paper_shows_the_article_its_address_and_the_day(
    demo: BuiltSite, open_page: Callable[..., Page], tmp_path: Path
) -> None:
    """No menu, no buttons; the foot says from where and when."""
    page = open_page(demo.url("2567/assessment"))
    words = "".join("".join(text.split()) for _, text in printed(page, tmp_path / "page.pdf"))
    assert "90.22" in words
    assert demo.address in words
    assert "เมนู" not in words
