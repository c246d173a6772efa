"""A site made of hostile texts, and one with things to keep back: nothing runs and nothing leaks."""

from __future__ import annotations

import csv
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pymupdf
import pytest
from openpyxl import load_workbook

from generator.escape import one_line
from tests.corpus.files import GOOD, LEAK, LOCATED
from tests.corpus.payloads import PAYLOADS
from tests.documents import bare, docx_text, facts_of, open_docx, pdf_of, report_of, texts_of_year
from tests.hostile import HostileSite, make_hostile
from tests.projects import ROOT, build, copy_project, in_thai_alone
from tests.site_scanner import read_page, scan

LONGEST_WORD = 24
CANARY = "LEAKCANARY"
HELD_BACK = {
    "content/2566/measures.yaml": f"draft: ใช่\\nmeasures:\\n  - {{no: 1, title: {CANARY}1}}\\n",
    "content/2568/files/unnamed.txt": f"{CANARY}2",
    "content/2568/files/later.txt": f"{CANARY}3",
    "content/2568/files/.hidden": f"{CANARY}4",
    "content/pages/draft.md": f"---\\ndraft: ใช่\\n---\\n# {CANARY}5\\n",
    "content/pages/later.md": f"---\\npublish_from: 1 ม.ค. 2600\\n---\\n# {CANARY}6\\n",
    "content/pages/notes.txt": f"{CANARY}7",
    "notes.md": f"{CANARY}8",
}
"""Files of a project that are not public; the canaries in them must not be found in its site."""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> HostileSite:
    return make_hostile(tmp_path_factory.mktemp("hostile"))


def test_no_text_runs_tears_or_leads_away(hostile: HostileSite) -> None:
    """Whatever is typed in any field, the site stays whole and does nothing by itself."""
    assert scan(hostile.folder) == []


def test_every_text_is_read_as_it_was_typed(hostile: HostileSite) -> None:
    """Each payload stands in the text of some page, character for character."""
    site, used = hostile.folder, hostile.used
    assert used == set(PAYLOADS)
    text = "\n".join(
        read_page(path.read_text(encoding="utf-8")).text for path in site.rglob("*.html")
    )
    plain = " ".join(text.split())
    missing = {one for one in used if " ".join(one_line(one).split()) not in plain}
    assert missing == set()


def test_no_text_becomes_a_formula_in_a_spreadsheet(hostile: HostileSite) -> None:
    """Neither in CSV, where a program guesses, nor in XLSX, where cells have types."""
    for path in hostile.folder.rglob("*.csv"):
        if "/files/" not in path.as_posix():
            with path.open(encoding="utf-8-sig", newline="") as file:
                cells = [cell for row in csv.reader(file) for cell in row if not _is_number(cell)]
            assert [cell for cell in cells if cell.lstrip()[:1] in set("=+-@＝＋－＠")] == []
    for path in hostile.folder.rglob("*.xlsx"):
        for sheet in load_workbook(path).worksheets:
            assert [c.coordinate for row in sheet for c in row if c.data_type == "f"] == []


def test_every_other_output_stays_whole(hostile: HostileSite) -> None:
    """Feed, pictures and data are read by their own readers; reports have every text of the year."""
    for path in hostile.folder.rglob("*"):
        if path.suffix in {".xml", ".svg"}:
            ET.fromstring(path.read_bytes())  # noqa: S314 - made by this program
        elif path.suffix in {".json", ".jsonld"}:
            json.loads(path.read_bytes())
    facts = facts_of(hostile.folder.parent / "project")
    report = report_of(facts, 2568)
    wanted = {bare(one) for one in texts_of_year(facts, 2568)}
    word = bare(docx_text(open_docx(report)))
    assert [one for one in wanted if one not in word] == []
    assert pymupdf.open(stream=pdf_of(report)).page_count > 5


def _is_number(text: str) -> bool:
    return re.fullmatch(r"[+-]?[0-9.]+", text) is not None


@pytest.fixture(scope="module")
def careful(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site of a project that has much to keep back."""
    root = copy_project(ROOT, tmp_path_factory.mktemp("careful") / "project")
    for name, text in HELD_BACK.items():
        (root / name).write_text(text.replace("\\n", "\n"), encoding="utf-8")
    oit = root / "content" / "2568" / "oit.yaml"
    (root / "content" / "2568" / "files" / "place.jpg").write_bytes(LOCATED["place.jpg"])
    (root / "content" / "2568" / "files" / "soon.pdf").write_bytes(GOOD["plain.pdf"])
    item = (
        "  O2:\n    state: เผยแพร่แล้ว\n    evidence:\n"
        f"      - {{title: {CANARY}9, file: later.txt, publish_from: 1 ม.ค. 2600}}\n"
        "      - {title: ภาพ, file: place.jpg}\n"
        "      - {title: ถึงวันแล้ว, file: soon.pdf, publish_from: 1 ม.ค. 2568}\n"
        "    elements: {1: {evidence: 3}}\n"
    )
    text = oit.read_text(encoding="utf-8")
    start = text.index("  O2:")
    end = text.index("  O3:")
    oit.write_text(f"# {CANARY}0\n{text[:start]}{item}{text[end:]}", encoding="utf-8")
    site = root / "site_config.yaml"
    site.write_text(site.read_text(encoding="utf-8") + "strip_location: ใช่\n", encoding="utf-8")
    outcome = build(root, root / "site")
    assert outcome.published, [str(problem.place) for problem in outcome.problems]
    return root / "site"


def test_what_is_kept_back_leaves_no_byte(careful: Path) -> None:
    """Drafts, days to come, remarks, unnamed files and places: none of it is in any file."""
    assert scan(careful, [CANARY, LEAK.decode(), "later.txt", "1 ม.ค. 2600"]) == []


def test_what_is_due_is_published(careful: Path) -> None:
    """Evidence whose day has come is there, and an element still points at its own evidence."""
    page = (careful / "2568" / "oit" / "o2" / "index.html").read_text(encoding="utf-8")
    assert "ถึงวันแล้ว" in page and (careful / "2568" / "files" / "soon.pdf").is_file()
    record = json.loads((careful / "2568" / "data" / "oit.json").read_text(encoding="utf-8"))
    assert record["record"]["items"]["O2"]["elements"]["1"]["evidence"] == 2


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The last two years of the demonstration, to plant faults in."""
    root = in_thai_alone(copy_project(ROOT, tmp_path_factory.mktemp("sound") / "project"))
    for year in ("2563", "2564", "2565", "2566"):
        shutil.rmtree(root / "content" / year)
    (root / "content" / "2567" / "oit.yaml").unlink()  # its evidence is on pages of those years
    assert build(root, root / "site").published
    return root / "site"


def replaced(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(site: Path) -> None:
        text = (site / name).read_text(encoding="utf-8")
        assert old in text
        (site / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def written(name: str, text: str) -> Callable[[Path], None]:
    def change(site: Path) -> None:
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")

    return change


ITEM = "2568/oit/o1/index.html"
END = "</article>"
MUTANTS: dict[str, tuple[str, Callable[[Path], None]]] = {
    "script": ("ACTIVE", replaced(ITEM, END, f"<script>alert(1)</script>{END}")),
    "handler": ("ACTIVE", replaced(ITEM, "<table", '<table onclick="x"')),
    "link that runs": ("ACTIVE", replaced(ITEM, END, f'<a href="java\tscript:x">ก</a>{END}')),
    "other scheme": ("ACTIVE", replaced(ITEM, END, f'<a href="file:///x">ก</a>{END}')),
    "frame": ("ACTIVE", replaced(ITEM, END, f"<iframe></iframe>{END}")),
    "base": ("ACTIVE", replaced(ITEM, "<head>", "<head><base href='/x/'>")),
    "refresh": (
        "ACTIVE",
        replaced(ITEM, "<head>", "<head><meta http-equiv=refresh content='0;url=//e.example'>"),
    ),
    "foreign script": (
        "FOREIGN",
        replaced(ITEM, END, f'<script src="//e.example/a.js"></script>{END}'),
    ),
    "foreign picture": (
        "FOREIGN",
        replaced(ITEM, END, f'<img src="https://e.example/a.png">{END}'),
    ),
    "foreign font": ("FOREIGN", written("assets/x.css", "@import 'https://e.example/a.css';")),
    "foreign in a style": (
        "FOREIGN",
        replaced(ITEM, "<table", '<table style="background:url(//e.example/a)"'),
    ),
    "torn row": ("TORN-TABLE", replaced(ITEM, "</td>", "</td><td>x</td>")),
    "open table": ("TORN-TABLE", replaced(ITEM, "</table>", "")),
    "broken link": ("BROKEN", replaced(ITEM, END, f'<a href="../o99/">ก</a>{END}')),
    "broken anchor": ("BROKEN", replaced(ITEM, END, f'<a href="#nowhere">ก</a>{END}')),
    "file that is gone": (
        "BROKEN",
        lambda site: next((site / "2568" / "files").iterdir()).unlink(),
    ),
    "page of a deleted year": ("ORPHAN", written("2550/index.html", "<p>เก่า</p>")),
    "old sitemap": ("STALE-SITEMAP", written("sitemap.xml", "<loc>https://a.go.th/2550/</loc>")),
    "draft in a page": ("LEAK", replaced(ITEM, END, f"&#76;EAKCANARY{END}")),
    "draft in data": ("LEAK", written("2568/data/x.json", '{"a": "\\u004cEAKCANARY"}')),
    "draft in a name": ("LEAK", written("2568/files/LEAKCANARY.txt", "x")),
    "draft packed": (
        "LEAK",
        lambda site: shutil.make_archive(str(site / "x"), "zip", *_folder(site)) and None,
    ),
}


def _folder(site: Path) -> tuple[str, str]:
    folder = site.parent / "packed"
    folder.mkdir(exist_ok=True)
    (folder / "a.txt").write_text(CANARY, encoding="utf-8")
    return str(folder), "."


@pytest.mark.parametrize("name", MUTANTS)
def test_the_scanner_finds_every_planted_fault(name: str, sound: Path, tmp_path: Path) -> None:
    """A scanner that finds nothing proves nothing: each kind of fault is planted and found."""
    site = shutil.copytree(sound, tmp_path / "site")
    kind, plant = MUTANTS[name]
    plant(site)
    assert {finding.split()[0] for finding in scan(site, [CANARY])} == {kind}
