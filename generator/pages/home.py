"""The front page: the latest result, what is urgent, what is being done, where each item is."""

from __future__ import annotations

from collections.abc import Iterator

from generator.address import HOME
from generator.blocks import Column, Kind, Link, Row, Table, Value
from generator.compute.disclosure import YearDisclosure
from generator.compute.facts import Facts
from generator.compute.figures import Part, Ref
from generator.compute.results import YearResults
from generator.dates import day_text
from generator.pages.charts import known, total_trend
from generator.pages.common import (
    agency_name,
    change_text,
    direction,
    disclosure_states,
    evidence_badge,
    indicator_name,
    item_address,
    level_badge,
    official_name,
    state_badge,
)
from generator.pages.page import Page
from generator.records.words import ClassificationWord, MeasureState
from generator.words import Words

MOST_URGENT = 3


def pages(facts: Facts, t: Words) -> Iterator[Page]:
    agency = agency_name(facts, t)
    latest = facts.latest_results
    progress = facts.progress[max(facts.progress)] if facts.progress else None
    disclosure = facts.disclosure[max(facts.disclosure)] if facts.disclosure else None
    plan = facts.plans[max(facts.plans)] if facts.plans else None
    years = years_table(facts, t)
    yield Page(
        address=HOME,
        kind="home",
        title=t("pages.home.title", agency=agency),
        description=t("pages.home.description", agency=agency),
        nav_title=t("pages.home.nav"),
        view={
            "agency": agency,
            "place": place(facts, t),
            "latest": latest,
            "level": level_badge(latest.level, latest.standard, t) if latest else None,
            "change": change_sentence(latest, t) if latest else "",
            "direction": change_direction(latest) if latest else "",
            "most": MOST_URGENT,
            "urgent": list(urgent(latest, t)) if latest else [],
            "plan": plan,
            "progress": progress,
            "progress_states": [
                (state_badge(state, t), t("pages.measures_count", count=progress.count(state)))
                for state in MeasureState
                if progress.count(state)
            ]
            if progress
            else [],
            "disclosure": disclosure,
            "disclosure_states": list(disclosure_states(disclosure, t)) if disclosure else [],
            "items": list(item_links(disclosure, t)) if disclosure else [],
            "as_of": day_text(facts.today, t.language),
        },
        tables=(years,) if years else (),
        charts=known(total_trend(facts, HOME, years, t)),
    )


def place(facts: Facts, t: Words) -> str:
    """The district and province of the agency, as far as they are given."""
    agency = facts.project.site.record.agency
    parts = {
        "district": t.given(agency.district, agency.district_en),
        "province": t.given(agency.province, agency.province_en),
    }
    return " ".join(t(f"pages.home.{key}", name=name) for key, name in parts.items() if name)


def change_sentence(results: YearResults, t: Words) -> str:
    change = results.changes.get(Ref(Part.TOTAL))
    if change is None:
        return ""
    if not change.comparable or change.amount is None:
        return t("pages.home.not_comparable", year=results.year - 1)
    return t("pages.home.change", how=direction(change.amount, t), year=results.year - 1)


def change_direction(results: YearResults) -> str:
    """Whether the total went up or down; nothing where it cannot be compared."""
    change = results.changes.get(Ref(Part.TOTAL))
    if change is None or not change.comparable or not change.amount:
        return ""
    return "up" if change.amount > 0 else "down"


def urgent(results: YearResults, t: Words) -> Iterator[tuple[Link, Value]]:
    """The indicators of the agency's most urgent class, lowest first."""
    numbers = [n for n, word in results.classes.items() if word is ClassificationWord.URGENT]
    scores = {n: results.aggregate.indicators[n].value for n in numbers}
    for number in sorted(numbers, key=lambda n: (scores[n], n)):
        name = t("pages.part.indicator", number=number, name=indicator_name(results, number, t))
        yield Link(name, f"{results.year}/assessment", f"ind-{number}"), scores[number]


def item_links(disclosure: YearDisclosure, t: Words) -> Iterator[tuple[Link, Value]]:
    for code, item in disclosure.items.items():
        text = t("pages.part.item", code=code, name=official_name(item.standard, t))
        yield Link(text, item_address(disclosure.year, code)), evidence_badge(item.state, t)


def years_table(facts: Facts, t: Words) -> Table:
    """The totals of all years, newest first."""
    columns = (
        Column("year", t("pages.column.year"), Kind.YEAR, header=True),
        Column("total", t("pages.column.total"), Kind.SCORE),
        Column("level", t("pages.column.level")),
        Column("change", t("pages.column.change"), Kind.CHANGE),
    )
    rows = tuple(
        Row(
            (
                Link(t("pages.year_name", year=year), str(year)),
                results.total,
                level_badge(results.level, results.standard, t),
                change_text(results.changes.get(Ref(Part.TOTAL)), t),
            )
        )
        for year, results in sorted(facts.results.items(), reverse=True)
        if results.total is not None
    )
    return Table("years", t("pages.home.years"), columns, rows)
