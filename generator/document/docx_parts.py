"""The parts of a DOCX beside its text: what it consists of, its lists, its head line."""

from __future__ import annotations

from collections.abc import Mapping

from generator.escape import attribute, word_xml
from generator.render.word import BULLET_LIST, FIRST_NUMBERED_LIST, INDENT
from generator.thai import Numerals

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SPACES = f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}"'
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
EMU_PER_CM = 360_000
HEADER_ID = "rIdHeader"
NAMES = ("styles", "numbering", "settings", "fontTable")

CONTENT_TYPES = (
    f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="png" ContentType="image/png"/>'
    '<Default Extension="jpeg" ContentType="image/jpeg"/>'
    f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
    + "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{name}+xml"/>'
        for name in (*NAMES, "header")
    )
    + '<Override PartName="/docProps/core.xml"'
    ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
TOP_RELATIONS = (
    f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties"'
    ' Target="docProps/core.xml"/></Relationships>'
)
# The contents know no page numbers until Word has laid the pages out; it asks before it does so.
SETTINGS = (
    f'{HEAD}<w:settings {SPACES}><w:updateFields w:val="true"/><w:compat><w:compatSetting'
    ' w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="en-US" w:bidi="th-TH"/></w:settings>'
)
FONTS = (
    f'{HEAD}<w:fonts {SPACES}><w:font w:name="TH Sarabun New"><w:altName w:val="TH SarabunPSK"/>'
    '<w:charset w:val="DE"/><w:family w:val="swiss"/></w:font></w:fonts>'
)
PAGE_HEAD = (
    f'{HEAD}<w:hdr {SPACES}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>'
    '<w:r><w:t xml:space="preserve">– </w:t></w:r>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    '<w:r><w:t xml:space="preserve"> –</w:t></w:r></w:p></w:hdr>'
)


def relations(images: Mapping[str, str]) -> str:
    """What the text refers to: its styles, its head line, and images by their ids."""
    kinds = {f"rId{name}": (name, f"{name}.xml") for name in NAMES}
    kinds[HEADER_ID] = ("header", "header.xml")
    kinds.update({key: ("image", target) for key, target in images.items()})
    inside = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in kinds.items()
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def properties(title: str, author: str, language: str) -> str:
    """Title, author and language; no day, so that the same report is the same file."""
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{word_xml(title)}</dc:title><dc:creator>{word_xml(author)}</dc:creator>"
        f"<dc:language>{attribute(language)}</dc:language></cp:coreProperties>"
    )


def number_form(numerals: Numerals) -> str:
    return "thaiNumbers" if numerals is Numerals.THAI else "decimal"


def numbering(lists: int, in_headings: str, in_lists: str) -> str:
    """Numbered headings, bullets, and as many numbered lists as there are, each from 1."""
    heads = "".join(
        _level(
            level,
            in_headings,
            ".".join(f"%{part}" for part in range(1, level + 2)),
            0,
            f"Heading{level + 1}",
        )
        for level in range(3)
    )
    bullets = "".join(_level(level, "bullet", "•", INDENT * (level + 1)) for level in range(4))
    numbers = "".join(
        _level(level, in_lists, f"%{level + 1}.", INDENT * (level + 1)) for level in range(4)
    )
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{index}">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        for index, levels in enumerate((heads, bullets, numbers))
    )
    used = [(1, 0, ""), (BULLET_LIST, 1, "")]
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    used += [(FIRST_NUMBERED_LIST + index, 2, again) for index in range(lists)]
    made = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/>{override}</w:num>'
        for number, kind, override in used
    )
    return f"{HEAD}<w:numbering {SPACES}>{kinds}{made}</w:numbering>"


def _level(level: int, form: str, text: str, indent: int, style: str = "") -> str:
    linked = f'<w:pStyle w:val="{style}"/><w:suff w:val="space"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{linked}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{indent}" w:hanging="{INDENT if indent else 0}"/></w:pPr></w:lvl>'
    )


def picture(key: str, number: int, width: int, height: int, height_cm: float, says: str) -> str:
    """An image in a line of text, in its own proportions, with words that say what it shows."""
    tall = round(height_cm * EMU_PER_CM)
    extent = f'cx="{tall * width // height}" cy="{tall}"'
    named = f'id="{number}" name="{key}" descr="{attribute(says)}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing">'
        f'<wp:extent {extent}/><wp:docPr {named}/><a:graphic xmlns:a="{DRAWING}/main">'
        f'<a:graphicData uri="{DRAWING}/picture"><pic:pic xmlns:pic="{DRAWING}/picture">'
        f"<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{key}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
