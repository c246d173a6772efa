"""How each block looks in the Markdown that is handed to MkDocs; tables and figures are HTML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from generator.address import address_in, relative_document, relative_file, relative_url
from generator.blocks import Badge, Column, Hooks, Kind, Link, Listing, Prose, Row, Table, Value
from generator.charts import Chart, draw_chart
from generator.dates import day_text
from generator.escape import attribute, html, markdown, url
from generator.numerals import numerals_in
from generator.prose import Bullets, Item, Numbered, Paragraph, parse_prose
from generator.thai import Numerals, mark_lines, mark_thai, show_digits
from generator.words import Language

MOST_REMEMBERED = 4096
WORDS = frozenset({Kind.TEXT, Kind.YEAR, Kind.CODE})
MINUS = "\N{MINUS SIGN}"
NOTHING = "\N{EN DASH}"
BLANK = frozenset({"", NOTHING})
MARK = {Language.THAI: mark_lines, Language.ENGLISH: mark_thai}


@dataclass(frozen=True, slots=True)
class _Tags:
    """The head of a column, and what stands around each of its cells; `empty` before a blank."""

    kind: Kind
    head: str
    start: str
    end: str
    empty: str


class Downloads(NamedTuple):
    """What is said under a table, and each form of it: its short name, its long one, its file."""

    text: str
    files: tuple[tuple[str, str, str], ...]


NO_DOWNLOADS: Mapping[str, Downloads] = MappingProxyType({})


class MarkdownBlocks:
    """Writes the blocks of one page; every text passes through exactly one escape here."""

    def __init__(
        self,
        page: str,
        numerals: Numerals,
        downloads: Mapping[str, Downloads] = NO_DOWNLOADS,
        language: Language = Language.THAI,
    ) -> None:
        self.page = address_in(language, page)
        self.language = language
        self.numerals = numerals_in(language, numerals)
        self.downloads = downloads

    def heading(self, text: str, level: int = 2, anchor: str = "", hook: str = "") -> str:
        attributes = [f"#{anchor}"] if anchor else []
        if hook:
            attributes.append(f'data-oit="{attribute(hook)}"')
        suffix = f" {{: {' '.join(attributes)} }}" if attributes else ""
        return f"{'#' * level} {self._inline(text)}{suffix}"

    def card_heading(self, text: str, anchor: str) -> str:
        """The heading of a box, inside HTML."""
        return f'<h2 id="{attribute(anchor)}">{self._words(text)}</h2>'

    def text(self, text: str) -> str:
        """Words of ours or of the agency inside a line."""
        return self._inline(text)

    def plain(self, text: str) -> str:
        """Words inside HTML that a template writes itself."""
        return self._words(text)

    def date(self, day: date | None) -> str | None:
        return day_text(day, self.language) if day else None

    def to(self, text: str, page: str, anchor: str = "") -> Link:
        return Link(text, page, anchor)

    def file(self, text: str, path: str) -> Link:
        return Link(text, file=path)

    def away(self, text: str, address: str) -> Link:
        return Link(text, url=address)

    def strong(self, text: str) -> str:
        return f"**{self._inline(text)}**"

    def prose(self, text: str | None) -> str:
        """Text as typed, with its paragraphs and lists."""
        return f'<div class="prose">{self._prose(text)}</div>' if text else ""

    def link(self, link: Link) -> str:
        """A link inside a line of Markdown; pages are named by their files, as MkDocs wants."""
        if link.page is not None and not link.hooks:
            page = address_in(self.language, link.page)
            target = relative_document(self.page, page, link.anchor)
            return f"[{self._inline(link.text)}]({target})"
        return f'<a href="{markdown(self._href(link))}"{_marks(link)}>{self._inline(link.text)}</a>'

    def bullets(self, items: list[Value] | tuple[Value, ...]) -> str:
        inside = "".join(f"<li>{self.value(item)}</li>" for item in items)
        return f"<ul>{inside}</ul>" if items else ""

    def numbered(self, items: list[Value] | tuple[Value, ...]) -> str:
        inside = "".join(f"<li>{self.value(item)}</li>" for item in items)
        return f"<ol>{inside}</ol>" if items else ""

    def tree(self, entries: tuple[Value, ...]) -> str:
        """Links with what lies below each of them."""
        return f'<div class="tree">{self._branches(entries)}</div>'

    def _branches(self, entries: tuple[Value, ...]) -> str:
        inside: list[str] = []
        for entry in entries:
            if isinstance(entry, Listing):
                inside[-1] += self._branches(entry.items)
            else:
                inside.append(self.value(entry))
        return "<ul>" + "".join(f"<li>{branch}</li>" for branch in inside) + "</ul>"

    def pairs(self, pairs: list[tuple[Value, Value]]) -> str:
        """A list whose entries have two sides, such as a link and its state."""
        inside = "".join(
            f"<li>{self.value(one)} <span>{self.value(other)}</span></li>" for one, other in pairs
        )
        return f'<ul class="pairs">{inside}</ul>' if pairs else ""

    def prose_list(self, items: tuple[str, ...], *, ordered: bool = True) -> str:
        """Several texts: one stands alone, more become a list, numbered to be referred to."""
        if len(items) == 1:
            return self.prose(items[0])
        listed: list[Value] = [Prose(text) for text in items]
        return self.numbered(listed) if ordered else self.bullets(listed)

    def badge(self, badge: Badge) -> str:
        start = f'<span class="badge badge--{badge.tone}"{_hooks(badge.hooks)}>'
        return f"{start}{self._words(badge.text)}</span>"

    def bar(self, percent: int, label: str) -> str:
        """A share of a whole as a bar with its number; the words say the same."""
        name = attribute(self._shown(label))
        return (
            f'<p class="bar"><progress max="100" value="{percent}" aria-label="{name}">'
            f"{self._shown(str(percent))}%</progress></p>"
        )

    def note(self, text: str, kind: str = "note") -> str:
        return f'<p class="notice notice--{kind}">{self._words(text)}</p>'

    def facts(self, pairs: list[tuple[Value, Value]]) -> str:
        """A list of names with their values; pairs without a value are left out."""
        known = [(name, value) for name, value in pairs if value not in (None, "")]
        inside = "".join(
            f"<div><dt>{self.value(name)}</dt><dd>{self.value(value)}</dd></div>"
            for name, value in known
        )
        return f'<dl class="facts">{inside}</dl>' if known else ""

    def table(self, table: Table) -> str:
        """An HTML table with its caption and headers, or nothing where it has no rows."""
        if not table:
            return ""
        shown = table.without_empty_columns()
        wide = _width(shown.columns)
        tags = tuple(_tags(column, self.numerals, self.language) for column in shown.columns)
        head = "".join(column.head for column in tags)
        body = "\n".join(self._row(row, tags) for row in shown.rows)
        foot = f"<tfoot>{self._row(shown.total, tags)}</tfoot>\n" if shown.total else ""
        return (
            f'<table class="table{wide}" id="{attribute(table.id)}">'
            f"<caption>{self._words(table.caption)}</caption>\n"
            f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n{foot}</table>"
            f"{self._downloads(table.id)}"
        )

    def _downloads(self, table: str) -> str:
        if table not in self.downloads:
            return ""
        text, files = self.downloads[table]
        links = " ".join(
            f'<a href="{attribute(relative_file(self.page, path))}"'
            f' aria-label="{attribute(self._shown(title))}" download>{html(short)}</a>'
            for short, title, path in files
        )
        return f'\n<p class="downloads">{self._words(text)} {links}</p>'

    def foreign(self, texts: list[str], language: str) -> str:
        """Words in another language than that of the page, a paragraph each."""
        inside = "".join(f"<p>{self._words(text)}</p>" for text in texts)
        return f'<div lang="{attribute(language)}">{inside}</div>'

    def image(self, path: str, words: str) -> str:
        """A picture of this site, and what it says."""
        source = attribute(relative_file(self.page, path))
        return f'<p><img src="{source}" alt="{attribute(self._shown(words))}"></p>'

    def code(self, text: str, label: str) -> str:
        """Text to be copied letter by letter."""
        lines = "&#10;".join(html(line) for line in text.split("\n"))
        return (
            f'<pre class="copy" role="group" aria-label="{attribute(self._shown(label))}">'
            f"<code>{lines}</code></pre>"
        )

    def figure(self, chart: Chart) -> str:
        """A chart with its title and the way to the table that it draws."""
        return (
            f'<figure class="chart" id="{attribute(chart.id)}">'
            f"<figcaption>{self._words(chart.title)}</figcaption>\n"
            f"{draw_chart(chart, self.numerals, self.language)}\n"
            f"<p>{self._anchor(chart.table)}</p></figure>"
        )

    def value(self, value: Value, kind: Kind = Kind.TEXT) -> str:
        """A value as HTML inside a cell or a list."""
        if isinstance(value, str):
            return (
                _as_code(value)
                if kind is Kind.CODE
                else _as_html(value, self.numerals, self.language)
            )
        if value is None:
            return NOTHING
        if isinstance(value, date):
            return self._words(day_text(value, self.language))
        if isinstance(value, (Decimal, int)):
            return show_digits(number(value, kind), self.numerals)
        if isinstance(value, Link):
            return self._anchor(value)
        if isinstance(value, Badge):
            return self.badge(value)
        if isinstance(value, Prose):
            return self._prose(value.text)
        return self._listing(value)

    def _row(self, row: Row, tags: tuple[_Tags, ...]) -> str:
        marks = _row_marks(row) if row.anchor or row.hooks else ""
        if row.group:
            text = self.value(row.cells[0])
            span = len(tags)
            return (
                f'<tr class="group"{marks}><th scope="colgroup" colspan="{span}">{text}</th></tr>'
            )
        inside = ""
        for value, cell in zip(row.cells, tags, strict=True):
            text = self.value(value, cell.kind)
            inside += f"{cell.empty if text in BLANK else cell.start}{text}{cell.end}"
        return f"<tr{marks}>{inside}</tr>"

    def _listing(self, listing: Listing) -> str:
        if len(listing.items) == 1:
            return self.value(listing.items[0])
        tag = "ol" if listing.ordered else "ul"
        marks = ' class="short"' if listing.short else ""
        inside = "".join(f"<li>{self.value(item)}</li>" for item in listing.items)
        return f"<{tag}{marks}>{inside}</{tag}>" if inside else NOTHING

    def _anchor(self, link: Link) -> str:
        """A link inside HTML."""
        href = attribute(self._href(link))
        return f'<a href="{href}"{_marks(link)}>{self._words(link.text)}</a>'

    def _href(self, link: Link) -> str:
        if link.page is not None:
            return relative_url(self.page, address_in(self.language, link.page), link.anchor)
        if link.file is not None:
            return relative_file(self.page, link.file)
        return url(link.url or "")

    def _prose(self, text: str) -> str:
        return "".join(self._block(block) for block in parse_prose(text))

    def _block(self, block: Paragraph | Bullets | Numbered) -> str:
        if isinstance(block, Paragraph):
            return f"<p>{self._words(block.text)}</p>"
        inside = "".join(self._item(item) for item in block.items)
        if isinstance(block, Bullets):
            return f"<ul>{inside}</ul>"
        return f'<ol class="labelled">{inside}</ol>'

    def _item(self, item: Item) -> str:
        label = f'<span class="label">{self._words(item.label)}</span> ' if item.label else ""
        children = "".join(self._block(child) for child in item.children)
        return f"<li>{label}{self._words(item.text)}{children}</li>"

    def _inline(self, text: str) -> str:
        return _as_markdown(text, self.numerals, self.language)

    def _words(self, text: str) -> str:
        return _as_html(text, self.numerals, self.language)

    def _shown(self, text: str) -> str:
        return show_digits(text, self.numerals)


@lru_cache(maxsize=MOST_REMEMBERED)
def _as_html(text: str, numerals: Numerals, language: Language) -> str:
    """Headings, labels and states recur on every page; they are escaped and marked once."""
    return MARK[language](html(show_digits(text, numerals)))


@lru_cache(maxsize=MOST_REMEMBERED)
def _as_markdown(text: str, numerals: Numerals, language: Language) -> str:
    return MARK[language](markdown(show_digits(text, numerals)))


@lru_cache(maxsize=MOST_REMEMBERED)
def _tags(column: Column, numerals: Numerals, language: Language) -> _Tags:
    """The same few columns recur on every page."""
    tag, scope = ("th", ' scope="row"') if column.header else ("td", "")
    title, aligned = show_digits(column.title, numerals), _aligned(column.kind)
    start, end = f'<{tag}{scope} data-label="{attribute(title)}"{aligned}>', f"</{tag}>"
    return _Tags(
        column.kind,
        f'<th scope="col"{aligned}>{_as_html(column.title, numerals, language)}</th>',
        start,
        end,
        empty=start if column.header else '<td class="nothing">',
    )


def _width(columns: tuple[Column, ...]) -> str:
    """How much room a table needs.

    `cards` is too much for a phone, `wide` for an upright sheet, `many` for any screen.
    """
    texts_in_row = sum(column.kind in WORDS for column in columns)
    days = sum(column.kind is Kind.DATE for column in columns)
    cards = " table--cards" if len(columns) > 4 or texts_in_row + days > 2 else ""
    wide = " table--wide" if len(columns) > 6 or (len(columns) > 4 and texts_in_row > 3) else ""
    many = " table--many" if len(columns) > 6 and texts_in_row > 4 else ""
    return f"{cards}{wide}{many}"


def number(value: Decimal | int, kind: Kind = Kind.TEXT) -> str:
    """A number as it is printed: scores keep their two decimals, a change shows its sign."""
    if kind is Kind.CHANGE:
        sign = "+" if value > 0 else MINUS if value < 0 else ""
        return f"{sign}{abs(value):.2f}"
    if kind is Kind.NUMBER:
        return f"{value:,}"
    return str(value) if value >= 0 else f"{MINUS}{abs(value)}"


def _as_code(text: str) -> str:
    """Letters and digits exactly as they are, whatever numerals are shown."""
    return f"<code>{html(text)}</code>"


def _row_marks(row: Row) -> str:
    anchor = f' id="{attribute(row.anchor)}"' if row.anchor else ""
    return f"{anchor}{_hooks(row.hooks)}"


def _marks(link: Link) -> str:
    hooks = _hooks(link.hooks) if link.hooks else ""
    return f'{hooks} rel="noopener external"' if link.url else hooks


def _hooks(hooks: Hooks) -> str:
    return "".join(f' data-oit-{name}="{attribute(value)}"' for name, value in hooks)


def _aligned(kind: Kind) -> str:
    return "" if kind in WORDS else f' class="{kind}"'
