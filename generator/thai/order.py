"""The order of Thai names, as dictionaries have it."""

from __future__ import annotations

import re

_LEADING_VOWEL = re.compile("([เแโใไ])([ก-ฮ])")
_MARKS = re.compile("[\u0e47-\u0e4e]")


def sort_key(name: str) -> tuple[str, str]:
    """Leading vowels count after their consonant; tone marks only break ties."""
    turned = _LEADING_VOWEL.sub(r"\2\1", name)
    return _MARKS.sub("", turned), turned
