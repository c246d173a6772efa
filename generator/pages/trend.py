"""`/trend/`: results over the years, with what cannot be compared said so."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.blocks import Column, Kind, Link, Row, Table, Value
from generator.compute.facts import Facts
from generator.compute.figures import Part, Ref
from generator.pages.charts import known, total_trend
from generator.pages.common import agency_name, change_text, level_badge, official_name
from generator.pages.page import Page
from generator.words import Words


def pages(facts: Facts, t: Words) -> Iterator[Page]:
    if len(facts.results) < 2:
        return
    agency = agency_name(facts, t)
    totals = total_table(facts, t)
    yield Page(
        address="trend",
        kind="trend",
        title=t("pages.trend.title"),
        description=t("pages.trend.description", agency=agency),
        nav_title=t("pages.trend.nav"),
        view={"breaks": list(_breaks(facts, t))},
        tables=tuple(
            table
            for table in (
                totals,
                indicator_table(facts, t),
                instrument_table(facts, t),
            )
            if table
        ),
        charts=known(total_trend(facts, "trend", totals, t)),
    )


def _breaks(facts: Facts, t: Words) -> Iterator[str]:
    """Years between which the scheme changed."""
    years = sorted(facts.results)
    for before, after in pairwise(years):
        if facts.results[before].standard.scheme != facts.results[after].standard.scheme:
            yield t("pages.trend.break", before=before, after=after)


def total_table(facts: Facts, t: Words) -> Table:
    columns = (
        Column("year", t("pages.column.year"), Kind.YEAR, header=True),
        Column("total", t("pages.column.total"), Kind.SCORE),
        Column("level", t("pages.column.level")),
        Column("change", t("pages.column.change"), Kind.CHANGE),
        Column("note", t("pages.column.note")),
    )
    rows = tuple(
        Row(
            (
                Link(t("pages.year_name", year=year), str(year)),
                results.total,
                level_badge(results.level, results.standard, t),
                change_text(results.changes.get(Ref(Part.TOTAL)), t),
                t("pages.trend.level_differs", level=official_name(results.level.computed, t))
                if results.level.differs and results.level.computed
                else None,
            )
        )
        for year, results in sorted(facts.results.items())
    )
    return Table("totals", t("pages.trend.totals"), columns, rows)


def indicator_table(facts: Facts, t: Words) -> Table:
    """One row an indicator, one column a year; only years that share the newest scheme."""
    if facts.latest_results is None:
        return Table("indicator-trend", "", (), ())
    standard = facts.latest_results.standard
    years = _years(facts, standard.scheme)
    names = {number: official_name(entry, t) for number, entry in standard.indicators.items()}
    rows = tuple(
        Row((t("pages.part.indicator", number=number, name=name), *_scores(facts, years, number)))
        for number, name in names.items()
    )
    return _by_year("indicator-trend", t("pages.trend.indicators"), years, rows, t)


def instrument_table(facts: Facts, t: Words) -> Table:
    if facts.latest_results is None:
        return Table("instrument-trend", "", (), ())
    standard = facts.latest_results.standard
    years = tuple(
        year for year in _years(facts, standard.scheme) if facts.results[year].aggregate.instruments
    )
    rows = tuple(
        Row(
            (
                t("pages.instrument_name", code=code, name=official_name(entry, t)),
                *_shares(facts, years, code),
            )
        )
        for code, entry in standard.instruments.items()
    )
    return _by_year("instrument-trend", t("pages.trend.instruments"), years, rows, t)


def _years(facts: Facts, scheme: str) -> tuple[int, ...]:
    return tuple(
        year
        for year, results in sorted(facts.results.items())
        if results.standard.scheme == scheme and results.aggregate.indicators
    )


def _scores(facts: Facts, years: tuple[int, ...], number: int) -> Iterator[Value]:
    for year in years:
        figure = facts.results[year].aggregate.indicators.get(number)
        yield figure.value if figure else None


def _shares(facts: Facts, years: tuple[int, ...], code: str) -> Iterator[Value]:
    for year in years:
        entry = facts.results[year].aggregate.instruments.get(code)
        yield entry.figure.value if entry else None


def _by_year(
    name: str, caption: str, years: tuple[int, ...], rows: tuple[Row, ...], t: Words
) -> Table:
    columns = (
        Column("name", t("pages.column.name"), header=True),
        *(Column(f"y{year}", t("pages.year_short", year=year), Kind.SCORE) for year in years),
    )
    return Table(name, caption, columns, rows if len(years) > 1 else ())
