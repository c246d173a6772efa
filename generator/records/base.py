"""The types that the fields of every record are made of; each parses the text that was typed."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Generic, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_before_validator_function

from generator.thai import BadDate, has_mixed_digits, parse_date, parse_year, to_arabic

SCORE = re.compile(r"(0|[1-9][0-9]{0,2})(\.[0-9]{2})?\Z")
MONEY = re.compile(r"(0|[1-9][0-9]{0,2}(,[0-9]{3}){1,4}|[1-9][0-9]{0,14})(\.[0-9]{1,2})?\Z")
WHOLE = re.compile(r"(0|[1-9][0-9]{0,8})\Z")
YES = frozenset({"true", "yes", "ใช่"})
NO = frozenset({"false", "no", "ไม่ใช่", "ไม่"})
HIGHEST = Decimal(100)
EnumType = TypeVar("EnumType", bound=StrEnum)


class Record(BaseModel):
    """A part of a document; a key that the model does not know is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


def refused(code: str, **facts: object) -> PydanticCustomError:
    """A refusal that carries a problem code and its facts through pydantic."""
    return PydanticCustomError(code, code, facts)


def as_text(value: object) -> object:
    if isinstance(value, str):
        return value.strip("\n ")
    if isinstance(value, (list, dict)):
        raise refused("VALUE-NOT-TEXT")
    return value


def parse_score(value: object) -> object:
    """`93.37`, `๙๓.๓๗` or `100`: whole or two decimals, from 0 to 100."""
    if not isinstance(value, str):
        return _not_text(value)
    if has_mixed_digits(value):
        raise refused("SCORE-MIXED-DIGITS", text=value, suggestion=to_arabic(value))
    typed = to_arabic(value.strip())
    if not SCORE.match(typed):
        raise refused("SCORE-FORMAT", text=value)
    score = Decimal(typed)
    if score > HIGHEST:
        raise refused("SCORE-RANGE", text=value)
    return score


def parse_amount(value: object) -> object:
    """Baht: `15000`, `15,000` or `15,000.50`."""
    if not isinstance(value, str):
        return _not_text(value)
    typed = to_arabic(value.strip().removesuffix("บาท").strip())
    if has_mixed_digits(value) or not MONEY.match(typed):
        raise refused("AMOUNT-FORMAT", text=value)
    return Decimal(typed.replace(",", ""))


def parse_whole(value: object) -> object:
    if not isinstance(value, str):
        return _not_text(value)
    typed = to_arabic(value.strip())
    if has_mixed_digits(value) or not WHOLE.match(typed):
        raise refused("NUMBER-FORMAT", text=value)
    return int(typed)


def parse_percent(value: object) -> object:
    """`50` or `50%`."""
    return parse_whole(value.strip().removesuffix("%") if isinstance(value, str) else value)


def parse_be_year(value: object) -> object:
    if not isinstance(value, str):
        return _not_text(value)
    year = None if has_mixed_digits(value) else parse_year(value)
    if year is None:
        raise refused("YEAR-FORMAT", text=value)
    return year


def parse_thai_date(value: object) -> object:
    if not isinstance(value, str):
        return _not_text(value)
    if has_mixed_digits(value):
        raise refused("DATE-FORMAT", text=value)
    try:
        return parse_date(value)
    except BadDate as error:
        raise refused(f"DATE-{error.reason.name.replace('_', '-')}", text=value) from None


def parse_yes_no(value: object) -> object:
    if isinstance(value, bool):
        return value
    word = typed_word(value)
    if word.lower() in YES | NO:
        return word.lower() in YES
    raise refused("YES-NO", text=word)


def typed_word(value: object) -> str:
    """One word or number where nothing else can stand."""
    if value is None:
        raise refused("VALUE-MISSING")
    if not isinstance(value, str):
        raise refused("VALUE-NOT-TEXT")
    return value.strip()


def _not_text(value: object) -> object:
    """Numbers and dates made by the program pass; a list or mapping typed here does not."""
    if isinstance(value, (list, dict)):
        raise refused("VALUE-NOT-TEXT")
    return value


def as_list(value: object) -> object:
    """One text stands for a list of one."""
    return [value] if isinstance(value, str) else value


class TypedAs(Generic[EnumType]):
    """An enum that can be typed by its English name or by its Thai words."""

    def __init__(self, kind: type[EnumType], thai: dict[str, EnumType]) -> None:
        self.kind = kind
        self.known = {**{str(member): member for member in kind}, **thai}

    def parse(self, value: object) -> EnumType:
        if isinstance(value, self.kind):
            return value
        word = typed_word(value)
        if word in self.known:
            return self.known[word]
        raise refused("WORD-UNKNOWN", text=word, allowed=tuple(self.known))

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return no_info_before_validator_function(self.parse, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "enum": list(self.known)}


def typed_number(pattern: str) -> WithJsonSchema:
    """In the editor a number may be typed bare or, with Thai digits, as text."""
    return WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string", "pattern": pattern}]})


_YES_NO_SCHEMA = WithJsonSchema({"anyOf": [{"type": "boolean"}, {"enum": ["ใช่", "ไม่ใช่"]}]})
_DIGITS = "[0-9๐-๙]"
_YEAR_SCHEMA = WithJsonSchema({"type": ["integer", "string"]})
_DATE_SCHEMA = WithJsonSchema({"type": "string"})
# What an editor takes for a number is text where text is asked for.
_WORDS: JsonSchemaValue = {"type": ["string", "number"], "minLength": 1}
_LINES_SCHEMA = WithJsonSchema({"anyOf": [_WORDS, {"type": "array", "items": _WORDS}]})

Text = Annotated[str, BeforeValidator(as_text), Field(min_length=1), WithJsonSchema(_WORDS)]
Lines = Annotated[tuple[Text, ...], BeforeValidator(as_list), _LINES_SCHEMA]
Score = Annotated[
    Decimal, BeforeValidator(parse_score), typed_number(rf"^{_DIGITS}{{1,3}}(\.{_DIGITS}{{2}})?$")
]
Amount = Annotated[
    Decimal, BeforeValidator(parse_amount), typed_number(rf"^{_DIGITS}[{_DIGITS[1:-1]},.]*$")
]
Whole = Annotated[int, BeforeValidator(parse_whole), typed_number(rf"^{_DIGITS}+%?$")]
Percent = Annotated[
    int, BeforeValidator(parse_percent), Field(ge=0, le=100), typed_number(rf"^{_DIGITS}{{1,3}}%?$")
]
Year = Annotated[int, BeforeValidator(parse_be_year), _YEAR_SCHEMA]
ThaiDate = Annotated[date, BeforeValidator(parse_thai_date), _DATE_SCHEMA]
YesNo = Annotated[bool, BeforeValidator(parse_yes_no), _YES_NO_SCHEMA]
