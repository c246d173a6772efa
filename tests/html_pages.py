"""What a reader finds in the article of a built page: its words, tables and links."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = frozenset(
    {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
)


@dataclass(slots=True)
class Article:
    """The part of a page that is ours, whatever engine put the frame around it."""

    text: str = ""
    headings: list[tuple[str, str, str]] = field(default_factory=list)
    tables: dict[str, list[list[str]]] = field(default_factory=dict)
    links: set[str] = field(default_factory=set)
    hooks: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.article = Article()
        self.open: list[str] = []
        self.heading: list[str] | None = None
        self.rows: list[list[str]] | None = None
        self.in_cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        if tag == "article" or self.open:
            if tag not in VOID:
                self.open.append(tag)
            self._read(tag, known)

    def _read(self, tag: str, known: dict[str, str]) -> None:
        if "data-oit" in known:
            self.article.hooks.append(known["data-oit"])
        if tag in ("h1", "h2", "h3"):
            self.heading = [tag, known.get("id", ""), ""]
        elif tag == "table":
            self.rows = self.article.tables.setdefault(known.get("id", ""), [])
        elif tag == "tr" and self.rows is not None:
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self.rows[-1].append("")
            self.in_cell = True
        elif tag == "a" and "href" in known and "headerlink" not in known.get("class", ""):
            self.article.links.add(known["href"])

    def handle_endtag(self, tag: str) -> None:
        if not self.open:
            return
        while self.open and self.open.pop() != tag:
            pass
        if tag in ("h1", "h2", "h3") and self.heading:
            level, anchor, text = self.heading
            self.article.headings.append((level, anchor, text.strip()))
            self.heading = None
        elif tag in ("td", "th"):
            self.in_cell = False
        elif tag == "table":
            self.rows = None

    def handle_data(self, data: str) -> None:
        if not self.open or "script" in self.open or "style" in self.open:
            return
        self.article.text += data
        if self.heading:
            self.heading[2] += data
        if self.rows and self.in_cell:
            self.rows[-1][-1] += data


def read_article(path: Path) -> Article:
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    return reader.article


def read_site(folder: Path) -> dict[str, Article]:
    """The articles of a site by the address of their page."""
    return {
        path.parent.relative_to(folder).as_posix(): read_article(path)
        for path in sorted(folder.rglob("index.html"))
    }
