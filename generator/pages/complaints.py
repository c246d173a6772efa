"""`/<year>/complaints/`: complaints of corruption in numbers; the page of the item that asks so."""

from __future__ import annotations

from collections.abc import Iterator

from generator.blocks import Badge, Column, Kind, Row, Table, Tone, Value
from generator.compute.complaints import YearComplaints, item_about_complaints
from generator.compute.facts import Facts
from generator.dates import months_text
from generator.pages.common import agency_name
from generator.pages.page import Page
from generator.records.complaints import Counts
from generator.words import Words


def pages(facts: Facts, year: int, t: Words) -> Iterator[Page]:
    complaints = facts.complaints.get(year)
    if complaints is None:
        return
    agency = agency_name(facts, t)
    yield Page(
        address=f"{year}/complaints",
        kind="complaints",
        title=t("pages.complaints.title", year=year),
        description=t("pages.complaints.description", agency=agency, year=year),
        nav_title=t("pages.complaints.nav"),
        parent=str(year),
        view={
            "hook": " ".join(_items(facts, year)),
            "facts_of": list(_facts(complaints, t)),
        },
        tables=tuple(
            table for table in (month_table(complaints, t), subject_table(complaints, t)) if table
        ),
    )


def _items(facts: Facts, year: int) -> Iterator[str]:
    """The items that this page answers: of this year's list, and of the next."""
    for number in (year, year + 1):
        standard = facts.project.standards.get(number)
        code = item_about_complaints(standard, year) if standard else None
        if code:
            yield code


def _facts(complaints: YearComplaints, t: Words) -> Iterator[tuple[str, Value]]:
    record = complaints.record
    yield (
        t("pages.complaints.as_of"),
        record.updated,
    )
    yield t("pages.complaints.carried"), record.carried
    yield t("pages.complaints.received"), complaints.total.received
    yield t("pages.complaints.finished"), complaints.total.finished
    yield t("pages.complaints.referred"), complaints.total.referred
    yield t("pages.complaints.under_way"), complaints.under_way


def month_table(complaints: YearComplaints, t: Words) -> Table:
    """Month by month; one that is over and was not typed is said to be missing."""
    rows = tuple(
        Row((months_text(entry.period, t.language), *_known(entry.counts, t)))
        for entry in complaints.months
        if entry.counts or entry.period in complaints.missing
    )
    columns = _columns(Column("month", t("pages.column.period_of"), header=True), t)
    foot = Row((t("pages.column.sum"), *_numbers(complaints.total)))
    return Table("months", t("pages.complaints.months", year=complaints.year), columns, rows, foot)


def subject_table(complaints: YearComplaints, t: Words) -> Table:
    rows = tuple(
        Row((str(subject), *_numbers(counts)))
        for subject, counts in complaints.record.subjects.items()
    )
    columns = _columns(Column("subject", t("pages.complaints.subject"), header=True), t)
    return Table("subjects", t("pages.complaints.subjects", year=complaints.year), columns, rows)


def _known(counts: Counts | None, t: Words) -> tuple[Value, ...]:
    return _numbers(counts) if counts else (Badge(t("pages.item.gap"), Tone.BAD), None, None)


def _numbers(counts: Counts) -> tuple[int, int, int]:
    return counts.received, counts.finished, counts.referred


def _columns(first: Column, t: Words) -> tuple[Column, ...]:
    names = ("received", "finished", "referred")
    return (first, *(Column(name, t(f"pages.complaints.{name}"), Kind.NUMBER) for name in names))
