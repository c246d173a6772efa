"""`/<year>/analysis/`: what the agency makes of its results, apart from the assessor's advice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.blocks import Column, Kind, Link, Prose, Row, Table, Value
from generator.compute.facts import Facts
from generator.compute.figures import Figure
from generator.compute.plans import YearPlan
from generator.compute.results import YearResults
from generator.pages.common import (
    agency_name,
    class_badge,
    indicator_name,
    instrument_name,
    listing,
    measure_link,
    official_name,
    printed_or_official,
    sure_note,
)
from generator.pages.page import Page
from generator.records.assessment import (
    Analysis,
    Finding,
    InstrumentFinding,
    IssueFinding,
    Recommendation,
)
from generator.words import Words

GROUPS = ("urgent", "develop", "keep", "advice")


@dataclass(frozen=True, slots=True)
class FindingView:
    """One heading of the analysis with what stands under it."""

    anchor: str
    title: str
    lines: list[tuple[str, Value]]
    finding: Finding
    table: Table | None
    measures: list[Value]


def pages(facts: Facts, year: int, t: Words) -> Iterator[Page]:
    results = facts.results.get(year)
    if results is None:
        return
    record = results.assessment
    if record.analysis is None and record.recommendations is None:
        return
    plan = next((entry for entry in facts.plans.values() if entry.based_on == year), None)
    issues = list(_issues(results, plan, t))
    advice = advice_table(results, t)
    yield Page(
        address=f"{year}/analysis",
        kind="analysis",
        title=t("pages.analysis.title", year=year),
        description=t("pages.analysis.description", agency=agency_name(facts, t), year=year),
        nav_title=t("pages.analysis.nav"),
        parent=str(year),
        view={
            "year": year,
            "results": results,
            "analysis": record.analysis,
            "instruments": list(_instruments(results, t)),
            "indicators": list(_indicators(results, plan, t)),
            "issues": issues,
            "recommendations": record.recommendations,
            "advice": advice,
            "labels": _labels(record.analysis, t),
            "plan_link": Link(t("pages.measures.title", year=plan.year), f"{plan.year}/measures")
            if plan
            else None,
        },
        tables=tuple(table for table in (advice, *(finding.table for finding in issues)) if table),
    )


def _labels(analysis: Analysis | None, t: Words) -> dict[str, str]:
    """What the groups of points are called: in the agency's own words where it has any."""
    own = analysis.labels.model_dump() if analysis and analysis.labels else {}
    return {group: own.get(group) or t(f"pages.analysis.group_{group}") for group in GROUPS}


def _instruments(results: YearResults, t: Words) -> Iterator[FindingView]:
    if results.assessment.analysis is None:
        return
    for code, finding in results.assessment.analysis.instruments.items():
        name = instrument_name(results, code, t)
        title = finding.title or t("pages.instrument_name", code=code, name=name)
        lines = _instrument_lines(finding, t)
        yield FindingView(f"instrument-{code.lower()}", title, lines, finding, None, [])


def _instrument_lines(finding: InstrumentFinding, t: Words) -> list[tuple[str, Value]]:
    change = finding.change_text or (
        t(f"pages.change_word.{finding.change}") if finding.change else None
    )
    return [
        (t("pages.column.mean"), finding.mean),
        (t("pages.column.standing"), finding.standing),
        (t("pages.column.change"), change),
    ]


def _indicators(results: YearResults, plan: YearPlan | None, t: Words) -> Iterator[FindingView]:
    if results.assessment.analysis is None:
        return
    for number, finding in results.assessment.analysis.indicators.items():
        name = indicator_name(results, number, t)
        title = finding.title or t("pages.part.indicator", number=number, name=name)
        figure = results.aggregate.indicators.get(number)
        lines = _score_lines(results, number, figure, t)
        answers = plan.answering_indicator(number) if plan else ()
        links: list[Value] = [measure_link(plan, entry, t) for entry in answers] if plan else []
        yield FindingView(f"ind-{number}", title, lines, finding, None, links)


def _score_lines(
    results: YearResults, number: int, figure: Figure | None, t: Words
) -> list[tuple[str, Value]]:
    return [
        (t("pages.column.score"), figure.value if figure else None),
        (t("pages.column.class"), class_badge(results.classes.get(number), t)),
    ]


def _issues(results: YearResults, plan: YearPlan | None, t: Words) -> Iterator[FindingView]:
    if results.assessment.analysis is None:
        return
    for number, finding in results.assessment.analysis.issues.items():
        standard = results.standard.issues.get(number)
        name = printed_or_official(finding.title, standard, t)
        title = t("pages.part.issue", number=number, name=name)
        table = _issue_table(results, number, finding, title, t)
        answers = plan.of_issue(number) if plan else ()
        links: list[Value] = [measure_link(plan, entry, t) for entry in answers] if plan else []
        doubt = sure_note(standard.sure, t) if standard else None
        lines: list[tuple[str, Value]] = [(t("pages.column.sure_issue"), doubt)]
        yield FindingView(f"issue-{number}", title, lines, finding, table, links)


def _issue_table(
    results: YearResults, number: int, finding: IssueFinding, title: str, t: Words
) -> Table:
    standard = results.standard.issues.get(number)
    codes = finding.items or (standard.items if standard else ())
    columns = (
        Column("code", t("pages.column.item"), header=True),
        Column("text", t("pages.column.item_text")),
        Column("score", t("pages.column.score"), Kind.SCORE),
    )
    rows: list[Row] = []
    instrument = None
    for code in codes:
        typed = results.assessment.items.get(code)
        if typed is None:
            continue
        if results.standard.instrument_of(code) != instrument:
            instrument = results.standard.instrument_of(code)
            if instrument:
                name = instrument_name(results, instrument, t)
                group = t("pages.instrument_name", code=instrument, name=name)
                rows.append(Row((group,), group=True))
        text = printed_or_official(typed.text, results.standard.items[code], t)
        rows.append(Row((code, text, typed.score)))
    caption = t("pages.analysis.issue_items", title=title)
    return Table(f"issue-{number}-items", caption, columns, tuple(rows), subject=str(number))


def advice_table(results: YearResults, t: Words) -> Table:
    """The assessor's advice, entry by entry, with the items that it is about."""
    given = results.assessment.recommendations
    columns = (
        Column("about", t("pages.column.about"), header=True),
        Column("advice", t("pages.column.advice")),
    )
    rows = tuple(
        Row((_about(results, entry, t), Prose(entry.text)))
        for entry in (given.entries if given else ())
    )
    return Table("advice", t("pages.analysis.advice", year=results.year), columns, rows)


def _about(results: YearResults, entry: Recommendation, t: Words) -> Value:
    items = [
        t("pages.part.item", code=code, name=official_name(results.standard.items[code], t))
        for code in entry.items
    ]
    indicators = [
        t("pages.part.indicator", number=number, name=indicator_name(results, number, t))
        for number in entry.indicators
    ]
    return listing([*items, *indicators]) if items or indicators else t("pages.analysis.overall")
