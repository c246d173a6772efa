"""How blocks lie on paper: which tables need a landscape page, and how wide each column is."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.blocks import Row, Table, Value, texts
from generator.render.outline import Block, Heading

# In characters: up to where a column grows as its text does, the room beside a text,
# and what a portrait page has room for.
EVEN, BESIDE, PORTRAIT = 14, 6, 160
SLOWER = 2.2
SECTION = 2
# What one line of a landscape page holds, and how many lines a row may have to stay in one piece.
LINE, TALL = 190, 16


@dataclass(frozen=True, slots=True)
class Sheet:
    """Blocks that lie on pages of one direction."""

    blocks: tuple[Block, ...]
    landscape: bool


def lay_out(blocks: Iterable[Block]) -> tuple[Sheet, ...]:
    """Blocks by the direction of their pages; a wide table takes all under its heading along.

    What opens the blocks without a table of its own goes with what follows.
    """
    found: list[Sheet] = []
    for section in _sections(blocks):
        wide = any(isinstance(block, Table) and is_wide(block) for block in section)
        opening = len(found) == 1 and not any(isinstance(b, Table) for b in found[0].blocks)
        if found and (opening or found[-1].landscape == wide):
            found[-1] = Sheet((*found[-1].blocks, *section), wide)
        else:
            found.append(Sheet(section, wide))
    return tuple(found)


def _sections(blocks: Iterable[Block]) -> Iterator[tuple[Block, ...]]:
    """A heading of the second level with all that stands under it."""
    section: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level <= SECTION and section:
            yield tuple(section)
            section = []
        section.append(block)
    if section:
        yield tuple(section)


def is_wide(table: Table) -> bool:
    return sum(column_shares(table)) > PORTRAIT


def is_tall(row: Row, table: Table) -> bool:
    """Whether a row is so tall that it may be parted at the end of a page."""
    if row.group:
        return False
    shares = column_shares(table)
    whole = sum(shares)
    cells = zip(row.cells, shares, strict=True)
    return any(printed_length(cell) * whole > LINE * TALL * share for cell, share in cells)


def column_shares(table: Table) -> tuple[int, ...]:
    """How much of the width each column gets: more for longer texts, but ever more slowly."""
    rows = [row for row in (*table.rows, table.total) if row and not row.group]
    return tuple(
        round(_share(max(_lengths(index, rows), default=0), column.title))
        for index, column in enumerate(table.columns)
    )


def _lengths(index: int, rows: Iterable[Row]) -> Iterator[int]:
    return (printed_length(row.cells[index]) for row in rows)


def _share(longest: int, title: str) -> float:
    needed = max(longest, min(printed_length(title), EVEN))
    room = needed if needed <= EVEN else EVEN + SLOWER * float((needed - EVEN) ** 0.5)
    return room + BESIDE


def printed_length(value: Value) -> int:
    """How many characters stand side by side: marks above and below take no room."""
    return sum(
        unicodedata.category(character) != "Mn" for text in texts(value) for character in text
    )
