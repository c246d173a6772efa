"""Parts of wholes as bars of one length; the words for the parts stand under the first."""

from __future__ import annotations

from generator.charts.model import Part, ShareRow, Shares
from generator.charts.pen import LINE, RISE, WIDTH, Pen, mark, rect

THICK = 26
GAP = 10
SIGN = 18
BETWEEN = 16


def draw_shares(chart: Shares, pen: Pen) -> tuple[str, float]:
    """The drawing and its height."""
    pieces: list[str] = []
    top = 0.0
    for index, row in enumerate(chart.rows):
        drawn, height = _row(row, top, pen, key=index == 0)
        pieces.append(drawn)
        top += height + GAP
    return "".join(pieces), top - GAP


def _row(row: ShareRow, top: float, pen: Pen, *, key: bool) -> tuple[str, float]:
    lines = pen.wrap(row.label)
    below = top + len(lines) * LINE
    drawn = pen.lines(0, top, lines) + _bar(row, below, pen)
    below += THICK + 2
    if key or not all(_has_room(part, row, pen) for part in row.parts):
        words, height = _words(row, below, pen, named=key)
        return drawn + words, below + height - top
    return drawn, below - top


def part_width(part: Part, row: ShareRow) -> float:
    return WIDTH * part.number / sum(entry.number for entry in row.parts)


def _has_room(part: Part, row: ShareRow, pen: Pen) -> bool:
    return part_width(part, row) >= SIGN + pen.width(str(part.number)) + 8


def _bar(row: ShareRow, top: float, pen: Pen) -> str:
    pieces = []
    left = 0.0
    for part in row.parts:
        width = part_width(part, row)
        look = f"{part.state.tone}-part"
        pieces.append(rect(left + 1, top + 1, max(width - 2, 1), THICK - 2, look))
        if _has_room(part, row, pen):
            pieces.append(mark(left + 13, top + THICK / 2, part.state.tone, hollow=part.hollow))
            words_top = top + THICK / 2 + 6 - RISE
            pieces.append(pen.text(left + 6 + SIGN, words_top, str(part.number)))
        left += width
    return "".join(pieces)


def _words(row: ShareRow, top: float, pen: Pen, *, named: bool) -> tuple[str, float]:
    """Each part's mark and number, in the key with its word, in as many lines as they need."""
    pieces = []
    left, first = 0.0, top
    for part in row.parts:
        words = f"{part.state.text} {part.number}" if named else str(part.number)
        shown = pen.wrap(words, WIDTH - SIGN)[0]
        width = SIGN + pen.width(shown)
        if left and left + width > WIDTH:
            left, top = 0.0, top + LINE
        pieces.append(mark(left + 7, top + RISE - 6, part.state.tone, hollow=part.hollow))
        pieces.append(pen.text(left + SIGN, top, shown))
        left += width + BETWEEN
    return "".join(pieces), top + LINE - first
