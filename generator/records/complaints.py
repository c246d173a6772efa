"""`<year>/complaints.yaml`: complaints of corruption as numbers alone.

There is no field for words: nothing that could tell who complained, or of whom, can be typed here.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.records.base import Record, ThaiDate, TypedAs, Whole, Year, YesNo
from generator.records.release import PublishFrom
from generator.records.shorthand import Shorthand


class Month(StrEnum):
    """The months of a fiscal year in their order, each typed in one way only."""

    OCTOBER = "ต.ค."
    NOVEMBER = "พ.ย."
    DECEMBER = "ธ.ค."
    JANUARY = "ม.ค."
    FEBRUARY = "ก.พ."
    MARCH = "มี.ค."
    APRIL = "เม.ย."
    MAY = "พ.ค."
    JUNE = "มิ.ย."
    JULY = "ก.ค."
    AUGUST = "ส.ค."
    SEPTEMBER = "ก.ย."


class Subject(StrEnum):
    """What a complaint is about: a closed set, so that no case can be told from it."""

    CORRUPTION = "ทุจริตต่อหน้าที่"
    MISCONDUCT = "ประพฤติมิชอบ"
    PROCUREMENT = "จัดซื้อจัดจ้าง"
    PERSONNEL = "บริหารงานบุคคล"
    SERVICE = "การให้บริการ"
    OTHER = "อื่น ๆ"


class Counts(Record):
    """จำนวนเรื่อง"""

    received: Whole = Field(title="รับเรื่อง", examples=["2"])
    finished: Whole = Field(0, title="ดำเนินการแล้วเสร็จ", examples=["1"])
    referred: Whole = Field(0, title="ส่งต่อหน่วยงานอื่น", examples=["0"])


Numbers = Annotated[Counts, Shorthand("received")]
MonthWord = Annotated[Month, TypedAs(Month, {})]
SubjectWord = Annotated[Subject, TypedAs(Subject, {})]


class Complaints(Record):
    """สถิติเรื่องร้องเรียนการทุจริตและประพฤติมิชอบของปีหนึ่ง มีเฉพาะตัวเลข"""

    year: Year | None = Field(
        None, title="ปีงบประมาณ (พ.ศ.)", description="ไม่กรอกก็ได้ ใช้ชื่อโฟลเดอร์", examples=["2568"]
    )
    carried: Whole = Field(0, title="เรื่องค้างจากปีก่อน", examples=["1"])
    months: dict[MonthWord, Numbers] = Field(
        title="รายเดือน",
        description="เดือน: จำนวนที่รับ เดือนที่ไม่มีเรื่องพิมพ์ 0",
        examples=[{"ต.ค.": "0", "พ.ย.": {"received": "2", "finished": "1"}}],
    )
    subjects: dict[SubjectWord, Numbers] = Field(
        default_factory=dict,
        title="แยกตามเรื่อง",
        description="เรื่องที่รับในปีนี้",
        examples=[{"จัดซื้อจัดจ้าง": {"received": "2", "finished": "1"}}],
    )
    updated: ThaiDate | None = Field(None, title="ข้อมูล ณ วันที่", examples=["30 ก.ย. 2568"])
    draft: YesNo = Field(False, title="ยังไม่เผยแพร่", examples=[True])
    publish_from: PublishFrom = None
