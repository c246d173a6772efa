"""Scores of one year that agree with each other at every step, by the program's own arithmetic."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TypeVar

from bench.texts import Texts
from generator.compute.aggregate import Aggregate, compute_aggregate
from generator.compute.figures import Figure, half_up
from generator.compute.levels import compute_level
from generator.records.assessment import Figures, IndicatorScore, InstrumentScore, ItemScore
from generator.records.standard import Standard

Code = TypeVar("Code", str, int)
LOWEST, HIGHEST = 7200, 10000
ONE_IN = 8


def make_scores(standard: Standard) -> tuple[Figures, Aggregate]:
    """Items drawn at random, then each step up as the one below it prints."""
    texts = Texts(f"scores {standard.year}")
    printed = Figures(items={code: _item(code, standard, texts) for code in standard.items})
    subs = _values(compute_aggregate(standard, printed).sub_indicators)
    printed = printed.model_copy(update={"sub_indicators": subs})
    indicators = {
        number: IndicatorScore(score=value)
        for number, value in _values(compute_aggregate(standard, printed).indicators).items()
    }
    printed = printed.model_copy(update={"indicators": indicators})
    printed = printed.model_copy(update={"instruments": _instruments(standard, printed)})
    total = compute_aggregate(standard, printed).total.computed
    printed = printed.model_copy(update={"total": total})
    aggregate = compute_aggregate(standard, printed)
    band = compute_level(
        standard, total, [entry.figure.value for entry in aggregate.instruments.values()]
    )
    return printed.model_copy(update={"level": band.name if band else None}), aggregate


def _item(code: str, standard: Standard, texts: Texts) -> ItemScore:
    """Disclosure items take the values that the year allows; the others any two decimals."""
    scoring = standard.scoring
    allowed = scoring.item_values.get(standard.instrument_of(code) or "") if scoring else None
    if code in standard.disclosure_items:
        low, high = (min(allowed), max(allowed)) if allowed else (Decimal(0), Decimal(100))
        return ItemScore(score=low if texts.random.randrange(ONE_IN) == 0 else high)
    cents = Decimal(texts.random.randint(LOWEST, HIGHEST)) / 100
    return ItemScore(score=half_up(cents, 2))


def _instruments(standard: Standard, printed: Figures) -> dict[str, InstrumentScore]:
    found = compute_aggregate(standard, printed).instruments
    scores = {code: InstrumentScore(score=entry.figure.computed) for code, entry in found.items()}
    again = compute_aggregate(standard, printed.model_copy(update={"instruments": scores}))
    return {
        code: InstrumentScore(score=entry.figure.printed, weighted=entry.weighted.computed)
        for code, entry in again.instruments.items()
    }


def _values(figures: Mapping[Code, Figure]) -> dict[Code, Decimal]:
    return {code: figure.value for code, figure in figures.items() if figure.value is not None}
