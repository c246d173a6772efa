"""Closed sets of words, each typed in English or in Thai."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from generator.records.base import TypedAs


class ClassificationWord(StrEnum):
    URGENT = "urgent"
    DEVELOP = "develop"
    KEEP = "keep"


class Change(StrEnum):
    UP = "up"
    DOWN = "down"
    SAME = "same"


class MeasureState(StrEnum):
    NOT_STARTED = "not_started"
    UNDER_WAY = "under_way"
    DONE = "done"
    LATE = "late"
    CANCELLED = "cancelled"


class EvidenceState(StrEnum):
    PUBLISHED = "published"
    PARTLY = "partly"
    MISSING = "missing"
    NOT_APPLICABLE = "not_applicable"


Classification = Annotated[
    ClassificationWord,
    TypedAs(
        ClassificationWord,
        {
            "เร่งด่วน": ClassificationWord.URGENT,
            "แก้ไขโดยเร่งด่วน": ClassificationWord.URGENT,
            "พัฒนา": ClassificationWord.DEVELOP,
            "พัฒนาให้ดีขึ้น": ClassificationWord.DEVELOP,
            "รักษาระดับ": ClassificationWord.KEEP,
        },
    ),
]
ChangeWord = Annotated[
    Change, TypedAs(Change, {"เพิ่มขึ้น": Change.UP, "ลดลง": Change.DOWN, "คงเดิม": Change.SAME})
]
State = Annotated[
    MeasureState,
    TypedAs(
        MeasureState,
        {
            "ยังไม่เริ่ม": MeasureState.NOT_STARTED,
            "กำลังดำเนินการ": MeasureState.UNDER_WAY,
            "แล้วเสร็จ": MeasureState.DONE,
            "ล่าช้า": MeasureState.LATE,
            "ยกเลิก": MeasureState.CANCELLED,
        },
    ),
]
Published = Annotated[
    EvidenceState,
    TypedAs(
        EvidenceState,
        {
            "เผยแพร่แล้ว": EvidenceState.PUBLISHED,
            "เผยแพร่บางส่วน": EvidenceState.PARTLY,
            "ยังไม่เผยแพร่": EvidenceState.MISSING,
            "ไม่เกี่ยวข้อง": EvidenceState.NOT_APPLICABLE,
        },
    ),
]
