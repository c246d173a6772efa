"""A radar labelled by number and value: the table beside it tells what each number stands for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from math import cos, pi, sin

from generator.charts.model import Axis, Radar
from generator.charts.pen import LINE, RISE, WIDTH, Pen, Place, circle, line, path, rect

RADIUS = 125
LABEL = 22
MIDDLE = (WIDTH / 2, RADIUS + 2 * LABEL + 12)
KEY = 44
HIGHEST = 100


def draw_radar(chart: Radar, pen: Pen) -> tuple[str, float]:
    """The drawing and its height."""
    below = MIDDLE[1] + RADIUS + 2 * LABEL + 12
    drawn, height = _key(chart, below, pen)
    return "".join((*_web(chart), *_shapes(chart), *_labels(chart, pen), drawn)), below + height


def spot(chart: Radar, index: int, value: Decimal) -> Place:
    """Where a score stands on an axis."""
    share = max(float(value) - chart.lowest, 0) / (HIGHEST - chart.lowest)
    x, y = _way(index, len(chart.axes))
    return MIDDLE[0] + x * RADIUS * share, MIDDLE[1] + y * RADIUS * share


def _way(index: int, axes: int) -> Place:
    angle = 2 * pi * index / axes - pi / 2
    return cos(angle), sin(angle)


def _web(chart: Radar) -> Iterator[str]:
    for ring in range(chart.lowest + 10, HIGHEST + 1, 10):
        share = (ring - chart.lowest) / (HIGHEST - chart.lowest)
        yield circle(*MIDDLE, RADIUS * share, "rule")
    for index in range(len(chart.axes)):
        yield line(MIDDLE, spot(chart, index, Decimal(HIGHEST)), "rule")
    if chart.line is not None and chart.line > chart.lowest:
        share = (float(chart.line) - chart.lowest) / (HIGHEST - chart.lowest)
        yield circle(*MIDDLE, RADIUS * share, "pass")


def _shapes(chart: Radar) -> Iterator[str]:
    before = [spot(chart, index, axis.before) for index, axis in enumerate(chart.axes)]
    now = [spot(chart, index, axis.value) for index, axis in enumerate(chart.axes)]
    yield path(before, "before", closed=True)
    yield path(now, "now", closed=True)
    yield from (rect(x - 4, y - 4, 8, 8, "before-point") for x, y in before)
    yield from (circle(x, y, 5, "now-point") for x, y in now)


def _labels(chart: Radar, pen: Pen) -> Iterator[str]:
    for index, axis in enumerate(chart.axes):
        yield from _label(axis, _way(index, len(chart.axes)), pen)


def _label(axis: Axis, way: Place, pen: Pen) -> Iterator[str]:
    """Its number over its value, beyond the end of the axis."""
    x = MIDDLE[0] + way[0] * (RADIUS + 12)
    middle = MIDDLE[1] + way[1] * (RADIUS + LABEL + 8)
    anchor = "middle" if abs(way[0]) < 0.1 else "start" if way[0] > 0 else "end"
    first = middle + 6 - LABEL / 2 - RISE
    yield pen.text(x, first, axis.label, "strong", anchor)
    yield pen.text(x, first + LABEL, str(axis.value), "", anchor)


def _key(chart: Radar, top: float, pen: Pen) -> tuple[str, float]:
    height = 0.0
    pieces = []
    for look, words in _meanings(chart):
        lines = pen.wrap(words, WIDTH - KEY)
        if look:
            middle = top + height + LINE / 2
            pieces.append(line((0, middle), (KEY - 10, middle), look))
        pieces.append(pen.lines(KEY, top + height, lines))
        height += len(lines) * LINE
    pieces.append(circle(KEY / 2 - 5, top + LINE / 2, 5, "now-point"))
    pieces.append(rect(KEY / 2 - 9, top + LINE * 3 / 2 - 4, 8, 8, "before-point"))
    return "".join(pieces), height


def _meanings(chart: Radar) -> Iterator[tuple[str, str]]:
    yield "now", chart.now_says
    yield "before", chart.before_says
    if chart.line is not None and chart.line > chart.lowest:
        yield "pass", chart.line_says
    yield "", chart.scale_says
