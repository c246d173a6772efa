"""What a figure is: the printed number, the one that follows from its parts, and the verdict."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum


class Part(StrEnum):
    TOTAL = "total"
    INSTRUMENT = "instrument"
    INDICATOR = "indicator"
    SUB_INDICATOR = "sub_indicator"
    ITEM = "item"


class Verdict(StrEnum):
    MATCH = "match"
    DIFFERS = "differs"
    NOT_REPRODUCIBLE = "not_reproducible"


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """Which figure: `Ref(Part.INDICATOR, "9")`."""

    part: Part
    code: str = ""


@dataclass(frozen=True, slots=True)
class Suspect:
    """Cells that may be mistyped, each with the value that would make the sum come right."""

    cells: tuple[tuple[Ref, Decimal], ...]
    slips: int
    printed_elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a year; `exact` is unrounded and absent where a part is unknown."""

    ref: Ref
    printed: Decimal | None = None
    exact: Decimal | None = None
    decimals: int = 2
    verdict: Verdict | None = None
    suspects: tuple[Suspect, ...] = field(default=())

    @property
    def computed(self) -> Decimal | None:
        return None if self.exact is None else half_up(self.exact, self.decimals)

    @property
    def value(self) -> Decimal | None:
        """The number to show: as printed, or as computed where nothing was printed."""
        return self.computed if self.printed is None else self.printed

    @property
    def difference(self) -> Decimal | None:
        if self.printed is None or self.computed is None:
            return None
        return self.computed - self.printed

    @property
    def basis(self) -> Decimal | None:
        """What the next step up reckons with: the printed number, or the unrounded mean."""
        return self.exact if self.printed is None else self.printed


@dataclass(frozen=True, slots=True)
class InstrumentFigure:
    """An instrument's score with its share of the total."""

    figure: Figure
    weight: Decimal
    weighted: Figure


def half_up(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def mean(values: list[Decimal | None]) -> Decimal | None:
    """The plain mean; unknown as soon as one part is unknown."""
    known = [value for value in values if value is not None]
    if not known or len(known) != len(values):
        return None
    return sum(known, Decimal(0)) / len(known)
