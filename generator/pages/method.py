"""`/method/`: how scores are computed, from which sources, and what is not verified."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.blocks import Column, Kind, Row, Table
from generator.compute.facts import Facts
from generator.compute.figures import Verdict
from generator.english import in_words
from generator.pages.common import agency_name, listing, official_name, sure_note, verdict_badge
from generator.pages.page import Page
from generator.records.standard import Standard
from generator.words import Words


def pages(facts: Facts, t: Words) -> Iterator[Page]:
    standards = [entry.standard for entry in sorted(facts.project.years, key=lambda e: -e.year)]
    agency = agency_name(facts, t)
    yield Page(
        address="method",
        kind="method",
        title=t("pages.method.title"),
        description=t("pages.method.description", agency=agency),
        nav_title=t("pages.method.nav"),
        view={
            "standards": standards,
            "said": partial(in_words, t=t),
            "told": lambda texts: tuple(in_words(text, t) for text in texts),
            "verdicts": [
                (verdict_badge(verdict, t), t(f"pages.method.verdict_{verdict}"))
                for verdict in Verdict
            ],
        },
        tables=(
            summary_table(standards, t),
            *(band_table(standard, t) for standard in standards),
        ),
    )


def summary_table(standards: list[Standard], t: Words) -> Table:
    """Weights and counts of each year, with how sure the year's catalogue is as a whole."""
    columns = (
        Column("year", t("pages.column.year"), Kind.YEAR, header=True),
        Column("weights", t("pages.column.weights")),
        Column("items", t("pages.column.item_count")),
        Column("sure", t("pages.column.confidence")),
    )
    rows = tuple(
        Row(
            (
                t("pages.year_name", year=standard.year),
                listing(_weights(standard, t)),
                listing(_counts(standard, t)),
                t(f"pages.confidence.{standard.sure}"),
            )
        )
        for standard in standards
    )
    return Table("standards", t("pages.method.standards"), columns, rows)


def _weights(standard: Standard, t: Words) -> Iterator[str]:
    for code, entry in standard.instruments.items():
        if entry.weight is not None:
            mark = sure_note(entry.sure, t)
            text = t("pages.method.weight", code=code, weight=entry.weight)
            yield f"{text} ({mark})" if mark else text


def _counts(standard: Standard, t: Words) -> Iterator[str]:
    for code in standard.instruments:
        count = sum(standard.instrument_of(item) == code for item in standard.items)
        if count:
            yield t("pages.method.count", code=code, count=count)


def band_table(standard: Standard, t: Words) -> Table:
    columns = (
        Column("level", t("pages.column.level"), header=True),
        Column("min", t("pages.column.minimum"), Kind.SCORE),
        Column("floor", t("pages.column.floor"), Kind.SCORE),
        Column("sure", t("pages.column.sure")),
        Column("note", t("pages.column.note")),
    )
    rows = tuple(
        Row(
            (
                official_name(band, t),
                band.min,
                band.floor,
                sure_note(band.sure, t),
                in_words(band.note, t),
            )
        )
        for band in standard.levels.bands
    )
    caption = t("pages.method.bands", year=standard.year)
    name = f"bands-{standard.year}"
    return Table(name, caption, columns, rows, subject=str(standard.year))
