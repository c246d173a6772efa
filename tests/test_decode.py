"""Bytes that can be read as text, and what is said of those that cannot."""

from __future__ import annotations

import pytest

from generator.decode import MAX_BYTES, MOST_CHARACTERS_NAMED, MOST_REPAIRS_NAMED, decode
from generator.problems import WordKey

THAI = "total: 85.10\nlevel: ผ่านดี\n"


def found(data: bytes) -> list[str]:
    """Each problem as `line:column CODE`."""
    _, problems = decode(data, "f")
    return [f"{p.place.line}:{p.place.column} {p.code}" for p in problems]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (THAI.encode(), THAI),
        (THAI.encode("utf-8-sig"), THAI),
        (b"a: 1\r\nb: 2\r\n", "a: 1\nb: 2\n"),
        (b"a: 1\rb: 2\r", "a: 1\nb: 2\n"),
        (b"a: 1\r\rb: 2\r\n", "a: 1\n\nb: 2\n"),
        (b"a:\tb\n", "a:\tb\n"),
        ("a: \U0001f600 é 日本\n".encode(), "a: \U0001f600 é 日本\n"),
        (b"a" * MAX_BYTES, "a" * MAX_BYTES),
    ],
)
def test_utf_8_is_read_as_it_is(data: bytes, text: str) -> None:
    """UTF-8 with or without a byte order mark is right; line ends of all systems are one."""
    assert decode(data, "f") == (text, ())


@pytest.mark.parametrize(
    ("data", "place", "encoding"),
    [
        (THAI.encode("utf-16"), "1:1", "UTF-16"),
        (b"\xff\xfe" + THAI.encode("utf-16-le"), "1:1", "UTF-16"),
        (b"\xfe\xff" + THAI.encode("utf-16-be"), "1:1", "UTF-16"),
        (b"\xff\xfe", "1:1", "UTF-16"),
        (THAI.encode("utf-16-le"), "1:1", "UTF-16"),
        (THAI.encode("utf-16-be"), "1:1", "UTF-16"),
        (b"total: 85\n".decode().encode("utf-16-le"), "1:1", "UTF-16"),
        ("ผลการประเมิน".encode("utf-16-be"), "1:1", "UTF-16"),
        ("ผลการประเมิน".encode("utf-16-le"), "1:1", "UTF-16"),
        (THAI.encode("utf-32"), "1:1", "UTF-32"),
        (b"\x00\x00\xfe\xff" + THAI.encode("utf-32-be"), "1:1", "UTF-32"),
        (THAI.encode("tis-620"), "2:8", "TIS-620 / Windows-874"),
        (THAI.encode("cp874"), "2:8", "TIS-620 / Windows-874"),
        (THAI.replace("\n", "\r\n").encode("cp874"), "2:8", "TIS-620 / Windows-874"),
        (THAI.replace("\n", "\r").encode("cp874"), "2:8", "TIS-620 / Windows-874"),
        (b"a: \x80\x91\x92\n", "1:4", "?"),
        (b"a: caf\xc3\n", "1:7", "TIS-620 / Windows-874"),
        ("a: ก\nข: ".encode() + b"\xe0\xb8\n", "2:4", "?"),
        (b"\xef\xbb\xbfa: 1\nb: " + b"\x80\n", "2:4", "?"),
        (b"\xef\xbb\xbf\xff", "1:1", "?"),
        (b"a: \xc0\x80\n", "1:4", "?"),
        (b"a: \xed\xa0\x80\n", "1:4", "?"),
        (b"a: \xf4\x90\x80\x80\n", "1:4", "?"),
        ("ผลการประเมิน: ".encode() + b"\xff", "1:15", "?"),
    ],
)
def test_other_encodings_are_named(data: bytes, place: str, encoding: str) -> None:
    """What is not UTF-8 is refused where it stops being so, with the likeliest encoding."""
    text, (problem,) = decode(data, "f")
    assert text is None
    assert f"{problem.place.line}:{problem.place.column}" == place
    assert (problem.code, problem.facts) == ("FILE-ENCODING", {"encoding": encoding})


def test_file_that_is_too_large_is_refused_with_its_size() -> None:
    """A file over the limit is not read; the message names its size and the limit."""
    text, (problem,) = decode(b"a" * (MAX_BYTES + 1), "f", size=3 * 1024 * 1024)
    assert (text, problem.code) == (None, "FILE-TOO-LARGE")
    assert problem.facts == {"size": 3072, "limit": 512}


@pytest.mark.parametrize(
    ("character", "called"),
    [
        ("\0", "U+0000"),
        ("\x07", "U+0007"),
        ("\x0b", "U+000B"),
        ("\x0c", "U+000C"),
        ("\x1b", "U+001B"),
        ("\x7f", "U+007F"),
        ("\x85", "U+0085"),
        ("\u061c", "U+061C"),
        ("\u200c", "U+200C"),
        ("\u200d", "U+200D"),
        ("\u200e", "U+200E"),
        ("\u202a", "U+202A"),
        ("\u202e", "U+202E"),
        ("\u2028", "U+2028"),
        ("\u2029", "U+2029"),
        ("\u2060", "U+2060"),
        ("\u2066", "U+2066"),
        ("\u2069", "U+2069"),
        ("\ufeff", "U+FEFF"),
        ("\ufff9", "U+FFF9"),
        ("\uffff", "U+FFFF"),
        ("\ufdd0", "U+FDD0"),
        ("\ue000", "U+E000"),
        ("\u3164", "U+3164"),
        ("\u034f", "U+034F"),
        ("\U000e0041", "U+E0041"),
        ("\U0010ffff", "U+10FFFF"),
    ],
)
def test_characters_that_cannot_be_seen_are_refused(character: str, called: str) -> None:
    """A control, bidirectional, zero-width, private or unassigned character stops the file."""
    text, (problem,) = decode(f"a: ก\nข: ก{character}ข\n".encode(), "f")
    assert text is None
    assert (problem.code, problem.facts["character"]) == ("TEXT-HIDDEN-CHARACTER", called)
    assert (problem.place.line, problem.place.column) == (2, 5)
    assert problem.excerpt == f"ข: ก{character}ข"


@pytest.mark.parametrize(
    ("typed", "place", "kind"),
    [
        ("เเผน", "1:4", "double-e"),
        ("ทํา", "1:5", "sara-am"),
        ("นํ้า", "1:5", "sara-am"),
        ("ที่\u00a0ดิน", "1:7", "no-break-space"),
        ("โปร\u200bแกรม", "1:7", "zero-width-space"),
        ("โปร\u00adแกรม", "1:7", "soft-hyphen"),
        ("ท\u0e48\u0e35", "1:5", "mark-order"),
        ("e\u0301", "1:4", "composed"),
    ],
)
def test_thai_typed_in_another_form_is_warned_of(typed: str, place: str, kind: str) -> None:
    """Spellings that look the same are read as one, with a warning at their place."""
    text, (problem,) = decode(f"a: {typed}\n".encode(), "f")
    assert text == f"a: {typed}\n"
    assert (problem.code, problem.severity, problem.facts["kind"]) == (
        "TEXT-REPAIRED",
        "warning",
        WordKey(f"report.repair.{kind}"),
    )
    assert f"{problem.place.line}:{problem.place.column}" == place


def test_marks_that_hide_a_letter_are_refused() -> None:
    """More marks on one letter than Thai has are not text."""
    assert found("a: ก่่่่่\n".encode()) == ["1:5 TEXT-HIDDEN-CHARACTER"]
    assert "1:5 TEXT-HIDDEN-CHARACTER" in found(("a: e" + "\u0301" * 9).encode())


def test_only_the_first_of_many_faults_are_named() -> None:
    """A file full of the same fault does not fill the report."""
    hidden = found(("\u202e" * 1000 + "\n").encode())
    assert hidden == [f"1:{n} TEXT-HIDDEN-CHARACTER" for n in range(1, MOST_CHARACTERS_NAMED + 1)]
    assert len(found("เเผน\n".encode() * 1000)) == MOST_REPAIRS_NAMED
    assert len(found("เเผน".encode() * 1000)) == MOST_REPAIRS_NAMED
