"""Terms and dates stay on one line; English is marked as English; no character is added."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.escape import html, markdown
from generator.thai import NO_BREAK_SPACE, mark_lines, mark_thai, thai_runs
from generator.thai.lines import terms

LETTERS = 16
MARKED = re.compile(r"<span (class|lang)=\"(nb|en)\">(.*?)</span>")
THAI_RUN = re.compile(r'<span lang="th">((?:[^<]|<span class="nb">[^<]*</span>)*)</span>')
PIECES = [
    "กองคลัง",
    "ปีงบประมาณ",
    " พ.ศ. 2567",
    "31 ",
    "ธ.ค. 67",
    "No Gift",
    " ",
    "&",
    "<",
    "a-b.go.th",
    "ๆ",
]


def _marked(text: str, kind: str) -> list[str]:
    """What is marked so in HTML, and the same in a line of Markdown."""
    inside = [match[3] for match in MARKED.finditer(mark_lines(html(text))) if match[2] == kind]
    again = MARKED.finditer(mark_lines(markdown(text)))
    assert [unescape(match[3]) for match in again if match[2] == kind] == [*map(unescape, inside)]
    return inside


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("ส่งให้กองคลังทุกเดือน", ["กองคลัง"]),
        ("ประจำปีงบประมาณ พ.ศ. 2567", ["ปีงบประมาณ", "พ.ศ. 2567"]),
        ("ลงวันที่ 31 มีนาคม 2567 และ 1 เม.ย. 67", ["31 มีนาคม 2567", "1 เม.ย. 67"]),
        ("๓๑ ธันวาคม พ.ศ. ๒๕๖๗", ["๓๑ ธันวาคม พ.ศ. ๒๕๖๗"]),
        ("ต.ค. 2567 - มี.ค. 2568", ["ต.ค. 2567", "มี.ค. 2568"]),
        ("หน้า 2567 มกราคม 2568", ["มกราคม 2568"]),
        ("เดือนมกราคม", []),
        ("ประชาชน", []),
    ],
)
def test_terms_and_dates_stay_on_one_line(text: str, whole: list[str]) -> None:
    """Each is marked once, as a whole, in HTML and in Markdown alike."""
    assert _marked(text, "nb") == whole


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("นโยบาย No Gift Policy (ต่อ)", ["No Gift Policy"]),
        ("งาน E-Service", ["E-Service"]),
        ("Integrity and Transparency Assessment: ITA", ["Integrity and Transparency Assessment"]),
        ("ITA และ LINE OA ข้อ O27", []),
        ("Facebook", []),
        ("https://www.sena-city.go.th/no gift-policy.html", []),
        ("ส่ง some-one@sena-city.go.th", []),
        ("Q&A", []),
    ],
)
def test_english_phrases_are_marked(text: str, english: list[str]) -> None:
    """Two words or more, or E-Service: not names in capitals, codes or addresses."""
    assert _marked(text, "en") == english


def test_no_line_begins_with_the_repetition_mark() -> None:
    """The space before ๆ does not break; every other stays as it is."""
    assert mark_lines("ต่าง ๆ และ ของ") == f"ต่าง{NO_BREAK_SPACE}ๆ และ ของ"


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_nothing_is_added_to_the_words(text: str) -> None:
    """Without the marks the text is what it was: no zero-width space, nothing lost, nothing nested."""
    shown = mark_lines(html(text))
    bare = MARKED.sub(r"\3", shown)
    assert bare.replace(NO_BREAK_SPACE, " ") == html(text)
    assert "span" not in bare


def test_terms_fit_on_a_phone() -> None:
    """No term is longer than a narrow screen holds in a heading, and none is listed twice."""
    widths = {
        term: sum(unicodedata.category(letter) != "Mn" for letter in term) for term in terms()
    }
    assert len(set(terms())) == len(terms()) > 20
    assert {term for term, width in widths.items() if width > LETTERS} == set()
    assert all(not re.search(r"[\x00-\x7f]", term) for term in terms())


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Fiscal year B.E. 2568", []),
        ("Measure 7 จัดทำรายงาน (year 2568)", ["จัดทำรายงาน"]),
        ("ปี 2567 และ 2568: กองคลัง", ["ปี 2567 และ 2568: กองคลัง"]),
        ("รายงาน ITA ของกองคลัง", ["รายงาน", "ของกองคลัง"]),
        ("ก & ข < ค", ["ก & ข < ค"]),
    ],
)
def test_runs_of_thai_are_marked_on_english_pages(text: str, runs: list[str]) -> None:
    """A run takes in what stands between its letters, up to the next Latin one; nothing is lost."""
    for escape in (html, markdown):
        marked = mark_thai(escape(text))
        assert [unescape(_bare(run)) for run in THAI_RUN.findall(marked)] == runs
        assert unescape(_bare(marked)) == text
    assert "".join(part for part, _ in thai_runs(text)) == text


@given(st.lists(st.sampled_from(PIECES)).map("".join))
@settings(max_examples=300)
def test_marks_of_thai_add_no_character(text: str) -> None:
    """Without the marks every text is what it was, and no Thai letter is left outside them."""
    for escape in (html, markdown):
        marked = mark_thai(escape(text))
        assert _bare(marked).replace(NO_BREAK_SPACE, " ") == escape(text).replace(
            NO_BREAK_SPACE, " "
        )
        assert not re.search("[\u0e01-\u0e5b]", THAI_RUN.sub("", marked))


def _bare(marked: str) -> str:
    return re.sub('<span (?:class="nb"|lang="th")>|</span>', "", marked)
