"""The search finds what stands on the pages, and shows it whole and as text."""

from __future__ import annotations

import json
import random
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.pages.page import Page
from generator.pipeline import check_project
from generator.render.site import RenderedSite, render_site
from generator.search.reading import Section, read_hand_written, read_rendered
from generator.thai import NO_BREAK_SPACE
from generator.words import Language, Words
from tests.html_pages import read_article
from tests.projects import AGENCIES, DEMO, ROOT, TODAY
from tests.search_truth import page_words, true_pages
from tests.search_worker import addresses, ask

QUERIES = Path(__file__).parent / "search" / "queries.txt"
CODE = re.compile(r"\s*[oieOIE๐0]\s*[0-9๐-๙]{1,2}\s*\Z")
OF_ALL = "*"
ENGLISH = "en"
SEARCHED = [*((name, "") for name in (*AGENCIES, DEMO)), (DEMO, ENGLISH)]
COMBINING = "ะาำ"


def _queries(site: str) -> list[str]:
    lines = QUERIES.read_text(encoding="utf-8").splitlines()
    asked = (line.split(": ", 1) for line in lines if not line.startswith("#"))
    return [query for of, query in asked if of == site or (of == OF_ALL and site != ENGLISH)]


@pytest.mark.parametrize(("name", "top"), SEARCHED)
def test_search_finds_every_page_on_which_the_words_stand(
    name: str, top: str, built: Callable[[str], Path]
) -> None:
    """Every page of a language that holds all words of a query is found, and none that does not."""
    site, queries = built(name) / top, _queries(top or name)
    pages = page_words(site)
    assert len(queries) > 12
    for query, answer in zip(queries, ask(site, queries).answers, strict=True):
        found, true = set(addresses(answer)), true_pages(pages, query)
        assert true, query
        assert true <= found, query
        assert found == true or CODE.match(query), query
        assert answer["count"] == len(found)


@pytest.mark.parametrize(("name", "top"), SEARCHED)
def test_headings_lead_to_places_that_exist(
    name: str, top: str, built: Callable[[str], Path]
) -> None:
    """Every heading in the search data stands on the built page under its anchor."""
    site = built(name) / top
    for path in (site / "search").glob("[2s]*.json"):
        for page in json.loads(path.read_text(encoding="utf-8"))["pages"]:
            headings = read_article(site / page["address"] / "index.html").headings
            known = {(anchor, text.replace(NO_BREAK_SPACE, " ")) for _, anchor, text in headings}
            for anchor, heading, _ in page["sections"]:
                assert any(heading == text and anchor in (at, "") for at, text in known), page


# The data


@pytest.fixture(scope="module")
def site() -> RenderedSite:
    facts, _ = check_project(ROOT, TODAY)
    assert facts is not None
    return render_site(facts, Words(Language.THAI))


def _shards(site: RenderedSite, top: str) -> dict[int | None, list[dict[str, Any]]]:
    index = json.loads(site.texts[f"{top}search/index.json"])
    return {
        shard["year"]: json.loads(site.texts[f"{top}{shard['path']}"])["pages"]
        for shard in index["shards"]
    }


@pytest.mark.parametrize("top", ["", "en/"])
def test_every_page_stands_in_the_shard_of_its_year(site: RenderedSite, top: str) -> None:
    """Each page once, hand-written ones too; newest year first, pages of no year last.

    Each language has data of its own, which name its pages from its own top.
    """
    shards = _shards(site, top)
    years = list(shards)
    assert years[-1] is None
    assert years[:-1] == sorted(years[:-1], key=lambda year: -(year or 0))
    pages = [page for page in site.pages if _is_english(page) == bool(top)]
    places = [_place(page.address.removeprefix("en").removeprefix("/")) for page in pages]
    found = [(year, page["address"]) for year, pages in shards.items() for page in pages]
    assert sorted(found, key=str) == sorted(places, key=str)
    assert (None, "about/") in found


def _is_english(page: Page) -> bool:
    return page.address.split("/")[0] == "en"


def _place(address: str) -> tuple[int | None, str]:
    year = address[:4]
    return int(year) if year.isdecimal() else None, f"{address}/" if address else ""


def test_search_data_are_utf_8_as_it_is(site: RenderedSite) -> None:
    """Thai is written as Thai: escapes would double the size."""
    assert all("\\u" not in text for name, text in site.texts.items() if name.startswith("search/"))


def test_reading_keeps_words_and_drops_marks() -> None:
    """Tags, marks and drawings are gone; blocks are lines; what stands in a line stays together."""
    markdown = (
        '---\ntitle: "x"\n---\n\n# ข้อ <span class="nb">กองคลัง</span> &#40;OIT&#41; {: data-oit="O1" }\n\n'
        "[ดู **ผล** &#40;1&#41;](../a/index.md)\n\n<svg>\n<title>แผนภูมิ</title></svg>\n"
        '<table><tr><td>ของ<span class="nb">กองคลัง</span>นี้</td><td>–</td><td>a&lt;b [x](y)</td></tr>\n</table>\n\n'
        "## ต่อ {: #next }\n\n**หมาย**เหตุ\n"
    )
    assert list(read_rendered(markdown)) == [
        Section("", "ข้อ กองคลัง (OIT)", "ดู ผล (1)\nของกองคลังนี้\na<b [x](y)"),
        Section("next", "ต่อ", "หมายเหตุ"),
    ]


def test_hand_written_markdown_of_any_kind_is_read() -> None:
    """What stands before the first heading, headings of both kinds, tables, code, raw HTML."""
    markdown = (
        "---\ntitle: x\n---\nก่อน\nหัวข้อ\n\nหัวเรื่อง\n=====\n\n## Open *Data* {#open}\n\n| ก | ข |\n|---|---|\n| 1 | **2** |\n\n"
        "<script>let hidden</script>\n<!-- hidden -->\n\n`x < y` [ลิงก์](a.md)เเละ\n"
    )
    assert list(read_hand_written(markdown)) == [
        Section("", "", "ก่อน หัวข้อ"),
        Section("_1", "หัวเรื่อง", ""),
        Section("open", "Open Data", "ก\nข\n1\n2\nx < y ลิงก์และ"),
    ]


# The worker


def _write(site: Path, shards: dict[int | None, list[tuple[str, str, list[list[str]]]]]) -> Path:
    """Search data typed in a test: address, title, sections."""
    folder = site / "search"
    folder.mkdir()
    for year, pages in shards.items():
        data = [{"address": a, "title": t, "sections": s} for a, t, s in pages]
        text = json.dumps({"pages": data})
        (folder / f"{year}.json").write_text(text, encoding="utf-8")
    index = [{"year": year, "path": f"search/{year}.json"} for year in shards]
    (folder / "index.json").write_text(json.dumps({"shards": index}), encoding="utf-8")
    return site


def test_titles_come_before_headings_and_headings_before_text(tmp_path: Path) -> None:
    """Of pages alike the newest year comes first; the page of an exact code before everything."""
    pages = {
        year: [
            (f"{year}/text/", "หน้าหนึ่ง", [["", "หน้าหนึ่ง", "งบประมาณของ O2 และ O27"]]),
            (f"{year}/heading/", "หน้าสอง", [["a", "แผนงบประมาณ O2", ""]]),
            (f"{year}/title/", "การใช้งบประมาณ ของ O2", []),
            (f"{year}/begins/", "งบประมาณ", []),
            (f"{year}/oit/o27/", "O27 รายงาน", []),
            (f"{year}/oit/o2/", "O2 ผู้บริหาร", []),
        ]
        for year in (2568, 2567)
    }
    words, *codes = ask(_write(tmp_path, dict(pages)), ["งบประมาณ", "O2", "o 2", "๐๒"]).answers
    assert addresses(words) == [
        f"{year}/{name}/"
        for name in ("begins", "title", "heading", "text")
        for year in (2568, 2567)
    ]
    for answer in codes:
        assert addresses(answer)[:2] == ["2568/oit/o2/", "2567/oit/o2/"]
        assert "2568/text/" in addresses(answer)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("๒๕๖๕", "ปี 2565"),
        ("2565", "ปี ๒๕๖๕"),
        ("คุณธรรม", "คุณ ธรรม"),
        ("คุณ ธรรม", "คุณธรรม"),
        ("ปี2565", "ปี 2565"),
        ("พ.ศ.2565", "พ.ศ. 2565"),
        ("NO GIFT", "No Gift Policy"),
        ("o27", "ข้อ O 27 ของปี"),
        ("O27", "ข้อ ๐27"),
        ("๐๒๗", "ข้อ O27"),
        ("เเผน", "แผน"),
        ("นํ้า", "น้ำ"),
        ("ท่ี", "ที่"),
        ("ทุจ", "การทุจริต"),
        ("2566-2570", "พ.ศ. 2566–2570"),
        ("cafe\N{COMBINING ACUTE ACCENT}", "CAFÉ"),
        ("ธรรม งบ", "งบประมาณและคุณธรรม"),
    ],
)
def test_what_need_not_be_typed_exactly(typed: str, text: str, tmp_path: Path) -> None:
    """Digits, case, spaces, dashes, normal form and the letter O of a code are folded."""
    site = _write(tmp_path, {None: [("a/", "หน้า", [["", "หน้า", text]])]})
    assert addresses(ask(site, [typed]).answers[0]) == ["a/"]


@pytest.mark.parametrize(
    ("typed", "text"),
    [("12", "1 2"), ("คลังสำนัก", "กองคลัง\nสำนักปลัด"), ("มี ไม่มา", "มี"), ("a b", "a"), ("", "ก")],
)
def test_what_is_not_there_is_not_found(typed: str, text: str, tmp_path: Path) -> None:
    """Two numbers are not one, two blocks are not one, and every word must be there."""
    site = _write(tmp_path, {None: [("a/", "หน้า", [["", "หน้า", text]])]})
    assert ask(site, [typed]).answers[0]["count"] == 0


def test_words_of_a_query_may_stand_in_different_parts_of_a_page(tmp_path: Path) -> None:
    """One in the title, one below a heading: the page holds both."""
    sections = [["", "มาตรการ", "ก"], ["b", "ระยะเวลา", "ไตรมาสที่ 3"]]
    site = _write(tmp_path, {2568: [("2568/measures/", "มาตรการ", sections)]})
    [page] = ask(site, ["มาตรการ ไตรมาส"]).answers[0]["pages"]
    assert [place["anchor"] for place in page["sections"]] == ["", "b"]


def test_the_newest_year_answers_before_the_others_have_come(tmp_path: Path) -> None:
    """Shards are read one after another, newest first, each with an answer."""
    pages = {year: [(f"{year}/", "ผลปี", [])] for year in (2568, 2567, None)}
    asked = ask(_write(tmp_path, pages), ["ผล"])
    assert asked.fetched == [f"search/{name}.json" for name in ("index", 2568, 2567, None)]
    assert [(each["count"], each["ready"]) for each in asked.early] == [
        *((0, False), (1, False), (2, False), (3, True))
    ]
    assert all(len(each["pages"]) <= 1 for each in asked.early)


def test_data_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    """A shard that is gone ends in a word to the page, not in silence."""
    _write(tmp_path, {2568: [], 2567: []})
    (tmp_path / "search" / "2567.json").unlink()
    assert ask(tmp_path, ["ก"]).early[-1] == {"failed": True}


PIECES = [
    "ก",
    "กี่",
    "น้ำ",
    "ปั้น",
    "ทุจริต",
    " ",
    "\n",
    "😀",
    "𝐀",
    "q\u0301",
    "<b>",
    "&amp;",
    "๒๕",
    "O27",
    "İ",
]


def test_snippets_cut_no_letter_and_marks_fit_the_words(tmp_path: Path) -> None:
    """No snippet or mark begins with a combining mark or half a character; marks are what was asked."""
    chance = random.Random(2568)
    texts = ["".join(chance.choices(PIECES, k=150)) for _ in range(80)]
    site = _write(
        tmp_path, {2568: [(f"{i}/", "หน้า", [["", "หน้า", t]]) for i, t in enumerate(texts)]}
    )
    for query, answer in zip(PIECES, ask(site, PIECES).answers, strict=True):
        shown = [place["snippet"] for page in answer["pages"] for place in page["sections"]]
        assert len(shown) > 70 or not query.strip()
        for each in shown:
            pieces = [each["text"], *(_slice(each["text"], *mark) for mark in each["marks"])]
            assert each["marks"], query
            for piece in pieces:
                assert piece and not unicodedata.combining(piece[0]) and piece[0] not in COMBINING
                assert not re.search("[\ud800-\udfff]", piece)
                assert len(piece) < 200
            assert {_bare(piece) for piece in pieces[1:]} == {_bare(query)}


def _slice(text: str, start: int, end: int) -> str:
    """By the units that JavaScript counts."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")


def _bare(text: str) -> str:
    """Without the marks that a marked letter takes with it, and as folded."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")
    return (
        re.sub(r"\s", "", bare.replace("ำ", "").lower())
        .translate(str.maketrans("๒๕", "25"))
        .replace("027", "o27")
    )


def test_markup_in_a_text_stays_text(tmp_path: Path) -> None:
    """What is searched and shown is the text itself with ranges to mark, never HTML."""
    evil = '<img src=x onerror="alert(1)">'
    site = _write(tmp_path, {None: [("a/", evil, [["", evil, evil]])]})
    [page] = ask(site, [evil]).answers[0]["pages"]
    assert page["title"]["text"] == evil
    assert page["sections"][0]["snippet"]["text"] == evil
    assert "<mark" not in json.dumps(page)
