"""Fields parse the text that was typed; every refusal has its code, its place and its facts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from pydantic import BaseModel
from pydantic_core import PydanticCustomError

from generator.load import load_text
from generator.problems import Problem, ordered
from generator.records.assessment import Assessment
from generator.records.base import (
    parse_amount,
    parse_be_year,
    parse_percent,
    parse_score,
    parse_thai_date,
    parse_whole,
    parse_yes_no,
)
from generator.records.measures import Measures
from generator.records.oit import Oit
from generator.records.progress import Progress
from generator.records.site import Site
from generator.records.standard import Standard
from generator.standards_library import Standards
from generator.validate import MOST_SUGGESTIONS, nearest, validate
from tests.patience import patience

STANDARD = Standards().get(2567)


def problems_of(text: str, model: type[BaseModel] = Assessment) -> tuple[Problem, ...]:
    document = load_text(text, "f")
    _, problems = validate(document, model, STANDARD)
    return ordered((*document.problems, *problems))


def found(text: str, model: type[BaseModel] = Assessment) -> list[str]:
    """Each problem as `line:column CODE`."""
    return [f"{p.place.line}:{p.place.column} {p.code}" for p in problems_of(text, model)]


def parsed(parse: object, typed: object) -> object:
    """What a typed text is read as, or the code of the refusal."""
    assert callable(parse)
    try:
        return parse(typed)
    except PydanticCustomError as error:
        return error.type


@pytest.mark.parametrize(
    ("typed", "score"),
    [
        *(("85", "85"), ("85.10", "85.10"), ("0", "0"), ("0.00", "0.00"), ("100", "100")),
        *(("100.00", "100.00"), ("๙๓.๓๗", "93.37"), ("๑๐๐", "100"), (" 85.10 ", "85.10"), ("7", "7")),
        *((typed, "SCORE-RANGE") for typed in ("100.01", "101", "999", "๑๐๐.๐๑", "500.00")),
        *((typed, "SCORE-MIXED-DIGITS") for typed in ("1๐0", "9๓.37", "๙๓.37", "93.๓๗", "๑00")),
        *((typed, "SCORE-FORMAT") for typed in ("93,37", "93.370", "93.4", "-1", "-0", "+85", "85.")),
        *((typed, "SCORE-FORMAT") for typed in (".85", "085", "010", "00", "1e2", "1E1", "0x1F", "1_0")),
        *((typed, "SCORE-FORMAT") for typed in ("85.10 คะแนน", "85.10%", "85 .10", "8 5", "๘๕. ๑๐", "nan")),
        *((typed, "SCORE-FORMAT") for typed in ("inf", ".nan", "-.inf", "12:30", "12:30:45", "2567-10-01")),
        *((typed, "SCORE-FORMAT") for typed in ("๙๓.๓", "1000", "1,00", "85.10.10", "85/100", "", " ", "no")),
        *((typed, "SCORE-FORMAT") for typed in ("\uff18\uff15", "\u0668\u0665", "\u0967", "85\u066b10", "²", "Ⅴ")),
        *((typed, "SCORE-FORMAT") for typed in ("85\n90", "85.10\x00", "l00", "1OO", "ร้อยละ 85", "85–90")),
        *((typed, "VALUE-NOT-TEXT") for typed in (["85"], {"a": "85"})),
    ],
)  # fmt: skip
def test_score_is_whole_or_has_two_decimals(typed: object, score: str) -> None:
    """A score is read digit for digit in one kind of digits, from 0 to 100, or refused."""
    result = parsed(parse_score, typed)
    assert str(result) == score
    assert isinstance(result, Decimal) == score[0].isdigit()


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        *(("15000", "15000"), ("15,000", "15000"), ("15,000.50", "15000.50"), ("0", "0")),
        *(("๑๕,๐๐๐ บาท", "15000"), ("15000บาท", "15000"), ("1,234,567", "1234567"), ("5.5", "5.5")),
        *((typed, "AMOUNT-FORMAT") for typed in ("15.000,50", "1,5000", "15,00", "-5", "1e5", "ฟรี", "")),
        *((typed, "AMOUNT-FORMAT") for typed in ("1๕000", "15000 ดอลลาร์", "015", "9" * 16, "1" + ",000" * 5)),
        (["1"], "VALUE-NOT-TEXT"),
    ],
)  # fmt: skip
def test_amount_is_in_baht(typed: object, amount: str) -> None:
    """Commas stand at the thousands; no sum is larger than arithmetic can keep to the satang."""
    assert str(parsed(parse_amount, typed)) == amount


@pytest.mark.parametrize(
    ("parse", "typed", "value"),
    [
        *((parse_whole, typed, value) for typed, value in (("9", 9), ("๙", 9), (" 12 ", 12), ("0", 0))),
        *((parse_whole, typed, "NUMBER-FORMAT") for typed in ("1.0", "-1", "01", "1e1", "50%", "1๐", "๑0")),
        *((parse_whole, typed, "NUMBER-FORMAT") for typed in ("", "1,000", "9" * 10, "9" * 5000, "\uff11")),
        *((parse_percent, typed, 50) for typed in ("50", "50%", "50 %", "๕๐", "๕๐%")),
        *((parse_percent, typed, "NUMBER-FORMAT") for typed in ("50%%", "ร้อยละ 50", "50.5", "%", "5๐%")),
        *((parse_be_year, typed, 2567) for typed in ("2567", "๒๕๖๗", "67", "พ.ศ. 2567", " 2567 ")),
        *((parse_be_year, typed, "YEAR-FORMAT") for typed in ("2024", "2566.0", "25๖๗", "0342771234", "2_567")),
        *((parse_be_year, typed, "YEAR-FORMAT") for typed in ("", "ปีที่แล้ว", "256", "25677", "2567-01-01")),
        *((parse_thai_date, typed, date(2024, 2, 29)) for typed in ("29 ก.พ. 2567", "2567-02-29", "๒๙ ก.พ. ๒๕๖๗")),
        *((parse_thai_date, typed, "DATE-IMPOSSIBLE") for typed in ("29 ก.พ. 2566", "31/9/2567", "2567-13-01")),
        *((parse_thai_date, typed, "DATE-CHRISTIAN-ERA") for typed in ("2024-02-29", "29 ก.พ. 2024")),
        *((parse_thai_date, typed, "DATE-FORMAT") for typed in ("", "เมื่อวาน", "2567-2", "32 มกรา", "1e3")),
        *((parse_yes_no, typed, True) for typed in ("true", "True", "yes", "ใช่", " ใช่ ", True)),
        *((parse_yes_no, typed, False) for typed in ("false", "no", "ไม่ใช่", "ไม่", False)),
        *((parse_yes_no, typed, "YES-NO") for typed in ("on", "off", "y", "1", "0", "เปิด", "")),
        *((parse, ["1"], "VALUE-NOT-TEXT") for parse in (parse_whole, parse_percent, parse_be_year)),
        *((parse, {"a": "1"}, "VALUE-NOT-TEXT") for parse in (parse_thai_date, parse_yes_no)),
        (parse_yes_no, None, "VALUE-MISSING"),
    ],
)  # fmt: skip
def test_other_fields_are_read_from_their_text(parse: object, typed: object, value: object) -> None:
    """Counts, percents, years, dates and answers are what an office types, and nothing else."""
    assert parsed(parse, typed) == value


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        # Values that YAML 1.1 would have made something else of.
        ("total: 85.1\n", ["1:8 SCORE-FORMAT"]),
        ("total: 12:30\n", ["1:8 SCORE-FORMAT"]),
        ("total: 010\n", ["1:8 SCORE-FORMAT"]),
        ("total: no\n", ["1:8 SCORE-FORMAT"]),
        ("total: .nan\n", ["1:8 SCORE-FORMAT"]),
        ('total: ""\n', ["1:8 SCORE-FORMAT"]),
        ('total: "null"\n', ["1:8 SCORE-FORMAT"]),
        ("total: [85.10]\n", ["1:8 VALUE-NOT-TEXT"]),
        ("total: {score: 85.10}\n", ["1:8 VALUE-NOT-TEXT"]),
        ("total:\n  - 85.10\n", ["2:3 VALUE-NOT-TEXT"]),
        ("total: ~\nlevel: null\n", []),
        ("total:\nlevel:\n", []),
        ('level: "null"\nsource: no\n', []),
        ("level: [B]\n", ["1:8 VALUE-NOT-TEXT"]),
        ('level: ""\n', ["1:8 VALUE-MISSING"]),
        ('level: " "\n', ["1:8 VALUE-MISSING"]),
        ("level: |\n", ["1:8 VALUE-MISSING"]),
        ("draft:\n", ["1:7 VALUE-MISSING"]),
        ("draft: ~\n", ["1:8 VALUE-MISSING"]),
        ("draft: on\n", ["1:8 YES-NO"]),
        ("draft: [ใช่]\n", ["1:8 VALUE-NOT-TEXT"]),
        ("announced: 2567-02-29\n", []),
        ("announced: 29 ก.พ. 2566\n", ["1:12 DATE-IMPOSSIBLE"]),
        ("announced: 2024-02-29\n", ["1:12 DATE-CHRISTIAN-ERA"]),
        ("year: 2024\n", ["1:7 YEAR-FORMAT"]),
        # Keys that are not known, and parts that are not there.
        ("totel: 85\n", ["1:1 FIELD-UNKNOWN"]),
        ("Total: 85\n", ["1:1 FIELD-UNKNOWN"]),
        ('" total": 85\n', ["1:1 FIELD-UNKNOWN"]),
        ('"": 85\n', ["1:1 FIELD-UNKNOWN"]),
        ("~: 85\n", ["1:1 FIELD-UNKNOWN"]),
        ("[]: 85\n", ["1:1 YAML-KEY-NOT-TEXT"]),
        ('"[key]": 85\n', ["1:1 FIELD-UNKNOWN"]),
        ('recommendations: {"[key]": 85}\n', ["1:19 FIELD-UNKNOWN"]),
        ("คะแนนรวม: 85\n", ["1:1 FIELD-UNKNOWN"]),
        ("indicators:\n  1: {scor: 85}\n", ["2:7 FIELD-UNKNOWN"]),
        ("total: 85\n  \nanalysis:\n  indicators:\n    1:\n      keeep: x\n", ["6:7 FIELD-UNKNOWN"]),
        ("thresholds: {urgent_below: 85}\n", ["1:13 FIELD-MISSING"]),
        ("thresholds: {}\n", ["1:13 FIELD-MISSING", "1:13 FIELD-MISSING"]),
        ("thresholds: {urgent_below: ~, keep_from: 100}\n", ["1:28 VALUE-MISSING"]),
        ("errata:\n  - where: x\n    why: y\n", ["2:5 FIELD-MISSING"]),
        ("errata:\n  - where:\n    printed: y\n", ["2:11 VALUE-MISSING"]),
        ("errata: [x]\n", ["1:10 VALUE-NOT-A-MAPPING"]),
        ("errata:\n  -\n", ["2:4 VALUE-MISSING"]),
        ("sections:\n  - title: ก\n    txt: ข\n", ["2:5 FIELD-MISSING", "3:5 FIELD-UNKNOWN"]),
        # A list where a mapping belongs, and the reverse.
        ("errata: x\n", ["1:9 VALUE-NOT-A-LIST"]),
        ("errata: {where: x, printed: y}\n", ["1:9 VALUE-NOT-A-LIST"]),
        ("errata:\n", ["1:8 VALUE-MISSING"]),
        ("errata: []\n", []),
        ("errata: [[]]\n", ["1:10 VALUE-NOT-A-MAPPING"]),
        ("indicators: [85, 90]\n", ["1:13 VALUE-NOT-A-MAPPING"]),
        ("indicators: 85\n", ["1:13 VALUE-NOT-A-MAPPING"]),
        ("indicators:\n", ["1:12 VALUE-MISSING"]),
        ("indicators: {}\n", []),
        ("indicators:\n  1:\n    score:\n      value: 85\n", ["4:7 VALUE-NOT-TEXT"]),
        ("indicators:\n  - 1: 85\n", ["2:3 VALUE-NOT-A-MAPPING"]),
        ("indicators:\n  1: [85]\n", ["2:6 VALUE-NOT-TEXT"]),
        ("indicators: {1: ~, 2: {}, 3: 85}\n", []),
        ("thresholds: 85\n", ["1:13 VALUE-NOT-A-MAPPING"]),
        ("thresholds: []\n", ["1:13 VALUE-NOT-A-MAPPING"]),
        ("thresholds:\n", []),
        ("analysis: ดีมาก\n", ["1:11 VALUE-NOT-A-MAPPING"]),
        ("analysis: {instruments: {IIT: ~}}\n", ["1:31 VALUE-MISSING"]),
        ("analysis: {indicators: {1: }}\n", ["1:28 VALUE-MISSING"]),
        ("analysis: {indicators: {1: {urgent: [x, ~]}}}\n", ["1:41 VALUE-MISSING"]),
        ("analysis: {indicators: {1: {urgent: [x, [y]]}}}\n", ["1:41 VALUE-NOT-TEXT"]),
        ("analysis: {indicators: {1: {urgent: {a: b}}}}\n", ["1:37 VALUE-NOT-A-LIST"]),
        ("analysis: {indicators: {1: {urgent: x}}}\n", []),
        ("analysis: {indicators: {1: {urgent: ''}}}\n", ["1:37 VALUE-MISSING"]),
        ("analysis: {urgent: [x, {text: y}, ~]}\n", ["1:35 VALUE-MISSING"]),
        ("analysis: {instruments: {IIT: {change: ขึ้น}}}\n", ["1:40 WORD-UNKNOWN"]),
        ("indicators: {1: {classification: [urgent]}}\n", ["1:34 VALUE-NOT-TEXT"]),
        ("indicators: {1: {classification: เร่งด่วน}}\n", []),
        ("indicators: {1: {rank: 50%}}\n", ["1:24 NUMBER-FORMAT"]),
        # All in one run.
        ("total: x\nlevl: y\nerrata: z\n", ["1:8 SCORE-FORMAT", "2:1 FIELD-UNKNOWN", "3:9 VALUE-NOT-A-LIST"]),
        ("total: x\nlevel: &a y\nerrata: z\n", ["1:8 SCORE-FORMAT", "2:8 YAML-ANCHOR", "3:9 VALUE-NOT-A-LIST"]),
        ("thresholds: *x\n", ["1:13 YAML-ALIAS"]),
        ("errata: *x\n", ["1:9 YAML-ALIAS"]),
        ('level: "\\_"\n', ["1:8 TEXT-REPAIRED", "1:8 VALUE-MISSING"]),
    ],
)  # fmt: skip
def test_wrong_records_are_told_at_the_place_typed(text: str, problems: list[str]) -> None:
    """Each refusal stands at the key or value that has to change, all of a file at once."""
    assert found(text) == problems


@pytest.mark.parametrize(
    ("model", "text", "problems"),
    [
        (Measures, "measures: [~]\n", ["1:12 VALUE-MISSING"]),
        (Measures, "measures: [x, [y]]\n", ["1:15 VALUE-NOT-TEXT"]),
        (Measures, "measures:\n  - title: x\n    budget: 15.000,00\n", ["3:13 AMOUNT-FORMAT"]),
        (Measures, "measures:\n  - title: x\n    start: 1 ต.ค.\n", ["3:12 DATE-FORMAT"]),
        (Measures, "measures:\n  - no: 1\n    step: [x]\n", ["3:5 FIELD-UNKNOWN"]),
        (Measures, "measures: {1: x}\n", ["1:11 VALUE-NOT-A-LIST"]),
        (Measures, "based_on: 2024\n", ["1:11 YEAR-FORMAT"]),
        (Progress, "measures:\n  1:\n    - date: 31 มี.ค. 2568\n", ["3:7 FIELD-MISSING"]),
        (Progress, "measures:\n  1: [{date: 31 มี.ค. 2568, state: }]\n", ["2:36 VALUE-MISSING"]),
        (Progress, "measures: {1: [{date: 2568-01-01, state: ดี}]}\n", ["1:42 WORD-UNKNOWN"]),
        (Progress, "measures: {1: [{date: 2568-01-01, state: done, percent: 101}]}\n", ["1:57 NUMBER-RANGE"]),
        (Progress, "measures: {1: {date: 2568-01-01, state: done}}\n", ["1:15 VALUE-NOT-A-LIST"]),
        (Progress, "measures: {1: [], ๑: []}\n", ["1:19 YAML-DUPLICATE-KEY"]),
        (Oit, "items: {O1: ~}\n", ["1:13 VALUE-MISSING"]),
        (Oit, "items: {O1: }\n", ["1:13 VALUE-MISSING"]),
        (Oit, "items: {O1: {}}\n", ["1:13 FIELD-MISSING"]),
        (Oit, "items: {O1: {state: }}\n", ["1:21 VALUE-MISSING"]),
        (Oit, "items: {O1: [done]}\n", ["1:13 VALUE-NOT-TEXT"]),
        (Oit, "items: {O1: เผยแพร่แล้วว}\n", ["1:13 WORD-UNKNOWN"]),
        (Oit, "items: {O1: {state: missing, evidence: [{title: x}]}}\n", ["1:41 EVIDENCE-ADDRESS"]),
        (Oit, "items: {O1: {state: missing, evidence: {title: x, file: a, url: b}}}\n", ["1:40 EVIDENCE-ADDRESS"]),
        (Oit, "items: {O1: {state: missing, evidence: a.pdf}}\n", ["1:40 VALUE-NOT-A-LIST"]),
        (Oit, "items: {o 1: {state: missing, elements: {1: x, ๑: y}}}\n", ["1:48 YAML-DUPLICATE-KEY"]),
        (Oit, "items: {o 1: {state: missing, elements: {a: x}}}\n", ["1:42 NUMBER-FORMAT"]),
        (Oit, "items: {o 1: {state: missing, elements: {1: ~}}}\n", ["1:45 VALUE-MISSING"]),
        (Oit, "items: {o 1: {state: missing, updated: 2024-01-01}}\n", ["1:40 DATE-CHRISTIAN-ERA"]),
        (Site, "agency: อบต.\n", ["1:9 VALUE-NOT-A-MAPPING"]),
        (Site, "agency:\n", ["1:8 VALUE-MISSING"]),
        (Site, "agency: {}\n", ["1:9 FIELD-MISSING"]),
        (Site, "site_name: x\n", ["1:1 FIELD-MISSING"]),
        (Site, "agency: {name: x}\nnumerals: โรมัน\n", ["2:11 WORD-UNKNOWN"]),
        (Site, "agency: {name: x, website: javascript:x}\n", ["1:28 ADDRESS-FORMAT"]),
        (Site, "agency: {name: x, website: [y]}\n", ["1:28 VALUE-NOT-TEXT"]),
        (Site, "agency: {name: x}\nlogo: y\n", ["2:1 FIELD-UNKNOWN"]),
    ],
)  # fmt: skip
def test_the_other_files_are_told_of_in_the_same_way(
    model: type[BaseModel], text: str, problems: list[str]
) -> None:
    """Measures, progress, evidence and settings are refused as exactly as results are."""
    assert found(text, model) == problems


@pytest.mark.parametrize(
    ("model", "text", "facts"),
    [
        (Assessment, "totel: 85\n", {"field": "totel", "suggestion": "total"}),
        (Assessment, "Level: B\n", {"field": "Level", "suggestion": "level"}),
        (Assessment, "indicater: {}\n", {"field": "indicater", "suggestion": "indicators"}),
        (Assessment, "indicators: {1: {scor: 85}}\n", {"field": "scor", "suggestion": "score"}),
        (Assessment, "items: {o 7: {txt: x}}\n", {"field": "txt", "suggestion": "text"}),
        (Assessment, "analysis: {issues: {1: {itms: x}}}\n", {"field": "itms", "suggestion": "items"}),
        (Assessment, "tables: [{title: x, indicator: {}}]\n", {"field": "indicator", "suggestion": "indicators"}),
        (Assessment, "errata: [{where: x, printed: y, corect: z}]\n", {"field": "corect", "suggestion": "correct"}),
        (Assessment, "qwerty: 85\n", {"field": "qwerty", "suggestion": ""}),
        (Assessment, "totel: 85\ntotal: 86\n", {"field": "totel", "suggestion": "total"}),
        (Site, "agncy: {name: x}\n", {"field": "agency"}),
        (Site, "agency: {name: x, provnce: y}\n", {"field": "provnce", "suggestion": "province"}),
        (Standard, "scoring: {tolerance: 0.01, passs: 85}\n", None),
        (Oit, "items: {O1: เผยแพร่แลว}\n", {"text": "เผยแพร่แลว", "suggestion": "เผยแพร่แล้ว"}),
        (Oit, "items: {O1: publishd}\n", {"text": "publishd", "suggestion": "published"}),
        (Oit, "items: {O1: Done}\n", {"text": "Done", "suggestion": ""}),
        (Assessment, "thresholds: {urgent_below: 85}\n", {"field": "keep_from"}),
        (Assessment, "errata: [~]\n", {"field": "errata"}),
        (Assessment, "errata: [{where: ~, printed: y}]\n", {"field": "where"}),
        (Assessment, "analysis: {urgent: [x, ~]}\n", {"field": "urgent"}),
        (Assessment, "total: 9๓.37\n", {"text": "9๓.37", "suggestion": "93.37"}),
        (Assessment, "items: {O99: 1}\n", {"text": "O99", "year": 2567}),
        (Assessment, "items: {7: 1}\n", {"text": "7", "candidates": "E7, I7, O7", "year": 2567}),
        (Assessment, "items: {O7: 1, o7: 1}\n", {"text": "o7", "item": "O7"}),
        (Assessment, "indicators:\n  1: 5\n  ๑: 6\n", {"key": "๑", "first": 2}),
    ],
)  # fmt: skip
def test_messages_can_say_what_to_do(
    model: type[BaseModel], text: str, facts: dict[str, object] | None
) -> None:
    """The facts hold what was typed, the field that it belongs to and the word that was meant."""
    told = [dict(problem.facts) for problem in problems_of(text, model)]
    if facts is None:  # a field is suggested under the name that is typed, not the one in the code
        facts = {"field": "passs", "suggestion": "pass"}
        assert facts in told
    else:
        assert told[0] == facts


@pytest.mark.parametrize(
    ("typed", "known", "word"),
    [
        ("scroe", ["score", "rank"], "score"),
        (" Score ", ["score", "rank"], "score"),
        ("xyz", ["score", "rank"], ""),
        ("", ["score"], ""),
        ("s" * 4000, ["score"], ""),
    ],
)
def test_nearest_word(typed: str, known: list[str], word: str) -> None:
    """A near miss is recognised; a far one suggests nothing."""
    assert nearest(typed, known) == word


def test_field_called_by_its_thai_title_is_recognised() -> None:
    """Who types the title that the editor shows is told the name of the field."""
    told = problems_of("คะแนนรวม: 88.12\n")
    assert [problem.facts["suggestion"] for problem in told] == ["total"]


def test_only_the_first_of_many_unknown_words_get_a_suggestion() -> None:
    """Thousands of wrong keys are told of."""
    text = "".join(f"totalx{number}: 1\n" for number in range(9000))
    with patience():
        told = problems_of(text)
    assert len(told) == 9000
    assert sum(problem.facts["suggestion"] == "total" for problem in told) <= MOST_SUGGESTIONS


@pytest.mark.parametrize("blanks", [" " * 3900, " \t" * 1900, " และ" * 900, ",;" * 1900])
def test_lists_typed_as_text_are_split(blanks: str) -> None:
    """A list of codes that is mostly blanks costs no more than any other text."""
    lines = "".join(f"      - {{text: x, items: 'I1{blanks}x'}}\n" for _ in range(100))
    with patience():
        told = problems_of(f"recommendations:\n    entries:\n{lines}")
    assert told


def test_record_is_what_was_typed() -> None:
    """Scores keep their decimals, texts their words, lists and mappings their order."""
    text = "total: ๗๖.๘๐\nlevel: no\nindicators: {๒: 83.30, 1: 12}\nsource: |\n  ก\n\n  12:30\n"
    record, problems = validate(load_text(text, "f"), Assessment, STANDARD)
    assert not problems
    assert record is not None
    assert (str(record.total), record.level, record.source) == ("76.80", "no", "ก\n\n12:30")
    assert [(n, str(entry.score)) for n, entry in record.indicators.items()] == [
        (2, "83.30"),
        (1, "12"),
    ]


def test_score_left_empty_is_not_zero() -> None:
    """An empty score was not assessed."""
    record, _ = validate(load_text("total:\nindicators: {1: }\n", "f"), Assessment, STANDARD)
    assert record is not None
    assert (record.total, record.indicators[1].score) == (None, None)
