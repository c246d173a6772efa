"""Where a line must not end: inside terms and dates, and before ๆ; and which words are English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from generator.thai.dates import MONTHS, SHORT

TERMS: Final = Path(__file__).parent / "terms.txt"
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
# A mark of punctuation as HTML text has it, or as a line of Markdown must write it.
_DOT = r"(?:\.|&#46;)"
_HYPHEN = "(?:-|&#45;)"
_DIGIT = "[0-9๐-๙]"
_SMALL_LETTERS = re.compile("[a-z]{2}")
_WORD = f"[A-Za-z]+(?:{_HYPHEN}[A-Za-z]+)*"
# Part of an address, a file name or a code rather than of a sentence.
_NOT_AFTER = r"(?<![\w@/.&#-])(?<!&#64;)(?<!&#47;)(?<!&#46;)(?<!&#45;)(?<!&#95;)"
_NOT_BEFORE = rf"(?![\w@/;-]|&#(?:45|47|64|95);|{_DOT}\w)"
_ENGLISH = re.compile(rf"{_NOT_AFTER}(?:[Ee]{_HYPHEN}{_WORD}|{_WORD}(?: {_WORD})+){_NOT_BEFORE}")
_MONTH = "|".join(name.replace(".", _DOT) for name in (*MONTHS, *SHORT))
_THAI_LETTER = re.compile("[\u0e00-\u0e7f]")
# What is neither a letter of another script nor the beginning of a tag; marks may be escaped.
_BETWEEN = r"(?:[^A-Za-z<>&]|&#\d+;|&(?:amp|lt|gt|quot);)"
_RUN = re.compile(rf"[\u0e00-\u0e7f](?:{_BETWEEN}*[\u0e00-\u0e7f])?")
_START, _END = '<span class="nb">', "</span>"
_DAY = re.compile(f"({_DIGIT}(?<!{_DIGIT}{_DIGIT}){_DIGIT}?) {_START}(?={_MONTH})")


def has_thai(text: str) -> bool:
    return _THAI_LETTER.search(text) is not None


def mark_thai(escaped: str) -> str:
    """Escaped text of an English page with `lang` around each run of Thai.

    A run takes in the spaces, digits and marks that stand between its Thai letters; inside it lines
    end as on a Thai page.
    """
    return _RUN.sub(_in_thai, escaped) if has_thai(escaped) else escaped


def thai_runs(text: str) -> Iterator[tuple[str, bool]]:
    """A text in its parts, each with whether it is a run of Thai."""
    at = 0
    for found in _RUN.finditer(text):
        if found.start() > at:
            yield text[at : found.start()], False
        yield found[0], True
        at = found.end()
    if at < len(text):
        yield text[at:], False


def mark_lines(escaped: str) -> str:
    """Escaped text with `nb` around what belongs on one line, and `lang` on English phrases.

    English is two words or more with a small letter among them, or a word such as E-Service: not
    names such as ITA or LINE OA, not codes, not addresses.
    """
    if _SMALL_LETTERS.search(escaped):
        escaped = _ENGLISH.sub(_in_english, escaped)
    return _on_whole_lines(escaped)


def _on_whole_lines(escaped: str) -> str:
    whole = _whole().sub(_on_one_line, escaped)
    if whole is not escaped:
        whole = _DAY.sub(rf"{_START}\1 ", whole)
    return whole.replace(" ๆ", f"{NO_BREAK_SPACE}ๆ")


@cache
def terms() -> tuple[str, ...]:
    """The longest first, so that none is found inside another."""
    lines = TERMS.read_text(encoding="utf-8").split("\n")
    found = (line for line in lines if line and not line.startswith("#"))
    return tuple(sorted(found, key=lambda term: (-len(term), term)))


@cache
def _whole() -> re.Pattern[str]:
    """Terms, months with their year, and years of the era; each begins with a letter as it is.

    A pattern that could begin with anything else would be ten times as slow.
    """
    era = f"พ{_DOT} ?ศ{_DOT} ?"
    year = f"{_DIGIT}{{2,4}}(?!{_DIGIT})"
    months = (f"{name.replace('.', _DOT)} (?:{era})?{year}" for name in (*MONTHS, *SHORT))
    return re.compile("|".join((*terms(), *months, f"{era}{year}")))


def _on_one_line(found: re.Match[str]) -> str:
    return f"{_START}{found[0]}{_END}"


def _in_thai(found: re.Match[str]) -> str:
    return f'<span lang="th">{_on_whole_lines(found[0])}</span>'


def _in_english(found: re.Match[str]) -> str:
    phrase = found[0]
    return phrase if phrase.isupper() else f'<span lang="en">{phrase}</span>'
