"""What the year's standard asks of a plan and of a report, and whether it is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.compute.follow_up import YearProgress
from generator.compute.plans import PlannedMeasure, YearPlan
from generator.records.assessment import Analysis, Finding
from generator.records.standard import Requirement
from generator.records.standard_words import Sure
from generator.records.words import MeasureState
from generator.thai import fiscal_year_span


@dataclass(frozen=True, slots=True)
class RequirementState:
    """One requirement; `met` is None where only a reader can tell."""

    requirement: Requirement
    sure: Sure
    met: bool | None


# Which part of a measure answers each requirement that a standard makes of every measure.
PARTS: Mapping[str, Callable[[PlannedMeasure], bool]] = {
    "responsible": lambda measure: bool(measure.record.responsible),
    "steps": lambda measure: bool(measure.record.steps),
    "period": lambda measure: bool(measure.record.period or measure.record.start),
    "monitoring": lambda measure: bool(measure.record.monitoring),
}


def compute_plan_requirements(plan: YearPlan) -> tuple[RequirementState, ...]:
    """Each thing that a plan must contain, in the order of the standard."""
    asked = plan.standard.plan
    if asked is None:
        return ()
    return tuple(
        RequirementState(each, each.sure or asked.sure, _met_by_plan(each.id, plan))
        for each in asked.must
    )


def _met_by_plan(requirement: str, plan: YearPlan) -> bool | None:
    part = PARTS.get(requirement)
    if part is not None:
        return bool(plan.measures) and all(part(measure) for measure in plan.measures)
    check = OF_A_PLAN.get(requirement)
    return check(plan) if check else None


def _analysis(plan: YearPlan) -> Analysis | None:
    return plan.results.assessment.analysis if plan.results else None


def _findings(plan: YearPlan) -> Iterator[Finding]:
    analysis = _analysis(plan)
    if analysis is not None:
        for group in (analysis.instruments, analysis.indicators, analysis.issues):
            yield from group.values()


def _has_points(plan: YearPlan, group: str) -> bool:
    """Points of a group, under a finding, in the summary, or beside the measures."""
    analysis = _analysis(plan)
    return (
        any(getattr(finding, group) for finding in _findings(plan))
        or bool(analysis and getattr(analysis, group))
        or any(measure.record.problem for measure in plan.measures)
    )


def _issues(plan: YearPlan) -> tuple[int, ...]:
    """The issues under which the results can be analysed: none where their year has none."""
    return tuple(plan.results.standard.issues) if plan.results else ()


def _all_issues_analysed(plan: YearPlan) -> bool | None:
    analysis, issues = _analysis(plan), _issues(plan)
    analysed = analysis.issues if analysis else {}
    return all(number in analysed for number in issues) if issues else None


def _all_issues_have_findings(plan: YearPlan) -> bool | None:
    analysis = _analysis(plan)
    found = tuple(analysis.issues.values()) if analysis else ()
    if not _issues(plan):
        return None
    return bool(found) and all(each.urgent or each.develop or each.keep for each in found)


def _all_issues_have_measures(plan: YearPlan) -> bool | None:
    issues = _issues(plan)
    return all(plan.of_issue(number) for number in issues) if issues else None


OF_A_PLAN: Mapping[str, Callable[[YearPlan], bool | None]] = {
    "own_analysis": lambda plan: _analysis(plan) is not None,
    "urgent": lambda plan: _has_points(plan, "urgent"),
    "develop": lambda plan: _has_points(plan, "develop"),
    "seven_issues": _all_issues_analysed,
    "findings": _all_issues_have_findings,
    "measure": _all_issues_have_measures,
}


def compute_report_requirements(progress: YearProgress) -> tuple[RequirementState, ...]:
    """Each thing that the report on these measures must contain."""
    asked = progress.reported_in.report if progress.reported_in else None
    if asked is None:
        return ()
    return tuple(
        RequirementState(each, each.sure or asked.sure, _met_by_report(each.id, progress))
        for each in asked.must
    )


def _met_by_report(requirement: str, progress: YearProgress) -> bool | None:
    check = OF_A_REPORT.get(requirement)
    return check(progress) if check else None


def _every_measure_has_a_result(progress: YearProgress) -> bool:
    return all(
        any(update.result or update.reason for update in entry.updates)
        for entry in progress.measures
    )


def _done_in_the_year(progress: YearProgress) -> bool:
    """No work is reported of another fiscal year; what has not begun is of none."""
    span = fiscal_year_span(progress.year)
    return all(
        span.start <= update.date <= span.end or update.state is MeasureState.NOT_STARTED
        for entry in progress.measures
        for update in entry.updates
    )


OF_A_REPORT: Mapping[str, Callable[[YearProgress], bool]] = {
    "per_measure_result": _every_measure_has_a_result,
    "same_year": _done_in_the_year,
    "consistent": lambda progress: not progress.strangers,
    "previous_year_measures": lambda progress: bool(progress.measures),
}
