"""What a search must find, worked out from the built pages without the program's own search."""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser
from pathlib import Path

INLINE = frozenset({"a", "span", "strong", "em", "code", "mark", "b", "i", "abbr", "time", "sup"})
DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
CODE = re.compile(r"(?<![^\s])([oie]) +(?=[0-9]{1,2}(?!\S))")


class _Article(HTMLParser):
    """The words of the article of a page; every tag but those inside a line parts them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.inside = False
        self.words: list[str] = []

    def handle_starttag(self, tag: str, _attributes: list[tuple[str, str | None]]) -> None:
        self.inside = self.inside or tag == "article"
        if tag not in INLINE:
            self.words.append("|")

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "article"
        if tag not in INLINE:
            self.words.append("|")

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.words.append(data)


def folded(text: str) -> str:
    """Digits, letters and spaces as a search takes them: all spaces but between Latin words."""
    plain = unicodedata.normalize("NFC", text).translate(DIGITS).lower()
    return re.sub(r"(?<![a-z0-9])\s+|\s+(?![a-z0-9])", "", re.sub(r"\s+", " ", plain))


def words_of(query: str) -> list[str]:
    spelled = CODE.sub(r"\1", query.translate(DIGITS).lower())
    return [folded(word) for word in spelled.split()]


def page_words(site: Path) -> dict[str, str]:
    """The folded text of the pages of one language, by address from its top."""
    found = {}
    for path in sorted(site.rglob("index.html")):
        if path.relative_to(site).parts[0] == "en":
            continue
        article = _Article()
        article.feed(path.read_text(encoding="utf-8"))
        address = path.parent.relative_to(site).as_posix()
        found["" if address == "." else f"{address}/"] = folded("".join(article.words))
    return found


def true_pages(pages: dict[str, str], query: str) -> set[str]:
    """The pages on which every word of a query stands."""
    words = words_of(query)
    return {address for address, text in pages.items() if all(word in text for word in words)}
