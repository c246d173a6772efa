"""The five agencies: the faults that their reports have, and every word of them on the pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generator.compute.facts import Facts
from generator.compute.figures import Part, Ref, Verdict
from generator.pipeline import check_project
from generator.report import Format, render_report
from generator.words import Language, Words
from tests.html_pages import Article, read_site
from tests.projects import AGENCIES, DEMO, EXAMPLES, ROOT, TODAY
from tests.record_words import folded, record_texts

FAULTS = Path(__file__).parent / "examples"
SPAN = re.compile("</?span[^>]*>")


@dataclass(frozen=True)
class Example:
    facts: Facts
    report: str
    pages: dict[str, Article]
    words: str


@pytest.fixture(scope="module", params=AGENCIES)
def example(request: pytest.FixtureRequest, built: Callable[[str], Path]) -> Example:
    """One agency, read and built."""
    facts, problems = check_project(EXAMPLES / request.param, TODAY)
    assert facts is not None
    report = render_report(problems, Format.TEXT, Words(Language.THAI))
    pages = read_site(built(request.param))
    return Example(facts, report, pages, folded(" ".join(page.text for page in pages.values())))


def test_check_says_exactly_what_is_wrong_in_the_original(
    example: Example, request: pytest.FixtureRequest
) -> None:
    """The faults of a report are named, and nothing else is."""
    golden = FAULTS / f"{request.node.callspec.params['example']}.txt"
    if request.config.getoption("--update-golden"):
        golden.write_text(f"{example.report}\n", encoding="utf-8")
    assert f"{example.report}\n" == golden.read_text(encoding="utf-8")


def test_every_text_of_the_records_stands_on_a_page(example: Example) -> None:
    """Nothing that was typed is left out of the built site."""
    missing = [text for text in record_texts(example.facts) if folded(text) not in example.words]
    assert not missing


def test_every_printed_score_stands_in_the_row_of_its_figure(example: Example) -> None:
    """Each score of the record is shown beside the figure that it belongs to."""
    for year, results in example.facts.results.items():
        page = example.pages[f"{year}/assessment"]
        figures = results.aggregate.figures()
        for figure in figures:
            if figure.printed is None or figure.ref.part is Part.TOTAL:
                continue
            shown = [row for row in _rows(page, figure.ref) if str(figure.printed) in row]
            assert shown, (year, figure.ref)


def test_every_other_table_of_the_original_is_shown_as_printed(example: Example) -> None:
    """A second table keeps its own figures, row by row."""
    for year, results in example.facts.results.items():
        for index, table in enumerate(results.tables, 1):
            rows = example.pages[f"{year}/assessment"].tables[f"printed-{index}"][1:]
            printed = [
                str(figure.printed)
                for figure in table.aggregate.figures()
                if figure.printed is not None and figure.ref.part is not Part.TOTAL
            ]
            assert [row[1] for row in rows] == printed


def test_every_measure_has_its_row(example: Example) -> None:
    """As many rows as measures, each with all its steps and units."""
    for year, plan in example.facts.plans.items():
        rows = example.pages[f"{year}/measures"].tables["measures"]
        numbers = [row[0] for row in rows[1:] if len(row) > 1]
        assert numbers == [entry.number for entry in plan.measures]


def test_no_table_is_empty(example: Example) -> None:
    """A table has a head and at least one row, or it is not there."""
    for address, page in example.pages.items():
        for name, rows in page.tables.items():
            assert len(rows) > 1, (address, name)


def test_five_reports_come_out_as_they_were_printed() -> None:
    """Four totals match; คลองใหม่'s second table does not, and its three cells are named."""
    for name in AGENCIES:
        facts = _facts(name)
        printed = [r.aggregate.total for r in facts.results.values() if r.aggregate.total.verdict]
        assert [total.verdict for total in printed] == [Verdict.MATCH], name
    results = _facts("khlong-mai").results[2565]
    differing = [table.total for table in results.tables if table.total.verdict is Verdict.DIFFERS]
    assert [total.difference for total in differing] == [Decimal("-0.73")]
    assert [ref.code for ref, _ in differing[0].suspects[0].cells] == ["1", "3", "5"]


def test_bang_tabun_is_reckoned_through_its_sub_indicators() -> None:
    """Indicator 9 is 93.57 by five sub-indicators; what EIT prints cannot be reckoned again."""
    results = _facts("bang-tabun").results[2567]
    aggregate = results.aggregate
    assert str(aggregate.indicators[9].computed) == "93.57"
    assert sum(code.startswith("9.") for code in aggregate.sub_indicators) == 5
    verdicts = {number: figure.verdict for number, figure in aggregate.indicators.items()}
    assert {n for n, v in verdicts.items() if v is Verdict.NOT_REPRODUCIBLE} == {6, 7, 8}
    assert {n for n, v in verdicts.items() if v is Verdict.MATCH} == {1, 2, 3, 4, 5, 9, 10}
    assert results.level.computed is not None
    assert results.level.computed.name == results.level.printed == "ผ่านดี"
    assert all((aggregate.indicators[number].printed or 0) < 85 for number in (4, 8))


def test_a_level_that_the_rule_does_not_give_is_flagged() -> None:
    """คลองใหม่'s 85.03 of 2562 was printed as B and is A by the rule."""
    level = _facts("khlong-mai").results[2562].level
    assert (level.printed, level.computed and level.computed.name) == ("B", "A")
    assert level.differs


def test_demonstration_has_no_fault_and_says_that_it_is_invented(
    built: Callable[[str], Path],
) -> None:
    """The example to copy from is clean, and no page of it can be taken for a real agency's."""
    facts, problems = check_project(ROOT, date(2025, 3, 31))
    assert problems == ()
    assert facts is not None
    site, record = built(DEMO), facts.project.site.record
    pages = {
        path.relative_to(site): SPAN.sub("", path.read_text(encoding="utf-8"))
        for path in site.rglob("*.html")
    }
    assert len(pages) > 200
    for path, page in pages.items():
        notice = record.notice_en if path.parts[0] == "en" else record.notice
        assert notice and notice in page, path


def _facts(name: str) -> Facts:
    facts, _ = check_project(EXAMPLES / name, TODAY)
    assert facts is not None
    return facts


def _rows(page: Article, ref: Ref) -> Iterator[list[str]]:
    name = {
        Part.INSTRUMENT: "instruments",
        Part.INDICATOR: "indicators",
        Part.SUB_INDICATOR: "sub-indicators",
        Part.ITEM: "item-scores",
    }[ref.part]
    yield from (row for row in page.tables[name] if row[0] == ref.code)
