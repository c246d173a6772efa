"""Which cell was mistyped, when a printed total does not come out."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.compute.figures import Part, Ref, Suspect, Verdict
from generator.compute.results import YearResults
from generator.compute.suspects import MOST_NAMED, lookalike_slips, slip_distance
from tests.printed import KHLONG_MAI, KHLONG_MAI_SECOND, REPORTS, report, scores

TABLE = "ตารางที่สอง"


def _mistyped(name: str, **typed: str) -> YearResults:
    """One of the five reports with some of its indicators typed otherwise."""
    indicators = {**scores(REPORTS[name][1]), **{key.lstrip("_"): typed[key] for key in typed}}
    return report(name, indicators=indicators)


def _cells(suspect: Suspect) -> dict[str, str]:
    return {ref.code: str(value) for ref, value in suspect.cells}


def test_second_table_names_the_three_cells_that_the_first_contradicts() -> None:
    """คลองใหม่ prints 1, 3 and 5 twice: the second table is 0.73 short, and names all three first."""
    tables = [{"title": TABLE, "indicators": scores(KHLONG_MAI_SECOND)}]
    found = report("khlong-mai", tables=tables)
    assert found.aggregate.total.verdict is Verdict.MATCH
    (table,) = found.tables
    assert (table.title, table.total.verdict) == (TABLE, Verdict.DIFFERS)
    assert table.total.difference == Decimal("-0.73")
    first = table.total.suspects[0]
    assert _cells(first) == {"1": "93.37", "3": "89.17", "5": "89.65"}
    assert first.printed_elsewhere
    assert [(ref.code, str(here), str(main)) for ref, here, main in table.differing] == [
        ("1", "83.37", "93.37"),
        ("3", "88.17", "89.17"),
        ("5", "88.65", "89.65"),
    ]


def test_main_table_is_the_accused_where_it_is_the_wrong_one() -> None:
    """With the wrong figures in the main record, the right ones of the other table are named."""
    tables = [{"title": TABLE, "indicators": scores(KHLONG_MAI)}]
    found = report("khlong-mai", indicators=scores(KHLONG_MAI_SECOND), tables=tables)
    assert found.aggregate.total.verdict is Verdict.DIFFERS
    assert _cells(found.aggregate.total.suspects[0]) == {"1": "93.37", "3": "89.17", "5": "89.65"}
    assert found.tables[0].total.verdict is Verdict.MATCH


@pytest.mark.parametrize(
    ("name", "number", "typed", "meant"),
    [
        ("khlong-mai", "3", "39.17", "89.17"),
        ("thap-khlo", "8", "31.35", "81.35"),
        ("sena", "1", "33.61", "83.61"),
        ("bang-tabun", "4", "34.30", "84.30"),
        ("pak-chong", "9", "86.06", "36.06"),
    ],
)
def test_single_mistyped_digit_is_named_first(
    name: str, number: str, typed: str, meant: str
) -> None:
    """One wrong digit in one indicator: that cell, with the value that was meant, comes first."""
    total = _mistyped(name, **{f"_{number}": typed}).aggregate.total
    assert total.verdict is Verdict.DIFFERS
    first = total.suspects[0]
    assert list(_cells(first)) == [number]
    assert abs(Decimal(_cells(first)[number]) - Decimal(meant)) <= Decimal("0.15")
    assert first.slips == 1


@pytest.mark.parametrize(
    ("name", "number", "typed"),
    [("khlong-mai", "2", "38.33"), ("sena", "10", "21.50"), ("pak-chong", "8", "97.41")],
)
def test_swapped_digits_are_named_first(name: str, number: str, typed: str) -> None:
    """Two neighbours swapped are one slip, and that cell comes first."""
    meant = scores(REPORTS[name][1])[number]
    total = _mistyped(name, **{f"_{number}": typed}).aggregate.total
    assert _cells(total.suspects[0]) == {number: meant}
    assert total.suspects[0].slips == 1


def test_total_itself_is_named_where_it_was_mistyped() -> None:
    """A slip in the total is likelier than two in the indicators."""
    found = report("sena", total="26.57").aggregate.total
    first = found.suspects[0]
    assert first.cells == ((Ref(Part.TOTAL), Decimal("62.57")),)


def test_two_lookalike_slips_are_found_together() -> None:
    """Two cells with one look-alike digit each are named as a pair."""
    total = _mistyped("khlong-mai", _1="98.37", _6="34.20").aggregate.total
    pairs = [_cells(suspect) for suspect in total.suspects if len(suspect.cells) == 2]
    assert {"1": "93.37", "6": "84.20"} in pairs


def test_few_are_named_and_each_makes_the_total_right() -> None:
    """At most five suspicions, the likeliest first, and each would make the total come out."""
    indicators = {**scores(KHLONG_MAI), "3": "39.17"}
    total = report("khlong-mai", indicators=indicators).aggregate.total
    assert 1 <= len(total.suspects) <= MOST_NAMED
    assert [each.slips for each in total.suspects] == sorted(each.slips for each in total.suspects)
    for suspect in total.suspects:
        mended = {**indicators, **_indicator_cells(suspect)}
        printed = _total_cell(suspect) or "76.81"
        again = report("khlong-mai", indicators=mended, total=printed).aggregate.total
        assert again.verdict is Verdict.MATCH


def _indicator_cells(suspect: Suspect) -> dict[str, str]:
    return {ref.code: f"{value:.2f}" for ref, value in suspect.cells if ref.part is Part.INDICATOR}


def _total_cell(suspect: Suspect) -> str | None:
    return next((f"{value:.2f}" for ref, value in suspect.cells if ref.part is Part.TOTAL), None)


@settings(max_examples=40, deadline=None)
@given(
    name=st.sampled_from(sorted(REPORTS)),
    number=st.integers(1, 10),
    data=st.data(),
)
def test_any_lookalike_slip_is_among_the_suspects(
    name: str, number: int, data: st.DataObject
) -> None:
    """Whichever digit is mistaken for its look-alike, that cell is among those named."""
    meant = scores(REPORTS[name][1])[str(number)]
    typed = data.draw(st.sampled_from(sorted(set(lookalike_slips(Decimal(meant))))))
    total = _mistyped(name, **{f"_{number}": f"{typed:.2f}"}).aggregate.total
    assume(total.verdict is Verdict.DIFFERS)
    ones = [_cells(suspect) for suspect in total.suspects if suspect.slips == 1]
    assert str(number) in {code for cells in ones for code in cells} or len(ones) == MOST_NAMED


@pytest.mark.parametrize(
    ("typed", "meant", "slips"),
    [
        ("83.37", "93.37", 1),
        ("38.33", "83.33", 1),
        ("83.37", "94.37", 2),
        ("100", "100.00", 0),
        ("9.37", "93.70", 4),
    ],
)
def test_slips_are_counted_by_digit(typed: str, meant: str, slips: int) -> None:
    """Each wrong digit is a slip; two neighbours swapped are one."""
    assert slip_distance(Decimal(typed), Decimal(meant)) == slips


def test_instruments_are_the_cells_where_no_indicator_is_known() -> None:
    """A record of instruments alone names the instrument that may be mistyped."""
    instruments = {"IIT": "90.00", "EIT": "80.00", "OIT": "60.00"}
    found = report("khlong-mai", indicators={}, total="75.60", instruments=instruments)
    total = found.aggregate.total
    assert (total.verdict, str(total.computed)) == (Verdict.DIFFERS, "75.00")
    assert {"EIT": "82.00"} in [_cells(suspect) for suspect in total.suspects]


def test_one_part_unknown_is_no_reason_to_stop() -> None:
    """Instruments printed beside a few indicators leave the total to be judged all the same."""
    instruments = {"IIT": "90.00", "EIT": "80.00", "OIT": "60.00"}
    found = report("khlong-mai", indicators={"1": "93.37"}, total="76.81", instruments=instruments)
    assert found.aggregate.total.suspects
