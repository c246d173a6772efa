"""Files to text: UTF-8 only, and no character that a reader cannot see."""

from __future__ import annotations

import codecs
import stat
from collections.abc import Iterator
from pathlib import Path

from generator.problems import Place, Problem, Severity, WordKey
from generator.thai import RepairKind, forbidden_characters, is_plain, normalise

MAX_BYTES = 512 * 1024
MOST_CHARACTERS_NAMED = 5
MOST_REPAIRS_NAMED = 50
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
# The high bytes of two-byte Latin and Thai letters.
HIGH_BYTES_OF_UTF_16 = b"\x00\x0e"


def read_text(path: Path, name: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of an ordinary file; what a link leads to is not the project's."""
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            return None, (Problem(Place(name), "FILE-NOT-ORDINARY"),)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        facts = {"reason": error.strerror or type(error).__name__}
        return None, (Problem(Place(name), "FILE-UNREADABLE", facts=facts),)
    return decode(data, name, status.st_size)


def decode(
    data: bytes, name: str, size: int | None = None
) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a file, or the problems that make it unreadable; `size` if data are cut."""
    if len(data) > MAX_BYTES:
        facts = {"size": max(len(data), size or 0) // 1024, "limit": MAX_BYTES // 1024}
        return None, (Problem(Place(name), "FILE-TOO-LARGE", facts=facts),)
    data = data.removeprefix(codecs.BOM_UTF8)
    if _looks_two_byte(data):
        return None, (_wrong_encoding(data, 0, name),)
    try:
        text = _with_line_feeds(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return None, (_wrong_encoding(data, error.start, name),)
    problems = tuple(_character_problems(text, name))
    unreadable = any(problem.severity is Severity.ERROR for problem in problems)
    return (None if unreadable else text), problems


def file_name(path: Path) -> str:
    """The name of a file as it can be written down; old systems left names that are not text."""
    return path.name.encode("utf-8", "replace").decode("utf-8")


def hidden_character(place: Place, characters: str, excerpt: str) -> Problem:
    facts = {"character": f"U+{ord(characters[0]):04X}"}
    return Problem(place, "TEXT-HIDDEN-CHARACTER", facts=facts, excerpt=excerpt)


def repaired(place: Place, kind: RepairKind, excerpt: str) -> Problem:
    facts = {"kind": WordKey(f"report.repair.{kind}")}
    return Problem(place, "TEXT-REPAIRED", Severity.WARNING, facts, excerpt=excerpt)


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _wrong_encoding(data: bytes, offset: int, name: str) -> Problem:
    encoding = next((label for mark, label in BYTE_ORDER_MARKS if data.startswith(mark)), None)
    if encoding or _looks_two_byte(data):
        return Problem(Place(name), "FILE-ENCODING", facts={"encoding": encoding or "UTF-16"})
    encoding = "TIS-620 / Windows-874" if _looks_thai_single_byte(data) else "?"
    before = _with_line_feeds(data[:offset].decode("utf-8"))
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Problem(Place(name, line, column), "FILE-ENCODING", facts={"encoding": encoding})


def _looks_two_byte(data: bytes) -> bool:
    """UTF-16 without a byte order mark: in all that we read, it is valid but empty UTF-8."""
    halves = (data[:-1:2], data[1::2])
    return any(
        sum(map(half.count, HIGH_BYTES_OF_UTF_16)) > 0.8 * len(half) for half in halves if half
    )


def _looks_thai_single_byte(data: bytes) -> bool:
    high = [byte for byte in data if byte >= 0x80]
    return bool(high) and sum(0xA1 <= byte <= 0xFB for byte in high) > 0.9 * len(high)


def _character_problems(text: str, name: str) -> Iterator[Problem]:
    if is_plain(text):
        return
    hidden = repairs = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if line.isascii() and line.isprintable():
            continue
        for offset, characters in forbidden_characters(line):
            hidden += 1
            if hidden > MOST_CHARACTERS_NAMED:
                return
            yield hidden_character(Place(name, number, offset + 1), characters, line)
        for repair in normalise(line)[1] if repairs < MOST_REPAIRS_NAMED else ():
            repairs += 1
            if repairs <= MOST_REPAIRS_NAMED:
                yield repaired(Place(name, number, repair.position + 1), repair.kind, line)
