"""Closed sets of words that only the standards use."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from generator.records.base import TypedAs


class Sure(StrEnum):
    """How a part of a standard is known."""

    SEEN = "seen"
    DERIVED = "derived"
    INFERRED = "inferred"
    MEMORY = "memory"
    UNVERIFIED = "unverified"

    @property
    def verified(self) -> bool:
        return self in (Sure.SEEN, Sure.DERIVED)


class Confidence(StrEnum):
    HIGH = "high"
    MEDIUM_HIGH = "medium-high"
    MEDIUM = "medium"
    LOW_MEDIUM = "low-medium"
    LOW = "low"


class Asks(StrEnum):
    PRACTICE = "practice"
    MISCONDUCT = "misconduct"


class DataYear(StrEnum):
    NONE = "none"
    CURRENT = "current"
    PREVIOUS = "previous"
    COVERS = "covers"


class Every(StrEnum):
    """How often an item asks for data."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"

    @property
    def months(self) -> int:
        return {Every.MONTH: 1, Every.QUARTER: 3, Every.HALF: 6}[self]


class Rounding(StrEnum):
    """Whether scores are rounded at each step up, or only when they are shown."""

    AT_END = "at_end"
    EACH_STEP = "each_step"


class WhichYear(StrEnum):
    SAME = "same"
    PREVIOUS = "previous"


class EventKind(StrEnum):
    """What an event of the calendar is to an agency, whatever the year called it."""

    ANSWERS = "answers"
    RESULTS = "results"
    OTHER = "other"


class Weight(StrEnum):
    ERROR = "error"
    WARNING = "warning"


PartSure = Annotated[Sure, TypedAs(Sure, {})]
YearSure = Annotated[Confidence, TypedAs(Confidence, {})]
AsksWord = Annotated[Asks, TypedAs(Asks, {})]
DataYearWord = Annotated[DataYear, TypedAs(DataYear, {})]
EveryWord = Annotated[Every, TypedAs(Every, {})]
EventKindWord = Annotated[EventKind, TypedAs(EventKind, {})]
RoundingWord = Annotated[Rounding, TypedAs(Rounding, {})]
MeasuresOf = Annotated[WhichYear, TypedAs(WhichYear, {})]
RequirementWeight = Annotated[Weight, TypedAs(Weight, {})]
