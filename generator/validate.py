"""Documents to records: every refusal becomes a problem at the place where it was typed."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from generator.load import Document
from generator.problems import Place, Problem, Severity
from generator.records.codes import LETTER_AND_NUMBER, Catalogue, key_meaning, readings_of
from generator.tree import Mapping as MappingNode
from generator.tree import Node, Scalar, Step, find, find_key, mappings, plain

RecordType = TypeVar("RecordType", bound=BaseModel)
PYDANTIC_CODES = {
    "missing": "FIELD-MISSING",
    "extra_forbidden": "FIELD-UNKNOWN",
    "string_too_short": "VALUE-MISSING",
    "too_short": "VALUE-MISSING",
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
NAMES_THE_FIELD = AT_THE_KEY | {"VALUE-MISSING", "NUMBER-RANGE"}
NOT_FILLED_IN = frozenset({"VALUE-NOT-A-LIST", "VALUE-NOT-A-MAPPING"})
KEY_MARK = "[key]"
MOST_REMEMBERED = 4096
MOST_SUGGESTIONS = 100  # comparing words costs time, and no one reads more than these


def validate(
    document: Document, model: type[RecordType], catalogue: Catalogue | None = None
) -> tuple[RecordType | None, tuple[Problem, ...]]:
    """One typed record, or all that is wrong with the document."""
    if document.root is None:
        return None, ()
    twice = tuple(_keys_typed_twice(document, document.root))
    try:
        record = model.model_validate(plain(document.root), context={"catalogue": catalogue})
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        problems = (
            _problem(detail, document, model, suggest=number < MOST_SUGGESTIONS)
            for number, detail in enumerate(details)
        )
        told = {one.place for one in (*document.problems, *twice) if one.severity is Severity.ERROR}
        return None, (*twice, *(problem for problem in problems if problem.place not in told))
    return (None if twice else record), twice


def _keys_typed_twice(document: Document, root: MappingNode) -> Iterator[Problem]:
    """`1` and `๑`, or `IIT` and `iit`: a record could hold only one of the two."""
    for mapping in mappings(root):
        if _all_different(tuple(mapping.entries)):
            continue
        first: dict[str, Scalar] = {}
        for key, _ in mapping.entries.values():
            if LETTER_AND_NUMBER.match(key.text):
                continue  # an item: its own rule says which one is typed twice
            before = first.setdefault(key_meaning(key.text), key)
            if before is not key:
                facts = {"key": key.text, "first": before.line}
                yield _at(key, document, "YAML-DUPLICATE-KEY", facts)


@lru_cache(maxsize=MOST_REMEMBERED)
def _all_different(keys: tuple[str, ...]) -> bool:
    """Seen at a glance: plain field names and item codes, no two alike; the same few recur."""
    upper = {key.upper() for key in keys if key.isascii() and key.isidentifier()}
    return len(upper) == len(keys)


def _at(node: Node, document: Document, code: str, facts: Mapping[str, object]) -> Problem:
    place = Place(document.name, node.line, node.column)
    return Problem(place, code, facts=facts, excerpt=document.excerpt(node.line))


def _problem(
    detail: Mapping[str, Any], document: Document, model: type[BaseModel], *, suggest: bool
) -> Problem:
    kind = str(detail["type"])
    code = PYDANTIC_CODES.get(kind, kind)
    path, at_key = _path(detail["loc"], code)
    root = document.root
    assert root is not None
    node = find_key(root, path) if at_key or code in AT_THE_KEY else find(root, path)
    if code in NOT_FILLED_IN and isinstance(node, Scalar) and node.is_empty():
        code = "VALUE-MISSING"
    facts = {} if kind in PYDANTIC_CODES else {**detail.get("ctx", {})}
    if code in NAMES_THE_FIELD and "field" not in facts:
        facts["field"] = next((step for step in reversed(path) if isinstance(step, str)), "")
    known = facts.pop("allowed", ())
    if code == "FIELD-UNKNOWN":
        fields = _fields_at(path[:-1], model)
        facts["suggestion"] = nearest_field(str(path[-1]), fields) if suggest else ""
    elif known:
        typed = str(facts.get("text", path[-1] if path else ""))
        facts["suggestion"] = nearest(typed, known) if suggest else ""
    return _at(node, document, code, facts)


def _path(location: Iterable[Step], code: str) -> tuple[tuple[Step, ...], bool]:
    """Pydantic marks a refused key as (…, key, "[key]")."""
    steps = tuple(location)
    if steps and steps[-1] == KEY_MARK and code != "FIELD-UNKNOWN":
        return steps[:-1], True
    return steps, False


def nearest(typed: str, known: Iterable[str]) -> str:
    """The known word that was most likely meant, or nothing."""
    close = difflib.get_close_matches(typed.strip().lower(), list(known), n=1, cutoff=0.6)
    return close[0] if close else ""


def nearest_field(typed: str, fields: Mapping[str, FieldInfo]) -> str:
    """The field that was likely meant, by its name or by the Thai title that editors show."""
    by_title = {field.title: name for name, field in fields.items() if field.title}
    return nearest(typed, fields) or by_title.get(nearest(typed, by_title), "")


def _fields_at(path: tuple[Step, ...], model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The keys that the model of the mapping at a path takes."""
    models = [model]
    for step in path:
        fields = (_typed_fields(each).get(str(step)) for each in models)
        inner = [one for field in fields if field for one in _models_in(field.annotation)]
        models = inner or models
    return {name: field for each in models for name, field in _typed_fields(each).items()}


def _typed_fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a model under the names that are typed."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


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
    known = str(normal)
    return key_meaning(typed) == known.upper() or bool(readings_of(typed, frozenset({known})))
