"""Progress of measures as of a day: the last state of each, what is late, how far the whole is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.compute.plans import PlannedMeasure, YearPlan
from generator.records.progress import Progress, Update
from generator.records.standard import Standard
from generator.records.words import MeasureState
from generator.thai import to_arabic

COMPLETE = 100


@dataclass(frozen=True, slots=True)
class MeasureProgress:
    """One measure's updates in order of date, and its state as of the day."""

    measure: PlannedMeasure
    updates: tuple[Update, ...]
    state: MeasureState
    percent: int
    spent: Decimal | None

    @property
    def last(self) -> Update | None:
        return self.updates[-1] if self.updates else None


@dataclass(frozen=True, slots=True)
class YearProgress:
    year: int
    as_of: date
    record: Progress
    plan: YearPlan
    measures: tuple[MeasureProgress, ...]
    strangers: tuple[str, ...]
    reported_in: Standard | None

    @property
    def percent(self) -> int:
        return mean_percent(self.measures) or 0

    def count(self, state: MeasureState) -> int:
        return sum(entry.state is state for entry in self.measures)

    @property
    def late(self) -> tuple[MeasureProgress, ...]:
        return tuple(entry for entry in self.measures if entry.state is MeasureState.LATE)

    @property
    def issues(self) -> dict[int, tuple[MeasureProgress, ...]]:
        """The measures of each issue that any of them names, by the number of the issue."""
        found: dict[int, list[MeasureProgress]] = {}
        for entry in self.measures:
            if entry.measure.record.issue is not None:
                found.setdefault(entry.measure.record.issue, []).append(entry)
        return {number: tuple(found[number]) for number in sorted(found)}

    @property
    def units(self) -> dict[str, tuple[MeasureProgress, ...]]:
        """The measures of each responsible unit, units in the order of the plan."""
        found: dict[str, list[MeasureProgress]] = {}
        for entry in self.measures:
            for unit in entry.measure.record.responsible:
                found.setdefault(unit, []).append(entry)
        return {unit: tuple(entries) for unit, entries in found.items()}


def mean_percent(measures: Iterable[MeasureProgress]) -> int | None:
    """The mean progress of the measures that were not cancelled, as far as there are any."""
    counted = [entry.percent for entry in measures if entry.state is not MeasureState.CANCELLED]
    return round(sum(counted) / len(counted)) if counted else None


def compute_progress(
    record: Progress, plan: YearPlan, reported_in: Standard | None, today: date
) -> YearProgress:
    """What became of a plan; `reported_in` is the standard whose report item asks about it."""
    known = {entry.number for entry in plan.measures}
    updates = _by_number(record)
    return YearProgress(
        year=plan.year,
        as_of=today,
        record=record,
        plan=plan,
        measures=tuple(_measure(entry, updates, today) for entry in plan.measures),
        strangers=tuple(number for number in record.measures if to_arabic(number) not in known),
        reported_in=reported_in,
    )


def _by_number(record: Progress) -> dict[str, tuple[Update, ...]]:
    """Updates in order of date, whichever digits their measure's number was typed in."""
    found: dict[str, tuple[Update, ...]] = {}
    for number, updates in record.measures.items():
        key = to_arabic(number)
        merged = (*found.get(key, ()), *updates)
        found[key] = tuple(sorted(merged, key=lambda update: update.date))
    return found


def _measure(
    measure: PlannedMeasure, updates: Mapping[str, tuple[Update, ...]], today: date
) -> MeasureProgress:
    past = tuple(update for update in updates.get(measure.number, ()) if update.date <= today)
    last = past[-1] if past else None
    state = _state(measure, last, today)
    spent = next((update.spent for update in reversed(past) if update.spent is not None), None)
    return MeasureProgress(measure, past, state, _percent(past, state), spent)


def _state(measure: PlannedMeasure, last: Update | None, today: date) -> MeasureState:
    reported = last.state if last else MeasureState.NOT_STARTED
    closed = reported in (MeasureState.DONE, MeasureState.CANCELLED)
    overdue = measure.period is not None and measure.period.end < today
    return MeasureState.LATE if overdue and not closed else reported


def _percent(updates: tuple[Update, ...], state: MeasureState) -> int:
    if state is MeasureState.DONE:
        return COMPLETE
    return next((update.percent for update in reversed(updates) if update.percent is not None), 0)
