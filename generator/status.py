"""What is due next and what is missing, as of a day; all of it follows from facts and problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.compute.disclosure import YearDisclosure
from generator.compute.facts import Facts
from generator.compute.follow_up import YearProgress
from generator.compute.plans import YearPlan
from generator.problems import Problem, Severity
from generator.project import CONTENT
from generator.records.standard import CalendarEvent, Standard
from generator.records.standard_words import EventKind, WhichYear
from generator.records.words import EvidenceState
from generator.standards_library import Standards
from generator.thai import fiscal_year_of, fiscal_year_span


@dataclass(frozen=True, slots=True)
class Due:
    """One event of a year's calendar that is not over."""

    year: int
    event: CalendarEvent
    first: date
    last: date
    days: int

    @property
    def begun(self) -> bool:
        return self.event.starts is not None and self.days == 0


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that is missing, the year that it belongs to, and which parts of it."""

    kind: str
    year: int
    which: tuple[str, ...] = ()
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Status:
    today: date
    year: int
    due: tuple[Due, ...]
    no_dates: tuple[int, ...]
    lacks: tuple[Lack, ...]
    errors: int
    warnings: int


def compute_status(
    facts: Facts | None, library: Standards, problems: Iterable[Problem], today: date
) -> Status:
    """Facts are absent where the records cannot be used; the calendar is known even then."""
    year = fiscal_year_of(today)
    found = tuple(problems)
    errors = sum(problem.severity is Severity.ERROR for problem in found)
    calendar = {each: tuple(_due(library.get(each), today)) for each in (year, year + 1)}
    lacks = [*_of_the_year(facts, library, year, today)] if facts else []
    lacks.extend(_evidence(found, year))
    if errors:
        lacks.append(Lack("errors", year, facts={"count": errors}))
    return Status(
        today=today,
        year=year,
        due=tuple(sorted((each for due in calendar.values() for each in due), key=_nearness)),
        no_dates=tuple(each for each, due in calendar.items() if not due),
        lacks=tuple(lacks),
        errors=errors,
        warnings=sum(problem.severity is Severity.WARNING for problem in found),
    )


def _due(standard: Standard | None, today: date) -> Iterator[Due]:
    for event in standard.calendar if standard else ():
        first, last = event.starts or event.ends, event.ends or event.starts
        if standard and first and last and last >= today:
            yield Due(standard.year, event, first, last, max((first - today).days, 0))


def _nearness(due: Due) -> tuple[int, date]:
    return due.days, due.last


def _of_the_year(facts: Facts, library: Standards, year: int, today: date) -> Iterator[Lack]:
    """The last results, this year's plan and list, and the reports that are asked for."""
    announced = next((each for each in (year, year - 1) if _announced(library, each, today)), None)
    if announced is not None and announced not in facts.results:
        yield _file_lack("results", facts, announced, "assessment")
    standard = library.get(year)
    if standard is None:
        yield Lack("standard", year, facts={"newest": max(library.years)})
    elif year not in facts.years:
        yield Lack("year", year)
    else:
        if standard.plan and year not in facts.plans:
            yield _file_lack("plan", facts, year, "measures")
        if standard.disclosure_items:
            yield from _disclosure(facts, year, today)
    for each in _reported_years(standard, year):
        yield from _progress(facts, each, today)


def _announced(library: Standards, year: int, today: date) -> bool:
    """Whether results are out: by the calendar, or where it is silent, once the year is over."""
    standard = library.get(year)
    if standard is None:
        return False
    named = [event for event in standard.calendar if event.kind is EventKind.RESULTS]
    days = [day for event in named if (day := event.ends or event.starts)]
    return max(days, default=fiscal_year_span(year).end) < today


def _file_lack(kind: str, facts: Facts, year: int, file: str) -> Lack:
    """A file that is not there, or is there and kept as a draft."""
    path = f"{CONTENT}/{year}/{file}.yaml"
    draft = "_draft" if (facts.project.root / path).exists() else ""
    return Lack(f"{kind}{draft}", year, facts={"path": path})


def _reported_years(standard: Standard | None, year: int) -> tuple[int, ...]:
    """The plan of this year, and the one that this year's report item asks about."""
    report = standard.report if standard else None
    previous = report is not None and report.measures is WhichYear.PREVIOUS
    return (year - 1, year) if previous else (year,)


def _progress(facts: Facts, year: int, today: date) -> Iterator[Lack]:
    plan, progress = facts.plans.get(year), facts.progress.get(year)
    silent = tuple(_silent(plan, progress, today)) if plan else ()
    told = {"path": f"{CONTENT}/{year}/progress.yaml"}
    if silent and progress is None:
        kind = _file_lack("progress_file", facts, year, "progress").kind
        yield Lack(kind, year, silent, told)
    elif silent:
        yield Lack("progress", year, silent, told)
    if progress and progress.late:
        yield Lack("late", year, tuple(each.measure.number for each in progress.late), told)


def _silent(plan: YearPlan, progress: YearProgress | None, today: date) -> Iterator[str]:
    """Measures without a report that should have begun."""
    entries = progress.measures if progress else ()
    reported = {entry.measure.number for entry in entries if entry.updates}
    for measure in plan.measures:
        begun = measure.period is None or measure.period.start <= today
        if begun and measure.number not in reported:
            yield measure.number


def _disclosure(facts: Facts, year: int, today: date) -> Iterator[Lack]:
    """The items of this year's list that an assessor would not pass."""
    disclosure = facts.disclosure.get(year)
    path = f"{CONTENT}/{year}/oit.yaml"
    if disclosure is None or disclosure.record is None:
        yield _file_lack("oit", facts, year, "oit")
        return
    for kind, codes in _items(disclosure, today).items():
        if codes:
            yield Lack(kind, year, codes, {"path": path})


def _items(disclosure: YearDisclosure, today: date) -> dict[str, tuple[str, ...]]:
    items = disclosure.items.items()
    records = ((code, item.record) for code, item in items)
    return {
        "unrecorded": tuple(code for code, item in items if item.state is None),
        "missing": tuple(code for code, item in items if item.state is EvidenceState.MISSING),
        "partly": tuple(code for code, item in items if item.state is EvidenceState.PARTLY),
        "gaps": tuple(code for code, item in items if item.series and item.series.gaps),
        "review": tuple(
            code for code, record in records if record and record.review and record.review < today
        ),
    }


def _evidence(problems: tuple[Problem, ...], year: int) -> Iterator[Lack]:
    absent = [problem for problem in problems if problem.code == "EVIDENCE-MISSING"]
    if absent:
        names = dict.fromkeys(f"{each.facts['folder']}/{each.facts['name']}" for each in absent)
        yield Lack("evidence", year, tuple(names))
