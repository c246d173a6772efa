"""The blocks of a page taken down in order, for outputs that lay a document out as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.blocks import Link, Prose, Table, Value
from generator.charts import Chart, draw_chart
from generator.dates import day_text
from generator.thai import Numerals
from generator.words import Language


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph that is a single value; `strong` where it stands over what follows."""

    value: Value
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    values: tuple[Value, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Pairs:
    """Names with their values."""

    pairs: tuple[tuple[Value, Value], ...]


@dataclass(frozen=True, slots=True)
class Note:
    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing as SVG, with its caption and with what it shows in words."""

    svg: str
    caption: str
    description: str


Block = Heading | Line | Items | Pairs | Note | Figure | Table


class Outline:
    """Has the methods that page templates call; says nothing itself, but remembers."""

    def __init__(self, numerals: Numerals, language: Language = Language.THAI) -> None:
        self.numerals = numerals
        self.language = language
        self.blocks: list[Block] = []

    def heading(self, text: str, level: int = 2, anchor: str = "", hook: str = "") -> str:  # noqa: ARG002
        return self._take(Heading(text, level))

    def text(self, text: str) -> str:
        return self._take(Line(text))

    def strong(self, text: str) -> str:
        return self._take(Line(text, strong=True))

    def link(self, link: Link) -> str:  # noqa: ARG002
        """The way to another page leads nowhere on paper."""
        return ""

    def prose(self, text: str | None) -> str:
        return self._take(Line(Prose(text))) if text else ""

    def date(self, day: date | None) -> str | None:
        return day_text(day, self.language) if day else None

    def bullets(self, items: list[Value] | tuple[Value, ...]) -> str:
        return self._take(Items(tuple(items))) if items else ""

    def prose_list(self, items: tuple[str, ...], *, ordered: bool = True) -> str:
        if len(items) == 1:
            return self.prose(items[0])
        listed = tuple(Prose(text) for text in items)
        return self._take(Items(listed, ordered)) if items else ""

    def bar(self, percent: int, label: str) -> str:  # noqa: ARG002
        """On paper the words beside a bar are enough."""
        return ""

    def note(self, text: str, kind: str = "note") -> str:  # noqa: ARG002
        return self._take(Note(text))

    def facts(self, pairs: list[tuple[str, Value]]) -> str:
        known = tuple((name, value) for name, value in pairs if value not in (None, ""))
        return self._take(Pairs(known)) if known else ""

    def table(self, table: Table) -> str:
        return self._take(table.without_empty_columns()) if table else ""

    def figure(self, chart: Chart) -> str:
        drawn = draw_chart(chart, self.numerals, self.language)
        return self._take(Figure(drawn, chart.title, chart.description))

    def _take(self, block: Block) -> str:
        self.blocks.append(block)
        return ""
