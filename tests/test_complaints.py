"""Complaint statistics: numbers alone, and a page that answers its item by itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.audit.findings import Verdict
from generator.audit.site import audit_site
from generator.audit.source import FolderSource
from generator.compute.complaints import compute_complaints, item_about_complaints
from generator.compute.facts import Facts
from generator.pipeline import check_project
from generator.records.complaints import Complaints, Month
from generator.records.words import EvidenceState
from generator.standards_library import Standards
from tests.html_pages import read_site
from tests.projects import TODAY, build

ALL_YEAR = "{" + ", ".join(f"{month}: 0" for month in Month) + "}"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An agency with the numbers of 2567, and the lists of two years."""
    root = tmp_path_factory.mktemp("complaints") / "project"
    (root / "content" / "2567").mkdir(parents=True)
    (root / "content" / "2568").mkdir()
    (root / "site_config.yaml").write_text("agency: {name: เทศบาลทดสอบ}\n", encoding="utf-8")
    numbers = f"months: {ALL_YEAR}\n"
    (root / "content" / "2567" / "complaints.yaml").write_text(numbers, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def facts(project: Path) -> Facts:
    facts, problems = check_project(project, TODAY)
    assert facts is not None
    assert problems == ()
    return facts


def test_the_numbers_of_a_year_answer_the_item_that_asks_for_them(facts: Facts) -> None:
    """2567 asks for the year itself, 2568 for the year before: one page answers both."""
    for year, code in ((2567, "O24"), (2568, "O19")):
        item = facts.disclosure[year].items[code]
        assert (item.own_page, item.state) == ("2567/complaints", EvidenceState.PUBLISHED)


def test_every_year_but_the_oldest_asks_for_complaints(facts: Facts) -> None:
    """The item is found by its concept, whatever its code is in the year."""
    for year, standard in facts.project.standards.all().items():
        found = [item_about_complaints(standard, each) for each in (year, year - 1)]
        asks = any(item.concept == "complaint_stats" for item in standard.items.values())
        assert sum(code is not None for code in found) == asks


def test_the_page_says_zero_and_an_assessor_passes_its_item(project: Path) -> None:
    """A year without complaints is stated as twelve times zero, and the item needs no more."""
    site = project.parent / "site"
    assert build(project, site).published
    page = read_site(site)["2567/complaints"]
    rows = page.tables["months"]
    assert [row[1] for row in rows[1:]] == ["0"] * 13
    audit = audit_site(FolderSource(site), Standards(), 2568)
    (year,) = audit.years
    verdicts = {item.code: item.verdict for item in year.items}
    assert verdicts["O19"] is Verdict.PASS


def test_a_month_to_come_is_not_missing() -> None:
    """Only months that are over can lack."""
    record = Complaints.model_validate({"months": {"ต.ค.": "0", "ธ.ค.": "1"}})
    computed = compute_complaints(2568, record, date(2025, 2, 1))
    assert [period.start for period in computed.missing] == [date(2024, 11, 1), date(2025, 1, 1)]


def test_what_is_open_is_what_came_in_and_neither_ended_nor_went_on() -> None:
    """Cases of the year before count too."""
    typed = {"received": "3", "finished": "2", "referred": "1"}
    record = Complaints.model_validate({"carried": "2", "months": {"ต.ค.": typed}})
    assert compute_complaints(2568, record, TODAY).under_way == 2


def test_no_field_takes_words() -> None:
    """Nothing that could tell who complained can be typed: every leaf is a number or a date."""
    schema = Complaints.model_json_schema()
    leaves = {
        name: field
        for part in (schema, *schema["$defs"].values())
        for name, field in part.get("properties", {}).items()
    }
    assert set(leaves) == {
        *("year", "carried", "months", "subjects", "updated", "draft", "publish_from"),
        *("received", "finished", "referred"),
    }
