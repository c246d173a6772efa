"""The files of a pack: a workbook, CSV, and a page to print or to copy from."""

from __future__ import annotations

from collections.abc import Iterator

from generator.open_data.cells import cell
from generator.open_data.csv_file import csv_text
from generator.open_data.workbook import Sheet, SheetColumn, workbook_bytes
from generator.pack.answers import Pack
from generator.pack.page import page_bytes
from generator.pack.table import pack_table
from generator.words import Words

FROZEN_COLUMNS = 2  # the number and the code of the item


def pack_files(pack: Pack, t: Words) -> Iterator[tuple[str, bytes]]:
    """Each form under its file name; the same answers give the same bytes."""
    table = pack_table(pack, t)
    columns = tuple(SheetColumn(column.title, column.kind) for column in table.columns)
    rows = tuple(
        tuple(
            cell(value, column.kind) for value, column in zip(row.cells, table.columns, strict=True)
        )
        for row in table.rows
    )
    sheet = Sheet(t("pack.sheet", year=pack.year), columns, rows, frozen_columns=FROZEN_COLUMNS)
    yield f"oit-{pack.year}.xlsx", workbook_bytes(table.caption, [sheet])
    text = csv_text([column.title for column in table.columns], rows)
    yield f"oit-{pack.year}.csv", text.encode("utf-8")
    yield f"oit-{pack.year}.html", page_bytes(pack, t)
