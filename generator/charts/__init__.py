"""Charts as SVG: what a chart says is in `model`, each kind is drawn in a file of its name."""

from __future__ import annotations

from generator.charts.draw import draw_chart
from generator.charts.model import (
    Axis,
    Bar,
    Bars,
    Chart,
    Part,
    Point,
    Radar,
    ShareRow,
    Shares,
    Trend,
)

__all__ = [
    "Axis",
    "Bar",
    "Bars",
    "Chart",
    "Part",
    "Point",
    "Radar",
    "ShareRow",
    "Shares",
    "Trend",
    "draw_chart",
]
