"""Ranks, changes, classes and what-if: what follows from a year's figures."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.compute.effects import (
    compute_contribution,
    compute_gain,
    indicator_share,
    item_share,
)
from generator.compute.figures import Part, Ref
from generator.compute.results import YearResults, compute_results
from generator.records.assessment import Thresholds
from generator.records.words import ClassificationWord
from tests.printed import (
    BANG_TABUN,
    BANG_TABUN_ITEMS,
    KHLONG_MAI,
    SENA,
    record,
    report,
    results,
    scores,
    standard_of,
)

TOTAL = Ref(Part.TOTAL)


def _gains(found: YearResults) -> dict[str, str]:
    return {gain.ref.code: str(gain.gain) for gain in found.gains}


def test_what_if_an_item_rises_to_one_hundred() -> None:
    """O19 from 0 brings one whole point of the total, O10 from 50 brings 0.29."""
    gains = _gains(report("bang-tabun", items=BANG_TABUN_ITEMS))
    assert (gains["O19"], gains["O10"]) == ("1.00", "0.29")
    assert "O1" not in gains


@pytest.mark.parametrize("code", ["O19", "O10", "I10", "E9", "O35"])
def test_what_if_is_what_the_total_then_becomes(code: str) -> None:
    """The gain promised is the difference between the total now and the total then."""
    lower = {**BANG_TABUN_ITEMS, "O35": "0"}
    now = results(2567, items=lower)
    then = results(2567, items={**lower, code: "100"})
    assert now.aggregate.total.exact is not None
    assert then.aggregate.total.exact is not None
    risen = then.aggregate.total.exact - now.aggregate.total.exact
    assert abs(risen - Decimal(_gains(now)[code])) <= Decimal("0.005")


def test_gains_come_from_the_largest() -> None:
    """What would help most stands first, and nothing is promised for a full score."""
    gains = report("sena").gains
    assert [gain.gain for gain in gains] == sorted((gain.gain for gain in gains), reverse=True)
    assert gains[0].ref == Ref(Part.INDICATOR, "10")
    assert gains[0].gain == Decimal("17.50")
    full = report("thap-khlo").gains
    assert {"1", "3", "5"}.isdisjoint(gain.ref.code for gain in full)


def test_shares_of_all_indicators_make_one() -> None:
    """One point of every indicator is together one point of the total, and so for items."""
    standard = standard_of(2567)
    assert sum(indicator_share(standard, n) or 0 for n in standard.indicators) == 1
    shares = [item_share(standard, code) or Decimal(0) for code in standard.items]
    assert abs(sum(shares) - 1) < Decimal("1e-20")


def test_gain_and_contribution_of_an_unknown_score_are_unknown() -> None:
    """Where score or share is unknown nothing is promised."""
    assert compute_gain(None, Decimal(1)) is None
    assert compute_gain(Decimal(0), None) is None
    assert compute_contribution(None, Decimal(1)) is None
    assert compute_contribution(Decimal("93.57"), Decimal("0.2")) == Decimal("18.71")


def test_ranks_of_a_report_are_the_printed_ones() -> None:
    """เสนา prints its indicators from the highest; 5 and 9 share 75.00, and share their places."""
    ranks = report("sena").ranks
    assert {number: (rank.first, rank.last) for number, rank in ranks.items()} == {
        6: (1, 1),
        1: (2, 2),
        3: (3, 3),
        5: (4, 5),
        9: (4, 5),
        8: (6, 6),
        2: (7, 7),
        4: (8, 8),
        7: (9, 9),
        10: (10, 10),
    }


def test_three_that_share_first_place_are_first_to_third() -> None:
    """Equal scores take the same places, and the next comes after all of them."""
    ranks = report("thap-khlo").ranks
    assert {(ranks[n].first, ranks[n].last) for n in (1, 3, 5)} == {(1, 3)}
    assert (ranks[2].first, ranks[2].last) == (4, 4)


def test_unknown_score_has_no_rank() -> None:
    """An indicator without a score takes no place."""
    found = results(2565, indicators={**scores(SENA), "3": None})
    assert 3 not in found.ranks
    assert (found.ranks[10].first, found.ranks[10].last) == (9, 9)


def test_change_is_from_the_year_before() -> None:
    """Total, instruments and indicators of the same scheme change by their difference."""
    before = results(2566, total="90.00", indicators={"9": "83.57"})
    found = results(2567, before, total="93.93", indicators=scores(BANG_TABUN))
    assert found.changes[TOTAL].amount == Decimal("3.93")
    assert found.changes[Ref(Part.INDICATOR, "9")].amount == Decimal("10.00")
    assert Ref(Part.INDICATOR, "8") not in found.changes
    assert all(change.comparable for change in found.changes.values())


def test_items_do_not_change_from_year_to_year() -> None:
    """The same code means another item in another year: items are never compared by code."""
    before = results(2566, items={"O10": "100", "O11": "0"})
    found = results(2567, before, items=BANG_TABUN_ITEMS)
    assert not any(ref.part is Part.ITEM for ref in found.changes)


def test_scores_of_another_scheme_are_not_comparable() -> None:
    """From 2561's indices to 2562's indicators there is a year before, but no difference."""
    before = results(2561, total="75.41", level="B")
    change = results(2562, before, total="85.03", level="B").changes[TOTAL]
    assert (change.amount, change.comparable) == (None, False)


def test_first_year_has_no_change() -> None:
    """Without a year before nothing is said about change."""
    assert results(2562, total="85.03").changes == {}


def test_classes_follow_the_agency_s_own_thresholds() -> None:
    """เสนา calls below 85 urgent, 100 kept, and all between to be developed."""
    typed = {"urgent_below": "85", "keep_from": "100"}
    found = results(2565, indicators={**scores(SENA), "1": "100"}, thresholds=typed)
    classes = found.classes
    assert {n for n, word in classes.items() if word is ClassificationWord.KEEP} == {1}
    assert {n for n, word in classes.items() if word is ClassificationWord.DEVELOP} == {6}
    assert classes[10] is ClassificationWord.URGENT
    assert found.own_thresholds


def test_every_score_has_a_class() -> None:
    """99.01–99.99, which the agency's words leave out, is to be developed."""
    limits = Thresholds.model_validate({"urgent_below": "85", "keep_from": "100"})
    found = compute_results(
        standard_of(2565), record(2565, indicators={"1": "99.99", "2": "85.00"}), limits, None
    )
    assert set(found.classes.values()) == {ClassificationWord.DEVELOP}


def test_without_thresholds_the_pass_score_parts_urgent_from_the_rest() -> None:
    """An agency that states none is classed by the standard's pass score, and that is said."""
    found = results(2565, indicators=scores(KHLONG_MAI))
    assert found.thresholds.urgent_below == Decimal(85)
    assert not found.own_thresholds
