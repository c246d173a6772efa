"""A bare value that stands for a whole record: `1: 93.37` for `1: {score: 93.37}`."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema
from pydantic_core.core_schema import no_info_before_validator_function

from generator.records.base import refused

NOT_OF_A_VALUE = frozenset({"title", "description", "examples"})


@dataclass(frozen=True, slots=True)
class Shorthand:
    """A bare value is the record's `field` and the rest is left out; only a score may be empty."""

    field: str

    def expand(self, value: object) -> object:
        if value is None and self.field != "score":
            raise refused("VALUE-MISSING")
        return value if isinstance(value, (dict, BaseModel)) else {self.field: value}

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return no_info_before_validator_function(self.expand, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """An editor takes either form."""
        record = handler(schema)
        field = handler.resolve_ref_schema(record)["properties"][self.field]
        bare = {key: value for key, value in field.items() if key not in NOT_OF_A_VALUE}
        return {"anyOf": [record, bare]}
