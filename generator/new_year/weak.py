"""Which results of a year ask for a measure, and under which issue of the plan each belongs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.compute.figures import Figure, Part
from generator.compute.results import LOWEST, YearResults
from generator.records.base import HIGHEST
from generator.records.standard import Standard, StandardItem
from generator.standards_library import Standards


@dataclass(frozen=True, slots=True)
class WeakResult:
    """One figure below its limit; `issue` is absent where no standard says it."""

    part: Part
    code: str
    name: str
    score: Decimal
    limit: Decimal
    issue: int | None


@dataclass(frozen=True, slots=True)
class Grouping:
    """The issue of each item of the results' year, and by the list of which year."""

    year: int | None
    issues: Mapping[str, int]

    def of_indicator(self, number: int, standard: Standard) -> int | None:
        """The issue of an indicator whose items all belong to one."""
        found = {self.issues.get(code) for code in standard.items_of_indicator(number)}
        return found.pop() if len(found) == 1 else None


def find_weak(results: YearResults, grouping: Grouping) -> tuple[WeakResult, ...]:
    return (*_indicators(results, grouping), *_items(results, grouping))


def _limit(results: YearResults) -> Decimal:
    """The agency's threshold or the pass score of the standard, whichever asks for more."""
    scoring = results.standard.scoring
    passing = scoring.passing if scoring else None
    return max(results.thresholds.urgent_below, passing or LOWEST)


def _indicators(results: YearResults, grouping: Grouping) -> Iterator[WeakResult]:
    standard, limit = results.standard, _limit(results)
    for number, figure in results.aggregate.indicators.items():
        if _below(figure, limit):
            issue = grouping.of_indicator(number, standard)
            name = standard.indicators[number].name
            yield _weak(figure, Part.INDICATOR, name, limit, issue)


def _items(results: YearResults, grouping: Grouping) -> Iterator[WeakResult]:
    standard = results.standard
    disclosed = frozenset(standard.disclosure_items)
    for code, figure in results.aggregate.items.items():
        limit = HIGHEST if code in disclosed else _limit(results)
        if _below(figure, limit):
            name, issue = standard.items[code].name, grouping.issues.get(code)
            yield _weak(figure, Part.ITEM, name, limit, issue)


def _below(figure: Figure, limit: Decimal) -> bool:
    return figure.value is not None and figure.value < limit


def _weak(figure: Figure, part: Part, name: str, limit: Decimal, issue: int | None) -> WeakResult:
    assert figure.value is not None
    return WeakResult(part, figure.ref.code, name, figure.value, limit, issue)


def find_grouping(plan: Standard, results: Standard, library: Standards) -> Grouping:
    """By the newest standard up to the plan's year that lists the items of its issues.

    An item is found there by its concept, or by code and name; an issue by its name.
    """
    source = _lists_items(plan.year, library) if plan.issues else None
    if source is None:
        return Grouping(None, {})
    numbers = {entry.name: number for number, entry in plan.issues.items()}
    by_item = {
        _same(code, source.items[code]): numbers[issue.name]
        for issue in source.issues.values()
        for code in issue.items
        if issue.name in numbers and code in source.items
    }
    found = {code: by_item.get(_same(code, item)) for code, item in results.items.items()}
    return Grouping(source.year, {code: number for code, number in found.items() if number})


def _lists_items(year: int, library: Standards) -> Standard | None:
    for each in reversed(library.years):
        standard = library.get(each) if each <= year else None
        if standard and any(issue.items for issue in standard.issues.values()):
            return standard
    return None


def _same(code: str, item: StandardItem) -> tuple[str, ...]:
    return (item.concept,) if item.concept else (code, item.name)
