"""YAML text as a tree of what was typed; whatever YAML would change is text or a problem."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.load import MAX_DEPTH, MAX_FIELD, MAX_NODES, Document, load_file, load_text
from generator.problems import WordKey
from generator.tree import Mapping, Plain, find, find_key, plain, scalars
from tests.patience import patience


def found(document: Document) -> list[str]:
    """Each problem as `line:column CODE`."""
    return [f"{p.place.line}:{p.place.column} {p.code}" for p in document.problems]


def content(text: str) -> Plain:
    document = load_text(text, "f")
    assert not document.problems
    assert document.root is not None
    return plain(document.root)


@pytest.mark.parametrize(
    "typed",
    [
        *("no", "yes", "on", "off", "No", "YES", "y", "n", "true", "False", "TRUE"),
        *("12:30", "12:30:45", "190:20:30", "010", "0o17", "0342771234", "0b11", "0x1F", "1_000"),
        *("1e3", "1E3", "6.02e+23", ".5", "5.", "+1", "-1", "-.5", ".inf", "-.inf", ".nan", ".NaN"),
        *("85.1", "85.10", "85.100", "1.10", "100.00", "9007199254740993", "0.1000000000000000055"),
        *("2567", "2567-02-29", "2024-13-45", "2566-10-01", "2001-12-14t21:59:43.10-05:00"),
        *("=", "Null", "NULL", "Nil", "none", "x''", "x'y", "C:/งาน", "http://x.go.th/a#b", "a#b"),
        *("ข้อ:ที่", "10%", "50 %", "x@y", "ก&ข", "ก*ข", "ก!ข", "-x", "--", "?x", ":x", "a]", "a}"),
        *("๙๓.๓๗", "93,37", "เวลา 12:30 น.", "<b>x</b>", "ตาราง |", "$x", "\\n", "(1)", "~x"),
    ],
)
def test_plain_scalars_are_the_text_that_was_typed(typed: str) -> None:
    """Nothing is a number, a date, a truth value or a time because YAML 1.1 says so."""
    assert content(f"a: {typed}\n") == {"a": typed}
    assert content(f"a:\n- b\n- {typed}\n") == {"a": ["b", typed]}


@pytest.mark.parametrize(
    "typed", ["no", "12:30", "010", "2567-02-29", "~", "null", "1e3", "=", "๑"]
)
def test_keys_are_the_text_that_was_typed(typed: str) -> None:
    """A key is never retyped either."""
    assert content(f"{typed}: x\n") == {typed: "x"}


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("", None),
        (" ~", None),
        (" null", None),
        (' "null"', "null"),
        (" '~'", "~"),
        (' ""', ""),
        (" ''", ""),
        (" |-\n  null", "null"),
        (" |\n", ""),
        (" []", []),
        (" {}", {}),
        (" [~, '', x]", [None, "", "x"]),
        (" {b: }", {"b": None}),
        (" {b}", {"b": None}),
        ("\n  b:", {"b": None}),
        ("\n- ", [None]),
        ("\n-", [None]),
        ("\n- - x", [["x"]]),
        ("\n- b: 1\n  c: 2", [{"b": "1", "c": "2"}]),
        (" [b: 1]", [{"b": "1"}]),
        (' "ก\\tข\\nค\\\\"', "ก\tข\nค\\"),
        (' "\\u0E01\\x41\\U0001F600"', "กA\U0001f600"),
        (" 'it''s'", "it's"),
        (" 'C:\\งาน'", "C:\\งาน"),
        (' "ก\n  ข\n\n  ค"', "ก ข\nค"),
        (' "ก\\\n  ข"', "กข"),
        (" ก\n  ข", "ก ข"),
        (" |\n  ก\n    ข\n\n  ค\n", "ก\n  ข\n\nค\n"),
        (" |-\n  ก\n  ข", "ก\nข"),
        (" |+\n  ก\n\n", "ก\n\n\n"),
        (" >\n  ก\n  ข\n\n  ค\n", "ก ข\nค\n"),
        (" >-\n  ก\n  ข", "ก ข"),
        (" |2-\n    ก", "  ก"),
        (" |\n  #1\n  - x: y\n  *a &b !c", "#1\n- x: y\n*a &b !c\n"),
        (" x # หมายเหตุ", "x"),
        (" # หมายเหตุ", None),
        (' "x #1"', "x #1"),
        (' "x" #1', "x"),
        (' "<<"', "<<"),
        (" <<", "<<"),
        ('\n  "<<": x', {"<<": "x"}),
        ("\tx", "x"),
        (" x\ty", "x\ty"),
        (" x\n# หมายเหตุ", "x"),
    ],
)
def test_styles_of_typing_give_their_text(typed: str, value: Plain) -> None:
    """Blocks, quotes and folded lines give the text that YAML says; only bare null is nothing."""
    assert content(f"a:{typed}\n") == {"a": value}


@pytest.mark.parametrize(
    "text",
    ["---\na: x\n", "a: x\n...\n", "# c\n\na: x\n", "{a: x}\n", "? a\n: x\n", "a: x", '"a": x'],
)
def test_one_document_may_be_framed(text: str) -> None:
    """A start or an end mark, comments and brackets around one document change nothing."""
    assert content(text) == {"a": "x"}


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        # What YAML has and this program refuses.
        ("a: &x 1\nb: *x\n", ["1:4 YAML-ANCHOR", "2:4 YAML-ALIAS"]),
        ("a: &สำคัญ เรื่อง\n", ["1:4 YAML-ANCHOR"]),
        ("a: *\n", ["1:4 YAML-ALIAS"]),
        ("a: *สำคัญ\n", ["1:4 YAML-ALIAS"]),
        ("a: **หนา**\n", ["1:4 YAML-ALIAS"]),
        ("&x a: 1\n", ["1:1 YAML-ANCHOR"]),
        ("*x : 1\n", ["1:1 YAML-ALIAS"]),
        ("a: &x\n  b: 1\n", ["1:4 YAML-ANCHOR"]),
        ("a: &x {b: *x}\n", ["1:4 YAML-ANCHOR", "1:11 YAML-ALIAS"]),
        ("a: !!bool x\n", ["1:4 YAML-TAG"]),
        ("a: !!python/object/apply:os.system [ls]\n", ["1:4 YAML-TAG"]),
        ("a: !ENV x\n", ["1:4 YAML-TAG"]),
        ("a: !\n", ["1:4 YAML-TAG"]),
        ("a: !สำคัญ\n", ["1:4 YAML-TAG"]),
        ("a: !e!x y\n", ["1:4 YAML-TAG"]),
        ("a: !<x\n", ["1:4 YAML-TAG"]),
        ("!!map\na: 1\n", ["1:1 YAML-TAG"]),
        ("a: !!str 1\nb: !!int 2\n", ["1:4 YAML-TAG", "2:4 YAML-TAG"]),
        ("<<: 1\n", ["1:1 YAML-MERGE"]),
        ("a: 1\nb:\n  <<: {c: 2}\n", ["3:3 YAML-MERGE"]),
        ("b:\n  <<: *a\n", ["2:3 YAML-MERGE", "2:7 YAML-ALIAS"]),
        ("%YAML 1.2\n---\na: 1\n", ["1:1 YAML-DIRECTIVE"]),
        ("%TAG ! tag:x,2000:\n---\na: 1\n", ["1:1 YAML-DIRECTIVE"]),
        ("%FOO x\n---\na: 1\n", ["1:1 YAML-DIRECTIVE"]),
        ("a: 1\n% ร้อยละ: 2\n", ["2:1 YAML-DIRECTIVE"]),
        ("a: 1\n---\nb: 2\n", ["2:1 YAML-SECOND-DOCUMENT"]),
        ("---\n---\na: 1\n", ["2:1 YAML-SECOND-DOCUMENT"]),
        ("a: 1\n---\n---\n", ["2:1 YAML-SECOND-DOCUMENT"]),
        ("a: 1\n...\n---\nb: 2\n", ["3:1 YAML-SECOND-DOCUMENT"]),
        ("[a]: 1\n", ["1:1 YAML-KEY-NOT-TEXT"]),
        ("{a: 1}: 1\n", ["1:1 YAML-KEY-NOT-TEXT"]),
        ("a: {{TEXT}}\n", ["1:5 YAML-KEY-NOT-TEXT"]),
        ("? [a]\n: b\n", ["1:3 YAML-KEY-NOT-TEXT"]),
        ("? - a\n: b\n", ["1:3 YAML-KEY-NOT-TEXT"]),
        # The same key twice.
        ("a: 1\nb: 2\na: 3\n", ["3:1 YAML-DUPLICATE-KEY"]),
        ('year: 1\n"year": 2\n', ["2:1 YAML-DUPLICATE-KEY"]),
        ("'a': 1\n\"a\": 2\na: 3\n", ["2:1 YAML-DUPLICATE-KEY", "3:1 YAML-DUPLICATE-KEY"]),
        ("b:\n  1: x\n  2: y\n  1: z\n", ["4:3 YAML-DUPLICATE-KEY"]),
        ("a: {b: 1, b: 2}\n", ["1:11 YAML-DUPLICATE-KEY"]),
        ("ทำ: 1\nทํา: 2\n", ["2:1 YAML-DUPLICATE-KEY"]),
        ("แผน: 1\nเเผน: 2\n", ["2:1 YAML-DUPLICATE-KEY"]),
        ('a: 1\n"\\x61": 2\n', ["2:1 YAML-DUPLICATE-KEY"]),
        ("~: 1\n~: 2\n", ["2:1 YAML-DUPLICATE-KEY"]),
        # Text that a comment cuts off.
        ("a: งบ #1\n", ["1:7 YAML-TEXT-CUT"]),
        ("a: #1 เรื่อง\n", ["1:4 YAML-TEXT-CUT"]),
        ("a:\n- x #y\n- z\n", ["2:5 YAML-TEXT-CUT"]),
        ("a:\n- #1\n", ["2:3 YAML-TEXT-CUT"]),
        ("a: [x #y\n, z]\n", ["1:7 YAML-TEXT-CUT"]),
        ("a: x\n  y   #z\n", ["2:7 YAML-TEXT-CUT"]),
        ("a: x\t#z\n", ["1:6 YAML-TEXT-CUT"]),
        ("a #b: x\n", ["1:3 YAML-TEXT-CUT"]),
        # Characters hidden behind an escape.
        ('a: "x\\u200ey"\n', ["1:4 TEXT-HIDDEN-CHARACTER"]),
        ('a: "\\u202e"\n', ["1:4 TEXT-HIDDEN-CHARACTER"]),
        ('a: "\\0"\n', ["1:4 TEXT-HIDDEN-CHARACTER"]),
        ('a: "\\e[31m"\n', ["1:4 TEXT-HIDDEN-CHARACTER"]),
        ('a: "\\N"\n', ["1:4 TEXT-HIDDEN-CHARACTER"]),
        ('a: "\\L"\n', ["1:4 TEXT-HIDDEN-CHARACTER"]),
        ('a: "\\r"\n', ["1:4 TEXT-HIDDEN-CHARACTER"]),
        ('a: "\\uFEFF"\n', ["1:4 TEXT-HIDDEN-CHARACTER"]),
        ('a: "\\uE000"\n', ["1:4 TEXT-HIDDEN-CHARACTER"]),
        ('"a\\u2066": 1\n', ["1:1 TEXT-HIDDEN-CHARACTER"]),
        ('a: "\n  \\u202e"\n', ["1:4 TEXT-HIDDEN-CHARACTER"]),
        ('a: "\\u200b"\n', ["1:4 TEXT-REPAIRED"]),
        ('a: "\\_"\n', ["1:4 TEXT-REPAIRED"]),
        ('a: "ท\\u0E4D\\u0E32"\n', ["1:4 TEXT-REPAIRED"]),
        ("a: 1\nb: x\x07\n", ["2:5 TEXT-HIDDEN-CHARACTER"]),
        # What cannot be parsed, at the place of the mistake.
        ("title: ข้อ 1: เรื่อง\n", ["1:13 YAML-COLON"]),
        ("a: b: c\n", ["1:5 YAML-COLON"]),
        ("a: x\ty: z\n", ["1:7 YAML-COLON"]),
        ("a: x:\n", ["1:5 YAML-COLON"]),
        ('a: "x": y\n', ["1:7 YAML-COLON"]),
        ("a: ก\n  ข้อ 1: ข\n", ["2:8 YAML-COLON"]),
        ("- a: x\n  b: y: z\n", ["2:7 YAML-COLON"]),
        ("a: 1\nb\nc: 2\n", ["2:1 YAML-NO-COLON"]),
        ("a: 1\nb\n", ["2:1 YAML-NO-COLON"]),
        ("a\nb: 1\n", ["1:1 YAML-NO-COLON"]),
        ("a:1\nb: 2\n", ["1:1 YAML-NO-COLON"]),
        ("a: |\nb\n", ["2:1 YAML-NO-COLON"]),
        ("a: 1\n b: 2\n", ["2:2 YAML-INDENT"]),
        ("a:\n  b: 1\n   c: 2\n", ["3:4 YAML-INDENT"]),
        ("a:\n    b: 1\n  c: 2\n", ["3:3 YAML-INDENT"]),
        ("a:\n  - x\n - y\n", ["3:2 YAML-INDENT"]),
        ("a:\n  - x\n  b: y\n", ["3:3 YAML-INDENT"]),
        ("a:\n  - b: 1\n     c: 2\n", ["3:6 YAML-INDENT"]),
        ("indicators:\n  1: 85.10\n   2: 90.00\n", ["3:4 YAML-INDENT"]),
        ("- a\nb: 1\n", ["2:1 YAML-INDENT"]),
        ("a: - b\n", ["1:4 YAML-INDENT"]),
        ("a:\n\tb: 1\n", ["2:1 YAML-TAB"]),
        ("a:\n  b: 1\n\tc: 2\n", ["3:1 YAML-TAB"]),
        ("a:\n  \tb: 1\n", ["2:3 YAML-TAB"]),
        ("\ta: 1\n", ["1:1 YAML-TAB"]),
        ("a:\n-\tb: 1\n", ["2:2 YAML-TAB"]),
        ("a: |\n \tx\n", ["2:2 YAML-TAB"]),
        ("\t\t\n", ["1:1 YAML-TAB"]),
        ("a: 'x\nb: 2\n", ["1:4 YAML-QUOTE-OPEN"]),
        ('a: 1\nb: "x\nc: 2\n', ["2:4 YAML-QUOTE-OPEN"]),
        ('a: "\n', ["1:4 YAML-QUOTE-OPEN"]),
        ("'a: 1\n", ["1:1 YAML-QUOTE-OPEN"]),
        ('a: "x\n---\nb: "\n', ["1:4 YAML-QUOTE-OPEN"]),
        ('a: "x\nb: "y"\n', ["1:4 YAML-QUOTE-OPEN"]),
        ("a: 'x\nb: 1\nc: 'y'\n", ["1:4 YAML-QUOTE-OPEN"]),
        ("a: [1, 2\nb: 2\n", ["1:4 YAML-BRACKET-OPEN"]),
        ("a: {x: 1\nb: 2\n", ["1:4 YAML-BRACKET-OPEN"]),
        ("a: [\n", ["1:4 YAML-BRACKET-OPEN"]),
        ("a: 1\nb: {\n\n", ["2:4 YAML-BRACKET-OPEN"]),
        ("a: [b, [c, \n", ["1:8 YAML-BRACKET-OPEN"]),
        ("a: [1,,2]\n", ["1:7 YAML-BRACKET-OPEN"]),
        ("a: [}\n", ["1:5 YAML-BRACKET-OPEN"]),
        ("a: [x y: z w: v]\n", ["1:4 YAML-BRACKET-OPEN"]),
        ("a: ]\n", ["1:4 YAML-CHARACTER"]),
        ("a: @ศูนย์\n", ["1:4 YAML-CHARACTER"]),
        ("a: `x`\n", ["1:4 YAML-CHARACTER"]),
        ("a: %x\n", ["1:4 YAML-CHARACTER"]),
        ("a: ,x\n", ["1:4 YAML-CHARACTER"]),
        ("@a: 1\n", ["1:1 YAML-CHARACTER"]),
        ('a: "C:\\งาน"\n', ["1:7 YAML-ESCAPE"]),
        ('a: "\\x1"\n', ["1:7 YAML-ESCAPE"]),
        ('a: "\\uD800"\n', ["1:7 YAML-ESCAPE"]),
        ('a: "\\U00110000"\n', ["1:7 YAML-ESCAPE"]),
        ('a: "x" y\n', ["1:8 YAML-SYNTAX"]),
        ("a: [x] y\n", ["1:8 YAML-SYNTAX"]),
        ("a: 'it's'\n", ["1:8 YAML-SYNTAX"]),
        ("a: |x\n", ["1:5 YAML-SYNTAX"]),
        ("a: 1\n...\nb: 2\n", ["3:1 YAML-SYNTAX"]),
        ("k" * 1100 + ": 1\n", ["1:1101 YAML-COLON"]),
        ("<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x\n", ["1:1 YAML-CONFLICT-MARK"]),
        ("a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\n", ["2:1 YAML-CONFLICT-MARK"]),
        ("a: 1\n=======\nb: 2\n", ["2:1 YAML-CONFLICT-MARK"]),
        ("a: 1\n>>>>>>> x\n", ["2:1 YAML-CONFLICT-MARK"]),
        ("a: |\n  x\n<<<<<<< HEAD\n  y\n", ["3:1 YAML-CONFLICT-MARK"]),
        ("\nc\n\nb: x\n", ["2:2 YAML-NO-COLON"]),
        ("a: [x,\n<<<<<<< HEAD\n y]\n", ["2:1 YAML-CONFLICT-MARK"]),
        # What is no mapping at all.
        ("", ["1:1 YAML-EMPTY"]),
        ("\n\n", ["1:1 YAML-EMPTY"]),
        ("# หมายเหตุ\n", ["1:1 YAML-EMPTY"]),
        ("~\n", ["1:1 YAML-EMPTY"]),
        ("---\n", ["1:1 YAML-EMPTY"]),
        ("x\n", ["1:1 YAML-NOT-A-MAPPING"]),
        ("# c\n\n- x\n", ["3:1 YAML-NOT-A-MAPPING"]),
        ("\n  [x]\n", ["2:3 YAML-NOT-A-MAPPING"]),
        ("total:85.10\n", ["1:1 YAML-NOT-A-MAPPING"]),
        ("-a\n-b\n", ["1:1 YAML-NOT-A-MAPPING"]),
    ],
)
def test_faults_are_named_at_their_place(text: str, problems: list[str]) -> None:
    """Each mistake has the code of what the person did, at the line and column where it was done."""
    assert found(load_text(text, "f")) == problems


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("a: &สำคัญ เรื่อง\n", {"name": "สำคัญ"}),
        ("a: *x\n", {"name": "x"}),
        ("a: **หนา** และ\n", {"name": "*หนา**"}),
        ("a: !สำคัญ เรื่อง\n", {"name": "สำคัญ"}),
        ("b: 1\na: 1\nb: 2\n", {"key": "b", "first": 1}),
        ("a: งบ #1\n", {"text": "งบ"}),
        ("a: #1\n", {"text": "a"}),
        ('a: "\\u202e"\n', {"character": "U+202E"}),
        ('a: "\\u200b"\n', {"kind": WordKey("report.repair.zero-width-space")}),
        (f"a: {'x' * (MAX_FIELD + 1)}\n", {"length": MAX_FIELD + 1, "limit": MAX_FIELD}),
    ],
)
def test_messages_can_say_what_was_typed(text: str, facts: dict[str, object]) -> None:
    """A problem carries the word, the key or the number that its message shows."""
    assert load_text(text, "f").problems[0].facts == facts


def test_all_faults_of_a_file_are_found_in_one_reading() -> None:
    """What does not stop the parser does not hide what comes after it."""
    text = 'a: &x 1\na: 2\nb: งบ #1\nc: !t x\nd: "\\0"\n'
    assert found(load_text(text, "f")) == [
        "1:4 YAML-ANCHOR",
        "2:1 YAML-DUPLICATE-KEY",
        "3:7 YAML-TEXT-CUT",
        "4:4 YAML-TAG",
        "5:4 TEXT-HIDDEN-CHARACTER",
    ]


def test_fault_shows_its_line() -> None:
    """A problem carries the line as typed."""
    (problem,) = load_text("a: 1\nb: x: y\n", "f").problems
    assert problem.excerpt == "b: x: y"


def test_first_of_two_values_is_kept() -> None:
    """Where a key stands twice, later checks see the first value."""
    document = load_text("a: 1\na: 2\n", "f")
    assert document.root is not None
    assert plain(document.root) == {"a": "1"}


def test_values_know_where_they_were_typed() -> None:
    """Line and column count characters as typed, in every style and depth."""
    text = 'ก: "ข"\nb:\n  - x\n  - c: 1\n    d: [y, z]\ne: |\n  t\n'
    root = load_text(text, "f").root
    assert isinstance(root, Mapping)
    places = {node.text: (node.line, node.column) for node in scalars(root)}
    expected = {"ก": (1, 1), "ข": (1, 4), "b": (2, 1), "x": (3, 5), "c": (4, 5), "1": (4, 8)}
    expected |= {"d": (5, 5), "y": (5, 9), "z": (5, 12), "e": (6, 1), "t\n": (6, 4)}
    assert places == expected


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ((), (1, 1), (1, 1)),
        (("a",), (2, 3), (1, 1)),
        (("a", 0), (2, 5), (2, 5)),
        (("a", 0, "b"), (2, 8), (2, 5)),
        (("a", 9), (2, 3), (2, 3)),
        (("a", 0, "x"), (2, 5), (2, 5)),
        (("a", 0, "b", "y"), (2, 8), (2, 8)),
        (("x", "y"), (1, 1), (1, 1)),
        (("1",), (3, 4), (3, 1)),
        ((1,), (3, 4), (3, 1)),
    ],
)
def test_a_path_leads_to_a_place(
    path: tuple[str | int, ...], value: tuple[int, int], key: tuple[int, int]
) -> None:
    """A path leads to its value or its key; past the end, to the deepest that was typed."""
    root = load_text("a:\n  - b: x\n1: y\n", "f").root
    assert root is not None
    by_value, by_key = find(root, path), find_key(root, path)
    assert (by_value.line, by_value.column) == value
    assert (by_key.line, by_key.column) == key


KIB = 1024
BOMBS = {
    "brackets": ("a: " + "[" * 10_000, "YAML-TOO-DEEP"),
    "braces": ("a: " + "{a: " * 10_000, "YAML-TOO-DEEP"),
    "dashes": ("- " * 10_000, "YAML-TOO-DEEP"),
    "question-marks": ("? " * 10_000, "YAML-KEY-NOT-TEXT"),
    "laughs": (
        "a0: &a0 [x]\n"
        + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 1000)),
        "YAML-ALIAS",
    ),
    "anchors": ("a:\n" + "".join(f"- &a{n} x\n" for n in range(9_000)), "YAML-ANCHOR"),
    "aliases": ("a: [" + "*a, " * 100_000, "YAML-TOO-MANY-NODES"),
    "tags": ("a: [" + "!x y," * 15_000 + "]", "YAML-TAG"),
    "megabyte": ("a: " + "x" * 1024 * KIB, "FILE-TOO-LARGE"),
    "long-text": ("a: " + "x" * 500 * KIB, "TEXT-TOO-LONG"),
    "long-thai": ("a: " + "ก" * 170 * KIB, "TEXT-TOO-LONG"),
    "long-block": ("a: |\n" + "  x\n" * 100_000, "TEXT-TOO-LONG"),
    "long-escapes": ('a: "' + "\\u0e01" * 80 * KIB + '"', "TEXT-TOO-LONG"),
    "nodes": ("a:\n" + "- x\n" * (MAX_NODES + 1), "YAML-TOO-MANY-NODES"),
    "items": ("a: [" + "x," * 200_000 + "]", "YAML-TOO-MANY-NODES"),
    "huge-key": ("k" * 500 * KIB + ": 1", "YAML-COLON"),
    "huge-explicit-key": ("? " + "k" * 500 * KIB + "\n: 1", "TEXT-TOO-LONG"),
    "comment-lines": ("#\n" * 100_000, "YAML-EMPTY"),
    "empty-lines": ("\n" * 500_000, "YAML-EMPTY"),
    "same-lines": ("a: 1\n" * 100_000, "YAML-TOO-MANY-NODES"),
    "documents": ("---\n" * 100_000, "YAML-SECOND-DOCUMENT"),
    "no-break-spaces": ('a: "' + "\u00a0" * 170 * KIB + '"', "TEXT-TOO-LONG"),
    "zero-widths": ("a: " + "\u200b" * 100 * KIB, "TEXT-TOO-LONG"),
    "turned-around": ("a: " + "\u202e" * 170 * KIB, "TEXT-HIDDEN-CHARACTER"),
    "stacked-marks": ("a: e" + "\u0301" * 250 * KIB, "TEXT-HIDDEN-CHARACTER"),
    "hidden-by-escapes": (
        "\n".join(f'a{n}: "\\u202e"' for n in range(9_000)),
        "TEXT-HIDDEN-CHARACTER",
    ),
    "open-quote": ('a: "' + "x\n" * 200_000, "YAML-QUOTE-OPEN"),
    "colons": ("a: " * 150_000, "YAML-COLON"),
    "hashes": ("a: [" + "x #y\n," * 70_000, "YAML-TEXT-CUT"),
    "blanks": ("a: [" + "x" + " " * 500_000 + "#y", "YAML-TEXT-CUT"),
    "tabs": ("\t" * 500_000, "YAML-TAB"),
    "nulls": ("\0" * 500_000, "FILE-ENCODING"),
    "conflicts": ("<<<<<<< \n" * 50_000, "YAML-CONFLICT-MARK"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_are_refused(name: str, tmp_path: Path) -> None:
    """Whatever the size, depth or number, there is an answer."""
    text, code = BOMBS[name]
    path = tmp_path / "bomb.yaml"
    path.write_text(text, encoding="utf-8")
    with patience():
        document = load_file(path, "f")
    assert code in {problem.code for problem in document.problems}
    assert max(problem.place.line for problem in document.problems) <= text.count("\n") + 1


def _nested(depth: int) -> str:
    return "a: " + "[" * (depth - 1) + "]" * (depth - 1) + "\n"


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (_nested(MAX_DEPTH), []),
        (_nested(MAX_DEPTH + 1), [f"1:{3 + MAX_DEPTH} YAML-TOO-DEEP"]),
        ("a: " + "x" * MAX_FIELD, []),
        ("a: " + "x" * (MAX_FIELD + 1), ["1:4 TEXT-TOO-LONG"]),
        ("a: [" + "x," * (MAX_NODES - 3) + "]", []),
        ("a: [" + "x,\n" * (MAX_NODES - 2) + "]", [f"{MAX_NODES - 2}:1 YAML-TOO-MANY-NODES"]),
    ],
)
def test_limits_are_exact(text: str, problems: list[str]) -> None:
    """What is just within a limit is read; one more is refused where it begins."""
    assert found(load_text(text, "f")) == problems


def test_text_over_the_limit_is_not_kept() -> None:
    """A field that is too long is reported, and no later step has to work through it."""
    document = load_text("a: " + "x" * (MAX_FIELD + 1), "f")
    assert document.root is not None
    assert plain(document.root) == {"a": None}


def test_only_regular_files_are_read(tmp_path: Path) -> None:
    """A link, a pipe, a folder, a device or nothing at all is refused without waiting for it."""
    (tmp_path / "real.yaml").write_text("a: 1\n")
    (tmp_path / "link.yaml").symlink_to("real.yaml")
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "zero.yaml").symlink_to("/dev/zero")
    os.mkfifo(tmp_path / "pipe.yaml")
    for name in ("link", "folder", "zero", "pipe"):
        document = load_file(tmp_path / f"{name}.yaml", name)
        assert found(document) == ["1:1 FILE-NOT-ORDINARY"], name
    absent = load_file(tmp_path / "absent.yaml", "absent")
    assert found(absent) == ["1:1 FILE-UNREADABLE"]
    assert absent.problems[0].facts["reason"]
    assert found(load_file(Path("/dev/zero"), "zero")) == ["1:1 FILE-NOT-ORDINARY"]


def test_file_is_not_read_beyond_the_limit(tmp_path: Path) -> None:
    """A file of a terabyte is refused by its beginning."""
    path = tmp_path / "sparse.yaml"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    (problem,) = load_file(path, "f").problems
    assert (problem.code, problem.facts["size"]) == ("FILE-TOO-LARGE", 1 << 30)


def test_warnings_of_the_bytes_come_with_the_tree(tmp_path: Path) -> None:
    """Text typed in another form is read in the normal one, and the warning is kept."""
    path = tmp_path / "f.yaml"
    path.write_text("a: เเผน\nb: x: y\n", encoding="utf-8")
    assert found(load_file(path, "f")) == ["1:4 TEXT-REPAIRED", "2:5 YAML-COLON"]
    path.write_text("a: เเผน\nb: 'ทํา'\nc: |\n  นํ้า\n", encoding="utf-8")
    document = load_file(path, "f")
    assert document.root is not None
    assert plain(document.root) == {"a": "แผน", "b": "ทำ", "c": "น้ำ\n"}
