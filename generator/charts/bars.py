"""Horizontal bars with their labels above them, which leaves a phone the whole width for both."""

from __future__ import annotations

from decimal import Decimal

from generator.charts.model import Bar, Bars
from generator.charts.pen import LINE, RISE, WIDTH, Pen, line, rect

TRACK = 340
THICK = 18
GAP = 8
KEY = 26


def draw_bars(chart: Bars, pen: Pen) -> tuple[str, float]:
    """The drawing and its height."""
    pieces: list[str] = []
    top = 0.0
    for bar in chart.bars:
        drawn, height = _bar(bar, chart.line, top, pen)
        pieces.append(drawn)
        top += height
    drawn, height = _key(chart, top, pen)
    return "".join((*pieces, drawn)), top + height


def place(value: Decimal) -> float:
    """How far from the left a score of 0 to 100 stands."""
    return float(value) * TRACK / 100


def is_low(bar: Bar, limit: Decimal | None) -> bool:
    return bar.value is not None and limit is not None and bar.value < limit


def _bar(bar: Bar, limit: Decimal | None, top: float, pen: Pen) -> tuple[str, float]:
    words = f"{bar.label} {bar.missing}" if bar.value is None else bar.label
    lines = pen.wrap(words)
    label = pen.lines(0, top, lines)
    below = top + len(lines) * LINE
    if bar.value is None:
        return label, below - top + GAP
    look = "low" if is_low(bar, limit) else "bar"
    drawn = (
        label,
        rect(0, below, TRACK, THICK, "track"),
        rect(1, below + 1, max(place(bar.value) - 2, 0), THICK - 2, look),
        _pass_mark(limit, below),
        pen.text(WIDTH, below + THICK / 2 + 6 - RISE, str(bar.value), "strong", "end"),
    )
    return "".join(drawn), below - top + THICK + GAP


def _pass_mark(limit: Decimal | None, top: float) -> str:
    if limit is None:
        return ""
    x = place(limit)
    ends = (x, top - 3), (x, top + THICK + 3)
    return line(*ends, "halo") + line(*ends, "pass")


def _key(chart: Bars, top: float, pen: Pen) -> tuple[str, float]:
    """What the pass line and an outlined bar mean, where either is drawn."""
    if chart.line is None:
        return "", 0
    lines = pen.wrap(chart.line_says, WIDTH - KEY)
    drawn = line((9, top + 3), (9, top + LINE - 3), "pass") + pen.lines(KEY, top, lines)
    height = len(lines) * LINE
    if any(is_low(bar, chart.line) for bar in chart.bars):
        low = pen.wrap(chart.low_says, WIDTH - KEY)
        drawn += rect(1, top + height + 7, 16, 16, "low") + pen.lines(KEY, top + height, low)
        height += len(low) * LINE
    return drawn, height
