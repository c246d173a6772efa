"""A typed block of text as paragraphs and lists, as its writer laid it out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

DEEPEST = 3
_BULLET = re.compile(r"(?:[-*]\s+|•\s*)(?=\S)")
_DIGITS = "[0-9๐-๙]"
# `85.10 คะแนน`, `50.- บาท` and `50.– บาท` are amounts, not entries of a list.
_NUMBER = re.compile(
    rf"(\({_DIGITS}{{1,2}}\)|{_DIGITS}{{1,2}}(?:\)|\.(?!{_DIGITS}|[-–])))\s*(?=\S)"
)


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
    whole = text.strip()
    if whole and "\n" not in whole and _started(whole, 0) is None:
        return (Paragraph(whole),)
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


def _blocks(entries: list[_Entry], depth: int = 1) -> Iterator[Block]:
    index = 0
    while index < len(entries):
        first = entries[index]
        if not first.mark:
            yield Paragraph(first.text)
            index += 1
            continue
        items: list[Item] = []
        while index < len(entries) and entries[index].mark == first.mark:
            below = _end_of_children(entries, index + 1, first.indent, depth)
            children = tuple(_blocks(entries[index + 1 : below], depth + 1))
            items.append(Item(entries[index].label, entries[index].text, children))
            index = below
        yield Bullets(tuple(items)) if first.mark == "-" else Numbered(tuple(items))


def _end_of_children(entries: list[_Entry], start: int, indent: int, depth: int) -> int:
    """Where the list entries end that are indented deeper than their parent."""
    end = start
    while (
        depth < DEEPEST
        and end < len(entries)
        and entries[end].mark
        and entries[end].indent > indent
    ):
        end += 1
    return end


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
