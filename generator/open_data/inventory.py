"""Which files there are beside the pages: one list for all that make them or tell of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.compute.facts import Facts
from generator.open_data.changes import has_changes
from generator.open_data.forms import SCHEMAS
from generator.open_data.sets import SETS, Found, TableSet, find_sets
from generator.pages.page import Page
from generator.typesetting import can_typeset

FORMATS = ("csv", "json", "xlsx")
MEDIA_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
    "xml": "application/atom+xml",
    "jsonld": "application/ld+json",
    "svg": "image/svg+xml",
    "png": "image/png",
}
SUMMARY, FEED, CATALOG, BADGE = "ita.json", "feed.xml", "data/catalog.jsonld", "badge.svg"
SCHEMA_FOLDER = "data/schemas"
OF_THE_SITE = {
    "workbook": "data/ita.xlsx",
    "zip": "data/ita.zip",
    "package": "data/datapackage.json",
    "summary": SUMMARY,
    "feed": FEED,
    "catalog": CATALOG,
}
OF_TABLES = ("year_workbook", "year_zip", "year_package")
OF_A_YEAR = {
    "year_workbook": "{year}/data/ita-{year}.xlsx",
    "year_zip": "{year}/data/ita-{year}.zip",
    "year_package": "{year}/data/datapackage.json",
    "badge": "{year}/badge.svg",
    "card": "{year}/card.png",
}


@dataclass(frozen=True, slots=True)
class DataFile:
    """One file: `about` is the key of the words for it, `name` what it is the form of."""

    about: str
    path: str
    name: str = ""

    @property
    def media_type(self) -> str:
        return MEDIA_TYPES[self.path.rpartition(".")[2]]


@dataclass(frozen=True, slots=True)
class Inventory:
    """The tables that are given away, and the files that are made of them and of the records."""

    pages: frozenset[str]
    sets: tuple[Found, ...]
    site_files: tuple[DataFile, ...]
    files_of: Mapping[int, tuple[DataFile, ...]]

    @property
    def yearly(self) -> tuple[TableSet, ...]:
        """The sets that years have, each once, in the order of the definitions."""
        present = {found.set for found in self.sets if found.year}
        return tuple(entry for entry in SETS if entry in present)

    def of_year(self, year: int | None) -> tuple[Found, ...]:
        return tuple(found for found in self.sets if found.year == year)

    def path(self, year: int, about: str) -> str | None:
        """One file of a year, where there is one."""
        files = self.files_of.get(year, ())
        return next((file.path for file in files if file.about == about), None)

    def paths(self) -> Iterator[str]:
        """Every address that there is a file at."""
        yield from (file.path for file in self.site_files)
        yield from (file.path for files in self.files_of.values() for file in files)
        yield from (path for found in self.sets for _, path in table_formats(found))
        yield from (f"data/{entry.file}.csv" for entry in self.yearly)


def make_inventory(facts: Facts, pages: Iterable[Page]) -> Inventory:
    listed = tuple(pages)
    sets = find_sets(listed)
    files = {year: tuple(_year_files(facts, year, sets)) for year in facts.years}
    addresses = frozenset(page.address for page in listed)
    return Inventory(addresses, sets, tuple(_site_files(facts)), files)


def _site_files(facts: Facts) -> Iterator[DataFile]:
    """A feed needs a day, so there is one only where a record has a day."""
    for about, path in OF_THE_SITE.items():
        if about != "feed" or has_changes(facts):
            yield DataFile(about, path)
    if any(results.total is not None for results in facts.results.values()):
        yield DataFile("badge", BADGE)
    for name in SCHEMAS:
        yield DataFile("schema", f"{SCHEMA_FOLDER}/{name}.schema.json", name)


def _year_files(facts: Facts, year: int, sets: tuple[Found, ...]) -> Iterator[DataFile]:
    results = facts.results.get(year)
    lacking = {
        "badge": results is None or results.total is None,
        "card": not can_typeset(),
        **dict.fromkeys(OF_TABLES, all(found.year != year for found in sets)),
    }
    for about, path in OF_A_YEAR.items():
        if not lacking[about]:
            yield DataFile(about, path.format(year=year))


def data_years(sets: Iterable[Found]) -> tuple[int, ...]:
    """The years of which there is any table, newest first."""
    return tuple(sorted({found.year for found in sets if found.year}, reverse=True))


def table_formats(found: Found) -> Iterator[tuple[str, str]]:
    """Each form of one table, with its address."""
    for ending in FORMATS:
        yield ending.upper(), f"{found.base}.{ending}"
