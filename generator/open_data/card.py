"""`<year>/card.png`: the image that other services show beside a link, drawn at build time.

It needs the packages of the extra `pdf`; a site that is built without them has no such images.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from generator.blocks import Tone

TEMPLATE = Path(__file__).parent.parent / "templates" / "card.typ"
NEEDED = ("typst", "fontpkg_sarabun")
PIXELS_PER_INCH = 72  # one pixel a point: 1200 by 630


@dataclass(frozen=True, slots=True)
class Card:
    """The words of one image."""

    lang: str
    agency: str
    heading: str
    total: str | None
    points: str
    level: str | None
    tone: Tone

    @property
    def text(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)


def can_draw() -> bool:
    return all(find_spec(name) for name in NEEDED)


def card_bytes(card: Card) -> bytes:
    fonts = Path(import_module("fontpkg_sarabun").ROOT) / "files"
    drawn = import_module("typst").compile(
        TEMPLATE.read_bytes(),
        format="png",
        ppi=PIXELS_PER_INCH,
        font_paths=[str(fonts)],
        ignore_system_fonts=True,
        sys_inputs={"card": card.text},
    )
    return bytes(drawn)
