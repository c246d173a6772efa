"""Complaint statistics of a year: sums, what is still under way, and which month is missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.compute.series import data_year_of
from generator.records.complaints import Complaints, Counts, Month
from generator.records.standard import Standard
from generator.thai import Period, months_of_fiscal_year

CONCEPT = "complaint_stats"


@dataclass(frozen=True, slots=True)
class ComplaintMonth:
    """One month; without counts it was not typed."""

    period: Period
    counts: Counts | None


@dataclass(frozen=True, slots=True)
class YearComplaints:
    """The numbers of a year; `missing` are the months that are over and were not typed."""

    year: int
    record: Complaints
    months: tuple[ComplaintMonth, ...]
    total: Counts
    missing: tuple[Period, ...]

    @property
    def under_way(self) -> int:
        """Cases that are neither finished nor passed on; negative where the numbers are wrong."""
        return self.record.carried + self.total.received - self.total.finished - self.total.referred


def compute_complaints(year: int, record: Complaints, today: date) -> YearComplaints:
    periods = [months_of_fiscal_year(year, index, 1) for index in range(len(Month))]
    months = tuple(
        ComplaintMonth(period, record.months.get(month))
        for month, period in zip(Month, periods, strict=True)
    )
    return YearComplaints(
        year=year,
        record=record,
        months=months,
        total=sum_counts(record.months.values()),
        missing=tuple(
            entry.period for entry in months if entry.counts is None and entry.period.end < today
        ),
    )


def sum_counts(counts: Iterable[Counts]) -> Counts:
    given = tuple(counts)
    return Counts(
        received=sum(each.received for each in given),
        finished=sum(each.finished for each in given),
        referred=sum(each.referred for each in given),
    )


def item_about_complaints(standard: Standard, year: int) -> str | None:
    """The item of a standard that asks for the complaint statistics of a fiscal year."""
    return next(
        (
            code
            for code in standard.disclosure_items
            if standard.items[code].concept == CONCEPT
            and data_year_of(standard.items[code], standard.year) == year
        ),
        None,
    )
