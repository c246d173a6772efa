"""A typed block of text as paragraphs and lists, as its writer laid it out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BULLET = re.compile(r"([-•*])\s+(?=\S)")
_NUMBER = re.compile(r"(\([0-9๐-๙]{1,2}\)|[0-9๐-๙]{1,2}\)|[0-9๐-๙]{1,2}\.(?![0-9๐-๙]))\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list; the label of a numbered one is kept as typed."""

    label: str
    text: str
    children: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    items: tuple[Item, ...]


Block = Paragraph | Bullets | Numbered


@dataclass(slots=True)
class _Entry:
    """A paragraph or list item being read, with how far it was indented."""

    indent: int
    mark: str
    label: str
    lines: list[str]

    @property
    def text(self) -> str:
        return " ".join(self.lines)


def parse_prose(text: str) -> tuple[Block, ...]:
    """Blank lines part paragraphs; lines that begin with a mark or a number are list items."""
    return tuple(_blocks(list(_entries(text))))


def _entries(text: str) -> Iterator[_Entry]:
    current: _Entry | None = None
    for line in text.split("\n"):
        stripped = line.strip()
        indent = len(line) - len(line.lstrip())
        entry = _started(stripped, indent)
        if not stripped or entry is not None:
            if current is not None:
                yield current
            current = entry
        elif current is None:
            current = _Entry(indent, "", "", [stripped])
        else:
            current.lines.append(stripped)
    if current is not None:
        yield current


def _started(line: str, indent: int) -> _Entry | None:
    if match := _BULLET.match(line):
        return _Entry(indent, "-", "", [line[match.end() :]])
    if match := _NUMBER.match(line):
        return _Entry(indent, "1", match[1], [line[match.end() :]])
    return None


def _blocks(entries: list[_Entry]) -> Iterator[Block]:
    index = 0
    while index < len(entries):
        entry = entries[index]
        if not entry.mark:
            yield Paragraph(entry.text)
            index += 1
            continue
        items: list[Item] = []
        while index < len(entries) and _continues(entries[index], entry):
            first = entries[index]
            index += 1
            below = index
            while (
                index < len(entries)
                and entries[index].mark
                and entries[index].indent > entry.indent
            ):
                index += 1
            children = tuple(_blocks(entries[below:index]))
            items.append(Item(first.label, first.text, children))
        yield Bullets(tuple(items)) if entry.mark == "-" else Numbered(tuple(items))


def _continues(entry: _Entry, first: _Entry) -> bool:
    return entry.mark == first.mark and entry.indent <= first.indent


def plain(blocks: tuple[Block, ...]) -> str:
    """The words alone."""
    return " ".join(_words(blocks))


def _words(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
            continue
        for item in block.items:
            if item.label:
                yield item.label
            yield item.text
            yield from _words(item.children)
