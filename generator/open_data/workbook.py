"""Rows as sheets of an XLSX workbook: text stays text, numbers are numbers, days are days."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from generator.blocks import Kind
from generator.escape import sheet_cell
from generator.open_data.cells import Cell

# The clock must not show: the oldest day that the format can hold.
CREATED = datetime(1980, 1, 1)  # noqa: DTZ001
LOOK = {"font_name": "Tahoma", "font_size": 10, "valign": "top", "text_wrap": True, "border": 1}
HEAD = {"bold": True, "bg_color": "#E8EEF4"}
AS_TEXT = "@"  # so that a cell is not reckoned after somebody edits it either
FORMATS = {
    Kind.TEXT: AS_TEXT,
    Kind.SCORE: "0.00",
    Kind.NUMBER: "#,##0.##",
    Kind.CHANGE: "+0.00;-0.00;0.00",
    Kind.DATE: "yyyy-mm-dd",
    Kind.YEAR: "0",
    Kind.CODE: AS_TEXT,
}
WHOLE = "#,##0"
A4 = 9
NARROWEST, WIDEST = 8, 60
MARKS_ABOVE = frozenset("ัิีึืฺุู็่้๊๋์ํ๎")


@dataclass(frozen=True, slots=True)
class SheetColumn:
    title: str
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, its head, its rows, and a last row in bold where there is a total."""

    name: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[Sequence[Cell], ...]
    total: Sequence[Cell] | None = None
    frozen_columns: int = 1


def workbook_bytes(title: str, sheets: Iterable[Sheet]) -> bytes:
    """Sheets whose heads and first columns stay in sight; the same rows give the same bytes."""
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"title": title, "created": CREATED})
        looks = _Looks(book)
        for sheet in sheets:
            _fill(book.add_worksheet(sheet.name), sheet, looks)
    return out.getvalue()


class _Looks:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.head = book.add_format({**LOOK, **HEAD})
        self.made: dict[tuple[str, bool], Format] = {}

    def of(self, kind: Kind, value: Cell, *, bold: bool) -> Format:
        is_whole = kind is Kind.NUMBER and value is not None and value == int(value)  # type: ignore[arg-type]
        key = (WHOLE if is_whole else FORMATS[kind], bold)
        if key not in self.made:
            self.made[key] = self.book.add_format({**LOOK, "num_format": key[0], "bold": bold})
        return self.made[key]


def _fill(place: Worksheet, sheet: Sheet, looks: _Looks) -> None:
    for index, column in enumerate(sheet.columns):
        place.set_column(index, index, _width(sheet, index))
        place.write_string(0, index, sheet_cell(column.title), looks.head)
    for number, row in enumerate(sheet.rows, 1):
        _write_row(place, number, row, sheet.columns, looks)
    if sheet.total:
        _write_row(place, len(sheet.rows) + 1, sheet.total, sheet.columns, looks, bold=True)
    place.freeze_panes(1, sheet.frozen_columns)
    place.repeat_rows(0)
    place.set_landscape()
    place.set_paper(A4)
    place.fit_to_pages(1, 0)


def _write_row(
    place: Worksheet,
    number: int,
    row: Sequence[Cell],
    columns: tuple[SheetColumn, ...],
    looks: _Looks,
    *,
    bold: bool = False,
) -> None:
    for index, (value, column) in enumerate(zip(row, columns, strict=True)):
        look = looks.of(column.kind, value, bold=bold)
        match value:
            case None:
                place.write_blank(number, index, None, look)
            case str():
                place.write_string(number, index, sheet_cell(value), look)
            case date():
                day = datetime(value.year, value.month, value.day)  # noqa: DTZ001
                place.write_datetime(number, index, day, look)
            case int() | Decimal():
                place.write_number(number, index, float(value), look)


def _width(sheet: Sheet, index: int) -> int:
    """Room for the longest line of a column, within bounds."""
    cells = (row[index] for row in sheet.rows)
    longest = max(
        (letters(line) for value in cells if value for line in str(value).split("\n")), default=0
    )
    title = letters(sheet.columns[index].title)
    return min(max(longest + 2, min(title + 2, WIDEST // 3), NARROWEST), WIDEST)


def letters(text: str) -> int:
    """How wide a text is: Thai vowels and tones above or below a letter take no room."""
    return sum(letter not in MARKS_ABOVE for letter in text)
