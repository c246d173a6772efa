"""textretype, enc, unicode: text that a program changes, or that a reader cannot see."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from tests.corpus import Case, text_case

# Bare words that YAML 1.1 takes for something else.
RETYPED = (
    *("no", "NO", "No", "yes", "on", "off", "y", "n", "true", "False", "12:30", "1:30:45", "1.10"),
    *("010", "0o17", "0x1F", "1_000", "1e3", ".inf", ".nan", "-.inf", "2566-10-01", "2566-02-29"),
    *("2001-12-14t21:59:43.10-05:00", "+1", "-0", "007", "1.0", "0b11", "=", "<<", "Null ก", "~ก"),
    *("85.10", "๘๕.๑๐", "null.", "0342771234", "1,000", "50%", "O1", "1/2567", "NULL", "None"),
)
KEPT = (
    *("-ก", ":ก", "?ก", "ก:ข", "ก#ข", "http://a.go.th/x#y", "<p>ก</p>", "ก & ข", "ก | ข", "ก\\nข"),
    *("ก's", 'ก"ข"', "(ก)", "ก, ข", "ก; ข", "$HOME", "${HOME}", "ก{ข}", "ก[ข]", "ก`ข`"),
    *(
        "ก*ข*",
        "ก_ข_",
        "ก@ข",
        "ก!ข",
        "ก ~ ข",
        "\\",
        "ก\\",
        "--- ก",
        "... ก",
        "ก ---",
        "ก - ข",
        "ก  ข",
    ),
    *("😀 ก", "é ก", "日本 ก", "ฯลฯ", "ๆ", "๏ ก", "๚ะ๛", "ก\u2013ข"),
)
THAI = "level: ผ่านดี\nsource: รายงานผลการประเมิน\n"
ENCODED = {
    "utf-16": (THAI.encode("utf-16"), "1:1"),
    "utf-16 little": (THAI.encode("utf-16-le"), "1:1"),
    "utf-16 big": (THAI.encode("utf-16-be"), "1:1"),
    "utf-16 big with a mark": (codecs.BOM_UTF16_BE + THAI.encode("utf-16-be"), "1:1"),
    "utf-32": (THAI.encode("utf-32"), "1:1"),
    "utf-32 big": (codecs.BOM_UTF32_BE + THAI.encode("utf-32-be"), "1:1"),
    "windows-874": (THAI.encode("cp874"), "1:8"),
    "tis-620": (f"{THAI}year: 2565\n".encode("tis-620"), "1:8"),
    "latin-1": ("source: résumé\n".encode("latin-1"), "1:10"),
    "windows-1252": ("source: “ก”\n".replace("ก", "a").encode("cp1252"), "1:9"),
    "gbk": ("source: 结果\n".encode("gbk"), "1:9"),
    "shift-jis": ("source: 結果\n".encode("shift-jis"), "1:9"),
    "utf-7 bytes are text": (b"source: +AGE-\n", ""),
    "overlong slash": (b"source: \xc0\xaf\n", "1:9"),
    "overlong nul": (b"source: \xc0\x80\n", "1:9"),
    "overlong in three": (b"source: \xe0\x80\xaf\n", "1:9"),
    "surrogate": (b"source: \xed\xa0\x80\n", "1:9"),
    "above unicode": (b"source: \xf4\x90\x80\x80\n", "1:9"),
    "five bytes": (b"source: \xf8\x88\x80\x80\x80\n", "1:9"),
    "cut in a letter": ("level: ก".encode()[:-1], "1:8"),
    "cut in line two": ("level: ก\nsource: ข".encode()[:-1], "2:9"),
    "lone continuation": (b"level: a\x80\n", "1:9"),
    "half of it in windows-874": ("level: ก\n".encode() + "source: ข\n".encode("cp874"), "2:9"),
    "ff": (b"\xff", "1:1"),
    "fe ff inside": (b"level: a\n\xfe\xff\n", "2:1"),
}
LINE_ENDS = {
    "byte order mark": b"\xef\xbb\xbftotal: 85.10\n",
    "crlf": b"total: 85.10\r\n",
    "cr": b"total: 85.10\r",
    "byte order mark and crlf": b"\xef\xbb\xbftotal: 85.10\r\nlevel: a\r\n",
    "no end": b"total: 85.10",
}
HIDDEN = {
    "nul": "\0",
    "bell": "\a",
    "backspace": "\b",
    "vertical tab": "\v",
    "form feed": "\f",
    "escape": "\x1b[31m",
    "delete": "\x7f",
    "next line": "\x85",
    "c1": "\x9b",
    "line separator": "\u2028",
    "paragraph separator": "\u2029",
    "left to right mark": "\u200e",
    "right to left mark": "\u200f",
    "arabic letter mark": "\u061c",
    "embedding": "\u202a",
    "right to left embedding": "\u202b",
    "pop": "\u202c",
    "override": "\u202d",
    "right to left override": "\u202e",
    "isolate": "\u2066",
    "right to left isolate": "\u2067",
    "first strong isolate": "\u2068",
    "pop isolate": "\u2069",
    "zero width joiner": "\u200d",
    "zero width non-joiner": "\u200c",
    "word joiner": "\u2060",
    "invisible times": "\u2062",
    "byte order mark inside": "\ufeff",
    "interlinear": "\ufff9",
    "private use": "\ue000",
    "thai of a private font": "\uf700",
    "private plane": "\U000f0000",
    "last private": "\U0010fffd",
    "noncharacter": "\ufdd0",
    "noncharacter at the end": "\uffff",
    "unassigned": "\u0378",
    "tag letter": "\U000e0041",
    "language tag": "\U000e0001",
    "variation selector 17": "\U000e0100",
    "hangul filler": "\u3164",
    "halfwidth filler": "\uffa0",
    "choseong filler": "\u115f",
    "khmer inherent vowel": "\u17b4",
    "braille blank": "\u2800",
    "grapheme joiner": "\u034f",
    "mongolian separator": "\u180e",
    "shorthand control": "\U0001bca0",
    "music begin beam": "\U0001d173",
    "four tone marks": "\u0e48\u0e48\u0e48\u0e48",
    "zalgo": "\u0301\u0302\u0303",
    "combining enclosure": "\u20dd\u20de\u20df",
}
REPAIRED = {
    "double e": ("เเผน", "แผน", 9),
    "sara am": ("ท\u0e4d\u0e32", "ทำ", 10),
    "tone between sara am": ("น\u0e4d\u0e49\u0e32", "น้ำ", 10),
    "tone after sara am": ("น\u0e33\u0e49", "น้ำ", 10),
    "tone before vowel": ("ท\u0e48\u0e35", "ที่", 10),
    "thanthakhat before vowel": ("ส\u0e4c\u0e34", "สิ์", 10),
    "no-break space": ("ก\u00a0ข", "ก ข", 10),
    "zero width space": ("ก\u200bข", "กข", 10),
    "soft hyphen": ("ก\u00adข", "กข", 10),
    "decomposed": ("e\u0301", "é", 9),
    "angstrom": ("\u212b", "Å", 9),
    "ohm": ("\u2126", "Ω", 9),
}


def cases() -> Iterator[Case]:
    for typed in (*RETYPED, *KEPT):
        path = ("source",)
        if typed not in ("=", "<<"):
            yield text_case(f"text {typed}", f"source: {typed}\n", path=path, value=typed)
        quoted = typed.replace("'", "''")
        yield text_case(f"'{typed}'", f"source: '{quoted}'\n", path=path, value=typed)
    yield from _encodings()
    yield from _characters()


def _encodings() -> Iterator[Case]:
    for name, (data, place) in ENCODED.items():
        yield Case(name, data, (f"{place} FILE-ENCODING",) if place else ())
    for name, data in LINE_ENDS.items():
        yield Case(name, data, (), ("total",), "85.10")


def _characters() -> Iterator[Case]:
    for name, character in HIDDEN.items():
        text = f"total: 85\nsource: ก{character}ข\n"
        yield text_case(name, text, "2:10 TEXT-HIDDEN-CHARACTER")
        if len(character) == 1:
            escaped = f'total: 85\nsource: "ก\\U{ord(character):08X}ข"\n'
            yield text_case(f"{name} by an escape", escaped, "2:9 TEXT-HIDDEN-CHARACTER")
        key = f"ก{character}: 85\n"
        yield text_case(f"{name} in a key", f"total: 85\n{key}", "2:2 TEXT-HIDDEN-CHARACTER")
    for name, (typed, normal, column) in REPAIRED.items():
        told = f"~1:{column} TEXT-REPAIRED"
        yield text_case(name, f"source: {typed}\n", told, path=("source",), value=normal)
        note = f"total: 85\n# {typed}\n"
        yield text_case(f"{name} in a remark", note, f"~2:{column - 6} TEXT-REPAIRED")
    two = "ทำ: 1\nท\u0e4d\u0e32: 2\n"
    yield text_case(
        "two spellings of a key",
        two,
        "~2:2 TEXT-REPAIRED",
        "2:1 YAML-DUPLICATE-KEY",
        "1:1 FIELD-UNKNOWN",
    )
