"""How much room words take in a chart, and where they may be cut into lines.

SVG neither wraps nor measures text, so both are done here, for the widest of the fonts that a
reader is likely to have (Sarabun, Loma, Garuda): a label may be narrower than reckoned, not wider.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

ELLIPSIS = "…"
MOST_REMEMBERED = 4096
_WIDE = dict.fromkeys("ฆฌญฎฏฑฒณ", 0.96)
_NARROW = dict.fromkeys("เโใไ", 0.56) | dict.fromkeys("าะำฯรฐ", 0.57) | {"แ": 0.67}
_DIGITS = dict.fromkeys("0123456789", 0.57) | dict.fromkeys("๐๑๒๓๔๕๖๗๘๙", 0.78)
_OTHERS = dict.fromkeys(".,:;'|!()[]/-", 0.36) | {" ": 0.34, "%": 0.9, "@": 1.02}
_EM = {**_WIDE, **_NARROW, **_DIGITS, **_OTHERS}
# Conjunctions that no word ends with; failing those, a syllable that begins with its vowel.
_CONJUNCTION = re.compile(r"(?<= )|(?=และ|หรือ|เพื่อ)")
_SYLLABLE = re.compile(r"(?<=[^(“])(?=[เแโใไ])")


@lru_cache(maxsize=MOST_REMEMBERED)
def text_width(text: str, size: float) -> float:
    """At most this many units are taken by a text of one line."""
    return sum(map(_em, text)) * size


def _em(mark: str) -> float:
    known = _EM.get(mark)
    if known is not None:
        return known
    if unicodedata.combining(mark) or unicodedata.category(mark) == "Mn":
        return 0.0
    if "ก" <= mark <= "๛":
        return 0.74
    if mark.isascii():
        return 0.6 if mark.islower() and mark not in "mw" else 0.94
    return 1.3


@lru_cache(maxsize=MOST_REMEMBERED)
def wrap_text(text: str, room: float, size: float, most: int = 3) -> tuple[str, ...]:
    """Lines that fit the room; what is left after the last line becomes an ellipsis."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text, room, size):
        if line.strip() and text_width((line + piece).strip(), size) > room:
            lines.append(line.strip())
            line = ""
        line += piece
    lines.append(line.strip())
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], _cut(lines[most - 1] + ELLIPSIS * 2, room, size))


def _pieces(text: str, room: float, size: float) -> Iterator[str]:
    """Parts that stay whole: words, where one is too long its syllables, and at last clusters."""
    for word in _CONJUNCTION.split(text):
        if text_width(word, size) <= room:
            yield word
            continue
        for syllable in _SYLLABLE.split(word):
            fits = text_width(syllable, size) <= room
            yield from (syllable,) if fits else _clusters(syllable)


def _clusters(text: str) -> Iterator[str]:
    """A letter with the marks above and below it is never parted from them."""
    cluster = ""
    for mark in text:
        if cluster and _em(mark) and mark not in "าำะ" and cluster[-1] not in "เแโใไ":
            yield cluster
            cluster = ""
        cluster += mark
    yield cluster


def _cut(text: str, room: float, size: float) -> str:
    """The text with an ellipsis where its end does not fit."""
    clusters = list(_clusters(text.rstrip(ELLIPSIS)))
    while clusters and text_width("".join(clusters) + ELLIPSIS, size) > room:
        clusters.pop()
    return "".join(clusters).strip() + ELLIPSIS
