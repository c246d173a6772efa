"""`<year>/measures.yaml`: the measures of a year, and which results they answer."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from generator.records.assessment import Erratum, Section
from generator.records.base import Amount, Lines, Record, Text, ThaiDate, Year, YesNo, refused
from generator.records.codes import IndicatorList, Issue, ItemList
from generator.records.release import PublishFrom
from generator.records.shorthand import Shorthand
from generator.records.waiver import Waivers


class Measure(Record):
    """มาตรการหนึ่ง"""

    no: Text | None = Field(
        None, title="เลขที่", description="ตามที่พิมพ์ไว้ ไม่กรอกก็ได้ โปรแกรมนับให้", examples=["1", "1.2"]
    )
    heading: Text | None = Field(
        None,
        title="หัวข้อเหนือมาตรการนี้",
        description="ตามที่พิมพ์ไว้ ใช้เมื่อเอกสารแบ่งมาตรการเป็นกลุ่ม",
        examples=["แบบวัดการเปิดเผยข้อมูลสาธารณะ (OIT)"],
    )
    title: Text | None = Field(None, title="ชื่อมาตรการ", examples=["การเผยแพร่ข้อมูลการใช้จ่ายงบประมาณ"])
    problem: Text | None = Field(
        None,
        title="ประเด็นที่มาตรการนี้ตอบ",
        description="ข้อบกพร่องหรือประเด็นที่ต้องพัฒนา",
        examples=["บุคลากรไม่ทราบแผนการใช้จ่าย"],
    )
    activities: Lines = Field((), title="โครงการหรือกิจกรรม", examples=[["จัดประชุมชี้แจงแผน"]])
    steps: Lines = Field(
        (), title="ขั้นตอนหรือวิธีดำเนินการ", description="เรียงตามลำดับ", examples=[["แต่งตั้งคณะทำงาน"]]
    )
    responsible: Lines = Field(
        (),
        title="ผู้รับผิดชอบ",
        description="หนึ่งหน่วยงานหรือหลายหน่วยงาน",
        examples=[["สำนักปลัด", "กองคลัง"]],
    )
    period: Text | None = Field(
        None,
        title="ระยะเวลาดำเนินการ",
        description="ตามที่พิมพ์ไว้ โปรแกรมอ่านเป็นวันที่ให้",
        examples=["ต.ค. 2567 - ก.ย. 2568"],
    )
    start: ThaiDate | None = Field(
        None, title="วันเริ่ม", description="กรอกเมื่อโปรแกรมอ่านระยะเวลาไม่ได้", examples=["1 ต.ค. 2567"]
    )
    end: ThaiDate | None = Field(None, title="วันสิ้นสุด", examples=["30 ก.ย. 2568"])
    monitoring: Lines = Field(
        (), title="การติดตามประเมินผล", examples=[["รายงานผลในการประชุมประจำเดือน"]]
    )
    issue: Issue | None = Field(
        None, title="ประเด็นที่", description="เลขประเด็นตามเกณฑ์ของปี", examples=["1"]
    )
    indicators: IndicatorList = Field((), title="ตัวชี้วัดที่ตอบ", examples=[[2]])
    items: ItemList = Field(
        (), title="ข้อที่ตอบ", description="รหัสข้อของปีผลการประเมิน", examples=[["I7"]]
    )
    budget: Amount | None = Field(None, title="งบประมาณที่ตั้งไว้ (บาท)", examples=["15,000"])
    note: Text | None = Field(None, title="หมายเหตุ", examples=["ใช้งบประมาณเหลือจ่าย"])

    @model_validator(mode="after")
    def _says_what_is_done(self) -> Self:
        if not (self.title or self.problem or self.activities or self.steps):
            raise refused("FIELD-MISSING", field="title")
        return self


class Measures(Record):
    """มาตรการส่งเสริมคุณธรรมและความโปร่งใสของปีหนึ่ง"""

    year: Year | None = Field(
        None, title="ปีงบประมาณ (พ.ศ.)", description="ไม่กรอกก็ได้ ใช้ชื่อโฟลเดอร์", examples=["2568"]
    )
    based_on: Year | None = Field(
        None, title="มาจากผลประเมินปี", description="ไม่กรอกคือปีก่อนหน้า", examples=["2567"]
    )
    title: Text | None = Field(
        None, title="ชื่อเอกสาร", examples=["มาตรการส่งเสริมคุณธรรมและความโปร่งใส"]
    )
    source: Text | None = Field(
        None, title="ที่มาของข้อมูล", examples=["ประกาศเทศบาล ลงวันที่ 1 ต.ค. 2567"]
    )
    approved: ThaiDate | None = Field(None, title="วันที่อนุมัติหรือประกาศ", examples=["1 ต.ค. 2567"])
    text: Text | None = Field(None, title="ข้อความนำ", examples=["เพื่อขับเคลื่อน…"])
    sections: tuple[Section, ...] = Field((), title="ส่วนอื่นของเอกสาร", examples=[[]])
    measures: tuple[Annotated[Measure, Shorthand("title")], ...] = Field(
        (), title="มาตรการ", examples=[[{"title": "…", "steps": ["…"], "responsible": "กองคลัง"}]]
    )
    errata: tuple[Erratum, ...] = Field((), title="ที่ผิดในต้นฉบับ", examples=[[]])
    waivers: Waivers = Field(
        (),
        title="คำเตือนที่รับทราบแล้ว",
        examples=[[{"rule": "ITEM-UNANSWERED", "about": "O19", "reason": "…"}]],
    )
    draft: YesNo = Field(False, title="ยังไม่เผยแพร่", examples=[True])
    publish_from: PublishFrom = None
