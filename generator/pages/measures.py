"""`/<year>/measures/`: the measures of a year, and what they answer."""

from __future__ import annotations

from collections.abc import Iterator

from generator.blocks import Column, Kind, Link, Prose, Row, Table, Value
from generator.compute.facts import Facts
from generator.compute.figures import Part, Ref
from generator.compute.plans import PlannedMeasure, YearPlan
from generator.compute.requirements import compute_plan_requirements
from generator.dates import day_text, period_text
from generator.pages.common import (
    agency_name,
    class_badge,
    figure_name,
    indicator_name,
    listing,
    official_name,
)
from generator.pages.page import Page
from generator.pages.requirements import requirement_table
from generator.words import Language, Words


def pages(facts: Facts, year: int, t: Words) -> Iterator[Page]:
    plan = facts.plans.get(year)
    if plan is None:
        return
    agency = agency_name(facts, t)
    yield Page(
        address=f"{year}/measures",
        kind="measures",
        title=t.either(plan.record.title or "", "") or t("pages.measures.title", year=year),
        description=t("pages.measures.description", agency=agency, year=year),
        nav_title=t("pages.measures.nav"),
        parent=str(year),
        view={
            "year": year,
            "plan": plan,
            "hook": plan.standard.plan.item if plan.standard.plan else None,
            "facts_of": _facts(plan, t),
            "unanswered": [
                figure_name(plan.results, Ref(Part.INDICATOR, str(number)), t)
                for number in plan.unanswered_indicators
                if plan.results
            ],
            "unanswered_items": [
                figure_name(plan.results, Ref(Part.ITEM, code), t)
                for code in plan.unanswered_items
                if plan.results
            ],
            "progress_link": Link(t("pages.progress.title", year=year), f"{year}/progress")
            if year in facts.progress
            else None,
        },
        tables=tuple(
            table
            for table in (measure_table(plan, t), coverage_table(plan, t), _requirements(plan, t))
            if table
        ),
    )


def _facts(plan: YearPlan, t: Words) -> list[tuple[str, Value]]:
    based: Value = t("pages.year_name", year=plan.based_on)
    if plan.results is not None:
        based = Link(t("pages.assessment.title", year=plan.based_on), f"{plan.based_on}/assessment")
    return [
        (t("pages.measures.based_on"), based),
        (t("pages.measures.count"), len(plan.measures)),
        (
            t("pages.measures.approved"),
            day_text(plan.record.approved, t.language) if plan.record.approved else None,
        ),
        (t("pages.source"), plan.record.source),
    ]


def measure_table(plan: YearPlan, t: Words) -> Table:
    """Every measure; under the issue that it names and the heading that stands over it."""
    columns = (
        Column("no", t("pages.column.no")),
        Column("measure", t("pages.column.measure"), header=True),
        Column("problem", t("pages.column.problem")),
        Column("activities", t("pages.column.activities")),
        Column("steps", t("pages.column.steps")),
        Column("responsible", t("pages.column.responsible")),
        Column("period", t("pages.column.period")),
        Column("monitoring", t("pages.column.monitoring")),
        Column("budget", t("pages.column.budget"), Kind.NUMBER),
        Column("answers", t("pages.column.answers")),
        Column("note", t("pages.column.note")),
    )
    rows = tuple(_measure_rows(plan, t))
    return Table("measures", t("pages.measures.table", year=plan.year), columns, rows)


def _measure_rows(plan: YearPlan, t: Words) -> Iterator[Row]:
    issue = None
    for entry in plan.measures:
        if entry.record.issue is not None and entry.record.issue != issue:
            issue = entry.record.issue
            known = plan.standard.issues.get(issue)
            name = official_name(known, t) if known else ""
            yield Row((t("pages.part.issue", number=issue, name=name),), group=True)
        if entry.record.heading:
            yield Row((entry.record.heading,), group=True)
        yield _measure_row(entry, plan, t)


def _measure_row(entry: PlannedMeasure, plan: YearPlan, t: Words) -> Row:
    record = entry.record
    cells: tuple[Value, ...] = (
        entry.number,
        record.title or untitled(entry, plan, t),
        Prose(record.problem) if record.problem else None,
        listing(Prose(text) for text in record.activities),
        listing((Prose(text) for text in record.steps), ordered=True),
        listing(record.responsible),
        _period(entry, t),
        listing(Prose(text) for text in record.monitoring),
        record.budget,
        _answers(entry, plan, t),
        record.note,
    )
    return Row(cells, anchor=entry.anchor)


def untitled(entry: PlannedMeasure, plan: YearPlan, t: Words) -> str:
    """A measure without a title is called by the indicators or the issue that it answers."""
    if plan.results is not None and entry.indicators:
        names = ", ".join(indicator_name(plan.results, number, t) for number in entry.indicators)
        return t("pages.measures.untitled", names=names)
    if entry.record.issue is not None:
        return t("pages.measures.untitled_issue", number=entry.record.issue)
    return entry.title


def _period(entry: PlannedMeasure, t: Words) -> Value:
    """As printed; in English the days that the program read it as, where it could."""
    if entry.record.period and not (entry.period and t.language is Language.ENGLISH):
        return entry.record.period
    return period_text(entry.period, t.language) if entry.period else None


def _answers(entry: PlannedMeasure, plan: YearPlan, t: Words) -> Value:
    if plan.results is None:
        return None
    codes = (Ref(Part.ITEM, code) for code in entry.record.items)
    numbers = (Ref(Part.INDICATOR, str(number)) for number in entry.record.indicators)
    names = [figure_name(plan.results, ref, t) for ref in (*numbers, *codes)]
    return listing(names) if names else None


def coverage_table(plan: YearPlan, t: Words) -> Table:
    """Each indicator of the results with the measures that answer it, or with none."""
    columns = (
        Column("indicator", t("pages.column.indicator"), header=True),
        Column("score", t("pages.column.score"), Kind.SCORE),
        Column("class", t("pages.column.class")),
        Column("measures", t("pages.column.measures")),
    )
    rows = tuple(_coverage_rows(plan, t)) if any(e.indicators for e in plan.measures) else ()
    return Table("coverage", t("pages.measures.coverage", year=plan.based_on), columns, rows)


def _coverage_rows(plan: YearPlan, t: Words) -> Iterator[Row]:
    if plan.results is None:
        return
    for number, figure in plan.results.aggregate.indicators.items():
        name = indicator_name(plan.results, number, t)
        named = t("pages.part.indicator", number=number, name=name)
        answers: list[Value] = [
            Link(
                t("pages.measure_short", number=entry.number), f"{plan.year}/measures", entry.anchor
            )
            for entry in plan.answering_indicator(number)
        ]
        badge = class_badge(plan.results.classes.get(number), t)
        measures = listing(answers) if answers else t("pages.measures.none")
        yield Row((named, figure.value, badge, measures))


def _requirements(plan: YearPlan, t: Words) -> Table:
    caption = t("pages.measures.requirements", year=plan.year)
    return requirement_table(compute_plan_requirements(plan), caption, t)
