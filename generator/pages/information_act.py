"""`/information-act/`: where this site answers sections 7 and 9 of the Official Information Act."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.blocks import Column, Link, Row, Table, Value
from generator.compute.disclosure import YearDisclosure
from generator.compute.facts import Facts
from generator.pages.common import agency_name, item_address, listing, official_name, sure_note
from generator.pages.page import Page
from generator.records.standard_words import Sure
from generator.words import Words

ACT = Path(__file__).parent.parent / "information_act.yaml"


def pages(facts: Facts, t: Words) -> Iterator[Page]:
    if not facts.disclosure:
        return
    act = read_act()
    disclosure = facts.disclosure[max(facts.disclosure)]
    agency = agency_name(facts, t)
    yield Page(
        address="information-act",
        kind="information_act",
        title=t("about.act.title"),
        description=t("about.act.description", agency=agency),
        nav_title=t("about.act.nav"),
        view={
            "year": disclosure.year,
            "source": t.either(act["source"], act["source_en"]),
            "unverified": sure_note(Sure(act["sure"]), t),
        },
        tables=(clause_table(act["clauses"], disclosure, t),),
        in_foot=True,
    )


def clause_table(clauses: Mapping[str, Any], disclosure: YearDisclosure, t: Words) -> Table:
    columns = (
        Column("clause", t("about.act.clause"), header=True),
        Column("about", t("pages.column.about")),
        Column("items", t("about.act.items")),
    )
    rows = tuple(_row(number, clause, disclosure, t) for number, clause in clauses.items())
    return Table("clauses", t("about.act.title"), columns, rows)


def _row(number: str, clause: Mapping[str, Any], disclosure: YearDisclosure, t: Words) -> Row:
    items = tuple(_items(clause["concepts"], disclosure, t))
    found: Value = listing(items) if items else t("about.act.none")
    cells = (t("about.act.section", number=number), clause[str(t.language)], found)
    return Row(cells, anchor="s" + number.replace("(", "-").rstrip(")"))


def _items(concepts: list[str], disclosure: YearDisclosure, t: Words) -> Iterator[Value]:
    """The items of the list whose obligation answers a clause."""
    for code, item in disclosure.items.items():
        if item.standard.concept in concepts:
            text = t("pages.part.item", code=code, name=official_name(item.standard, t))
            yield Link(text, item_address(disclosure.year, code))


@cache
def read_act() -> dict[str, Any]:
    act: dict[str, Any] = yaml.safe_load(ACT.read_text(encoding="utf-8"))
    return act
