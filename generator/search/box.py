"""The words of the search box, as the theme writes them beside it."""

from __future__ import annotations

from generator.escape import attribute
from generator.thai import Numerals
from generator.words import Words

NAMES = (
    "open",
    "title",
    "hint",
    "close",
    "more",
    "one",
    "many",
    "none",
    "loading",
    "failed",
    "year",
)


def box_words(t: Words, numerals: Numerals) -> dict[str, str]:
    """Each text as an attribute, with places left open for what only the browser knows."""
    texts = {
        name: attribute(t(f"search_box.{name}", count="{count}", year="{year}")) for name in NAMES
    }
    return {**texts, "numerals": str(numerals)}
