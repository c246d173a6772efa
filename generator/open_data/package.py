"""`datapackage.json`: the CSV files of a folder as a Frictionless Data Package."""

from __future__ import annotations

import json
from collections.abc import Sequence

from generator.open_data.table import FISCAL_YEAR, DataField, DataTable
from generator.open_data.words import meaning, set_title
from generator.words import Words

NAME = "datapackage.json"
DIALECT = {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "header": True}


def package_text(
    name: str, title: str, agency: str, tables: Sequence[DataTable], words: tuple[Words, Words]
) -> str:
    """The description of these tables, in the language of the site and in the other."""
    content = {
        "profile": "tabular-data-package",
        "name": name,
        "title": title,
        "contributors": [{"title": agency, "role": "publisher"}],
        "keywords": ["ITA", "OIT", "ป.ป.ช.", "NACC"],
        "resources": [_resource(table, words) for table in tables],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _resource(table: DataTable, words: tuple[Words, Words]) -> dict[str, object]:
    here, other = words
    return {
        "profile": "tabular-data-resource",
        "name": table.set.name.replace("_", "-"),
        "path": f"{table.set.file}.csv",
        "title": table.title,
        f"title_{other.language}": set_title(table.set, other),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": DIALECT,
        "schema": {
            "fields": [_field(table, field, here, other) for field in table.fields],
            "missingValues": [""],
        },
    }


def _field(table: DataTable, field: DataField, here: Words, other: Words) -> dict[str, object]:
    described: dict[str, object] = {
        "name": field.name,
        "type": field.type,
        "title": field.title,
        "description": meaning(table.set, field.name, here),
        f"description_{other.language}": meaning(table.set, field.name, other),
    }
    if field.name == FISCAL_YEAR:
        described["constraints"] = {"required": True}
    return described
