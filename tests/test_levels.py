"""The level that a total earns."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.compute.levels import compute_level, find_band
from tests.printed import BANG_TABUN, REPORTS, report, results, scores, standard_of


def _level(year: int, total: str, *instruments: str | None) -> str | None:
    known = [Decimal(score) if score else None for score in instruments]
    band = compute_level(standard_of(year), Decimal(total), known)
    return band.name if band else None


@pytest.mark.parametrize("name", REPORTS)
def test_printed_level_of_each_report_is_the_level_by_the_rule(name: str) -> None:
    """The five reports print the level that their totals earn."""
    level = report(name).level
    assert level.computed is not None
    assert level.printed in (level.computed.name, level.computed.code)
    assert not level.differs


@pytest.mark.parametrize(
    ("total", "level"),
    [
        ("95", "AA"),
        ("94.99", "A"),
        ("85", "A"),
        ("84.99", "B"),
        ("75", "B"),
        ("74.99", "C"),
        ("65", "C"),
        ("64.99", "D"),
        ("55", "D"),
        ("54.99", "E"),
        ("50", "E"),
        ("49.99", "F"),
        ("0", "F"),
    ],
)
@pytest.mark.parametrize("year", [2562, 2565])
def test_letters_follow_the_total_alone(year: int, total: str, level: str) -> None:
    """Up to 2565 each letter begins at its floor, whatever the instruments are."""
    assert _level(year, total) == level
    assert _level(year, total, "0", None, "100") == level


def test_letter_printed_too_low_is_flagged() -> None:
    """อบต.คลองใหม่ printed B for 85.03 in 2562; the rule gives A."""
    level = results(2562, total="85.03", level="B").level
    assert level.computed is not None
    assert (level.printed, level.computed.name, level.differs) == ("B", "A", True)


@pytest.mark.parametrize(
    ("total", "instruments", "level"),
    [
        ("93.93", ("93.07", "90.98", "96.79"), "ผ่านดี"),
        ("94.64", ("97.00", "84.90", "99.00"), "ผ่าน"),
        ("95.00", ("95.00", "95.00", "95.00"), "ผ่านดีเยี่ยม"),
        ("96.00", ("99.00", "94.99", "95.00"), "ผ่านดี"),
        ("96.00", ("100", "84.99", "100"), "ผ่าน"),
        ("85.00", ("85.00", "85.00", "85.00"), "ผ่านดี"),
        ("84.99", ("99.00", "99.00", "64.00"), "ต้องปรับปรุง"),
        ("70.00", ("70.00", "70.00", "70.00"), "ต้องปรับปรุง"),
        ("69.99", ("70.00", "70.00", "70.00"), "ต้องปรับปรุงโดยด่วน"),
    ],
)
@pytest.mark.parametrize("year", [2567, 2568])
def test_floor_holds_for_every_instrument(
    year: int, total: str, instruments: tuple[str, ...], level: str
) -> None:
    """From 2567 a good pass needs every instrument at its floor, not only the total."""
    assert _level(year, total, *instruments) == level


def test_floor_is_of_instruments_not_of_indicators() -> None:
    """บางตะบูน passes well although indicators 4 and 8 are below 85."""
    found = report("bang-tabun")
    below = {n for n, f in found.aggregate.indicators.items() if f.value and f.value < 85}
    assert below == {4, 8}
    assert found.level.name == "ผ่านดี"
    assert not found.level.differs


def test_level_follows_computed_instruments() -> None:
    """One indicator that pulls an instrument below the floor takes the level down."""
    indicators = {**scores(BANG_TABUN), "6": "75.00", "7": "93.00", "8": "86.70"}
    level = results(2567, indicators=indicators, level="ผ่านดี").level
    assert level.computed is not None
    assert (level.computed.name, level.differs) == ("ผ่าน", True)


@pytest.mark.parametrize("instruments", [(), ("93.07", None, "96.79")])
def test_level_is_unknown_where_its_floor_cannot_be_checked(
    instruments: tuple[str | None, ...],
) -> None:
    """A total above a floor whose instruments are unknown is given no level."""
    assert _level(2567, "93.93", *instruments) is None
    assert _level(2567, "69.99", *instruments) == "ต้องปรับปรุงโดยด่วน"


@pytest.mark.parametrize("typed", ["ผ่านดี", " ระดับผ่านดี", "ระดับ ผ่านดี", "good", "Good"])
def test_level_is_known_by_code_or_name(typed: str) -> None:
    """A level is recognised by its code or its name, with or without the word ระดับ."""
    band = find_band(standard_of(2567), typed)
    assert band is not None
    assert band.code == "good"


def test_level_of_another_year_is_not_known() -> None:
    """A letter names no level of a year that has none."""
    assert find_band(standard_of(2567), "A") is None
    assert find_band(standard_of(2561), "B") is None
