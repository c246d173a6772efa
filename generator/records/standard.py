"""`standards/<year>.yaml`: the official catalogue of a year, and how sure each part of it is."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import Annotated, TypeVar

from pydantic import BeforeValidator, Field

from generator.records.base import Lines, Record, Score, Text, ThaiDate, Whole, Year
from generator.records.shorthand import Shorthand
from generator.records.standard_words import (
    AsksWord,
    DataYearWord,
    EventKind,
    EventKindWord,
    EveryWord,
    MeasuresOf,
    PartSure,
    RequirementWeight,
    Rounding,
    RoundingWord,
    Sure,
    YearSure,
)

Owner = TypeVar("Owner", int, str)


class Instrument(Record):
    """เครื่องมือประเมินหนึ่ง"""

    name: Text = Field(title="ชื่อ", examples=["แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน"])
    name_en: Text = Field(
        title="ชื่ออังกฤษ", examples=["Internal Integrity and Transparency Assessment"]
    )
    weight: Score | None = Field(None, title="น้ำหนัก (ร้อยละ)", examples=["30"])
    sure: PartSure = Field(Sure.UNVERIFIED, title="ความแน่ใจ", examples=["seen"])
    note: Text | None = Field(None, title="หมายเหตุ", examples=["…"])


class StandardIndicator(Record):
    """ตัวชี้วัดหนึ่ง"""

    name: Text = Field(title="ชื่อ", examples=["การปฏิบัติหน้าที่"])
    name_en: Text = Field(title="ชื่ออังกฤษ", examples=["Performance of duty"])
    instrument: Text | None = Field(None, title="เครื่องมือ", examples=["IIT"])
    weight: Score | None = Field(
        None, title="น้ำหนัก", description="ใช้เมื่อไม่มีเครื่องมือ", examples=["26"]
    )
    aliases: Lines = Field((), title="ชื่ออื่นที่ใช้กัน", examples=[["การปรับปรุงการทำงาน"]])
    sure: PartSure = Field(Sure.SEEN, title="ความแน่ใจ", examples=["seen"])
    note: Text | None = Field(None, title="หมายเหตุ", examples=["…"])


class SubIndicator(Record):
    """ตัวชี้วัดย่อยหนึ่ง"""

    name: Text = Field(title="ชื่อ", examples=["ข้อมูลพื้นฐาน"])
    name_en: Text = Field(title="ชื่ออังกฤษ", examples=["Basic data"])
    indicator: Whole = Field(title="ตัวชี้วัด", examples=["9"])
    sure: PartSure = Field(Sure.UNVERIFIED, title="ความแน่ใจ", examples=["derived"])
    note: Text | None = Field(None, title="หมายเหตุ", examples=["…"])


class RequiredElement(Record):
    """องค์ประกอบหนึ่งที่ข้อนี้ต้องมี (สรุปความ ไม่ใช่ถ้อยคำทางการ)"""

    text: Text = Field(title="สรุปความ", examples=["แผนผังโครงสร้างที่เป็นปัจจุบัน"])
    text_en: Text = Field(title="สรุปความอังกฤษ", examples=["current organisation chart"])


class StandardSeries(Record):
    """ข้อมูลที่ต้องเผยแพร่เป็นช่วง นับจากเดือนตุลาคม"""

    every: EveryWord = Field(
        title="ทุกช่วง", description="month ทุกเดือน quarter ทุกไตรมาส half ทุกหกเดือน", examples=["month"]
    )
    months: Whole = Field(12, title="จำนวนเดือนนับจากตุลาคม", examples=["6"])
    sure: PartSure = Field(Sure.UNVERIFIED, title="ความแน่ใจ", examples=["seen"])


class StandardItem(Record):
    """ข้อประเมินหนึ่ง"""

    name: Text = Field(title="ชื่อทางการ", examples=["โครงสร้าง"])
    name_en: Text = Field(title="ชื่ออังกฤษ", examples=["Organisation structure"])
    indicator: Whole | None = Field(None, title="ตัวชี้วัด", examples=["1"])
    sub: Text | None = Field(None, title="ตัวชี้วัดย่อย", examples=["9.1"])
    asks: AsksWord | None = Field(
        None, title="ถามถึง", description="การปฏิบัติที่ดีหรือการประพฤติมิชอบ", examples=["practice"]
    )
    concept: Text | None = Field(None, title="เรื่องเดียวกันข้ามปี", examples=["org_structure"])
    data_year: DataYearWord | None = Field(None, title="ข้อมูลของปีใด", examples=["current"])
    sure: PartSure = Field(Sure.UNVERIFIED, title="ความแน่ใจของชื่อ", examples=["seen"])
    elements_sure: PartSure = Field(
        Sure.UNVERIFIED, title="ความแน่ใจขององค์ประกอบ", examples=["seen"]
    )
    elements: tuple[RequiredElement, ...] = Field((), title="องค์ประกอบ", examples=[[]])
    series: StandardSeries | None = Field(
        None, title="ข้อมูลเป็นช่วง", examples=[{"every": "month", "months": "6"}]
    )
    note: Text | None = Field(None, title="หมายเหตุ", examples=["…"])


class Scoring(Record):
    """วิธีคำนวณคะแนน"""

    tolerance: Annotated[Decimal, BeforeValidator(lambda typed: Decimal(str(typed)))] = Field(
        title="ค่าคลาดเคลื่อนที่ยอมรับ", examples=["0.01"]
    )
    decimals: Whole = Field(2, title="จำนวนทศนิยม", examples=["2"])
    rounding: RoundingWord = Field(
        Rounding.AT_END,
        title="การปัดเศษ",
        description="at_end ปัดครั้งเดียวเมื่อแสดงผล หรือ each_step ปัดทุกขั้น",
        examples=["at_end"],
    )
    passing: Score | None = Field(None, alias="pass", title="คะแนนผ่าน", examples=["85"])
    item_values: dict[str, tuple[Score, ...]] = Field(
        default_factory=dict, title="คะแนนข้อที่เป็นไปได้", examples=[{"OIT": ["0", "50", "100"]}]
    )
    not_reproducible: Lines = Field((), title="เครื่องมือที่คำนวณจากข้อไม่ได้", examples=[["EIT"]])
    sure: PartSure = Field(Sure.UNVERIFIED, title="ความแน่ใจ", examples=["derived"])
    note: Text | None = Field(None, title="หมายเหตุ", examples=["…"])


class Band(Record):
    """ระดับหนึ่ง"""

    code: Text = Field(title="รหัส", examples=["good"])
    name: Text = Field(title="ชื่อ", examples=["ผ่านดี"])
    name_en: Text | None = Field(None, title="ชื่ออังกฤษ", examples=["Pass, good"])
    min: Score = Field(title="คะแนนรวมขั้นต่ำ", examples=["85"])
    floor: Score | None = Field(None, title="ทุกเครื่องมือขั้นต่ำ", examples=["85"])
    sure: PartSure = Field(Sure.UNVERIFIED, title="ความแน่ใจ", examples=["seen"])
    note: Text | None = Field(None, title="หมายเหตุ", examples=["…"])


class Levels(Record):
    """ระดับผลการประเมิน เรียงจากสูงลงต่ำ"""

    sure: PartSure = Field(Sure.UNVERIFIED, title="ความแน่ใจ", examples=["seen"])
    note: Text | None = Field(None, title="หมายเหตุ", examples=["…"])
    bands: tuple[Band, ...] = Field(title="ระดับ", examples=[[]])


class Requirement(Record):
    """สิ่งที่แผนหรือรายงานต้องมี (สรุปความ ไม่ใช่ถ้อยคำทางการ)"""

    id: Text = Field(title="รหัส", examples=["responsible"])
    text: Text = Field(title="สรุปความ", examples=["ผู้รับผิดชอบของแต่ละมาตรการ"])
    text_en: Text = Field(title="สรุปความอังกฤษ", examples=["responsible party per measure"])
    severity: RequirementWeight = Field(title="น้ำหนักของข้อบกพร่อง", examples=["warning"])
    sure: PartSure | None = Field(None, title="ความแน่ใจ", examples=["seen"])
    note: Text | None = Field(None, title="หมายเหตุ", examples=["…"])


class Plan(Record):
    """แผนมาตรการของปี"""

    item: Text | None = Field(None, title="ข้อที่ตรวจแผน", examples=["O34"])
    items: Lines = Field((), title="ข้อที่ตรวจแผน (หลายข้อ)", examples=[["O42", "O43"]])
    sure: PartSure = Field(Sure.UNVERIFIED, title="ความแน่ใจ", examples=["seen"])
    results: MeasuresOf | None = Field(None, title="ผลของปีใด", examples=["previous"])
    must: tuple[Requirement, ...] = Field((), title="ต้องมี", examples=[[]])
    note: Text | None = Field(None, title="หมายเหตุ", examples=["…"])


class Report(Record):
    """รายงานผลตามมาตรการ"""

    item: Text | None = Field(None, title="ข้อที่ตรวจรายงาน", examples=["O35"])
    sure: PartSure = Field(Sure.UNVERIFIED, title="ความแน่ใจ", examples=["seen"])
    measures: MeasuresOf | None = Field(None, title="มาตรการของปีใด", examples=["previous"])
    must: tuple[Requirement, ...] = Field((), title="ต้องมี", examples=[[]])
    note: Text | None = Field(None, title="หมายเหตุ", examples=["…"])


class StandardIssue(Record):
    """ประเด็นวิเคราะห์หนึ่ง"""

    name: Text = Field(title="ชื่อ", examples=["การให้บริการและระบบ E-Service"])
    name_en: Text = Field(title="ชื่ออังกฤษ", examples=["Service and E-Service"])
    items: Lines = Field((), title="ข้อในประเด็น", examples=[["E1", "O11"]])
    sure: PartSure = Field(Sure.UNVERIFIED, title="ความแน่ใจ", examples=["derived"])
    note: Text | None = Field(None, title="หมายเหตุ", examples=["…"])


class Rule(Record):
    """กติกาการเผยแพร่หนึ่งข้อ (สรุปความ)"""

    text: Text = Field(title="สรุปความ", examples=["เผยแพร่บนเว็บไซต์หลัก"])
    text_en: Text = Field(title="สรุปความอังกฤษ", examples=["published on the main website"])
    sure: PartSure = Field(Sure.UNVERIFIED, title="ความแน่ใจ", examples=["seen"])
    note: Text | None = Field(None, title="หมายเหตุ", examples=["…"])


class CalendarEvent(Record):
    """กำหนดการหนึ่ง"""

    event: Text = Field(title="เหตุการณ์", examples=["ประกาศผล"])
    event_en: Text = Field(title="เหตุการณ์อังกฤษ", examples=["results"])
    kind: EventKindWord = Field(
        EventKind.OTHER,
        title="ชนิด",
        description="answers วันตอบแบบ OIT, results วันประกาศผล, other อื่น ๆ",
        examples=["results"],
    )
    starts: ThaiDate | None = Field(None, alias="from", title="ตั้งแต่", examples=["2567-01-01"])
    ends: ThaiDate | None = Field(None, alias="to", title="ถึง", examples=["2567-06-30"])
    sure: PartSure = Field(Sure.UNVERIFIED, title="ความแน่ใจ", examples=["seen"])
    note: Text | None = Field(None, title="หมายเหตุ", examples=["…"])


class National(Record):
    """ภาพรวมทั้งประเทศ"""

    agencies: Whole | None = Field(None, title="จำนวนหน่วยงาน", examples=["8325"])
    mean: Score | None = Field(None, title="คะแนนเฉลี่ย", examples=["93.05"])
    passed: Whole | None = Field(None, title="จำนวนที่ผ่าน", examples=["5855"])
    sure: PartSure = Field(Sure.UNVERIFIED, title="ความแน่ใจ", examples=["seen"])
    note: Text | None = Field(None, title="หมายเหตุ", examples=["…"])


class Standard(Record):
    """เกณฑ์การประเมิน ITA ของปีหนึ่ง"""

    year: Year = Field(title="ปีงบประมาณ (พ.ศ.)", examples=["2567"])
    scheme: Text = Field(
        title="ชุดเกณฑ์", description="ปีที่ใช้ชุดเดียวกันเทียบคะแนนกันได้", examples=["ten-indicators"]
    )
    sure: YearSure = Field(title="ความแน่ใจโดยรวม", examples=["high"])
    note: Text | None = Field(None, title="หมายเหตุ", examples=["…"])
    audience: Text | None = Field(
        None, title="ใช้กับ", examples=["หน่วยงานทั่วไป รวมองค์กรปกครองส่วนท้องถิ่น"]
    )
    instruments: dict[str, Instrument] = Field(title="เครื่องมือ", examples=[{}])
    indicators: dict[Whole, StandardIndicator] = Field(title="ตัวชี้วัด", examples=[{}])
    sub_indicators: dict[str, SubIndicator] = Field(
        default_factory=dict, title="ตัวชี้วัดย่อย", examples=[{}]
    )
    items: dict[str, StandardItem] = Field(default_factory=dict, title="ข้อ", examples=[{}])
    scoring: Scoring | None = Field(None, title="การคำนวณ", examples=[{}])
    levels: Levels = Field(title="ระดับ", examples=[{}])
    plan: Plan | None = Field(None, title="แผนมาตรการ", examples=[{}])
    report: Report | None = Field(None, title="รายงานผล", examples=[{}])
    issues: dict[Whole, StandardIssue] = Field(
        default_factory=dict, title="ประเด็นวิเคราะห์", examples=[{}]
    )
    publication: tuple[Annotated[Rule, Shorthand("text")], ...] = Field(
        (), title="กติกาการเผยแพร่", examples=[[]]
    )
    calendar: tuple[CalendarEvent, ...] = Field((), title="ปฏิทิน", examples=[[]])
    national: National | None = Field(None, title="ภาพรวมทั้งประเทศ", examples=[{}])
    sources: Lines = Field((), title="แหล่งอ้างอิง", examples=[["…"]])
    unconfirmed: Lines = Field((), title="ที่ยังไม่ยืนยัน", examples=[["…"]])

    @cached_property
    def item_codes(self) -> frozenset[str]:
        return frozenset(self.items)

    @cached_property
    def indicator_numbers(self) -> frozenset[int]:
        return frozenset(self.indicators)

    @cached_property
    def sub_codes(self) -> frozenset[str]:
        return frozenset(self.sub_indicators)

    @cached_property
    def issue_numbers(self) -> frozenset[int]:
        return frozenset(self.issues)

    @cached_property
    def instrument_codes(self) -> frozenset[str]:
        return frozenset(self.instruments)

    @property
    def issue_year(self) -> int:
        return self.year

    def indicator_of(self, item: str) -> int:
        """The indicator that an item counts towards."""
        return self._indicators_of_items[item]

    def instrument_of(self, item: str) -> str | None:
        return self.indicators[self.indicator_of(item)].instrument

    def items_of_indicator(self, number: int) -> tuple[str, ...]:
        return self._items_of_indicators.get(number, ())

    def items_of_sub(self, code: str) -> tuple[str, ...]:
        return self._items_of_subs.get(code, ())

    def subs_of(self, number: int) -> tuple[str, ...]:
        return tuple(code for code, sub in self.sub_indicators.items() if sub.indicator == number)

    def indicators_of(self, instrument: str) -> tuple[int, ...]:
        return tuple(n for n, entry in self.indicators.items() if entry.instrument == instrument)

    @cached_property
    def _indicators_of_items(self) -> dict[str, int]:
        return {
            code: self.sub_indicators[entry.sub].indicator if entry.sub else entry.indicator or 0
            for code, entry in self.items.items()
        }

    @cached_property
    def _items_of_indicators(self) -> dict[int, tuple[str, ...]]:
        return _grouped(self._indicators_of_items)

    @cached_property
    def _items_of_subs(self) -> dict[str, tuple[str, ...]]:
        return _grouped({code: entry.sub for code, entry in self.items.items() if entry.sub})

    @cached_property
    def disclosure_items(self) -> tuple[str, ...]:
        """The items of the public-disclosure list: those that say what must be published."""
        return tuple(code for code, entry in self.items.items() if entry.sub is not None)


def _grouped(owners: dict[str, Owner]) -> dict[Owner, tuple[str, ...]]:
    """The items of each owner, in the order of the items."""
    found: dict[Owner, list[str]] = {}
    for code, owner in owners.items():
        found.setdefault(owner, []).append(code)
    return {owner: tuple(codes) for owner, codes in found.items()}
