"""A table as CSV that spreadsheets open in Thai, and in which no text is a formula."""

from __future__ import annotations

import csv
import io

from generator.blocks import Table, Value

BYTE_ORDER_MARK = "\ufeff"  # Excel takes a file without it for the code page of the machine
# A cell that begins so is reckoned by some spreadsheet; some pass over space before it.
BEGINS_A_FORMULA = tuple("=+-@\uff1d\uff0b\uff0d\uff20")


def csv_bytes(table: Table) -> bytes:
    """All cells quoted, so that a comma, a semicolon or a line break stays inside its cell."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow([harmless(column.title) for column in table.columns])
    writer.writerows([harmless(cell) for cell in row.cells] for row in table.rows)
    return (BYTE_ORDER_MARK + out.getvalue()).encode("utf-8")


def harmless(value: Value) -> str | int:
    """Text that would be reckoned, behind the apostrophe that makes it text."""
    if isinstance(value, int):
        return value
    text = "" if value is None else str(value)
    return f"'{text}" if text.lstrip().startswith(BEGINS_A_FORMULA) else text
