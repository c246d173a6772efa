"""`/errata/`: what the originals printed wrongly, and what the arithmetic found."""

from __future__ import annotations

from collections.abc import Iterator

from generator.blocks import Column, Prose, Row, Table
from generator.compute.facts import Facts
from generator.pages import assessment
from generator.pages.common import agency_name
from generator.pages.page import Page
from generator.project import Loaded
from generator.records.assessment import Assessment, Erratum
from generator.records.measures import Measures
from generator.words import Words


def pages(facts: Facts, t: Words) -> Iterator[Page]:
    tables = tuple(table for table in _tables(facts, t) if table)
    waivers = waiver_table(facts, t)
    findings = [
        (year, found, assessment.level_note(results, t))
        for year, results in sorted(facts.results.items(), reverse=True)
        if (found := assessment.checks(results, t)) or results.level.differs
    ]
    if not tables and not findings and not waivers:
        return
    agency = agency_name(facts, t)
    yield Page(
        address="errata",
        kind="errata",
        title=t("pages.errata.title"),
        description=t("pages.errata.description", agency=agency),
        nav_title=t("pages.errata.nav"),
        view={"errata": tables, "findings": findings, "waivers": waivers},
        tables=(*tables, waivers) if waivers else tables,
    )


def _tables(facts: Facts, t: Words) -> Iterator[Table]:
    for entry in sorted(facts.project.years, key=lambda each: -each.year):
        yield errata_table(
            entry.year, (*errata_of(entry.assessment), *errata_of(entry.measures)), t
        )


def errata_of(loaded: Loaded[Assessment] | Loaded[Measures] | None) -> tuple[Erratum, ...]:
    return loaded.record.errata if loaded else ()


def errata_table(year: int, errata: tuple[Erratum, ...], t: Words) -> Table:
    columns = (
        Column("where", t("pages.column.where_printed"), header=True),
        Column("printed", t("pages.column.printed")),
        Column("correct", t("pages.column.correct")),
        Column("why", t("pages.column.why")),
    )
    rows = tuple(
        Row(
            (
                entry.where,
                Prose(entry.printed),
                Prose(entry.correct) if entry.correct else None,
                Prose(entry.why) if entry.why else None,
            )
        )
        for entry in errata
    )
    caption = t("pages.errata.table", year=year)
    return Table(f"errata-{year}", caption, columns, rows, subject=str(year))


def waiver_table(facts: Facts, t: Words) -> Table:
    """Warnings that the agency knows of, with its reasons."""
    columns = (
        Column("file", t("pages.column.document"), header=True),
        Column("rule", t("pages.column.rule")),
        Column("about", t("pages.column.about")),
        Column("reason", t("pages.column.reason")),
    )
    rows = tuple(
        Row((loaded.document.name, waiver.rule, waiver.about, waiver.reason))
        for entry in facts.project.years
        for loaded in (entry.assessment, entry.measures, entry.progress, entry.oit)
        if loaded is not None
        for waiver in loaded.record.waivers
    )
    return Table("waivers", t("pages.errata.waivers"), columns, rows)
