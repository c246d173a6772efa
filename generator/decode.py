"""File bytes to text: UTF-8 only, and no character that a reader cannot see."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from generator.problems import Place, Problem, Severity
from generator.thai import forbidden_characters, is_plain, normalise

MAX_BYTES = 512 * 1024
MOST_CHARACTERS_NAMED = 5
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def decode(data: bytes, name: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a file, or the problems that make it unreadable."""
    if len(data) > MAX_BYTES:
        facts = {"size": len(data) // 1024, "limit": MAX_BYTES // 1024}
        return None, (Problem(Place(name), "FILE-TOO-LARGE", facts=facts),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, (_wrong_encoding(data, error.start, name),)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    problems = tuple(_character_problems(text, name))
    unreadable = any(problem.severity is Severity.ERROR for problem in problems)
    return (None if unreadable else text), problems


def _wrong_encoding(data: bytes, offset: int, name: str) -> Problem:
    encoding = next((label for mark, label in BYTE_ORDER_MARKS if data.startswith(mark)), None)
    if encoding is None:
        encoding = "TIS-620 / Windows-874" if _looks_thai_single_byte(data) else "?"
    line = data.count(b"\n", 0, offset) + 1
    start = data.rfind(b"\n", 0, offset) + 1
    column = len(data[start:offset].decode("utf-8", "replace")) + 1
    return Problem(Place(name, line, column), "FILE-ENCODING", facts={"encoding": encoding})


def _looks_thai_single_byte(data: bytes) -> bool:
    high = [byte for byte in data if byte >= 0x80]
    return bool(high) and sum(0xA1 <= byte <= 0xFB for byte in high) > 0.9 * len(high)


def _character_problems(text: str, name: str) -> Iterator[Problem]:
    if is_plain(text):
        return
    found = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if line.isascii() and line.isprintable():
            continue
        for offset, character in forbidden_characters(line):
            found += 1
            if found > MOST_CHARACTERS_NAMED:
                return
            place = Place(name, number, offset + 1)
            facts = {"character": f"U+{ord(character[0]):04X}"}
            yield Problem(place, "TEXT-HIDDEN-CHARACTER", facts=facts, excerpt=line)
        for repair in normalise(line)[1]:
            place = Place(name, number, repair.position + 1)
            facts = {"kind": str(repair.kind)}
            yield Problem(place, "TEXT-REPAIRED", Severity.WARNING, facts, excerpt=line)
