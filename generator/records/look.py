"""The look of the site in `site_config.yaml`: the agency's own colour and emblem."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from generator.colour import HEX
from generator.records.base import Record, Text, refused, typed_word


def parse_colour(value: object) -> object:
    """`#14507a` as a colour picker gives it, with or without its mark."""
    typed = typed_word(value)
    colour = typed if typed.startswith("#") else f"#{typed}"
    if not HEX.match(colour):
        raise refused("COLOUR-FORMAT", text=typed)
    return colour.lower()


Colour = Annotated[
    str,
    BeforeValidator(parse_colour),
    WithJsonSchema({"type": "string", "pattern": "^#?[0-9a-fA-F]{6}$"}),
]


class Look(Record):
    """สีและตราของหน่วยงาน"""

    colour: Colour | None = Field(
        None,
        title="สีประจำหน่วยงาน",
        description="รหัสสี 6 หลักในเครื่องหมายคำพูด ตัวหนังสือสีขาวต้องอ่านออกบนสีนี้",
        examples=["#14507a"],
    )
    logo: Text | None = Field(
        None,
        title="ตราหน่วยงาน",
        description="ชื่อไฟล์ภาพ PNG หรือ JPEG ในโฟลเดอร์ content/files ใช้บนหัวเว็บไซต์และปกรายงาน",
        examples=["logo.png"],
    )
