"""One setting for the numerals of the whole site: what is seen, read aloud, and said in the head."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

from tests.projects import EXAMPLES, build, copy_project, in_thai_alone

# What belongs to a Latin word, a code or an address keeps its digits.
WITHOUT_LATIN = re.compile(
    r"(?<![^\s\u0e00-\u0e7f])[^\sA-Za-z\u0e00-\u0e7f]+(?![^\s\u0e00-\u0e7f])"
)
UNSEEN = {"script", "style", "code"}
SPOKEN = {"aria-label", "alt", "title", "data-label"}


class Said(HTMLParser):
    """All words of a page, and the description in its head."""

    def __init__(self) -> None:
        super().__init__()
        self.unseen = 0
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unseen += tag in UNSEEN
        known = {name: value or "" for name, value in attrs}
        self.texts += [value for name, value in known.items() if name in SPOKEN]
        if known.get("name") == "description":
            self.texts.append(known["content"])

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in UNSEEN

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.texts.append(data)


def said(page: Path) -> list[str]:
    reader = Said()
    reader.feed(page.read_text(encoding="utf-8"))
    return reader.texts


def test_thai_numerals_leave_no_other_digit_on_any_page(tmp_path: Path) -> None:
    """Tables, charts, menus, titles, descriptions and labels alike; the site's foot too."""
    root = in_thai_alone(copy_project(EXAMPLES / "bang-tabun", tmp_path / "project"))
    with (root / "site_config.yaml").open("a", encoding="utf-8") as config:
        config.write("numerals: ไทย\n")
    assert build(root, tmp_path / "site").published
    pages = sorted((tmp_path / "site").rglob("*.html"))
    assert len(pages) > 50
    texts = {page: said(page) for page in pages}
    assert any("๙๓.๕๗" in text for page in pages for text in texts[page])
    left = {
        f"{page.relative_to(tmp_path)}: {text.strip()}"
        for page in pages
        for text in texts[page]
        if any(re.search("[0-9]", run) for run in WITHOUT_LATIN.findall(text))
    }
    assert left == set()
