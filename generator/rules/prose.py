"""What the agency's own words say of its results, against the results."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.compute.facts import Facts
from generator.problems import Problem
from generator.records.assessment import Assessment, Finding
from generator.rules.numbers import years
from generator.rules.place import narrowed, problem_at
from generator.thai import to_arabic
from generator.tree import Step

# "ได้คะแนน ๘๓.๐๖ คะแนน": a score that a sentence gives to what it is about.
SCORE_IN_PROSE = re.compile(r"(?:คะแนน|ร้อยละ)\s*\.*\s*([0-9]{1,3}\.[0-9]{2})")
# How far behind the name of an indicator a score is still said of it.
BESIDE = 60


def score_in_prose(facts: Facts) -> Iterator[Problem]:
    """A score in the analysis of an indicator that is not that indicator's score."""
    for results, document in years(facts):
        analysis = results.assessment.analysis
        for number, finding in (analysis.indicators if analysis else {}).items():
            figure = results.aggregate.indicators.get(number)
            if figure is None or figure.value is None:
                continue
            for name, index, text in finding_texts(finding):
                for score in _scores(text):
                    if score == figure.value:
                        continue
                    told = {"number": number, "printed": score, "record": figure.value}
                    path: tuple[Step, ...] = ("analysis", "indicators", number, name, *index)
                    problem = problem_at(document, path, "PROSE-SCORE", told)
                    yield narrowed(problem, document, str(score))


def score_beside_name(facts: Facts) -> Iterator[Problem]:
    """A score that stands beside the name of an indicator and is not that indicator's."""
    for results, document in years(facts):
        names = {
            name: number
            for number, entry in results.standard.indicators.items()
            for name in (entry.name, *entry.aliases)
        }
        for path, text in general_texts(results.assessment):
            for number, score in _scores_beside(to_arabic(text), names):
                figure = results.aggregate.indicators.get(number)
                if figure and figure.value is not None and score != figure.value:
                    told = {"number": number, "printed": score, "record": figure.value}
                    problem = problem_at(document, path, "PROSE-SCORE", told)
                    yield narrowed(problem, document, str(score))


def _scores_beside(text: str, names: Mapping[str, int]) -> Iterator[tuple[int, Decimal]]:
    """Each score with the indicator whose name was the last before it, where that is near."""
    for found in SCORE_IN_PROSE.finditer(text):
        before = text[max(0, found.start() - BESIDE) : found.start()]
        last = max(names, key=lambda name: (before.rfind(name), len(name)), default="")
        if last and last in before:
            yield names[last], Decimal(found[1])


def general_texts(record: Assessment) -> Iterator[tuple[tuple[Step, ...], str]]:
    """What is written about the whole result, or about more than one indicator, with its place."""
    for index, section in enumerate(record.sections):
        yield ("sections", index, "text"), section.text
    analysis = record.analysis
    if analysis is None:
        return
    for name in ("text", "summary_text", "closing"):
        if text := getattr(analysis, name):
            yield ("analysis", name), text
    for name in ("instruments", "issues"):
        for key, finding in getattr(analysis, name).items():
            for field, place, text in finding_texts(finding):
                yield ("analysis", name, key, field, *place), text
    for name in ("urgent", "develop"):
        for row, entry in enumerate(getattr(analysis, name)):
            yield ("analysis", name, row), entry.text


def finding_texts(finding: Finding) -> Iterator[tuple[str, tuple[int, ...], str]]:
    """Every text of a finding: its field, its place in a list, and its words."""
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


RULES = (score_in_prose, score_beside_name, keep_and_urgent, item_in_two_issues)
