"""The official report: every word of the records, in a form to print, to sign and to edit."""

from __future__ import annotations

import re
import sys
import time
from dataclasses import replace
from pathlib import Path

import pymupdf
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from generator.commands.exits import CLEAN, ENVIRONMENT, USAGE
from generator.compute.facts import Facts
from generator.document.docx import docx_bytes
from generator.document.qr import qr_png
from generator.document.report import PAGES, Chapter, Report, ReportPart
from generator.document.tools import ToolMissing
from generator.freeze import site_paths
from generator.image import image_ending, image_size
from generator.records.report import Signature
from generator.render.outline import Figure, Heading, Line, Outline
from generator.render.template import fill_template
from generator.thai import Numerals, to_thai
from generator.thai.digits import ARABIC as ARABIC_DIGITS
from generator.thai.digits import THAI as THAI_DIGITS
from tests.documents import (
    THAI,
    bare,
    docx_text,
    facts_of,
    open_docx,
    pdf_of,
    pdf_texts,
    report_of,
    texts_of_year,
)
from tests.projects import AGENCIES, EXAMPLES, ROOT, build, copy_project, run, tree
from tests.submission import ita

# Syllables with a vowel and a tone above: readers are known to lose or to double their marks.
STACKED = "ขึ้น เพิ่มขึ้น ขั้นตอน ปิ่นโต ครั้ง สิ้นสุด ที่ น้ำ ดำเนินงาน ตำบล กำหนด ฟ้า ปั้น สิทธิ์ พันธุ์ ญี่ปุ่น กตัญญู ฐานะ"
HOSTILE = (
    '"); #panic("x") $x$ *bold* _low_ `raw` = # @ref <label> // no',
    '\\u{41} \\ \\" #include "/etc/passwd" #(1 + 1)',
    "</w:t></w:r><w:br/> & &amp; ]]> <script>alert(1)</script>",
    'HYPERLINK "https://example.com" \\l {= 1 + 1}',
)
SITE_URL = "https://ita.example.go.th/"


@pytest.fixture(scope="module")
def demonstration() -> Facts:
    return facts_of(ROOT)


@pytest.fixture(scope="module")
def report(demonstration: Facts) -> Report:
    """A year that has every part, with an address to lead to."""
    return replace(report_of(demonstration, 2567), site_url=SITE_URL)


@pytest.fixture(scope="module")
def pdf(report: Report) -> pymupdf.Document:
    return pymupdf.open(stream=pdf_of(report))


def _with(report: Report, *texts: str) -> Report:
    """The same report with one chapter that says these texts."""
    blocks = tuple(Line(text) for text in texts)
    return replace(report, chapters=(Chapter("บท", blocks, None),))


@pytest.mark.parametrize("name", ["demonstration", *AGENCIES])
def test_every_word_of_the_records_stands_in_the_report(name: str) -> None:
    """Two readers of the PDF and one of the DOCX find each text as it was typed."""
    facts = facts_of(ROOT if name == "demonstration" else EXAMPLES / name)
    for year in sorted({*facts.results, *facts.plans}):
        report = report_of(facts, year)
        typed = [bare(text) for text in texts_of_year(facts, year)]
        for found in (*pdf_texts(pdf_of(report)), docx_text(open_docx(report))):
            assert [text for text in typed if text not in found] == [], year


def test_thai_syllables_are_read_as_they_were_typed(report: Report) -> None:
    """No mark is lost and none is doubled, in plain text and in a heading."""
    for found in pdf_texts(pdf_of(_with(report, STACKED))):
        assert bare(STACKED) in found
    chapter = Chapter(STACKED, (Heading(STACKED, 2),), None)
    for found in pdf_texts(pdf_of(replace(report, chapters=(chapter,)))):
        assert found.count(bare(STACKED)) == 4  # twice in the contents


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_taken_for_a_command(report: Report, text: str) -> None:
    """Markup of typst, XML and fields comes out as the letters that were typed."""
    hostile = replace(
        _with(report, text),
        title=text,
        agency=text,
        notice=text,
        signatures=(Signature(role=text, name=text, position=text),),
    )
    hostile = replace(hostile, chapters=(Chapter(text, hostile.chapters[0].blocks, None),))
    for found in (*pdf_texts(pdf_of(hostile)), docx_text(open_docx(hostile))):
        assert found.count(bare(text)) >= 7


@pytest.mark.parametrize("kind", [kind for kinds in PAGES.values() for kind in kinds])
def test_templates_say_everything_through_blocks(kind: object, demonstration: Facts) -> None:
    """What a template wrote beside its blocks would be on the page and not in the report."""
    for year in demonstration.years:
        for page in kind.pages(demonstration, year, THAI):  # type: ignore[attr-defined]
            outline = Outline(demonstration.project.site.record.numerals)
            beside = fill_template(page, outline, demonstration, THAI)
            assert beside.strip() == ""
            assert outline.blocks[0] == Heading(page.title, 1)


def test_same_report_is_the_same_file(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither format carries the time at which it was made."""
    first = pdf_of(report), docx_bytes(report, THAI)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 86_400)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert (pdf_of(report), docx_bytes(report, THAI)) == first


def test_pdf_is_tagged_named_and_in_thai(pdf: pymupdf.Document, report: Report) -> None:
    """What a screen reader needs to know stands at the top of the file."""
    catalogue = pdf.pdf_catalog()
    assert pdf.xref_get_key(catalogue, "Lang")[1].startswith("th")
    assert "true" in pdf.xref_get_key(catalogue, "MarkInfo")[1]
    assert pdf.xref_get_key(catalogue, "StructTreeRoot")[0] == "xref"
    assert pdf.metadata["title"] == report.title


def test_pdf_has_a_bookmark_for_each_heading(pdf: pymupdf.Document, report: Report) -> None:
    """The bookmarks are the headings of all chapters, in order."""
    headings = [
        text
        for chapter in report.chapters
        for text in (chapter.title, *(b.text for b in chapter.blocks if isinstance(b, Heading)))
    ]
    bookmarks = [title for _, title, _ in pdf.get_toc() if title[:1] in THAI_DIGITS]
    assert [bare(title).lstrip(f"{ARABIC_DIGITS}.") for title in bookmarks] == [
        bare(heading) for heading in headings
    ]


def test_pages_headings_and_tables_are_numbered_in_thai(pdf: pymupdf.Document) -> None:
    """`page_numerals: ไทย` numbers all that the report itself counts, and nothing else."""
    text = pdf[4].get_text()
    assert to_thai("– 5 –") in text
    assert to_thai("1.1") + "คะแนนรายเครื่องมือ" in "".join(text.split())
    assert "ตารางที่" + to_thai("1") in "".join(text.split())
    assert "90.29" in text


def test_head_of_a_table_repeats_on_each_page(pdf: pymupdf.Document) -> None:
    """A table that goes on overleaf shows its column titles again."""
    heads = [page.number for page in pdf if "ประเด็นการประเมิน" in page.get_text()[:400]]
    assert len(heads) > 2


def test_wide_tables_lie_on_landscape_pages(pdf: pymupdf.Document, report: Report) -> None:
    """Pages turn for the table of measures, and turn back."""
    turned = [page.rect.width > page.rect.height for page in pdf]
    assert any(turned) and not turned[-1] and not turned[0]
    document = open_docx(report)
    directions = [section.orientation for section in document.sections]
    assert WD_ORIENT.LANDSCAPE in directions
    assert directions[-1] is WD_ORIENT.PORTRAIT


def test_docx_has_real_styles_and_heads(report: Report) -> None:
    """Headings, captions and table heads are what Word takes for such, in TH Sarabun."""
    document = open_docx(report)
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    chapters = sum(style == "Heading 1" for style in styles)
    tables = document.tables[:-1]  # the last holds the signatures
    assert chapters == len(report.chapters)
    figures = sum(isinstance(one, Figure) for each in report.chapters for one in each.blocks)
    assert styles.count("Caption") == len(tables) + figures
    for table in tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert len(table.rows) > 1
    assert "TH Sarabun New" in document.styles.element.xml
    assert document.core_properties.title == report.title
    assert document.core_properties.language == "th"


def test_docx_numbers_each_list_from_one(report: Report) -> None:
    """Every numbered list is a list of its own."""
    document = open_docx(report)
    used = {each.val for each in document.element.body.iter(qn("w:numId"))}
    known = {num.numId for num in document.part.numbering_part.element.iter(qn("w:num"))}
    assert used <= known
    assert len(used) > 2


def test_signatures_are_named_or_left_blank(report: Report) -> None:
    """What is not given is left to be written by hand."""
    signed = replace(
        report,
        signatures=(
            Signature(role="ผู้อนุมัติ", name="นายตัวอย่าง สมมติ", position="นายกเทศมนตรี"),
            Signature(role="ผู้ตรวจสอบ"),
        ),
    )
    for found in (*pdf_texts(pdf_of(signed)), docx_text(open_docx(signed))):
        end = found[found.rindex("การลงนาม") :]
        assert "(นายตัวอย่างสมมติ)" in end
        assert end.count("ตำแหน่ง") == 1
        assert end.count("ลงชื่อ") == 2


def test_each_chapter_leads_to_its_page(demonstration: Facts, tmp_path: Path) -> None:
    """With an address of the site, a QR code and the address stand under each chapter's title."""
    root = copy_project(ROOT, tmp_path / "project")
    config = root / "site_config.yaml"
    config.write_text(config.read_text("utf-8") + f"\nsite_url: {SITE_URL}\n", encoding="utf-8")
    report = report_of(facts_of(root), 2567)
    addresses = [f"{SITE_URL}2567/{kind}/" for kind in ("assessment", "analysis", "measures")]
    assert [chapter.address for chapter in report.chapters][:3] == addresses
    with pymupdf.open(stream=pdf_of(report)) as pdf:
        links = {link.get("uri") for page in pdf for link in page.get_links()}
    assert set(addresses) <= links
    parts = open_docx(report).part.related_parts.values()
    images = [part.blob for part in parts if part.content_type == "image/png"]
    assert qr_png(addresses[0]) in images
    assert all(chapter.address is None for chapter in report_of(demonstration, 2567).chapters)


def test_figures_are_numbered_and_described(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A drawing has its number and caption in both formats; without a picture, its words."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
    figure = Figure(svg, "คะแนนรวมทุกปี", "คะแนนเพิ่มขึ้นทุกปี")
    drawn = replace(report, chapters=(Chapter("บท", (figure,), None),))
    caption = bare("แผนภูมิที่ ๑ คะแนนรวมทุกปี")
    for found in (*pdf_texts(pdf_of(drawn)), docx_text(open_docx(drawn))):
        assert caption in bare(found)
    document = open_docx(drawn)
    shown = {each.get("descr") for each in document.element.iter(qn("wp:docPr"))}
    assert figure.description in shown
    monkeypatch.setattr("generator.document.docx.drawing_png", lambda _: None)
    assert bare(figure.description) in bare(docx_text(open_docx(drawn)))


def test_numbers_follow_the_numerals_of_the_site(report: Report) -> None:
    """Thai digits of the website are Thai digits of the report, in its text and its tables."""
    thai = replace(report, numerals=Numerals.THAI)
    with pymupdf.open(stream=pdf_of(thai)) as pdf:
        assert "๙๐.๒๒" in pdf[4].get_text()
    assert not re.search("90.22", "".join(p.text for p in open_docx(thai).paragraphs))


def test_report_of_one_part_has_its_chapters_alone(demonstration: Facts) -> None:
    """`--part` leaves the others out, and names the report for what it is."""
    report = report_of(demonstration, 2567, ReportPart.PROGRESS)
    assert len(report.chapters) == 1
    assert report.title == THAI("document.title.progress", year=2567)
    only_measures = report_of(facts_of(EXAMPLES / "sena"), 2566)
    assert only_measures.title == THAI("document.title.measures", year=2566)


def test_command_writes_what_was_asked_for(tmp_path: Path) -> None:
    """One file, named for its year, part and format; asked for again, the same bytes."""
    for form in ("pdf", "docx"):
        asked = ("report", "๒๕๖๗", "--project", ROOT, "--part", "measures", "--format", form)
        made = ita(*asked, "--out", tmp_path / "out")
        assert made.exit_code == CLEAN, made.output
    files = tree(tmp_path / "out")
    assert set(files) == {"report-2567-measures.pdf", "report-2567-measures.docx"}
    assert files["report-2567-measures.pdf"].startswith(b"%PDF-")


def test_command_says_which_years_there_are(tmp_path: Path) -> None:
    """A year or a part without data is refused with what there is."""
    for asked, told in (
        (("2570",), "2563, 2564, 2565, 2566, 2567, 2568"),
        (("2565", "--part", "progress"), "progress"),
    ):
        made = ita("report", *asked, "--project", ROOT, "--out", tmp_path / "out")
        assert made.exit_code == USAGE
        assert told in made.output
    assert not (tmp_path / "out").exists()


def test_missing_extra_is_told_with_the_way_to_install_it(tmp_path: Path) -> None:
    """Without typst a PDF is refused in one line; DOCX needs nothing more."""
    blocked = (
        "import sys; sys.modules['typst'] = None\n"
        "from generator.cli import main\n"
        "sys.argv[0] = 'ita'; main()"
    )
    asked = ("report", "2567", "--project", str(ROOT), "--out", str(tmp_path))
    made = run("-c", blocked, *asked, cwd=ROOT)
    assert made.returncode == ENVIRONMENT
    assert "pip install" in made.stderr and "ita[pdf]" in made.stderr
    assert "Traceback" not in made.stderr
    assert run("-c", blocked, *asked, "--format", "docx", cwd=ROOT).returncode == CLEAN


def test_website_that_cannot_be_made_whole_is_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A PDF to be published that cannot be made leaves the last site as it was."""
    root = copy_project(EXAMPLES / "pak-chong", tmp_path / "project")
    config = root / "site_config.yaml"
    text = config.read_text(encoding="utf-8")
    config.write_text(f"{text}report:\n  publish: pdf\n", encoding="utf-8")
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(ToolMissing):
        build(root, tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_website_carries_the_reports_that_its_settings_name(tmp_path: Path) -> None:
    """`publish` puts them beside the pages of each year and links them; without it there are none."""
    root = copy_project(EXAMPLES / "pak-chong", tmp_path / "project")
    assert build(root, tmp_path / "plain").published
    assert not list((tmp_path / "plain").rglob("report-*"))
    config = root / "site_config.yaml"
    text = config.read_text(encoding="utf-8")
    config.write_text(f"{text}report:\n  publish: [pdf, docx]\n", encoding="utf-8")
    assert build(root, tmp_path / "site").published
    names = {
        path.relative_to(tmp_path / "site").as_posix()
        for path in (tmp_path / "site").rglob("report-*")
    }
    assert names == {
        f"{year}/report-{year}.{form}" for year in (2563, 2564) for form in ("pdf", "docx")
    }
    assert "2563/report-2563.pdf" in site_paths(facts_of(root))
    page = (tmp_path / "site" / "2563" / "index.html").read_text(encoding="utf-8")
    assert 'href="report-2563.pdf"' in page and 'href="report-2563.docx"' in page


def test_size_of_an_image_is_read_from_its_head() -> None:
    """PNG and JPEG are known by their bytes; anything cut off or other is not."""
    png = qr_png(SITE_URL)
    assert image_ending(png) == "png"
    width, height = image_size(png)
    assert width == height > 100
    pixmap = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 30, 20))
    jpeg = pixmap.tobytes("jpeg")
    assert (image_ending(jpeg), image_size(jpeg)) == ("jpeg", (30, 20))
    for data in (b"", b"GIF89a", png[:-20], jpeg[: len(jpeg) // 2], png[:10], jpeg[:4]):
        assert image_ending(data) is None


def test_a_chart_is_whole_and_stands_under_its_caption(
    pdf: pymupdf.Document, report: Report
) -> None:
    """However tall, it is no taller than its sheet: every number in it can be read."""
    figures = [one for each in report.chapters for one in each.blocks if isinstance(one, Figure)]
    assert len(figures) > 1
    pages = [bare(page.get_text()) for page in pdf]
    for figure in figures:
        page = [text for text in pages if bare(figure.caption) in text][-1]
        numbers = set(re.findall(r"[0-9]+\.[0-9]{2}", figure.svg.partition("<text")[2]))
        shown = {each for each in numbers if f">{each}<" in figure.svg}
        assert [each for each in shown if each not in page] == [], figure.caption
