"""`<year>/card.png`: the image that other services show beside a link, drawn at build time.

It needs the packages of the extra `pdf`; a site that is built without them has no such images.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from generator.blocks import Tone
from generator.typesetting import typeset

TEMPLATE = Path(__file__).parent.parent / "templates" / "card.typ"
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


def card_bytes(card: Card) -> bytes:
    options = {"ppi": PIXELS_PER_INCH, "sys_inputs": {"card": card.text}}
    return typeset(TEMPLATE.read_bytes(), "png", **options)
