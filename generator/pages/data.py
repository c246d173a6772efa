"""`/data/`: every file for programs with its address, and what each field of it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from generator.blocks import Column, Link, Row, Table, Value
from generator.compute.facts import Facts
from generator.english import in_words
from generator.open_data.forms import FORMS
from generator.open_data.inventory import DataFile, Inventory, make_inventory, table_formats
from generator.open_data.sets import SETS, Found, TableSet
from generator.open_data.table import fields_of
from generator.open_data.words import meaning, set_title
from generator.pages.common import agency_name, listing
from generator.pages.page import Page
from generator.words import Language, Words


def pages(facts: Facts, others: Iterable[Page], t: Words) -> Iterator[Page]:
    inventory = make_inventory(facts, others)
    kinds = tuple(kind for kind in FORMS if _years(facts, kind))
    present = {found.set for found in inventory.sets}
    sets = tuple(entry for entry in SETS if entry in present)
    tables = {entry.name: _tables_of(entry, inventory, t) for entry in sets}
    yield Page(
        address="data",
        kind="data",
        title=t("open_data.title"),
        description=t("open_data.description", agency=agency_name(facts, t)),
        nav_title=t("open_data.nav"),
        view={
            "english": Words(Language.ENGLISH),
            "kinds": kinds,
            "sets": [(entry, *_names(entry, t), tables[entry.name]) for entry in sets],
        },
        tables=(
            site_table(inventory, t),
            year_table(inventory, t),
            *(table for pair in tables.values() for table in pair),
            record_file_table(facts, kinds, t),
            *(field_table(kind, part, t) for kind in kinds for part in ("record", "computed")),
        ),
    )


def _names(entry: TableSet, t: Words) -> tuple[str, str]:
    """What a set is called here, and in English where that is another language."""
    english = set_title(entry, Words(Language.ENGLISH))
    own = set_title(entry, t)
    return own, "" if own == english else english


def _languages(t: Words) -> tuple[Language, ...]:
    """The Thai page says in both languages what files hold; the English page is one of them."""
    return tuple(Language) if t.language is Language.THAI else (t.language,)


def _columns_of_languages(t: Words) -> tuple[Column, ...]:
    columns = {
        Language.THAI: Column("thai", t("open_data.thai")),
        Language.ENGLISH: Column("english", t("open_data.english")),
    }
    return tuple(columns[language] for language in _languages(t))


def _file_row(files: Iterable[DataFile], t: Words) -> Row:
    listed = tuple(files)
    about, name = listed[0].about, listed[0].name
    texts = (
        Words(language)(f"open_data.file.{about}", name=f"{name}.json")
        for language in _languages(t)
    )
    return Row((listing(Link(f"/{file.path}", file=file.path) for file in listed), *texts))


def site_table(inventory: Inventory, t: Words) -> Table:
    """The files of the whole site."""
    columns = (Column("address", t("open_data.address"), header=True), *_columns_of_languages(t))
    rows = tuple(_file_row([file], t) for file in inventory.site_files)
    return Table("site-files", t("open_data.whole"), columns, rows)


def year_table(inventory: Inventory, t: Words) -> Table:
    """The files that years have: a row for each kind, newest year first."""
    columns = (Column("address", t("open_data.address"), header=True), *_columns_of_languages(t))
    kinds: dict[str, list[DataFile]] = {}
    for year in sorted(inventory.files_of, reverse=True):
        for file in inventory.files_of[year]:
            kinds.setdefault(file.about, []).append(file)
    rows = tuple(_file_row(files, t) for files in kinds.values())
    return Table("year-files", t("open_data.years"), columns, rows)


def _tables_of(entry: TableSet, inventory: Inventory, t: Words) -> tuple[Table, Table]:
    found = [each for each in inventory.sets if each.set is entry]
    return set_file_table(found, t), set_field_table(found, t)


def set_file_table(found: list[Found], t: Words) -> Table:
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
                listing(Link(f"/{path}", file=path) for _, path in table_formats(each)),
            )
        )
        for each in sorted(found, key=lambda each: -(each.year or 0))
    ]
    if entry.yearly:
        path = f"data/{entry.file}.csv"
        rows.append(Row((t("open_data.all_years"), Link(f"/{path}", file=path))))
    caption = t("open_data.files_of_years", name=set_title(entry, t))
    return Table(f"{entry.name}-files", caption, columns, tuple(rows))


def set_field_table(found: list[Found], t: Words) -> Table:
    """The fields of one set, in both languages."""
    entry = found[0].set
    columns = (
        Column("field", t("pages.column.field"), header=True),
        Column("type", t("open_data.type")),
        *_columns_of_languages(t),
    )
    fields = fields_of(entry, found[0].tables[0][1].columns, t)
    rows = tuple(
        Row(
            (
                field.name,
                t(f"open_data.types.{field.type}"),
                *(meaning(entry, field.name, Words(language)) for language in _languages(t)),
            )
        )
        for field in fields
    )
    caption = t("open_data.fields_of", name=set_title(entry, t))
    return Table(f"{entry.name}-fields", caption, columns, rows)


def _years(facts: Facts, kind: str) -> tuple[int, ...]:
    found = {
        "assessment": facts.results,
        "measures": facts.plans,
        "progress": facts.progress,
        "complaints": facts.complaints,
        "oit": facts.disclosure,
    }[kind]
    return tuple(sorted(found, reverse=True))


def record_file_table(facts: Facts, kinds: tuple[str, ...], t: Words) -> Table:
    columns = (
        Column("content", t("pages.column.content"), header=True),
        Column("files", t("pages.column.files")),
    )
    rows = tuple(
        Row((t(f"pages.data.kind_{kind}"), listing(_links(facts, kind)))) for kind in kinds
    )
    return Table("record-files", t("open_data.documents_files"), columns, rows)


def _links(facts: Facts, kind: str) -> Iterator[Value]:
    for year in _years(facts, kind):
        yield Link(f"/{year}/data/{kind}.json", file=f"{year}/data/{kind}.json")


def field_table(kind: str, part: str, t: Words) -> Table:
    """The fields of one part of a record's file, read from the model that makes it."""
    model = FORMS[kind][0 if part == "record" else 1]
    columns = (
        Column("field", t("pages.column.field"), header=True),
        Column("meaning", t("pages.column.meaning")),
        Column("detail", t("pages.column.detail")),
    )
    rows = tuple(_fields(model, part, frozenset(), t))
    return Table(f"{kind}-{part}", t(f"pages.data.{part}", kind=kind), columns, rows)


def _fields(model: type[BaseModel], prefix: str, seen: frozenset[type], t: Words) -> Iterator[Row]:
    for name, field in model.model_fields.items():
        path = f"{prefix}.{name}"
        yield Row((path, in_words(field.title, t), in_words(field.description, t)))
        for inner, repeated in _models_in(field.annotation):
            if inner not in seen:
                yield from _fields(inner, f"{path}{repeated}", seen | {model}, t)


def _models_in(annotation: object, repeated: str = "") -> Iterator[tuple[type[BaseModel], str]]:
    """The models inside a field's type, with `[]` or `.*` where there are many of them."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation, repeated
    origin = getattr(annotation, "__origin__", None)
    many = {list: "[]", tuple: "[]", dict: ".*"}.get(origin, repeated)  # type: ignore[arg-type]
    for inner in getattr(annotation, "__args__", ()):
        yield from _models_in(inner, many)
