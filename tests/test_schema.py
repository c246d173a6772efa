"""The schemas that editors use: written from the records, in Thai, and true."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from generator.schema import MODELS, schema_text
from tests.projects import ROOT, project_folders

SCHEMA_LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")
THAI = re.compile("[ก-๙]")


class _AsAnEditor(yaml.SafeLoader):
    """YAML 1.2 as editors read it: no dates, and yes and no are text."""


_AsAnEditor.yaml_implicit_resolvers = {
    first: [entry for entry in entries if not entry[0].endswith((":timestamp", ":bool"))]
    for first, entries in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _typed_files() -> Iterator[Path]:
    for folder in project_folders():
        yield folder / "site_config.yaml"
        yield from sorted((folder / "content").rglob("*.yaml"))
    yield from sorted((ROOT / "generator" / "standards").glob("*.yaml"))


def _shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("name", MODELS)
def test_committed_schema_is_that_of_the_records(name: str) -> None:
    """After a change to the records `make schemas` must be run."""
    committed = (ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")
    assert committed == schema_text(name)


@pytest.mark.parametrize("name", MODELS)
def test_every_field_explains_itself_in_thai(name: str) -> None:
    """An editor shows a Thai title, and an example of what to type, for each field."""
    schema = json.loads(schema_text(name))
    jsonschema.Draft202012Validator.check_schema(schema)
    parts = [schema, *schema.get("$defs", {}).values()]
    fields = [(key, entry) for part in parts for key, entry in part.get("properties", {}).items()]
    assert fields or (THAI.search(schema["title"]) and schema["examples"])
    for key, entry in fields:
        assert THAI.search(entry["title"]), key
        assert entry.get("examples"), key
    described = [part for part in parts if "properties" in part or part is schema]
    assert all(THAI.search(part["description"]) for part in described)


@pytest.mark.parametrize("path", list(_typed_files()), ids=_shown)
def test_file_names_its_schema_and_is_valid_by_it(path: Path) -> None:
    """The first line leads the editor to a schema that the file satisfies."""
    text = path.read_text(encoding="utf-8")
    line = SCHEMA_LINE.match(text)
    assert line is not None
    schema = json.loads((path.parent / line[1]).read_text(encoding="utf-8"))
    loaded: Any = yaml.load(text, _AsAnEditor)  # noqa: S506
    errors = list(jsonschema.Draft202012Validator(schema).iter_errors(_with_text_keys(loaded)))
    assert [(error.json_path, error.message) for error in errors] == []


def test_schema_refuses_what_the_program_refuses() -> None:
    """An unknown key, a score as a word and an unknown state are marked in the editor too."""
    schema = json.loads(schema_text("progress"))
    update = {"date": "31 มี.ค. 2568", "state": "แล้วเสร็จ"}
    validator = jsonschema.Draft202012Validator(schema)
    assert validator.is_valid({"measures": {"1": [update]}})
    for wrong in ({**update, "state": "เสร็จ"}, {**update, "percnt": 5}, {"state": "done"}):
        assert not validator.is_valid({"measures": {"1": [wrong]}})


def _with_text_keys(value: Any) -> Any:
    """In JSON every key is text."""
    if isinstance(value, dict):
        return {str(key): _with_text_keys(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_with_text_keys(inner) for inner in value]
    return value
