"""What a chart says, without saying how it is drawn; every word in it is ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from generator.blocks import Badge, Link


class Bar(NamedTuple):
    """One bar; without a value its `missing` words stand in its place."""

    label: str
    value: Decimal | None
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Scores of 0 to 100 against a pass line, where there is one."""

    bars: tuple[Bar, ...]
    line: Decimal | None
    line_says: str
    low_says: str


class Axis(NamedTuple):
    """One axis of a radar, known by its number."""

    label: str
    value: Decimal
    before: Decimal


@dataclass(frozen=True, slots=True)
class Radar:
    """The scores of a year over those of the year before, around a centre of `lowest`."""

    axes: tuple[Axis, ...]
    lowest: int
    line: Decimal | None
    now_says: str
    before_says: str
    line_says: str
    scale_says: str


class Point(NamedTuple):
    """One year of a trend; `parted` says why it cannot be compared with the one before it."""

    label: str
    value: Decimal | None
    level: Badge | None = None
    bands: tuple[Decimal, ...] = ()
    parted: str = ""
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Trend:
    """Totals over the years from `lowest` to 100, each before the level bands of its own year."""

    points: tuple[Point, ...]
    lowest: int
    bands_say: str


class Part(NamedTuple):
    """How many are in one state; `hollow` tells it from another state of the same tone."""

    state: Badge
    number: int
    hollow: bool = False


class ShareRow(NamedTuple):
    """One whole with its parts."""

    label: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Shares:
    """Wholes of parts: the first row is the sum, and the key to the others."""

    rows: tuple[ShareRow, ...]


Picture = Bars | Radar | Trend | Shares


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of a table: its title, every value in words, and the way to the table."""

    id: str
    title: str
    description: str
    picture: Picture
    table: Link
