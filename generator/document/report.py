"""What stands in the report of a year: its chapters come from the pages of the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.address import address_in
from generator.compute.facts import Facts
from generator.numerals import numerals_in
from generator.pages import analysis, assessment, measures, progress
from generator.pages.common import agency_name
from generator.pages.errata import errata_of, errata_table
from generator.pages.page import Page
from generator.project import CONTENT, FILES
from generator.records.report import Signature
from generator.render.outline import Block, Outline
from generator.render.template import fill_template
from generator.thai import Numerals
from generator.whole_address import whole_address
from generator.words import Language, Words


class ReportPart(StrEnum):
    RESULTS = "results"
    MEASURES = "measures"
    PROGRESS = "progress"


PAGES = {
    ReportPart.RESULTS: (assessment, analysis),
    ReportPart.MEASURES: (measures,),
    ReportPart.PROGRESS: (progress,),
}


@dataclass(frozen=True, slots=True)
class Chapter:
    """One page of the site on paper; its address is known where the site's is."""

    title: str
    blocks: tuple[Block, ...]
    address: str | None


@dataclass(frozen=True, slots=True)
class Report:
    year: int
    title: str
    agency: str
    place: str
    notice: str
    language: Language
    chapters: tuple[Chapter, ...]
    signatures: tuple[Signature, ...]
    emblem: bytes | None
    numerals: Numerals
    page_numerals: Numerals
    site_url: str | None


def compute_report(facts: Facts, year: int, parts: Iterable[ReportPart], t: Words) -> Report | None:
    """The report of a year, or of parts of it; nothing where the year has none of them."""
    found = {part: tuple(_chapters(facts, year, part, t)) for part in parts}
    present = tuple(part for part, chapters in found.items() if chapters)
    if not present:
        return None
    chapters = (
        *(each for part in present for each in found[part]),
        *_errata(facts, year, present, t),
    )
    site, settings = facts.project.site.record, facts.project.site.record.report
    kind = present[0] if len(present) == 1 else "all"
    return Report(
        year=year,
        title=t(f"document.title.{kind}", year=year),
        agency=agency_name(facts, t),
        place=_place(facts, t),
        notice=t.given(site.notice, site.notice_en) or "",
        language=t.language,
        chapters=chapters,
        signatures=settings.signatures or tuple(_unnamed(t)),
        emblem=_emblem(facts),
        numerals=numerals_in(t.language, site.numerals),
        page_numerals=numerals_in(t.language, settings.page_numerals or site.numerals),
        site_url=site.site_url,
    )


def _chapters(facts: Facts, year: int, part: ReportPart, t: Words) -> Iterator[Chapter]:
    for kind in PAGES[part]:
        for page in kind.pages(facts, year, t):
            yield _chapter(page, facts, t)


def _errata(facts: Facts, year: int, parts: tuple[ReportPart, ...], t: Words) -> Iterator[Chapter]:
    """What the originals printed wrongly, of the parts asked for."""
    entry = facts.project.year(year)
    if entry is None:
        return
    results = errata_of(entry.assessment) if ReportPart.RESULTS in parts else ()
    plan = errata_of(entry.measures) if ReportPart.MEASURES in parts else ()
    if table := errata_table(year, (*results, *plan), t):
        blocks = (table.without_empty_columns(),)
        yield Chapter(t("pages.errata.title"), blocks, _address("errata", facts, t))


def _chapter(page: Page, facts: Facts, t: Words) -> Chapter:
    """The page's own title stands over the chapter, so the first block is left out."""
    numerals = numerals_in(t.language, facts.project.site.record.numerals)
    outline = Outline(numerals, t.language)
    fill_template(page, outline, facts, t)
    return Chapter(page.title, tuple(outline.blocks[1:]), _address(page.address, facts, t))


def _address(page: str, facts: Facts, t: Words) -> str | None:
    """The page on the web, in the language of the report where the site is in it."""
    site = facts.project.site.record
    language = t.language if site.english else Language.THAI
    return whole_address(f"{address_in(language, page)}/", site.site_url) if site.site_url else None


def _place(facts: Facts, t: Words) -> str:
    agency = facts.project.site.record.agency
    known = (
        ("district", t.given(agency.district, agency.district_en)),
        ("province", t.given(agency.province, agency.province_en)),
    )
    return " ".join(t(f"document.{key}", name=name) for key, name in known if name)


def _unnamed(t: Words) -> Iterator[Signature]:
    for role in ("prepared", "approved"):
        yield Signature(role=t(f"document.signature.{role}"))


def _emblem(facts: Facts) -> bytes | None:
    logo = facts.project.site.record.look.logo
    return (facts.project.root / CONTENT / FILES / logo).read_bytes() if logo else None
