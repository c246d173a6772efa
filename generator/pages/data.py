"""`/data/`: the data files of the site, and what each of their fields is."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from generator.blocks import Column, Link, Row, Table, Value
from generator.compute.facts import Facts
from generator.pages.common import listing
from generator.pages.page import Page
from generator.published import (
    AssessmentComputed,
    MeasuresComputed,
    OitComputed,
    ProgressComputed,
)
from generator.records.assessment import Assessment
from generator.records.measures import Measures
from generator.records.oit import Oit
from generator.records.progress import Progress
from generator.words import Words

FORMS: dict[str, tuple[type[BaseModel], type[BaseModel]]] = {
    "assessment": (Assessment, AssessmentComputed),
    "measures": (Measures, MeasuresComputed),
    "progress": (Progress, ProgressComputed),
    "oit": (Oit, OitComputed),
}


def pages(facts: Facts, t: Words) -> Iterator[Page]:
    agency = facts.project.site.record.agency.name
    used = tuple(kind for kind in FORMS if _years(facts, kind))
    if not used:
        return
    yield Page(
        address="data",
        kind="data",
        title=t("pages.data.title"),
        description=t("pages.data.description", agency=agency),
        nav_title=t("pages.data.nav"),
        view={"kinds": used},
        tables=(
            file_table(facts, used, t),
            *(field_table(kind, part, t) for kind in used for part in ("record", "computed")),
        ),
    )


def _years(facts: Facts, kind: str) -> tuple[int, ...]:
    found = {
        "assessment": facts.results,
        "measures": facts.plans,
        "progress": facts.progress,
        "oit": facts.disclosure,
    }[kind]
    return tuple(sorted(found, reverse=True))


def file_table(facts: Facts, kinds: tuple[str, ...], t: Words) -> Table:
    columns = (
        Column("content", t("pages.column.content"), header=True),
        Column("files", t("pages.column.files")),
    )
    rows = tuple(
        Row((t(f"pages.data.kind_{kind}"), listing(_links(facts, kind)))) for kind in kinds
    )
    return Table("files", t("pages.data.files"), columns, rows)


def _links(facts: Facts, kind: str) -> Iterator[Value]:
    for year in _years(facts, kind):
        yield Link(f"/{year}/data/{kind}.json", file=f"{year}/data/{kind}.json")


def field_table(kind: str, part: str, t: Words) -> Table:
    """The fields of one part of a data file, read from the model that makes it."""
    model = FORMS[kind][0 if part == "record" else 1]
    columns = (
        Column("field", t("pages.column.field"), header=True),
        Column("meaning", t("pages.column.meaning")),
        Column("detail", t("pages.column.detail")),
    )
    rows = tuple(_fields(model, part, frozenset()))
    return Table(f"{kind}-{part}", t(f"pages.data.{part}", kind=kind), columns, rows)


def _fields(model: type[BaseModel], prefix: str, seen: frozenset[type]) -> Iterator[Row]:
    for name, field in model.model_fields.items():
        path = f"{prefix}.{name}"
        yield Row((path, field.title, field.description))
        for inner, repeated in _models_in(field.annotation):
            if inner not in seen:
                yield from _fields(inner, f"{path}{repeated}", seen | {model})


def _models_in(annotation: object, repeated: str = "") -> Iterator[tuple[type[BaseModel], str]]:
    """The models inside a field's type, with `[]` or `.*` where there are many of them."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation, repeated
    origin = getattr(annotation, "__origin__", None)
    many = {list: "[]", tuple: "[]", dict: ".*"}.get(origin, repeated)  # type: ignore[arg-type]
    for inner in getattr(annotation, "__args__", ()):
        yield from _models_in(inner, many)
