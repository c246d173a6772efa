"""How the official report looks, who signs it, and whether the website carries it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from generator.records.base import Record, Text, TypedAs, as_list
from generator.thai import Numerals


class ReportFormat(StrEnum):
    PDF = "pdf"
    DOCX = "docx"


NumeralsWord = Annotated[
    Numerals,
    TypedAs(
        Numerals,
        {"อารบิก": Numerals.ARABIC, "ไทย": Numerals.THAI, "ตามที่พิมพ์": Numerals.AS_TYPED},
    ),
]
ReportFormatWord = Annotated[ReportFormat, TypedAs(ReportFormat, {})]


_FORMAT = {"type": "string", "enum": [str(form) for form in ReportFormat]}
_FORMATS_SCHEMA = WithJsonSchema({"anyOf": [_FORMAT, {"type": "array", "items": _FORMAT}]})
ReportFormats = Annotated[tuple[ReportFormatWord, ...], BeforeValidator(as_list), _FORMATS_SCHEMA]


class Signature(Record):
    """ผู้ลงนามหนึ่งคน"""

    role: Text = Field(title="ลงนามในฐานะ", examples=["ผู้จัดทำรายงาน"])
    name: Text | None = Field(
        None, title="ชื่อ", description="ไม่กรอกคือเว้นไว้ให้เขียนด้วยมือ", examples=["นายตัวอย่าง สมมติ"]
    )
    position: Text | None = Field(
        None, title="ตำแหน่ง", description="ไม่กรอกคือเว้นไว้ให้เขียนด้วยมือ", examples=["ปลัดเทศบาล"]
    )


class ReportSettings(Record):
    """รายงานสำหรับพิมพ์และลงนาม"""

    publish: ReportFormats = Field(
        (),
        title="เผยแพร่รายงานพร้อมเว็บไซต์",
        description="pdf, docx หรือทั้งสองแบบ ไม่กรอกคือไม่เผยแพร่",
        examples=[["pdf", "docx"]],
    )
    emblem: Text | None = Field(
        None,
        title="ตราสัญลักษณ์บนปก",
        description="ชื่อไฟล์ PNG หรือ JPEG ในโฟลเดอร์ content ไม่กรอกคือไม่มีตรา",
        examples=["emblem.png"],
    )
    page_numerals: NumeralsWord | None = Field(
        None,
        title="เลขหน้า เลขหัวข้อ และเลขตาราง",
        description="อารบิก หรือ ไทย ไม่กรอกคือเหมือนตัวเลขบนเว็บไซต์",
        examples=["ไทย"],
    )
    signatures: tuple[Signature, ...] = Field(
        (),
        title="ผู้ลงนาม",
        description="เรียงตามลำดับที่ลงนาม ไม่กรอกคือเว้นที่ให้ผู้จัดทำและผู้อนุมัติ",
        examples=[[{"role": "ผู้จัดทำรายงาน", "position": "ปลัดเทศบาล"}]],
    )
