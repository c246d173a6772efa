"""`/<year>/oit/<item>/`: one item of the list; its heading is the official name."""

from __future__ import annotations

from collections.abc import Iterator

from generator.blocks import Badge, Column, Kind, Link, Row, Table, Tone, Value
from generator.compute.disclosure import DisclosureItem, YearDisclosure
from generator.compute.facts import Facts
from generator.pages.common import evidence_badge, item_address, measure_link, sure_note
from generator.pages.evidence import evidence_link
from generator.pages.page import Page
from generator.records.standard_words import DataYear
from generator.thai import format_date
from generator.words import Words


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
    title = t("pages.part.item", code=code, name=item.standard.name)
    agency = facts.project.site.record.agency.name
    plan = facts.plans.get(year + 1)
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
            "facts_of": list(_facts(item, t)),
            "own_page": Link(t("pages.item.own_page"), page=item.own_page)
            if item.own_page
            else None,
            "measures": [measure_link(plan, entry, t) for entry in item.measures] if plan else [],
            "last_year": _last_year(item, t),
            "data_year": data_year_text(item, year, t),
            "name_note": sure_note(item.standard.sure, t),
            "elements_note": sure_note(item.standard.elements_sure, t),
        },
        tables=tuple(
            table for table in (evidence_table(item, year, t), element_table(item, t)) if table
        ),
    )


def _facts(item: DisclosureItem, t: Words) -> Iterator[tuple[str, Value]]:
    yield t("pages.column.score"), item.score
    record = item.record
    if record is None:
        return
    yield t("pages.column.owner"), record.owner
    yield t("pages.column.updated"), format_date(record.updated) if record.updated else None
    yield t("pages.column.review"), format_date(record.review) if record.review else None
    yield t("pages.column.how_to_find"), record.how_to_find
    yield t("pages.column.reason"), record.reason
    yield t("pages.column.note"), record.note


def data_year_text(item: DisclosureItem, year: int, t: Words) -> str:
    """Which fiscal year the data of this item must be of."""
    word = item.standard.data_year
    if word in (None, DataYear.NONE):
        return ""
    shown = year - 1 if word is DataYear.PREVIOUS else year
    return t(f"pages.data_year.{word}", year=shown)


def _last_year(item: DisclosureItem, t: Words) -> tuple[Link, Badge] | None:
    if item.last_year is None:
        return None
    year, code = item.last_year
    link = Link(t("pages.item.last_year", year=year, code=code), item_address(year, code))
    return link, evidence_badge(item.last_state, t)


def evidence_table(item: DisclosureItem, year: int, t: Words) -> Table:
    columns = (
        Column("document", t("pages.column.document"), header=True),
        Column("data_year", t("pages.column.data_year")),
        Column("published", t("pages.column.published"), Kind.DATE),
    )
    rows = tuple(
        Row(
            (
                evidence_link(given, year),
                t("pages.year_name", year=given.year) if given.year else None,
                format_date(given.published) if given.published else None,
            )
        )
        for given in item.evidence
    )
    return Table("evidence", t("pages.item.evidence"), columns, rows)


def element_table(item: DisclosureItem, t: Words) -> Table:
    """Each required element, and where its data is as far as that is recorded."""
    columns = (
        Column("number", t("pages.column.number"), Kind.NUMBER),
        Column("element", t("pages.column.element"), header=True),
        Column("present", t("pages.column.present")),
        Column("where", t("pages.column.where")),
    )
    ticked = item.record.elements if item.record else {}
    rows = tuple(
        Row(
            (
                number,
                element.text,
                Badge(t("pages.item.present"), Tone.GOOD) if number in ticked else None,
                ticked[number].where if number in ticked else None,
            ),
            anchor=f"element-{number}",
        )
        for number, element in enumerate(item.standard.elements, 1)
    )
    return Table("elements", t("pages.item.elements"), columns, rows)
