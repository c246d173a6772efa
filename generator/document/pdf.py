"""A report as PDF: tagged, with bookmarks and with text that can be searched and copied."""

from __future__ import annotations

from collections.abc import Iterator

from generator.document.qr import qr_svg
from generator.document.report import Chapter, Report
from generator.escape import typst
from generator.render.paper import Sheet, lay_out
from generator.render.templates import TEMPLATES
from generator.render.typst import TypstBlocks, array, call, joined
from generator.thai import Numerals
from generator.typesetting import typeset
from generator.words import Words

WORDS = (
    "contents",
    "tables",
    "figures",
    "table",
    "figure",
    "signatures",
    "sign",
    "position",
    "date",
)


def pdf_bytes(report: Report, t: Words) -> bytes:
    """The same report gives the same bytes."""
    return typeset(typst_source(report, t).encode(), "pdf")


def typst_source(report: Report, t: Words) -> str:
    """The functions of `printed.typ`, and their calls in the order of the report."""
    prelude = (TEMPLATES / "printed.typ").read_text(encoding="utf-8")
    return f"{prelude}\n#{{\n{_document(report, t)}\n}}\n"


def _document(report: Report, t: Words) -> str:
    out = TypstBlocks(report.numerals, report.site_url, report.language)
    pairs = ", ".join(f"{name}: {out.words(t(f'document.{name}'))}" for name in WORDS)
    settings = {
        "title": out.string(report.title),
        "agency": out.string(report.agency),
        "language": typst(report.language),
        "thai": _is_thai(report.page_numerals),
        "thai-lists": _is_thai(report.numerals),
        "words": "words",
    }
    body = joined(_body(report, out, t))
    return f"let words = ({pairs})\n{call('report', body, **settings)}"


def _is_thai(numerals: Numerals) -> str:
    return "true" if numerals is Numerals.THAI else "false"


def _body(report: Report, out: TypstBlocks, t: Words) -> Iterator[str]:
    emblem = f"bytes({array(map(str, report.emblem))})" if report.emblem else "none"
    texts = (report.title, report.agency, report.place, report.notice)
    yield call("cover", emblem, out.string(report.agency), *map(out.words, texts))
    yield "contents(words)"
    for chapter in report.chapters:
        opening = [_opening(chapter, out, t)]
        yield "pagebreak(weak: true)"
        for sheet in lay_out(chapter.blocks):
            yield _sheet(sheet, opening, out)
            opening = []
    signers = (
        array(map(out.words, (each.role, each.name or "", each.position or "")))
        for each in report.signatures
    )
    yield call("signatures", "words", *signers)


def _opening(chapter: Chapter, out: TypstBlocks, t: Words) -> str:
    address = chapter.address or ""
    qr = typst(qr_svg(address)) if address else "none"
    says = out.string(t("document.on_the_web"))
    return call("chapter", out.words(chapter.title), qr, typst(address), says)


def _sheet(sheet: Sheet, opening: list[str], out: TypstBlocks) -> str:
    body = joined([*opening, *map(out.block, sheet.blocks)])
    return call("landscape", body) if sheet.landscape else body
