"""Thai digits, years, dates, periods, order and marks, as offices type them."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta
from itertools import chain, pairwise, permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.thai import (
    BadDate,
    DateStyle,
    Numerals,
    Period,
    Reason,
    Repair,
    RepairKind,
    fiscal_year_of,
    fiscal_year_span,
    forbidden_characters,
    format_date,
    format_period,
    has_mixed_digits,
    is_plain,
    normalise,
    parse_date,
    parse_period,
    parse_year,
    show_digits,
    sort_key,
    to_arabic,
    to_thai,
)
from generator.thai.dates import BE, FIRST_YEAR, LAST_YEAR, MONTHS, SHORT
from tests.patience import patience

MAX_FIELD = 4000
quickly = settings(max_examples=400, deadline=None, derandomize=True, database=None)
days = st.dates(date(FIRST_YEAR - BE, 1, 1), date(LAST_YEAR - BE, 12, 31))
months = st.integers(1, 12)
digits = st.text("0123456789")
# Every kind of mark, letters for them to stand on, and what hides between them.
marked = st.text("กขเแาำัิีฺุู็่้๊๋์ํ๎\u00a0\u00ad\u200be\u0301\u0323é 1" + "\u202e\ufeff\n", max_size=25)


def day(year: int, month: int, number: int) -> date:
    return date(year - BE, month, number)


def refusal(text: str) -> Reason:
    with pytest.raises(BadDate) as caught:
        parse_date(text)
    return caught.value.reason


# Digits


@given(digits)
@quickly
def test_digits_go_both_ways(number: str) -> None:
    """A number is the same whichever digits it is written in."""
    assert to_arabic(to_thai(number)) == number
    assert not set(to_thai(number)) & set("0123456789")
    assert to_arabic(number) == number


@pytest.mark.parametrize(
    ("text", "thai"),
    [
        ("85.10 คะแนน", "๘๕.๑๐ คะแนน"),
        ("ข้อ 1-12 (2568)", "ข้อ ๑-๑๒ (๒๕๖๘)"),
        ("ปี2568มี 3", "ปี๒๕๖๘มี ๓"),
        ("O27 และ ITA2567", "O27 และ ITA2567"),
        ("ดู https://a.go.th/2568/ข้อ1 หน้า 2", "ดู https://a.go.th/2568/ข้อ1 หน้า ๒"),
        ("a@b1.go.th 02-123", "a@b1.go.th ๐๒-๑๒๓"),
    ],
)
def test_codes_and_addresses_keep_their_digits(text: str, thai: str) -> None:
    """Digits of Latin words, codes, e-mail and web addresses stay when numbers are shown in Thai."""
    assert to_thai(text) == thai
    assert show_digits(text, Numerals.THAI) == thai


def test_numbers_are_shown_as_the_site_wants() -> None:
    """One setting shows Arabic or Thai digits or those typed; an address is never altered."""
    text = "ปี ๒๕๖๘ ข้อ 9 https://a.go.th/๒๕๖๘"
    assert show_digits(text, Numerals.ARABIC) == "ปี 2568 ข้อ 9 https://a.go.th/๒๕๖๘"
    assert show_digits(text, Numerals.THAI) == "ปี ๒๕๖๘ ข้อ ๙ https://a.go.th/๒๕๖๘"
    assert show_digits(text, Numerals.AS_TYPED) == text


@pytest.mark.parametrize(
    ("text", "mixed"),
    [
        *(("9๓.37", True), ("๙3", True), ("ปี 256๘", True), ("๙.3", True), ("๑,000", True)),
        *(("93.37", False), ("๙๓.๓๗", False), ("๙๓ 37", False), ("ก", False), ("๙๓ และ 37", False)),
    ],
)
def test_one_number_has_one_kind_of_digits(text: str, mixed: bool) -> None:
    """A number that mixes Thai and Arabic digits is noticed; two numbers beside each other may."""
    assert has_mixed_digits(text) is mixed


# Years


@pytest.mark.parametrize(
    "text",
    [
        *("66", "๖๖", "2566", "๒๕๖๖", " 2566 ", "พ.ศ. 2566", "พ.ศ.2566", "พศ 2566", "พ. ศ. ๒๕๖๖"),
        *("ปี 2566", "ปี พ.ศ. 2566", "ปีงบประมาณ 2566", "ปีงบประมาณ พ.ศ. ๒๕๖๖", "พ.ศ.  66", "๒๕66"),
    ],
)
def test_years_of_the_buddhist_era(text: str) -> None:
    """A year has two or four digits of either kind, with or without the words that go before it."""
    assert parse_year(text) == 2566


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2023",
            "1999",
            "ค.ศ. 2023",
            "ค.ศ. 2566",
            "2499",
            "2651",
            "9999",
            "0066",
            "6",
            "566",
            "25666",
        ),
        *("", "ปี", "พ.ศ.", "2566 ก", "66/67", "-66", "2,566", "๒๕๖๖.", "٦٦", "25 66"),
    ],
)
def test_other_years_are_refused(text: str) -> None:
    """A year of the common era, or a number that is no year of ours, is not taken for one."""
    assert parse_year(text) is None


# Dates


@pytest.mark.parametrize(
    "text",
    [
        *("29 กุมภาพันธ์ 2567", "๒๙ กุมภาพันธ์ ๒๕๖๗", "29 ก.พ. 2567", "29 ก.พ. 67", "29 ก.พ.67"),
        *("29ก.พ.67", "29 กพ 67", "29 กพ. 67", "29 ก.พ 67", "29 ก. พ. 67", "วันที่ 29 ก.พ. 67"),
        *("วันที่ 29 เดือน กุมภาพันธ์ พ.ศ. 2567", "29 เดือนกุมภาพันธ์ ปี 2567", "29/2/2567", "29/02/67"),
        *("๒๙/๐๒/๒๕๖๗", "2567-02-29", "๒๕๖๗-๐๒-๒๙", "  29   ก.พ.\t2567\n", "29\xa0ก.พ.\xa02567"),
    ],
)
def test_a_date_in_any_of_its_forms(text: str) -> None:
    """A day is read in words, in numbers and in ISO order, always of the Buddhist era."""
    assert parse_date(text) == date(2024, 2, 29)


@pytest.mark.parametrize("text", ["29 ก.พ. 2566", "29/2/66", "2566-02-29", "31 เม.ย. 67", "0/1/67"])
def test_a_day_that_never_was_is_refused(text: str) -> None:
    """29 February is a day of 2567 but not of 2566; no month has a day 0 or 32."""
    assert refusal(text) is Reason.IMPOSSIBLE


@pytest.mark.parametrize("text", ["29 ก.พ. 2024", "29/2/2024", "2024-02-29", "1 ม.ค. 1999"])
def test_a_date_of_the_common_era_is_refused_as_such(text: str) -> None:
    """Who typed a year of the common era is told so."""
    assert refusal(text) is Reason.CHRISTIAN_ERA


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "ก.พ. 67",
            "29 ก.พ.",
            "29",
            "29 Feb 2567",
            "29 ก.พ. 2567 ก",
            "29-2-2567",
            "2567/02/29",
        ),
        *("29 ก.พ. 3000", "29 ก.พ. 567", "100 ก.พ. 67", "2567-2-29", "29 ก.ม. 67", "29..พ. 67"),
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    """A month alone, a foreign month or a year that is none is not a date."""
    assert refusal(text) is Reason.FORMAT


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_in_all_its_spellings(month: int) -> None:
    """A month is spelled in full, or short with or without each of its dots and spaces."""
    whole, short = MONTHS[month - 1], SHORT[month - 1]
    first, second = short.rstrip(".").split(".")
    spellings = [whole, short, f"{first}{second}", f"{first}.{second}", f"{first}{second}."]
    spellings += [f"{first}. {second}.", f"{first} {second}", f"{first}. {second}"]
    for spelling in spellings:
        for typed in (f"15 {spelling} 2568", f"15{spelling}2568", f"๑๕ {spelling} ๖๘"):
            assert parse_date(typed) == day(2568, month, 15)


@given(days, st.sampled_from(Numerals))
@quickly
def test_a_date_as_shown_can_be_typed(shown: date, numerals: Numerals) -> None:
    """A date that we print is read back as the same day, in either style and either digits."""
    assert parse_date(show_digits(format_date(shown), numerals)) == shown
    short = show_digits(format_date(shown, DateStyle.SHORT), numerals)
    if FIRST_YEAR <= shown.year + BE < FIRST_YEAR + 100:
        assert parse_date(short) == shown


def test_dates_and_periods_are_printed_in_thai() -> None:
    """A date is printed with the month in full or short; a period of one day is that day."""
    first, last = day(2567, 10, 1), day(2568, 9, 30)
    assert format_date(first) == "1 ตุลาคม 2567"
    assert format_date(first, DateStyle.SHORT) == "1 ต.ค. 67"
    assert format_period(Period(first, last)) == "1 ตุลาคม 2567 ถึง 30 กันยายน 2568"
    assert format_period(Period(first, last), DateStyle.SHORT) == "1 ต.ค. 67 ถึง 30 ก.ย. 68"
    assert format_period(Period(first, first)) == "1 ตุลาคม 2567"


# Periods


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("ต.ค. 66 - ก.ย. 67", (2566, 10, 1), (2567, 9, 30)),
        ("ต.ค.66-ก.ย.67", (2566, 10, 1), (2567, 9, 30)),
        ("ต.ค. 2566 – มี.ค. 2567", (2566, 10, 1), (2567, 3, 31)),
        ("ตุลาคม 2567 ถึง กันยายน 2568", (2567, 10, 1), (2568, 9, 30)),
        ("ตุลาคม 2567 จนถึง กันยายน พ.ศ. 2568", (2567, 10, 1), (2568, 9, 30)),
        ("เมษายน ๒๕๖๘ ถึง กันยายน ๒๕๖๘", (2568, 4, 1), (2568, 9, 30)),
        ("มกราคม ๒๕๖๖", (2566, 1, 1), (2566, 1, 31)),
        ("ม.ค. - มี.ค. 66", (2566, 1, 1), (2566, 3, 31)),
        ("ม.ค.-เม.ย.๖๖", (2566, 1, 1), (2566, 4, 30)),
        ("พ.ย. - ม.ค. 68", (2567, 11, 1), (2568, 1, 31)),
        ("ตุลาคม - ธันวาคม", (2567, 10, 1), (2567, 12, 31)),
        ("กันยายน", (2568, 9, 1), (2568, 9, 30)),
        ("ก.พ. 67", (2567, 2, 1), (2567, 2, 29)),
        ("ตลอดปีงบประมาณ", (2567, 10, 1), (2568, 9, 30)),
        ("ตลอดทั้งปีงบประมาณ", (2567, 10, 1), (2568, 9, 30)),
        ("ตลอดปี", (2567, 10, 1), (2568, 9, 30)),
        ("ตลอดปีงบประมาณ พ.ศ. 2567", (2566, 10, 1), (2567, 9, 30)),
        ("ปีงบประมาณ ๒๕๖๗", (2566, 10, 1), (2567, 9, 30)),
        ("ไตรมาสที่ 1", (2567, 10, 1), (2567, 12, 31)),
        ("ไตรมาสที่ 1-2", (2567, 10, 1), (2568, 3, 31)),
        ("ไตรมาส ๓ และ ๔", (2568, 4, 1), (2568, 9, 30)),
        ("ไตรมาสที่ 1 ถึงไตรมาสที่ 4", (2567, 10, 1), (2568, 9, 30)),
        ("ไตรมาส 2/2567", (2567, 1, 1), (2567, 3, 31)),
        ("ภายในไตรมาสที่ 2 ปีงบประมาณ 2567", (2567, 1, 1), (2567, 3, 31)),
        ("ภายในเดือนมีนาคม 2568", (2568, 3, 1), (2568, 3, 31)),
        ("ภายในวันที่ 31 มีนาคม 2568", (2568, 3, 31), (2568, 3, 31)),
        ("ระหว่างเดือนมกราคม - มีนาคม 2568", (2568, 1, 1), (2568, 3, 31)),
        ("ตั้งแต่ 1 ต.ค. 67 ถึง 15 ม.ค. 68", (2567, 10, 1), (2568, 1, 15)),
        ("1 - 31 มี.ค. 66", (2566, 3, 1), (2566, 3, 31)),
        ("5 ม.ค. - 20 ม.ค. 67", (2567, 1, 5), (2567, 1, 20)),
        ("28 ก.พ. - 1 มี.ค. 67", (2567, 2, 28), (2567, 3, 1)),
    ],
)
def test_periods_as_printed_in_plans(
    text: str, start: tuple[int, int, int], end: tuple[int, int, int]
) -> None:
    """A period runs from the first to the last day that it names; what it leaves out is found."""
    assert parse_period(text, 2568) == Period(day(*start), day(*end))


@pytest.mark.parametrize(
    "text",
    [
        *("", "ทุกเดือน", "ทุกไตรมาส", "-", "ถึง", "2568", "ไตรมาสที่ 0", "ไตรมาสที่ 5", "ไตรมาสที่ 3-2"),
        *(
            "ก.ย. 68 - ต.ค. 67",
            "ต.ค. 2023 - ก.ย. 2024",
            "29 ก.พ. 66",
            "31 - 1 มี.ค. 66",
            "0 - 5 มี.ค. 66",
        ),
        *(
            "ม.ค. - ก.พ. - มี.ค.",
            "ม.ค. 68 เป็นต้นไป",
            "ปีงบประมาณ 2024",
            "1 ต.ค. - 31 ก.ย. 68",
            "5 - 3",
        ),
    ],
)
def test_a_period_that_is_not_understood_has_no_dates(text: str) -> None:
    """Nothing is guessed: a period that is impossible, backwards or in other words gets no dates."""
    assert parse_period(text, 2568) is None


@given(days, days)
@quickly
def test_a_period_as_shown_can_be_typed(one: date, other: date) -> None:
    """A period that we print is read back as the same days."""
    period = Period(min(one, other), max(one, other))
    assert parse_period(format_period(period), 2568) == period


@given(months, months, st.integers(FIRST_YEAR + 1, LAST_YEAR))
@quickly
def test_months_without_a_year_are_of_the_fiscal_year(first: int, last: int, year: int) -> None:
    """Months that name no year lie in the plan's fiscal year, or are not a period."""
    period = parse_period(f"{MONTHS[first - 1]} - {MONTHS[last - 1]}", year)
    if (first - 10) % 12 > (last - 10) % 12:
        assert period is None
        return
    assert period is not None
    whole = fiscal_year_span(year)
    assert whole.start <= period.start < period.end <= whole.end
    assert (period.start.month, period.end.month) == (first, last)


@given(st.integers(FIRST_YEAR + 1, LAST_YEAR))
@quickly
def test_a_fiscal_year_begins_in_october(year: int) -> None:
    """Fiscal year N runs from 1 October N-1 to 30 September N, without a gap between two."""
    span = fiscal_year_span(year)
    assert (span.start, span.end) == (day(year - 1, 10, 1), day(year, 9, 30))
    assert fiscal_year_of(span.start) == fiscal_year_of(span.end) == year
    assert fiscal_year_of(span.end + timedelta(days=1)) == year + 1
    quarters = [parse_period(f"ไตรมาสที่ {number}", year) for number in range(1, 5)]
    joined = [quarter for quarter in quarters if quarter]
    assert (joined[0].start, joined[-1].end, len(joined)) == (span.start, span.end, 4)
    for one, following in pairwise(joined):
        assert following.start - one.end == timedelta(days=1)


@pytest.mark.parametrize(
    "text",
    [
        *(
            " " * 800,
            "1" + " " * MAX_FIELD + "x",
            "1 มกราคม" + " " * MAX_FIELD + "x",
            "1 มกราคม " * 400,
        ),
        *("-" * MAX_FIELD, "ถึง " * 1000, "\t\n " * 1300, "1 ม" + "." * MAX_FIELD, "1" * MAX_FIELD),
        *("1 ม. ค. " * 500, "ไตรมาส ที่ " * 400, "ภายใน วันที่ เดือน " * 200, "พ. ศ. " * 700),
    ],
)
def test_no_text_takes_long_to_refuse(text: str) -> None:
    """A year, a date or a period is read or refused, whatever was typed."""
    with patience():
        assert parse_year(text) is None
        assert parse_period(text, 2568) is None
        refusal(text)


# Order


@pytest.mark.parametrize(
    "names",
    [
        "กรม กอง กา เกม แก โก ใก ไก ขอ เข้า คน เคย หนอง อบต. เอก",
        "กะ กัน กา กำ กิ กี กึ กื กุ กู เก แก โก ใก ไก",
        "กา ก่า ก้า ก๊า ก๋า กาก ก่าก",
        "ปา ป่า ป้า ปาก ป่าน ป้าย",
        "เก๋ เก่ง เก้ง เกม เก้า",
        "เป็น เปลี่ยน แป้ง ไป ผล เผย",
        "คลองใหม่ ทับคล้อ บางตะบูน ปากช่อง เสนา",
        "abc ABd ก",
    ],
)
def test_names_stand_as_in_a_thai_dictionary(names: str) -> None:
    """A vowel before its consonant counts after it; tone marks only part names otherwise alike."""
    ordered = names.split()
    shuffled = ordered[::-1]
    assert sorted(shuffled, key=sort_key) == ordered


def test_the_digits_of_a_name_do_not_part_it() -> None:
    """Names with Thai and with Arabic digits stand among each other."""
    assert sorted(["โรงเรียน ๒", "โรงเรียน 3", "โรงเรียน ๑"], key=sort_key) == [
        *("โรงเรียน ๑", "โรงเรียน ๒", "โรงเรียน 3")
    ]


# The normal form


@pytest.mark.parametrize(
    ("text", "normal", "kind", "position"),
    [
        ("แผนเเละ", "แผนและ", RepairKind.DOUBLE_E, 3),
        ("ท\u0e4d\u0e32", "ทำ", RepairKind.SARA_AM, 1),
        ("น\u0e4d\u0e49\u0e32", "น้ำ", RepairKind.SARA_AM, 1),
        ("น\u0e49\u0e4d\u0e32", "น้ำ", RepairKind.SARA_AM, 2),
        ("น\u0e33\u0e49", "น้ำ", RepairKind.MARK_ORDER, 1),
        ("ท\u0e48\u0e35", "ที่", RepairKind.MARK_ORDER, 1),
        ("ร\u0e39\u0e49 ผ\u0e49\u0e39", "รู้ ผู้", RepairKind.MARK_ORDER, 5),
        ("พันธ\u0e4c\u0e38", "พันธุ์", RepairKind.MARK_ORDER, 4),
        ("สิทธ\u0e4c\u0e34", "สิทธิ์", RepairKind.MARK_ORDER, 4),
        ("ก\u0e48\u0e3a", "กฺ่", RepairKind.MARK_ORDER, 1),
        ("ก\u0e49\u0e47", "ก็้", RepairKind.MARK_ORDER, 1),
        ("ก\u0e48\u0e31\u0e48", "กั่่", RepairKind.MARK_ORDER, 1),
        ("ก\u0e48\u0e49\u0e34", "กิ่้", RepairKind.MARK_ORDER, 1),
        ("ก\u0e33\u0e48\u0e49", "ก่้ำ", RepairKind.MARK_ORDER, 1),
        ("ก\u0e33\u0e49\u0e33\u0e49", "ก้้ำำ", RepairKind.MARK_ORDER, 1),
        ("ก\xa0ข", "ก ข", RepairKind.NO_BREAK_SPACE, 1),
        ("กข\xadค", "กขค", RepairKind.SOFT_HYPHEN, 2),
        ("ก\u200bข", "กข", RepairKind.ZERO_WIDTH_SPACE, 1),
        ("caf\u0065\u0301", "café", RepairKind.COMPOSED, 3),
        ("\u212b", "Å", RepairKind.COMPOSED, 0),
        ("\u0e01\u0e38\u0e3a", "กฺุ", RepairKind.COMPOSED, 1),
    ],
)
def test_what_is_put_right_and_where(
    text: str, normal: str, kind: RepairKind, position: int
) -> None:
    """What looks right but is typed wrong is put right, and its place in the typed text is told."""
    assert normalise(text) == (normal, (Repair(kind, position),))
    assert not is_plain(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "น้ำ ที่ ผู้ รู้ สิทธิ์ พันธุ์ เปลี่ยน เป็น แล้ว กั้น ปั๊ม เก๋", "ประกาศฯ ๆ ๑๒", "พุทฺธํ", "จำๆ"),
        *("เแเ", "café Å", "1,000.50 บาท (ก-ข) “ค” – ง…", "日本 \U0001f600", "ก\tข\nค"),
    ],
)
def test_text_that_is_right_is_left_alone(text: str) -> None:
    """Text that is typed right stays as it is and is told to be plain at once."""
    assert normalise(text) == (text, ())
    assert is_plain(text)
    assert forbidden_characters(text) == []


def test_repairs_are_told_in_the_order_of_the_text() -> None:
    """Each fault of a text is told at its own place in the text as typed."""
    text = "เเก\u200bน\u0e4d\u0e32ท\u0e48\u0e35\xa0e\u0301"
    normal, repairs = normalise(text)
    assert normal == "แกนำที่ é"
    assert [(repair.kind, repair.position) for repair in repairs] == [
        (RepairKind.DOUBLE_E, 0),
        (RepairKind.ZERO_WIDTH_SPACE, 3),
        (RepairKind.SARA_AM, 5),
        (RepairKind.MARK_ORDER, 8),
        (RepairKind.NO_BREAK_SPACE, 10),
        (RepairKind.COMPOSED, 11),
    ]


def test_what_a_repair_brings_together_is_put_right_too() -> None:
    """A fault that shows only once a hidden character is gone is repaired with it."""
    assert normalise("เ\u200bเ") == ("แ", (Repair(RepairKind.ZERO_WIDTH_SPACE, 1),))
    assert normalise("ก\u0e38\u200b\u0e3a")[0] == "กฺุ"
    assert normalise("ก\u0e48\xad\u0e34")[0] == "กิ่"


@pytest.mark.parametrize(
    "marks",
    [
        *("\u0e35\u0e48", "\u0e38\u0e4c", "\u0e31\u0e49", "\u0e49\u0e33"),
        *("\u0e35\u0e48\u0e48", "\u0e3a\u0e38\u0e48", "\u0e48\u0e48\u0e33"),
    ],
)
def test_every_order_of_the_same_marks_is_one_text(marks: str) -> None:
    """However the marks on a letter were typed, repeated ones too, they become the same text."""
    for typed in permutations(marks):
        assert normalise(f"ก{''.join(typed)}ก")[0] == f"ก{marks}ก"


@given(marked)
@quickly
def test_the_normal_form_is_final(text: str) -> None:
    """What was put right needs no repair again, and any change was told at a place in the text."""
    normal, repairs = normalise(text)
    assert normalise(normal) == (normal, ())
    assert unicodedata.normalize("NFC", normal) == normal
    assert bool(repairs) is (normal != text)
    positions = [repair.position for repair in repairs]
    assert positions == sorted(positions)
    assert all(0 <= position < len(text) for position in positions)


@given(marked | st.text(st.characters(exclude_categories=()), max_size=8))
@quickly
def test_plain_text_has_no_fault(text: str) -> None:
    """A text is plain exactly where nothing is repaired and nothing is forbidden."""
    assert is_plain(text) is not any((normalise(text)[1], forbidden_characters(text)))


@pytest.mark.parametrize(
    "unit",
    [
        *("เ", "\u0e33\u0e49", "\u0e48\u0e31", "\u0301\u0e33\u0301\u0e49", "\u0e48\u0301"),
        *("\u0e4d\u200b\u0e32", "\u0e33\u0301", "\u0e48\u0e31\u0e3a", "\u0301\u0e4d\u0e32\u0e49"),
    ],
)
def test_no_run_of_marks_takes_long_to_put_right(unit: str) -> None:
    """The work grows with the length of a run of marks, not with its square."""
    with patience():
        normalise(unit * (100_000 // len(unit)))


# Forbidden characters


@pytest.mark.parametrize(
    "character",
    [
        *(
            "\0",
            "\x01",
            "\b",
            "\r",
            "\v",
            "\f",
            "\x1b",
            "\x7f",
            "\x80",
            "\x85",
            "\x9f",
            "\u2028",
            "\u2029",
        ),
        *("\u200c", "\u200d", "\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e"),
        *("\u2060", "\u2061", "\u2066", "\u2067", "\u2068", "\u2069", "\u061c", "\u180e", "\ufeff"),
        *(
            "\ue000",
            "\uf8ff",
            "\U000f0000",
            "\ud800",
            "\udfff",
            "\uffff",
            "\U0001fffe",
            "\U000e0001",
            "\U000e0041",
        ),
        *("\u034f", "\u115f", "\u2800", "\u3164", "\uffa0", "\U000e0100"),
    ],
)
def test_hidden_characters_are_found(character: str) -> None:
    """A character that no one sees, that turns the text around or that has no meaning is found."""
    assert forbidden_characters(f"กข{character}ค{character}") == [(2, character), (4, character)]
    assert not is_plain(f"ก{character}")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ก\u0e48\u0e48\u0e48", [(1, "\u0e48\u0e48\u0e48")]),
        ("กข\u0e34\u0e38\u0e48\u0e4c", [(2, "\u0e34\u0e38\u0e48\u0e4c")]),
        ("e\u0301\u0302\u0303", [(1, "\u0301\u0302\u0303")]),
        ("ก\u0e48\u200b\u0e48\u200b\xad\u0e48ข", [(1, "\u0e48\u200b\u0e48\u200b\xad\u0e48")]),
        ("ก" + "\u0e48\u0301" * 20 + "ข", [(1, "\u0e48\u0301" * 15 + "\u0e48")]),
        ("ก" + "\u0e48\u200b\u0301" * 20, [(1, ("\u0e48\u200b\u0301" * 20)[:46])]),
        ("ก" + "\u0e48\u0301" * 15 + "\u0e48ข", [(1, "\u0e48\u0301" * 15 + "\u0e48")]),
        ("ก" + "\u0e48\u0301" * 15 + "ข", []),
        ("ก" + "\u2026" * 40, []),
        ("ก\u0e48\u0e48", []),
        ("ก\u0e34\u0e48\u0e4c", []),
        ("e\u0301\u0302", []),
        ("\n\tก \xa0\xad\u200b", []),
    ],
)
def test_heaps_of_marks_are_found(text: str, found: list[tuple[int, str]]) -> None:
    """More marks than a letter can bear are found, also where a repair would bring them together."""
    assert forbidden_characters(text) == found
    assert not (found and is_plain(text))


def test_marks_in_ordinary_text_stand_in_their_normal_order() -> None:
    """What passes at a glance needs no composing: no run of marks that does would pass."""
    marks = [chr(code) for code in (0x0E31, *range(0x0E33, 0x0E3B), *range(0x0E47, 0x0E4D))]
    for run in chain(product(marks, repeat=2), product(marks, repeat=3)):
        text = f"ก{''.join(run)}"
        assert unicodedata.is_normalized("NFC", text) or not is_plain(text), text
