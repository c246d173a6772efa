"""Every file of open data by its address: short texts at once, the rest as recipes."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compute.facts import Facts
from generator.data import data_files
from generator.open_data.addresses import Addresses
from generator.open_data.bundle import Bundle, table_csv
from generator.open_data.changes import list_changes
from generator.open_data.feed import feed_text
from generator.open_data.forms import FORMS, SCHEMAS, form_text
from generator.open_data.inventory import (
    CATALOG,
    FEED,
    OF_A_YEAR,
    OF_THE_SITE,
    SCHEMA_FOLDER,
    SUMMARY,
    Inventory,
    data_years,
)
from generator.open_data.json_file import json_text
from generator.open_data.linked_data import LinkedData
from generator.open_data.pictures import badges, cards
from generator.open_data.recipe import Recipe, recipe_key
from generator.open_data.sets import folder
from generator.open_data.source import Source, joined_source, source_of
from generator.open_data.summary import make_summary
from generator.open_data.words import set_title
from generator.words import Language, Words

OTHER = {Language.THAI: Language.ENGLISH, Language.ENGLISH: Language.THAI}


class OpenData:
    """The files of one site."""

    def __init__(self, facts: Facts, inventory: Inventory, words: Words) -> None:
        site = facts.project.site.record
        self.facts = facts
        self.inventory = inventory
        self.words = (words, Words(OTHER[words.language]))
        self.agency = site.agency.name
        self.addresses = Addresses(site.site_url)
        self.linked_data = LinkedData(facts, inventory, self.addresses, words)
        self.records = data_files(facts)
        self.texts = dict(self._texts())
        self.recipes = dict(self._recipes())

    def _texts(self) -> Iterator[tuple[str, str]]:
        t = self.words[0]
        summary = make_summary(self.facts, self.inventory, self.addresses)
        yield SUMMARY, summary.model_dump_json(indent=1) + "\n"
        yield CATALOG, self.linked_data.catalog_text()
        if changes := list_changes(self.facts, t):
            yield FEED, feed_text(changes, self.agency, self.addresses, t)
        yield from badges(self.facts, self.inventory, t)

    def _recipes(self) -> Iterator[tuple[str, Recipe]]:
        t = self.words[0]
        sources = [source_of(found, self.addresses, t) for found in self.inventory.sets]
        for source in sources:
            yield from self._table_files(source)
        for year in data_years(self.inventory.sets):
            yield from self._year_files(year, [each for each in sources if each.year == year])
        yield from self._site_files(sources)
        for name in SCHEMAS:
            yield f"{SCHEMA_FOLDER}/{name}.schema.json", _schema(name)
        yield from cards(self.facts, self.inventory, t)

    def _table_files(self, source: Source) -> Iterator[tuple[str, Recipe]]:
        """One table in each form."""
        base = f"{folder(source.year)}/{source.set.file}"
        yield f"{base}.csv", _csv(source)
        yield (
            f"{base}.json",
            Recipe(
                lambda: recipe_key("json", source.key),
                lambda: json_text(source.table).encode("utf-8"),
            ),
        )
        yield (
            f"{base}.xlsx",
            self._bundle(
                source.set.name, set_title(source.set, self.words[0]), [source]
            ).workbook(),
        )

    def _year_files(self, year: int, sources: list[Source]) -> Iterator[tuple[str, Recipe]]:
        title = self.words[0]("open_data.package_title_year", agency=self.agency, year=year)
        bundle = self._bundle(f"ita-{year}", title, sources)
        paths = {kind: f"{folder(year)}/{kind}.json" for kind in FORMS}
        records = {
            f"{kind}.json": self.records[path]
            for kind, path in paths.items()
            if path in self.records
        }
        yield OF_A_YEAR["year_package"].format(year=year), bundle.package()
        yield OF_A_YEAR["year_workbook"].format(year=year), bundle.workbook()
        yield OF_A_YEAR["year_zip"].format(year=year), bundle.archive(records)

    def _site_files(self, sources: list[Source]) -> Iterator[tuple[str, Recipe]]:
        """The tables of the site, and those of the years joined into one each."""
        of_years = [
            joined_source([each for each in sources if each.set is entry], self.words[0])
            for entry in self.inventory.yearly
        ]
        for source in of_years:
            yield f"{folder(None)}/{source.set.file}.csv", _csv(source)
        title = self.words[0]("open_data.package_title", agency=self.agency)
        whole = [*(source for source in sources if not source.year), *of_years]
        bundle = self._bundle("ita", title, whole)
        yield OF_THE_SITE["package"], bundle.package()
        yield OF_THE_SITE["workbook"], bundle.workbook()
        yield OF_THE_SITE["zip"], bundle.archive({})

    def _bundle(self, name: str, title: str, sources: list[Source]) -> Bundle:
        return Bundle(name, title, self.agency, sources, self.words)


def _csv(source: Source) -> Recipe:
    return Recipe(
        lambda: recipe_key("csv", source.key), lambda: table_csv(source.table).encode("utf-8")
    )


def _schema(name: str) -> Recipe:
    return Recipe(lambda: recipe_key("schema", name), lambda: form_text(name).encode("utf-8"))
