"""One chart as one SVG element, named and described for those who do not see it."""

from __future__ import annotations

from math import ceil

from generator.charts.bars import draw_bars
from generator.charts.model import Bars, Chart, Picture, Radar, Trend
from generator.charts.pen import COLOURS, FONTS, SIZE, WIDTH, Pen
from generator.charts.radar import draw_radar
from generator.charts.shares import draw_shares
from generator.charts.trend import draw_trend
from generator.escape import attribute, svg
from generator.thai import Numerals
from generator.words import Language


def draw_chart(chart: Chart, numerals: Numerals, language: Language = Language.THAI) -> str:
    """The chart in the numerals of the site; its ids begin with its own."""
    pen = Pen(numerals, language)
    body, height = _draw(chart.picture, pen)
    name = attribute(chart.id)
    lang = pen.lang(chart.description)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {ceil(height)}" role="img" '
        f'aria-labelledby="{name}-title" aria-describedby="{name}-desc" '
        f'font-family="{FONTS}" font-size="{SIZE}" fill="{COLOURS["text"]}">'
        f'<title id="{name}-title"{pen.lang(chart.title)}>{svg(pen.shown(chart.title))}</title>'
        f'<desc id="{name}-desc"{lang}>{svg(pen.shown(chart.description))}</desc>'
        f"{body}</svg>"
    )


def _draw(picture: Picture, pen: Pen) -> tuple[str, float]:
    match picture:
        case Bars():
            return draw_bars(picture, pen)
        case Radar():
            return draw_radar(picture, pen)
        case Trend():
            return draw_trend(picture, pen)
        case _:
            return draw_shares(picture, pen)
