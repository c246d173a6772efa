"""How each block looks in a DOCX: WordprocessingML whose looks are all in named styles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from generator import prose
from generator.blocks import Badge, Column, Kind, Link, Listing, Prose, Row, Table, Value, texts
from generator.dates import day_text
from generator.escape import attribute, word_xml
from generator.render.link_address import link_address
from generator.render.markdown import NOTHING, number
from generator.render.outline import Block, Figure, Heading, Items, Line, Note, Pairs
from generator.render.paper import column_shares, is_tall
from generator.thai import Numerals, show_digits
from generator.words import Language

# Twips: what lies between the margins of the two kinds of page.
PORTRAIT_WIDTH, LANDSCAPE_WIDTH = 9072, 14288
INDENT, INDENT_IN_CELLS = 425, 255
BULLET_LIST, FIRST_NUMBERED_LIST = 2, 3
RIGHT = frozenset({Kind.SCORE, Kind.NUMBER, Kind.CHANGE})
WHOLE = "<w:trPr><w:cantSplit/></w:trPr>"
BOLD = "<w:rPr><w:b/><w:bCs/></w:rPr>"


@dataclass(slots=True)
class WordBlocks:
    """Writes blocks; counts the headings, tables, figures and numbered lists that it has written.

    `draw` makes a picture of a figure, or nothing.
    """

    numerals: Numerals
    page_numerals: Numerals
    site_url: str | None
    table_word: str
    figure_word: str
    draw: Callable[[Figure], str]
    language: Language = Language.THAI
    headings: list[Heading] = field(default_factory=list)
    tables: list[str] = field(default_factory=list)
    figures: int = 0
    numbered_lists: int = 0

    def block(self, block: Block, width: int) -> str:
        match block:
            case Heading(text, level):
                return self.heading(text, level)
            case Line(value, strong):
                return "".join(self._paragraphs(value, "Lead" if strong else "Normal"))
            case Items(values, ordered):
                return "".join(self._list(values, ordered=ordered))
            case Pairs(pairs):
                return "".join(self._pair(one, other) for one, other in pairs)
            case Note(text):
                return paragraph("Note", self.run(text))
            case Figure():
                return self._figure(block)
            case Table():
                return self.table(block, width)

    def words(self, text: str) -> str:
        return word_xml(show_digits(text, self.numerals))

    def run(self, text: str, *, bold: bool = False) -> str:
        return run(self.words(text), bold=bold)

    def heading(self, text: str, level: int) -> str:
        self.headings.append(Heading(text, level))
        mark = len(self.headings)
        return paragraph(f"Heading{level}", marked(self.run(text), mark))

    def table(self, table: Table, width: int) -> str:
        """A caption with its number, a head that repeats, and rows that stay in one piece."""
        self.tables.append(table.caption)
        shares = column_shares(table)
        widths = [share * width // sum(shares) for share in shares]
        grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
        head = "".join(
            self._head(column, each) for column, each in zip(table.columns, widths, strict=True)
        )
        rows = "".join(self._row(row, table, widths) for row in table.rows)
        foot = self._row(table.total, table, widths, bold=True) if table.total else ""
        caption = self._caption(self.table_word, "Table", len(self.tables), table.caption)
        return (
            f"{caption}<w:tbl><w:tblPr>"
            f'<w:tblStyle w:val="ReportTable"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:noVBand="1"/>'
            f'<w:tblCaption w:val="{attribute(show_digits(table.caption, self.numerals))}"/>'
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
            f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>{rows}{foot}</w:tbl>"
            f"{paragraph('Gap', '')}"
        )

    def inline(self, value: Value) -> str:
        """The words of a value on one line."""
        if isinstance(value, str):
            return self.run(value)
        if isinstance(value, Link):
            return self._link(value)
        if isinstance(value, date):
            return self.run(day_text(value, self.language))
        if isinstance(value, (Decimal, int)):
            return self.run(show_digits(number(value), self.numerals))
        return self.run(", ".join(texts(value)) or NOTHING)

    def _figure(self, figure: Figure) -> str:
        """Its numbered caption over the picture; where none can be drawn, over what it shows."""
        self.figures += 1
        caption = self._caption(self.figure_word, "Figure", self.figures, figure.caption)
        if picture := self.draw(figure):
            return caption + paragraph("Normal", picture)
        return caption + paragraph("Note", self.run(figure.description))

    def _caption(self, word: str, sequence: str, count: int, caption: str) -> str:
        thai = self.page_numerals is Numerals.THAI
        shown = show_digits(str(count), self.page_numerals)
        switch = "THAIARABIC" if thai else "ARABIC"
        # The name of the sequence need not be the word that stands before the number.
        counted = field_run(f" SEQ {sequence} \\* {switch} ", shown)
        return paragraph("Caption", f"{self.run(f'{word} ')}{counted}{self.run(f' {caption}')}")

    def _head(self, column: Column, width: int) -> str:
        style = "TableHeadRight" if column.kind in RIGHT else "TableHead"
        return cell(paragraph(style, self.run(column.title)), width)

    def _row(self, row: Row, table: Table, widths: list[int], *, bold: bool = False) -> str:
        if row.group:
            text = paragraph("TableGroup", self.inline(row.cells[0]))
            return f"<w:tr>{WHOLE}{cell(text, sum(widths), len(widths))}</w:tr>"
        cells = "".join(
            cell("".join(self._cell(value, column.kind, bold=bold)), width)
            for value, column, width in zip(row.cells, table.columns, widths, strict=True)
        )
        return f"<w:tr>{'' if is_tall(row, table) else WHOLE}{cells}</w:tr>"

    def _cell(self, value: Value, kind: Kind, *, bold: bool) -> Iterator[str]:
        style = "TableTextRight" if kind in RIGHT else "TableText"
        if isinstance(value, (Decimal, int)):
            shown = show_digits(number(value, kind), self.numerals)
            yield paragraph(style, run(shown, bold=bold))
        elif isinstance(value, str) and bold:
            yield paragraph(style, self.run(value, bold=True))
        else:
            yield from self._paragraphs(value, style)

    def _paragraphs(self, value: Value, style: str) -> Iterator[str]:
        match value:
            case Prose(text):
                for block in prose.parse_prose(text):
                    yield from self._prose(block, style)
            case Listing(items, ordered) if len(items) > 1:
                yield from self._list(items, ordered=ordered, style=style)
            case Listing(items) if items:
                yield from self._paragraphs(items[0], style)
            case Badge(text):
                yield paragraph(style, self.run(text))
            case _:
                yield paragraph(style, self.inline(value))

    def _list(
        self, values: Iterable[Value], *, ordered: bool, style: str = "Normal"
    ) -> Iterator[str]:
        """A real list; each numbered one begins anew, and only an entry's first line is marked."""
        mark = BULLET_LIST
        if ordered:
            mark = FIRST_NUMBERED_LIST + self.numbered_lists
            self.numbered_lists += 1
        for value in values:
            for index, text in enumerate(self._paragraphs(value, style)):
                yield text if index else listed(text, mark, style)

    def _prose(self, block: prose.Block, style: str, depth: int = 0) -> Iterator[str]:
        if isinstance(block, prose.Paragraph):
            yield paragraph(style, self.run(block.text))
            return
        for item in block.items:
            if item.label:
                text = f"{self.run(item.label)}<w:r><w:tab/></w:r>{self.run(item.text)}"
                yield hanging(paragraph(style, text), style, depth)
            else:
                yield listed(paragraph(style, self.run(item.text)), BULLET_LIST, style, depth)
            for child in item.children:
                yield from self._prose(child, style, depth + 1)

    def _pair(self, one: Value, other: Value) -> str:
        name = self.run(f"{' '.join(texts(one))}  ", bold=True)
        return paragraph("Facts", f"{name}{self.inline(other)}")

    def _link(self, link: Link) -> str:
        address = link_address(link, self.site_url)
        return hyperlink(address, self.words(link.text)) if address else self.run(link.text)


def run(xml: str, *, bold: bool = False) -> str:
    """A stretch of text that is escaped already."""
    return f'<w:r>{BOLD if bold else ""}<w:t xml:space="preserve">{xml}</w:t></w:r>'


def paragraph(style: str, inside: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}</w:p>'


def marked(inside: str, mark: int) -> str:
    """A place that the contents lead to."""
    start = f'<w:bookmarkStart w:id="{mark}" w:name="{mark_name(mark)}"/>'
    return f'{start}{inside}<w:bookmarkEnd w:id="{mark}"/>'


def mark_name(mark: int) -> str:
    return f"_Toc{mark:06}"


def listed(paragraph_xml: str, mark: int, style: str, depth: int = 0) -> str:
    """A paragraph as an entry of a list."""
    numbering = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{mark}"/></w:numPr>'
    return paragraph_xml.replace("</w:pPr>", f"{numbering}{_indent(style, depth)}</w:pPr>", 1)


def hanging(paragraph_xml: str, style: str, depth: int) -> str:
    """A paragraph whose first words stand out to the left, as a label does."""
    return paragraph_xml.replace("</w:pPr>", f"{_indent(style, depth)}</w:pPr>", 1)


def _indent(style: str, depth: int) -> str:
    """Where the text of a list entry begins; cells have less room."""
    step = INDENT if style == "Normal" else INDENT_IN_CELLS
    left = step * (depth + 1)
    tab = f'<w:tabs><w:tab w:val="left" w:pos="{left}"/></w:tabs>'
    return f'{tab}<w:ind w:left="{left}" w:hanging="{step}"/>'


def cell(inside: str, width: int, span: int = 1) -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}</w:tcPr>{inside}</w:tc>'


def field_run(instruction: str, shown: str) -> str:
    """A field with what it showed last."""
    return f'<w:fldSimple w:instr="{attribute(instruction)}">{run(word_xml(shown))}</w:fldSimple>'


def hyperlink(address: str, xml: str) -> str:
    instruction = attribute(f' HYPERLINK "{address}" ')
    text = f'<w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t>{xml}</w:t></w:r>'
    return f'<w:fldSimple w:instr="{instruction}">{text}</w:fldSimple>'
