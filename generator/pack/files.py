"""The files of a pack: a workbook, CSV, and a page to print or to copy from."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pack.answers import Pack
from generator.pack.csv_file import csv_bytes
from generator.pack.page import page_bytes
from generator.pack.table import pack_table
from generator.pack.workbook import workbook_bytes
from generator.words import Words


def pack_files(pack: Pack, t: Words) -> Iterator[tuple[str, bytes]]:
    """Each form under its file name; the same answers give the same bytes."""
    table = pack_table(pack, t)
    yield f"oit-{pack.year}.xlsx", workbook_bytes(table, t("pack.sheet", year=pack.year))
    yield f"oit-{pack.year}.csv", csv_bytes(table)
    yield f"oit-{pack.year}.html", page_bytes(pack, t)
