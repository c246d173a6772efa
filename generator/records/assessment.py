"""`<year>/assessment.yaml`: the results of a year and what the agency makes of them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.records.base import (
    Lines,
    Record,
    Score,
    Text,
    ThaiDate,
    Whole,
    Year,
    YesNo,
)
from generator.records.codes import (
    BY_ITEM,
    Indicator,
    IndicatorList,
    InstrumentCode,
    Issue,
    ItemCode,
    ItemList,
    SubCode,
)
from generator.records.release import PublishFrom
from generator.records.shorthand import Shorthand
from generator.records.waiver import Waivers
from generator.records.words import ChangeWord, Classification


class InstrumentScore(Record):
    """คะแนนของเครื่องมือประเมินหนึ่ง"""

    score: Score | None = Field(
        None, title="คะแนน", description="คะแนนของเครื่องมือ 0–100", examples=["99.80"]
    )
    weight: Score | None = Field(
        None, title="น้ำหนักที่พิมพ์ไว้ (ร้อยละ)", description="ถ้าต้นฉบับมี", examples=["30"]
    )
    weighted: Score | None = Field(
        None, title="คะแนนถ่วงน้ำหนักที่พิมพ์ไว้", description="ถ้าต้นฉบับมี", examples=["29.94"]
    )
    name: Text | None = Field(
        None,
        title="ชื่อที่ต้นฉบับใช้",
        description="กรอกเมื่อต่างจากชื่อในเกณฑ์",
        examples=["แบบวัดการเปิดเผยข้อมูลสาธารณะ"],
    )


class IndicatorScore(Record):
    """คะแนนของตัวชี้วัดหนึ่ง"""

    score: Score | None = Field(
        None, title="คะแนน", description="คะแนนตัวชี้วัด 0–100", examples=["93.37"]
    )
    rank: Whole | None = Field(None, title="อันดับที่พิมพ์ไว้", description="ถ้าต้นฉบับมี", examples=["1"])
    name: Text | None = Field(
        None,
        title="ชื่อที่ต้นฉบับใช้",
        description="กรอกเมื่อต่างจากชื่อในเกณฑ์",
        examples=["การปรับปรุงการทำงาน"],
    )
    classification: Classification | None = Field(
        None, title="การจัดกลุ่มที่พิมพ์ไว้", description="เร่งด่วน พัฒนา หรือรักษาระดับ", examples=["เร่งด่วน"]
    )
    note: Text | None = Field(None, title="หมายเหตุ", examples=["คะแนนเท่ากับปีก่อน"])


class ItemScore(Record):
    """คะแนนของข้อคำถามหนึ่ง"""

    score: Score | None = Field(
        None, title="คะแนน", description="คะแนนข้อ 0–100", examples=["87.74"]
    )
    text: Text | None = Field(
        None,
        title="ข้อความของข้อ",
        description="ข้อคำถามตามที่พิมพ์ไว้ กรอกเมื่อต่างจากชื่อในเกณฑ์",
        examples=["เจ้าหน้าที่ปฏิบัติงานหรือให้บริการแก่ท่าน เป็นไปตามขั้นตอนและระยะเวลา"],
    )
    note: Text | None = Field(None, title="หมายเหตุ", examples=["ไม่พบข้อเสนอแนะในรายงาน"])


Instruments = dict[InstrumentCode, Annotated[InstrumentScore, Shorthand("score")]]
Indicators = dict[Indicator, Annotated[IndicatorScore, Shorthand("score")]]
SubIndicators = dict[SubCode, Score | None]
Items = Annotated[dict[ItemCode, Annotated[ItemScore, Shorthand("score")]], BY_ITEM]


class Figures(Record):
    """คะแนนชุดหนึ่ง"""

    total: Score | None = Field(
        None, title="คะแนนรวม", description="คะแนนรวมที่ประกาศ", examples=["76.81"]
    )
    level: Text | None = Field(
        None, title="ระดับ", description="ระดับผลการประเมินที่ประกาศ", examples=["B", "ผ่านดี"]
    )
    instruments: Instruments = Field(
        default_factory=dict, title="คะแนนรายเครื่องมือ", examples=[{"IIT": "99.80"}]
    )
    indicators: Indicators = Field(
        default_factory=dict,
        title="คะแนนรายตัวชี้วัด",
        description="เลขตัวชี้วัด: คะแนน",
        examples=[{"1": "93.37", "2": "83.33"}],
    )
    sub_indicators: SubIndicators = Field(
        default_factory=dict, title="คะแนนตัวชี้วัดย่อย", examples=[{"9.1": "100"}]
    )
    items: Items = Field(
        default_factory=dict,
        title="คะแนนรายข้อ",
        description="รหัสข้อ: คะแนน",
        examples=[{"I1": "87.74", "O7": "100"}],
    )


class PrintedTable(Figures):
    """ตารางอื่นในต้นฉบับที่พิมพ์คะแนนเดียวกันซ้ำ"""

    title: Text = Field(
        title="ชื่อตาราง", description="อยู่ที่ใดในต้นฉบับ", examples=["ตารางผลคะแนน ส่วนที่ ๒"]
    )


class Section(Record):
    """ข้อความส่วนหนึ่งของรายงาน"""

    title: Text = Field(title="หัวข้อ", examples=["คำนำ"])
    text: Text = Field(
        title="ข้อความ", description="เว้นบรรทัดว่างเพื่อขึ้นย่อหน้าใหม่", examples=["รายงานฉบับนี้…"]
    )


class Finding(Record):
    """บทวิเคราะห์ของหน่วยงานต่อเรื่องหนึ่ง"""

    title: Text | None = Field(
        None, title="หัวข้อ", description="กรอกเมื่อต่างจากชื่อในเกณฑ์", examples=["การใช้งบประมาณ"]
    )
    text: Text | None = Field(None, title="ข้อความวิเคราะห์", examples=["ในภาพรวมตัวชี้วัดนี้ได้คะแนน…"])
    points: Lines = Field(
        (), title="ประเด็นย่อย", description="เรียงตามลำดับ", examples=[["ประเด็นที่ ๑ …"]]
    )
    urgent: Lines = Field(
        (), title="ข้อบกพร่องหรือจุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน", examples=[["ไม่มีข้อมูลเดือนมีนาคม"]]
    )
    develop: Lines = Field((), title="ประเด็นที่ต้องพัฒนาให้ดีขึ้น", examples=[["ควรเพิ่มช่องทางเผยแพร่ข้อมูล"]])
    keep: Lines = Field((), title="ประเด็นที่รักษาระดับ", examples=[["รักษามาตรฐานการดำเนินงานต่อไป"]])
    advice: Lines = Field(
        (), title="แนวทางการแก้ไขปรับปรุง", examples=[["จัดทำคู่มือการใช้ทรัพย์สินของราชการ"]]
    )


class IssueFinding(Finding):
    """บทวิเคราะห์ต่อประเด็นหนึ่งใน ๗ ประเด็น"""

    items: ItemList = Field((), title="ข้อที่อยู่ในประเด็นนี้", examples=[["I1", "I2", "O7"]])


class InstrumentFinding(Finding):
    """บทวิเคราะห์ต่อเครื่องมือหนึ่ง"""

    mean: Score | None = Field(None, title="คะแนนเฉลี่ยที่พิมพ์ไว้", examples=["76.83"])
    standing: Text | None = Field(None, title="ระดับที่หน่วยงานให้", examples=["ต้องพัฒนา"])
    change: ChangeWord | None = Field(
        None, title="เปลี่ยนแปลงจากปีก่อน", description="เพิ่มขึ้น ลดลง หรือคงเดิม", examples=["ลดลง"]
    )
    change_text: Text | None = Field(
        None, title="ถ้อยคำเรื่องการเปลี่ยนแปลงที่พิมพ์ไว้", examples=["คะแนนลดลงจากปีก่อน"]
    )


class SummaryEntry(Record):
    """หัวข้อหนึ่งในบทสรุป"""

    title: Text | None = Field(None, title="หัวข้อ", examples=["การใช้งบประมาณ"])
    text: Text = Field(title="ข้อความ", examples=["ต้องเร่งสร้างความรู้ความเข้าใจ…"])
    indicators: IndicatorList = Field((), title="ตัวชี้วัดที่เกี่ยวข้อง", examples=[[2]])


Summary = tuple[Annotated[SummaryEntry, Shorthand("text")], ...]
AFinding = Annotated[Finding, Shorthand("text")]


class Labels(Record):
    """ชื่อกลุ่มข้อความที่หน่วยงานใช้ในบทวิเคราะห์ กรอกเมื่อต่างจากชื่อปกติ"""

    urgent: Text | None = Field(None, title="ชื่อกลุ่ม urgent", examples=["ข้อบกพร่อง/ข้อปรับปรุง"])
    develop: Text | None = Field(None, title="ชื่อกลุ่ม develop", examples=["ข้อที่ต้องพัฒนา"])
    keep: Text | None = Field(None, title="ชื่อกลุ่ม keep", examples=["รักษาระดับ"])
    advice: Text | None = Field(None, title="ชื่อกลุ่ม advice", examples=["แนวทางการแก้ไขปรับปรุง"])


class Analysis(Record):
    """บทวิเคราะห์ของหน่วยงานเอง"""

    title: Text | None = Field(
        None, title="ชื่อส่วน", description="ตามที่พิมพ์ไว้ ถ้ามี", examples=["ส่วนที่ ๓ ผลการวิเคราะห์"]
    )
    text: Text | None = Field(None, title="ข้อความนำ", examples=["จากผลการประเมินพบว่า…"])
    instruments: dict[InstrumentCode, Annotated[InstrumentFinding, Shorthand("text")]] = Field(
        default_factory=dict, title="วิเคราะห์รายเครื่องมือ", examples=[{"IIT": "บุคลากรส่วนใหญ่…"}]
    )
    indicators: dict[Indicator, AFinding] = Field(
        default_factory=dict, title="วิเคราะห์รายตัวชี้วัด", examples=[{"1": "ในภาพรวม…"}]
    )
    issues: dict[Issue, IssueFinding] = Field(
        default_factory=dict,
        title="วิเคราะห์รายประเด็น",
        description="ปีที่เกณฑ์ให้วิเคราะห์เป็น ๗ ประเด็น",
        examples=[{"1": {"urgent": ["…"]}}],
    )
    labels: Labels | None = Field(None, title="ชื่อกลุ่มข้อความ", examples=[{"develop": "ข้อที่ต้องพัฒนา"}])
    summary_text: Text | None = Field(
        None, title="ข้อความนำบทสรุป", examples=["จากการวิเคราะห์สรุปได้ดังนี้"]
    )
    urgent_title: Text | None = Field(
        None,
        title="ชื่อบทสรุปประเด็นเร่งด่วน",
        description="ตามที่พิมพ์ไว้ ถ้ามี",
        examples=["ประเด็นที่ต้องเร่งแก้ไข"],
    )
    urgent: Summary = Field(
        (), title="สรุปประเด็นเร่งด่วน", examples=[[{"title": "การใช้งบประมาณ", "text": "…"}]]
    )
    develop_title: Text | None = Field(
        None,
        title="ชื่อบทสรุปประเด็นที่จะพัฒนา",
        description="ตามที่พิมพ์ไว้ ถ้ามี",
        examples=["ประเด็นที่จะพัฒนาให้ดีขึ้น"],
    )
    develop: Summary = Field((), title="สรุปประเด็นที่จะพัฒนา", examples=[["…"]])
    closing: Text | None = Field(None, title="ข้อความปิดท้าย", examples=["ทั้งนี้ หน่วยงานจะ…"])


class Recommendation(Record):
    """ข้อเสนอแนะของผู้ประเมินต่อข้อหนึ่งหรือหลายข้อ"""

    items: ItemList = Field((), title="ข้อที่กล่าวถึง", examples=[["E6", "E7"]])
    indicators: IndicatorList = Field((), title="ตัวชี้วัดที่กล่าวถึง", examples=[[7]])
    text: Text = Field(title="ข้อเสนอแนะ", examples=["หน่วยงานควรเผยแพร่…"])


class Recommendations(Record):
    """ข้อเสนอแนะของผู้ประเมิน (สำนักงาน ป.ป.ช.) แยกจากบทวิเคราะห์ของหน่วยงาน"""

    text: Text | None = Field(None, title="ข้อความนำ", examples=["สำนักงาน ป.ป.ช. ได้ให้ข้อเสนอแนะ…"])
    entries: tuple[Annotated[Recommendation, Shorthand("text")], ...] = Field(
        (), title="รายการข้อเสนอแนะ", examples=[[{"items": ["I7"], "text": "…"}]]
    )


class Thresholds(Record):
    """เกณฑ์จัดกลุ่มของหน่วยงานเอง"""

    urgent_below: Score = Field(title="ต่ำกว่านี้คือเร่งด่วน", examples=["85"])
    keep_from: Score = Field(title="ตั้งแต่นี้ขึ้นไปคือรักษาระดับ", examples=["100"])
    text: Text | None = Field(None, title="ถ้อยคำที่พิมพ์ไว้", examples=["คะแนนน้อยกว่า 85 = …"])


class Erratum(Record):
    """ที่ผิดในต้นฉบับ: พิมพ์ไว้อย่างไร และที่ถูกคืออะไร"""

    where: Text = Field(title="อยู่ที่ใด", examples=["ส่วนที่ ๓ บทวิเคราะห์ตัวชี้วัดที่ ๒"])
    printed: Text = Field(title="ต้นฉบับพิมพ์ว่า", examples=["๘๓.๐๖"])
    correct: Text | None = Field(
        None, title="ที่ถูกคือ", description="เว้นไว้ถ้าไม่ทราบ", examples=["83.33"]
    )
    why: Text | None = Field(None, title="เหตุผล", examples=["เป็นคะแนนของตัวชี้วัดที่ 4"])


class Assessment(Figures):
    """ผลการประเมิน ITA ของปีหนึ่ง"""

    year: Year | None = Field(
        None, title="ปีงบประมาณ (พ.ศ.)", description="ไม่กรอกก็ได้ ใช้ชื่อโฟลเดอร์", examples=["2567"]
    )
    announced: ThaiDate | None = Field(None, title="วันที่ประกาศผล", examples=["30 ก.ค. 2567"])
    source: Text | None = Field(
        None, title="ที่มาของข้อมูล", examples=["รายงานการวิเคราะห์ผลการประเมิน ITA"]
    )
    sections: tuple[Section, ...] = Field(
        (), title="ส่วนอื่นของรายงาน", examples=[[{"title": "คำนำ", "text": "…"}]]
    )
    tables: tuple[PrintedTable, ...] = Field((), title="ตารางอื่นที่พิมพ์คะแนนซ้ำ", examples=[[]])
    thresholds: Thresholds | None = Field(
        None, title="เกณฑ์จัดกลุ่มของหน่วยงาน", examples=[{"urgent_below": "85"}]
    )
    recommendations: Recommendations | None = Field(
        None, title="ข้อเสนอแนะของผู้ประเมิน", examples=[{}]
    )
    analysis: Analysis | None = Field(None, title="บทวิเคราะห์ของหน่วยงาน", examples=[{}])
    errata: tuple[Erratum, ...] = Field((), title="ที่ผิดในต้นฉบับ", examples=[[]])
    waivers: Waivers = Field(
        (),
        title="คำเตือนที่รับทราบแล้ว",
        examples=[[{"rule": "ITEM-UNANSWERED", "about": "O19", "reason": "…"}]],
    )
    draft: YesNo = Field(False, title="ยังไม่เผยแพร่", examples=[True])
    publish_from: PublishFrom = None
