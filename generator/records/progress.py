"""`<year>/progress.yaml`: what became of each measure; an update adds, it never overwrites."""

from __future__ import annotations

from pydantic import Field

from generator.records.base import Amount, Percent, Record, Text, ThaiDate, Year, YesNo
from generator.records.evidence import EvidenceList
from generator.records.release import PublishFrom
from generator.records.waiver import Waivers
from generator.records.words import State


class Update(Record):
    """ความก้าวหน้าหนึ่งครั้ง"""

    date: ThaiDate = Field(title="วันที่รายงาน", examples=["31 มี.ค. 2568"])
    state: State = Field(title="สถานะ", examples=["กำลังดำเนินการ"])
    percent: Percent | None = Field(None, title="ร้อยละความก้าวหน้า", examples=["50"])
    result: Text | None = Field(None, title="ผลการดำเนินการ", examples=["จัดประชุมแล้ว 2 ครั้ง"])
    reason: Text | None = Field(
        None, title="เหตุผล", description="ต้องกรอกเมื่อยกเลิก", examples=["ไม่มีงบประมาณ"]
    )
    evidence: EvidenceList = Field(
        (), title="หลักฐาน", examples=[[{"title": "รายงานการประชุม", "file": "meeting.pdf"}]]
    )
    spent: Amount | None = Field(None, title="ใช้จ่ายแล้ว (บาท)", examples=["8,000"])
    obstacles: Text | None = Field(None, title="ปัญหาและอุปสรรค", examples=["บุคลากรไม่เพียงพอ"])
    suggestions: Text | None = Field(None, title="ข้อเสนอแนะ", examples=["ควรเพิ่มช่องทางออนไลน์"])


class Progress(Record):
    """ผลการดำเนินการตามมาตรการของปีหนึ่ง"""

    year: Year | None = Field(
        None, title="ปีงบประมาณ (พ.ศ.)", description="ไม่กรอกก็ได้ ใช้ชื่อโฟลเดอร์", examples=["2568"]
    )
    title: Text | None = Field(None, title="ชื่อรายงาน", examples=["รายงานผลการดำเนินการตามมาตรการ"])
    text: Text | None = Field(None, title="ข้อความนำ", examples=["รายงานผล ณ วันที่…"])
    measures: dict[str, tuple[Update, ...]] = Field(
        default_factory=dict,
        title="ความก้าวหน้ารายมาตรการ",
        description="เลขที่มาตรการ: รายการรายงาน เรียงตามวันที่",
        examples=[{"1": [{"date": "31 มี.ค. 2568", "state": "แล้วเสร็จ"}]}],
    )
    waivers: Waivers = Field(
        (),
        title="คำเตือนที่รับทราบแล้ว",
        examples=[[{"rule": "ITEM-UNANSWERED", "about": "O19", "reason": "…"}]],
    )
    draft: YesNo = Field(False, title="ยังไม่เผยแพร่", examples=[True])
    publish_from: PublishFrom = None
