"""Thai text, digits, dates and order."""

from __future__ import annotations

from generator.thai.dates import (
    BadDate,
    DateStyle,
    Period,
    Reason,
    fiscal_year_of,
    fiscal_year_span,
    format_date,
    format_months,
    format_period,
    months_of_fiscal_year,
    parse_date,
    parse_period,
    parse_year,
)
from generator.thai.digits import Numerals, has_mixed_digits, show_digits, to_arabic, to_thai
from generator.thai.lines import NO_BREAK_SPACE, has_thai, mark_lines, mark_thai, thai_runs
from generator.thai.order import sort_key
from generator.thai.text import Repair, RepairKind, forbidden_characters, is_plain, normalise

__all__ = [
    "NO_BREAK_SPACE",
    "BadDate",
    "DateStyle",
    "Numerals",
    "Period",
    "Reason",
    "Repair",
    "RepairKind",
    "fiscal_year_of",
    "fiscal_year_span",
    "forbidden_characters",
    "format_date",
    "format_months",
    "format_period",
    "has_mixed_digits",
    "has_thai",
    "is_plain",
    "mark_lines",
    "mark_thai",
    "months_of_fiscal_year",
    "normalise",
    "parse_date",
    "parse_period",
    "parse_year",
    "show_digits",
    "sort_key",
    "thai_runs",
    "to_arabic",
    "to_thai",
]
