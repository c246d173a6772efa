"""Item → sub-indicator → indicator → instrument → total, by the year's rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from generator.compute.figures import Figure, InstrumentFigure, Part, Ref, Verdict, half_up, mean
from generator.records.assessment import Figures
from generator.records.standard import Standard
from generator.records.standard_words import Rounding

Code = TypeVar("Code", str, int)
NO_DECIMALS = 2
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Aggregate:
    """Every figure that is printed or follows from what is printed."""

    total: Figure
    instruments: Mapping[str, InstrumentFigure]
    indicators: Mapping[int, Figure]
    sub_indicators: Mapping[str, Figure]
    items: Mapping[str, Figure]

    def figures(self) -> tuple[Figure, ...]:
        instruments = (entry.figure for entry in self.instruments.values())
        rest = (*self.indicators.values(), *self.sub_indicators.values(), *self.items.values())
        return (self.total, *instruments, *rest)


def compute_aggregate(standard: Standard, printed: Figures) -> Aggregate:
    """All figures of one set of printed scores."""
    return _Aggregation(standard, printed).run()


class _Aggregation:
    def __init__(self, standard: Standard, printed: Figures) -> None:
        self.standard = standard
        self.printed = printed
        self.scoring = standard.scoring
        self.decimals = self.scoring.decimals if self.scoring else NO_DECIMALS

    def run(self) -> Aggregate:
        items = {
            code: self._item(code) for code in self.standard.items if code in self.printed.items
        }
        subs = self._sub_indicators(items)
        indicators = self._indicators(items, subs)
        instruments = self._instruments(indicators)
        total = self._total(instruments)
        return Aggregate(total, instruments, indicators, subs, items)

    def _item(self, code: str) -> Figure:
        return Figure(Ref(Part.ITEM, code), self.printed.items[code].score, decimals=self.decimals)

    def _sub_indicators(self, items: Mapping[str, Figure]) -> dict[str, Figure]:
        found = {}
        for code in self.standard.sub_indicators:
            exact = mean([_basis(items, item) for item in self.standard.items_of_sub(code)])
            printed = self.printed.sub_indicators.get(code)
            if exact is not None or printed is not None:
                found[code] = self._judged(Ref(Part.SUB_INDICATOR, code), printed, exact)
        return found

    def _indicators(
        self, items: Mapping[str, Figure], subs: Mapping[str, Figure]
    ) -> dict[int, Figure]:
        found = {}
        for number, entry in self.standard.indicators.items():
            codes = self.standard.subs_of(number)
            parts = [_basis(subs, code) for code in codes] or [
                _basis(items, code) for code in self.standard.items_of_indicator(number)
            ]
            typed = self.printed.indicators.get(number)
            printed = typed.score if typed else None
            exact = mean(parts)
            if exact is None and printed is None:
                continue
            ref = Ref(Part.INDICATOR, str(number))
            loose = not codes and self._not_reproducible(entry.instrument)
            found[number] = self._judged(ref, printed, exact, loose=loose)
        return found

    def _not_reproducible(self, instrument: str | None) -> bool:
        return self.scoring is not None and instrument in self.scoring.not_reproducible

    def _instruments(self, indicators: Mapping[int, Figure]) -> dict[str, InstrumentFigure]:
        found = {}
        for code, entry in self.standard.instruments.items():
            exact = mean(
                [_basis(indicators, number) for number in self.standard.indicators_of(code)]
            )
            typed = self.printed.instruments.get(code)
            printed = typed.score if typed else None
            if entry.weight is None or (exact is None and printed is None):
                continue
            figure = self._judged(Ref(Part.INSTRUMENT, code), printed, exact)
            share = self._share(figure, entry.weight)
            weighted = self._judged(figure.ref, typed.weighted if typed else None, share)
            found[code] = InstrumentFigure(figure, entry.weight, weighted)
        return found

    def _share(self, figure: Figure, weight: Decimal) -> Decimal:
        """The points that an instrument brings, rounded here where the year's rule says so."""
        each_step = self.scoring is not None and self.scoring.rounding is Rounding.EACH_STEP
        score = figure.value if each_step else figure.basis
        assert score is not None
        share = score * weight / HUNDRED
        return half_up(share, self.decimals) if each_step else share

    def _total(self, instruments: Mapping[str, InstrumentFigure]) -> Figure:
        weighted = [code for code, entry in self.standard.instruments.items() if entry.weight]
        known = [instruments[code].weighted.exact for code in weighted if code in instruments]
        complete = bool(weighted) and len(known) == len(weighted)
        exact = (
            sum((share for share in known if share is not None), Decimal(0)) if complete else None
        )
        return self._judged(Ref(Part.TOTAL), self.printed.total, exact)

    def _judged(
        self, ref: Ref, printed: Decimal | None, exact: Decimal | None, *, loose: bool = False
    ) -> Figure:
        figure = Figure(ref, printed, exact, self.decimals)
        if figure.difference is None or self.scoring is None:
            return figure
        near = abs(figure.difference) <= self.scoring.tolerance
        verdict = Verdict.MATCH if near else Verdict.DIFFERS
        if loose and not near:
            verdict = Verdict.NOT_REPRODUCIBLE
        return Figure(ref, printed, exact, self.decimals, verdict)


def _basis(figures: Mapping[Code, Figure], key: Code) -> Decimal | None:
    figure = figures.get(key)
    return figure.basis if figure is not None else None
