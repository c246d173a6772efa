"""`/<year>/assessment/`: the scores of a year, with what follows from them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.blocks import Column, Kind, Link, Prose, Row, Table, Value
from generator.compute.effects import compute_contribution, indicator_share
from generator.compute.facts import Facts
from generator.compute.figures import Figure, Part, Suspect
from generator.compute.results import TableResult, YearResults
from generator.pages.charts import indicator_bars, indicator_radar, known
from generator.pages.common import (
    agency_name,
    change_text,
    class_badge,
    figure_name,
    indicator_name,
    instrument_name,
    item_address,
    level_badge,
    level_name,
    official_name,
    printed_or_official,
    sure_note,
    verdict_badge,
)
from generator.pages.page import Page
from generator.records.assessment import IndicatorScore, InstrumentScore, ItemScore
from generator.words import Words

MOST_GAINS = 10


def pages(facts: Facts, year: int, t: Words) -> Iterator[Page]:
    results = facts.results.get(year)
    if results is None:
        return
    yield Page(
        address=f"{year}/assessment",
        kind="assessment",
        title=t("pages.assessment.title", year=year),
        description=t("pages.assessment.description", agency=agency_name(facts, t), year=year),
        nav_title=t("pages.assessment.nav"),
        parent=str(year),
        view={
            "year": year,
            "results": results,
            "level": level_badge(results.level, results.standard, t),
            "checks": checks(results, t),
            "level_note": level_note(results, t),
            "unverified": unverified(results, t),
        },
        tables=tuple(
            table
            for table in (
                instrument_table(results, t),
                indicator_table(results, t),
                sub_indicator_table(results, t),
                item_table(facts, results, t),
                gain_table(results, t),
                *printed_tables(results, t),
            )
            if table
        ),
        charts=known(
            indicator_bars(results, t),
            indicator_radar(results, facts.results.get(year - 1), t),
        ),
    )


def instrument_table(results: YearResults, t: Words) -> Table:
    """Raw score, weight and weighted score of each instrument, down to the total."""
    rows = tuple(
        Row(
            (
                t("pages.part.instrument", code=code),
                instrument_name(results, code, t),
                entry.figure.value,
                entry.weight,
                entry.weighted.value,
                change_text(results.changes.get(entry.figure.ref), t),
                verdict_badge(entry.figure.verdict, t),
            )
        )
        for code, entry in results.aggregate.instruments.items()
    )
    total = results.aggregate.total
    change = change_text(results.changes.get(total.ref), t)
    verdict = verdict_badge(total.verdict, t)
    foot = Row((t("pages.part.total"), "", "", "", total.value, change, verdict))
    columns = (
        Column("instrument", t("pages.column.instrument"), header=True),
        Column("name", t("pages.column.name")),
        Column("score", t("pages.column.score_100"), Kind.SCORE),
        Column("weight", t("pages.column.weight"), Kind.NUMBER),
        Column("weighted", t("pages.column.weighted"), Kind.SCORE),
        Column("change", t("pages.column.change"), Kind.CHANGE),
        Column("verdict", t("pages.column.verdict")),
    )
    caption = t("pages.assessment.instruments", year=results.year)
    return Table("instruments", caption, columns, rows, foot)


def indicator_table(results: YearResults, t: Words) -> Table:
    """Every indicator under its instrument: score, rank, class, change, share of the total."""
    columns = (
        Column("number", t("pages.column.number"), Kind.NUMBER),
        Column("indicator", t("pages.column.indicator"), header=True),
        Column("score", t("pages.column.score"), Kind.SCORE),
        Column("rank", t("pages.column.rank"), Kind.NUMBER),
        Column("class", t("pages.column.class")),
        Column("change", t("pages.column.change"), Kind.CHANGE),
        Column("contribution", t("pages.column.contribution"), Kind.SCORE),
        Column("verdict", t("pages.column.verdict")),
        Column("note", t("pages.column.note")),
    )
    rows = tuple(_indicator_rows(results, t))
    caption = t("pages.assessment.indicators", year=results.year)
    return Table("indicators", caption, columns, rows)


def _indicator_rows(results: YearResults, t: Words) -> Iterator[Row]:
    standard = results.standard
    group = None
    for number, figure in results.aggregate.indicators.items():
        code = standard.indicators[number].instrument
        if code and code != group:
            group = code
            name = t("pages.instrument_name", code=code, name=instrument_name(results, code, t))
            yield Row((name,), group=True)
        yield _indicator_row(results, number, figure, t)


def _indicator_row(results: YearResults, number: int, figure: Figure, t: Words) -> Row:
    typed = results.assessment.indicators.get(number)
    rank = results.ranks.get(number)
    share = indicator_share(results.standard, number)
    cells: tuple[Value, ...] = (
        number,
        indicator_name(results, number, t),
        figure.value,
        (typed.rank if typed and typed.rank else None) or (rank.first if rank else None),
        class_badge(results.classes.get(number), t),
        change_text(results.changes.get(figure.ref), t),
        compute_contribution(figure.value, share),
        verdict_badge(figure.verdict, t),
        typed.note if typed else None,
    )
    return Row(cells, anchor=f"ind-{number}")


def sub_indicator_table(results: YearResults, t: Words) -> Table:
    columns = (
        Column("code", t("pages.column.number")),
        Column("sub_indicator", t("pages.column.sub_indicator"), header=True),
        Column("score", t("pages.column.score"), Kind.SCORE),
        Column("verdict", t("pages.column.verdict")),
        Column("sure", t("pages.column.sure")),
    )
    rows = tuple(
        Row(
            (
                code,
                official_name(entry, t),
                figure.value,
                verdict_badge(figure.verdict, t),
                sure_note(entry.sure, t),
            )
        )
        for code, figure in results.aggregate.sub_indicators.items()
        if (entry := results.standard.sub_indicators[code])
    )
    caption = t("pages.assessment.sub_indicators", year=results.year)
    return Table("sub-indicators", caption, columns, rows)


def item_table(facts: Facts, results: YearResults, t: Words) -> Table:
    """The scores of single items, as far as they are known, under their indicators."""
    columns = (
        Column("code", t("pages.column.item"), header=True),
        Column("text", t("pages.column.item_text")),
        Column("score", t("pages.column.score"), Kind.SCORE),
        Column("note", t("pages.column.note")),
    )
    rows: list[Row] = []
    group = 0
    for code, figure in results.aggregate.items.items():
        number = results.standard.indicator_of(code)
        if number != group:
            group = number
            name = indicator_name(results, number, t)
            rows.append(Row((t("pages.part.indicator", number=number, name=name),), group=True))
        typed = results.assessment.items[code]
        text = printed_or_official(typed.text, results.standard.items[code], t)
        rows.append(Row((_code(facts, results.year, code), text, figure.value, typed.note)))
    caption = t("pages.assessment.items", year=results.year)
    return Table("item-scores", caption, columns, tuple(rows))


def _code(facts: Facts, year: int, code: str) -> Value:
    disclosure = facts.disclosure.get(year)
    known = disclosure is not None and code in disclosure.items
    return Link(code, page=item_address(year, code)) if known else code


def gain_table(results: YearResults, t: Words) -> Table:
    """What-if: how much the total would rise, greatest first."""
    columns = (
        Column("figure", t("pages.column.figure"), header=True),
        Column("score", t("pages.column.score"), Kind.SCORE),
        Column("gain", t("pages.column.gain"), Kind.CHANGE),
    )
    rows = tuple(
        Row((figure_name(results, entry.ref, t), entry.score, entry.gain))
        for entry in results.gains[:MOST_GAINS]
    )
    return Table("gains", t("pages.assessment.gains", year=results.year), columns, rows)


def printed_tables(results: YearResults, t: Words) -> Iterator[Table]:
    """Other tables of the original, as printed, beside the figures of record."""
    columns = (
        Column("figure", t("pages.column.figure"), header=True),
        Column("printed", t("pages.column.printed"), Kind.SCORE),
        Column("record", t("pages.column.record"), Kind.SCORE),
        Column("rank", t("pages.column.rank"), Kind.NUMBER),
        Column("weight", t("pages.column.weight"), Kind.NUMBER),
        Column("weighted", t("pages.column.weighted"), Kind.SCORE),
        Column("class", t("pages.column.class")),
        Column("note", t("pages.column.note")),
    )
    values = {figure.ref: figure.value for figure in results.aggregate.figures()}
    for index, table in enumerate(results.tables, 1):
        rows = tuple(
            _printed_row(results, table, figure, values.get(figure.ref), t)
            for figure in table.aggregate.figures()
            if figure.printed is not None and figure.ref.part is not Part.TOTAL
        )
        yield Table(f"printed-{index}", table.title, columns, rows, subject=table.title)


def _printed_row(
    results: YearResults, table: TableResult, figure: Figure, record: Decimal | None, t: Words
) -> Row:
    """One line of another table, with all that it prints; `record` is the figure of record."""
    typed = table.cell(figure.ref)
    name = typed.name if isinstance(typed, (IndicatorScore, InstrumentScore)) else None
    indicator = typed if isinstance(typed, IndicatorScore) else None
    instrument = typed if isinstance(typed, InstrumentScore) else None
    return Row(
        (
            figure_name(results, figure.ref, t, name),
            figure.printed,
            record,
            indicator.rank if indicator else None,
            instrument.weight if instrument else None,
            instrument.weighted if instrument else None,
            class_badge(indicator.classification, t) if indicator else None,
            typed.note if isinstance(typed, (IndicatorScore, ItemScore)) else None,
        )
    )


def checks(results: YearResults, t: Words) -> list[Prose]:
    """In words: which printed numbers do not follow from the others."""
    texts = [_judgement(figure, results, t) for figure in results.aggregate.figures()]
    texts += [_table_judgement(table, results, t) for table in results.tables]
    return [Prose(text) for text in texts if text]


def _judgement(figure: Figure, results: YearResults, t: Words) -> str:
    if figure.verdict is None or figure.difference is None or figure.verdict == "match":
        return ""
    facts = {
        "name": figure_name(results, figure.ref, t),
        "printed": figure.printed,
        "computed": figure.computed,
        "difference": f"{figure.difference:+.2f}",
    }
    text = t(f"pages.assessment.says_{figure.verdict}", **facts)
    return text + suspects_text(figure.suspects, results, t)


def _table_judgement(table: TableResult, results: YearResults, t: Words) -> str:
    total = table.total
    if total.difference is None or total.verdict is None:
        return ""
    facts = {
        "title": table.title,
        "computed": total.computed,
        "printed": total.printed,
        "difference": f"{total.difference:+.2f}",
    }
    text = t(f"pages.assessment.table_{total.verdict}", **facts)
    return text + suspects_text(total.suspects, results, t)


def suspects_text(suspects: tuple[Suspect, ...], results: YearResults, t: Words) -> str:
    if not suspects:
        return ""
    named = "; ".join(suspect_text(suspect, results, t) for suspect in suspects)
    return " " + t("pages.assessment.suspects", cells=named)


def suspect_text(suspect: Suspect, results: YearResults, t: Words) -> str:
    return t("pages.and").join(
        t("pages.assessment.suspect", name=figure_name(results, ref, t), value=value)
        for ref, value in suspect.cells
    )


def level_note(results: YearResults, t: Words) -> str:
    level = results.level
    if not level.differs or level.computed is None:
        return ""
    printed = t.either(level.printed or "", level_name(level, t) or "")
    computed = official_name(level.computed, t)
    return t("pages.assessment.level_differs", printed=printed, computed=computed)


def unverified(results: YearResults, t: Words) -> list[str]:
    """Which parts of the standard this page relies on without their being verified."""
    standard = results.standard
    found = []
    if not standard.levels.sure.verified:
        found.append(t("pages.unverified.levels", year=standard.year))
    band = results.level.printed_band or results.level.computed
    if band is not None and not band.sure.verified and standard.levels.sure.verified:
        found.append(t("pages.unverified.band", name=official_name(band, t)))
    weights = [code for code, entry in standard.instruments.items() if not entry.sure.verified]
    if weights and results.aggregate.instruments:
        found.append(t("pages.unverified.weights", codes=", ".join(weights)))
    return found
