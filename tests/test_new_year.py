"""The files that a year begins with: carried over, named, and never taken for done."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.load import load_text
from generator.new_year.oit import lasts
from generator.new_year.yaml_text import entry, quoted, remark
from generator.pipeline import check_project
from generator.problems import Severity
from generator.project import load_project
from generator.records.evidence import Evidence
from generator.records.words import EvidenceState
from generator.standards_library import BUILT_IN, Standards
from generator.thai import is_plain
from generator.tree import Scalar
from generator.words import Language, Words
from tests.projects import EXAMPLES, build, copy_project, tree
from tests.submission import ita

THAI = Words(Language.THAI)
TODAY = date(2026, 2, 1)
NASTY = 'กอง "คลัง": # ก\n- ข\n\nค\\n {x} [y] & *z | % @ `q`\'s'
SITE = "agency: {name: เทศบาลตำบลทดสอบ}\n"
ASSESSMENT = f"""\
total: 88.00
thresholds: {{urgent_below: 80, keep_from: 95}}
indicators: {{1: 92, 2: 91, 3: 93, 4: 83.60, 5: 89, 8: 79}}
items: {{I4: 84.10, I5: 85, I10: 74.19, O3: 100, O7: 50, O13: 99}}
recommendations:
  entries: [{{items: [O7], text: {quoted(NASTY)}}}]
"""
MEASURES = f"""\
measures:
  - {{no: "1.1", title: {quoted(NASTY)}, responsible: กองคลัง, period: ต.ค. 2567 - มี.ค. 2568}}
  - {{no: "1.2", problem: ไม่มีคู่มือ}}
"""
OIT = f"""\
items:
  O1: {{state: ไม่เกี่ยวข้อง, reason: {quoted(NASTY)}}}
  O2:
    state: เผยแพร่แล้ว
    owner: {quoted(NASTY)}
    how_to_find: หน้าแรก > ผู้บริหาร
    updated: 1 ต.ค. 2567
    evidence:
      - {{title: {quoted(NASTY)}, url: "https://www.example.go.th/about?a=1#b", year: 2568, published: 1 ต.ค. 2567}}
      - {{title: ผู้บริหาร ปี 2568, url: "https://www.example.go.th/executives"}}
      - {{title: คำสั่ง, file: order.pdf}}
  O17: {{state: เผยแพร่แล้ว, owner: หน่วยตรวจสอบภายใน, evidence: {{title: แนวปฏิบัติ, page: /about/}}}}
"""


def write(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def agency(root: Path) -> Path:
    """A project with results, a plan and a disclosure list of 2568."""
    files = {"assessment": ASSESSMENT, "measures": MEASURES, "oit": OIT}
    texts = {f"content/2568/{name}.yaml": text for name, text in files.items()}
    texts["content/2568/files/order.pdf"] = "%PDF-1.4\n%%EOF\n"
    texts["content/pages/about.md"] = "# เกี่ยวกับ\n"
    return write(root, {"site_config.yaml": SITE, **texts})


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return agency(tmp_path / "project")


@pytest.fixture
def begun(project: Path) -> Path:
    """The same project after `ita new-year 2569`."""
    assert ita("new-year", "2569", project).exit_code == 0
    return project


def errors(root: Path) -> list[str]:
    _, problems = check_project(root, TODAY)
    return [f"{each.place} {each.code}" for each in problems if each.severity is Severity.ERROR]


def finished(root: Path, *names: str) -> None:
    """Take away the line that keeps a file off the website."""
    for name in names:
        path = root / "content" / name
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        drafts = [line for line in lines if line.startswith("draft:")]
        assert len(drafts) == 1
        path.write_text("".join(line for line in lines if line not in drafts), encoding="utf-8")


def raw(path: Path) -> dict[str, object]:
    """A file as any YAML reader takes it."""
    tree: dict[str, object] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tree


def test_the_project_goes_on_building(begun: Path) -> None:
    """After `ita new-year` nothing is an error and the site is published, before and after filling in."""
    assert errors(begun) == []
    assert build(begun, begun / "site").published
    assert (begun / "site" / "2569" / "oit" / "o26" / "index.html").exists()
    assert not (begun / "site" / "2569" / "measures").exists()
    assert not (begun / "site" / "2568" / "progress").exists()
    finished(begun, "2569/measures.yaml", "2568/progress.yaml")
    assert errors(begun) == []


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("year", range(2562, 2570))
def test_every_year_begins_without_errors(year: int, language: str, tmp_path: Path) -> None:
    """Whatever a standard holds or lacks, what is written for its year is read without an error."""
    results = "indicators: {1: 10}\nthresholds: {urgent_below: 80, keep_from: 95}\n"
    files = {"site_config.yaml": SITE, f"content/{year - 1}/assessment.yaml": results}
    root = write(tmp_path, files)
    assert ita("new-year", year, root, language=language).exit_code == 0
    finished(root, f"{year}/measures.yaml")
    assert errors(root) == []
    facts, _ = check_project(root, TODAY)
    assert facts is not None and len(facts.plans[year].measures) == 1


def test_nothing_is_overwritten(project: Path) -> None:
    """A file that exists keeps every byte and is named; a second run changes nothing at all."""
    own = project / "content" / "2569" / "measures.yaml"
    write(project, {"content/2569/measures.yaml": "# ของเรา\nmeasures: [ก]\n"})
    before = tree(project)
    first = ita("new-year", "2569", project)
    after = tree(project)
    assert {name: after[name] for name in before} == before
    assert sorted(set(after) - set(before)) == [
        "content/2568/progress.yaml",
        "content/2569/oit.yaml",
    ]
    assert THAI("new_year.kept", path="content/2569/measures.yaml") in first.output
    assert own.read_text(encoding="utf-8").startswith("# ของเรา")
    second = ita("new-year", "2569", project)
    assert tree(project) == after and second.exit_code == 0
    assert second.output.count("คงเดิม") == 3


def test_a_link_to_nowhere_is_a_file_that_exists(project: Path) -> None:
    """Nothing is written through a link, even where what it points to is gone."""
    (project / "content" / "2569").mkdir()
    (project / "content" / "2569" / "oit.yaml").symlink_to(project / "elsewhere.yaml")
    ita("new-year", "2569", project)
    assert not (project / "elsewhere.yaml").exists()


def test_every_item_in_order_with_its_name_and_elements(begun: Path) -> None:
    """The list has each item of the year's standard in its order, the official name and all elements."""
    text = (begun / "content" / "2569" / "oit.yaml").read_text(encoding="utf-8")
    standard = Standards().get(2569)
    assert standard is not None
    assert list(raw(begun / "content" / "2569" / "oit.yaml")["items"]) == list(
        standard.disclosure_items
    )  # type: ignore[call-overload]
    parts = text.split("\n\n")[2:]
    for code, part in zip(standard.disclosure_items, parts, strict=True):
        item = standard.items[code]
        assert part.startswith(f"  # {code} {item.name}")
        for number, element in enumerate(item.elements, 1):
            assert f"    #   {number}:   # {element.text}" in part


def test_an_uncommented_element_is_read(begun: Path) -> None:
    """Taking away the # of an element or a period and typing behind it is all that is needed."""
    path = begun / "content" / "2569" / "oit.yaml"
    text = path.read_text(encoding="utf-8")
    for line, typed in [
        ("elements:", ""),
        ("  1:   # แผนผังโครงสร้างที่เป็นปัจจุบัน", " หน้า 1"),
        ("series:", ""),
        ("  ตุลาคม 2568:", " ไม่มี"),
    ]:
        assert f"    # {line}" in text
        name, _, rest = line.partition(":")
        text = text.replace(f"    # {line}", f"    {name}:{typed}{rest}", 1)
    path.write_text(text, encoding="utf-8")
    assert errors(begun) == []
    loaded, _ = load_project(begun)
    year = loaded.year(2569) if loaded else None
    assert year is not None and year.oit is not None
    assert year.oit.record.items["O1"].elements[1].where == "หน้า 1"
    assert list(year.oit.record.items["O11"].series) == ["ตุลาคม 2568"]


def test_items_recur_by_concept_and_never_as_done(begun: Path) -> None:
    """What recurs is found by its concept, whatever its number; no item counts as published."""
    facts, _ = check_project(begun, TODAY)
    assert facts is not None
    items = facts.disclosure[2569].items
    assert {item.state for item in items.values()} == {EvidenceState.MISSING}
    guideline = items["O16"].record
    assert guideline is not None and guideline.owner == "หน่วยตรวจสอบภายใน"
    assert [each.page for each in guideline.evidence] == ["/about/"]
    assert items["O17"].record is not None and items["O17"].record.owner is None


def test_text_is_carried_exactly(begun: Path) -> None:
    """Owner, way and evidence come out as they were typed, whatever they hold; days and years do not."""
    facts, _ = check_project(begun, TODAY)
    assert facts is not None
    then, now = (facts.disclosure[year].items["O2"].record for year in (2568, 2569))
    assert then is not None and now is not None
    assert (now.owner, now.how_to_find) == (then.owner, then.how_to_find)
    assert [(each.title, each.url) for each in now.evidence] == [
        (then.evidence[0].title, then.evidence[0].url)
    ]
    assert now.evidence[0].year is now.evidence[0].published is now.updated is None
    text = (begun / "content" / "2569" / "oit.yaml").read_text(encoding="utf-8")
    assert "order.pdf" in text and "https://www.example.go.th/executives" in text


def test_the_newest_earlier_list_is_carried(project: Path) -> None:
    """Items come from the newest list before the year, not from older or later ones."""
    item = "items: {{O2: {{state: เผยแพร่แล้ว, owner: ของปี {year}}}}}\n"
    for year in (2567, 2570):
        write(project, {f"content/{year}/oit.yaml": item.format(year=year)})
    shutil.copy(
        BUILT_IN / "2569.yaml", write(project, {"standards/x": ""}) / "standards" / "2570.yaml"
    )
    own = project / "standards" / "2570.yaml"
    own.write_text(own.read_text(encoding="utf-8").replace("year: 2569", "year: 2570"), "utf-8")
    ita("new-year", "2569", project)
    text = (project / "content" / "2569" / "oit.yaml").read_text(encoding="utf-8")
    assert "ของปี 2567" not in text and "ของปี 2570" not in text
    assert THAI("new_year.oit.update", before=2568) in text


@pytest.mark.parametrize(
    ("evidence", "kept"),
    [
        ({"title": "หน้าติดต่อ", "url": "https://www.example.go.th/contact"}, True),
        ({"title": "หน้าติดต่อ", "page": "/about/"}, True),
        ({"title": "หน้าติดต่อ", "file": "contact.pdf"}, False),
        ({"title": "แผน", "url": "https://www.example.go.th/plan/2568"}, False),
        ({"title": "แผน", "url": "https://www.example.go.th/plan/2025"}, False),
        ({"title": "แผน", "url": "https://www.example.go.th/plan/2569"}, True),
        ({"title": "แผน", "page": "/2568/measures/"}, False),
        ({"title": "แผน ปี ๒๕๖๘", "url": "https://www.example.go.th/plan"}, False),
        ({"title": "แผน พ.ศ. 2566–2570", "url": "https://www.example.go.th/plan"}, True),
        ({"title": "แผน", "url": "https://www.example.go.th/?id=125681"}, True),
    ],
)
def test_what_lasts(evidence: dict[str, str], kept: bool) -> None:
    """Pages and outside addresses last, unless all years that they name are over; files do not."""
    assert lasts(Evidence(**evidence), 2569) is kept


def test_a_stub_for_each_weak_result(begun: Path) -> None:
    """Below the agency's threshold or the pass score, or an OIT item below 100; and no other result."""
    content = raw(begun / "content" / "2569" / "measures.yaml")
    stubs = content["measures"]
    assert isinstance(stubs, list)
    answers = [
        (each.get("issue"), *each.get("indicators", []), *each.get("items", [])) for each in stubs
    ]
    assert answers == [
        (1, "O7"),
        (2, "8"),
        (4, "4"),
        (4, "I10"),
        (5, "I4"),
        (None, "O13"),
    ]
    assert content["based_on"] == 2568
    text = (begun / "content" / "2569" / "measures.yaml").read_text(encoding="utf-8")
    assert '"ข้อ I10 ขอยืมทรัพย์สินของราชการอย่างถูกต้อง ได้ 74.19 คะแนน' in text
    assert THAI("new_year.measures.below", score="99", limit="100") in text


def test_a_threshold_above_the_pass_score_counts(project: Path) -> None:
    """Where the agency asks for more than the standard, its own threshold decides."""
    write(project, {"content/2568/assessment.yaml": ASSESSMENT.replace("below: 80", "below: 90")})
    ita("new-year", "2569", project)
    text = (project / "content" / "2569" / "measures.yaml").read_text(encoding="utf-8")
    assert '["5"]' in text and '["I5"]' in text and '["2"]' not in text


def test_the_plan_shows_what_the_standard_asks(tmp_path: Path) -> None:
    """Each requirement of the year's plan is told, and marked at the field that answers it."""
    results = {"content/2567/assessment.yaml": "indicators: {4: 50}\n"}
    root = write(tmp_path, {"site_config.yaml": SITE, **results})
    ita("new-year", "2568", root)
    text = (root / "content" / "2568" / "measures.yaml").read_text(encoding="utf-8")
    standard = Standards().get(2568)
    assert standard is not None and standard.plan is not None
    assert all(f"# - {requirement.text}\n" in text for requirement in standard.plan.must)
    needed = THAI("new_year.needed")
    marked = [line.split(":")[0].strip(" #") for line in text.splitlines() if line.endswith(needed)]
    assert marked == ["activities", "steps", "responsible", "period", "monitoring"]
    assert all(issue.name in text for issue in standard.issues.values())


def test_no_weak_result_leaves_no_stub(project: Path) -> None:
    """Where nothing is weak the file holds no measure, and says so."""
    write(project, {"content/2568/assessment.yaml": "indicators: {1: 99}\n"})
    ita("new-year", "2569", project)
    path = project / "content" / "2569" / "measures.yaml"
    assert "measures" not in raw(path)
    assert THAI("new_year.measures.none", before=2568) in path.read_text(encoding="utf-8")
    finished(project, "2569/measures.yaml")
    assert errors(project) == []


def test_progress_stands_with_the_plan_of_the_year_before(begun: Path) -> None:
    """Where the year's report asks about the year before, its stubs are in that year's folder."""
    assert not (begun / "content" / "2569" / "progress.yaml").exists()
    path = begun / "content" / "2568" / "progress.yaml"
    assert raw(path)["measures"] == {"1.1": [], "1.2": []}
    assert "กองคลัง · 1 ตุลาคม 2567 ถึง 31 มีนาคม 2568" in path.read_text(encoding="utf-8")


def test_progress_stands_with_the_plan_of_the_same_year(tmp_path: Path) -> None:
    """Where it asks about the same year, its stubs are in the year's own folder, for the plan there."""
    root = copy_project(EXAMPLES / "thap-khlo", tmp_path / "thap-khlo")
    ita("new-year", "2566", root)
    facts, _ = check_project(root, TODAY)
    assert facts is not None
    numbers = [each.number for each in facts.plans[2566].measures]
    stubs = raw(root / "content" / "2566" / "progress.yaml")["measures"]
    assert isinstance(stubs, dict) and list(stubs) == numbers
    finished(root, "2566/progress.yaml")
    assert errors(root) == []


def test_progress_of_a_plan_begun_in_the_same_run(tmp_path: Path) -> None:
    """The stubs of a plan that did not exist before have their places in the report."""
    results = {"content/2565/assessment.yaml": "indicators: {1: 50, 2: 50}\n"}
    root = write(tmp_path, {"site_config.yaml": SITE, **results})
    ita("new-year", "2566", root)
    assert raw(root / "content" / "2566" / "progress.yaml")["measures"] == {"1": [], "2": []}
    finished(root, "2566/measures.yaml", "2566/progress.yaml")
    assert errors(root) == []


def test_what_must_come_first_is_named(project: Path) -> None:
    """Without results or a plan no empty file is made, so that a later run can still make it."""
    for name in ("assessment", "measures"):
        (project / "content" / "2568" / f"{name}.yaml").unlink()
    run = ita("new-year", "2569", project)
    assert run.exit_code == 0
    assert (
        "content/2568/assessment.yaml" in run.output and "content/2568/measures.yaml" in run.output
    )
    assert [path.name for path in (project / "content" / "2569").iterdir()] == ["oit.yaml"]
    write(project, {"content/2568/assessment.yaml": ASSESSMENT})
    ita("new-year", "2569", project)
    assert (project / "content" / "2569" / "measures.yaml").exists()


@pytest.mark.parametrize(("typed", "says"), [("2599", "standards/2599.yaml"), ("xyz", "“xyz”")])
def test_a_year_without_a_standard(typed: str, says: str, project: Path) -> None:
    """A year that has no standard, or is none, is refused with the next step; nothing is written."""
    before = tree(project)
    run = ita("new-year", typed, project)
    assert run.exit_code == 2 and says in run.output
    assert tree(project) == before


def test_records_that_cannot_be_read_stop_it(project: Path) -> None:
    """Where a file is broken its faults are told, and nothing is written."""
    write(project, {"content/2568/oit.yaml": "items: [\n"})
    before = tree(project)
    run = ita("new-year", "2569", project)
    assert run.exit_code == 1 and "content/2568/oit.yaml:" in run.output
    assert tree(project) == before


def test_editors_find_the_schema(tmp_path: Path) -> None:
    """The first line of each file leads to the nearest folder of schemas, else to the project's own."""
    near = agency(tmp_path / "near")
    far = agency(tmp_path / "above" / "examples" / "far")
    write(tmp_path / "above", {f"schemas/{kind}.schema.json": "{}" for kind in ("oit", "measures")})
    for root in (near, far):
        ita("new-year", "2569", root)
    lead = "# yaml-language-server: $schema="
    for kind in ("oit", "measures"):
        first = [
            (root / "content" / "2569" / f"{kind}.yaml").read_text(encoding="utf-8").split("\n")[0]
            for root in (near, far)
        ]
        name = f"schemas/{kind}.schema.json"
        assert first == [f"{lead}../../{name}", f"{lead}../../../../{name}"]


PLAIN = st.text(
    st.sampled_from("ก่ขำ #:\"'\\\n\t-{}[]&*|>%@`,?!~0x9é😀") | st.characters(codec="utf-8"),
    max_size=40,
).filter(lambda text: bool(text) and is_plain(text))


@given(PLAIN)
def test_a_value_reads_back_the_same(text: str) -> None:
    """Any text that records can hold is read back as it was, from one line, beside any remark."""
    line = entry("name", text, told=text)
    assert "\n" not in line
    document = load_text(f"{line}\n", "x.yaml")
    assert document.root is not None and document.problems == ()
    node = document.root.get("name")
    assert isinstance(node, Scalar) and node.text == text


@given(st.text(max_size=40))
def test_a_remark_stays_a_remark(text: str) -> None:
    """No text gets out of its remark; words on two lines stay two words."""
    assert remark("ก\nข\u2028 ค") == "# ก ข ค"
    assert load_text(f"a: 1\n{remark(text, '  ')}\n", "x.yaml").problems == ()
    assert yaml.safe_load(f"a: 1\n{remark(text)}\nb: 2") == {"a": 1, "b": 2}
