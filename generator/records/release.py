"""When something recorded becomes public; before that day the site knows nothing of it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.records.base import Record, ThaiDate, YesNo

PublishFrom = Annotated[
    ThaiDate | None,
    Field(
        title="เผยแพร่ตั้งแต่วันที่",
        description="ก่อนวันนี้จะไม่มีข้อมูลนี้ในเว็บไซต์เลย ต้องสร้างเว็บไซต์ใหม่ในวันนั้น",
        examples=["1 ต.ค. 2568"],
    ),
]


class PageHead(Record):
    """ส่วนหัวของหน้าที่เขียนเอง ระหว่างบรรทัด --- สองบรรทัด"""

    draft: YesNo = Field(False, title="ยังไม่เผยแพร่", examples=[True])
    publish_from: PublishFrom = None
