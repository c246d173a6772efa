"""Thai and Arabic digits: read both, show one."""

from __future__ import annotations

import re
from enum import StrEnum

THAI = "๐๑๒๓๔๕๖๗๘๙"
ARABIC = "0123456789"
_TO_ARABIC = str.maketrans(THAI, ARABIC)
_TO_THAI = str.maketrans(ARABIC, THAI)
_THAI_DIGIT = re.compile(f"[{THAI}]")
_NUMBER = re.compile(r"[0-9๐-๙](?:[0-9๐-๙.,:/-]*[0-9๐-๙])?")
# Words and addresses whose digits are part of their name: O27, ITA2567, a@b1.go.th, https://…
_LATIN_TOKEN = re.compile(r"[^\s\u0e00-\u0e7f]*[A-Za-z][^\s\u0e00-\u0e7f]*")


class Numerals(StrEnum):
    """How numbers are shown on the whole site."""

    ARABIC = "arabic"
    THAI = "thai"
    AS_TYPED = "as_typed"


def to_arabic(text: str) -> str:
    return text.translate(_TO_ARABIC) if _THAI_DIGIT.search(text) else text


def to_thai(text: str) -> str:
    """Digits in Thai, except those that belong to a Latin word, code or address."""
    pieces = []
    end = 0
    for token in _LATIN_TOKEN.finditer(text):
        pieces.append(text[end : token.start()].translate(_TO_THAI))
        pieces.append(token[0])
        end = token.end()
    pieces.append(text[end:].translate(_TO_THAI))
    return "".join(pieces)


def show_digits(text: str, numerals: Numerals) -> str:
    match numerals:
        case Numerals.ARABIC:
            return to_arabic(text)
        case Numerals.THAI:
            return to_thai(text)
        case Numerals.AS_TYPED:
            return text


def has_mixed_digits(text: str) -> bool:
    """Whether one number mixes Thai and Arabic digits, as `9๓.37` does."""
    return _THAI_DIGIT.search(text) is not None and any(
        any(digit in THAI for digit in number[0]) and any(digit in ARABIC for digit in number[0])
        for number in _NUMBER.finditer(text)
    )
