"""A set of one year as typed rows under named fields: what each of its files holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.blocks import Column, Kind, Row, Table, Value
from generator.open_data.addresses import Addresses
from generator.open_data.cells import Cell, cell, links
from generator.open_data.sets import Found, TableSet
from generator.words import Words

FISCAL_YEAR = "fiscal_year"
GROUP = "group"
URL = "_url"


class FieldType(StrEnum):
    """What stands in a field, in the words of the Table Schema standard."""

    STRING = "string"
    NUMBER = "number"
    INTEGER = "integer"
    DATE = "date"


TYPES = {
    Kind.TEXT: FieldType.STRING,
    Kind.SCORE: FieldType.NUMBER,
    Kind.NUMBER: FieldType.NUMBER,
    Kind.CHANGE: FieldType.NUMBER,
    Kind.DATE: FieldType.DATE,
    Kind.YEAR: FieldType.INTEGER,
    Kind.CODE: FieldType.STRING,
}


@dataclass(frozen=True, slots=True)
class DataField:
    """One field: its name in files, its title in the language of the page, what it holds."""

    name: str
    title: str
    type: FieldType
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class DataTable:
    """All rows of a set, of one year or, with no year, of the site or of all years."""

    set: TableSet
    year: int | None
    title: str
    page: str
    fields: tuple[DataField, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] | None = None


def fields_of(entry: TableSet, columns: tuple[Column, ...], t: Words) -> tuple[DataField, ...]:
    """The year, what tells tables apart, the heading over a row; then the columns of the page."""
    leads = (FISCAL_YEAR if entry.yearly else "", entry.key, GROUP if entry.parted else "")
    return (
        *(_lead(name, t) for name in leads if name),
        *(field for column in columns for field in _column_fields(entry, column, t)),
    )


def _lead(name: str, t: Words) -> DataField:
    is_year = name == FISCAL_YEAR
    kind = Kind.YEAR if is_year else Kind.TEXT
    return DataField(name, t(f"open_data.lead.{name}"), TYPES[kind], kind)


def _column_fields(entry: TableSet, column: Column, t: Words) -> Iterator[DataField]:
    yield DataField(column.key, column.title, TYPES[column.kind], column.kind)
    if column.key in entry.linked:
        title = t("open_data.lead.url", title=column.title)
        yield DataField(f"{column.key}{URL}", title, FieldType.STRING)


def make_table(found: Found, addresses: Addresses, t: Words) -> DataTable:
    page, first = found.tables[0]
    rows = (row for _, table in found.tables for row in _rows(found, table, addresses))
    alone = len(found.tables) == 1 and not found.set.key
    total = _cells(found.set, first, first.total, addresses) if alone and first.total else None
    leads = (found.year,) if found.set.yearly else ()
    return DataTable(
        set=found.set,
        year=found.year,
        title=first.caption if alone else t(f"open_data.set.{found.set.name}"),
        page=page.address if alone or page.kind != "oit_item" else f"{found.year}/oit",
        fields=fields_of(found.set, first.columns, t),
        rows=tuple(rows),
        total=(*leads, *((None,) if found.set.parted else ()), *total) if total else None,
    )


def _rows(found: Found, table: Table, addresses: Addresses) -> Iterator[tuple[Cell, ...]]:
    """The rows without their headings, which become a field of the rows below them."""
    leads: list[Cell] = [found.year] if found.set.yearly else []
    if found.set.key:
        is_year = found.set.key == FISCAL_YEAR
        leads.append(int(table.subject) if is_year else table.subject)
    headings: list[Cell] = []
    above = False
    for row in table.rows:
        if row.group:
            headings = [*(headings if above else []), cell(row.cells[0], Kind.TEXT)]
        else:
            heading = [" / ".join(map(str, headings)) or None] if found.set.parted else []
            yield (*leads, *heading, *_cells(found.set, table, row, addresses))
        above = row.group


def _cells(entry: TableSet, table: Table, row: Row, addresses: Addresses) -> tuple[Cell, ...]:
    return tuple(_each(entry, table.columns, row.cells, addresses))


def _each(
    entry: TableSet, columns: tuple[Column, ...], values: tuple[Value, ...], addresses: Addresses
) -> Iterator[Cell]:
    for column, value in zip(columns, values, strict=True):
        yield cell(value, column.kind)
        if column.key in entry.linked:
            yield "\n".join(map(addresses.of_link, links(value))) or None


def joined(tables: list[DataTable], title: str) -> DataTable:
    """The tables of one set over all years as one."""
    rows = tuple(row for table in tables for row in table.rows)
    return replace(tables[0], year=None, title=title, rows=rows, total=None)
