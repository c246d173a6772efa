"""Which tables are given away as files, under which names; each stands on a page as well."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from generator.blocks import Table
from generator.pages.page import Page


@dataclass(frozen=True, slots=True)
class TableSet:
    """One table of a page kind, or all of them that are alike, told apart by the column `key`.

    `linked` columns are followed by one with the addresses; rows that are `parted` by headings
    carry the heading.
    """

    name: str
    kind: str
    table: str
    key: str = ""
    linked: frozenset[str] = frozenset()
    parted: bool = False
    yearly: bool = True

    @property
    def file(self) -> str:
        return f"tables/{self.name}"


@dataclass(frozen=True, slots=True)
class Found:
    """The tables of one set and year, each with its page; no year where a set is of the site."""

    set: TableSet
    year: int | None
    tables: tuple[tuple[Page, Table], ...]

    @property
    def base(self) -> str:
        """Its address less the ending."""
        return f"{folder(self.year)}/{self.set.file}"


SETS = (
    TableSet("totals", "home", "years", yearly=False),
    TableSet("total_trend", "trend", "totals", yearly=False),
    TableSet("indicator_trend", "trend", "indicator-trend", yearly=False),
    TableSet("instrument_trend", "trend", "instrument-trend", yearly=False),
    TableSet("instruments", "assessment", "instruments"),
    TableSet("indicators", "assessment", "indicators", parted=True),
    TableSet("sub_indicators", "assessment", "sub-indicators"),
    TableSet("item_scores", "assessment", "item-scores", parted=True),
    TableSet("gains", "assessment", "gains"),
    TableSet("printed_scores", "assessment", r"printed-\d+", key="table"),
    TableSet("advice", "analysis", "advice"),
    TableSet("issue_items", "analysis", r"issue-\d+-items", key="issue", parted=True),
    TableSet("measures", "measures", "measures", parted=True),
    TableSet("coverage", "measures", "coverage"),
    TableSet("plan_requirements", "measures", "requirements-table"),
    TableSet("progress", "progress", "progress"),
    TableSet("updates", "progress", "p-.+-table", key="measure", linked=frozenset({"evidence"})),
    TableSet("progress_states", "progress", "states"),
    TableSet("progress_units", "progress", "units"),
    TableSet("progress_issues", "progress", "issues"),
    TableSet("report_requirements", "progress", "requirements-table"),
    TableSet("complaint_months", "complaints", "months"),
    TableSet("complaint_subjects", "complaints", "subjects"),
    TableSet("oit", "oit_index", "oit", linked=frozenset({"item", "links"}), parted=True),
    TableSet("evidence", "oit_item", "evidence", key="code", linked=frozenset({"document"})),
    TableSet("series", "oit_item", "series", key="code", linked=frozenset({"document"})),
    TableSet("fingerprints", "oit_item", "files", key="code", linked=frozenset({"file"})),
    TableSet("elements", "oit_item", "elements", key="code", linked=frozenset({"where"})),
    TableSet("standards", "method", "standards", yearly=False),
    TableSet("bands", "method", r"bands-\d+", key="fiscal_year", yearly=False),
    TableSet(
        "information_act",
        "information_act",
        "clauses",
        linked=frozenset({"items"}),
        yearly=False,
    ),
    TableSet("errata", "errata", r"errata-\d+", key="fiscal_year", yearly=False),
    TableSet("waivers", "errata", "waivers", yearly=False),
)


def folder(year: int | None) -> str:
    """Where the files of a year are, or those of the site."""
    return f"{year}/data" if year else "data"


def data_folder(page: Page, entry: TableSet) -> str:
    return folder(year_of(page, entry))


def year_of(page: Page, entry: TableSet) -> int | None:
    return int(page.address.partition("/")[0]) if entry.yearly else None


@cache
def set_of(kind: str, table: str) -> TableSet | None:
    """The set that a table of a page kind belongs to."""
    fitting = (entry for entry in SETS if entry.kind == kind)
    return next((entry for entry in fitting if re.fullmatch(entry.table, table)), None)


def find_sets(pages: Iterable[Page]) -> tuple[Found, ...]:
    """Every set that these pages hold, year by year, in the order of the definitions."""
    found: dict[tuple[TableSet, int | None], list[tuple[Page, Table]]] = {}
    for page in pages:
        for table in page.tables:
            entry = set_of(page.kind, table.id)
            if entry is not None and table:
                found.setdefault((entry, year_of(page, entry)), []).append((page, table))
    order = {entry: place for place, entry in enumerate(SETS)}
    keys = sorted(found, key=lambda key: (key[1] or 0, order[key[0]]))
    return tuple(Found(entry, year, tuple(found[entry, year])) for entry, year in keys)
