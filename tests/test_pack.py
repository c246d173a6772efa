"""The pack for the assessment system: what was typed, as text, at addresses that open."""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.standards_library import Standards
from generator.whole_address import whole_address
from generator.words import Language, Words
from tests.projects import ROOT, build, run, tree
from tests.submission import FORMULA, OIT, SITE, SITE_URL, ita, small_agency

THAI = Words(Language.THAI)
NUMBER, CODE, NAME, ANSWER, STATE, WAY, EXPLANATION, COUNT, FIRST = range(9)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small agency, packed."""
    root = small_agency(tmp_path_factory.mktemp("pack") / "project")
    packed = ita("pack", "2568", root)
    assert packed.exit_code == 0, packed.output
    return root


@pytest.fixture(scope="module")
def site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its built website."""
    out = tmp_path_factory.mktemp("built") / "site"
    assert build(project, out).published
    return out


@pytest.fixture(scope="module")
def sheet(project: Path) -> Worksheet:
    (found,) = load_workbook(project / "pack" / "oit-2568.xlsx").worksheets
    return found


@pytest.fixture(scope="module")
def rows(sheet: Worksheet) -> dict[str, list[object]]:
    """The rows of the workbook by the code of the item."""
    return {str(row[CODE]): list(row) for row in sheet.iter_rows(min_row=2, values_only=True)}


@pytest.fixture(scope="module")
def csv_rows(project: Path) -> list[list[str]]:
    text = (project / "pack" / "oit-2568.csv").read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.fixture(scope="module")
def page(project: Path) -> str:
    return (project / "pack" / "oit-2568.html").read_text(encoding="utf-8")


class _Elements(HTMLParser):
    """Every element of a page with its attributes, and the text outside scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str]]] = []
        self.links: list[tuple[str, str]] = []
        self.text = ""
        self.inside = ""
        self.in_link = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        self.found.append((tag, known))
        self.inside = tag
        if tag == "a":
            self.links.append((known.get("href", ""), ""))
            self.in_link = True

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""
        self.in_link = self.in_link and tag != "a"

    def handle_data(self, data: str) -> None:
        if self.inside not in ("script", "style"):
            self.text += data
        if self.in_link:
            href, text = self.links[-1]
            self.links[-1] = (href, text + data)


def test_every_item_of_the_list_is_there_in_its_order(rows: dict[str, list[object]]) -> None:
    """The items stand in the order of the year's list, numbered, with their official names."""
    standard = Standards().get(2568)
    assert standard is not None
    names = {code: standard.items[code].name for code in standard.disclosure_items}
    assert [(code, row[NAME]) for code, row in rows.items()] == list(names.items())
    assert [row[NUMBER] for row in rows.values()] == list(range(1, 29))


@pytest.mark.parametrize(
    ("code", "answer", "state"),
    [
        ("O1", "มี", "เผยแพร่แล้ว"),
        ("O2", "มี", "เผยแพร่บางส่วน"),
        ("O3", "ไม่มี", "ไม่เกี่ยวข้อง"),
        ("O4", "ไม่มี", "ยังไม่เผยแพร่"),
        ("O5", "ไม่มี", "ยังไม่ได้บันทึก"),
        ("O27", "มี", "เผยแพร่แล้ว"),
    ],
)
def test_what_is_published_is_answered_with_yes(
    code: str, answer: str, state: str, rows: dict[str, list[object]]
) -> None:
    """Published, partly published and fulfilled by this site is yes; all else is no."""
    assert rows[code][ANSWER : STATE + 1] == [answer, state]


def test_the_explanation_is_what_the_agency_typed(rows: dict[str, list[object]]) -> None:
    """How to find it and the note, as typed; where an item does not apply, its reason."""
    assert rows["O1"][EXPLANATION] == f"{FORMULA}\nปรับปรุงทุกเดือน"
    assert rows["O2"][EXPLANATION] == "-1+1"
    assert rows["O3"][EXPLANATION] == "ไม่เกี่ยวข้อง: ไม่มีภารกิจนี้"
    assert rows["O4"][EXPLANATION] is None


@pytest.mark.parametrize(
    ("code", "addresses"),
    [
        (
            "O1",
            [
                f"{SITE_URL}/2568/oit/o1/",
                f"{SITE_URL}/2568/files/structure.pdf",
                f"{SITE_URL}/about/",
                "https://www.example.go.th/about?x=1&y=2",
            ],
        ),
        ("O2", [f"{SITE_URL}/2568/oit/o2/", f"{SITE_URL}/"]),
        ("O3", [f"{SITE_URL}/2568/oit/o3/"]),
        (
            "O12",
            [
                f"{SITE_URL}/2568/oit/o12/",
                f"{SITE_URL}/2568/files/purchase-10.csv",
                f"{SITE_URL}/2568/files/purchase-12.csv",
            ],
        ),
        ("O27", [f"{SITE_URL}/2568/oit/o27/", f"{SITE_URL}/2568/measures/"]),
    ],
)
def test_the_item_s_page_is_first_of_its_addresses(
    code: str, addresses: list[str], rows: dict[str, list[object]]
) -> None:
    """The item's page, the page of ours that fulfils it, its evidence, its series; each once."""
    assert [each for each in rows[code][FIRST:] if each is not None] == addresses
    assert rows[code][COUNT] == len(addresses)


def test_each_address_resolves_in_the_built_site(rows: dict[str, list[object]], site: Path) -> None:
    """Whatever is submitted of this site is a page or a file of the built one."""
    ours = [
        unquote(urlsplit(str(each)).path.removeprefix("/sub/"))
        for row in rows.values()
        for each in row[FIRST:]
        if str(each).startswith(SITE_URL)
    ]
    assert len(ours) == 28 + 6
    for path in ours:
        assert (site / path / ("index.html" if path.endswith("/") or not path else "")).is_file()


def test_the_words_to_click_are_links_of_the_built_site(
    rows: dict[str, list[object]], site: Path
) -> None:
    """Clicking the words one after another, from the home page, arrives at the item's page."""
    for code in ("O1", "O27"):
        home, *steps = str(rows[code][WAY]).split(" > ")
        here = "index.html"
        assert (".", home) in _menu(site, here)
        for step in steps:
            (href,) = {href for href, text in _menu(site, here) if text == step}
            here = urljoin(here, href)
            here += "index.html" if here.endswith("/") else ""
        assert here == f"2568/oit/{code.lower()}/index.html"
        assert steps[:2] == ["ปี 2568", "การเปิดเผยข้อมูล (OIT)"]


def _menu(site: Path, page: str) -> list[tuple[str, str]]:
    """The links in the navigation of a built page, by their words."""
    text = (site / page).read_text(encoding="utf-8")
    navigation = re.findall(r'<nav class="menu".*?</nav>', text, re.DOTALL)
    links = _Elements("".join(navigation)).links
    return [(href, " ".join(text.split())) for href, text in links]


def test_cells_have_types_and_no_text_is_reckoned(sheet: Worksheet) -> None:
    """Numbers are numbers; text is text even if it looks like a formula; no cell is a link."""
    kinds = {
        cell.data_type
        for row in sheet.iter_rows(min_row=2)
        for index, cell in enumerate(row)
        if cell.value is not None and index not in (NUMBER, COUNT)
    }
    assert kinds == {"s"}
    assert {type(row[COUNT].value) for row in sheet.iter_rows(min_row=2)} == {int}
    typed = sheet.cell(2, EXPLANATION + 1)
    assert str(typed.value).startswith(FORMULA)
    assert typed.number_format == "@"
    assert not any(cell.hyperlink for row in sheet.iter_rows() for cell in row)


def test_the_sheet_is_fit_to_be_read(sheet: Worksheet) -> None:
    """Its name is Thai, its head and the codes stay in sight, its columns are wide enough."""
    assert sheet.title == "คำตอบ OIT 2568"
    assert sheet.freeze_panes == "C2"
    assert sheet.column_dimensions["C"].width >= 30
    assert sheet.column_dimensions["I"].width >= 40


def test_csv_holds_what_the_workbook_holds(csv_rows: list[list[str]], sheet: Worksheet) -> None:
    """Cell by cell the same, but for the apostrophe before what looks like a formula."""
    book = [["" if each is None else str(each) for each in row] for row in sheet.values]
    assert [[each.removeprefix("'") for each in row] for row in csv_rows] == book
    assert csv_rows[1][EXPLANATION].startswith(f"'{FORMULA}")
    assert csv_rows[2][EXPLANATION] == "'-1+1"


def test_csv_opens_as_thai_in_excel(project: Path) -> None:
    """It is UTF-8 with the mark by which Excel knows it."""
    data = (project / "pack" / "oit-2568.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\xef\xbb\xbf") == 1


def test_the_page_shows_everything_without_a_script(
    page: str, rows: dict[str, list[object]]
) -> None:
    """Every answer, address, way and explanation is readable where scripts do not run."""
    text = " ".join(_Elements(page).text.split())
    for row in rows.values():
        for each in (row[CODE], row[NAME], row[WAY], row[EXPLANATION], *row[FIRST:]):
            assert each is None or " ".join(str(each).split()) in text


def test_the_page_asks_no_other_host(page: str) -> None:
    """Nothing is loaded; the only addresses are those of links."""
    elements = _Elements(page).found
    assert not any({"src", "srcset", "data", "action"} & set(attrs) for _, attrs in elements)
    assert {tag for tag, attrs in elements if "href" in attrs} == {"a"}
    policies = [attrs["content"] for _, attrs in elements if "http-equiv" in attrs]
    assert [policy.split(";")[0] for policy in policies] == ["default-src 'none'"]
    assert not re.search(r"url\(|@import|fetch\(|XMLHttpRequest", page)


def test_text_cannot_become_markup(page: str) -> None:
    """What an agency types is shown as typed: one script on the page, which is ours."""
    elements = _Elements(page)
    assert [tag for tag, _ in elements.found if tag == "script"] == ["script"]
    assert "b" not in {tag for tag, _ in elements.found}
    assert "<script>alert(1)</script>" in elements.text
    assert "เทศบาล <b>ทดสอบ</b>" in elements.text


def test_each_value_can_be_copied(page: str, rows: dict[str, list[object]]) -> None:
    """Each address, all of an item together, each way and each explanation has a copy button."""
    marked = [
        attrs["data-copy"]
        for tag, attrs in _Elements(page).found
        if tag != "body" and "data-copy" in attrs
    ]
    assert len(marked) == len(set(marked))
    for code, row in rows.items():
        wanted = {THAI("pack.copy_way", code=code)}
        count = int(str(row[COUNT]))
        wanted |= {THAI("pack.copy_address", number=n, code=code) for n in range(1, count + 1)}
        wanted |= {THAI("pack.copy_all", code=code)} if count > 1 else set()
        wanted |= {THAI("pack.copy_explanation", code=code)} if row[EXPLANATION] else set()
        assert wanted <= set(marked)


def test_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """Clock, time zone, locale, hash seed and folder leave no trace in any of the files."""
    packs = []
    for number, world in enumerate(
        (
            {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "1"},
            {"TZ": "Asia/Bangkok", "LC_ALL": "C", "PYTHONHASHSEED": "2", "PYTHONUTF8": "0"},
        )
    ):
        root = small_agency(tmp_path / f"place-{number}")
        done = run("-m", "generator", "pack", "2568", str(root), cwd=ROOT, **world)
        assert done.returncode == 0, done.stderr
        packs.append(tree(root / "pack"))
    assert sorted(packs[0]) == ["oit-2568.csv", "oit-2568.html", "oit-2568.xlsx"]
    assert packs[0] == packs[1]


def test_the_pack_is_thai_whoever_asks(project: Path, tmp_path: Path) -> None:
    """The assessment system is Thai: --lang changes what the command says, not what it writes."""
    packed = ita("pack", "๒๕๖๘", project, "--out", tmp_path / "out", language="en")
    assert packed.output.startswith("Wrote") or "oit-2568.xlsx" in packed.output
    assert tree(tmp_path / "out") == tree(project / "pack")


def test_without_its_address_nothing_is_packed(tmp_path: Path) -> None:
    """Where site_url is missing, the refusal says what to type where."""
    root = small_agency(tmp_path / "project")
    config = root / "site_config.yaml"
    config.write_text(SITE.replace("site_url", "# site_url"), encoding="utf-8")
    packed = ita("pack", "2568", root)
    assert packed.exit_code == 2
    assert THAI("pack.no_site_url") in packed.output
    assert "site_config.yaml" in packed.output
    assert not (root / "pack").exists()


@pytest.mark.parametrize("year", ["2567", "2599", "ปีนี้"])
def test_a_year_without_a_list_is_refused(year: str, project: Path) -> None:
    """The refusal names the years that there are."""
    packed = ita("pack", year, project)
    assert packed.exit_code == 2
    assert THAI("pack.no_list", year=year, known="2568") in packed.output


def test_a_project_with_errors_is_not_packed(tmp_path: Path) -> None:
    """What is wrong is told with its place, and nothing is written."""
    root = small_agency(tmp_path / "project")
    broken = OIT.replace("structure.pdf", "gone.pdf")
    (root / "content" / "2568" / "oit.yaml").write_text(broken, encoding="utf-8")
    packed = ita("pack", "2568", root)
    assert packed.exit_code == 1
    assert re.search(r"content/2568/oit.yaml:5:\d+: .*EVIDENCE-MISSING", packed.output)
    assert not (root / "pack").exists()


@pytest.mark.parametrize(
    ("site_url", "path", "whole"),
    [
        ("https://a.go.th", "/2568/oit/o1/", "https://a.go.th/2568/oit/o1/"),
        ("https://a.go.th/", "/", "https://a.go.th/"),
        ("https://a.go.th/ita", "/2568/", "https://a.go.th/ita/2568/"),
        ("https://a.go.th/ita/?x=1#y", "/2568/", "https://a.go.th/ita/2568/"),
        (
            "https://a.go.th/",
            "/2568/#ส่วน",
            "https://a.go.th/2568/#%E0%B8%AA%E0%B9%88%E0%B8%A7%E0%B8%99",
        ),
        ("https://a.go.th/", "/a:b/", "https://a.go.th/a%3Ab/"),
    ],
)
def test_whole_addresses(site_url: str, path: str, whole: str) -> None:
    """A path of the site lies below the address of the site, however that is typed."""
    assert whole_address(path, site_url) == whole
