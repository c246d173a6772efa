"""What each figure does to the total: contribution, rank, what-if."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.compute.figures import Figure, half_up
from generator.records.standard import Standard

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Rank:
    """A place among equals: two that share first place are both 1, up to 2."""

    first: int
    last: int


def compute_ranks(figures: Mapping[int, Figure]) -> dict[int, Rank]:
    """Ranks from the highest score; equal scores share their places."""
    known = {key: figure.value for key, figure in figures.items() if figure.value is not None}
    ordered = sorted(known.values(), reverse=True)
    return {
        key: Rank(ordered.index(value) + 1, len(ordered) - ordered[::-1].index(value))
        for key, value in known.items()
    }


def indicator_share(standard: Standard, number: int) -> Decimal | None:
    """How many points of the total one point of an indicator is worth."""
    entry = standard.indicators[number]
    instrument = standard.instruments.get(entry.instrument or "")
    if instrument is None or instrument.weight is None or entry.instrument is None:
        return None
    return instrument.weight / HUNDRED / len(standard.indicators_of(entry.instrument))


def item_share(standard: Standard, code: str) -> Decimal | None:
    """How many points of the total one point of an item is worth."""
    number = standard.indicator_of(code)
    share = indicator_share(standard, number)
    if share is None:
        return None
    sub = standard.items[code].sub
    if sub is None:
        return share / len(standard.items_of_indicator(number))
    return share / len(standard.subs_of(number)) / len(standard.items_of_sub(sub))


def compute_gain(score: Decimal | None, share: Decimal | None, decimals: int = 2) -> Decimal | None:
    """How much the total rises when this score goes to 100."""
    if score is None or share is None:
        return None
    return half_up((HUNDRED - score) * share, decimals)


def compute_contribution(
    score: Decimal | None, share: Decimal | None, decimals: int = 2
) -> Decimal | None:
    """How many points of the total this score brings."""
    return None if score is None or share is None else half_up(score * share, decimals)
