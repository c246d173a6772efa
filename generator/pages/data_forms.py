"""`/data/forms/`: the JSON file of each kind of record; below it, what its fields mean."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from generator.blocks import Column, Kind, Link, Row, Table
from generator.compute.facts import Facts
from generator.english import in_words
from generator.open_data.forms import FORMS
from generator.pages.common import agency_name, listing
from generator.pages.page import Page
from generator.words import Words

ADDRESS = "data/forms"
PARTS = ("record", "computed")


def pages(facts: Facts, t: Words) -> Iterator[Page]:
    """Nothing where there is no record."""
    kinds = kinds_of(facts)
    agency = agency_name(facts, t)
    if kinds:
        yield Page(
            address=ADDRESS,
            kind="data_forms",
            title=t("open_data.documents"),
            description=t("open_data.documents_description", agency=agency),
            parent="data",
            tables=(record_file_table(facts, kinds, t),),
        )
    for kind in kinds:
        yield Page(
            address=f"{ADDRESS}/{kind}",
            kind="data_form",
            title=t("open_data.document", name=f"{kind}.json"),
            description=t("open_data.document_description", name=f"{kind}.json", agency=agency),
            nav_title=f"{kind}.json",
            parent=ADDRESS,
            view={"form": kind},
            tables=tuple(field_table(kind, part, t) for part in PARTS),
        )


def kinds_of(facts: Facts) -> tuple[str, ...]:
    """The kinds of record that any year has."""
    return tuple(kind for kind in FORMS if _years(facts, kind))


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
        Column("years", t("pages.column.year")),
        Column("fields", t("open_data.document_fields")),
    )
    rows = tuple(
        Row(
            (
                t(f"pages.data.kind_{kind}"),
                listing(_links(facts, kind), short=True),
                Link(f"{kind}.json", f"{ADDRESS}/{kind}"),
            )
        )
        for kind in kinds
    )
    return Table("record-files", t("open_data.documents_files"), columns, rows)


def _links(facts: Facts, kind: str) -> Iterator[Link]:
    for year in _years(facts, kind):
        yield Link(str(year), file=f"{year}/data/{kind}.json")


def field_table(kind: str, part: str, t: Words) -> Table:
    """The fields of one part of a record's file, read from the model that makes it."""
    model = FORMS[kind][PARTS.index(part)]
    columns = (
        Column("field", t("pages.column.field"), Kind.CODE, header=True),
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
