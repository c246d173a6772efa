"""The normal form of Thai text, and the characters that have no place in it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

SARA_AM = "\u0e33"
_TONES = "\u0e48-\u0e4b"
_VOWELS = "\u0e31\u0e34-\u0e39\u0e47"
_REPAIRS_NEEDED = re.compile(
    f"\u0e40\u0e40|\u0e4d[{_TONES}]?\u0e32|[{_TONES}][{_VOWELS}]|[\u00a0\u00ad\u200b]"
)
_STACK = re.compile(f"[{_TONES}]{{3,}}|[\u0300-\u036f]{{3,}}")
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_INVISIBLE = frozenset("\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff\u180e\u115f\u1160\u3164")
_ALLOWED_CONTROLS = frozenset("\n\t")
_REFUSED_CATEGORIES = frozenset({"Cc", "Co", "Cs", "Cn"})


class RepairKind(StrEnum):
    """What was put right."""

    COMPOSED = "composed"
    DOUBLE_E = "double-e"
    SARA_AM = "sara-am"
    MARK_ORDER = "mark-order"
    NO_BREAK_SPACE = "no-break-space"
    SOFT_HYPHEN = "soft-hyphen"
    ZERO_WIDTH_SPACE = "zero-width-space"


@dataclass(frozen=True, slots=True)
class Repair:
    """One repair and where in the text as typed it was made."""

    kind: RepairKind
    position: int


def normalise(text: str) -> tuple[str, tuple[Repair, ...]]:
    """Text in its normal form, with every change that was needed for it."""
    composed = unicodedata.is_normalized("NFC", text)
    if composed and not _REPAIRS_NEEDED.search(text):
        return text, ()
    repairs = [_repair_at(match) for match in _REPAIRS_NEEDED.finditer(text)]
    if not composed:
        repairs.append(Repair(RepairKind.COMPOSED, _first_change(text)))
    repaired = unicodedata.normalize("NFC", _REPAIRS_NEEDED.sub(_repaired, text))
    return repaired, tuple(sorted(repairs, key=lambda repair: repair.position))


def _first_change(text: str) -> int:
    composed = unicodedata.normalize("NFC", text)
    pairs = enumerate(zip(text, composed, strict=False))
    return next((index for index, (one, other) in pairs if one != other), len(composed))


def _repair_at(match: re.Match[str]) -> Repair:
    return Repair(_kind(match[0]), match.start())


def _kind(found: str) -> RepairKind:
    match found[0]:
        case "\u0e40":
            return RepairKind.DOUBLE_E
        case "\u0e4d":
            return RepairKind.SARA_AM
        case "\u00a0":
            return RepairKind.NO_BREAK_SPACE
        case "\u00ad":
            return RepairKind.SOFT_HYPHEN
        case "\u200b":
            return RepairKind.ZERO_WIDTH_SPACE
    return RepairKind.MARK_ORDER


def _repaired(match: re.Match[str]) -> str:
    found = match[0]
    match _kind(found):
        case RepairKind.DOUBLE_E:
            return "\u0e41"
        case RepairKind.SARA_AM:
            return found[1:-1] + SARA_AM
        case RepairKind.NO_BREAK_SPACE:
            return " "
        case RepairKind.MARK_ORDER:
            return found[1] + found[0]
    return ""


def is_plain(text: str) -> bool:
    """Whether a whole text at once is seen to need no repair and to hide nothing."""
    if any(map(_is_forbidden, set(text))) or _STACK.search(text):
        return False
    return not normalise(text)[1]


def forbidden_characters(text: str) -> list[tuple[int, str]]:
    """Characters that a reader cannot see or that turn the text around, with their positions."""
    found = [(index, character) for index, character in enumerate(text) if _is_forbidden(character)]
    found.extend((match.start(), match[0]) for match in _STACK.finditer(text))
    return sorted(found)


def _is_forbidden(character: str) -> bool:
    if character.isascii():
        return not character.isprintable() and character not in _ALLOWED_CONTROLS
    if character in _BIDI or character in _INVISIBLE:
        return True
    return unicodedata.category(character) in _REFUSED_CATEGORIES
