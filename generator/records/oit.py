"""`<year>/oit.yaml`: the evidence for each item of the year's public-disclosure list."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.records.base import Record, Text, ThaiDate, Whole, Year, YesNo
from generator.records.codes import BY_ITEM, ItemCode
from generator.records.evidence import EvidenceList, Series
from generator.records.release import PublishFrom
from generator.records.shorthand import Shorthand
from generator.records.site_path import SitePath
from generator.records.waiver import Waivers
from generator.records.words import Published


class Element(Record):
    """องค์ประกอบหนึ่งของข้อ และที่อยู่ของข้อมูล"""

    where: Text | None = Field(
        None,
        title="อยู่ที่ใด",
        description="เช่น ชื่อเอกสาร หน้า หรือหัวข้อ",
        examples=["แผนพัฒนาท้องถิ่น หน้า 12"],
    )
    evidence: Whole | None = Field(
        None, title="หลักฐานลำดับที่", description="ลำดับในรายการหลักฐานของข้อนี้", examples=["1"]
    )
    page: SitePath | None = Field(
        None, title="หัวข้อของหน้าในเว็บไซต์นี้", examples=["/2568/measures/#list"]
    )


class ItemEvidence(Record):
    """สถานะการเปิดเผยของข้อหนึ่ง"""

    name: Text | None = Field(
        None, title="ชื่อข้อ", description="ไม่ต้องกรอกก็ได้ ถ้ากรอกต้องตรงกับชื่อในเกณฑ์", examples=["โครงสร้าง"]
    )
    state: Published = Field(title="สถานะ", examples=["เผยแพร่แล้ว"])
    reason: Text | None = Field(
        None, title="เหตุผล", description="ต้องกรอกเมื่อไม่เกี่ยวข้อง", examples=["ไม่มีภารกิจนี้"]
    )
    evidence: EvidenceList = Field(
        (), title="หลักฐาน", examples=[[{"title": "โครงสร้าง", "file": "structure.pdf"}]]
    )
    series: Series = Field(
        default_factory=dict,
        title="ข้อมูลเป็นช่วง",
        description="ช่วงเวลา: ชื่อไฟล์ ใช้กับข้อที่ต้องเผยแพร่ทุกเดือน ทุกไตรมาส หรือทุกหกเดือน",
        examples=[{"ต.ค. 2567": "purchase-2567-10.pdf", "พ.ย. 2567": "ไม่มี"}],
    )
    elements: dict[Whole, Annotated[Element, Shorthand("where")]] = Field(
        default_factory=dict,
        title="องค์ประกอบที่มีแล้ว",
        description="ลำดับองค์ประกอบในเกณฑ์: อยู่ที่ใด",
        examples=[{"1": "แผนผัง หน้า 1"}],
    )
    owner: Text | None = Field(None, title="หน่วยงานเจ้าของข้อมูล", examples=["กองคลัง"])
    updated: ThaiDate | None = Field(None, title="ปรับปรุงล่าสุด", examples=["15 มี.ค. 2568"])
    review: ThaiDate | None = Field(None, title="กำหนดทบทวน", examples=["30 ก.ย. 2568"])
    how_to_find: Text | None = Field(None, title="วิธีเข้าถึง", examples=["เมนูข้อมูลหน่วยงาน > โครงสร้าง"])
    note: Text | None = Field(None, title="หมายเหตุ", examples=["ข้อมูลรายเดือน"])


class Oit(Record):
    """การเปิดเผยข้อมูลสาธารณะ (OIT) ของปีหนึ่ง"""

    year: Year | None = Field(
        None, title="ปีงบประมาณ (พ.ศ.)", description="ไม่กรอกก็ได้ ใช้ชื่อโฟลเดอร์", examples=["2568"]
    )
    text: Text | None = Field(None, title="ข้อความนำ", examples=["ข้อมูล ณ วันที่…"])
    items: Annotated[dict[ItemCode, Annotated[ItemEvidence, Shorthand("state")]], BY_ITEM] = Field(
        default_factory=dict, title="รายข้อ", examples=[{"O1": {"state": "เผยแพร่แล้ว"}}]
    )
    waivers: Waivers = Field(
        (),
        title="คำเตือนที่รับทราบแล้ว",
        examples=[[{"rule": "ITEM-UNANSWERED", "about": "O19", "reason": "…"}]],
    )
    draft: YesNo = Field(False, title="ยังไม่เผยแพร่", examples=[True])
    publish_from: PublishFrom = None
