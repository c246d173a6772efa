"""A chart as an image, for programs that cannot draw it themselves."""

from __future__ import annotations

from generator.document.pdf import typst_fonts
from generator.document.tools import ToolMissing
from generator.escape import typst
from generator.render.typst import call, in_own_weights

PIXELS_PER_INCH = 220
WIDTH = "11.5cm"


def drawing_png(svg: str) -> bytes | None:
    """Nothing where the packages of the extra `pdf` are not installed."""
    try:
        import typst as engine

        fonts = typst_fonts()
    except (ImportError, ToolMissing):
        return None
    drawn = call("bytes", typst(in_own_weights(svg)))
    page = "set page(width: auto, height: auto, margin: 0pt, fill: white)"
    source = f'#{page}\n#image({drawn}, format: "svg", width: {WIDTH})\n'
    made = engine.compile(source.encode(), font_paths=fonts, format="png", ppi=PIXELS_PER_INCH)
    assert isinstance(made, bytes)
    return made
