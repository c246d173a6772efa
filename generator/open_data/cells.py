"""What a program reads in place of what a page shows: a number, a day, a year, or plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from generator.blocks import Badge, Kind, Link, Listing, Prose, Value

Cell = str | int | Decimal | date | None
NUMBERS = frozenset({Kind.SCORE, Kind.NUMBER, Kind.CHANGE})
YEAR = re.compile(r"\d{4}")


def cell(value: Value, kind: Kind) -> Cell:
    """A value as its column types it; words in a column of numbers are no value."""
    if kind in NUMBERS:
        return value if isinstance(value, (Decimal, int)) else None
    if kind is Kind.DATE:
        return value if isinstance(value, date) else None
    text = plain(value)
    if kind is Kind.YEAR:
        digits = YEAR.search(text)
        return int(digits[0]) if digits else None
    return text or None


def plain(value: Value) -> str:
    """The words of a value; several stand on lines of their own."""
    if value is None:
        return ""
    if isinstance(value, Listing):
        return "\n".join(filter(None, map(plain, value.items)))
    return value.text if isinstance(value, (Link, Badge, Prose)) else str(value)


def links(value: Value) -> Iterator[Link]:
    if isinstance(value, Link):
        yield value
    elif isinstance(value, Listing):
        for item in value.items:
            yield from links(item)
