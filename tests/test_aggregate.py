"""Item → sub-indicator → indicator → instrument → total, on the figures of five real reports."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.compute.aggregate import compute_aggregate
from generator.compute.figures import Verdict, half_up, mean
from generator.records.standard_words import Rounding
from tests.printed import BANG_TABUN_ITEMS, REPORTS, record, report, results, scores, standard_of

CENT = Decimal("0.01")
# The same figures by the other rule: instrument and product rounded each to two decimals.
EACH_STEP = {
    "khlong-mai": "76.81",
    "thap-khlo": "73.35",
    "bang-tabun": "93.93",
    "pak-chong": "55.62",
    "sena": "62.57",
}
AT_END = {**EACH_STEP, "khlong-mai": "76.80", "pak-chong": "55.63"}


@pytest.mark.parametrize("name", REPORTS)
def test_printed_total_of_each_report_matches(name: str) -> None:
    """A printed total within one hundredth of the computed one matches."""
    total = report(name).aggregate.total
    assert total.verdict is Verdict.MATCH
    assert total.difference is not None
    assert abs(total.difference) <= CENT
    assert total.suspects == ()


@pytest.mark.parametrize(
    ("rounding", "expected"), [(Rounding.AT_END, AT_END), (Rounding.EACH_STEP, EACH_STEP)]
)
def test_rounding_follows_the_rule_of_the_year(
    rounding: Rounding, expected: dict[str, str]
) -> None:
    """A year's standard says whether every step is rounded or only what is shown."""
    found = {}
    for name, (year, indicators, _, _) in REPORTS.items():
        standard = standard_of(year)
        assert standard.scoring is not None
        scoring = standard.scoring.model_copy(update={"rounding": rounding})
        changed = standard.model_copy(update={"scoring": scoring})
        found[name] = str(
            compute_aggregate(changed, record(year, indicators=scores(indicators))).total.computed
        )
    assert found == expected


@pytest.mark.parametrize(
    ("name", "instruments"),
    [
        ("khlong-mai", {"IIT": "87.72", "EIT": "81.13", "OIT": "65.38"}),
        ("bang-tabun", {"IIT": "93.07", "EIT": "90.98", "OIT": "96.79"}),
        ("sena", {"IIT": "76.84", "EIT": "73.39", "OIT": "43.75"}),
    ],
)
def test_instrument_is_the_mean_of_its_indicators(name: str, instruments: dict[str, str]) -> None:
    """An instrument's score is the plain mean of its indicators, half-up to two decimals."""
    found = report(name).aggregate.instruments
    assert {code: str(entry.figure.computed) for code, entry in found.items()} == instruments


def test_printed_instruments_are_compared_and_weighed() -> None:
    """Scores and weighted scores that a report prints are each compared with the computed ones."""
    typed = {
        "IIT": {"score": "99.80", "weighted": "29.94"},
        "EIT": {"score": "78.57", "weighted": "23.57"},
        "OIT": {"score": "49.60", "weighted": "19.84"},
    }
    found = report("thap-khlo", instruments=typed).aggregate
    assert {
        code: entry.figure.verdict for code, entry in found.instruments.items()
    } == dict.fromkeys(typed, Verdict.MATCH)
    assert all(entry.weighted.verdict is Verdict.MATCH for entry in found.instruments.values())
    assert found.instruments["OIT"].figure.computed == Decimal("49.61")
    assert found.total.verdict is Verdict.MATCH


def test_indicator_nine_is_the_mean_of_five_sub_indicators() -> None:
    """Indicator 9 weighs its sub-indicators alike, not its items: 93.57, and never 94.00."""
    found = report("bang-tabun", items=BANG_TABUN_ITEMS).aggregate
    nine = found.indicators[9]
    assert (nine.computed, nine.verdict) == (Decimal("93.57"), Verdict.MATCH)
    subs = {code: str(figure.computed) for code, figure in found.sub_indicators.items()}
    assert subs == {
        "9.1": "100.00",
        "9.2": "92.86",
        "9.3": "100.00",
        "9.4": "75.00",
        "9.5": "100.00",
        "10.1": "100.00",
        "10.2": "100.00",
    }


def test_items_of_the_public_survey_do_not_reproduce_its_indicators() -> None:
    """Where a year's rule says that an instrument's items are not all there is, none is accused."""
    found = report("bang-tabun", items=BANG_TABUN_ITEMS).aggregate
    verdicts = {number: figure.verdict for number, figure in found.indicators.items()}
    assert {number for number, each in verdicts.items() if each is Verdict.NOT_REPRODUCIBLE} == {
        6,
        7,
        8,
    }
    assert {each for number, each in verdicts.items() if number not in (6, 7, 8)} == {Verdict.MATCH}
    assert found.total.verdict is Verdict.MATCH


def test_total_follows_from_items_alone() -> None:
    """With nothing but items typed, every step up to the total is computed."""
    found = results(2567, items=BANG_TABUN_ITEMS).aggregate
    assert found.indicators[1].value == Decimal("92.69")
    assert found.total.computed is not None
    assert found.total.verdict is None


def test_missing_score_is_not_zero() -> None:
    """An item that was not assessed leaves the sums above it unknown: it never counts as 0."""
    items = {**BANG_TABUN_ITEMS, "O19": None}
    found = results(2567, items=items).aggregate
    assert "9.4" not in found.sub_indicators
    assert 9 not in found.indicators
    assert "OIT" not in found.instruments
    assert found.total.value is None
    assert found.instruments["IIT"].figure.value == Decimal("93.08")


def test_missing_item_beside_a_printed_indicator_changes_nothing() -> None:
    """A printed indicator stands, unjudged, where one of its items is unknown."""
    found = report("bang-tabun", items={**BANG_TABUN_ITEMS, "O19": None}).aggregate
    assert (found.indicators[9].value, found.indicators[9].verdict) == (Decimal("93.57"), None)
    assert found.total.verdict is Verdict.MATCH


def test_missing_indicator_leaves_the_total_unjudged() -> None:
    """A printed total is not called wrong where one of its indicators is unknown."""
    typed: dict[str, str | None] = {**scores(REPORTS["sena"][1]), "3": None}
    total = report("sena", indicators=typed).aggregate.total
    assert (total.value, total.verdict) == (Decimal("62.57"), None)


def test_year_without_indicators_keeps_its_printed_total() -> None:
    """A year of which only total and level are known shows them and computes nothing."""
    found = results(2561, total="75.41", level="สูง").aggregate
    assert (found.total.value, found.total.computed, found.total.verdict) == (
        Decimal("75.41"),
        None,
        None,
    )
    assert not (found.instruments or found.indicators or found.items)


def test_half_is_rounded_up() -> None:
    """Two decimals, half up: 65.375 is 65.38 and 21.155 is 21.16."""
    assert [str(half_up(Decimal(text), 2)) for text in ("65.375", "21.155", "0.004999")] == [
        "65.38",
        "21.16",
        "0.00",
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.decimals(0, 100, places=2), min_size=10, max_size=10))
def test_total_lies_between_lowest_and_highest(typed: list[Decimal]) -> None:
    """A total is a weighted mean: never below the lowest indicator, never above the highest."""
    found = results(2567, indicators={str(n): f"{score:.2f}" for n, score in enumerate(typed, 1)})
    total = found.aggregate.total.computed
    assert total is not None
    assert min(typed) - CENT <= total <= max(typed) + CENT


def test_mean_of_an_unknown_part_is_unknown() -> None:
    """One unknown part makes a mean unknown."""
    assert mean([Decimal(1), None]) is None
    assert mean([]) is None
    assert mean([Decimal(1), Decimal(2)]) == Decimal("1.5")
