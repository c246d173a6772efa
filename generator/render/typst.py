"""How each block looks in typst: everything is code mode, where a text is a string and no more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from generator import prose
from generator.blocks import Badge, Kind, Link, Listing, Prose, Row, Table, Value
from generator.dates import day_text
from generator.escape import typst
from generator.render.link_address import link_address
from generator.render.markdown import NOTHING, number
from generator.render.outline import Block, Figure, Heading, Items, Line, Note, Pairs
from generator.render.paper import column_shares, is_tall
from generator.thai import Numerals, has_thai, show_digits, thai_runs
from generator.words import Language

ALIGNED = {Kind.SCORE: "right", Kind.NUMBER: "right", Kind.CHANGE: "right"}


class TypstBlocks:
    """Writes blocks as calls of the functions in `printed.typ`."""

    def __init__(
        self, numerals: Numerals, site_url: str | None, language: Language = Language.THAI
    ) -> None:
        self.numerals = numerals
        self.language = language
        self.site_url = site_url

    def block(self, block: Block) -> str:
        match block:
            case Heading():
                return call("heading", self.words(block.text), level=str(block.level))
            case Line(value, strong):
                return self.paragraph(value, strong=strong)
            case Items(values, ordered):
                return call("enum" if ordered else "list", *map(self.value, values))
            case Pairs(pairs):
                return call("facts", *(self._pair(one, other) for one, other in pairs))
            case Note(text):
                return call("note", self.words(text))
            case Figure():
                return self._figure(block)
            case Table():
                return self.table(block)

    def words(self, text: str) -> str:
        """A text as an expression; Thai is marked as such in a report in another language."""
        shown = show_digits(text, self.numerals)
        if self.language is Language.THAI or not has_thai(shown):
            return typst(shown)
        parts = ((typst(part), is_thai) for part, is_thai in thai_runs(shown))
        return joined(f'text(lang: "th", {part})' if is_thai else part for part, is_thai in parts)

    def string(self, text: str) -> str:
        """A text where there can be no marks."""
        return typst(show_digits(text, self.numerals))

    def paragraph(self, value: Value, *, strong: bool = False) -> str:
        if isinstance(value, Prose):
            return self.value(value)
        return call("lead" if strong else "par", self.value(value))

    def table(self, table: Table) -> str:
        widths = array(f"{share}fr" for share in column_shares(table))
        aligned = array(ALIGNED.get(column.kind, "left") for column in table.columns)
        head = array(self.words(column.title) for column in table.columns)
        kinds = [column.kind for column in table.columns]
        rows = [self._row(row, kinds, tall=is_tall(row, table)) for row in table.rows]
        foot = [self._total(table.total, kinds)] if table.total else []
        return call("data-table", self.words(table.caption), widths, aligned, head, *rows, *foot)

    def value(self, value: Value, kind: Kind = Kind.TEXT) -> str:
        """A value as one expression."""
        match value:
            case str():
                return self.words(value)
            case None:
                return typst(NOTHING)
            case date():
                return self.words(day_text(value, self.language))
            case Decimal() | int():
                return typst(show_digits(number(value, kind), self.numerals))
            case Link():
                return self._link(value)
            case Badge(text):
                return self.words(text)
            case Prose(text):
                return joined(self._prose(block) for block in prose.parse_prose(text))
            case Listing(items, ordered):
                return self._listing(items, ordered=ordered)

    def _listing(self, items: tuple[Value, ...], *, ordered: bool) -> str:
        if len(items) == 1:
            return self.value(items[0])
        inside = map(self.value, items)
        return call("enum" if ordered else "list", *inside) if items else typst(NOTHING)

    def _pair(self, one: Value, other: Value) -> str:
        return f"{self.value(one)}, {self.value(other)}"

    def _link(self, link: Link) -> str:
        address = link_address(link, self.site_url)
        text = self.words(link.text)
        return call("link", typst(address), text) if address else text

    def _row(self, row: Row, kinds: list[Kind], *, tall: bool) -> str:
        if row.group:
            return call("group", str(len(kinds)), self.value(row.cells[0]))
        cells = [self.value(*cell) for cell in zip(row.cells, kinds, strict=True)]
        return f"..{call('tall', *cells)}" if tall else ", ".join(cells)

    def _total(self, row: Row, kinds: list[Kind]) -> str:
        cells = zip(row.cells, kinds, strict=True)
        return ", ".join(call("total", self.value(value, kind)) for value, kind in cells)

    def _prose(self, block: prose.Block) -> str:
        match block:
            case prose.Paragraph(text):
                return call("par", self.words(text))
            case prose.Bullets(items):
                return call("list", *map(self._item, items))
            case prose.Numbered(items):
                labels = array(self.words(item.label) for item in items)
                return call("labelled", labels, *map(self._item, items))

    def _item(self, item: prose.Item) -> str:
        return joined([self.words(item.text), *map(self._prose, item.children)])

    def _figure(self, figure: Figure) -> str:
        words = (self.words(figure.caption), self.string(figure.description))
        return call("drawing", typst(in_own_weights(figure.svg)), *words)


def in_own_weights(svg: str) -> str:
    """Letters of a drawing in weights of their own, which are fonts of their own in the PDF.

    A drawing is set with the marks that the text must do without (see the preamble); a font that
    both use is read with its marks doubled.
    """
    # The reader of drawings sets the letter am twice unless it is given in its two parts.
    apart = svg.replace(
        "\N{THAI CHARACTER SARA AM}", "\N{THAI CHARACTER NIKHAHIT}\N{THAI CHARACTER SARA AA}"
    )
    heavier = apart.replace('font-weight="700"', 'font-weight="600"')
    return heavier.replace("<svg ", '<svg font-weight="500" ', 1)


def call(name: str, *positional: str, **named: str) -> str:
    """A call of a function, its arguments being expressions already."""
    pairs = (f"{key}: {value}" for key, value in named.items())
    return f"{name}({', '.join((*pairs, *positional))})"


def array(items: Iterable[str]) -> str:
    """Typst takes `(a)` for `a`, so each entry has its comma."""
    return f"({''.join(f'{item},' for item in items)})"


def joined(expressions: Iterable[str]) -> str:
    """Expressions one after the other as one."""
    inside = "\n".join(expressions)
    return f"{{\n{inside}\n}}"
