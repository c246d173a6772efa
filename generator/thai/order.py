"""The order of Thai names, as dictionaries have it."""

from __future__ import annotations

import re

from generator.thai.digits import to_arabic

_LEADING_VOWEL = re.compile("([เแโใไ])([ก-ฮ])")
_MARKS = re.compile("[\u0e47-\u0e4e]")


def sort_key(name: str) -> str:
    """Leading vowels count after their consonant; tone marks only break ties."""
    turned = _LEADING_VOWEL.sub(r"\2\1", to_arabic(name).casefold())
    return f"{_MARKS.sub('', turned)}\0{turned}"
