"""score, year, date, bool, count: what is typed where a number or a day belongs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tests.corpus import Case, text_case

GOOD_SCORES = (
    *("0", "0.00", "1", "9.99", "10", "85", "85.00", "85.10", "93.37", "99.99", "100", "100.00"),
    *("๐", "๙๓.๓๗", "๑๐๐", "๘๕.๑๐", "๑๐๐.๐๐", "'85.10'", '"๘๕.๑๐"', "85.10  ", "85.10 # ตามประกาศ"),
)
BAD_SCORES: Mapping[str, Sequence[str]] = {
    "SCORE-FORMAT": (
        *("010", "00", "0085", "085.10", "85.1", "85.", ".5", "85.100", "85.10.", "8 5.10"),
        *("85,10", "85,1", "1,000", "85:10", "12:30:45", "85-10", "85/100", "85%", "85.10%"),
        *("+85.10", "-1", "-0.00", "−5.00", "1e2", "1E2", "8.51e1", "1_0.50", "0x55", "0o17"),
        *("0b1", "inf", ".inf", "-.inf", ".nan", "nan", "NaN", "Infinity", "true", "yes", "n/a"),
        *("NA", "–", "ไม่ประเมิน", "แปดสิบห้า", "85.10 คะแนน", "คะแนน 85.10", "８５.１０", "８５"),
        *("85．10", "85。10", "85·10", "٨٥", "८५", "៨៥", "໘໕", "၈၅", "⁸⁵", "₈₅", "½", "Ⅷ", "㊿"),
        *("๘๕,๑๐", "๘๕.", ".๕", "๐๘๕", "2567-01-01", "O1", "<85", "~85", "85..10"),
        *("85.10.20", "(85.10)", "฿85.10", "$85", "85'10", '85"', "8.5.1", "= 85", "=85+1", "85+1"),
        *("'=85'", "'85.1'", "' '", "'nan'", "'8 5'", "85.1O", "B5.10", "l00", "1OO", "8５.10"),
    ),
    "SCORE-MIXED-DIGITS": (
        "9๓.37",
        "๙3.37",
        "93.๓๗",
        "๙๓.37",
        "8๕",
        "๑00",
        "1๐๐.๐๐",
        "85.1๐",
        "85.๑",
    ),
    "SCORE-RANGE": ("100.01", "101", "999", "999.99", "๑๐๐.๐๑", "๙๙๙", "110", "123.45"),
}
BAD_YEARS = (
    *("2023", "1999", "2024", "0", "1", "12345", "25677", "2566.0", "2,567", "2567.5", "-2567"),
    *("256๗", "๒๕67", "2566/2567", "2566-2567", "ปี 2567 นี้", "twenty", "2567-01-01", "02567"),
    *("0x2567", "2_567", "2567e0", "２５６７", "true", "25 67", "3567", "1567"),
)
GOOD_DATES = {
    "31 มี.ค. 2568": "2025-03-31",
    "๓๑ มี.ค. ๒๕๖๘": "2025-03-31",
    "31 มีนาคม 2568": "2025-03-31",
    "2568-03-31": "2025-03-31",
    "29 ก.พ. 2567": "2024-02-29",
    "29 กุมภาพันธ์ 2567": "2024-02-29",
    "2567-02-29": "2024-02-29",
    "31/12/2566": "2023-12-31",
    "1 ต.ค. 2565": "2022-10-01",
    "30 ก.ย. 2566": "2023-09-30",
}
BAD_DATES: Mapping[str, Sequence[str]] = {
    "DATE-IMPOSSIBLE": (
        *("29 ก.พ. 2568", "2568-02-29", "30 ก.พ. 2567", "31 เม.ย. 2567", "31 มิ.ย. 2567"),
        *(
            "31 ก.ย. 2567",
            "31 พ.ย. 2567",
            "32 ม.ค. 2567",
            "0 ม.ค. 2567",
            "2567-02-30",
            "2567-13-01",
        ),
        *("2567-00-10", "2567-01-00", "2567-13-45", "31/02/2567", "45/01/2567", "12/31/2567"),
        *("๒๙ ก.พ. ๒๕๖๘", "99 ม.ค. 2567", "29/02/2569", "29/2/2566"),
    ),
    "DATE-CHRISTIAN-ERA": ("2024-02-29", "2024-03-31", "31 มี.ค. 2024", "31/12/2023", "2025-01-01"),
    "DATE-FORMAT": (
        *("มี.ค. 2568", "2568", "เมื่อวาน", "31 มี.ค.", "31 ม.ค.ค. 2568", "31 March", "20240229"),
        *("2567-02-29T10:00:00Z", "2567-02-29 10:00", "2567.02.29", "31 ธันวาคมม 2567", "12:30"),
        *("31-มี.ค.", "true", "25670229", "31 มี.ค. 25688", "๓1 มี.ค. 2568", "31 มี.ค. ๒๕68"),
        *("2567-2-", "31//12/2566", "31/12", "0", "2567-02-29-01", "1.5 ม.ค. 2567", "-1 ม.ค. 2567"),
    ),
}
GOOD_WORDS = {"true": True, "ใช่": True, "yes": True, "false": False, "ไม่ใช่": False, "no": False}
BAD_WORDS = (
    "on",
    "off",
    "y",
    "n",
    "1",
    "0",
    "จริง",
    "T",
    "ใช",
    "ใช่ค่ะ",
    "maybe",
    "yess",
    "✓",
    "nein",
)
BAD_COUNTS = (
    *("0342771234", "007", "1.0", "1.5", "1e3", "0x10", "0o7", "-1", "+1", "1_000", "1,000", "๑2"),
    *("หนึ่ง", "true", "１", "²", "1 2", "9999999999", "inf", "nan", "12:30", "Ⅷ"),
)


def cases() -> Iterator[Case]:
    yield from _scores()
    yield from _years_and_words()
    for typed, day in GOOD_DATES.items():
        text = f"announced: {typed}\n"
        yield text_case(f"date {typed}", text, path=("announced",), value=day)
    for code, dates in BAD_DATES.items():
        for typed in dates:
            yield text_case(f"date {typed}", f"total: 85\nannounced: {typed}\n", f"2:12 {code}")


def _scores() -> Iterator[Case]:
    for typed in GOOD_SCORES:
        value = typed.partition("#")[0].strip().strip("'\"")
        arabic = value.translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789"))
        yield text_case(f"score {typed}", f"total: {typed}\n", path=("total",), value=arabic)
        deep = f"indicators:\n  1:\n    score: {typed}\n"
        yield text_case(f"score {typed} deep", deep, path=("indicators", 1, "score"), value=arabic)
    for code, scores in BAD_SCORES.items():
        for typed in scores:
            yield text_case(f"score {typed}", f"total: {typed}\n", f"1:8 {code}")
    for code, scores in BAD_SCORES.items():
        for typed in scores[::4]:
            deep = f"level: ก\nindicators:\n  1: {typed}\n"
            yield text_case(f"score {typed} of an indicator", deep, f"3:6 {code}")


def _years_and_words() -> Iterator[Case]:
    for typed in ("2565", "๒๕๖๕", "'2565'"):
        yield text_case(f"year {typed}", f"year: {typed}\n", path=("year",), value="2565")
    for typed in BAD_YEARS:
        yield text_case(f"year {typed}", f"total: 85\nyear: {typed}\n", "2:7 YEAR-FORMAT")
    for typed in GOOD_WORDS:
        yield text_case(f"word {typed}", f"draft: {typed}\n")
    for typed in BAD_WORDS:
        yield text_case(f"word {typed}", f"total: 85\ndraft: {typed}\n", "2:8 YES-NO")
    for typed in BAD_COUNTS:
        text = f"indicators:\n  1: {{score: 85, rank: {typed}}}\n"
        if "," in typed or ":" in typed:
            text = f'indicators:\n  1: {{score: 85, rank: "{typed}"}}\n'
        yield text_case(f"count {typed}", text, "2:24 NUMBER-FORMAT")
