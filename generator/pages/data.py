"""`/data/`: every file for programs with its address, and the way to what each of them holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.blocks import Column, Link, Row, Table
from generator.compute.facts import Facts
from generator.open_data.inventory import DataFile, Inventory, make_inventory
from generator.open_data.words import set_title
from generator.pages import data_fields, data_forms
from generator.pages.common import agency_name, listing
from generator.pages.page import Page
from generator.words import Language, Words


def pages(facts: Facts, others: Iterable[Page], t: Words) -> Iterator[Page]:
    inventory = make_inventory(facts, others)
    also = _other_languages(facts, t)
    told_in = (t, *also)
    yield Page(
        address="data",
        kind="data",
        title=t("open_data.title"),
        description=t("open_data.description", agency=agency_name(facts, t)),
        nav_title=t("open_data.nav"),
        view={
            "others": also,
            "sets": [
                Link(set_title(entry, t), data_fields.ADDRESS, data_fields.anchor(entry))
                for entry in data_fields.sets_of(inventory)
            ],
            "forms": Link(t("open_data.documents_link"), data_forms.ADDRESS)
            if data_forms.kinds_of(facts)
            else None,
        },
        tables=(site_table(inventory, told_in, t), year_table(inventory, told_in, t)),
    )
    yield from data_fields.pages(facts, inventory, also, t)
    yield from data_forms.pages(facts, t)


def _other_languages(facts: Facts, t: Words) -> tuple[Words, ...]:
    """Files are told of in the language of the page; in English too where no page is in it."""
    alone = t.language is Language.THAI and not facts.project.site.record.english
    return (Words(Language.ENGLISH),) if alone else ()


def site_table(inventory: Inventory, told_in: tuple[Words, ...], t: Words) -> Table:
    """The files of the whole site."""
    columns = (
        Column("address", t("open_data.address"), header=True),
        *data_fields.meaning_columns(told_in, t),
    )
    rows = tuple(
        Row((Link(f"/{file.path}", file=file.path), *_meanings(file, told_in)))
        for file in inventory.site_files
    )
    return Table("site-files", t("open_data.whole"), columns, rows)


def year_table(inventory: Inventory, told_in: tuple[Words, ...], t: Words) -> Table:
    """The files that years have: a row for each kind, newest year first."""
    first, *more = data_fields.meaning_columns(told_in, t)
    columns = (first._replace(header=True), *more, Column("years", t("pages.column.year")))
    kinds: dict[str, list[tuple[int, DataFile]]] = {}
    for year in sorted(inventory.files_of, reverse=True):
        for file in inventory.files_of[year]:
            kinds.setdefault(file.about, []).append((year, file))
    rows = tuple(
        Row(
            (
                *_meanings(files[0][1], told_in),
                listing((Link(str(year), file=file.path) for year, file in files), short=True),
            )
        )
        for files in kinds.values()
    )
    return Table("year-files", t("open_data.years"), columns, rows)


def _meanings(file: DataFile, told_in: tuple[Words, ...]) -> Iterator[str]:
    for words in told_in:
        yield words(f"open_data.file.{file.about}", name=f"{file.name}.json")
