"""Item by item, what an assessor with a checklist would say of a crawled site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.audit.crawl import Crawl, CrawledPage
from generator.audit.files import file_fault
from generator.audit.findings import Finding, ItemVerdict, Verdict, YearAudit, verdict_of
from generator.audit.links import asks_who, is_draft, is_social, leads_nowhere, years_named
from generator.audit.page import EvidenceLink
from generator.audit.source import Answer, absolute, fragment, inside
from generator.compute.aggregate import compute_aggregate
from generator.compute.series import data_year_of
from generator.records.assessment import Figures, ItemScore
from generator.records.standard import Standard, StandardItem
from generator.records.standard_words import DataYear
from generator.records.words import EvidenceState
from generator.thai import to_arabic

MOST_CLICKS = 4
UNRECORDED = "unrecorded"
OF_STATES = {
    EvidenceState.MISSING: "ITEM-MISSING",
    EvidenceState.PARTLY: "ITEM-PARTLY",
    EvidenceState.NOT_APPLICABLE: "ITEM-NOT-APPLICABLE",
    UNRECORDED: "ITEM-UNRECORDED",
}
DEAD = ("EVIDENCE-GONE", "EVIDENCE-NOWHERE")
# What a verdict is worth, out of 100, where the year's marking has these values.
WORTH = {Verdict.PASS: Decimal(100), Verdict.PARTLY: Decimal(50), Verdict.FAIL: Decimal(0)}


def judge_year(crawl: Crawl, standard: Standard) -> YearAudit:
    """Every item of the year's list, and the score that such marks would give."""
    listing = crawl.by_path.get(f"{standard.year}/oit/")
    general = () if listing else (Finding("SITE-NO-LIST", f"{standard.year}/oit/"),)
    items = tuple(
        _Judge(crawl, standard, code, standard.items[code]).verdict()
        for code in standard.disclosure_items
    )
    return YearAudit(standard.year, items, _score(standard, items), general)


def _score(standard: Standard, items: tuple[ItemVerdict, ...]) -> Decimal | None:
    """By the year's own rule; an item that only an assessor can judge is taken as passed."""
    marks = {item.code: WORTH.get(item.verdict, WORTH[Verdict.PASS]) for item in items}
    typed = Figures.model_construct(
        total=None,
        level=None,
        instruments={},
        indicators={},
        sub_indicators={},
        items={code: ItemScore(score=mark) for code, mark in marks.items()},
    )
    figures = compute_aggregate(standard, typed)
    instrument = standard.instrument_of(items[0].code) if items else None
    known = figures.instruments.get(instrument or "")
    return known.figure.computed if known else None


@dataclass(frozen=True, slots=True)
class _Judge:
    crawl: Crawl
    standard: Standard
    code: str
    item: StandardItem

    @property
    def path(self) -> str:
        return f"{self.standard.year}/oit/{self.code.lower()}/"

    def verdict(self) -> ItemVerdict:
        page = self.crawl.by_path.get(self.path)
        findings = tuple(self._of_page(page)) if page else (self._absent(),)
        return ItemVerdict(
            code=self.code,
            name=self.item.name,
            verdict=verdict_of(findings),
            page=self.path,
            clicks=page.clicks if page else None,
            findings=findings,
        )

    def _absent(self) -> Finding:
        """A page that is there but that no link leads to is another fault than one that is not."""
        answer = self.crawl.fetch(f"{self.crawl.source.base}{self.path}").answer
        code = "ITEM-UNREACHABLE" if answer is Answer.FOUND else "ITEM-NO-PAGE"
        return self._finding(code)

    def _finding(self, code: str, **facts: object) -> Finding:
        return Finding(code, self.path, {"code": self.code, **facts})

    def _of_page(self, page: CrawledPage) -> Iterator[Finding]:
        if page.content.refresh:
            yield self._finding("ITEM-REDIRECTS", link=page.content.refresh)
        listing = self.crawl.by_path.get(f"{self.standard.year}/oit/")
        if listing and page.url not in {url for _, url in self.crawl.links_of(listing)}:
            yield self._finding("ITEM-NOT-LISTED", listing=f"/{listing.path}")
        if page.clicks > MOST_CLICKS:
            yield self._finding("ITEM-TOO-FAR", clicks=page.clicks, most=MOST_CLICKS)
        if self.code not in page.content.items:
            yield self._finding("ITEM-HEADING", mark=f'data-oit="{self.code}"', name=self.item.name)
        elif _folded(self.item.name) not in _folded(page.content.heading):
            yield self._finding("ITEM-HEADING", mark=page.content.heading, name=self.item.name)
        state = page.content.states[0] if page.content.states else None
        if state is None:
            yield self._finding("ITEM-NO-STATE", mark="data-oit-state")
        elif state in OF_STATES:
            yield self._finding(OF_STATES[state])
        if state in (EvidenceState.PUBLISHED, EvidenceState.PARTLY, None):
            yield from self._of_elements(page)
            yield from self._of_periods(page)
            yield from self._of_evidence(page)

    def _of_elements(self, page: CrawledPage) -> Iterator[Finding]:
        """Elements ticked one by one; a page of ours that answers the item has them by itself."""
        if self._own_page(page):
            return
        for number, element in enumerate(self.item.elements, 1):
            facts = {"number": number, "element": element.text}
            present = page.content.elements.get(str(number))
            if present is None:
                mark = f'data-oit-element="{number}"'
                yield self._finding("ELEMENT-NO-MARK", mark=mark, **facts)
            elif not present:
                yield self._finding("ELEMENT-MISSING", **facts)

    def _own_page(self, page: CrawledPage) -> bool:
        """Whether another page of the site carries the mark of this item."""
        targets = {absolute(page.url, link.href) for link in page.content.evidence}
        return any(
            self.code in self.crawl.pages[target].content.items
            for target in targets
            if target in self.crawl.pages
        )

    def _of_periods(self, page: CrawledPage) -> Iterator[Finding]:
        missing = [name for name, present in page.content.periods.items() if not present]
        if missing:
            yield self._finding("PERIOD-MISSING", periods=", ".join(missing))

    def _of_evidence(self, page: CrawledPage) -> Iterator[Finding]:
        links = page.content.evidence
        nothing = any(page.content.periods.values())
        if not links and not nothing:
            yield self._finding("EVIDENCE-NONE", mark="data-oit-evidence")
            return
        found = [list(self._of_link(page, link)) for link in links]
        for findings in found:
            yield from findings
        gone = [any(each.code in DEAD for each in findings) for findings in found]
        if links and all(gone):
            yield self._finding("EVIDENCE-ALL-GONE")
        yield from self._of_years(links)
        if links and all(is_social(absolute(page.url, link.href)) for link in links):
            yield self._finding("EVIDENCE-SOCIAL-ONLY")

    def _of_years(self, links: list[EvidenceLink]) -> Iterator[Finding]:
        """Evidence of another year may stand beside the right one, but not in its place."""
        wanted = str(data_year_of(self.item, self.standard.year))
        dated = self.item.data_year in (DataYear.CURRENT, DataYear.PREVIOUS)
        if not dated or any(_is_of_year(link, wanted) for link in links):
            return
        for link in links:
            year = link.year if link.year != wanted else ""
            told = year or ", ".join(sorted(years_named(link)))
            facts = {"year": told, "wanted": wanted, "title": _line(link.text)}
            yield self._finding("EVIDENCE-YEAR", link=link.href, **facts)

    def _of_link(self, page: CrawledPage, link: EvidenceLink) -> Iterator[Finding]:
        url = absolute(page.url, link.href)
        facts: dict[str, object] = {"link": link.href, "title": _line(link.text)}
        if is_draft(link.text, url):
            yield self._finding("EVIDENCE-DRAFT", **facts)
        if leads_nowhere(link, url, page.url, self.crawl.source.base):
            yield self._finding("EVIDENCE-NOWHERE", **facts)
            return
        fetched = self.crawl.fetch(url)
        if fetched.answer is Answer.LOGIN or asks_who(url):
            yield self._finding("EVIDENCE-LOGIN", **facts)
        elif fetched.answer is Answer.GONE:
            since = self.crawl.dead_since(url)
            yield self._finding("EVIDENCE-GONE", note=fetched.note, since=since, **facts)
        elif fetched.answer is Answer.UNKNOWN and fetched.note:
            yield self._finding("EVIDENCE-UNKNOWN", note=fetched.note, **facts)
        elif fetched.answer is Answer.FOUND:
            yield from self._of_opened(url, link, facts)

    def _of_opened(
        self, url: str, link: EvidenceLink, facts: dict[str, object]
    ) -> Iterator[Finding]:
        """What opens: a page with the section that is named, or a file that can be read."""
        fetched, anchor = self.crawl.fetch(url), fragment(link.href)
        known = self.crawl.pages.get(fetched.url)
        if known and anchor and anchor not in known.content.anchors:
            yield self._finding("EVIDENCE-NO-ANCHOR", **facts)
        fault = file_fault(fetched)
        if fault:
            yield self._finding(fault, **facts)


def broken_links(crawl: Crawl) -> Iterator[Finding]:
    """Links of any page of the site that lead nowhere inside it."""
    base = crawl.source.base
    for page in crawl.pages.values():
        for href in (*page.content.links, *page.content.resources):
            url = absolute(page.url, href)
            if not inside(url, base):
                continue
            fetched = crawl.fetch(url)
            facts = {"link": href}
            if href == page.content.refresh and _goes_round(crawl, page):
                yield Finding("SITE-LOOP", page.path, facts)
            if fetched.answer is Answer.GONE:
                yield Finding("SITE-LINK", page.path, facts)
                continue
            target, anchor = crawl.pages.get(fetched.url), fragment(href)
            if target and anchor and anchor not in target.content.anchors:
                yield Finding("SITE-ANCHOR", page.path, facts)


def _goes_round(crawl: Crawl, page: CrawledPage) -> bool:
    """Whether a page that sends its reader on is arrived at again."""
    seen, current = {page.url}, page
    while current.content.refresh:
        url = crawl.fetch(absolute(current.url, current.content.refresh)).url
        if url in seen:
            return True
        if url not in crawl.pages:
            return False
        seen.add(url)
        current = crawl.pages[url]
    return False


def _line(text: str) -> str:
    return " ".join(text.split())


def _folded(text: str) -> str:
    return "".join(to_arabic(text).split()).lower()


def _is_of_year(link: EvidenceLink, wanted: str) -> bool:
    """Whether evidence is of a year by its mark, and is not named for other years alone."""
    named = years_named(link)
    return link.year in ("", wanted) and (not named or wanted in named)
