"""One screen of what is due and what is missing: each lack is found, and nothing else."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.standards_library import BUILT_IN, Standards
from generator.words import Language, Words
from tests.submission import ita

THAI = Words(Language.THAI)
DAY = "2568-06-15"
SITE = "agency: {name: เทศบาลตำบลทดสอบ}\n"
ITEM = "  {code}: {{state: เผยแพร่แล้ว, evidence: {{title: ข้อมูล, url: https://www.example.go.th/{code}}}}}\n"
MEASURES = """\
measures:
  - {no: 1, title: ก, steps: ข, responsible: กองคลัง, monitoring: ค, period: ต.ค. 2567 - มี.ค. 2568}
  - {no: 2, title: ง, steps: จ, responsible: กองช่าง, monitoring: ฉ, period: ก.ค. 2568 - ก.ย. 2568}
"""
PROGRESS = """\
measures:
  1: [{date: 31 มี.ค. 2568, state: แล้วเสร็จ}]
"""
Change = Callable[[Path], object]


def agency(root: Path) -> Path:
    """A project that lacks nothing on 15 June 2568."""
    standard = Standards().get(2568)
    assert standard is not None
    items = "".join(ITEM.format(code=code) for code in standard.disclosure_items)
    texts = {
        "site_config.yaml": SITE,
        "content/2567/assessment.yaml": "indicators: {1: 99}\n",
        "content/2568/measures.yaml": MEASURES,
        "content/2568/progress.yaml": PROGRESS,
        "content/2568/oit.yaml": f"items:\n{items}",
    }
    for name, text in texts.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return agency(tmp_path / "project")


def status(root: Path, *options: str, day: str = DAY) -> dict[str, Any]:
    """What `ita status` tells other programs; its exit code says whether anything is missing."""
    run = ita("status", root, "--today", day, "--format", "json", *options)
    told: dict[str, Any] = json.loads(run.output)
    assert run.exit_code == (1 if told["missing"] else 0)
    return told


def lacks(told: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [(each["kind"], each["fiscal_year"], *each["which"]) for each in told["missing"]]


def removed(*names: str) -> Change:
    return lambda root: [(root / "content" / name).unlink() for name in names]


def drafted(*names: str) -> Change:
    def change(root: Path) -> None:
        for name in names:
            path = root / "content" / name
            path.write_text(f"draft: ใช่\n{path.read_text(encoding='utf-8')}", encoding="utf-8")

    return change


def retyped(name: str, before: str, after: str) -> Change:
    def change(root: Path) -> None:
        path = root / "content" / name
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after), encoding="utf-8")

    return change


def item(code: str, typed: str) -> Change:
    """Item `code` of 2568 typed otherwise."""
    return retyped("2568/oit.yaml", ITEM.format(code=code), f"  {code}: {typed}\n" if typed else "")


def test_nothing_is_missing(project: Path) -> None:
    """Where nothing is missing this is said, and the command ends with 0."""
    assert lacks(status(project)) == []
    run = ita("status", project, "--today", DAY)
    assert run.exit_code == 0 and THAI("status.nothing") in run.output


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (removed("2567/assessment.yaml"), [("results", 2567)]),
        (drafted("2567/assessment.yaml"), [("results_draft", 2567)]),
        (removed("2568/measures.yaml", "2568/progress.yaml"), [("plan", 2568)]),
        (drafted("2568/measures.yaml", "2568/progress.yaml"), [("plan_draft", 2568)]),
        (removed("2568/progress.yaml"), [("progress_file", 2568, "1")]),
        (drafted("2568/progress.yaml"), [("progress_file_draft", 2568, "1")]),
        (
            retyped("2568/measures.yaml", "period: ก.ค. 2568 - ก.ย. 2568", "note: ช"),
            [("progress", 2568, "2")],
        ),
        (
            retyped("2568/progress.yaml", "แล้วเสร็จ", "กำลังดำเนินการ"),
            [("late", 2568, "1")],
        ),
        (removed("2568/oit.yaml"), [("oit", 2568)]),
        (drafted("2568/oit.yaml"), [("oit_draft", 2568)]),
        (item("O3", ""), [("unrecorded", 2568, "O3")]),
        (item("O3", "ยังไม่เผยแพร่"), [("missing", 2568, "O3")]),
        (
            item("O3", "{state: เผยแพร่บางส่วน, evidence: {title: ก, page: /}}"),
            [("partly", 2568, "O3")],
        ),
        (
            item("O3", "{state: เผยแพร่แล้ว, series: {ต.ค. 2567: ไม่มี, ธ.ค. 2567: ไม่มี}}"),
            [("gaps", 2568, "O3")],
        ),
        (
            item("O3", "{state: ไม่เกี่ยวข้อง, reason: ก, review: 14 มิ.ย. 2568}"),
            [("review", 2568, "O3")],
        ),
        (item("O3", "{state: ไม่เกี่ยวข้อง, reason: ก, review: 15 มิ.ย. 2568}"), []),
        (
            item("O3", "{state: เผยแพร่แล้ว, evidence: {title: ก, file: a.pdf}}"),
            [("evidence", 2568, "content/2568/files/a.pdf"), ("errors", 2568)],
        ),
        (lambda root: shutil.rmtree(root / "content" / "2568"), [("year", 2568)]),
        (retyped("2568/oit.yaml", "items:", "items: ["), [("errors", 2568)]),
    ],
)
def test_each_lack_is_found_alone(change: Change, expected: list[Any], project: Path) -> None:
    """A project that lacks one thing is told that one thing, in its year, with what to do."""
    change(project)
    told = status(project)
    assert lacks(told) == expected
    assert all(each["says"] and each["next"] for each in told["missing"])
    shown = ita("status", project, "--today", DAY).output
    assert all(each["says"] in shown and each["next"] in shown for each in told["missing"])


def test_the_report_on_the_plan_of_the_year_before(project: Path) -> None:
    """Where this year's report asks about the plan of the year before, its measures are owed too."""
    path = project / "content" / "2567" / "measures.yaml"
    path.write_text("measures: [ก, ข]\n", encoding="utf-8")
    assert lacks(status(project)) == [("progress_file", 2567, "1", "2")]
    path.rename(project / "content" / "2567" / "x")
    older = project / "content" / "2566" / "measures.yaml"
    older.parent.mkdir()
    older.write_text("measures: [ก, ข]\n", encoding="utf-8")
    assert lacks(status(project)) == []


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2568-08-15", []), ("2568-08-16", [("results", 2568)]), ("2568-09-30", [("results", 2568)])],
)
def test_results_are_owed_once_announced(day: str, expected: list[Any], project: Path) -> None:
    """The results of a year are missing from the day after the calendar says they were announced."""
    found = [each for each in lacks(status(project, day=day)) if each[0] == "results"]
    assert found == expected


def test_results_without_a_calendar(project: Path) -> None:
    """Where the calendar is silent, results are owed once the year is over; a new year is begun."""
    assert ("results", 2568) in lacks(status(project, day="2569-09-30"))
    told = status(project, day="2569-10-01")
    assert lacks(told) == [("results", 2569), ("standard", 2570)]
    assert "standards/2570.yaml" in told["missing"][1]["next"]


def test_what_is_due(project: Path) -> None:
    """Events of this year and the next, nearest first, what is over left out, years without dates named."""
    own = project / "standards" / "2569.yaml"
    own.parent.mkdir()
    calendar = (
        "calendar:\n"
        "  - {event: ก, event_en: a, from: 2568-07-01, to: 2568-07-31, sure: memory}\n"
        "  - {event: ข, event_en: b, to: 2568-06-14, sure: seen}\n"
        "  - {event: ค, event_en: c, from: 2568-06-15, sure: seen}\n"
    )
    text = (BUILT_IN / "2569.yaml").read_text(encoding="utf-8") + calendar
    own.write_text(text, encoding="utf-8")
    told = status(project)
    assert [
        (each["event"], each["from"], each["to"], each["verified"]) for each in told["due"]
    ] == [
        ("ค", "2025-06-15", "2025-06-15", True),
        ("ชี้แจงเพิ่มเติม", "2025-06-01", "2025-06-30", False),
        ("ก", "2025-07-01", "2025-07-31", False),
        ("ประกาศผล", "2025-08-15", "2025-08-15", True),
    ]
    assert told["years_without_dates"] == []
    own.unlink()
    assert status(project)["years_without_dates"] == [2569]


def test_the_screen(project: Path) -> None:
    """Days are of the Buddhist era, what is unverified is marked, and time is counted to the day."""
    lines = ita("status", project, "--today", DAY).output.splitlines()
    assert lines[0] == "ปีงบประมาณ พ.ศ. 2568 ณ วันที่ 15 มิถุนายน 2568"
    (clarification,) = (line for line in lines if "ชี้แจงเพิ่มเติม" in line)
    (results,) = (line for line in lines if "ประกาศผล 2568" in line)
    assert "1 มิถุนายน 2568 ถึง 30 มิถุนายน 2568 (วันที่ยังไม่ยืนยัน)" in clarification
    assert "เหลือ 15 วัน" in clarification
    assert "15 สิงหาคม 2568 " in results and "ยืนยัน" not in results and "อีก 61 วัน" in results
    assert "content/2568/assessment.yaml" in results
    assert THAI("status.left.today") in ita("status", project, "--today", "2568-08-15").output


def test_a_long_list_is_cut_on_the_screen_only(project: Path) -> None:
    """The screen names the first few items and counts the others; programs get all of them."""
    (project / "content" / "2568" / "oit.yaml").write_text("items: {}\n", encoding="utf-8")
    (found,) = status(project)["missing"]
    assert len(found["which"]) == 27  # the plan is a page of this site
    assert "O10" in found["says"] and "O11" not in found["says"]
    assert THAI("status.more", count=17) in found["says"]


def test_warnings_are_told_but_nothing_is_missing(project: Path) -> None:
    """Warnings of `ita check` are counted with the advice to run it, and do not change the exit code."""
    item("O3", "{state: ไม่เกี่ยวข้อง}")(project)
    checked = ita("check", project, "--today", DAY, "--format", "json")
    found = [each["severity"] for each in json.loads(checked.output)["problems"]]
    run = ita("status", project, "--today", DAY)
    assert run.exit_code == 0
    assert status(project)["warnings"] == found.count("warning") > 0
    assert THAI("status.warnings", count=found.count("warning")) in run.output


def test_english(project: Path) -> None:
    """With --lang en the same is told in English, with days of the Buddhist era."""
    shutil.rmtree(project / "content" / "2568")
    run = ita("status", project, "--today", DAY, language="en")
    assert "Fiscal year 2568, as of 2568-06-15" in run.output
    assert "2568-06-01 to 2568-06-30 (date not confirmed)" in run.output
    assert "Run ita new-year 2568" in run.output
    assert not any("\u0e00" <= letter <= "\u0e7f" for letter in run.output)


def test_new_year_is_told_what_to_fill_in(project: Path) -> None:
    """After `ita new-year` all that was begun is still owed: nothing of it passes for done."""
    (project / "content" / "2568" / "assessment.yaml").write_text("indicators: {1: 50}\n", "utf-8")
    assert lacks(status(project, day="2568-10-01"))[0] == ("year", 2569)
    assert ita("new-year", "2569", project).exit_code == 0
    kinds = [each[0] for each in lacks(status(project, day="2568-10-01"))]
    assert "year" not in kinds and {"plan_draft", "missing"} <= set(kinds)
