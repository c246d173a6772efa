"""From the home page along every link: which pages there are, and in how many clicks."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.audit.history import History
from generator.audit.page import BuiltPage, read_page
from generator.audit.source import Answer, Fetched, Source, absolute, inside

MOST_PAGES = 20_000
WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class CrawledPage:
    """One page of the site, its address below the home page, and its distance from it."""

    url: str
    path: str
    clicks: int
    content: BuiltPage


@dataclass(slots=True)
class Crawl:
    """What was found; every address is asked for once."""

    source: Source
    history: History | None = None
    pages: dict[str, CrawledPage] = field(default_factory=dict)
    asked: dict[str, Fetched] = field(default_factory=dict)

    def fetch(self, url: str) -> Fetched:
        if url not in self.asked:
            self.asked[url] = self.source.fetch(url)
        return self.asked[url]

    def dead_since(self, url: str) -> str:
        return self.history.dead_since(url) if self.history else ""

    def links_of(self, page: CrawledPage) -> Iterator[tuple[str, str]]:
        """Each link with the address that it leads to, other websites included."""
        for href in page.content.links:
            url = absolute(page.url, href)
            if url.startswith(WEB):
                yield href, url

    @property
    def by_path(self) -> Mapping[str, CrawledPage]:
        return {page.path: page for page in self.pages.values()}


def crawl(source: Source, history: History | None = None) -> Crawl:
    """Every page that can be reached from the home page, nearest first."""
    found = Crawl(source, history)
    waiting = deque([(source.base, 0)])
    known = {source.base}
    while waiting and len(found.pages) < MOST_PAGES:
        url, clicks = waiting.popleft()
        answer = found.fetch(url)
        if answer.answer is not Answer.FOUND or not answer.is_html:
            continue
        content = read_page(answer.data.decode("utf-8", "replace"))
        page = CrawledPage(answer.url, answer.url.removeprefix(source.base), clicks, content)
        found.pages.setdefault(answer.url, page)
        for _, target in found.links_of(page):
            if inside(target, source.base) and target not in known:
                known.add(target)
                waiting.append((target, clicks + 1))
    return found
