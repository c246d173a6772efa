"""Data that an item asks for month by month: what is there, and which period is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.records.evidence import SeriesEntry
from generator.records.oit import ItemEvidence
from generator.records.standard import StandardItem
from generator.records.standard_words import DataYear
from generator.records.words import EvidenceState
from generator.thai import Period, fiscal_year_span, months_of_fiscal_year, parse_period

MONTHS_IN_A_YEAR = 12
# An item that is not published at all, or need not be, lacks no single month.
NOT_DUE = frozenset({EvidenceState.MISSING, EvidenceState.NOT_APPLICABLE})


@dataclass(frozen=True, slots=True)
class SeriesStep:
    """One period of a series; without an entry it is missing."""

    period: Period
    entry: SeriesEntry | None


@dataclass(frozen=True, slots=True)
class ItemSeries:
    """A series in order of time; `unread` are the periods that could not be understood."""

    steps: tuple[SeriesStep, ...]
    unread: tuple[str, ...]

    @property
    def gaps(self) -> tuple[Period, ...]:
        return tuple(step.period for step in self.steps if step.entry is None)


def data_year_of(item: StandardItem, year: int) -> int:
    """The fiscal year that the data of an item are of, in the list of `year`."""
    return year - 1 if item.data_year is DataYear.PREVIOUS else year


def compute_series(
    item: StandardItem, record: ItemEvidence | None, year: int, today: date
) -> ItemSeries | None:
    """The periods typed and those due by now; nothing where no series is asked for."""
    typed = record.series if record else {}
    if not typed and (item.series is None or record is None or record.evidence):
        return None
    if record is not None and record.state in NOT_DUE:
        return None
    data_year = data_year_of(item, year)
    read = {text: parse_period(text, data_year) for text in typed}
    known = {period: typed[text] for text, period in read.items() if period is not None}
    unread = tuple(text for text, period in read.items() if period is None)
    due = [each for each in _asked_for(item, tuple(known), data_year) if each.end < today]
    missing = [each for each in due if not any(_within(each, period) for period in known)]
    steps = [
        *(SeriesStep(period, entry) for period, entry in known.items()),
        *(SeriesStep(period, None) for period in missing),
    ]
    return ItemSeries(tuple(sorted(steps, key=lambda step: step.period.start)), unread)


def _asked_for(item: StandardItem, typed: tuple[Period, ...], year: int) -> Iterator[Period]:
    """By the standard; or, where it asks for no series, without holes in what was typed."""
    if item.series is not None:
        every = item.series.every.months
        for first in range(0, item.series.months, every):
            yield months_of_fiscal_year(year, first, every)
        return
    every = min((_months(period) for period in typed), default=0)
    inside = [period for period in typed if period.start >= fiscal_year_span(year).start]
    if every < 1 or not inside:
        return
    last = max(period.end for period in inside)
    for first in range(0, MONTHS_IN_A_YEAR, every):
        each = months_of_fiscal_year(year, first, every)
        if each.end <= last:
            yield each


def _months(period: Period) -> int:
    years = period.end.year - period.start.year
    return years * MONTHS_IN_A_YEAR + period.end.month - period.start.month + 1


def _within(inner: Period, outer: Period) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
