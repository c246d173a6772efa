"""Documents to records: every refusal becomes a problem at the place where it was typed."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from generator.load import Document
from generator.problems import Place, Problem
from generator.records.codes import Catalogue
from generator.thai import to_arabic
from generator.tree import Mapping as MappingNode
from generator.tree import Step, find, find_key, plain

RecordType = TypeVar("RecordType", bound=BaseModel)
PYDANTIC_CODES = {
    "missing": "FIELD-MISSING",
    "extra_forbidden": "FIELD-UNKNOWN",
    "string_too_short": "VALUE-MISSING",
    "string_type": "VALUE-MISSING",
    "decimal_type": "VALUE-MISSING",
    "int_type": "VALUE-MISSING",
    "date_type": "VALUE-MISSING",
    "dict_type": "VALUE-NOT-A-MAPPING",
    "model_type": "VALUE-NOT-A-MAPPING",
    "model_attributes_type": "VALUE-NOT-A-MAPPING",
    "tuple_type": "VALUE-NOT-A-LIST",
    "greater_than_equal": "NUMBER-RANGE",
    "less_than_equal": "NUMBER-RANGE",
}
AT_THE_KEY = frozenset({"FIELD-UNKNOWN", "FIELD-MISSING"})


def validate(
    document: Document, model: type[RecordType], catalogue: Catalogue | None = None
) -> tuple[RecordType | None, tuple[Problem, ...]]:
    """One typed record, or all that is wrong with the document."""
    if document.root is None:
        return None, ()
    context = {"catalogue": catalogue}
    try:
        return model.model_validate(plain(document.root), context=context), ()
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, tuple(_problem(detail, document, model) for detail in details)


def _problem(detail: Mapping[str, Any], document: Document, model: type[BaseModel]) -> Problem:
    kind = str(detail["type"])
    code = PYDANTIC_CODES.get(kind, kind)
    path, at_key = _path(detail["loc"])
    root = document.root
    assert root is not None
    node = find_key(root, path) if at_key or code in AT_THE_KEY else find(root, path)
    facts = {**detail.get("ctx", {})}
    if code in AT_THE_KEY or code in ("VALUE-MISSING", "NUMBER-RANGE"):
        facts["field"] = str(path[-1]) if path else ""
    if code == "FIELD-UNKNOWN":
        facts["suggestion"] = nearest(str(path[-1]), _fields_at(path[:-1], model))
    if "text" in facts and "allowed" in facts:
        facts["suggestion"] = nearest(str(facts["text"]), facts.pop("allowed"))
    place = Place(document.name, node.line, node.column)
    return Problem(place, code, facts=facts, excerpt=document.excerpt(node.line))


def _path(location: Iterable[Step]) -> tuple[tuple[Step, ...], bool]:
    """Pydantic marks a refused key as (…, key, "[key]")."""
    steps = tuple(location)
    if steps and steps[-1] == "[key]":
        return steps[:-1], True
    return steps, False


def nearest(typed: str, known: Iterable[str]) -> str:
    """The known word that was most likely meant, or nothing."""
    close = difflib.get_close_matches(typed.strip().lower(), list(known), n=1, cutoff=0.6)
    return close[0] if close else ""


def _fields_at(path: tuple[Step, ...], model: type[BaseModel]) -> list[str]:
    """The keys that the model of the mapping at a path takes."""
    models = [model]
    for step in path:
        fields = (each.model_fields[str(step)] for each in models if step in each.model_fields)
        models = [inner for field in fields for inner in _models_in(field.annotation)] or models
    return [name for each in models for name in each.model_fields]


def _models_in(annotation: Any) -> Iterable[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from _models_in(inner)


def at_typed_keys(root: MappingNode, path: tuple[Step, ...]) -> tuple[Step, ...]:
    """The same path in the keys as typed, where a record holds them in their normal form."""
    typed: list[Step] = []
    for step in path:
        parent = find(root, tuple(typed))
        keys = parent.entries if isinstance(parent, MappingNode) else {}
        exact = step if str(step) in keys else None
        typed.append(exact or next((key for key in keys if same_key(key, step)), step))
    return tuple(typed)


def same_key(typed: str, normal: Step) -> bool:
    """Whether a typed key is what a record calls `normal`: `o 7` is O7, `11` may be I1."""
    plain_key = re.sub(r"[\s._-]", "", to_arabic(typed)).upper()
    wanted = str(normal).upper().replace(".", "")
    digits = plain_key.lstrip("0")
    return wanted in (plain_key, digits) or bool(
        digits.isdecimal() and wanted[1:] and wanted[1:] in (digits, digits[1:], plain_key[1:])
    )
