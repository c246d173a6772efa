"""Complaint statistics: every month is there, and the numbers agree with one another."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compute.complaints import sum_counts
from generator.compute.facts import Facts
from generator.problems import Problem
from generator.rules.place import problem_at
from generator.thai import format_months


def month_missing(facts: Facts) -> Iterator[Problem]:
    """A month is over, and nobody says that it had complaints or none."""
    for entry in facts.project.years:
        if entry.complaints and (missing := facts.complaints[entry.year].missing):
            told = {"missing": ", ".join(format_months(period) for period in missing)}
            document = entry.complaints.document
            yield problem_at(document, ("months",), "COMPLAINTS-GAP", told, key=True)


def numbers_differ(facts: Facts) -> Iterator[Problem]:
    """The subjects do not add up to the months, or more cases ended than there were."""
    for entry in facts.project.years:
        if not entry.complaints:
            continue
        computed, document = facts.complaints[entry.year], entry.complaints.document
        had = computed.record.carried + computed.total.received
        if computed.under_way < 0:
            told = {"first": had, "second": had - computed.under_way}
            yield problem_at(document, ("months",), "COMPLAINTS-DIFFER", told, key=True)
        subjects = sum_counts(computed.record.subjects.values())
        if computed.record.subjects and subjects.received != computed.total.received:
            told = {"first": computed.total.received, "second": subjects.received}
            yield problem_at(document, ("subjects",), "COMPLAINTS-DIFFER", told, key=True)


RULES = (month_missing, numbers_differ)
