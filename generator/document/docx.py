"""A report as DOCX, to be edited before it is signed: real styles, headings, fields and tables."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.document import docx_parts as parts
from generator.document.drawing import drawing_png
from generator.document.qr import qr_png
from generator.document.report import Chapter, Report
from generator.escape import attribute
from generator.image import image_ending, image_size
from generator.records.report import Signature
from generator.render.outline import Figure, Heading
from generator.render.paper import Sheet, lay_out
from generator.render.templates import TEMPLATES
from generator.render.word import (
    LANDSCAPE_WIDTH,
    PORTRAIT_WIDTH,
    WordBlocks,
    cell,
    field_run,
    hyperlink,
    mark_name,
    marked,
    paragraph,
    run,
)
from generator.thai import Numerals, show_digits
from generator.words import Words

CREATED = (1980, 1, 1, 0, 0, 0)  # the clock must not show
QR_CM, EMBLEM_CM = 2.2, 3.5
DRAWING_WIDTH_CM, DRAWING_HEIGHT_CM = 9.0, 10.0  # so that a sheet that lies across holds it
LEADER = "<w:r><w:tab/></w:r>"


def docx_bytes(report: Report, t: Words) -> bytes:
    """The same report gives the same bytes."""
    document = _Document(report, t)
    text = document.text()
    images = {key: f"media/{key}.{image_ending(data)}" for key, data in document.images.items()}
    styles = (TEMPLATES / "docx" / "styles.xml").read_text(encoding="utf-8")
    out = document.out
    return _zipped(
        {
            "[Content_Types].xml": parts.CONTENT_TYPES,
            "_rels/.rels": parts.TOP_RELATIONS,
            "word/document.xml": text,
            "word/_rels/document.xml.rels": parts.relations(images),
            "word/styles.xml": styles,
            "word/numbering.xml": parts.numbering(
                out.numbered_lists,
                parts.number_form(report.page_numerals),
                parts.number_form(report.numerals),
            ),
            "word/settings.xml": parts.SETTINGS,
            "word/fontTable.xml": parts.FONTS,
            "word/header.xml": parts.PAGE_HEAD,
            "docProps/core.xml": parts.properties(report.title, report.agency, report.language),
            **{f"word/{images[key]}": data for key, data in document.images.items()},
        }
    )


def _zipped(files: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = ZipInfo(name, CREATED)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, data)
    return out.getvalue()


class _Document:
    """The text of one report; the contents are written last, once the headings are known."""

    def __init__(self, report: Report, t: Words) -> None:
        self.report = report
        self.t = t
        self.images: dict[str, bytes] = {}
        self.out = WordBlocks(
            report.numerals,
            report.page_numerals,
            report.site_url,
            t("document.table"),
            t("document.figure"),
            self._drawing,
            report.language,
        )

    def text(self) -> str:
        cover = "".join(self._cover())
        chapters = "".join(map(self._chapter, self.report.chapters))
        signatures = self._signatures()
        contents = "".join(self._contents())
        last = self._section(landscape=False, continued=True)
        body = f"{cover}{contents}{chapters}{signatures}{last}"
        return f"{parts.HEAD}<w:document {parts.SPACES}><w:body>{body}</w:body></w:document>"

    def _cover(self) -> Iterator[str]:
        report = self.report
        if report.emblem:
            yield paragraph("Cover", self._image(report.emblem, EMBLEM_CM, report.agency))
        yield paragraph("Title", self.out.run(report.title))
        yield paragraph("Subtitle", self.out.run(report.agency))
        for text in (report.place, report.notice):
            if text:
                yield paragraph("Cover", self.out.run(text))
        yield _ending_section(self._section(landscape=False, numbered=False))

    def _contents(self) -> Iterator[str]:
        yield paragraph("ContentsHeading", self.out.run(self.t("document.contents")))
        headings = list(enumerate(self.out.headings, 1))
        numbers = _numbers(self.out.headings[:-1], self.report.page_numerals)
        for index, (mark, heading) in enumerate(headings):
            number = f"{numbers[mark]} " if mark in numbers else ""
            inside = _contents_entry(self.out.run(f"{number}{heading.text}"), mark)
            begins = _field_mark("begin", ' TOC \\o "1-3" \\h \\z \\u ') if index == 0 else ""
            ends = _field_mark("end") if index == len(headings) - 1 else ""
            yield paragraph(f"TOC{heading.level}", f"{begins}{inside}{ends}")
        yield _ending_section(self._section(landscape=False))

    def _chapter(self, chapter: Chapter) -> str:
        opening = "".join(self._opening(chapter))
        sheets = lay_out(chapter.blocks) or (Sheet((), landscape=False),)
        return "".join(
            self._sheet(sheet, "" if index else opening) for index, sheet in enumerate(sheets)
        )

    def _opening(self, chapter: Chapter) -> Iterator[str]:
        yield self.out.heading(chapter.title, 1)
        if chapter.address:
            says = self.t("document.on_the_web")
            picture = self._image(qr_png(chapter.address), QR_CM, f"{says} {chapter.address}")
            link = hyperlink(chapter.address, attribute(chapter.address))
            yield paragraph("Normal", f"{picture}{self.out.run(f' {says} ')}{link}")

    def _sheet(self, sheet: Sheet, opening: str) -> str:
        width = LANDSCAPE_WIDTH if sheet.landscape else PORTRAIT_WIDTH
        body = "".join(self.out.block(block, width) for block in sheet.blocks)
        return f"{opening}{body}{_ending_section(self._section(landscape=sheet.landscape))}"

    def _signatures(self) -> str:
        self.out.headings.append(Heading(self.t("document.signatures"), 1))
        mark = len(self.out.headings)
        title = marked(self.out.run(self.t("document.signatures")), mark)
        signers = self.report.signatures
        rows = "".join(
            f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(map(self._signer, pair))}</w:tr>"
            for pair in (signers[index : index + 2] for index in range(0, len(signers), 2))
        )
        half = PORTRAIT_WIDTH // 2
        grid = f'<w:gridCol w:w="{half}"/>' * 2
        return (
            f"{paragraph('ContentsHeading', title)}<w:tbl><w:tblPr>"
            f'<w:tblW w:w="{2 * half}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{paragraph('Gap', '')}"
        )

    def _signer(self, signer: Signature) -> str:
        out, t = self.out, self.t
        name = out.run(f"({signer.name})") if signer.name else f"{run('(')}{LEADER}{run(')')}"
        blank = f"{out.run(t('document.position'))}{LEADER}"
        lines = (
            out.run(signer.role, bold=True),
            f"{out.run(t('document.sign'))}{LEADER}",
            name,
            out.run(signer.position) if signer.position else blank,
            f"{out.run(t('document.date'))}{LEADER}",
        )
        inside = "".join(paragraph("Signature", line) for line in (*lines, ""))
        return cell(inside, PORTRAIT_WIDTH // 2)

    def _section(self, *, landscape: bool, numbered: bool = True, continued: bool = False) -> str:
        """The pages before this point: their direction, their margins, their numbers."""
        form = parts.number_form(self.report.page_numerals)
        head = f'<w:headerReference w:type="default" r:id="{parts.HEADER_ID}"/>' if numbered else ""
        begins = '<w:type w:val="continuous"/>' if continued else ""
        if landscape:
            size = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
            margin = 'w:top="1701" w:right="1416" w:bottom="1134" w:left="1134"'
        else:
            size = '<w:pgSz w:w="11906" w:h="16838"/>'
            margin = 'w:top="1417" w:right="1133" w:bottom="1134" w:left="1701"'
        return (
            f"<w:sectPr>{head}{begins}{size}"
            f'<w:pgMar {margin} w:header="709" w:footer="709" w:gutter="0"/>'
            f'<w:pgNumType w:fmt="{form}"/></w:sectPr>'
        )

    def _drawing(self, figure: Figure) -> str:
        data = drawing_png(figure.svg)
        if data is None:
            return ""
        width, height = image_size(data)
        tall = min(DRAWING_WIDTH_CM * height / width, DRAWING_HEIGHT_CM)
        return self._image(data, tall, figure.description)

    def _image(self, data: bytes, height_cm: float, says: str) -> str:
        key = f"image{len(self.images) + 1}"
        self.images[key] = data
        return parts.picture(key, len(self.images), *image_size(data), height_cm, says)


def _ending_section(section: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="Gap"/>{section}</w:pPr></w:p>'


def _contents_entry(text: str, mark: int) -> str:
    page = field_run(f" PAGEREF {mark_name(mark)} \\h ", "")
    return f'<w:hyperlink w:anchor="{mark_name(mark)}">{text}{LEADER}{page}</w:hyperlink>'


def _numbers(headings: list[Heading], numerals: Numerals) -> dict[int, str]:
    """The number that Word gives to each heading, for contents that were not brought up to date."""
    counts = [0, 0, 0]
    found = {}
    for mark, heading in enumerate(headings, 1):
        counts[heading.level - 1] += 1
        counts[heading.level :] = [0] * (3 - heading.level)
        found[mark] = show_digits(".".join(map(str, counts[: heading.level])), numerals)
    return found


def _field_mark(kind: str, instruction: str = "") -> str:
    """Where a field that spans paragraphs begins, or where it ends."""
    mark = f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
    if not instruction:
        return mark
    said = f'<w:r><w:instrText xml:space="preserve">{attribute(instruction)}</w:instrText></w:r>'
    return f'{mark}{said}<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
