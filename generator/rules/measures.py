"""What the year's standard asks of a plan, and whether the plan answers the results."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.compute.facts import Facts
from generator.compute.plans import YearPlan
from generator.compute.requirements import PARTS, compute_plan_requirements
from generator.load import Document
from generator.problems import Problem, Severity
from generator.records.standard import Requirement
from generator.records.standard_words import Weight
from generator.rules.place import problem_at
from generator.thai import fiscal_year_span, format_period
from generator.tree import Step

NUMBER = re.compile(r"([0-9๐-๙]+)\Z")


def plans(facts: Facts) -> Iterator[tuple[YearPlan, Document]]:
    for entry in facts.project.years:
        if entry.measures:
            yield facts.plans[entry.year], entry.measures.document


def requirement_missing(facts: Facts) -> Iterator[Problem]:
    """A measure lacks a part that the year's standard requires of each."""
    for plan, document in plans(facts):
        for requirement in plan.standard.plan.must if plan.standard.plan else ():
            filled = PARTS.get(requirement.id)
            lacking = [entry.number for entry in plan.measures if filled and not filled(entry)]
            if lacking:
                told = {
                    "part": f"{requirement.text} ({requirement.id}:)",
                    "measures": ", ".join(lacking),
                    "year": plan.year,
                }
                severity = severity_of(requirement)
                yield problem_at(document, ("measures",), "PLAN-LACKS", told, severity, key=True)


def plan_incomplete(facts: Facts) -> Iterator[Problem]:
    """The plan as a whole, or the analysis that it rests on, lacks what the standard requires."""
    for plan, document in plans(facts):
        for state in compute_plan_requirements(plan):
            if state.met is False and state.requirement.id not in PARTS and plan.results:
                told = {"part": state.requirement.text, "year": plan.year}
                severity = severity_of(state.requirement)
                path = ("measures",)
                yield problem_at(document, path, "PLAN-INCOMPLETE", told, severity, key=True)


def severity_of(requirement: Requirement) -> Severity:
    """What a standard calls an error is a warning here: the original may be so."""
    return Severity.WARNING if requirement.severity is Weight.ERROR else Severity.NOTE


def period_unclear(facts: Facts) -> Iterator[Problem]:
    """A period that cannot be read as dates, or that lies outside the fiscal year."""
    for plan, document in plans(facts):
        span = fiscal_year_span(plan.year)
        for index, entry in enumerate(plan.measures):
            by_days = entry.record.start and entry.record.end
            path = ("measures", index, "start" if by_days else "period")
            if entry.period is None:
                if entry.record.period:
                    yield problem_at(
                        document, path, "PERIOD-UNREADABLE", {"text": entry.record.period}
                    )
            elif entry.period.end < span.start or entry.period.start > span.end:
                text = format_period(entry.period) if by_days else entry.record.period
                told = {"text": text, "year": plan.year}
                yield problem_at(document, path, "PERIOD-OUTSIDE-YEAR", told)


def number_skipped(facts: Facts) -> Iterator[Problem]:
    """Printed measure numbers that skip or repeat within an issue."""
    for plan, document in plans(facts):
        last: dict[int | None, int] = {}
        for index, entry in enumerate(plan.measures):
            match = NUMBER.match(entry.record.no or "")
            if not match:
                continue
            number, issue = int(match[1]), entry.record.issue
            if issue in last and number != last[issue] + 1:
                told = {"number": number, "before": last[issue]}
                path: tuple[Step, ...] = ("measures", index, "no")
                yield problem_at(document, path, "MEASURE-NUMBER", told)
            last[issue] = number


def result_unanswered(facts: Facts) -> Iterator[Problem]:
    """A weak result that no measure answers."""
    for plan, document in plans(facts):
        if not plan.measures:
            continue
        for number in plan.unanswered_indicators:
            assert plan.results is not None
            told = {
                "number": number,
                "name": plan.results.standard.indicators[number].name,
                "score": plan.results.aggregate.indicators[number].value,
                "limit": plan.results.thresholds.urgent_below,
                "year": plan.based_on,
            }
            yield problem_at(document, ("measures",), "RESULT-UNANSWERED", told, key=True)
        for code in plan.unanswered_items:
            assert plan.results is not None
            told = {
                "number": code,
                "name": plan.results.standard.items[code].name,
                "score": plan.results.aggregate.items[code].value,
                "limit": plan.results.thresholds.urgent_below,
                "year": plan.based_on,
            }
            yield problem_at(document, ("measures",), "ITEM-UNANSWERED", told, key=True)


RULES = (requirement_missing, plan_incomplete, period_unclear, number_skipped, result_unanswered)
