"""The results of one year: figures, level, ranks, changes and the agency's own classes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.compute.aggregate import Aggregate, compute_aggregate
from generator.compute.effects import Rank, compute_gain, compute_ranks, indicator_share, item_share
from generator.compute.figures import Figure, Part, Ref, Verdict
from generator.compute.levels import compute_level, find_band
from generator.compute.suspects import Sum, find_suspects
from generator.records.assessment import (
    Assessment,
    Figures,
    IndicatorScore,
    InstrumentScore,
    ItemScore,
    Thresholds,
)
from generator.records.base import HIGHEST
from generator.records.standard import Band, Standard
from generator.records.words import ClassificationWord

LOWEST = Decimal(0)


@dataclass(frozen=True, slots=True)
class Change:
    """The difference from the year before, or the reason that there is none."""

    amount: Decimal | None
    comparable: bool


@dataclass(frozen=True, slots=True)
class LevelResult:
    """The level as printed and as the rule gives it."""

    printed: str | None
    printed_band: Band | None
    computed: Band | None

    @property
    def differs(self) -> bool:
        known = self.printed is not None and self.computed is not None
        return known and self.printed_band != self.computed

    @property
    def name(self) -> str | None:
        if self.printed_band is not None:
            return self.printed_band.name
        return self.printed or (self.computed.name if self.computed else None)


@dataclass(frozen=True, slots=True)
class Gain:
    """What the total would gain if one figure went to 100."""

    ref: Ref
    score: Decimal
    gain: Decimal


@dataclass(frozen=True, slots=True)
class TableResult:
    """Another table of the original, reckoned by itself."""

    title: str
    figures: Figures
    aggregate: Aggregate
    total: Figure
    differing: tuple[tuple[Ref, Decimal, Decimal], ...]

    def cell(self, ref: Ref) -> IndicatorScore | InstrumentScore | ItemScore | None:
        """What this table prints of a figure beside its score."""
        match ref.part:
            case Part.INDICATOR:
                return self.figures.indicators.get(int(ref.code))
            case Part.INSTRUMENT:
                return self.figures.instruments.get(ref.code)
            case Part.ITEM:
                return self.figures.items.get(ref.code)
            case _:
                return None


@dataclass(frozen=True, slots=True)
class YearResults:
    year: int
    standard: Standard
    assessment: Assessment
    aggregate: Aggregate
    level: LevelResult
    ranks: Mapping[int, Rank]
    changes: Mapping[Ref, Change]
    classes: Mapping[int, ClassificationWord]
    gains: tuple[Gain, ...]
    tables: tuple[TableResult, ...]
    thresholds: Thresholds
    own_thresholds: bool

    @property
    def total(self) -> Decimal | None:
        return self.aggregate.total.value


def compute_results(
    standard: Standard,
    assessment: Assessment,
    thresholds: Thresholds | None,
    before: YearResults | None,
) -> YearResults:
    """Everything that follows from one year's printed results."""
    main = compute_aggregate(standard, assessment)
    own = assessment.thresholds or thresholds
    limits = own or _of_the_standard(standard)
    tables = tuple(_table(standard, assessment, main, table) for table in assessment.tables)
    aggregate = _with_suspects(standard, assessment, main, _printed_elsewhere(assessment))
    return YearResults(
        year=standard.year,
        standard=standard,
        assessment=assessment,
        aggregate=aggregate,
        level=_level(standard, assessment, aggregate),
        ranks=compute_ranks(aggregate.indicators),
        changes=_changes(standard, aggregate, before),
        classes=_classes(aggregate, limits),
        gains=_gains(standard, aggregate),
        tables=tables,
        thresholds=limits,
        own_thresholds=own is not None,
    )


def _of_the_standard(standard: Standard) -> Thresholds:
    """Where an agency has no thresholds of its own: below the pass score is urgent."""
    passing = standard.scoring.passing if standard.scoring else None
    return Thresholds.model_construct(urgent_below=passing or LOWEST, keep_from=HIGHEST, text=None)


def _level(standard: Standard, assessment: Assessment, aggregate: Aggregate) -> LevelResult:
    printed = assessment.level
    band = find_band(standard, printed) if printed else None
    instruments = [entry.figure.value for entry in aggregate.instruments.values()]
    return LevelResult(printed, band, compute_level(standard, aggregate.total.value, instruments))


def _changes(standard: Standard, now: Aggregate, before: YearResults | None) -> dict[Ref, Change]:
    if before is None:
        return {}
    comparable = before.standard.scheme == standard.scheme
    earlier = {figure.ref: figure.value for figure in before.aggregate.figures()}
    changes = {}
    for figure in now.figures():
        then = earlier.get(figure.ref)
        if figure.ref.part not in (Part.TOTAL, Part.INSTRUMENT, Part.INDICATOR):
            continue
        if figure.value is None or then is None:
            continue
        changes[figure.ref] = Change(figure.value - then if comparable else None, comparable)
    return changes


def _classes(aggregate: Aggregate, thresholds: Thresholds) -> dict[int, ClassificationWord]:
    return {
        number: classify(figure.value, thresholds)
        for number, figure in aggregate.indicators.items()
        if figure.value is not None
    }


def classify(score: Decimal, thresholds: Thresholds) -> ClassificationWord:
    """The agency's own class of a score."""
    if score < thresholds.urgent_below:
        return ClassificationWord.URGENT
    return ClassificationWord.KEEP if score >= thresholds.keep_from else ClassificationWord.DEVELOP


def _gains(standard: Standard, aggregate: Aggregate) -> tuple[Gain, ...]:
    """What-if for each item where items are known, otherwise for each indicator."""
    shares = {figure.ref: item_share(standard, code) for code, figure in aggregate.items.items()}
    covered = {standard.indicator_of(code) for code in aggregate.items}
    for number, figure in aggregate.indicators.items():
        if number not in covered:
            shares[figure.ref] = indicator_share(standard, number)
    found = []
    for figure in aggregate.figures():
        gain = compute_gain(figure.value, shares.get(figure.ref))
        if figure.value is not None and gain:
            found.append(Gain(figure.ref, figure.value, gain))
    return tuple(sorted(found, key=lambda entry: -entry.gain))


def _table(
    standard: Standard, assessment: Assessment, main: Aggregate, table: Figures
) -> TableResult:
    """Reckon another table; what it does not print is taken from the main record."""
    fields = {
        name: getattr(table, name) or getattr(assessment, name) for name in ("total", "level")
    }
    filled = table.model_copy(update=fields)
    aggregate = compute_aggregate(standard, filled)
    values = {f.ref: f.value for f in main.figures() if f.value is not None}
    aggregate = _with_suspects(standard, filled, aggregate, values)
    differing = tuple(
        (figure.ref, figure.printed, values[figure.ref])
        for figure in aggregate.figures()
        if figure.printed is not None and values.get(figure.ref, figure.printed) != figure.printed
    )
    title = getattr(table, "title", "")
    return TableResult(title, table, aggregate, aggregate.total, differing)


def _printed_elsewhere(assessment: Assessment) -> dict[Ref, Decimal]:
    return {
        Ref(Part.INDICATOR, str(number)): entry.score
        for table in assessment.tables
        for number, entry in table.indicators.items()
        if entry.score is not None
    }


def _with_suspects(
    standard: Standard,
    printed: Figures,
    aggregate: Aggregate,
    elsewhere: Mapping[Ref, Decimal],
) -> Aggregate:
    """The same figures, with likely mistypings beside a total that does not come out."""
    total = aggregate.total
    if total.verdict is not Verdict.DIFFERS or total.printed is None:
        return aggregate
    assert standard.scoring is not None
    cells = _cells(standard, aggregate)

    def again(tried: Mapping[Ref, Decimal]) -> Decimal | None:
        return compute_aggregate(standard, _replaced(printed, tried)).total.computed

    wrong = Sum(total.printed, standard.scoring.tolerance, cells, again)
    known = {ref: value for ref, value in elsewhere.items() if ref in cells}
    suspects = find_suspects(wrong, known, total.ref)
    figure = Figure(total.ref, total.printed, total.exact, total.decimals, total.verdict, suspects)
    return Aggregate(
        figure,
        aggregate.instruments,
        aggregate.indicators,
        aggregate.sub_indicators,
        aggregate.items,
    )


def _cells(standard: Standard, aggregate: Aggregate) -> dict[Ref, Decimal]:
    """The printed figures that the total is made of: indicators, or instruments without them."""
    cells = {}
    for code, entry in aggregate.instruments.items():
        numbers = standard.indicators_of(code) if entry.figure.exact is not None else ()
        for figure in [aggregate.indicators[number] for number in numbers] or [entry.figure]:
            if figure.printed is not None:
                cells[figure.ref] = figure.printed
    return cells


def _replaced(printed: Figures, cells: Mapping[Ref, Decimal]) -> Figures:
    """The same printed figures with these cells in their place, and no other instrument printed."""
    indicators, instruments = dict(printed.indicators), {}
    for ref, value in cells.items():
        if ref.part is Part.INDICATOR:
            indicators[int(ref.code)] = IndicatorScore(score=value)
        else:
            instruments[ref.code] = InstrumentScore(score=value)
    return printed.model_copy(update={"indicators": indicators, "instruments": instruments})
