"""Days, months and periods as people who read each language write them."""

from __future__ import annotations

from datetime import date

from generator import thai
from generator.thai import Period
from generator.words import Language

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_text(day: date, language: Language) -> str:
    """English days are of the Christian era, which needs no explanation to who reads English."""
    if language is Language.THAI:
        return thai.format_date(day)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def period_text(period: Period, language: Language) -> str:
    if language is Language.THAI:
        return thai.format_period(period)
    first, last = (day_text(day, language) for day in (period.start, period.end))
    return first if first == last else f"{first} to {last}"


def months_text(period: Period, language: Language) -> str:
    """Whole months by their names: `March 2025`, `October 2024 to March 2025`."""
    if language is Language.THAI:
        return thai.format_months(period)
    first, last = (f"{MONTHS[day.month - 1]} {day.year}" for day in (period.start, period.end))
    return first if first == last else f"{first} to {last}"
