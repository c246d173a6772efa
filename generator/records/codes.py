"""Codes of items, indicators and sub-indicators, as people type them, against a year's standard."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator
from typing import Annotated, Protocol

from pydantic import (
    BeforeValidator,
    Field,
    ValidationError,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError

from generator.records.base import as_list, refused, typed_word
from generator.thai import has_mixed_digits, to_arabic

LETTER_AND_NUMBER = re.compile(r"([A-Za-z]+)[\s._-]*0*([1-9][0-9]*)\Z")
_ITEM = r"(?:ข้อ(?:ที่)?[\s.:_-]*)?"
ITEM_PREFIX = re.compile(rf"{_ITEM}(?:([OIE])IT[\s.:_-]*)?{_ITEM}", re.IGNORECASE)
INDICATOR_PREFIX = re.compile(r"(?:(?:ตัวชี้วัด(?:ย่อย)?|ประเด็น)(?:ที่)?\s*)?")
LOOKALIKES = {"1": "I", "l": "I", "0": "O"}
NUMBER = re.compile(r"[0-9]{1,3}\Z")
SUB_CODE = re.compile(r"[1-9][0-9]?\.[1-9][0-9]?\Z")


class Catalogue(Protocol):
    """What codes are checked against: the codes of one year's standard."""

    @property
    def item_codes(self) -> frozenset[str]: ...
    @property
    def indicator_numbers(self) -> frozenset[int]: ...
    @property
    def sub_codes(self) -> frozenset[str]: ...
    @property
    def instrument_codes(self) -> frozenset[str]: ...
    @property
    def issue_numbers(self) -> frozenset[int]: ...
    @property
    def year(self) -> int: ...
    @property
    def issue_year(self) -> int: ...


def resolve_item(typed: str, catalogue: Catalogue, taken: frozenset[str] = frozenset()) -> str:
    """The one item of the year that the typed code can mean."""
    if typed in catalogue.item_codes:
        return typed
    readings = readings_of(typed, catalogue.item_codes)
    candidates = readings - taken or readings
    if len(candidates) == 1:
        return candidates.pop()
    if candidates:
        found = ", ".join(sorted(candidates))
        raise refused("ITEM-AMBIGUOUS", text=typed, candidates=found, year=catalogue.year)
    raise refused("ITEM-UNKNOWN", text=typed, year=catalogue.year)


def readings_of(typed: str, codes: frozenset[str]) -> set[str]:
    """The codes that may be meant: `11` can be I1 (a letter read as a digit) or an O11 without its letter; `042` is O42."""
    prefix, bare = _bare_item(typed)
    if prefix and NUMBER.match(bare):
        return {f"{prefix}{bare.lstrip('0')}"} & codes
    match = LETTER_AND_NUMBER.match(bare)
    if match:
        lookalike = LOOKALIKES.get(match[1])
        exact = {f"{match[1].upper()}{match[2]}"} & codes
        return exact or {f"{lookalike}{match[2]}"} & codes
    return _readings_of_digits(bare, codes) if NUMBER.match(bare) else set()


def _readings_of_digits(digits: str, codes: frozenset[str]) -> set[str]:
    first, rest = digits[0], digits[1:]
    if first == "0":
        return {f"{LOOKALIKES[first]}{rest.lstrip('0')}"} & codes
    letters = {code.rstrip(string.digits) for code in codes}
    found = {f"{letter}{digits}" for letter in letters}
    if first in LOOKALIKES and rest:
        found.add(f"{LOOKALIKES[first]}{rest}")
    return found & codes


def _bare_item(typed: str) -> tuple[str, str]:
    """The letter of an instrument typed before the code, and the code without it."""
    text = to_arabic(typed).strip()
    prefix = ITEM_PREFIX.match(text)
    assert prefix is not None
    return (prefix[1] or "").upper(), text[prefix.end() :].strip(" .:")


def _taken(typed: Iterable[str]) -> frozenset[str]:
    """Codes that stand in the same list with their letter, which a bare number cannot mean too."""
    matches = (LETTER_AND_NUMBER.match(_bare_item(text)[1]) for text in typed)
    return frozenset(f"{match[1].upper()}{match[2]}" for match in matches if match)


def _catalogue(info: ValidationInfo) -> Catalogue | None:
    return (info.context or {}).get("catalogue")


def parse_item_map(
    value: object, handler: ValidatorFunctionWrapHandler, info: ValidationInfo
) -> object:
    """A mapping by item: what is wrong with each key and each value, under the key as typed."""
    catalogue = _catalogue(info)
    if not isinstance(value, dict) or catalogue is None:
        return handler(value)
    taken = _taken(value)
    typed_as: dict[str, str] = {}
    errors: list[InitErrorDetails] = []
    for typed in value:
        try:
            code = resolve_item(typed, catalogue, taken)
            if code in typed_as:
                raise refused("ITEM-TWICE", text=typed, item=code)
            typed_as[code] = typed
        except PydanticCustomError as error:
            errors.append(_at((typed, "[key]"), error))
    try:
        record = handler({code: value[typed] for code, typed in typed_as.items()})
    except ValidationError as error:
        errors.extend(_under_typed_keys(error, typed_as))
    if errors:
        raise ValidationError.from_exception_data("items", errors)
    return record


def _under_typed_keys(
    error: ValidationError, typed_as: dict[str, str]
) -> Iterator[InitErrorDetails]:
    for detail in error.errors(include_url=False, include_input=False):
        first, *below = detail["loc"]
        again = PydanticCustomError(detail["type"], detail["type"], detail.get("ctx"))
        yield _at((typed_as.get(str(first), first), *below), again)


def _at(location: tuple[int | str, ...], error: PydanticCustomError) -> InitErrorDetails:
    return InitErrorDetails(type=error, loc=location, input=None)


def parse_item_list(value: object, info: ValidationInfo) -> object:
    catalogue = _catalogue(info)
    listed = _split(value)
    if not isinstance(listed, list) or catalogue is None:
        return listed
    taken = _taken(text for text in listed if isinstance(text, str))
    codes: list[str] = []
    errors: list[InitErrorDetails] = []
    for index, typed in enumerate(listed):
        try:
            codes.append(_new_item(typed_word(typed), catalogue, taken, codes))
        except PydanticCustomError as error:
            errors.append(_at((index,), error))
    if errors:
        raise ValidationError.from_exception_data("items", errors)
    return codes


def _new_item(typed: str, catalogue: Catalogue, taken: frozenset[str], before: list[str]) -> str:
    code = resolve_item(typed, catalogue, taken)
    if code in before:
        raise refused("ITEM-TWICE", text=typed, item=code)
    return code


def parse_indicator(value: object, info: ValidationInfo) -> object:
    return _numbered(value, info, "INDICATOR-UNKNOWN", "indicator_numbers")


def parse_issue(value: object, info: ValidationInfo) -> object:
    return _numbered(value, info, "ISSUE-UNKNOWN", "issue_numbers", "issue_year")


def _numbered(
    value: object, info: ValidationInfo, code: str, known: str, year: str = "year"
) -> object:
    if isinstance(value, int):
        return value
    typed = typed_word(value)
    digits = bare_number(typed)
    if has_mixed_digits(typed) or not NUMBER.match(digits):
        raise refused("NUMBER-FORMAT", text=typed)
    catalogue = _catalogue(info)
    number = int(digits)
    if catalogue is not None and number not in getattr(catalogue, known):
        raise refused(code, text=typed, year=getattr(catalogue, year))
    return number


def bare_number(typed: str) -> str:
    """The number of an indicator, a sub-indicator or an issue without the words before it."""
    text = to_arabic(typed).strip()
    prefix = INDICATOR_PREFIX.match(text)
    return text[prefix.end() if prefix else 0 :].strip("() .")


def parse_instrument(value: object, info: ValidationInfo) -> object:
    catalogue = _catalogue(info)
    typed = typed_word(value)
    code = typed.upper()
    if catalogue is not None and code not in catalogue.instrument_codes:
        known = ", ".join(sorted(catalogue.instrument_codes)) or "-"
        raise refused("INSTRUMENT-UNKNOWN", text=typed, known=known, year=catalogue.year)
    return code


def parse_sub(value: object, info: ValidationInfo) -> object:
    catalogue = _catalogue(info)
    typed = typed_word(value)
    code = bare_number(typed)
    if not SUB_CODE.match(code) or (catalogue is not None and code not in catalogue.sub_codes):
        year = catalogue.year if catalogue else ""
        raise refused("SUB-INDICATOR-UNKNOWN", text=typed, year=year)
    return code


def key_meaning(typed: str) -> str:
    """What two keys of one mapping have in common that name the same thing."""
    if typed.isascii() and typed.isalpha():
        return typed.upper()
    number = bare_number(typed)
    whole = number.lstrip("0") if NUMBER.match(number) else number
    return whole if whole[:1].isdigit() else typed.strip().upper()


def parse_indicator_list(value: object) -> object:
    return _split(value)


def _split(value: object) -> object:
    """`1, 2` typed as text is a list as much as `[1, 2]` is."""
    if isinstance(value, str):
        parts = re.split(r"[,;]|\sและ\s", value)
        return [part.strip() for part in parts if part.strip()]
    return as_list(value)


_CODE_SCHEMA = WithJsonSchema({"type": "string", "pattern": "^[A-Za-z]* ?[0-9๐-๙]{1,3}$"})
_NUMBER_SCHEMA = WithJsonSchema({"type": ["integer", "string"]})
ItemCode = Annotated[str, _CODE_SCHEMA]
InstrumentCode = Annotated[str, BeforeValidator(parse_instrument)]
Indicator = Annotated[int, BeforeValidator(parse_indicator), _NUMBER_SCHEMA]
Issue = Annotated[int, BeforeValidator(parse_issue), _NUMBER_SCHEMA]
SubCode = Annotated[str, BeforeValidator(parse_sub), Field(pattern=r"^[0-9]{1,2}\.[0-9]{1,2}$")]
ItemList = Annotated[
    tuple[ItemCode, ...],
    BeforeValidator(parse_item_list),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
IndicatorList = Annotated[
    tuple[Indicator, ...],
    BeforeValidator(parse_indicator_list),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": ["integer", "string"]},
                {"type": "array", "items": {"type": ["integer", "string"]}},
            ]
        }
    ),
]
BY_ITEM = WrapValidator(parse_item_map)
