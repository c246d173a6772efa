"""The disclosure list of a new year, with what recurs from the newest list before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.compute.complaints import CONCEPT
from generator.compute.disclosure import DisclosureItem, YearDisclosure
from generator.compute.series import data_year_of
from generator.new_year.yaml_text import blank, entry, key, quoted, remark, remarks
from generator.records.evidence import Evidence
from generator.records.standard import Standard, StandardItem
from generator.records.standard_words import DataYear, WhichYear
from generator.records.words import EvidenceState
from generator.thai import format_months, months_of_fiscal_year, to_arabic
from generator.thai.dates import BE
from generator.words import Words

FIELD, INNER = "    ", "      "
BUDDHIST = re.compile(r"(?<![0-9])25[0-9]{2}(?![0-9])")
CHRISTIAN = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")


@dataclass(frozen=True, slots=True)
class Earlier:
    """An item of an earlier list about the same thing."""

    year: int
    item: DisclosureItem


def earlier_items(lists: list[YearDisclosure], year: int) -> dict[str, Earlier]:
    """By concept, the items of the newest recorded list before a year."""
    recorded = [each for each in lists if each.record is not None and each.year < year]
    newest = max(recorded, key=lambda each: each.year, default=None)
    found: dict[str, Earlier] = {}
    if newest is not None:
        for item in newest.items.values():
            if item.standard.concept and item.record:
                found.setdefault(item.standard.concept, Earlier(newest.year, item))
    return found


def carried(standard: Standard, earlier: dict[str, Earlier]) -> int:
    """How many items of a year have something to start from."""
    entries = (standard.items[code] for code in standard.disclosure_items)
    return sum(entry.concept in earlier for entry in entries)


def oit_lines(standard: Standard, earlier: dict[str, Earlier], t: Words) -> Iterator[str]:
    """Every item of the year's standard in its order."""
    count = len(standard.disclosure_items)
    yield from remarks(t("new_year.oit.head", year=standard.year, count=count).split("\n"))
    yield ""
    yield "items:"
    for code in standard.disclosure_items:
        yield ""
        yield from _item(code, standard, earlier, t)


def _item(code: str, standard: Standard, earlier: dict[str, Earlier], t: Words) -> Iterator[str]:
    item = standard.items[code]
    before = earlier.get(item.concept or "")
    yield remark(f"{code} {item.name}{_doubt(t, sure=item.sure.verified)}", "  ")
    yield from remarks(_about(code, standard, before, t), "  ")
    yield f"  {key(code)}:"
    yield f"{FIELD}state: {t('new_year.oit.state')}"
    if before is not None:
        yield from _carried(before, standard.year, t)
    if item.series is not None:
        yield from _series(item, standard.year, t)
    if item.elements:
        doubt = _doubt(t, sure=item.elements_sure.verified)
        yield remark("elements:", FIELD)
        for number, element in enumerate(item.elements, 1):
            yield blank(f"  {number}", t.either(element.text, element.text_en) + doubt, FIELD)


def _doubt(t: Words, *, sure: bool) -> str:
    return "" if sure else f" ({t('new_year.unverified')})"


def _about(code: str, standard: Standard, before: Earlier | None, t: Words) -> Iterator[str]:
    """What the item asks for, what was recorded of it before, and which page of ours answers it."""
    item, year = standard.items[code], standard.year
    if item.data_year not in (None, DataYear.NONE):
        asked = "covers" if item.data_year is DataYear.COVERS else "of_year"
        yield t(f"new_year.oit.data.{asked}", year=data_year_of(item, year))
    page = _own_page(code, standard)
    if page:
        yield t("new_year.oit.own_page", page=page)
    if before is not None:
        state = t(f"pages.evidence.{before.item.state or 'unrecorded'}")
        facts = {"code": before.item.code, "before": before.year, "state": state}
        yield t("new_year.oit.carried", **facts)
        record = before.item.record
        if record and record.state is EvidenceState.NOT_APPLICABLE and record.reason:
            yield t("new_year.oit.reason", before=before.year, reason=record.reason)


def _own_page(code: str, standard: Standard) -> str | None:
    """The page of this site that will answer an item, once its file is filled in."""
    plan, report = standard.plan, standard.report
    if plan and plan.item == code:
        return f"/{standard.year}/measures/"
    if report and report.item == code and report.measures:
        previous = report.measures is WhichYear.PREVIOUS
        return f"/{standard.year - previous}/progress/"
    if standard.items[code].concept == CONCEPT:
        return f"/{data_year_of(standard.items[code], standard.year)}/complaints/"
    return None


def _carried(before: Earlier, year: int, t: Words) -> Iterator[str]:
    """The owner, the way to it, and evidence that is the same address every year."""
    record = before.item.record
    assert record is not None
    if record.owner:
        yield entry("owner", record.owner, FIELD)
    if record.how_to_find:
        yield entry("how_to_find", record.how_to_find, FIELD)
    lasting = [each for each in record.evidence if lasts(each, year)]
    if lasting:
        yield f"{FIELD}evidence:   {remark(t('new_year.oit.update', before=before.year))}"
    for each in lasting:
        name, address = ("page", each.page) if each.page else ("url", each.url or "")
        yield f"{INNER}- title: {quoted(each.title)}"
        yield f"{INNER}  {name}: {quoted(address)}"
    for each in record.evidence:
        if each not in lasting:
            told = {"title": each.title, "address": each.file or each.page or each.url}
            yield remark(t("new_year.oit.left", before=before.year, **told), FIELD)


def lasts(evidence: Evidence, year: int) -> bool:
    """Whether evidence is no file of an earlier year and names no year that is over."""
    if evidence.file:
        return False
    text = to_arabic(f"{evidence.title} {evidence.page or ''} {evidence.url or ''}")
    years = [int(found) for found in BUDDHIST.findall(text)]
    years += [int(found) + BE for found in CHRISTIAN.findall(text)]
    return not years or max(years) >= year


def _series(item: StandardItem, year: int, t: Words) -> Iterator[str]:
    """A line for each period that the item asks for."""
    assert item.series is not None
    yield remark("series:", FIELD)
    every, of_year = item.series.every.months, data_year_of(item, year)
    for first in range(0, item.series.months, every):
        period = format_months(months_of_fiscal_year(of_year, first, every))
        yield blank(f"  {period}", t("new_year.oit.period"), FIELD)
