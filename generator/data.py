"""The machine-readable results, `/<year>/data/*.json`: the record and what follows from it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from pydantic import BaseModel

from generator.compute.complaints import YearComplaints
from generator.compute.disclosure import YearDisclosure
from generator.compute.effects import compute_contribution, indicator_share
from generator.compute.facts import Facts
from generator.compute.figures import Figure, Ref, Suspect
from generator.compute.follow_up import YearProgress
from generator.compute.plans import YearPlan
from generator.compute.results import YearResults
from generator.project import FILES, YearRecords, evidence_of_items, evidence_of_progress
from generator.published import (
    AssessmentComputed,
    ComplaintsComputed,
    FigureOut,
    FileOut,
    GainOut,
    IndicatorOut,
    InstrumentOut,
    ItemOut,
    LevelOut,
    MeasureOut,
    MeasureProgressOut,
    MeasuresComputed,
    OitComputed,
    ProgressComputed,
    SuspectCell,
    SuspectCells,
    TableOut,
)
from generator.records.evidence import Addressed


def data_files(facts: Facts) -> dict[str, str]:
    """Every data file of the site, by its address."""
    return {f"{year}/data/{kind}.json": text for year, kind, text in _documents(facts)}


def _documents(facts: Facts) -> Iterator[tuple[int, str, str]]:
    for year, results in facts.results.items():
        yield year, "assessment", _document(year, results.assessment, assessment_computed(results))
    for year, plan in facts.plans.items():
        yield year, "measures", _document(year, plan.record, measures_computed(plan))
    for year, progress in facts.progress.items():
        yield year, "progress", _document(year, progress.record, progress_computed(progress, facts))
    for year, complaints in facts.complaints.items():
        computed = complaints_computed(complaints)
        yield year, "complaints", _document(year, complaints.record, computed)
    for year, disclosure in facts.disclosure.items():
        yield year, "oit", _document(year, disclosure.record, oit_computed(disclosure, facts))


def _document(year: int, record: BaseModel | None, computed: BaseModel) -> str:
    content = {
        "fiscal_year": year,
        "record": record.model_dump(exclude_defaults=True) if record else None,
        "computed": computed.model_dump(),
    }
    return json.dumps(content, ensure_ascii=False, default=_plain) + "\n"


def _plain(value: object) -> float | str:
    """Decimals become numbers, dates ISO text."""
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value))


def assessment_computed(results: YearResults) -> AssessmentComputed:
    aggregate = results.aggregate
    return AssessmentComputed(
        total=_figure(aggregate.total, results),
        level=_level(results),
        instruments={
            code: InstrumentOut(
                **_figure(entry.figure, results).model_dump(),
                weight=float(entry.weight),
                weighted=_figure(entry.weighted),
            )
            for code, entry in aggregate.instruments.items()
        },
        indicators={str(n): _indicator(n, f, results) for n, f in aggregate.indicators.items()},
        sub_indicators={code: _figure(f) for code, f in aggregate.sub_indicators.items()},
        items={code: _figure(f) for code, f in aggregate.items.items()},
        tables=[
            TableOut(
                title=table.title,
                total=_figure(table.total),
                differing=[_cell(ref, printed) for ref, printed, _ in table.differing],
            )
            for table in results.tables
        ],
        gains=[
            GainOut(part=g.ref.part, code=g.ref.code, score=float(g.score), gain=float(g.gain))
            for g in results.gains
        ],
    )


def _figure(figure: Figure, results: YearResults | None = None) -> FigureOut:
    change = results.changes.get(figure.ref) if results else None
    return FigureOut(
        value=_number(figure.value),
        printed=_number(figure.printed),
        computed=_number(figure.computed),
        verdict=figure.verdict,
        difference=_number(figure.difference),
        change=_number(change.amount) if change else None,
        comparable=change.comparable if change else None,
        suspects=[_suspect(suspect) for suspect in figure.suspects],
    )


def _suspect(suspect: Suspect) -> SuspectCells:
    cells = [_cell(ref, value) for ref, value in suspect.cells]
    return SuspectCells(cells=cells, printed_elsewhere=suspect.printed_elsewhere)


def _cell(ref: Ref, value: Decimal) -> SuspectCell:
    return SuspectCell(part=ref.part, code=ref.code, value=float(value))


def _indicator(number: int, figure: Figure, results: YearResults) -> IndicatorOut:
    rank = results.ranks.get(number)
    share = indicator_share(results.standard, number)
    return IndicatorOut(
        **_figure(figure, results).model_dump(),
        rank=rank.first if rank else None,
        contribution=_number(compute_contribution(figure.value, share)),
        classification=results.classes.get(number),
    )


def _level(results: YearResults) -> LevelOut:
    computed = results.level.computed
    return LevelOut(
        printed=results.level.printed,
        computed=computed.name if computed else None,
        computed_code=computed.code if computed else None,
        differs=results.level.differs,
    )


def measures_computed(plan: YearPlan) -> MeasuresComputed:
    return MeasuresComputed(
        based_on=plan.based_on,
        measures=[
            MeasureOut(
                number=entry.number,
                title=entry.title,
                start=entry.period.start.isoformat() if entry.period else None,
                end=entry.period.end.isoformat() if entry.period else None,
                indicators=list(entry.indicators),
            )
            for entry in plan.measures
        ],
        unanswered_indicators=list(plan.unanswered_indicators),
        unanswered_items=list(plan.unanswered_items),
    )


def progress_computed(progress: YearProgress, facts: Facts) -> ProgressComputed:
    return ProgressComputed(
        as_of=progress.as_of.isoformat(),
        percent=progress.percent,
        measures=[
            MeasureProgressOut(
                number=entry.measure.number,
                state=entry.state,
                percent=entry.percent,
                spent=_number(entry.spent),
            )
            for entry in progress.measures
        ],
        files=_files(facts, progress.year, evidence_of_progress),
    )


def complaints_computed(complaints: YearComplaints) -> ComplaintsComputed:
    return ComplaintsComputed(
        received=complaints.total.received,
        finished=complaints.total.finished,
        referred=complaints.total.referred,
        under_way=complaints.under_way,
        missing=[f"{period.start:%Y-%m}" for period in complaints.missing],
    )


def oit_computed(disclosure: YearDisclosure, facts: Facts) -> OitComputed:
    items = {
        code: ItemOut(
            name=item.standard.name,
            concept=item.standard.concept,
            state=item.state,
            address=f"/{disclosure.year}/oit/{code.lower()}/",
            own_page=f"/{item.own_page}/" if item.own_page else None,
            score=_number(item.score),
            sure=item.standard.sure,
        )
        for code, item in disclosure.items.items()
    }
    published = sum(item.state == "published" for item in disclosure.items.values())
    files = _files(facts, disclosure.year, evidence_of_items)
    return OitComputed(published=published, count=len(items), items=items, files=files)


def _files(
    facts: Facts, year: int, given: Callable[[YearRecords], Iterator[Addressed]]
) -> list[FileOut]:
    """The files that one kind of record names, each once."""
    entry = facts.project.year(year)
    assert entry is not None
    names = dict.fromkeys(one.file for one in given(entry) if one.file in entry.inspected)
    known = [(name, entry.inspected[name]) for name in names if name]
    return [
        FileOut(address=f"/{year}/{FILES}/{name}", size=file.size, sha256=file.sha256)
        for name, file in known
    ]


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
