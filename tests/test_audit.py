"""`ita audit`: what an assessor would find in a built site, and nothing else."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.audit.findings import WEIGHTS, Audit, Verdict
from generator.audit.report import Form, render_audit
from generator.audit.site import audit_site
from generator.audit.source import FolderSource
from generator.standards_library import Standards
from generator.words import Language, Words
from tests.projects import DEMO, build, in_thai_alone, run

ITEM = "2568/oit/o3/index.html"
RECORD = """\
items:
{items}
"""
GOOD_PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


@pytest.fixture(scope="module")
def passing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in which every item of the list passes."""
    folder = tmp_path_factory.mktemp("audited")
    project = folder / "project"
    year = project / "content" / "2568"
    (year / "files").mkdir(parents=True)
    standard = Standards().get(2568)
    assert standard is not None
    lines = []
    for code in standard.disclosure_items:
        item = standard.items[code]
        name = f"{code.lower()}.pdf"
        (year / "files" / name).write_bytes(GOOD_PDF)
        data_year = 2567 if item.data_year == "previous" else 2568
        ticked = ", ".join(f"{n}: หน้า {n}" for n in range(1, len(item.elements) + 1))
        evidence = f"{{title: เอกสารของ {code}, file: {name}, year: {data_year}}}"
        lines.append(
            f"  {code}: {{state: published, evidence: {evidence}, elements: {{{ticked}}}}}"
        )
    text = RECORD.format(items="\n".join(lines))
    (year / "oit.yaml").write_text(text, encoding="utf-8")
    (project / "site_config.yaml").write_text("agency: {name: เทศบาลทดสอบ}\n", encoding="utf-8")
    assert build(in_thai_alone(project), folder / "site").published
    return folder / "site"


@pytest.fixture
def site(passing: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(passing, tmp_path / "site"))


def audit(site: Path) -> Audit:
    return audit_site(FolderSource(site), Standards())


def codes(found: Audit) -> set[str]:
    of_items = {f.code for year in found.years for item in year.items for f in item.findings}
    return (
        of_items
        | {f.code for f in found.findings}
        | {f.code for y in found.years for f in y.findings}
    )


def test_good_site_passes_in_every_item(site: Path) -> None:
    """Nothing is found where nothing is wrong, and the score is full."""
    found = audit(site)
    assert codes(found) == set()
    assert found.clean
    (year,) = found.years
    assert (year.year, str(year.score)) == (2568, "100.00")
    assert all(item.verdict is Verdict.PASS for item in year.items)
    assert {item.clicks for item in year.items} <= {1, 2}


def test_demonstration_in_two_languages_has_a_verdict_for_every_item(
    built: Callable[[str], Path],
) -> None:
    """Pages in English neither hide nor double an item, and no link on them is broken."""
    found = audit_site(FolderSource(built(DEMO)), Standards(), 2568)
    (year,) = found.years
    standard = Standards().get(2568)
    assert standard is not None
    assert [item.code for item in year.items] == list(standard.disclosure_items)
    assert codes(found) & {"SITE-LINK", "SITE-ANCHOR", "SITE-LOOP"} == set()


def edit(old: str, new: str) -> Callable[[Path], None]:
    def change(site: Path) -> None:
        page = site / ITEM
        text = page.read_text(encoding="utf-8")
        assert old in text
        page.write_text(text.replace(old, new), encoding="utf-8")

    return change


def write(name: str, data: bytes) -> Callable[[Path], None]:
    return lambda site: (site / name).write_bytes(data) and None


def remove(name: str) -> Callable[[Path], None]:
    return lambda site: (site / name).unlink()


def rename(old: str, new: str) -> Callable[[Path], None]:
    """Another file under another name, and every link to it changed."""

    def change(site: Path) -> None:
        (site / "2568/files" / old).rename(site / "2568/files" / new)
        for page in (site / ITEM, site / "2568/oit/index.html"):
            text = page.read_text(encoding="utf-8")
            page.write_text(text.replace(old, new), encoding="utf-8")

    return change


def both(*changes: Callable[[Path], None]) -> Callable[[Path], None]:
    def change(site: Path) -> None:
        for each in changes:
            each(site)

    return change


def sends_on(site: Path) -> None:
    """Two pages that send their reader to each other; the second is new."""
    other = site / "2568/oit/old/index.html"
    other.parent.mkdir()
    refresh = '<meta http-equiv="refresh" content="0; url={}">'
    other.write_text(refresh.format("../older/"), encoding="utf-8")
    older = site / "2568/oit/older/index.html"
    older.parent.mkdir()
    older.write_text(refresh.format("../old/"), encoding="utf-8")
    edit("</article>", '<a href="../old/">ก</a></article>')(site)


def archive(folder: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        file.writestr(f"{folder}document.xml", "x")
    return made.getvalue()


FILE = "2568/files/o3.pdf"
LINK = 'href="../../files/o3.pdf"'
PLANTED: dict[str, tuple[Callable[[Path], None], set[str], Verdict]] = {
    "a page removed": (remove(ITEM), {"ITEM-NO-PAGE", "SITE-LINK"}, Verdict.FAIL),
    "another heading": (edit("ข้อมูลการติดต่อ</h1>", "อื่น</h1>"), {"ITEM-HEADING"}, Verdict.PARTLY),
    "a heading's mark dropped": (edit('data-oit="O3"', ""), {"ITEM-HEADING"}, Verdict.PARTLY),
    "no state": (edit("data-oit-state", "data-x"), {"ITEM-NO-STATE"}, Verdict.PARTLY),
    "state missing": (edit('state="published"', 'state="missing"'), {"ITEM-MISSING"}, Verdict.FAIL),
    "state partly": (edit('state="published"', 'state="partly"'), {"ITEM-PARTLY"}, Verdict.PARTLY),
    "not applicable": (
        edit('state="published"', 'state="not_applicable"'),
        {"ITEM-NOT-APPLICABLE"},
        Verdict.OPEN,
    ),
    "an element's mark dropped": (
        edit('data-oit-element="1"', ""),
        {"ELEMENT-NO-MARK"},
        Verdict.PARTLY,
    ),
    "an element not ticked": (
        edit('data-oit-element="1" data-oit-present="yes"', 'data-oit-element="1"'),
        {"ELEMENT-MISSING"},
        Verdict.PARTLY,
    ),
    "a month missing": (
        edit("</article>", '<b data-oit-period="2025-03" data-oit-present="no"></b></article>'),
        {"PERIOD-MISSING"},
        Verdict.FAIL,
    ),
    "no evidence": (edit("data-oit-evidence", "data-x"), {"EVIDENCE-NONE"}, Verdict.FAIL),
    "a file removed": (
        remove(FILE),
        {"EVIDENCE-GONE", "EVIDENCE-ALL-GONE", "SITE-LINK"},
        Verdict.FAIL,
    ),
    "an empty file": (write(FILE, b""), {"FILE-EMPTY"}, Verdict.PARTLY),
    "a page called PDF": (write(FILE, b"<!doctype html><p>x"), {"FILE-TYPE"}, Verdict.PARTLY),
    "a PDF with a password": (
        write(FILE, GOOD_PDF.replace(b"<<>>\n%%EOF", b"<</Encrypt 5 0 R>>\n%%EOF")),
        {"FILE-LOCKED"},
        Verdict.PARTLY,
    ),
    "half a PDF": (write(FILE, GOOD_PDF[:20]), {"FILE-CUT"}, Verdict.PARTLY),
    "a draft": (edit("เอกสารของ O3", "ร่างเอกสาร"), {"EVIDENCE-DRAFT"}, Verdict.PARTLY),
    "only on social media": (
        edit(LINK, 'href="https://www.facebook.com/agency/posts/1"'),
        {"EVIDENCE-SOCIAL-ONLY"},
        Verdict.FAIL,
    ),
    "behind a login": (
        edit(LINK, 'href="https://www.example.go.th/login?next=plan"'),
        {"EVIDENCE-LOGIN"},
        Verdict.PARTLY,
    ),
    "nothing but spaces": (write(FILE, b" \n\x00 "), {"FILE-EMPTY"}, Verdict.PARTLY),
    "a login page called CSV": (
        both(rename("o3.pdf", "o3.csv"), write("2568/files/o3.csv", b"<HTML><form>")),
        {"FILE-TYPE"},
        Verdict.PARTLY,
    ),
    "any archive called a workbook": (
        both(rename("o3.pdf", "o3.xlsx"), write("2568/files/o3.xlsx", archive("word/"))),
        {"FILE-TYPE"},
        Verdict.PARTLY,
    ),
    "a link to its own page": (
        edit(LINK, 'href="#"'),
        {"EVIDENCE-NOWHERE", "EVIDENCE-ALL-GONE"},
        Verdict.FAIL,
    ),
    "a link to the home page": (
        edit(LINK, 'href="../../../"'),
        {"EVIDENCE-NOWHERE", "EVIDENCE-ALL-GONE"},
        Verdict.FAIL,
    ),
    "a link to an address inside the office": (
        edit(LINK, 'href="http://192.168.1.5/o3.pdf"'),
        {"EVIDENCE-NOWHERE", "EVIDENCE-ALL-GONE"},
        Verdict.FAIL,
    ),
    "a link that is a script": (
        edit(LINK, 'href="javascript:void(0)"'),
        {"EVIDENCE-NOWHERE", "EVIDENCE-ALL-GONE"},
        Verdict.FAIL,
    ),
    "a video alone": (
        edit(LINK, 'href="https://youtu.be/x"'),
        {"EVIDENCE-SOCIAL-ONLY"},
        Verdict.FAIL,
    ),
    "a login on another host": (
        edit(LINK, 'href="https://accounts.google.com/ServiceLogin?continue=x"'),
        {"EVIDENCE-LOGIN"},
        Verdict.PARTLY,
    ),
    "a draft in English": (rename("o3.pdf", "o3-draft.pdf"), {"EVIDENCE-DRAFT"}, Verdict.PARTLY),
    "a page that sends its reader away": (
        edit("<head>", '<head><meta http-equiv="refresh" content="0; url=../o2/">'),
        {"ITEM-REDIRECTS"},
        Verdict.FAIL,
    ),
    "a picture of another width that is gone": (
        edit("</article>", '<img srcset="gone.png 2x"></article>'),
        {"SITE-LINK"},
        Verdict.PASS,
    ),
    "pages that send to each other": (sends_on, {"SITE-LOOP"}, Verdict.PASS),
    "a section that is not there": (
        edit(LINK, 'href="../o2/#nowhere"'),
        {"EVIDENCE-NO-ANCHOR", "SITE-ANCHOR"},
        Verdict.PARTLY,
    ),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_planted_fault_is_found_and_nothing_else(site: Path, fault: str) -> None:
    """One change by hand in the built site gives exactly its findings, in its own item."""
    plant, expected, verdict = PLANTED[fault]
    plant(site)
    found = audit(site)
    assert codes(found) == expected
    assert not found.clean or verdict is Verdict.OPEN
    (year,) = found.years
    marked = {item.code: item.verdict for item in year.items if item.verdict is not Verdict.PASS}
    assert marked == ({} if verdict is Verdict.PASS else {"O3": verdict})


INNOCENT = {
    "a body is no draft": edit("เอกสารของ O3", "รูปร่างและร่างกาย"),
    "draft terms of reference": edit("เอกสารของ O3", "ประกาศร่างขอบเขตของงาน"),
    "spaces around an address": edit(LINK, 'href=" ../../files/o3.pdf "'),
    "a version behind an address": edit(LINK, 'href="../../files/o3.pdf?v=2"'),
    "an anchor of the old kind": edit("</article>", '<a name="x"></a><a href="#x">ก</a></article>'),
}


@pytest.mark.parametrize("change", INNOCENT)
def test_what_is_no_fault_is_not_told(site: Path, change: str) -> None:
    """What a browser opens, and words that only look like a fault, pass."""
    INNOCENT[change](site)
    assert codes(audit(site)) == set()


def test_an_item_that_the_list_leaves_out_is_found(site: Path) -> None:
    """The list must lead to every item, even where another page does."""
    page = site / "2568/oit/index.html"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace('"o3/"', '"o4/"'), encoding="utf-8")
    assert codes(audit(site)) == {"ITEM-NOT-LISTED"}


def test_a_file_named_for_another_year_is_found(site: Path) -> None:
    """A mark of this year does not make last year's document this year's."""
    page = site / "2568/oit/o14/index.html"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("เอกสารของ O14", "แผน ปี ๒๕๖๗"), encoding="utf-8")
    assert codes(audit(site)) == {"EVIDENCE-YEAR"}


def test_last_year_s_file_is_found(site: Path) -> None:
    """An item that asks for this year's data is not answered by last year's."""
    page = site / "2568/oit/o14/index.html"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace('data-oit-year="2568"', 'data-oit-year="2567"'), encoding="utf-8")
    assert codes(audit(site)) == {"EVIDENCE-YEAR"}


def test_page_that_no_link_leads_to_is_found(site: Path) -> None:
    """A page that can only be reached by its address is not found by an assessor."""
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        path.write_text(
            text.replace('oit/o3/"', 'oit/"').replace('"../o3/"', '"../"').replace('"o3/"', '"./"'),
            encoding="utf-8",
        )
    found = audit(site)
    assert codes(found) == {"ITEM-UNREACHABLE"}


def test_score_falls_by_what_the_item_is_worth(site: Path) -> None:
    """The score is that of the year's own rule for such marks."""
    (site / ITEM).unlink()
    (year,) = audit(site).years
    assert year.score is not None
    assert 95 < year.score < 100


def test_site_without_a_list_says_so(site: Path) -> None:
    """A year that was asked for and has no list is a fault of its own."""
    found = audit_site(FolderSource(site), Standards(), 2567)
    assert "SITE-NO-LIST" in codes(found)


def test_folder_source_never_leaves_its_folder(tmp_path: Path) -> None:
    """Neither a way upwards nor a link out of the site is followed."""
    (tmp_path / "secret.txt").write_text("x")
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    source = FolderSource(folder)
    for name in ("link.txt", "../secret.txt", "%2e%2e/secret.txt", "/etc/passwd"):
        assert source.fetch(f"{source.base}{name}").answer == "gone"


@pytest.mark.parametrize("language", Language)
def test_every_finding_has_words(language: Language) -> None:
    """Each code says what is wrong and what to do, in both languages, and no words are left over."""
    words = Words(language)
    for code in WEIGHTS:
        assert words.has(f"audit.{code}.says")
        assert words.has(f"audit.{code}.fix")


def test_reports_hold_the_same_findings(site: Path) -> None:
    """Text, JSON and page tell of the same; the page escapes what it shows."""
    edit("เอกสารของ O3", "ร่าง<script>alert(1)</script>")(site)
    found = audit(site)
    words = Words(Language.THAI)
    text = render_audit(found, Form.TEXT, words)
    loaded = json.loads(render_audit(found, Form.JSON, words))
    page = render_audit(found, Form.HTML, words)
    assert "EVIDENCE-DRAFT" in text
    told = [f["code"] for y in loaded["years"] for item in y["items"] for f in item["findings"]]
    assert told == ["EVIDENCE-DRAFT"]
    assert "<script" not in page
    assert page.count("<tr>") == 1 + len(loaded["years"][0]["items"])


def test_command_ends_with_the_verdict(site: Path) -> None:
    """Exit 0 for a good site, 1 for a fault, 2 where there is no site, without a traceback."""
    good = run("-m", "generator", "audit", str(site), cwd=site.parent)
    assert good.returncode == 0, good.stderr
    (site / ITEM).unlink()
    bad = run("-m", "generator", "audit", str(site), "--format", "json", cwd=site.parent)
    assert (bad.returncode, json.loads(bad.stdout)["clean"]) == (1, False)
    none = run("-m", "generator", "audit", str(site.parent), cwd=site.parent)
    assert none.returncode == 2
    assert "Traceback" not in none.stderr
