"""The form of the machine-readable results: what each field of `computed` is, in its own words."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Published(BaseModel):
    """A part of a published data file."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class SuspectCell(Published):
    """ช่องที่อาจพิมพ์ผิด"""

    part: str = Field(
        title="ประเภทของตัวเลข", description="total, instrument, indicator, sub_indicator หรือ item"
    )
    code: str = Field(title="รหัส", description="เช่น IIT, 9, 9.1, O27")
    value: float = Field(title="ค่าที่จะทำให้ผลรวมถูกต้อง")


class SuspectCells(Published):
    """คำอธิบายหนึ่งของผลรวมที่ไม่ตรง"""

    cells: list[SuspectCell] = Field(title="ช่องที่อาจพิมพ์ผิด", description="ช่องเดียวหรือหลายช่องพร้อมกัน")
    printed_elsewhere: bool = Field(title="ตารางอื่นพิมพ์ค่านี้ไว้")


class FigureOut(Published):
    """ตัวเลขหนึ่ง พร้อมผลการตรวจทาน"""

    value: float | None = Field(title="ค่าที่แสดง", description="ค่าที่พิมพ์ไว้ หรือค่าที่คำนวณได้เมื่อไม่ได้พิมพ์ไว้")
    printed: float | None = Field(None, title="ค่าที่พิมพ์ไว้")
    computed: float | None = Field(
        None, title="ค่าที่คำนวณได้จากส่วนย่อย", description="ปัดครึ่งขึ้นสองตำแหน่ง"
    )
    verdict: str | None = Field(
        None, title="ผลการตรวจทาน", description="match, differs หรือ not_reproducible"
    )
    difference: float | None = Field(None, title="ค่าที่คำนวณได้ลบค่าที่พิมพ์ไว้")
    change: float | None = Field(None, title="เปลี่ยนแปลงจากปีก่อน")
    comparable: bool | None = Field(None, title="เทียบกับปีก่อนได้")
    suspects: list[SuspectCells] = Field(
        default_factory=list, title="ช่องที่อาจพิมพ์ผิด เรียงจากน่าสงสัยที่สุด"
    )


class InstrumentOut(FigureOut):
    """เครื่องมือประเมินหนึ่ง"""

    weight: float = Field(title="น้ำหนัก (ร้อยละ)")
    weighted: FigureOut = Field(title="คะแนนถ่วงน้ำหนัก")


class IndicatorOut(FigureOut):
    """ตัวชี้วัดหนึ่ง"""

    rank: int | None = Field(None, title="อันดับจากคะแนนสูงสุด")
    contribution: float | None = Field(None, title="คะแนนที่ให้แก่คะแนนรวม")
    classification: str | None = Field(
        None, title="การจัดกลุ่ม", description="urgent, develop หรือ keep"
    )


class LevelOut(Published):
    """ระดับผลการประเมิน"""

    printed: str | None = Field(title="ระดับที่พิมพ์ไว้")
    computed: str | None = Field(title="ระดับตามเกณฑ์")
    computed_code: str | None = Field(title="รหัสระดับตามเกณฑ์")
    differs: bool = Field(title="ระดับที่พิมพ์ไว้ต่างจากเกณฑ์")


class TableOut(Published):
    """ตารางอื่นในต้นฉบับ"""

    title: str = Field(title="ชื่อตาราง")
    total: FigureOut = Field(title="คะแนนรวมที่คำนวณจากตารางนี้")
    differing: list[SuspectCell] = Field(title="ช่องที่ต่างจากตัวเลขหลัก", description="ค่าที่พิมพ์ในตารางนี้")


class GainOut(Published):
    """ถ้าได้ 100 คะแนน"""

    part: str = Field(title="ประเภทของตัวเลข")
    code: str = Field(title="รหัส")
    score: float = Field(title="คะแนนปัจจุบัน")
    gain: float = Field(title="คะแนนรวมจะเพิ่มขึ้น")


class AssessmentComputed(Published):
    """ส่วนที่คำนวณจากผลการประเมิน"""

    total: FigureOut = Field(title="คะแนนรวม")
    level: LevelOut = Field(title="ระดับ")
    instruments: dict[str, InstrumentOut] = Field(title="รายเครื่องมือ")
    indicators: dict[str, IndicatorOut] = Field(title="รายตัวชี้วัด")
    sub_indicators: dict[str, FigureOut] = Field(title="รายตัวชี้วัดย่อย")
    items: dict[str, FigureOut] = Field(title="รายข้อ")
    tables: list[TableOut] = Field(title="ตารางอื่นในต้นฉบับ")
    gains: list[GainOut] = Field(title="คะแนนรวมจะเพิ่มขึ้นเท่าใด ถ้าได้ 100")


class MeasureOut(Published):
    """มาตรการหนึ่ง"""

    number: str = Field(title="เลขที่")
    title: str = Field(title="ชื่อ")
    start: str | None = Field(title="วันเริ่ม (ค.ศ.)")
    end: str | None = Field(title="วันสิ้นสุด (ค.ศ.)")
    indicators: list[int] = Field(title="ตัวชี้วัดที่ตอบ", description="รวมตัวชี้วัดของข้อที่ระบุ")


class MeasuresComputed(Published):
    """ส่วนที่คำนวณจากมาตรการ"""

    based_on: int = Field(title="มาจากผลประเมินปี (พ.ศ.)")
    measures: list[MeasureOut] = Field(title="มาตรการ")
    unanswered_indicators: list[int] = Field(title="ตัวชี้วัดเร่งด่วนที่ไม่มีมาตรการ")
    unanswered_items: list[str] = Field(title="ข้อที่ต่ำกว่าเกณฑ์และไม่มีมาตรการระบุถึง")


class ComplaintsComputed(Published):
    """ส่วนที่คำนวณจากสถิติเรื่องร้องเรียน"""

    received: int = Field(title="รับเรื่องทั้งปี")
    finished: int = Field(title="ดำเนินการแล้วเสร็จ")
    referred: int = Field(title="ส่งต่อหน่วยงานอื่น")
    under_way: int = Field(title="อยู่ระหว่างดำเนินการ", description="รวมเรื่องค้างจากปีก่อน")
    missing: list[str] = Field(title="เดือนที่ผ่านไปแล้วแต่ไม่มีตัวเลข", description="ค.ศ.-เดือน")


class FileOut(Published):
    """ไฟล์หลักฐานหนึ่งไฟล์"""

    address: str = Field(title="ที่อยู่ของไฟล์")
    size: int = Field(title="ขนาด (ไบต์)")
    sha256: str = Field(title="ลายนิ้วมือไฟล์ (SHA-256)")


class MeasureProgressOut(Published):
    """ความก้าวหน้าของมาตรการหนึ่ง"""

    number: str = Field(title="เลขที่")
    state: str = Field(
        title="สถานะ", description="not_started, under_way, done, late หรือ cancelled"
    )
    percent: int = Field(title="ร้อยละความก้าวหน้า")
    spent: float | None = Field(title="ใช้จ่ายแล้ว (บาท)")


class ProgressComputed(Published):
    """ส่วนที่คำนวณจากความก้าวหน้า"""

    as_of: str = Field(title="ณ วันที่ (ค.ศ.)")
    percent: int = Field(title="ร้อยละความก้าวหน้าเฉลี่ย")
    measures: list[MeasureProgressOut] = Field(title="มาตรการ")
    files: list[FileOut] = Field(default_factory=list, title="ไฟล์หลักฐาน")


class ItemOut(Published):
    """ข้อหนึ่งของรายการเปิดเผยข้อมูล"""

    name: str = Field(title="ชื่อทางการ")
    concept: str | None = Field(title="เรื่องเดียวกันข้ามปี")
    state: str | None = Field(
        title="สถานะ",
        description="published, partly, missing, not_applicable หรือ null เมื่อยังไม่ได้บันทึก",
    )
    address: str = Field(title="ที่อยู่ของหน้า")
    own_page: str | None = Field(title="หน้าของเว็บไซต์นี้ที่ตอบข้อนี้")
    score: float | None = Field(title="คะแนนของข้อ")
    sure: str = Field(title="ความแน่ใจของชื่อข้อ")


class OitComputed(Published):
    """ส่วนที่คำนวณจากรายการเปิดเผยข้อมูล"""

    published: int = Field(title="จำนวนข้อที่เผยแพร่แล้ว")
    count: int = Field(title="จำนวนข้อทั้งหมด")
    items: dict[str, ItemOut] = Field(title="รายข้อ")
    files: list[FileOut] = Field(default_factory=list, title="ไฟล์หลักฐาน")
