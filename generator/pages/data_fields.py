"""`/data/fields/`: the files of each table that is given away, and what its columns hold."""

from __future__ import annotations

from collections.abc import Iterator

from generator.blocks import Column, Kind, Link, Row, Table
from generator.compute.facts import Facts
from generator.open_data.inventory import Inventory, table_formats
from generator.open_data.sets import SETS, Found, TableSet
from generator.open_data.table import fields_of
from generator.open_data.words import meaning, set_title
from generator.pages.common import agency_name, listing
from generator.pages.page import Page
from generator.words import Words

ADDRESS = "data/fields"


def pages(
    facts: Facts, inventory: Inventory, others: tuple[Words, ...], t: Words
) -> Iterator[Page]:
    """Nothing where no table is given away; `others` are further languages to tell it in."""
    sets = sets_of(inventory)
    tables = {entry.name: _tables_of(entry, inventory, (t, *others), t) for entry in sets}
    if sets:
        yield Page(
            address=ADDRESS,
            kind="data_fields",
            title=t("open_data.tables"),
            description=t("open_data.tables_description", agency=agency_name(facts, t)),
            parent="data",
            view={
                "sets": [
                    (
                        set_title(entry, t),
                        anchor(entry),
                        [(other.language, set_title(entry, other)) for other in others],
                        tables[entry.name],
                    )
                    for entry in sets
                ],
            },
            tables=tuple(table for pair in tables.values() for table in pair),
        )


def sets_of(inventory: Inventory) -> tuple[TableSet, ...]:
    """Each set that the site has, once."""
    present = {found.set for found in inventory.sets}
    return tuple(entry for entry in SETS if entry in present)


def anchor(entry: TableSet) -> str:
    """Where on the page a set is."""
    return entry.name.replace("_", "-")


def _tables_of(
    entry: TableSet, inventory: Inventory, told_in: tuple[Words, ...], t: Words
) -> tuple[Table, Table]:
    found = [each for each in inventory.sets if each.set is entry]
    return file_table(found, t), field_table(found, told_in, t)


def file_table(found: list[Found], t: Words) -> Table:
    """Where the files of one set are, year by year."""
    entry = found[0].set
    columns = (
        Column("year", t("pages.column.year"), header=True),
        Column("files", t("pages.column.files")),
    )
    rows = [
        Row(
            (
                str(each.year or t("open_data.all_years")),
                listing((Link(form, file=path) for form, path in table_formats(each)), short=True),
            )
        )
        for each in sorted(found, key=lambda each: -(each.year or 0))
    ]
    if entry.yearly:
        rows.append(Row((t("open_data.all_years"), Link("CSV", file=f"data/{entry.file}.csv"))))
    caption = t("open_data.files_of_years", name=set_title(entry, t))
    return Table(f"{entry.name}-files", caption, columns, tuple(rows))


def field_table(found: list[Found], told_in: tuple[Words, ...], t: Words) -> Table:
    """The columns of one set, each with its type."""
    entry = found[0].set
    columns = (
        Column("field", t("pages.column.field"), Kind.CODE, header=True),
        *meaning_columns(told_in, t),
    )
    fields = fields_of(entry, found[0].tables[0][1].columns, t)
    rows = tuple(
        Row(
            (
                field.name,
                *(_told(meaning(entry, field.name, words), field.type, words) for words in told_in),
            )
        )
        for field in fields
    )
    caption = t("open_data.fields_of", name=set_title(entry, t))
    return Table(f"{entry.name}-fields", caption, columns, rows)


def meaning_columns(told_in: tuple[Words, ...], t: Words) -> tuple[Column, ...]:
    """What a file or a column of it holds, in each language."""
    return tuple(
        Column(str(words.language), t(f"open_data.meaning_{words.language}")) for words in told_in
    )


def _told(text: str, kind: str, words: Words) -> str:
    return words("open_data.typed", meaning=text, type=words(f"open_data.types.{kind}"))
