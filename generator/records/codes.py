"""Codes of items, indicators and sub-indicators, as people type them, against a year's standard."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable
from typing import Annotated, Protocol

from pydantic import BeforeValidator, Field, ValidationInfo, WithJsonSchema

from generator.records.base import as_list, refused
from generator.thai import to_arabic

LETTER_AND_NUMBER = re.compile(r"([A-Za-z]+)[\s._-]*0*([1-9][0-9]*)\Z")
ONLY_DIGITS = re.compile(r"[0-9]+\Z")
ITEM_PREFIX = re.compile(r"(ข้อ|OIT|IIT|EIT)\s*[_:.]?\s*", re.IGNORECASE)
INDICATOR_PREFIX = re.compile(r"(ตัวชี้วัด(ย่อย)?|ประเด็น)(ที่)?\s*")
LOOKALIKES = {"1": "I", "0": "O"}
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


def resolve_item(typed: str, catalogue: Catalogue, taken: frozenset[str] = frozenset()) -> str:
    """The one item of the year that the typed code can mean."""
    bare = ITEM_PREFIX.sub("", to_arabic(typed).strip(), count=1).strip(" .:")
    match = LETTER_AND_NUMBER.match(bare)
    if match:
        code = f"{match[1].upper()}{match[2]}"
        if code in catalogue.item_codes:
            return code
        raise refused("ITEM-UNKNOWN", text=typed, year=catalogue.year)
    candidates = _readings(bare, catalogue.item_codes) - taken
    if len(candidates) == 1:
        return candidates.pop()
    if candidates:
        found = ", ".join(sorted(candidates))
        raise refused("ITEM-AMBIGUOUS", text=typed, candidates=found, year=catalogue.year)
    raise refused("ITEM-UNKNOWN", text=typed, year=catalogue.year)


def _readings(digits: str, codes: frozenset[str]) -> set[str]:
    """`11` can be I1 (a letter read as a digit) or an O11 without its letter; `042` is O42."""
    if not ONLY_DIGITS.match(digits):
        return set()
    found = set()
    letter, rest = LOOKALIKES.get(digits[0]), digits[1:].lstrip("0")
    if letter and rest:
        found.add(f"{letter}{rest}")
    if digits[0] != "0":
        found.update(
            f"{letter}{digits}" for letter in {code.rstrip(string.digits) for code in codes}
        )
    return found & codes


def _taken(typed: Iterable[str]) -> frozenset[str]:
    """Codes that stand in the same list with their letter, which a bare number cannot mean too."""
    matches = (LETTER_AND_NUMBER.match(to_arabic(text).strip()) for text in typed)
    return frozenset(f"{match[1].upper()}{match[2]}" for match in matches if match)


def _catalogue(info: ValidationInfo) -> Catalogue | None:
    return (info.context or {}).get("catalogue")


def parse_item_map(value: object, info: ValidationInfo) -> object:
    catalogue = _catalogue(info)
    if not isinstance(value, dict) or catalogue is None:
        return value
    taken = _taken(value)
    resolved: dict[str, object] = {}
    for typed, content in value.items():
        code = resolve_item(typed, catalogue, taken)
        if code in resolved:
            raise refused("ITEM-TWICE", text=typed, item=code)
        resolved[code] = content
    return resolved


def parse_item_list(value: object, info: ValidationInfo) -> object:
    catalogue = _catalogue(info)
    listed = _split(value)
    if not isinstance(listed, list) or catalogue is None:
        return listed
    texts = [item for item in listed if isinstance(item, str)]
    taken = _taken(texts)
    return [resolve_item(item, catalogue, taken) for item in texts]


def parse_indicator(value: object, info: ValidationInfo) -> object:
    return _numbered(value, info, "INDICATOR-UNKNOWN", "indicator_numbers")


def parse_issue(value: object, info: ValidationInfo) -> object:
    return _numbered(value, info, "ISSUE-UNKNOWN", "issue_numbers")


def _numbered(value: object, info: ValidationInfo, code: str, known: str) -> object:
    if isinstance(value, int):
        return value
    catalogue = _catalogue(info)
    digits = INDICATOR_PREFIX.sub("", to_arabic(str(value)).strip()).strip("() .")
    if not ONLY_DIGITS.match(digits):
        raise refused("NUMBER-FORMAT", text=str(value))
    number = int(digits)
    if catalogue is not None and number not in getattr(catalogue, known):
        raise refused(code, text=str(value), year=catalogue.year)
    return number


def parse_instrument(value: object, info: ValidationInfo) -> object:
    catalogue = _catalogue(info)
    code = str(value).strip().upper()
    if catalogue is not None and code not in catalogue.instrument_codes:
        known = ", ".join(sorted(catalogue.instrument_codes)) or "-"
        raise refused("INSTRUMENT-UNKNOWN", text=str(value), known=known, year=catalogue.year)
    return code


def parse_sub(value: object, info: ValidationInfo) -> object:
    catalogue = _catalogue(info)
    code = INDICATOR_PREFIX.sub("", to_arabic(str(value)).strip())
    if not SUB_CODE.match(code) or (catalogue is not None and code not in catalogue.sub_codes):
        year = catalogue.year if catalogue else ""
        raise refused("SUB-INDICATOR-UNKNOWN", text=str(value), year=year)
    return code


def parse_indicator_list(value: object) -> object:
    return _split(value)


def _split(value: object) -> object:
    """`1, 2` typed as text is a list as much as `[1, 2]` is."""
    if isinstance(value, str):
        return [part for part in re.split(r"[\s]*[,;]\s*|\s+และ\s+", value.strip()) if part]
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
BY_ITEM = BeforeValidator(parse_item_map)
