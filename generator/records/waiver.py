"""A warning that the agency knows of and has a reason for; the reason is shown."""

from __future__ import annotations

from pydantic import Field

from generator.records.base import Record, Text


class Waiver(Record):
    """คำเตือนที่หน่วยงานรับทราบแล้ว พร้อมเหตุผล"""

    rule: Text = Field(title="รหัสของคำเตือน", examples=["ITEM-UNANSWERED"])
    about: Text | None = Field(
        None,
        title="เรื่อง",
        description="เลขหรือรหัสในคำเตือน ไม่กรอกคือทุกเรื่องของรหัสนี้ในไฟล์",
        examples=["O19"],
    )
    reason: Text = Field(title="เหตุผล", examples=["ดำเนินการแล้วก่อนประกาศผล"])


Waivers = tuple[Waiver, ...]
