"""What can stand in a table cell or on a page, said without saying how any output shows it.

Pages hold these by the hundred thousand, so the small ones are named tuples: the cheapest record.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a column holds, which decides how it is aligned, typed and exported."""

    TEXT = "text"
    SCORE = "score"
    NUMBER = "number"
    CHANGE = "change"
    DATE = "date"
    YEAR = "year"
    CODE = "code"


class Tone(StrEnum):
    """How a word is meant: never shown by colour alone."""

    GOOD = "good"
    FAIR = "fair"
    BAD = "bad"
    PLAIN = "plain"


# Marks for machines: `(("state", "published"),)` becomes `data-oit-state="published"`.
Hooks = tuple[tuple[str, str], ...]


class Link(NamedTuple):
    """A link to a page of this site (with an anchor), to a file of it, or elsewhere."""

    text: str
    page: str | None = None
    anchor: str = ""
    file: str | None = None
    url: str | None = None
    hooks: Hooks = ()


class Badge(NamedTuple):
    """A word for a state or a level; its tone adds a shape and a colour."""

    text: str
    tone: Tone = Tone.PLAIN
    hooks: Hooks = ()


class Prose(NamedTuple):
    """Text as the agency typed it: paragraphs and lists."""

    text: str


class Listing(NamedTuple):
    """Several values in one cell; `ordered` means something by it, `short` ones share a line."""

    items: tuple[Value, ...]
    ordered: bool = False
    short: bool = False


Value = str | Decimal | int | date | None | Link | Badge | Prose | Listing


class Column(NamedTuple):
    """`key` is its English snake_case name, `title` its heading."""

    key: str
    title: str
    kind: Kind = Kind.TEXT
    header: bool = False


class Row(NamedTuple):
    """One row; a `group` row is a heading over the rows that follow."""

    cells: tuple[Value, ...]
    anchor: str = ""
    group: bool = False
    hooks: Hooks = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One table: the page's, its CSV, its sheet and its chart.

    `subject` tells apart tables that several pages have alike: the item, the measure, the year.
    """

    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: Row | None = None
    subject: str = ""

    def __bool__(self) -> bool:
        return any(not row.group for row in self.rows)

    def without_empty_columns(self) -> Table:
        """The same table less the columns in which no row has anything."""
        rows = [
            *(row for row in self.rows if not row.group),
            *((self.total,) if self.total else ()),
        ]
        kept = [
            index
            for index, column in enumerate(self.columns)
            if column.header or any(not is_empty(row.cells[index]) for row in rows)
        ]
        if len(kept) == len(self.columns):
            return self
        return replace(
            self,
            columns=tuple(self.columns[index] for index in kept),
            rows=tuple(_narrowed(row, kept) for row in self.rows),
            total=_narrowed(self.total, kept) if self.total else None,
        )


def _narrowed(row: Row, kept: list[int]) -> Row:
    if row.group:
        return row
    return Row(tuple(row.cells[index] for index in kept), row.anchor, row.group, row.hooks)


def is_empty(value: Value) -> bool:
    if isinstance(value, Listing):
        return not any(not is_empty(item) for item in value.items)
    return value is None or value == ""


def texts(value: Value) -> Iterator[str]:
    """The words of a value, for search and for plain text."""
    if isinstance(value, Listing):
        for item in value.items:
            yield from texts(item)
    elif isinstance(value, (Link, Badge, Prose)):
        yield value.text
    elif value is not None:
        yield str(value)
