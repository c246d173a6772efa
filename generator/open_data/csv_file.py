"""Rows as CSV that spreadsheets open in Thai, and in which no text is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from generator.escape import csv_cell
from generator.open_data.cells import Cell

BYTE_ORDER_MARK = "\ufeff"  # Excel takes a file without it for the code page of the machine


def csv_text(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """All cells quoted, so that a comma, a semicolon or a line break stays inside its cell."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow([csv_cell(name) for name in head])
    writer.writerows([_shown(value) for value in row] for row in rows)
    return BYTE_ORDER_MARK + out.getvalue()


def _shown(value: Cell) -> str:
    if isinstance(value, str):
        return csv_cell(value)
    return "" if value is None else str(value)
