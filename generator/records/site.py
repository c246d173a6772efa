"""`site_config.yaml`: the agency, its website, and how the site shows its numbers."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from generator.hosts import is_private_host, is_web_address
from generator.records.assessment import Thresholds
from generator.records.base import Record, Text, Whole, YesNo, refused
from generator.records.look import Look
from generator.records.report import NumeralsWord, ReportSettings
from generator.records.waiver import Waivers
from generator.thai import Numerals

MAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+\Z")


def _web_address(value: str) -> str:
    if is_web_address(value) and not is_private_host(value):
        return value
    raise refused("ADDRESS-FORMAT", text=value)


def _mail_address(value: str) -> str:
    if MAIL.match(value):
        return value
    raise refused("MAIL-FORMAT", text=value)


MailAddress = Annotated[Text, AfterValidator(_mail_address)]
WebAddress = Annotated[Text, AfterValidator(_web_address)]


class Agency(Record):
    """หน่วยงานเจ้าของเว็บไซต์"""

    name: Text = Field(title="ชื่อหน่วยงาน", examples=["เทศบาลตำบลตัวอย่าง"])
    name_en: Text | None = Field(
        None, title="ชื่อภาษาอังกฤษ", examples=["Tua Yang Subdistrict Municipality"]
    )
    district: Text | None = Field(None, title="อำเภอ", examples=["เมือง"])
    district_en: Text | None = Field(None, title="อำเภอ ภาษาอังกฤษ", examples=["Mueang"])
    province: Text | None = Field(None, title="จังหวัด", examples=["นครปฐม"])
    province_en: Text | None = Field(None, title="จังหวัด ภาษาอังกฤษ", examples=["Nakhon Pathom"])
    address: Text | None = Field(None, title="ที่อยู่", examples=["เลขที่ 1 หมู่ 1 …"])
    address_en: Text | None = Field(None, title="ที่อยู่ ภาษาอังกฤษ", examples=["1 Moo 1 …"])
    phone: Text | None = Field(None, title="โทรศัพท์", examples=["0 0000 0000"])
    email: MailAddress | None = Field(
        None, title="อีเมลของหน่วยงาน", examples=["saraban@example.go.th"]
    )
    website: WebAddress | None = Field(
        None,
        title="เว็บไซต์หลัก",
        description="OIT ตรวจจากเว็บไซต์หลักของหน่วยงาน",
        examples=["https://www.example.go.th/"],
    )


class Site(Record):
    """การตั้งค่าเว็บไซต์"""

    agency: Agency = Field(title="หน่วยงาน", examples=[{"name": "เทศบาลตำบลตัวอย่าง"}])
    site_name: Text | None = Field(
        None,
        title="ชื่อเว็บไซต์",
        description="ไม่กรอกคือ ITA และชื่อหน่วยงาน",
        examples=["ITA เทศบาลตำบลตัวอย่าง"],
    )
    site_url: WebAddress | None = Field(
        None, title="ที่อยู่ของเว็บไซต์นี้", examples=["https://example.github.io/ita/"]
    )
    notice: Text | None = Field(
        None, title="ประกาศบนทุกหน้า", examples=["หน่วยงานนี้สมมติขึ้นเพื่อสาธิตโปรแกรม"]
    )
    notice_en: Text | None = Field(
        None,
        title="ประกาศบนทุกหน้า ภาษาอังกฤษ",
        examples=["This agency is invented to show the program"],
    )
    english: YesNo = Field(
        True,
        title="หน้าภาษาอังกฤษ",
        description="ทุกหน้ามีฉบับภาษาอังกฤษใต้ /en/ ข้อความของหน่วยงานคงเป็นภาษาไทย ไม่ต้องการให้พิมพ์ ไม่ใช่",
        examples=[False],
    )
    numerals: NumeralsWord = Field(
        Numerals.ARABIC, title="ตัวเลขที่แสดง", description="อารบิก ไทย หรือตามที่พิมพ์", examples=["อารบิก"]
    )
    strip_location: YesNo = Field(
        False,
        title="ลบสถานที่ถ่ายออกจากภาพ",
        description="ภาพที่เผยแพร่จะไม่มีพิกัด GPS ไฟล์ต้นฉบับไม่เปลี่ยน ถ้าไม่เปิดไว้ ภาพที่มีพิกัดเป็นข้อผิดพลาด",
        examples=[True],
    )
    waivers: Waivers = Field(
        (),
        title="คำเตือนที่รับทราบแล้ว",
        description="ของไฟล์นี้และหน้าที่เขียนเอง",
        examples=[[{"rule": "PRIVATE-PHONE", "about": "081 234 5678", "reason": "เบอร์ศูนย์รับเรื่อง"}]],
    )
    thresholds: Thresholds | None = Field(
        None,
        title="เกณฑ์จัดกลุ่มของหน่วยงาน",
        description="ใช้กับทุกปีที่ไม่ได้กรอกเกณฑ์ไว้เอง",
        examples=[{"urgent_below": "85", "keep_from": "100"}],
    )
    look: Look = Field(
        Look.model_construct(),
        title="สีและตรา",
        examples=[{"colour": "#14507a", "logo": "logo.png"}],
    )
    keep_builds: Whole = Field(
        5,
        title="จำนวนเว็บไซต์ชุดก่อนที่เก็บไว้",
        description="ใช้กับ ita rollback ไฟล์ที่เหมือนกันเก็บเพียงครั้งเดียว 0 คือไม่เก็บ",
        examples=["5"],
    )
    report: ReportSettings = Field(
        ReportSettings(),
        title="รายงานสำหรับพิมพ์และลงนาม",
        description="ใช้กับคำสั่ง ita report และรายงานที่เผยแพร่พร้อมเว็บไซต์",
        examples=[{"publish": ["pdf", "docx"]}],
    )
