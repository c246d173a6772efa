"""Dates, years and periods as Thai offices write them; B.E. to people, `datetime.date` inside."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from generator.thai.digits import to_arabic

BE = 543
FIRST_YEAR, LAST_YEAR = 2500, 2650
MOST_REMEMBERED = 4096
CENTURY = 2500
FIRST_MONTH_OF_FISCAL_YEAR = 10
MONTHS = [
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
]
SHORT = [
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
]
_NAMES = {
    name.replace(".", ""): number
    for names in (MONTHS, SHORT)
    for number, name in enumerate(names, 1)
}
# Abbreviations are also typed as `มค.`, `ม.ค` and `ม. ค.`.
_SHORT = "|".join(r"\.? ?".join(name.split(".")[:-1]) + r"\.?" for name in SHORT)
_MONTH = f"{'|'.join(MONTHS)}|{_SHORT}"
_YEAR_DIGITS = "([0-9]{4}|[0-9]{2})"
_ERA = r"(?:(?:ปีงบประมาณ|ปี) ?)?(?:พ\.? ?ศ\.? ?)?"
_YEAR = re.compile(rf"{_ERA}{_YEAR_DIGITS}\Z")
_LEAD = re.compile(r"(?:(?:ภายใน|ระหว่าง|ตั้งแต่|ช่วง) ?)?(?:วันที่ ?)?(?:เดือน ?)?")
_WORDED = re.compile(rf"(?:วันที่ ?)?([0-9]{{1,2}}) ?(?:เดือน ?)?({_MONTH}) ?{_ERA}{_YEAR_DIGITS}\Z")
_NUMBERED = re.compile(rf"([0-9]{{1,2}})/([0-9]{{1,2}})/{_YEAR_DIGITS}\Z")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})\Z")
_DASH = re.compile(r" ?(?:-|–|—|จนถึง|ถึง) ?")
_YEAR_AT_END = re.compile(r"[0-9]{2}\Z")
_DAY_ALONE = re.compile(r"[0-9]{1,2}\Z")
_MONTH_YEAR = re.compile(
    rf"(?:([0-9]{{1,2}}) ?)?(?:เดือน ?)?({_MONTH}) ?(?:{_ERA}{_YEAR_DIGITS})?\Z"
)
_WHOLE_YEAR = re.compile(
    rf"(?:(?:ตลอดทั้ง|ตลอด|ทั้ง) ?ปี|(?:(?:ตลอดทั้ง|ตลอด|ทั้ง|ภายใน) ?)?"
    rf"ปีงบประมาณ(?: ?(?:พ\.? ?ศ\.? ?)?{_YEAR_DIGITS})?)\Z"
)
_QUARTER = re.compile(
    r"(?:(?:ภายใน|ช่วง) ?)?ไตรมาส(?: ?ที่)? ?([1-4])"
    r"(?: ?(?:-|–|—|ถึง|และ) ?(?:ไตรมาส(?: ?ที่)? ?)?([1-4]))?"
    rf"(?: ?/ ?{_YEAR_DIGITS}| {_ERA}{_YEAR_DIGITS})?\Z"
)


class Reason(StrEnum):
    """Why a date cannot be taken."""

    FORMAT = "format"
    CHRISTIAN_ERA = "christian_era"
    IMPOSSIBLE = "impossible"


class BadDate(ValueError):
    """A text that is not a date of ours."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


class DateStyle(StrEnum):
    LONG = "long"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class Period:
    """From a first to a last day."""

    start: date
    end: date


def parse_year(text: str) -> int | None:
    """`2568`, `๒๕๖๘`, `66`, `พ.ศ. 2566`; only years of the Buddhist era."""
    match = _YEAR.match(_typed(text))
    return _full_year(match[1]) if match else None


def _typed(text: str) -> str:
    """Single spaces only, so that no pattern has to try many lengths of them."""
    return " ".join(to_arabic(text).split())


def _full_year(digits: str) -> int | None:
    year = int(digits)
    if len(digits) == 2:
        year += CENTURY
    return year if FIRST_YEAR <= year <= LAST_YEAR else None


def _month(name: str) -> int:
    return _NAMES[name.replace(".", "").replace(" ", "")]


@lru_cache(maxsize=MOST_REMEMBERED)
def parse_date(text: str) -> date:
    """A day in any of the forms that offices type; raises BadDate. The same few days recur."""
    typed = _typed(text)
    if match := _WORDED.match(typed):
        return _day(match[3], _month(match[2]), int(match[1]))
    if match := _NUMBERED.match(typed):
        return _day(match[3], int(match[2]), int(match[1]))
    if match := _ISO.match(typed):
        return _day(match[1], int(match[2]), int(match[3]))
    raise BadDate(Reason.FORMAT)


def _day(year: str, month: int, day: int) -> date:
    full = _full_year(year)
    if full is None:
        raise BadDate(Reason.CHRISTIAN_ERA if year.startswith(("19", "20")) else Reason.FORMAT)
    try:
        return date(full - BE, month, day)
    except ValueError:
        raise BadDate(Reason.IMPOSSIBLE) from None


def parse_period(text: str, fiscal_year: int) -> Period | None:
    """A period as printed in plans; None where it cannot be understood."""
    typed = _typed(text)
    if match := _WHOLE_YEAR.match(typed):
        year = _full_year(match[1]) if match[1] else fiscal_year
        return fiscal_year_span(year) if year else None
    if match := _QUARTER.match(typed):
        first, last = int(match[1]), int(match[2] or match[1])
        named = match[3] or match[4]
        year = _full_year(named) if named else fiscal_year
        return _quarters(first, last, year) if year and first <= last else None
    whole = _day_or_month(typed, fiscal_year)
    return whole or _range(_DASH.split(typed), fiscal_year)


def _range(parts: list[str], fiscal_year: int) -> Period | None:
    """The first side takes from the last what it leaves out: `1 - 31 มี.ค. 66`, `ม.ค.-มี.ค.๖๖`."""
    if len(parts) != 2:
        return None
    begins, ends = (_LEAD.sub("", part, count=1) for part in parts)
    last = _day_or_month(ends, fiscal_year)
    if last is None:
        return None
    if _DAY_ALONE.match(begins) and last.start == last.end:
        day = int(begins)
        return Period(last.end.replace(day=day), last.end) if 1 <= day <= last.end.day else None
    until = last.end if _YEAR_AT_END.search(ends) else None
    first = _day_or_month(begins, fiscal_year, until)
    return Period(first.start, last.end) if first and first.start <= last.end else None


def _day_or_month(text: str, fiscal_year: int, until: date | None = None) -> Period | None:
    """A day or a whole month; a month without a year is the one of the fiscal year."""
    match = _MONTH_YEAR.match(_LEAD.sub("", text, count=1))
    if not match:
        return None
    month = _month(match[2])
    year = _full_year(match[3]) if match[3] else _year_of_month(month, fiscal_year, until)
    if year is None:
        return None
    last = calendar.monthrange(year - BE, month)[1]
    if match[1] is None:
        return Period(date(year - BE, month, 1), date(year - BE, month, last))
    day = int(match[1])
    whole = date(year - BE, month, day) if 1 <= day <= last else None
    return Period(whole, whole) if whole else None


def _year_of_month(month: int, fiscal_year: int, until: date | None) -> int:
    """The first month of `ม.ค.-มี.ค.๖๖` takes the year that stands at the end."""
    if until is not None:
        return until.year + BE - (1 if month > until.month else 0)
    return fiscal_year - 1 if month >= FIRST_MONTH_OF_FISCAL_YEAR else fiscal_year


def _quarters(first: int, last: int, fiscal_year: int) -> Period:
    return months_of_fiscal_year(fiscal_year, 3 * (first - 1), 3 * (last - first + 1))


def _month_after_october(months: int, fiscal_year: int) -> date:
    years, month = divmod(FIRST_MONTH_OF_FISCAL_YEAR - 1 + months, 12)
    return date(fiscal_year - 1 - BE + years, month + 1, 1)


def fiscal_year_of(day: date) -> int:
    """Fiscal year N runs from 1 October N-1 to 30 September N."""
    return day.year + BE + (1 if day.month >= FIRST_MONTH_OF_FISCAL_YEAR else 0)


def fiscal_year_span(year: int) -> Period:
    return Period(date(year - 1 - BE, 10, 1), date(year - BE, 9, 30))


def format_date(day: date, style: DateStyle = DateStyle.LONG) -> str:
    if style is DateStyle.SHORT:
        return f"{day.day} {SHORT[day.month - 1]} {(day.year + BE) % 100:02d}"
    return f"{day.day} {MONTHS[day.month - 1]} {day.year + BE}"


def format_period(period: Period, style: DateStyle = DateStyle.LONG) -> str:
    if period.start == period.end:
        return format_date(period.start, style)
    return f"{format_date(period.start, style)} ถึง {format_date(period.end, style)}"


def format_months(period: Period) -> str:
    """Whole months by their names: `มีนาคม 2568`, `ตุลาคม 2567 ถึง มีนาคม 2568`."""
    first, last = (f"{MONTHS[day.month - 1]} {day.year + BE}" for day in (period.start, period.end))
    return first if first == last else f"{first} ถึง {last}"


def months_of_fiscal_year(year: int, first: int, count: int) -> Period:
    """`count` whole months of a fiscal year, from its month `first`; October is 0."""
    begins = _month_after_october(first, year)
    return Period(begins, _month_after_october(first + count, year) - timedelta(days=1))
