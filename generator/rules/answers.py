"""Plan and results answer one another: nothing lost is passed over, nothing weak is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.compute.facts import Facts
from generator.compute.plans import YearPlan
from generator.compute.results import YearResults
from generator.problems import Problem, Severity
from generator.records.standard import StandardItem
from generator.rules.measures import plans
from generator.rules.numbers import years
from generator.rules.place import problem_at

FULL = Decimal(100)
# A shorter name, such as E-Service, also stands in the names of other things.
LONG_ENOUGH = 15
SPACES = re.compile(r"\s+")


def disclosure_unanswered(facts: Facts) -> Iterator[Problem]:
    """Disclosure items that lost points, if not many, and that no measure names."""
    for plan, document in plans(facts):
        lost = list(_lost_and_unnamed(plan)) if plan.measures else []
        if lost:
            told = {"items": ", ".join(lost), "year": plan.based_on}
            yield problem_at(document, ("measures",), "DISCLOSURE-UNANSWERED", told, key=True)


def _lost_and_unnamed(plan: YearPlan) -> Iterator[str]:
    if plan.results is None:
        return
    for code in plan.results.standard.disclosure_items:
        score = _score(plan.results, code)
        told_already = code in plan.unanswered_items
        if score < FULL and not told_already and not plan.answering_item(code):
            yield f"{code} ({score})"


def _score(results: YearResults, code: str) -> Decimal:
    """An item without a score has lost nothing."""
    figure = results.aggregate.items.get(code)
    return FULL if figure is None or figure.value is None else figure.value


def measure_without_result(facts: Facts) -> Iterator[Problem]:
    """A measure that names no indicator, item or issue of the results: it follows from nothing."""
    for plan, document in plans(facts):
        for index, entry in enumerate(plan.measures if plan.results else ()):
            if not entry.indicators and entry.record.issue is None:
                told = {"number": entry.number, "title": entry.title, "year": plan.based_on}
                path = ("measures", index)
                yield problem_at(document, path, "MEASURE-NO-RESULT", told, Severity.NOTE)


def kept_though_low(facts: Facts) -> Iterator[Problem]:
    """A disclosure item that lost points is named among what an issue wants to keep as it is."""
    for results, document in years(facts):
        analysis = results.assessment.analysis
        for number, finding in (analysis.issues if analysis else {}).items():
            for index, text in enumerate(finding.keep):
                for code in finding.items:
                    score = _score(results, code)
                    item = results.standard.items[code]
                    if score < FULL and _names(text, code, item):
                        told = {"code": code, "name": item.name, "issue": number, "score": score}
                        path = ("analysis", "issues", number, "keep", index)
                        yield problem_at(document, path, "KEEP-LOW-ITEM", told)


def _names(text: str, code: str, item: StandardItem) -> bool:
    """Whether a text means an item, by its code or by its official name."""
    if re.search(rf"(?<![A-Za-z0-9]){code}(?![0-9])", text):
        return True
    name = SPACES.sub("", item.name)
    return item.indicator is None and len(name) >= LONG_ENOUGH and name in SPACES.sub("", text)


RULES = (disclosure_unanswered, measure_without_result, kept_though_low)
