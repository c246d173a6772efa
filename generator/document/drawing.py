"""A chart as an image, for programs that cannot draw it themselves."""

from __future__ import annotations

from generator.escape import typst
from generator.render.typst import call, in_own_weights
from generator.typesetting import can_typeset, typeset

PIXELS_PER_INCH = 220
WIDTH = "11.5cm"


def drawing_png(svg: str) -> bytes | None:
    """Nothing where the packages of the extra `pdf` are not installed."""
    if not can_typeset():
        return None
    drawn = call("bytes", typst(in_own_weights(svg)))
    page = "set page(width: auto, height: auto, margin: 0pt, fill: white)"
    source = f'#{page}\n#image({drawn}, format: "svg", width: {WIDTH})\n'
    return typeset(source.encode(), "png", ppi=PIXELS_PER_INCH)
