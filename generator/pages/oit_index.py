"""`/<year>/oit/`: the public-disclosure list of a year, as assessors and webmasters know it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.blocks import Column, Link, Row, Table, Value
from generator.compute.disclosure import DisclosureItem, YearDisclosure
from generator.compute.facts import Facts
from generator.dates import months_text
from generator.pages.charts import item_states, known
from generator.pages.common import (
    agency_name,
    disclosure_states,
    evidence_badge,
    item_address,
    listing,
    official_name,
    sure_note,
)
from generator.pages.evidence import addressed_link, evidence_link
from generator.pages.page import Page
from generator.words import Words


def pages(facts: Facts, year: int, t: Words) -> Iterator[Page]:
    disclosure = facts.disclosure.get(year)
    if disclosure is None:
        return
    agency = facts.project.site.record.agency
    yield Page(
        address=f"{year}/oit",
        kind="oit_index",
        title=t("pages.oit.title", year=year),
        description=t("pages.oit.description", agency=agency_name(facts, t), year=year),
        nav_title=t("pages.oit.nav"),
        parent=str(year),
        view={
            "year": year,
            "disclosure": disclosure,
            "states": list(disclosure_states(disclosure, t)),
            "website": agency.website,
            "unverified": any(
                not item.standard.sure.verified for item in disclosure.items.values()
            ),
        },
        tables=(index_table(disclosure, t),),
        charts=known(item_states(disclosure, t)),
    )


def index_table(disclosure: YearDisclosure, t: Words) -> Table:
    columns = (
        Column("item", t("pages.column.item"), header=True),
        Column("state", t("pages.column.state")),
        Column("what", t("pages.column.what")),
        Column("links", t("pages.column.links")),
        Column("how_to_find", t("pages.column.how_to_find")),
        Column("sure", t("pages.column.sure")),
    )
    rows = tuple(_rows(disclosure, t))
    return Table("oit", t("pages.oit.table", year=disclosure.year), columns, rows)


def _rows(disclosure: YearDisclosure, t: Words) -> Iterator[Row]:
    group = None
    for code, item in disclosure.items.items():
        if item.standard.sub and item.standard.sub != group:
            group = item.standard.sub
            name = official_name(disclosure.standard.sub_indicators[group], t)
            yield Row((t("pages.part.sub_indicator", number=group, name=name),), group=True)
        yield _row(disclosure, code, item, t)


def _row(disclosure: YearDisclosure, code: str, item: DisclosureItem, t: Words) -> Row:
    name = t("pages.part.item", code=code, name=official_name(item.standard, t))
    cells: tuple[Value, ...] = (
        Link(name, item_address(disclosure.year, code)),
        evidence_badge(item.state, t),
        listing(present_elements(item, t)),
        listing(item_links(item, disclosure.year, t)),
        item.record.how_to_find if item.record else None,
        sure_note(item.standard.sure, t),
    )
    return Row(cells, anchor=code.lower())


def present_elements(item: DisclosureItem, t: Words) -> Iterator[str]:
    """What of that which the item asks for is published."""
    ticked = item.record.elements if item.record else {}
    for number, element in enumerate(item.standard.elements, 1):
        if number in ticked:
            yield t.either(element.text, element.text_en)


def item_links(item: DisclosureItem, year: int, t: Words) -> Iterator[Link]:
    """What can be opened: the page of ours that fulfils the item, then its evidence."""
    if item.own_page:
        yield Link(t("pages.oit.own_page"), page=item.own_page)
    for given in item.evidence:
        yield evidence_link(given, year)
    for step in item.series.steps if item.series else ():
        if step.entry and step.entry.addresses:
            name = months_text(step.period, t.language)
            yield addressed_link(step.entry.title or name, step.entry, year)
