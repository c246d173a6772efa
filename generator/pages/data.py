"""`/data/`: every file for programs with its address, and the way to what each of them holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.blocks import Column, Link, Row, Table
from generator.compute.facts import Facts
from generator.open_data.inventory import DataFile, Inventory, make_inventory
from generator.open_data.words import set_title
from generator.pages import data_fields, data_forms
from generator.pages.common import agency_name, short_listing
from generator.pages.page import Page
from generator.words import Language, Words

ADDRESS = "data"


def pages(facts: Facts, others: Iterable[Page], t: Words) -> Iterator[Page]:
    inventory = make_inventory(facts, others)
    languages = _languages(facts, t)
    yield Page(
        address=ADDRESS,
        kind="data",
        title=t("open_data.title"),
        description=t("open_data.description", agency=agency_name(facts, t)),
        nav_title=t("open_data.nav"),
        view={
            "others": [Words(language) for language in languages if language is not t.language],
            "sets": [
                Link(set_title(entry, t), data_fields.ADDRESS, data_fields.anchor(entry))
                for entry in data_fields.sets_of(inventory)
            ],
            "forms": data_forms.kinds_of(facts),
        },
        tables=(site_table(inventory, languages, t), year_table(inventory, languages, t)),
    )
    yield from data_fields.pages(facts, inventory, languages, t)
    yield from data_forms.pages(facts, t)


def _languages(facts: Facts, t: Words) -> tuple[Language, ...]:
    """Files are told of in the language of the page; in both where no page is in English."""
    alone = t.language is Language.THAI and not facts.project.site.record.english
    return tuple(Language) if alone else (t.language,)


def site_table(inventory: Inventory, languages: tuple[Language, ...], t: Words) -> Table:
    """The files of the whole site."""
    columns = (
        Column("address", t("open_data.address"), header=True),
        *(Column(str(language), t(f"open_data.meaning_{language}")) for language in languages),
    )
    rows = tuple(
        Row((Link(f"/{file.path}", file=file.path), *_meanings(file, languages)))
        for file in inventory.site_files
    )
    return Table("site-files", t("open_data.whole"), columns, rows)


def year_table(inventory: Inventory, languages: tuple[Language, ...], t: Words) -> Table:
    """The files that years have: a row for each kind, newest year first."""
    columns = (
        *(
            Column(str(language), t(f"open_data.meaning_{language}"), header=number == 0)
            for number, language in enumerate(languages)
        ),
        Column("years", t("pages.column.year")),
    )
    kinds: dict[str, list[tuple[int, DataFile]]] = {}
    for year in sorted(inventory.files_of, reverse=True):
        for file in inventory.files_of[year]:
            kinds.setdefault(file.about, []).append((year, file))
    rows = tuple(
        Row(
            (
                *_meanings(files[0][1], languages),
                short_listing(Link(str(year), file=file.path) for year, file in files),
            )
        )
        for files in kinds.values()
    )
    return Table("year-files", t("open_data.years"), columns, rows)


def _meanings(file: DataFile, languages: tuple[Language, ...]) -> Iterator[str]:
    for language in languages:
        yield Words(language)(f"open_data.file.{file.about}", name=f"{file.name}.json")
