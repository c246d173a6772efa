"""A year's standard as tables on a terminal, with every unverified part marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.table import Table

from generator.records.standard import Standard
from generator.records.standard_words import Sure
from generator.words import Words


def years_table(standards: Mapping[int, Standard], t: Words) -> Table:
    """One row a year: how many items, which weights, how sure."""
    table = _table(t, "years", "year", "items", "weights", "levels", "confidence")
    for year, standard in standards.items():
        weights = (f"{code} {entry.weight or '-'}" for code, entry in standard.instruments.items())
        bands = ", ".join(band.name for band in standard.levels.bands)
        counts = " ".join(_counts(standard))
        sure = t(f"pages.confidence.{standard.sure}")
        table.add_row(str(year), counts, " ".join(weights), bands, sure)
    return table


def year_tables(standard: Standard, t: Words) -> Iterator[Table]:
    """All of one year: indicators, items with their elements, levels, plan, report, issues."""
    yield _indicators(standard, t)
    yield _items(standard, t)
    yield _bands(standard, t)
    yield _requirements(standard, t)
    if standard.issues:
        yield _issues(standard, t)
    yield _notes(standard, t)


def _counts(standard: Standard) -> Iterator[str]:
    for code in standard.instruments:
        count = sum(standard.instrument_of(item) == code for item in standard.items)
        if count:
            yield f"{code} {count}"


def _indicators(standard: Standard, t: Words) -> Table:
    table = _table(t, "indicators", "number", "name", "instrument", "items", "sure")
    for number, entry in standard.indicators.items():
        codes = ", ".join(standard.items_of_indicator(number))
        name = t.either(entry.name, entry.name_en)
        table.add_row(str(number), name, entry.instrument or "", codes, _mark(entry.sure, t))
        for code in standard.subs_of(number):
            sub = standard.sub_indicators[code]
            items = ", ".join(standard.items_of_sub(code))
            table.add_row(code, t.either(sub.name, sub.name_en), "", items, _mark(sub.sure, t))
    return table


def _items(standard: Standard, t: Words) -> Table:
    table = _table(t, "items", "code", "name", "data_year", "sure", "elements", "elements_sure")
    for code, entry in standard.items.items():
        elements = "\n".join(f"- {t.either(each.text, each.text_en)}" for each in entry.elements)
        year = t(f"commands.data_year.{entry.data_year}") if entry.data_year else ""
        sure = _mark(entry.elements_sure, t) if entry.elements else ""
        name = t.either(entry.name, entry.name_en)
        table.add_row(code, name, year, _mark(entry.sure, t), elements, sure)
    return table


def _bands(standard: Standard, t: Words) -> Table:
    table = _table(t, "levels", "name", "minimum", "floor", "sure", "note")
    for band in standard.levels.bands:
        floor = str(band.floor) if band.floor is not None else ""
        table.add_row(band.name, str(band.min), floor, _mark(band.sure, t), band.note or "")
    return table


def _requirements(standard: Standard, t: Words) -> Table:
    table = _table(t, "requirements", "document", "item", "requirement", "sure")
    for kind, part in (("plan", standard.plan), ("report", standard.report)):
        for entry in part.must if part else ():
            sure = _mark(entry.sure or part.sure, t) if part else ""
            text = t.either(entry.text, entry.text_en)
            table.add_row(t(f"commands.{kind}"), (part.item if part else "") or "", text, sure)
    return table


def _issues(standard: Standard, t: Words) -> Table:
    table = _table(t, "issues", "number", "name", "items", "sure")
    for number, entry in standard.issues.items():
        name = t.either(entry.name, entry.name_en)
        table.add_row(str(number), name, ", ".join(entry.items), _mark(entry.sure, t))
    return table


def _notes(standard: Standard, t: Words) -> Table:
    table = _table(t, "notes", "kind", "text", "sure")
    for rule in standard.publication:
        text = t.either(rule.text, rule.text_en)
        table.add_row(t("commands.publication"), text, _mark(rule.sure, t))
    for text in standard.unconfirmed:
        table.add_row(t("commands.unconfirmed"), text, "")
    for text in standard.sources:
        table.add_row(t("commands.sources"), text, "")
    return table


def _table(t: Words, title: str, *columns: str) -> Table:
    table = Table(title=t(f"commands.table.{title}"), title_justify="left", show_lines=False)
    for column in columns:
        table.add_column(t(f"commands.column.{column}"), overflow="fold")
    return table


def _mark(sure: Sure, t: Words) -> str:
    return t(f"commands.sure.{sure}")
