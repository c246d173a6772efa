"""A piece of evidence: where it is, and what it is of."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from generator.records.base import Record, Text, ThaiDate, Year, refused


class Evidence(Record):
    """หลักฐานหนึ่งรายการ"""

    title: Text = Field(title="ชื่อเอกสาร", examples=["แผนการใช้จ่ายงบประมาณประจำปี 2568"])
    file: Text | None = Field(
        None, title="ไฟล์", description="ชื่อไฟล์ในโฟลเดอร์ files ของปีนั้น", examples=["spending-plan.pdf"]
    )
    page: Text | None = Field(None, title="หน้าในเว็บไซต์นี้", examples=["/2568/measures/"])
    url: Text | None = Field(
        None, title="ที่อยู่เว็บภายนอก", examples=["https://www.example.go.th/plan"]
    )
    year: Year | None = Field(None, title="ปีงบประมาณของข้อมูล", examples=["2568"])
    published: ThaiDate | None = Field(None, title="วันที่เผยแพร่", examples=["15 ม.ค. 2568"])

    @model_validator(mode="after")
    def _has_one_address(self) -> Self:
        given = [name for name in ("file", "page", "url") if getattr(self, name)]
        if len(given) != 1:
            raise refused("EVIDENCE-ADDRESS", count=len(given))
        return self


def _as_records(value: object) -> object:
    return [value] if isinstance(value, dict) else value


EvidenceList = Annotated[tuple[Evidence, ...], BeforeValidator(_as_records)]
