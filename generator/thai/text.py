"""The normal form of Thai text, and the characters that have no place in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

SARA_AM = "\u0e33"
_TONES = "\u0e48-\u0e4b"
_LAST = f"{_TONES}\u0e4c"  # typed after a vowel: the tone marks and thanthakhat
_VOWELS = "\u0e31\u0e34-\u0e3a\u0e47"
_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_ACCENTS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_REMOVED = "\u00ad\u200b"
# A whole run of marks is put in order at once: one step at a time, a long run would take seconds.
# For the same reason a run after SARA AM is taken whether or not a tone mark turns up in it.
_RUN_AFTER_AM = f"\u0e33[\u0e33{_TONES}{_ACCENTS}]*"
_VOWEL_AFTER_LAST = (
    f"(?<![{_LAST}{_ACCENTS}])[{_LAST}][{_LAST}{_ACCENTS}]*[{_VOWELS}][{_VOWELS}{_LAST}{_ACCENTS}]*"
)
_TO_LOOK_AT = re.compile(
    f"\u0e40\u0e40|\u0e4d[{_TONES}]?\u0e32|{_RUN_AFTER_AM}|{_VOWEL_AFTER_LAST}|[\u00a0{_REMOVED}]"
)
_VOWEL = re.compile(f"[{_VOWELS}]")
_TONE = re.compile(f"[{_TONES}]")
# What a repair removes does not keep marks apart.
_STACK = re.compile(
    "|".join(
        f"[{marks}](?:[{_REMOVED}]*[{marks}]){{{more},}}"
        for marks, more in ((_TONES, 2), (_MARKS, 3), (_ACCENTS, 2))
    )
)
# Unicode's stream-safe form: no letter carries more marks. To put more in order takes a time that
# grows with their square.
MOST_MARKS = 30
_NO_LETTERS = re.compile(f"[^\\w\\s\\x00-\\x7f]{{{MOST_MARKS + 1},}}")
# What nearly every text is made of; in it only a few neighbours can need a closer look.
_UNUSUAL = re.compile(
    "[^\n -~\u0e01-\u0e3a\u0e3f-\u0e4c\u0e50-\u0e59\u2013\u2014\u2018\u2019\u201c\u201d\u2026]"
)
_MARK_BEFORE_ITS_TURN = re.compile(f"[\u0e33{_LAST}][{_VOWELS}{_TONES}]")
_OUT_OF_ORDER = ("\u0e40\u0e40", "\u0e38\u0e3a", "\u0e39\u0e3a")
_THREE_MARKS = re.compile(f"[{_MARKS}]{{3}}")
# Blank or joining characters whose category does not tell.
_INVISIBLE = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\U000e0100-\U000e01ef]")
_ALLOWED_CONTROLS = frozenset("\n\t")
# Controls, private use, surrogates, unassigned; formats (bidi, zero width, tags); line separators.
_REFUSED_CATEGORIES = frozenset({"Cc", "Co", "Cs", "Cn", "Cf", "Zl", "Zp"})


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
    """Text in its normal form, with every change that was needed for it.

    A text with an endless run of marks stays as it is: it is refused.
    """
    if any(True for _ in _endless_runs(text)) or _is_normal(text):
        return text, ()
    repairs = [_repair_at(match) for match in _faults(text)]
    repaired = _TO_LOOK_AT.sub(_repaired, text)
    if not (unicodedata.is_normalized("NFC", repaired) or unicodedata.is_normalized("NFC", text)):
        repairs.append(Repair(RepairKind.COMPOSED, _first_change(text)))
    repaired = unicodedata.normalize("NFC", repaired)
    while not _is_normal(repaired):  # a removed character brought others together
        repaired = unicodedata.normalize("NFC", _TO_LOOK_AT.sub(_repaired, repaired))
    return repaired, tuple(sorted(repairs, key=lambda repair: repair.position))


def _is_normal(text: str) -> bool:
    return unicodedata.is_normalized("NFC", text) and not any(True for _ in _faults(text))


def _faults(text: str) -> Iterator[re.Match[str]]:
    for match in _TO_LOOK_AT.finditer(text):
        if match[0][0] != SARA_AM or _TONE.search(match[0]):
            yield match


def _first_change(text: str) -> int:
    composed = unicodedata.normalize("NFC", text)
    pairs = enumerate(zip(text, composed, strict=False))
    return next(index for index, (one, other) in pairs if one != other)


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
            return _reordered(found)
    return ""


def _reordered(marks: str) -> str:
    """Vowels before tone marks; a tone mark before SARA AM."""
    first = _TONE if marks[0] == SARA_AM else _VOWEL
    return "".join(first.findall(marks)) + first.sub("", marks)


def is_plain(text: str) -> bool:
    """Whether a whole text at once is seen to need no repair and to hide nothing."""
    if _is_ordinary(text):
        return True
    if any(map(_is_forbidden, set(text))) or any(True for _ in _stacks(text)):
        return False
    return _is_normal(text)


def _is_ordinary(text: str) -> bool:
    """At a glance: usual characters whose neighbours leave nothing to put right."""
    return not (
        _UNUSUAL.search(text)
        or any(pair in text for pair in _OUT_OF_ORDER)
        or _MARK_BEFORE_ITS_TURN.search(text)
        or _THREE_MARKS.search(text)
    )


def forbidden_characters(text: str) -> list[tuple[int, str]]:
    """Characters that a reader cannot see or that turn the text around, with their positions."""
    found = [(index, character) for index, character in enumerate(text) if _is_forbidden(character)]
    return sorted([*found, *_stacks(text)])


def _stacks(text: str) -> Iterator[tuple[int, str]]:
    """Marks piled up on one letter."""
    yield from ((match.start(), match[0]) for match in _STACK.finditer(text))
    yield from _endless_runs(text)


def _endless_runs(text: str) -> Iterator[tuple[int, str]]:
    for match in _NO_LETTERS.finditer(text):
        marks = 0
        for position, character in enumerate(match[0]):
            if unicodedata.combining(character):
                marks += 1
            elif character not in _REMOVED:
                marks = 0
            if marks > MOST_MARKS:
                yield match.start(), match[0][: position + 1]
                break


def _is_forbidden(character: str) -> bool:
    if character.isascii():
        return not character.isprintable() and character not in _ALLOWED_CONTROLS
    if character in _REMOVED:
        return False
    return (
        unicodedata.category(character) in _REFUSED_CATEGORIES
        or _INVISIBLE.match(character) is not None
    )
