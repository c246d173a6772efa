"""Tables that are given away together: as a workbook, as an archive, and what describes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.open_data.archive import zip_bytes
from generator.open_data.csv_file import csv_text
from generator.open_data.json_file import json_text
from generator.open_data.package import NAME, package_text
from generator.open_data.recipe import Recipe, recipe_key
from generator.open_data.source import Source
from generator.open_data.table import DataTable
from generator.open_data.words import set_title
from generator.open_data.workbook import Sheet, SheetColumn, workbook_bytes
from generator.words import Words


@dataclass(frozen=True, slots=True)
class Bundle:
    """`words` are those of the site, then those of the other language."""

    name: str
    title: str
    agency: str
    sources: Sequence[Source]
    words: tuple[Words, Words]

    def workbook(self) -> Recipe:
        return Recipe(lambda: self._key("xlsx"), lambda: workbook_bytes(self.title, self._sheets()))

    def package(self) -> Recipe:
        return Recipe(lambda: self._key("package"), lambda: self._package().encode("utf-8"))

    def archive(self, others: Mapping[str, str]) -> Recipe:
        """The CSV and JSON files of all tables, what describes them, and other files."""
        return Recipe(lambda: self._key("zip", others), lambda: zip_bytes(self._files(others)))

    def _key(self, form: str, *others: object) -> str:
        keys = [source.key for source in self.sources]
        return recipe_key(form, self.name, self.title, self.agency, keys, *others)

    def _sheets(self) -> list[Sheet]:
        return [_sheet(source.table, self.words[0]) for source in self.sources]

    def _package(self) -> str:
        tables = [source.table for source in self.sources]
        return package_text(self.name, self.title, self.agency, tables, self.words)

    def _files(self, others: Mapping[str, str]) -> dict[str, bytes]:
        texts = {NAME: self._package()}
        for source in self.sources:
            texts[f"{source.set.file}.csv"] = table_csv(source.table)
            texts[f"{source.set.file}.json"] = json_text(source.table)
        texts.update(others)
        return {name: text.encode("utf-8") for name, text in texts.items()}


def table_csv(table: DataTable) -> str:
    return csv_text([field.name for field in table.fields], table.rows)


def _sheet(table: DataTable, t: Words) -> Sheet:
    columns = tuple(SheetColumn(field.title, field.kind) for field in table.fields)
    return Sheet(set_title(table.set, t), columns, table.rows, table.total)
