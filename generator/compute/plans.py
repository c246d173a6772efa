"""The measures of a year: numbers, dates, and which results they answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from generator.compute.results import YearResults
from generator.records.measures import Measure, Measures
from generator.records.standard import Standard
from generator.records.words import ClassificationWord
from generator.thai import Period, parse_period, to_arabic


@dataclass(frozen=True, slots=True)
class PlannedMeasure:
    """One measure with its number, its address on the page, and its dates."""

    number: str
    anchor: str
    title: str
    record: Measure
    period: Period | None
    indicators: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class YearPlan:
    """The plan of a year and what it answers."""

    year: int
    based_on: int
    standard: Standard
    results: YearResults | None
    record: Measures
    measures: tuple[PlannedMeasure, ...]
    unanswered_indicators: tuple[int, ...]
    unanswered_items: tuple[str, ...]

    def answering_indicator(self, number: int) -> tuple[PlannedMeasure, ...]:
        return tuple(entry for entry in self.measures if number in entry.indicators)

    def answering_item(self, code: str) -> tuple[PlannedMeasure, ...]:
        return tuple(entry for entry in self.measures if code in entry.record.items)

    def of_issue(self, number: int | None) -> tuple[PlannedMeasure, ...]:
        return tuple(entry for entry in self.measures if entry.record.issue == number)


def compute_plan(
    standard: Standard,
    record: Measures,
    results: Mapping[int, YearResults],
    named: Standard | None = None,
) -> YearPlan:
    """Codes are of the results' year, whose standard is `named` where its results are not there."""
    based_on = record.based_on or standard.year - 1
    answered = results.get(based_on)
    codes = answered.standard if answered else named or standard
    numbered = enumerate(zip(_numbers(record.measures), record.measures, strict=True), 1)
    measures = tuple(
        _planned(f"m{index}", number, entry, standard, codes) for index, (number, entry) in numbered
    )
    return YearPlan(
        year=standard.year,
        based_on=based_on,
        standard=standard,
        results=answered,
        record=record,
        measures=measures,
        unanswered_indicators=_unanswered_indicators(measures, answered),
        unanswered_items=_unanswered_items(measures, answered),
    )


def _numbers(measures: tuple[Measure, ...]) -> Iterator[str]:
    """Numbers as typed; a measure without one takes the next that nobody typed."""
    typed = {to_arabic(entry.no) for entry in measures if entry.no}
    last = 0
    for entry in measures:
        if entry.no:
            number = to_arabic(entry.no)
            last = int(number) if number.isdecimal() else last
            yield number
        else:
            last = next(each for each in count(last + 1) if str(each) not in typed)
            yield str(last)


def _planned(
    anchor: str, number: str, entry: Measure, standard: Standard, codes: Standard
) -> PlannedMeasure:
    indicators = set(entry.indicators)
    indicators.update(codes.indicator_of(code) for code in entry.items)
    names = [codes.indicators[number].name for number in sorted(indicators)]
    return PlannedMeasure(
        number=number,
        anchor=anchor,
        title=entry.title or " ".join(entry.activities[:1]) or ", ".join(names),
        record=entry,
        period=_period(entry, standard.year),
        indicators=tuple(sorted(indicators)),
    )


def _period(entry: Measure, year: int) -> Period | None:
    if entry.start and entry.end:
        return Period(entry.start, entry.end)
    return parse_period(entry.period, year) if entry.period else None


def _unanswered_indicators(
    measures: tuple[PlannedMeasure, ...], results: YearResults | None
) -> tuple[int, ...]:
    if results is None:
        return ()
    answered = {number for entry in measures for number in entry.indicators}
    answered.update(_indicators_of_issues(measures, results))
    return tuple(
        number
        for number, word in results.classes.items()
        if word is ClassificationWord.URGENT and number not in answered
    )


def _indicators_of_issues(measures: tuple[PlannedMeasure, ...], results: YearResults) -> set[int]:
    """A measure for an issue answers the indicators of that issue's items."""
    standard = results.standard
    issues = {entry.record.issue for entry in measures if entry.record.issue is not None}
    codes = (
        code
        for issue in issues
        if issue in standard.issues
        for code in standard.issues[issue].items
    )
    return {standard.indicator_of(code) for code in codes}


def _unanswered_items(
    measures: tuple[PlannedMeasure, ...], results: YearResults | None
) -> tuple[str, ...]:
    """Items below the agency's threshold that no measure names."""
    if results is None:
        return ()
    named = {code for entry in measures for code in entry.record.items}
    return tuple(
        code
        for code, figure in results.aggregate.items.items()
        if figure.value is not None
        and figure.value < results.thresholds.urgent_below
        and code not in named
    )
