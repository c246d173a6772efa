"""JSON Schema of every file that people type, written from the records."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from generator.records.assessment import Assessment
from generator.records.complaints import Complaints
from generator.records.measures import Measures
from generator.records.oit import Oit
from generator.records.progress import Progress
from generator.records.redirects import Redirects
from generator.records.site import Site
from generator.records.standard import Standard
from generator.workspace import write_if_changed

MODELS: dict[str, type[BaseModel]] = {
    "site": Site,
    "assessment": Assessment,
    "measures": Measures,
    "progress": Progress,
    "oit": Oit,
    "complaints": Complaints,
    "redirects": Redirects,
    "standard": Standard,
}


def schema_text(name: str) -> str:
    """The schema of one kind of file, as it is written out."""
    schema = MODELS[name].model_json_schema(schema_generator=_Draft, mode="validation")
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write all schemas; tells which files they are."""
    paths = []
    for name in MODELS:
        path = folder / f"{name}.schema.json"
        write_if_changed(path, schema_text(name).encode("utf-8"))
        paths.append(path)
    return tuple(paths)


class _Draft(GenerateJsonSchema):
    """Says which draft of JSON Schema it is, and leaves defaults to the program."""

    def generate(self, schema, mode="validation"):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        return {"$schema": self.schema_dialect, **super().generate(schema, mode)}

    def default_schema(self, schema):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        return self.generate_inner(schema["schema"])
