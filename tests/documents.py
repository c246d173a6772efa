"""Reports as other programs read them: PDF by two readers, DOCX by one."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import pymupdf
import pypdfium2
from docx.document import Document

from generator.compute.facts import Facts
from generator.document.docx import docx_bytes
from generator.document.pdf import pdf_bytes
from generator.document.report import Report, ReportPart, compute_report
from generator.pipeline import check_project
from generator.words import Language, Words
from tests.record_words import folded, words_of

PAGE_HEAD = re.compile(r"– [0-9๐-๙]+ –")
HYPHEN_AT_LINE_END = "\ufffe"  # as PDFium gives it
LAST_RECORDS = date(2025, 6, 30)
THAI = Words(Language.THAI)


def facts_of(root: Path, today: date = LAST_RECORDS) -> Facts:
    facts, _ = check_project(root, today)
    assert facts is not None
    return facts


def report_of(facts: Facts, year: int, *parts: ReportPart) -> Report:
    report = compute_report(facts, year, parts or ReportPart, THAI)
    assert report is not None
    return report


def pdf_texts(data: bytes) -> Iterator[str]:
    """The text of a PDF as each of two readers finds it."""
    with pypdfium2.PdfDocument(data) as pdfium:
        yield bare("".join(_below_head(page.get_textpage().get_text_range()) for page in pdfium))
    with pymupdf.open(stream=data) as mupdf:
        yield bare("".join(_below_head(page.get_text()) for page in mupdf))


def _below_head(text: str) -> str:
    """A page without its number, which would stand in the middle of what goes on overleaf."""
    return PAGE_HEAD.sub("", text.replace(HYPHEN_AT_LINE_END, "-"), count=1)


def open_docx(report: Report) -> Document:
    return docx.Document(io.BytesIO(docx_bytes(report, THAI)))


def docx_text(document: Document) -> str:
    """Every text of the body in its order, inside tables and fields too."""
    texts = document.element.body.iter(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
    )
    return bare("".join(text.text or "" for text in texts))


def bare(text: str) -> str:
    """Without space, bullets and signs that are not to be seen."""
    seen = (each for each in text if unicodedata.category(each) not in ("Cf", "Cc"))
    return folded("".join(seen).replace("•", ""))


def texts_of_year(facts: Facts, year: int) -> Iterator[str]:
    """What was typed for the parts of a year's report."""
    entry = facts.project.year(year)
    assert entry is not None
    for loaded in (entry.assessment, entry.measures, entry.progress):
        if loaded is not None:
            yield from words_of(loaded.record.model_copy(update={"waivers": ()}))


def pdf_of(report: Report) -> bytes:
    return pdf_bytes(report, THAI)
