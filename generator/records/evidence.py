"""A piece of evidence: where it is, and what it is of."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import (
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema
from pydantic_core.core_schema import no_info_before_validator_function

from generator.records.base import Record, Text, ThaiDate, Year, YesNo, refused
from generator.records.release import PublishFrom
from generator.records.shorthand import Shorthand
from generator.records.site_path import SitePath

NOTHING = frozenset({"ไม่มี", "none"})


class Addressed(Record):
    """ที่อยู่ของหลักฐาน"""

    file: Text | None = Field(
        None, title="ไฟล์", description="ชื่อไฟล์ในโฟลเดอร์ files ของปีนั้น", examples=["spending-plan.pdf"]
    )
    page: SitePath | None = Field(None, title="หน้าในเว็บไซต์นี้", examples=["/2568/measures/"])
    url: Text | None = Field(
        None, title="ที่อยู่เว็บภายนอก", examples=["https://www.example.go.th/plan"]
    )
    published: ThaiDate | None = Field(None, title="วันที่เผยแพร่", examples=["15 ม.ค. 2568"])
    publish_from: PublishFrom = None

    @property
    def addresses(self) -> int:
        return sum(bool(given) for given in (self.file, self.page, self.url))


class Evidence(Addressed):
    """หลักฐานหนึ่งรายการ"""

    title: Text = Field(title="ชื่อเอกสาร", examples=["แผนการใช้จ่ายงบประมาณประจำปี 2568"])
    year: Year | None = Field(None, title="ปีงบประมาณของข้อมูล", examples=["2568"])

    @model_validator(mode="after")
    def _has_one_address(self) -> Self:
        if self.addresses != 1:
            raise refused("EVIDENCE-ADDRESS", count=self.addresses)
        return self


class SeriesEntry(Addressed):
    """ข้อมูลของช่วงเวลาหนึ่ง"""

    title: Text | None = Field(None, title="ชื่อเอกสาร", examples=["สรุปผลการจัดซื้อจัดจ้าง ต.ค. 2567"])
    nothing: YesNo = Field(
        False, title="ไม่มีรายการในช่วงนี้", description="พิมพ์ ไม่มี แทนชื่อไฟล์ก็ได้", examples=[True]
    )

    @model_validator(mode="after")
    def _has_one_address_or_nothing(self) -> Self:
        if self.addresses != (0 if self.nothing else 1):
            raise refused("EVIDENCE-ADDRESS", count=self.addresses)
        return self


def _as_records(value: object) -> object:
    return [value] if isinstance(value, dict) else value


def _nothing(value: object) -> object:
    """A period in which there was nothing to report is typed as the word for it."""
    is_word = isinstance(value, str) and value.strip() in NOTHING
    return {"nothing": "true"} if is_word else value


class _OneOrMany:
    """One piece of evidence stands for a list of one, in an editor as in the program."""

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return no_info_before_validator_function(_as_records, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        many = handler(schema)
        return {"anyOf": [many["items"], many]}


EvidenceList = Annotated[tuple[Evidence, ...], _OneOrMany()]
Series = dict[Text, Annotated[SeriesEntry, Shorthand("file"), BeforeValidator(_nothing)]]
