"""What the agency's own words say of its results, against the results."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.compute.facts import Facts
from generator.problems import Problem
from generator.records.assessment import Finding
from generator.rules.numbers import years
from generator.rules.place import narrowed, problem_at
from generator.thai import to_arabic
from generator.tree import Step

# "ได้คะแนน ๘๓.๐๖ คะแนน": a score that a sentence gives to what it is about.
SCORE_IN_PROSE = re.compile(r"(?:คะแนน|ร้อยละ)\s*\.*\s*([0-9]{1,3}\.[0-9]{2})")


def score_in_prose(facts: Facts) -> Iterator[Problem]:
    """A score in the analysis of an indicator that is not that indicator's score."""
    for results, document in years(facts):
        analysis = results.assessment.analysis
        for number, finding in (analysis.indicators if analysis else {}).items():
            figure = results.aggregate.indicators.get(number)
            if figure is None or figure.value is None:
                continue
            for name, index, text in _texts(finding):
                for score in _scores(text):
                    if score == figure.value:
                        continue
                    told = {"number": number, "printed": score, "record": figure.value}
                    path: tuple[Step, ...] = ("analysis", "indicators", number, name, *index)
                    problem = problem_at(document, path, "PROSE-SCORE", told)
                    yield narrowed(problem, document, str(score))


def _texts(finding: Finding) -> Iterator[tuple[str, tuple[int, ...], str]]:
    if finding.text:
        yield "text", (), finding.text
    for name in ("points", "urgent", "develop", "keep", "advice"):
        for index, text in enumerate(getattr(finding, name)):
            yield name, (index,), text


def _scores(text: str) -> list[Decimal]:
    return [Decimal(found) for found in SCORE_IN_PROSE.findall(to_arabic(text))]


def keep_and_urgent(facts: Facts) -> Iterator[Problem]:
    """One indicator is both to be kept as it is and to be mended urgently."""
    for results, document in years(facts):
        analysis = results.assessment.analysis
        for number, finding in (analysis.indicators if analysis else {}).items():
            if finding.keep and finding.urgent:
                path = ("analysis", "indicators", number, "keep")
                yield problem_at(document, path, "KEEP-AND-URGENT", {"number": number}, key=True)


def item_in_two_issues(facts: Facts) -> Iterator[Problem]:
    """An item is analysed under two issues, though each belongs to one."""
    for results, document in years(facts):
        analysis = results.assessment.analysis
        first: dict[str, int] = {}
        for number, finding in (analysis.issues if analysis else {}).items():
            for index, code in enumerate(finding.items):
                if code in first:
                    told = {"code": code, "first": first[code], "second": number}
                    path = ("analysis", "issues", number, "items", index)
                    yield problem_at(document, path, "ITEM-IN-TWO-ISSUES", told)
                first.setdefault(code, number)


RULES = (score_in_prose, keep_and_urgent, item_in_two_issues)
