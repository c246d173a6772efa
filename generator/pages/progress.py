"""`/<year>/progress/`: what became of each measure, as of a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.blocks import Column, Kind, Link, Prose, Row, Table, Value
from generator.compute.facts import Facts
from generator.compute.follow_up import MeasureProgress, YearProgress, mean_percent
from generator.compute.requirements import compute_report_requirements
from generator.dates import day_text
from generator.pages.charts import known, measure_states
from generator.pages.common import agency_name, listing, official_name, state_badge
from generator.pages.evidence import evidence_link
from generator.pages.page import Page
from generator.pages.requirements import requirement_table
from generator.records.progress import Update
from generator.records.words import MeasureState
from generator.thai import sort_key
from generator.words import Words


def pages(facts: Facts, year: int, t: Words) -> Iterator[Page]:
    progress = facts.progress.get(year)
    if progress is None:
        return
    agency = agency_name(facts, t)
    timelines = [
        (entry, timeline_table(entry, progress, t)) for entry in progress.measures if entry.updates
    ]
    yield Page(
        address=f"{year}/progress",
        kind="progress",
        title=t.either(progress.record.title or "", "") or t("pages.progress.title", year=year),
        description=t("pages.progress.description", agency=agency, year=year),
        nav_title=t("pages.progress.nav"),
        parent=str(year),
        view={
            "year": year,
            "progress": progress,
            "hook": progress.reported_in.report.item
            if progress.reported_in and progress.reported_in.report
            else None,
            "as_of": day_text(progress.as_of, t.language),
            "late": [_measure_link(entry, progress, t) for entry in progress.late],
            "timelines": timelines,
            "badges": {
                entry.measure.number: state_badge(entry.state, t) for entry in progress.measures
            },
        },
        tables=tuple(
            table
            for table in (
                state_table(progress, t),
                measure_table(progress, t),
                unit_table(progress, t),
                issue_table(progress, t),
                requirements(progress, t),
                *(timeline for _, timeline in timelines),
            )
            if table
        ),
        charts=known(measure_states(progress, t)),
    )


def _measure_link(entry: MeasureProgress, progress: YearProgress, t: Words) -> Link:
    text = t("pages.measure_name", number=entry.measure.number, title=entry.measure.title)
    return Link(text, f"{progress.year}/progress", f"p-{entry.measure.anchor}")


def state_table(progress: YearProgress, t: Words) -> Table:
    columns = (
        Column("state", t("pages.column.state"), header=True),
        Column("count", t("pages.column.count"), Kind.NUMBER),
    )
    rows = tuple(
        Row((state_badge(state, t), progress.count(state)))
        for state in MeasureState
        if progress.count(state)
    )
    foot = Row((t("pages.column.sum"), len(progress.measures)))
    return Table("states", t("pages.progress.states", year=progress.year), columns, rows, foot)


def measure_table(progress: YearProgress, t: Words) -> Table:
    columns = (
        Column("no", t("pages.column.no")),
        Column("measure", t("pages.column.measure"), header=True),
        Column("responsible", t("pages.column.responsible")),
        Column("state", t("pages.column.state")),
        Column("percent", t("pages.column.percent"), Kind.NUMBER),
        Column("result", t("pages.column.result")),
        Column("budget", t("pages.column.budget"), Kind.NUMBER),
        Column("spent", t("pages.column.spent"), Kind.NUMBER),
        Column("obstacles", t("pages.column.obstacles")),
        Column("suggestions", t("pages.column.suggestions")),
    )
    rows = tuple(_measure_row(entry, progress, t) for entry in progress.measures)
    return Table("progress", t("pages.progress.table", year=progress.year), columns, rows)


def _measure_row(entry: MeasureProgress, progress: YearProgress, t: Words) -> Row:
    last = entry.last
    name = Link(entry.measure.title, f"{progress.year}/measures", entry.measure.anchor)
    cells: tuple[Value, ...] = (
        entry.measure.number,
        name,
        listing(entry.measure.record.responsible),
        state_badge(entry.state, t),
        entry.percent,
        said(last) if last else None,
        entry.measure.record.budget,
        entry.spent,
        Prose(last.obstacles) if last and last.obstacles else None,
        Prose(last.suggestions) if last and last.suggestions else None,
    )
    return Row(cells)


def said(update: Update) -> Value:
    """What came of it, and the reason where one is given."""
    return listing(Prose(text) for text in (update.result, update.reason) if text)


def unit_table(progress: YearProgress, t: Words) -> Table:
    """How far each responsible unit is, in the order of their names."""
    groups = sorted(progress.units.items(), key=lambda unit: sort_key(unit[0]))
    caption = t("pages.progress.units", year=progress.year)
    return _group_table("units", caption, t("pages.column.unit"), groups, t)


def issue_table(progress: YearProgress, t: Words) -> Table:
    """How far the measures of each issue are."""
    known = progress.plan.standard.issues
    groups = [
        (
            t(
                "pages.part.issue",
                number=number,
                name=official_name(known[number], t) if number in known else "",
            ),
            entries,
        )
        for number, entries in progress.issues.items()
    ]
    caption = t("pages.progress.issues", year=progress.year)
    return _group_table("issues", caption, t("pages.column.issue"), groups, t)


def _group_table(
    name: str,
    caption: str,
    heading: str,
    groups: Iterable[tuple[str, tuple[MeasureProgress, ...]]],
    t: Words,
) -> Table:
    columns = (
        Column("group", heading, header=True),
        Column("measures", t("pages.column.measures"), Kind.NUMBER),
        Column("done", t("pages.state.done"), Kind.NUMBER),
        Column("late", t("pages.state.late"), Kind.NUMBER),
        Column("percent", t("pages.column.mean_percent"), Kind.NUMBER),
    )
    rows = tuple(
        Row(
            (
                group,
                len(entries),
                sum(entry.state is MeasureState.DONE for entry in entries),
                sum(entry.state is MeasureState.LATE for entry in entries),
                mean_percent(entries),
            )
        )
        for group, entries in groups
    )
    return Table(name, caption, columns, rows)


def requirements(progress: YearProgress, t: Words) -> Table:
    """A line for each thing that the report must contain."""
    year = progress.reported_in.year if progress.reported_in else progress.year
    caption = t("pages.progress.requirements", year=year)
    return requirement_table(compute_report_requirements(progress), caption, t)


def timeline_table(entry: MeasureProgress, progress: YearProgress, t: Words) -> Table:
    """The updates of one measure, oldest first: history is kept."""
    columns = (
        Column("date", t("pages.column.date"), Kind.DATE, header=True),
        Column("state", t("pages.column.state")),
        Column("percent", t("pages.column.percent"), Kind.NUMBER),
        Column("result", t("pages.column.result")),
        Column("spent", t("pages.column.spent"), Kind.NUMBER),
        Column("obstacles", t("pages.column.obstacles")),
        Column("suggestions", t("pages.column.suggestions")),
        Column("evidence", t("pages.column.evidence")),
    )
    rows = tuple(
        Row(
            (
                update.date,
                state_badge(update.state, t),
                update.percent,
                said(update),
                update.spent,
                Prose(update.obstacles) if update.obstacles else None,
                Prose(update.suggestions) if update.suggestions else None,
                listing(evidence_link(given, progress.year) for given in update.evidence),
            )
        )
        for update in entry.updates
    )
    caption = t("pages.progress.timeline", number=entry.measure.number, title=entry.measure.title)
    name = f"p-{entry.measure.anchor}-table"
    return Table(name, caption, columns, rows, subject=entry.measure.number)
