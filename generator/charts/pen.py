"""The few shapes that charts are made of, each with a class for the page and attributes for paper.

A class lets the page's style sheet give a shape the colours of its surroundings; the attributes
are what a program without style sheets sees, such as the one that makes the printed report.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.blocks import Tone
from generator.charts.wrap import text_width, wrap_text
from generator.escape import svg
from generator.thai import Numerals, has_thai, show_digits
from generator.words import Language

WIDTH = 420
# 12 px on the narrowest phone; Thai marks stack to 175 % of the size, so a line takes that.
SIZE = 17
LINE = 30
RISE = 21
FONTS = "Sarabun, Noto Sans Thai, TH Sarabun New, sans-serif"
# By role, for a light ground; `charts.css` has the same for the page, and those for a dark one.
COLOURS = {
    "text": "#1b2530",
    "ground": "#ffffff",
    "track": "#e2e8f0",
    "rule": "#64748b",
    "now": "#1d4f91",
    "before": "#7d4a00",
    "low": "#a3161f",
    "low-ground": "#fdecec",
    "band": "#e8eef7",
    "band-next": "#f7f9fc",
    "good": "#176437",
    "fair": "#7d4a00",
    "bad": "#a3161f",
    "plain": "#46525e",
    "good-ground": "#e3f4e8",
    "fair-ground": "#fdf1da",
    "bad-ground": "#fdecec",
    "plain-ground": "#eef1f5",
}
# What each class paints: fill, stroke, and attributes that do not change with the colours.
LOOKS: dict[str, tuple[str, str, str]] = {
    "strong": ("text", "", ' font-weight="700"'),
    "limit": ("text", "ground", ' stroke-width="5" paint-order="stroke"'),
    "track": ("track", "", ""),
    "bar": ("now", "now", ' stroke-width="2"'),
    "low": ("low-ground", "low", ' stroke-width="2"'),
    "halo": ("", "ground", ' stroke-width="6"'),
    "pass": ("", "text", ' stroke-width="2.5"'),
    "rule": ("", "rule", ' stroke-width="1"'),
    "parted": ("", "text", ' stroke-width="2" stroke-dasharray="6 5"'),
    "band": ("band", "", ""),
    "band-next": ("band-next", "", ""),
    "now": ("", "now", ' stroke-width="3" stroke-linejoin="round"'),
    "now-point": ("now", "ground", ' stroke-width="1.5"'),
    "before": ("", "before", ' stroke-width="2" stroke-dasharray="7 4" stroke-linejoin="round"'),
    "before-point": ("ground", "before", ' stroke-width="2"'),
    **{f"{tone}": (str(tone), "ground", ' stroke-width="1"') for tone in Tone},
    **{f"{tone}-part": (f"{tone}-ground", str(tone), ' stroke-width="2"') for tone in Tone},
}


def _paint(look: str) -> str:
    fill, stroke, rest = LOOKS[look]
    lined = f' stroke="{COLOURS[stroke]}"' if stroke else ""
    return f'class="chart__{look}" fill="{COLOURS.get(fill, "none")}"{lined}{rest}'


PAINT = {look: _paint(look) for look in LOOKS}
Place = tuple[float, float]


class Pen:
    """Draws for one page, in its numerals; every word passes through one escape here."""

    def __init__(self, numerals: Numerals, language: Language = Language.THAI) -> None:
        self.numerals = numerals
        self.language = language

    def shown(self, words: str) -> str:
        return show_digits(words, self.numerals)

    def lang(self, words: str) -> str:
        """The mark of words in Thai on a page that is not."""
        foreign = self.language is not Language.THAI and has_thai(words)
        return ' lang="th"' if foreign else ""

    def width(self, words: str) -> float:
        return text_width(self.shown(words), SIZE)

    def wrap(self, words: str, room: float = WIDTH) -> tuple[str, ...]:
        return wrap_text(self.shown(words), room, SIZE)

    def text(self, x: float, top: float, words: str, look: str = "", anchor: str = "") -> str:
        """One line of words in the line's box that begins at `top`."""
        paint = f" {PAINT[look]}" if look else ""
        side = f' text-anchor="{anchor}"' if anchor else ""
        inside = svg(self.shown(words))
        return (
            f'<text x="{_n(x)}" y="{_n(top + RISE)}"{side}{paint}{self.lang(words)}>{inside}</text>'
        )

    def lines(self, x: float, top: float, lines: Iterable[str], look: str = "") -> str:
        return "".join(self.text(x, top + n * LINE, line, look) for n, line in enumerate(lines))


def rect(x: float, y: float, width: float, height: float, look: str) -> str:
    return (
        f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}" {PAINT[look]}/>'
    )


def line(start: Place, end: Place, look: str) -> str:
    return (
        f'<line x1="{_n(start[0])}" y1="{_n(start[1])}" x2="{_n(end[0])}" y2="{_n(end[1])}" '
        f"{PAINT[look]}/>"
    )


def path(points: Iterable[Place], look: str, *, closed: bool = False) -> str:
    tag = "polygon" if closed else "polyline"
    places = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
    return f'<{tag} points="{places}" {PAINT[look]}/>'


def circle(x: float, y: float, radius: float, look: str) -> str:
    return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}" {PAINT[look]}/>'


def mark(x: float, y: float, tone: Tone, half: float = 6, *, hollow: bool = False) -> str:
    """The shape of a tone, the same as before its badge: no state is shown by colour alone."""
    if hollow:
        return rect(x - half + 1, y - half + 1, 2 * half - 2, 2 * half - 2, f"{tone}-part")
    match tone:
        case Tone.GOOD:
            return circle(x, y, half, str(tone))
        case Tone.FAIR:
            corners = [(x, y - half), (x + half, y + half), (x - half, y + half)]
        case Tone.BAD:
            corners = [(x, y - half), (x + half, y), (x, y + half), (x - half, y)]
        case Tone.PLAIN:
            return rect(x - half + 1, y - half + 1, 2 * half - 2, 2 * half - 2, str(tone))
    return path(corners, str(tone), closed=True)


def _n(number: float) -> str:
    """At most one decimal, for that is finer than any screen."""
    return f"{number:.1f}".removesuffix(".0")
