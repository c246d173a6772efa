"""Codes of items, indicators and instruments as people type them."""

from __future__ import annotations

import pytest
from pydantic_core import PydanticCustomError

from generator.load import load_text
from generator.problems import ordered
from generator.records.assessment import Assessment
from generator.records.codes import key_meaning, resolve_item
from generator.records.measures import Measures
from generator.records.standard import Standard
from generator.standards_library import Standards
from generator.validate import same_key, validate

STANDARDS = Standards()


def standard(year: int) -> Standard:
    found = STANDARDS.get(year)
    assert found is not None
    return found


def read(text: str, year: int = 2567) -> tuple[Assessment | None, list[str]]:
    """The record, and each problem as `line:column CODE`."""
    document = load_text(text, "f")
    record, problems = validate(document, Assessment, standard(year))
    told = ordered((*document.problems, *problems))
    return record, [f"{p.place.line}:{p.place.column} {p.code}" for p in told]


def meant(typed: str, year: int, *beside: str) -> str:
    """The item that a typed code is read as, or the code of the refusal."""
    try:
        return resolve_item(typed, standard(year), frozenset(beside))
    except PydanticCustomError as error:
        return error.type


@pytest.mark.parametrize(
    ("typed", "item"),
    [
        *(("O1", "O1"), ("o1", "O1"), ("O 1", "O1"), ("O-1", "O1"), ("O_1", "O1"), ("O.1", "O1")),
        *(("O01", "O1"), ("O001", "O1"), ("o - 1", "O1"), (" O1 ", "O1"), ("O1.", "O1")),
        *(("E.9", "E9"), ("e 9", "E9"), ("i1", "I1"), ("l1", "I1"), ("l 12", "I12")),
        *(("O๑", "O1"), ("o ๓๕", "O35"), ("O1๐", "O10"), ("ข้อ O1", "O1"), ("ข้อที่ o 1", "O1")),
        *(("ข้อ: O7", "O7"), ("ข้อ ๐7", "O7"), ("ข้อ.O7", "O7"), ("OIT 7", "O7"), ("oit7", "O7")),
        *(
            ("OIT ข้อ 7", "O7"),
            ("ข้อ OIT 7", "O7"),
            ("IIT 3", "I3"),
            ("EIT๙", "E9"),
            ("OIT-O7", "O7"),
        ),
        *(
            ("OIT O7", "O7"),
            ("07", "O7"),
            ("007", "O7"),
            ("๐๗", "O7"),
            ("๐7", "O7"),
            ("035", "O35"),
        ),
        *(("20", "O20"), ("๒๐", "O20"), ("35", "O35"), ("21", "O21")),
        *(("7", "ITEM-AMBIGUOUS"), ("11", "ITEM-AMBIGUOUS"), ("ข้อ 7", "ITEM-AMBIGUOUS")),
        *(("1", "ITEM-AMBIGUOUS"), ("๑๑", "ITEM-AMBIGUOUS"), ("15", "ITEM-AMBIGUOUS")),
        *(("O36", "ITEM-UNKNOWN"), ("E10", "ITEM-UNKNOWN"), ("I16", "ITEM-UNKNOWN")),
        *(
            ("O0", "ITEM-UNKNOWN"),
            ("0", "ITEM-UNKNOWN"),
            ("00", "ITEM-UNKNOWN"),
            ("42", "ITEM-UNKNOWN"),
        ),
        *(("042", "ITEM-UNKNOWN"), ("101", "ITEM-UNKNOWN"), ("1001", "ITEM-UNKNOWN")),
        *(
            ("", "ITEM-UNKNOWN"),
            ("O", "ITEM-UNKNOWN"),
            ("ข้อ", "ITEM-UNKNOWN"),
            ("OIT", "ITEM-UNKNOWN"),
        ),
        *(
            ("L1", "ITEM-UNKNOWN"),
            ("l16", "ITEM-UNKNOWN"),
            ("X1", "ITEM-UNKNOWN"),
            ("OO1", "ITEM-UNKNOWN"),
        ),
        *(
            ("O1a", "ITEM-UNKNOWN"),
            ("O1 O2", "ITEM-UNKNOWN"),
            ("1O", "ITEM-UNKNOWN"),
            ("O1.5", "ITEM-UNKNOWN"),
        ),
        *(
            ("-1", "ITEM-UNKNOWN"),
            ("O-", "ITEM-UNKNOWN"),
            ("Iข้อ7", "ITEM-UNKNOWN"),
            ("อ1", "ITEM-UNKNOWN"),
        ),
        *(("\uff2f1", "ITEM-UNKNOWN"), ("\u041e1", "ITEM-UNKNOWN"), ("O\uff11", "ITEM-UNKNOWN")),
        *(("OIT I7", "I7"), ("OIT 36", "ITEM-UNKNOWN"), ("7" * 4000, "ITEM-UNKNOWN")),
    ],
)
def test_item_code_is_read_where_only_one_can_be_meant(typed: str, item: str) -> None:
    """Case, spaces, marks, Thai digits and look-alikes are read; a doubtful code is never guessed."""
    assert meant(typed, 2567) == item


@pytest.mark.parametrize(
    ("typed", "year", "beside", "item"),
    [
        ("11", 2567, ("I11", "O11"), "I1"),
        ("11", 2567, ("I1", "O11"), "I11"),
        ("11", 2567, ("I1", "I11"), "O11"),
        ("11", 2567, ("O11",), "ITEM-AMBIGUOUS"),
        ("11", 2567, ("I1", "I11", "O11"), "ITEM-AMBIGUOUS"),
        ("7", 2567, ("I7", "E7"), "O7"),
        ("๐42", 2565, (), "O42"),
        ("042", 2565, (), "O42"),
        ("042", 2565, ("O42",), "O42"),
        ("130", 2565, (), "I30"),
        ("130", 2567, (), "ITEM-UNKNOWN"),
        ("43", 2565, (), "O43"),
        ("O48", 2562, (), "O48"),
        ("O48", 2563, (), "ITEM-UNKNOWN"),
        ("I1", 2561, (), "ITEM-UNKNOWN"),
    ],
)
def test_what_can_be_meant_depends_on_the_year_and_on_what_stands_beside(
    typed: str, year: int, beside: tuple[str, ...], item: str
) -> None:
    """A number without its letter is not a code that the same list already has."""
    assert meant(typed, year, *beside) == item


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("items: {O7: 100, o 7: 100}\n", ["1:18 ITEM-TWICE"]),
        ("items:\n  ๐7: 100\n  O7: 100\n", ["3:3 ITEM-TWICE"]),
        ("items:\n  O7: 100\n  ๐7: 50\n", ["3:3 ITEM-TWICE"]),
        ("items:\n  O7: 100\n  ข้อ O 7: 50\n  o7: 1\n", ["3:3 ITEM-TWICE", "4:3 ITEM-TWICE"]),
        ("items:\n  O99: 1\n  7: 1\n  I1: 2\n", ["2:3 ITEM-UNKNOWN", "3:3 ITEM-AMBIGUOUS"]),
        ("items:\n  O99: 1e3\n  o 7: 1e3\n", ["2:3 ITEM-UNKNOWN", "3:8 SCORE-FORMAT"]),
        ("items:\n  o 7:\n    scor: 1\n", ["3:5 FIELD-UNKNOWN"]),
        ("items:\n  o 7:\n    score: 101\n    note: [x]\n", ["3:12 SCORE-RANGE", "4:11 VALUE-NOT-TEXT"]),
        ("items:\n  o 7: [1]\n", ["2:8 VALUE-NOT-TEXT"]),
        ("items: [O7]\n", ["1:8 VALUE-NOT-A-MAPPING"]),
        ("items: O7\n", ["1:8 VALUE-NOT-A-MAPPING"]),
        ("items:\n", ["1:7 VALUE-MISSING"]),
        ("items: {}\n", []),
        ("items: {O7: ~}\n", []),
        ("indicators:\n  1: 85\n  ๑: 90\n", ["3:3 YAML-DUPLICATE-KEY"]),
        ("indicators:\n  1: 85\n  01: 90\n", ["3:3 YAML-DUPLICATE-KEY"]),
        ("indicators:\n  1: 85\n  ตัวชี้วัดที่ 1: 90\n", ["3:3 YAML-DUPLICATE-KEY"]),
        ("instruments:\n  IIT: 85\n  iit: 90\n", ["3:3 YAML-DUPLICATE-KEY"]),
        ("sub_indicators:\n  9.1: 85\n  ๙.๑: 90\n", ["3:3 YAML-DUPLICATE-KEY"]),
        ("analysis:\n  issues:\n    1: {}\n    ประเด็นที่ 1: {}\n", ["4:5 YAML-DUPLICATE-KEY"]),
        ("indicators:\n  1: 85\n  ๑: 90\n  11: 3\n", ["3:3 YAML-DUPLICATE-KEY", "4:3 INDICATOR-UNKNOWN"]),
        ("indicators:\n  0: 85\n", ["2:3 INDICATOR-UNKNOWN"]),
        ("indicators:\n  1๐: 85\n", ["2:3 NUMBER-FORMAT"]),
        ("indicators:\n  หนึ่ง: 85\n", ["2:3 NUMBER-FORMAT"]),
        ("indicators:\n  1.0: 85\n", ["2:3 NUMBER-FORMAT"]),
        ("indicators:\n  -1: 85\n", ["2:3 NUMBER-FORMAT"]),
        ("indicators:\n  1e0: 85\n", ["2:3 NUMBER-FORMAT"]),
        ("indicators:\n  0x1: 85\n", ["2:3 NUMBER-FORMAT"]),
        ("indicators:\n  1ตัวชี้วัด2: 85\n", ["2:3 NUMBER-FORMAT"]),
        ('indicators:\n  "": 85\n', ["2:3 NUMBER-FORMAT"]),
        ("indicators: {'[key]': 85}\n", ["1:14 NUMBER-FORMAT"]),
        ("total: 85\nTotal: 86\n", ["2:1 YAML-DUPLICATE-KEY"]),
        ("title: 85\nTotal: 86\n", ["1:1 FIELD-UNKNOWN", "2:1 FIELD-UNKNOWN"]),
        (f"indicators:\n  {'9' * 900}: 85\n", ["2:3 NUMBER-FORMAT"]),
        ("instruments: {XIT: 85}\n", ["1:15 INSTRUMENT-UNKNOWN"]),
        ("sub_indicators: {9.9: 85}\n", ["1:18 SUB-INDICATOR-UNKNOWN"]),
        ("sub_indicators: {9.10: 85}\n", ["1:18 SUB-INDICATOR-UNKNOWN"]),
        ("sub_indicators: {9: 85}\n", ["1:18 SUB-INDICATOR-UNKNOWN"]),
        ("sub_indicators: {9.1: 8.5}\n", ["1:23 SCORE-FORMAT"]),
        ("analysis:\n  issues:\n    8: {}\n", ["3:5 ISSUE-UNKNOWN"]),
        ("analysis: {issues: {1: {items: [I1, 'i 1']}}}\n", ["1:37 ITEM-TWICE"]),
        ("analysis: {issues: {1: {items: [I1, {O7: x}, O99, ~]}}}\n",
         ["1:37 VALUE-NOT-TEXT", "1:46 ITEM-UNKNOWN", "1:51 VALUE-MISSING"]),
        ("analysis: {issues: {1: {items: I1 และ O99}}}\n", ["1:32 ITEM-UNKNOWN"]),
        ("analysis: {issues: {1: {items: {I1: x}}}}\n", ["1:32 VALUE-NOT-A-LIST"]),
        ("analysis:\n  issues:\n    1:\n      items:\n", ["4:13 VALUE-MISSING"]),
        ("analysis: {urgent: [{text: x, indicators: [1, 99, ~, [2]]}]}\n",
         ["1:47 INDICATOR-UNKNOWN", "1:51 VALUE-MISSING", "1:54 VALUE-NOT-TEXT"]),
        ("analysis: {urgent: [{text: x, indicators: '1, 99'}]}\n", ["1:43 INDICATOR-UNKNOWN"]),
    ],
)  # fmt: skip
def test_wrong_codes_are_named_each_at_its_own_place(text: str, problems: list[str]) -> None:
    """One wrong code hides no other; nothing typed twice or beside a code is dropped."""
    record, told = read(text)
    assert told == problems
    assert (record is None) == bool(problems)


def test_items_are_known_by_their_official_code() -> None:
    """However a code was typed, the record has the standard's own."""
    record, _ = read("items: {o 7: ๑๐๐, ๐๓๕: 50, ข้อ I ๑: 0}\n")
    assert record is not None
    assert [(code, str(item.score)) for code, item in record.items.items()] == [
        ("O7", "100"),
        ("O35", "50"),
        ("I1", "0"),
    ]


@pytest.mark.parametrize(
    ("typed", "items", "indicators"),
    [
        ("items: [I7, o 8]\n    indicators: [2]", ("I7", "O8"), (2,)),
        ("items: I7, o 8 ; ๐9\n    indicators: 2, ๓", ("I7", "O8", "O9"), (2, 3)),
        ("items: I7\n    indicators: 2", ("I7",), (2,)),
        ("items: I7 และ E3\n    indicators: ตัวชี้วัดที่ 2 และ 3", ("I7", "E3"), (2, 3)),
        ("items: []\n    indicators: []", (), ()),
        ("items: [I11, O11, 11]\n    indicators: [๑๐, (4)]", ("I11", "O11", "I1"), (10, 4)),
    ],
)
def test_lists_of_codes_may_be_typed_as_text(
    typed: str, items: tuple[str, ...], indicators: tuple[int, ...]
) -> None:
    """`I7, O8` means what `[I7, O8]` means."""
    document = load_text(f"measures:\n  - title: ก\n    {typed}\n", "f")
    record, problems = validate(document, Measures, standard(2567))
    assert (record, problems) != (None, ()) and record is not None
    assert (record.measures[0].items, record.measures[0].indicators) == (items, indicators)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("1", "๑", True),
        ("1", "01", True),
        ("1", "ตัวชี้วัดที่ 1", True),
        ("IIT", "iit", True),
        ("9.1", "๙.๑", True),
        ("9.1", "9.10", False),
        ("1", "10", False),
        ("1", "11", False),
        ("IIT", "EIT", False),
    ],
)
def test_keys_that_name_the_same_thing(one: str, other: str, same: bool) -> None:
    """Two spellings of one number or instrument are one key."""
    assert (key_meaning(one) == key_meaning(other)) is same


@pytest.mark.parametrize(
    ("typed", "normal", "same"),
    [
        *(("o 7", "O7", True), ("๐42", "O42", True), ("042", "O42", True), ("O-07", "O7", True)),
        *(("ข้อ O7", "O7", True), ("OIT 7", "O7", True), ("l1", "I1", True), ("11", "I1", True)),
        *(("๑", 1, True), ("ตัวชี้วัดที่ 2", 2, True), ("iit", "IIT", True), ("๙.๑", "9.1", True)),
        *(("O7", "O8", False), ("E7", "O7", False), ("1", 2, False), ("1", 11, False)),
        *(("9.1", "91", False), ("title", "text", False), ("O17", "O7", False)),
    ],
)
def test_typed_key_is_found_again(typed: str, normal: str | int, same: bool) -> None:
    """A later finding about O7 is shown where `o 7` was typed."""
    assert same_key(typed, normal) is same
