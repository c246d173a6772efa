"""The forms of what is published for programs, from which the JSON Schemas are written."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel, Field, create_model
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import DecimalSchema

from generator.published import (
    AssessmentComputed,
    ComplaintsComputed,
    MeasuresComputed,
    OitComputed,
    ProgressComputed,
    Published,
)
from generator.records.assessment import Assessment
from generator.records.complaints import Complaints
from generator.records.measures import Measures
from generator.records.oit import Oit
from generator.records.progress import Progress

Scalar = str | int | float | None


class TableField(Published):
    """ช่องหนึ่งของตาราง"""

    name: str = Field(title="ชื่อช่อง", description="ภาษาอังกฤษ ตัวพิมพ์เล็ก")
    title: str = Field(title="ชื่อที่แสดง")
    type: str = Field(title="ชนิด", description="string, number, integer หรือ date")


class TableFile(Published):
    """ตารางหนึ่งเป็น JSON"""

    name: str = Field(title="ชื่อตาราง")
    title: str = Field(title="ชื่อที่แสดง")
    fiscal_year: int | None = Field(title="ปีงบประมาณ (พ.ศ.)")
    fields: list[TableField] = Field(title="ช่องของตาราง")
    rows: list[dict[str, Scalar]] = Field(title="แถว", description="ค่าตามชื่อช่อง")
    total: dict[str, Scalar] | None = Field(title="แถวรวม")


class AgencySummary(Published):
    """หน่วยงาน"""

    name: str = Field(title="ชื่อหน่วยงาน")
    name_en: str | None = Field(title="ชื่อภาษาอังกฤษ")
    district: str | None = Field(title="อำเภอ")
    province: str | None = Field(title="จังหวัด")
    website: str | None = Field(title="เว็บไซต์หลัก")


class YearSummary(Published):
    """ปีงบประมาณหนึ่ง"""

    fiscal_year: int = Field(title="ปีงบประมาณ (พ.ศ.)")
    total: float | None = Field(title="คะแนนรวม")
    level: str | None = Field(title="ระดับ")
    announced: str | None = Field(title="วันที่ประกาศผล (ค.ศ.)")
    page: str = Field(title="หน้าของปี")
    pages: dict[str, str] = Field(title="หน้าอื่นของปี")
    files: dict[str, str] = Field(title="ไฟล์ของปี")


class Summary(Published):
    """สรุปของเว็บไซต์หนึ่ง อยู่ที่ /ita.json"""

    agency: AgencySummary = Field(title="หน่วยงาน")
    site: str = Field(title="ที่อยู่ของเว็บไซต์นี้", description="ขึ้นต้นด้วย / เมื่อยังไม่ได้กำหนดที่อยู่เต็ม")
    years: list[YearSummary] = Field(title="ปี เรียงจากใหม่ไปเก่า")
    files: dict[str, str] = Field(title="ไฟล์ของทั้งเว็บไซต์")


FORMS: dict[str, tuple[type[BaseModel], type[BaseModel]]] = {
    "assessment": (Assessment, AssessmentComputed),
    "measures": (Measures, MeasuresComputed),
    "progress": (Progress, ProgressComputed),
    "complaints": (Complaints, ComplaintsComputed),
    "oit": (Oit, OitComputed),
}
SCHEMAS = (*FORMS, "table", "ita")


def form_text(name: str) -> str:
    """The JSON Schema of one published form."""
    model: Any = {"table": TableFile, "ita": Summary}.get(name) or _document(name)
    schema = model.model_json_schema(schema_generator=_Published, mode="serialization")
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _document(name: str) -> type[BaseModel]:
    """What `<year>/data/<name>.json` holds."""
    record, computed = FORMS[name]
    fields: dict[str, Any] = {
        "fiscal_year": (int, Field(title="ปีงบประมาณ (พ.ศ.)")),
        "record": (record | None, Field(title="ข้อมูลตามที่หน่วยงานกรอก")),
        "computed": (computed, Field(title="ส่วนที่คำนวณ")),
    }
    return create_model(f"{record.__name__}File", __base__=Published, **fields)


class _Published(GenerateJsonSchema):
    """Says which draft it is; scores are numbers, and fields that were left out are not there."""

    def generate(self, schema, mode="validation"):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        return {"$schema": self.schema_dialect, **super().generate(schema, mode)}

    def decimal_schema(self, schema: DecimalSchema) -> JsonSchemaValue:  # noqa: ARG002
        return {"type": "number"}

    def field_is_required(self, field: Any, total: bool) -> bool:  # noqa: ARG002
        return bool(field["schema"]["type"] != "default")
