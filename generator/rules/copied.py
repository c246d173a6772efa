"""The agency's own analysis against the assessor's recommendations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.compute.facts import Facts
from generator.problems import Problem
from generator.records.assessment import Analysis, Finding, Recommendations
from generator.rules.numbers import years
from generator.rules.place import problem_at
from generator.rules.prose import finding_texts
from generator.thai import to_arabic
from generator.tree import Step

# Texts are compared by their runs of twelve letters. Of the reports that the examples are made
# from, what was pasted shares 81 % to 92 % of its runs with the recommendations, and what the
# agency wrote itself at most 60 %; texts shorter than 80 letters may be a name and little more.
RUN = 12
TOO_MANY = 75
SHORTEST = 80
NOT_LETTERS = re.compile(r"[\W_]+")
Path = tuple[Step, ...]


def analysis_copied(facts: Facts) -> Iterator[Problem]:
    """A text of the analysis that is nearly a recommendation of the assessor pasted in."""
    for results, document in years(facts):
        analysis, given = results.assessment.analysis, results.assessment.recommendations
        if analysis is None or given is None:
            continue
        advised = _advised(given)
        for path, text in _texts(analysis):
            share = _share(text, advised)
            if share >= TOO_MANY:
                yield problem_at(document, path, "ANALYSIS-COPIED", {"percent": share})


def _advised(given: Recommendations) -> frozenset[str]:
    texts = (given.text or "", *(entry.text for entry in given.entries))
    return frozenset().union(*map(_runs, texts))


def _share(text: str, advised: frozenset[str]) -> int:
    """How much of a text stands in the recommendations too, in per cent."""
    runs = _runs(text)
    if len(runs) < SHORTEST - RUN:
        return 0
    return 100 * len(runs & advised) // len(runs)


def _runs(text: str) -> frozenset[str]:
    """Letters and digits alone: marks, spaces and punctuation are typed one way or another."""
    letters = NOT_LETTERS.sub("", to_arabic(text))
    return frozenset(letters[at : at + RUN] for at in range(len(letters) - RUN + 1))


def _texts(analysis: Analysis) -> Iterator[tuple[Path, str]]:
    """Every text of an analysis with its place."""
    for name in ("instruments", "indicators", "issues"):
        findings: dict[str | int, Finding] = getattr(analysis, name)
        for key, finding in findings.items():
            for field, index, text in finding_texts(finding):
                yield ("analysis", name, key, field, *index), text
    for name in ("urgent", "develop"):
        for row, entry in enumerate(getattr(analysis, name)):
            yield ("analysis", name, row), entry.text


RULES = (analysis_copied,)
