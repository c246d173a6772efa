"""Days and periods in each language."""

from __future__ import annotations

from datetime import date

import pytest

from generator.dates import day_text, months_text, period_text
from generator.numerals import numerals_in
from generator.thai import Numerals, Period
from generator.words import Language

HALF = Period(date(2024, 10, 1), date(2025, 3, 31))
MARCH = Period(date(2025, 3, 1), date(2025, 3, 31))


def test_days_are_of_the_era_of_the_language() -> None:
    """Thai days are B.E., English ones C.E."""
    assert day_text(HALF.end, Language.THAI) == "31 มีนาคม 2568"
    assert day_text(HALF.end, Language.ENGLISH) == "31 March 2025"


@pytest.mark.parametrize(
    ("period", "months", "days"),
    [
        (HALF, "October 2024 to March 2025", "1 October 2024 to 31 March 2025"),
        (MARCH, "March 2025", "1 March 2025 to 31 March 2025"),
        (Period(MARCH.end, MARCH.end), "March 2025", "31 March 2025"),
    ],
)
def test_periods_in_english(period: Period, months: str, days: str) -> None:
    """From a first to a last, and one alone where they are the same."""
    assert months_text(period, Language.ENGLISH) == months
    assert period_text(period, Language.ENGLISH) == days


@pytest.mark.parametrize("chosen", Numerals)
def test_english_has_arabic_digits_whatever_was_chosen(chosen: Numerals) -> None:
    assert numerals_in(Language.ENGLISH, chosen) is Numerals.ARABIC
    assert numerals_in(Language.THAI, chosen) is chosen
