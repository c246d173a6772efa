"""`/<year>/oit/<item>/`: one item of the list; its heading is the official name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from generator.blocks import Badge, Column, Hooks, Kind, Link, Row, Table, Tone, Value
from generator.compute.disclosure import DisclosureItem, YearDisclosure
from generator.compute.facts import Facts
from generator.compute.series import SeriesStep, data_year_of
from generator.dates import months_text
from generator.files.inspect import Inspected
from generator.pages.common import (
    agency_name,
    evidence_badge,
    item_address,
    listing,
    measure_link,
    official_name,
    sure_note,
)
from generator.pages.evidence import addressed_link, evidence_form, evidence_link, page_link
from generator.pages.page import Page
from generator.project import FILES
from generator.records.oit import Element
from generator.records.standard_words import DataYear
from generator.words import Words

EVIDENCE: Hooks = (("evidence", ""),)


def pages(facts: Facts, year: int, t: Words) -> Iterator[Page]:
    disclosure = facts.disclosure.get(year)
    if disclosure is None:
        return
    for code, item in disclosure.items.items():
        yield _page(facts, disclosure, code, item, t)


def _page(
    facts: Facts, disclosure: YearDisclosure, code: str, item: DisclosureItem, t: Words
) -> Page:
    year = disclosure.year
    title = t("pages.part.item", code=code, name=official_name(item.standard, t))
    agency = agency_name(facts, t)
    plan = facts.plans.get(year + 1)
    records = facts.project.year(year)
    files = records.inspected if records else {}
    return Page(
        address=item_address(year, code),
        kind="oit_item",
        title=title,
        description=t("pages.item.description", title=title, agency=agency, year=year),
        nav_title=title,
        parent=f"{year}/oit",
        view={
            "year": year,
            "code": code,
            "item": item,
            "state": evidence_badge(item.state, t),
            "official": item.standard.name,
            "facts_of": list(_facts(item, t)),
            "reason": item.record.reason if item.record else None,
            "own_page": Link(t("pages.item.own_page"), page=item.own_page, hooks=EVIDENCE)
            if item.own_page
            else None,
            "gaps": ", ".join(months_text(gap, t.language) for gap in item.series.gaps)
            if item.series
            else "",
            "measures": [measure_link(plan, entry, t) for entry in item.measures] if plan else [],
            "last_year": _last_year(item, t),
            "data_year": data_year_text(item, year, t),
            "name_note": sure_note(item.standard.sure, t),
            "elements_note": sure_note(item.standard.elements_sure, t),
        },
        tables=tuple(
            table
            for table in (
                evidence_table(item, year, files, t),
                series_table(item, year, files, t),
                element_table(item, year, t),
                file_table(item, year, files, t),
            )
            if table
        ),
    )


def _facts(item: DisclosureItem, t: Words) -> Iterator[tuple[str, Value]]:
    yield t("pages.column.score"), item.score
    record = item.record
    if record is None:
        return
    yield t("pages.column.owner"), record.owner
    yield (
        t("pages.column.updated"),
        record.updated,
    )
    yield t("pages.column.review"), record.review
    yield t("pages.column.how_to_find"), record.how_to_find
    yield t("pages.column.note"), record.note


def data_year_text(item: DisclosureItem, year: int, t: Words) -> str:
    """Which fiscal year the data of this item must be of."""
    word = item.standard.data_year
    if word in (None, DataYear.NONE):
        return ""
    return t(f"pages.data_year.{word}", year=data_year_of(item.standard, year))


def _last_year(item: DisclosureItem, t: Words) -> tuple[Link, Badge] | None:
    if item.last_year is None:
        return None
    year, code = item.last_year
    link = Link(t("pages.item.last_year", year=year, code=code), item_address(year, code))
    return link, evidence_badge(item.last_state, t)


def evidence_table(
    item: DisclosureItem, year: int, files: Mapping[str, Inspected], t: Words
) -> Table:
    rows = tuple(
        Row(
            (
                evidence_link(given, year, _marks(given.year)),
                evidence_form(given, files, t),
                t("pages.year_name", year=given.year) if given.year else None,
                given.published,
            )
        )
        for given in item.evidence
    )
    return Table(
        "evidence", t("pages.item.evidence"), _evidence_columns(t), rows, subject=item.code
    )


def _marks(year: int | None) -> Hooks:
    return (*EVIDENCE, ("year", str(year))) if year else EVIDENCE


def series_table(
    item: DisclosureItem, year: int, files: Mapping[str, Inspected], t: Words
) -> Table:
    """Period by period; one that is missing is said to be."""
    steps = item.series.steps if item.series else ()
    rows = tuple(_series_row(step, year, files, t) for step in steps)
    return Table("series", t("pages.item.series"), _series_columns(t), rows, subject=item.code)


def _series_row(step: SeriesStep, year: int, files: Mapping[str, Inspected], t: Words) -> Row:
    name, entry = months_text(step.period, t.language), step.entry
    hooks = (("period", f"{step.period.start:%Y-%m}"), ("present", "yes" if entry else "no"))
    if entry is None:
        return Row((name, Badge(t("pages.item.gap"), Tone.BAD), None, None), hooks=hooks)
    if entry.nothing:
        return Row((name, entry.title or t("pages.item.nothing"), None, None), hooks=hooks)
    document = addressed_link(entry.title or name, entry, year, EVIDENCE)
    return Row((name, document, evidence_form(entry, files, t), entry.published), hooks=hooks)


def element_table(item: DisclosureItem, year: int, t: Words) -> Table:
    """Each required element, and where its data is as far as that is recorded."""
    ticked = item.record.elements if item.record else {}
    rows = tuple(
        Row(
            (
                number,
                t.either(element.text, element.text_en),
                Badge(t("pages.item.present"), Tone.GOOD) if number in ticked else None,
                listing(_places(item, ticked[number], year)) if number in ticked else None,
            ),
            anchor=f"element-{number}",
            hooks=(("element", str(number)), ("present", "yes" if number in ticked else "no")),
        )
        for number, element in enumerate(item.standard.elements, 1)
    )
    return Table(
        "elements", t("pages.item.elements"), _elements_columns(t), rows, subject=item.code
    )


def file_table(item: DisclosureItem, year: int, files: Mapping[str, Inspected], t: Words) -> Table:
    """The fingerprint of each file, by which anyone can tell that a copy is the one published."""
    entries = [step.entry for step in item.series.steps if step.entry] if item.series else []
    names = dict.fromkeys(given.file for given in (*item.evidence, *entries) if given.file)
    rows = tuple(
        Row((Link(name, file=f"{year}/{FILES}/{name}"), files[name].sha256))
        for name in names
        if name in files
    )
    return Table("files", t("pages.item.files"), _file_columns(t), rows, subject=item.code)


def _places(item: DisclosureItem, element: Element, year: int) -> Iterator[Value]:
    """Where an element is: in words, in a piece of evidence, in a section of a page."""
    if element.where and not element.page:
        yield element.where
    if element.evidence and element.evidence <= len(item.evidence):
        yield evidence_link(item.evidence[element.evidence - 1], year)
    if element.page:
        yield page_link(element.where or element.page, element.page)


@cache
def _evidence_columns(t: Words) -> tuple[Column, ...]:
    return (
        Column("document", t("pages.column.document"), header=True),
        Column("form", t("pages.column.form")),
        Column("data_year", t("pages.column.data_year"), Kind.YEAR),
        Column("published", t("pages.column.published"), Kind.DATE),
    )


@cache
def _series_columns(t: Words) -> tuple[Column, ...]:
    return (
        Column("period", t("pages.column.period_of"), header=True),
        Column("document", t("pages.column.document")),
        Column("form", t("pages.column.form")),
        Column("published", t("pages.column.published"), Kind.DATE),
    )


@cache
def _file_columns(t: Words) -> tuple[Column, ...]:
    return (
        Column("file", t("pages.column.file"), header=True),
        Column("sha256", t("pages.column.sha256"), Kind.CODE),
    )


@cache
def _elements_columns(t: Words) -> tuple[Column, ...]:
    return (
        Column("number", t("pages.column.number"), Kind.NUMBER),
        Column("element", t("pages.column.element"), header=True),
        Column("present", t("pages.column.present")),
        Column("where", t("pages.column.where")),
    )
