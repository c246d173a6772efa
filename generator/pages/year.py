"""`/<year>/`: what there is of one fiscal year, and the way to it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.blocks import Link, Value
from generator.compute.facts import Facts
from generator.dates import period_text
from generator.pages.common import agency_name, level_badge, level_name
from generator.pages.home import change_sentence, urgent
from generator.pages.page import Page
from generator.pages.reports import report_links
from generator.records.words import EvidenceState
from generator.thai import fiscal_year_span
from generator.words import Words


def pages(facts: Facts, year: int, t: Words) -> Iterator[Page]:
    results = facts.results.get(year)
    yield Page(
        address=str(year),
        kind="year",
        title=t("pages.year.title", year=year),
        description=t("pages.year.description", agency=agency_name(facts, t), year=year),
        nav_title=t("pages.year_short", year=year),
        view={
            "year": year,
            "span": period_text(fiscal_year_span(year), t.language),
            "results": results,
            "level": level_badge(results.level, results.standard, t) if results else None,
            "change": change_sentence(results, t) if results else "",
            "urgent": list(urgent(results, t)) if results else [],
            "parts": list(_parts(facts, year, t)),
        },
    )


def _parts(facts: Facts, year: int, t: Words) -> Iterator[tuple[Link, Value]]:
    """The pages of the year, each with one line that says what is there."""
    results = facts.results.get(year)
    if results is not None:
        yield _part(t, "assessment", year), _results_line(facts, year, t)
        record = results.assessment
        if record.analysis is not None or record.recommendations is not None:
            yield _part(t, "analysis", year), t("pages.year.analysis")
    if (plan := facts.plans.get(year)) is not None:
        line = t("pages.year.measures", count=len(plan.measures), based_on=plan.based_on)
        yield _part(t, "measures", year), line
    if (progress := facts.progress.get(year)) is not None:
        yield _part(t, "progress", year), t("pages.year.progress", percent=progress.percent)
    if (complaints := facts.complaints.get(year)) is not None:
        line = t("pages.year.complaints", count=complaints.total.received)
        yield _part(t, "complaints", year), line
    if (disclosure := facts.disclosure.get(year)) is not None:
        done = disclosure.count(EvidenceState.PUBLISHED)
        line = t("pages.year.oit", done=done, count=len(disclosure.items))
        yield _part(t, "oit", year), line
    yield from report_links(facts, year, t)


def _part(t: Words, kind: str, year: int) -> Link:
    return Link(t(f"pages.{kind}.title", year=year), f"{year}/{kind}")


def _results_line(facts: Facts, year: int, t: Words) -> str:
    results = facts.results[year]
    if results.total is None:
        return t("pages.year.results_only")
    return t("pages.year.results", total=results.total, level=level_name(results.level, t) or "")
