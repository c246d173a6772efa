"""The public-disclosure list of a year: each item's state, and what this site itself fulfils."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.compute.complaints import item_about_complaints
from generator.compute.plans import PlannedMeasure, YearPlan
from generator.compute.results import YearResults
from generator.compute.series import ItemSeries, compute_series
from generator.records.assessment import Recommendation
from generator.records.evidence import Evidence
from generator.records.oit import ItemEvidence, Oit
from generator.records.standard import Standard, StandardItem
from generator.records.words import EvidenceState


@dataclass(frozen=True, slots=True)
class DisclosureItem:
    """One item of the list, with all that is known of it."""

    code: str
    standard: StandardItem
    record: ItemEvidence | None
    own_page: str | None
    score: Decimal | None
    recommendations: tuple[Recommendation, ...]
    measures: tuple[PlannedMeasure, ...]
    last_year: tuple[int, str] | None
    last_state: EvidenceState | None
    series: ItemSeries | None

    @property
    def state(self) -> EvidenceState | None:
        """The state typed; an item that a page of this site answers is published."""
        if self.record is not None:
            return self.record.state
        return EvidenceState.PUBLISHED if self.own_page else None

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        return self.record.evidence if self.record else ()


@dataclass(frozen=True, slots=True)
class YearDisclosure:
    year: int
    standard: Standard
    record: Oit | None
    items: Mapping[str, DisclosureItem]

    def count(self, state: EvidenceState) -> int:
        return sum(item.state is state for item in self.items.values())

    @property
    def unrecorded(self) -> int:
        return sum(item.state is None for item in self.items.values())


@dataclass(frozen=True, slots=True)
class DisclosureSources:
    """What the list of one year is made from."""

    oit: Oit | None
    results: YearResults | None
    plan: YearPlan | None
    next_plan: YearPlan | None
    reported: int | None
    complaints: frozenset[int]
    before: YearDisclosure | None
    today: date


def compute_disclosure(standard: Standard, sources: DisclosureSources) -> YearDisclosure | None:
    """The list of a year, where anything of it is known."""
    own = _own_pages(standard, sources)
    scored = sources.results is not None and any(
        code in sources.results.aggregate.items for code in standard.disclosure_items
    )
    advised = bool(_recommendations(sources.results))
    if not (sources.oit or own or scored or advised) or not standard.disclosure_items:
        return None
    items = {code: _item(code, standard, sources, own) for code in standard.disclosure_items}
    return YearDisclosure(standard.year, standard, sources.oit, items)


def _own_pages(standard: Standard, sources: DisclosureSources) -> dict[str, str]:
    """The items that pages of this site answer: plan, report, complaints in numbers."""
    found = {}
    if sources.plan is not None and standard.plan is not None and standard.plan.item:
        found[standard.plan.item] = f"{standard.year}/measures"
    if sources.reported is not None and standard.report is not None and standard.report.item:
        found[standard.report.item] = f"{sources.reported}/progress"
    for year in sources.complaints:
        if code := item_about_complaints(standard, year):
            found[code] = f"{year}/complaints"
    return found


def _recommendations(results: YearResults | None) -> tuple[Recommendation, ...]:
    given = results.assessment.recommendations if results else None
    return given.entries if given else ()


def _item(
    code: str, standard: Standard, sources: DisclosureSources, own: Mapping[str, str]
) -> DisclosureItem:
    entry = standard.items[code]
    score = sources.results.aggregate.items.get(code) if sources.results else None
    last = _same_concept(entry.concept, sources.before)
    record = sources.oit.items.get(code) if sources.oit else None
    return DisclosureItem(
        code=code,
        standard=entry,
        record=record,
        own_page=own.get(code),
        score=score.value if score else None,
        recommendations=tuple(
            given for given in _recommendations(sources.results) if code in given.items
        ),
        measures=sources.next_plan.answering_item(code) if sources.next_plan else (),
        last_year=last[0] if last else None,
        last_state=last[1] if last else None,
        series=compute_series(entry, record, standard.year, sources.today),
    )


def _same_concept(
    concept: str | None, before: YearDisclosure | None
) -> tuple[tuple[int, str], EvidenceState | None] | None:
    if concept is None or before is None:
        return None
    for code, item in before.items.items():
        if item.standard.concept == concept:
            return (before.year, code), item.state
    return None
