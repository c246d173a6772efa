"""A table as JSON: its fields with their titles, and its rows by the names of the fields."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

from generator.open_data.cells import Cell
from generator.open_data.table import DataTable


def json_text(table: DataTable) -> str:
    names = [field.name for field in table.fields]
    content = {
        "name": table.set.name,
        "title": table.title,
        "fiscal_year": table.year,
        "fields": [
            {"name": field.name, "title": field.title, "type": field.type} for field in table.fields
        ],
        "rows": [dict(zip(names, map(_plain, row), strict=True)) for row in table.rows],
        "total": dict(zip(names, map(_plain, table.total), strict=True)) if table.total else None,
    }
    return json.dumps(content, ensure_ascii=False, allow_nan=False) + "\n"


def _plain(value: Cell) -> str | int | float | None:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else value
