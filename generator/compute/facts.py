"""Everything that no one typed, for a whole project, in the order that one year needs another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.compute.complaints import YearComplaints, compute_complaints
from generator.compute.disclosure import (
    DisclosureSources,
    YearDisclosure,
    compute_disclosure,
)
from generator.compute.follow_up import YearProgress, compute_progress
from generator.compute.plans import YearPlan, compute_plan
from generator.compute.results import YearResults, compute_results
from generator.project import Project, YearRecords
from generator.records.standard import Standard
from generator.records.standard_words import WhichYear


@dataclass(frozen=True, slots=True)
class Facts:
    """What follows from the records, year by year."""

    project: Project
    today: date
    results: Mapping[int, YearResults]
    plans: Mapping[int, YearPlan]
    progress: Mapping[int, YearProgress]
    complaints: Mapping[int, YearComplaints]
    disclosure: Mapping[int, YearDisclosure]

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(entry.year for entry in self.project.years)

    @property
    def latest_results(self) -> YearResults | None:
        return self.results[max(self.results)] if self.results else None


def compute_facts(project: Project, today: date) -> Facts:
    results = _results(project)
    plans = {
        entry.year: compute_plan(
            entry.standard,
            entry.measures.record,
            results,
            project.standards.get(entry.measures.record.based_on or entry.year - 1),
        )
        for entry in project.years
        if entry.measures
    }
    progress = {
        entry.year: compute_progress(
            entry.progress.record, plans[entry.year], _reported_in(project, entry.year), today
        )
        for entry in project.years
        if entry.progress and entry.year in plans
    }
    complaints = {
        entry.year: compute_complaints(entry.year, entry.complaints.record, today)
        for entry in project.years
        if entry.complaints
    }
    disclosure = _disclosure(project, results, plans, progress, today)
    return Facts(project, today, results, plans, progress, complaints, disclosure)


def _results(project: Project) -> dict[int, YearResults]:
    found: dict[int, YearResults] = {}
    for entry in project.years:
        if entry.assessment:
            record, before = entry.assessment.record, found.get(entry.year - 1)
            thresholds = project.site.record.thresholds
            found[entry.year] = compute_results(entry.standard, record, thresholds, before)
    return found


def _disclosure(
    project: Project,
    results: Mapping[int, YearResults],
    plans: Mapping[int, YearPlan],
    progress: Mapping[int, YearProgress],
    today: date,
) -> dict[int, YearDisclosure]:
    found: dict[int, YearDisclosure] = {}
    for entry in project.years:
        sources = DisclosureSources(
            oit=entry.oit.record if entry.oit else None,
            results=results.get(entry.year),
            plan=plans.get(entry.year),
            next_plan=plans.get(entry.year + 1),
            reported=_reported_year(entry, progress),
            complaints=frozenset(each.year for each in project.years if each.complaints),
            before=found.get(entry.year - 1),
            today=today,
        )
        computed = compute_disclosure(entry.standard, sources)
        if computed is not None:
            found[entry.year] = computed
    return found


def _reported_in(project: Project, year: int) -> Standard | None:
    """The standard whose report item asks about the measures of a year: that year's or the next."""
    for standard, which in (
        (project.standards.get(year + 1), WhichYear.PREVIOUS),
        (project.standards.get(year), WhichYear.SAME),
    ):
        if standard is not None and standard.report and standard.report.measures is which:
            return standard
    return None


def _reported_year(entry: YearRecords, progress: Mapping[int, YearProgress]) -> int | None:
    """Which year's measures this year's report item asks about, where there is progress of them."""
    report = entry.standard.report
    if report is None or report.measures is None:
        return None
    year = entry.year - 1 if report.measures is WhichYear.PREVIOUS else entry.year
    return year if year in progress else None
