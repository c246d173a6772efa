"""Thai and Arabic digits: read both, show one."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum

THAI = "๐๑๒๓๔๕๖๗๘๙"
ARABIC = "0123456789"
_TO_ARABIC = str.maketrans(THAI, ARABIC)
_TO_THAI = str.maketrans(ARABIC, THAI)
_THAI_DIGIT = re.compile(f"[{THAI}]")
_NUMBER = re.compile(r"[0-9๐-๙](?:[0-9๐-๙.,:/-]*[0-9๐-๙])?")
_ADDRESS = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]{0,15}://\S+)")
_LATIN = re.compile("[A-Za-z]")
# Runs without Thai or space; one with a Latin letter is a code such as O27, ITA2567 or a@b1.go.th.
_RUN = re.compile(r"[^\s\u0e00-\u0e7f]+")


class Numerals(StrEnum):
    """How numbers are shown on the whole site."""

    ARABIC = "arabic"
    THAI = "thai"
    AS_TYPED = "as_typed"


def to_arabic(text: str) -> str:
    return text.translate(_TO_ARABIC) if _THAI_DIGIT.search(text) else text


def to_thai(text: str) -> str:
    """Digits in Thai, except those that belong to a Latin word, code or address."""
    return _outside_addresses(text, lambda part: _RUN.sub(_run_in_thai, part))


def _run_in_thai(run: re.Match[str]) -> str:
    return run[0] if _LATIN.search(run[0]) else run[0].translate(_TO_THAI)


def _outside_addresses(text: str, change: Callable[[str], str]) -> str:
    """The text changed everywhere but in web addresses, which must stay as they are."""
    if "://" not in text:
        return change(text)
    parts = _ADDRESS.split(text)
    return "".join(part if odd % 2 else change(part) for odd, part in enumerate(parts))


def show_digits(text: str, numerals: Numerals) -> str:
    match numerals:
        case Numerals.ARABIC:
            return _outside_addresses(text, to_arabic) if _THAI_DIGIT.search(text) else text
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
