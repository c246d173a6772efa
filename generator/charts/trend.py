"""Totals over the years, time running down the page.

On a phone a year cannot have a column wide enough for its value and its level in words; here each
has a row, however many years there are.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.blocks import Tone
from generator.charts.model import Point, Trend
from generator.charts.pen import LINE, RISE, WIDTH, Pen, Place, line, mark, path, rect

LEFT = 86
RIGHT = 256
WORDS = 268
SIGN = 16
GAP = 8
HIGHEST = 100


def draw_trend(chart: Trend, pen: Pen) -> tuple[str, float]:
    """The drawing and its height."""
    drawn = _Rows(chart, pen)
    return drawn.finish()


def place(value: Decimal, lowest: int) -> float:
    """How far from the left a score stands."""
    share = (max(float(value), lowest) - lowest) / (HIGHEST - lowest)
    return LEFT + (RIGHT - LEFT) * share


class _Rows:
    """Rows from the top, and the line that goes down through them where years compare."""

    def __init__(self, chart: Trend, pen: Pen) -> None:
        self.chart = chart
        self.pen = pen
        self.lowest = chart.lowest
        self.top = 0.0
        self.bands: tuple[Decimal, ...] = ()
        self.ground: list[str] = []
        self.front: list[str] = []
        self.runs: list[list[Place]] = [[]]

    def finish(self) -> tuple[str, float]:
        for point in self.chart.points:
            if point.parted:
                self._part(point.parted)
            self._row(point)
        paths = [path(run, "now") for run in self.runs if len(run) > 1]
        lines = self.pen.wrap(self.chart.bands_say)
        says = self.pen.lines(0, self.top + GAP, lines)
        height = self.top + GAP + len(lines) * LINE
        return "".join((*self.ground, *paths, *self.front, says)), height

    def _scale(self, bands: tuple[Decimal, ...]) -> None:
        """The least total of each level over its strip, again wherever the levels change."""
        if bands == self.bands:
            return
        self.bands = bands
        right = float(WIDTH)
        for least in bands:
            middle, half = place(least, self.lowest), self.pen.width(str(least)) / 2
            if least > self.lowest and middle + half <= right:
                self.front.append(self.pen.text(middle, self.top, str(least), "limit", "middle"))
                right = middle - half - 3
        self.top += LINE

    def _part(self, words: str) -> None:
        """The line ends, a dashed rule crosses the page, and words say why."""
        self.runs.append([])
        lines = self.pen.wrap(words)
        self.front.append(line((0, self.top + 6), (WIDTH, self.top + 6), "parted"))
        self.front.append(self.pen.lines(0, self.top + 8, lines))
        self.top += len(lines) * LINE + 20
        self.front.append(line((0, self.top - 6), (WIDTH, self.top - 6), "parted"))

    def _row(self, point: Point) -> None:
        if point.value is None:
            self.runs.append([])
            self._label(point)
            self.front.append(self.pen.text(LEFT, self.top + GAP / 2, point.missing))
            self.top += LINE + GAP
            return
        self._scale(point.bands)
        self._label(point)
        words = self.pen.wrap(point.level.text, WIDTH - WORDS - SIGN) if point.level else ()
        height = (1 + len(words)) * LINE + GAP
        self.ground.extend(_bands(point.bands, self.lowest, self.top, height))
        self._spot(point, point.value)
        self._level(point, words)
        self.top += height

    def _label(self, point: Point) -> None:
        self.front.append(self.pen.text(0, self.top + GAP / 2, point.label))

    def _spot(self, point: Point, value: Decimal) -> None:
        middle = self.top + GAP / 2 + RISE - 6
        tone = point.level.tone if point.level else Tone.PLAIN
        self.runs[-1].append((place(value, self.lowest), middle))
        self.front.append(mark(place(value, self.lowest), middle, tone, 8))
        self.front.append(self.pen.text(WORDS, self.top + GAP / 2, str(value), "strong"))

    def _level(self, point: Point, words: tuple[str, ...]) -> None:
        if point.level is None:
            return
        top = self.top + GAP / 2 + LINE
        self.front.append(mark(WORDS + 5, top + RISE - 6, point.level.tone))
        self.front.append(self.pen.lines(WORDS + SIGN, top, words))


def _bands(bands: tuple[Decimal, ...], lowest: int, top: float, height: float) -> Iterator[str]:
    """The ground of a row: a strip for each level, from the highest, with a rule between two."""
    right = float(RIGHT)
    for index, least in enumerate(bands):
        left = place(least, lowest)
        yield rect(left, top, right - left, height, "band-next" if index % 2 else "band")
        if left > LEFT:
            yield line((left, top), (left, top + height), "rule")
        right = left
        if least <= lowest:
            return
