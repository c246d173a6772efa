"""Progress against the plan that it reports on."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compute.facts import Facts
from generator.compute.requirements import compute_report_requirements
from generator.problems import Problem, Severity
from generator.records.words import MeasureState
from generator.rules.measures import severity_of
from generator.rules.place import problem_at
from generator.thai import fiscal_year_span, to_arabic
from generator.tree import Step


def progress_without_measure(facts: Facts) -> Iterator[Problem]:
    """Progress is typed for a measure that the plan does not have."""
    for entry in facts.project.years:
        if not entry.progress:
            continue
        computed = facts.progress.get(entry.year)
        document = entry.progress.document
        if computed is None:
            nothing: dict[str, object] = {"year": entry.year}
            path: tuple[Step, ...] = ("measures",)
            yield problem_at(document, path, "PROGRESS-NO-PLAN", nothing, Severity.ERROR, key=True)
            continue
        known = ", ".join(each.number for each in computed.plan.measures)
        for number in computed.strangers:
            told: dict[str, object] = {"number": number, "known": known}
            path = ("measures", number)
            yield problem_at(document, path, "PROGRESS-NO-MEASURE", told, Severity.ERROR, key=True)


def measure_without_progress(facts: Facts) -> Iterator[Problem]:
    """A measure that no progress is typed for, though the year's report exists."""
    for entry in facts.project.years:
        computed = facts.progress.get(entry.year)
        if not entry.progress or computed is None:
            continue
        typed = entry.progress.record.measures.items()
        reported = {to_arabic(number) for number, updates in typed if updates}
        for each in computed.measures:
            if each.measure.number not in reported:
                told = {"number": each.measure.number, "title": each.measure.title}
                path = ("measures",)
                yield problem_at(
                    entry.progress.document, path, "MEASURE-NO-PROGRESS", told, key=True
                )


def cancelled_without_reason(facts: Facts) -> Iterator[Problem]:
    """A measure was cancelled and nobody says why."""
    for entry in facts.project.years:
        if not entry.progress:
            continue
        for number, updates in entry.progress.record.measures.items():
            for index, update in enumerate(updates):
                if update.state is MeasureState.CANCELLED and not update.reason:
                    path = ("measures", number, index, "state")
                    yield problem_at(
                        entry.progress.document, path, "CANCELLED-NO-REASON", {"number": number}
                    )


def done_without_result(facts: Facts) -> Iterator[Problem]:
    """A measure is said to be done, but no update tells what came of it or shows it."""
    for entry in facts.project.years:
        if not entry.progress:
            continue
        for number, updates in entry.progress.record.measures.items():
            done = [row for row, each in enumerate(updates) if each.state is MeasureState.DONE]
            if done and not any(each.result or each.evidence for each in updates):
                path = ("measures", number, done[0], "state")
                yield problem_at(
                    entry.progress.document, path, "DONE-NO-RESULT", {"number": number}
                )


def report_incomplete(facts: Facts) -> Iterator[Problem]:
    """The report lacks what the standard that asks for it requires, once its year is over."""
    for entry in facts.project.years:
        computed = facts.progress.get(entry.year)
        if not entry.progress or computed is None or computed.reported_in is None:
            continue
        if facts.today <= fiscal_year_span(entry.year).end:
            continue
        for state in compute_report_requirements(computed):
            if state.met is False:
                told = {"part": state.requirement.text, "year": computed.reported_in.year}
                yield problem_at(
                    entry.progress.document,
                    ("measures",),
                    "REPORT-INCOMPLETE",
                    told,
                    severity_of(state.requirement),
                    key=True,
                )


RULES = (
    report_incomplete,
    progress_without_measure,
    measure_without_progress,
    cancelled_without_reason,
    done_without_result,
)
