"""Which digits are shown in which language: an agency chooses those of its Thai pages."""

from __future__ import annotations

from generator.thai import Numerals
from generator.words import Language


def numerals_in(language: Language, chosen: Numerals) -> Numerals:
    return Numerals.ARABIC if language is Language.ENGLISH else chosen
