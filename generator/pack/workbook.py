"""A table as a sheet of an XLSX workbook: text stays text, numbers are numbers."""

from __future__ import annotations

import io
from datetime import datetime

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from generator.blocks import Column, Table

# The clock must not show: the oldest day that the format can hold.
CREATED = datetime(1980, 1, 1)  # noqa: DTZ001
LOOK = {"font_name": "Tahoma", "font_size": 10, "valign": "top", "text_wrap": True, "border": 1}
AS_TEXT = "@"  # so that a cell is not reckoned after somebody edits it either
WIDTHS = {"number": 6, "code": 7, "name": 40, "answer": 9, "state": 16, "count": 9}
WIDE = 60
FROZEN_COLUMNS = 2


def workbook_bytes(table: Table, sheet: str) -> bytes:
    """One sheet whose head and first columns stay in sight."""
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"title": table.caption, "created": CREATED})
        _fill(book.add_worksheet(sheet), table, *_formats(book))
    return out.getvalue()


def _formats(book: Workbook) -> tuple[Format, Format, Format]:
    head = book.add_format({**LOOK, "bold": True, "bg_color": "#E8EEF4"})
    return head, book.add_format({**LOOK, "num_format": AS_TEXT}), book.add_format(LOOK)


def _fill(sheet: Worksheet, table: Table, head: Format, text: Format, number: Format) -> None:
    for index, column in enumerate(table.columns):
        sheet.set_column(index, index, _width(column))
        sheet.write_string(0, index, column.title, head)
    for line, row in enumerate(table.rows, 1):
        for index, cell in enumerate(row.cells):
            if isinstance(cell, int):
                sheet.write_number(line, index, cell, number)
            elif cell is None:
                sheet.write_blank(line, index, None, text)
            else:
                sheet.write_string(line, index, str(cell), text)
    sheet.freeze_panes(1, FROZEN_COLUMNS)


def _width(column: Column) -> int:
    return WIDTHS.get(column.key, WIDE)
