"""One built page as a visitor and a machine find it: links, anchors, heading and marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

SOURCES = {
    "a": "href",
    "link": "href",
    "img": "src",
    "script": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "embed": "src",
    "object": "data",
}
REFRESH = re.compile(r"[0-9.]*\s*[;,]?\s*url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)
MARK = "data-oit"
EVIDENCE = "data-oit-evidence"
YEAR = "data-oit-year"
STATE = "data-oit-state"
ELEMENT = "data-oit-element"
PERIOD = "data-oit-period"
PRESENT = "data-oit-present"


@dataclass(slots=True)
class EvidenceLink:
    """A link that the page calls evidence; `year` is the fiscal year that its data are of."""

    href: str
    year: str
    text: str = ""


@dataclass(slots=True)
class BuiltPage:
    """What stands in the HTML of one page."""

    heading: str = ""
    items: list[str] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    elements: dict[str, bool] = field(default_factory=dict)
    periods: dict[str, bool] = field(default_factory=dict)
    evidence: list[EvidenceLink] = field(default_factory=list)
    links: dict[str, None] = field(default_factory=dict)
    resources: dict[str, None] = field(default_factory=dict)
    anchors: set[str] = field(default_factory=set)
    refresh: str = ""


def read_page(html: str) -> BuiltPage:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = BuiltPage()
        self.heading = False
        self.evidence: EvidenceLink | None = None

    def updatepos(self, i: int, j: int) -> int:  # noqa: ARG002
        """Lines are not counted: nothing is told by its place in the file."""
        return j

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "h1" and not self.page.heading:
            self.heading = True
        if not attrs:
            return
        known = {name: (value or "").strip() for name, value in attrs}
        names = (known.get("id"), known.get("name") if tag == "a" else None)
        self.page.anchors.update(name for name in names if name)
        target = known.get(SOURCES.get(tag, ""), "")
        if target:
            found = self.page.links if tag == "a" else self.page.resources
            found.setdefault(target)
        for candidate in known.get("srcset", "").split(","):
            if candidate.strip():
                self.page.resources.setdefault(candidate.split()[0])
        if tag == "meta" and known.get("http-equiv", "").lower() == "refresh":
            self._sends_on(known.get("content", ""))
        if any(name.startswith(MARK) for name in known):
            self._marked(known)

    def _sends_on(self, content: str) -> None:
        """A page that sends its reader to another one leads there as a link does."""
        if found := REFRESH.match(content):
            self.page.refresh = found[1].strip()
            self.page.links.setdefault(self.page.refresh)

    def _marked(self, known: dict[str, str]) -> None:
        if MARK in known:
            self.page.items.extend(known[MARK].split())
        if STATE in known:
            self.page.states.append(known[STATE])
        present = known.get(PRESENT) == "yes"
        if ELEMENT in known:
            self.page.elements[known[ELEMENT]] = present
        if PERIOD in known:
            self.page.periods[known[PERIOD]] = present
        if EVIDENCE in known and known.get("href"):
            self.evidence = EvidenceLink(known["href"], known.get(YEAR, ""))
            self.page.evidence.append(self.evidence)

    def handle_endtag(self, tag: str) -> None:
        if tag == "h1":
            self.heading = False
        elif tag == "a":
            self.evidence = None

    def handle_data(self, data: str) -> None:
        if self.heading:
            self.page.heading += data
        if self.evidence is not None:
            self.evidence.text += data
