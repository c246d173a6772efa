"""Problems as people and other programs read them."""

from __future__ import annotations

import io
import json
import re
import sys
from typing import Any

import pytest
from rich.table import Table

from generator.console import Console
from generator.problems import Place, Problem, Severity, WordKey
from generator.report import MOST_IN_FULL, Format, render_report
from generator.words import Language, Words

THAI, ENGLISH = Words(Language.THAI), Words(Language.ENGLISH)
PATH = "content/2567/oit.yaml"


def unknown(field: str = "lvel", line: int = 1, column: int = 1, **rest: Any) -> Problem:
    """A problem whose message shows a text that was typed."""
    path = rest.pop("path", PATH)
    return Problem(Place(path, line, column), "FIELD-UNKNOWN", facts={"field": field}, **rest)


def text_of(*problems: Problem, words: Words = THAI) -> str:
    return render_report(problems, Format.TEXT, words)


def sarif_of(*problems: Problem) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(render_report(problems, Format.SARIF, THAI))
    return content


def caret_under(excerpt: str, column: int) -> tuple[str, int]:
    """The line shown, and the terminal column of the caret in it."""
    shown = text_of(unknown(column=column, excerpt=excerpt)).split("\n")
    return shown[1], shown[2].index("^")


def test_few_problems_are_all_told() -> None:
    """Up to the limit every problem is told in full, and nothing is said of more."""
    text = text_of(*(unknown(line=line) for line in range(1, MOST_IN_FULL + 1)))
    assert text.count("FIELD-UNKNOWN") == MOST_IN_FULL == 50
    assert THAI("report.more", count=0)[:10] not in text


def test_the_rest_is_counted() -> None:
    """Of many problems the first fifty by place are told in full; the others are counted."""
    text = text_of(*(unknown(line=line) for line in range(57, 0, -1)))
    assert text.count("FIELD-UNKNOWN") == 50
    assert f"{PATH}:50:1" in text
    assert f"{PATH}:51:1" not in text
    assert THAI("report.more", count=7) in text
    assert text.endswith(THAI("report.summary", error=57, warning=0, note=0))


@pytest.mark.parametrize("form", [Format.JSON, Format.GITHUB, Format.SARIF])
def test_programs_get_all_problems(form: Format) -> None:
    """Forms for other programs leave no problem out."""
    text = render_report([unknown(line=line) for line in range(1, 58)], form, THAI)
    assert len(re.findall(r'::error |"code": "FIELD|"ruleId"', text)) == 57


@pytest.mark.parametrize("form", Format)
def test_problems_stand_by_place(form: Format) -> None:
    """Problems are sorted by file, then line, then column, whichever was found first."""
    found = [
        unknown("fifth", 1, 1, path="content/2568/oit.yaml"),
        unknown("fourth", 10, 2),
        unknown("second", 9, 3),
        unknown("third", 10, 1),
        unknown("first", 90, 1, path="content/2566/oit.yaml"),
    ]
    text = render_report(found, form, THAI)
    order = [text.index(name) for name in ("first", "second", "third", "fourth", "fifth")]
    assert order == sorted(order)


@pytest.mark.parametrize("form", Format)
def test_one_problem_is_told_once(form: Format) -> None:
    """The same problem at the same place, found twice, is told once."""
    text = render_report([unknown("lvel"), unknown("lvel")], form, THAI)
    assert text == render_report([unknown("lvel")], form, THAI)


def test_a_problem_in_full() -> None:
    """A problem is told with place, severity, code, what happened, the line, and what to do."""
    facts = {"text": "rankk", "suggestion": "rank"}
    place = Place("content/2567/assessment.yaml", 3, 8)
    problem = Problem(place, "WORD-UNKNOWN", Severity.WARNING, facts, "  state: rankk")
    says = "The word “rankk” is not known in this field"
    assert text_of(problem, words=ENGLISH).split("\n\n")[0].split("\n") == [
        f"content/2567/assessment.yaml:3:8: warning WORD-UNKNOWN {says}",
        "      state: rankk",
        "           ^",
        "  → Did you mean “rank”?",
    ]


def test_without_a_suggestion_the_way_is_told() -> None:
    """Where nothing can be guessed, the next step is the general one."""
    problem = Problem(Place(PATH), "FIELD-UNKNOWN", facts={"field": "zzz", "suggestion": ""})
    assert THAI("problems.FIELD-UNKNOWN.fix") in text_of(problem)


def test_words_inside_facts_are_translated() -> None:
    """A fact that is a word of ours is said in the language of the report."""
    words = {"printed": WordKey("pages.class.keep"), "computed": WordKey("pages.class.urgent")}
    facts = {"number": 1, **words}
    problem = Problem(Place(PATH), "CLASS-DIFFERS", facts=facts)
    assert "“รักษาระดับ”" in text_of(problem)
    assert "“keep up”" in text_of(problem, words=ENGLISH)


@pytest.mark.parametrize(
    ("excerpt", "column", "letters_before"),
    [
        ("level: A", 8, "level: "),
        ("title: ที่ปรึกษา", 11, "title: ท"),
        ("ชื่อ: กำลัง", 7, "ชอ: "),
        ("น้ำใจ", 4, "นำ"),
        ("ที่นี้ม์x", 9, "ทนม"),
        ("\ttitle: 1", 9, " title: "),
        ("total:", 7, "total:"),
    ],
)
def test_caret_is_under_the_column(excerpt: str, column: int, letters_before: str) -> None:
    """The caret stands under the character meant: Thai marks above and below take no column."""
    line, caret = caret_under(excerpt, column)
    assert line == f"    {excerpt}".replace("\t", " ")
    assert caret == 4 + len(letters_before)


def test_a_long_line_is_cut_around_the_column() -> None:
    """Of a very long line the part around the column is shown, not all of it."""
    line, caret = caret_under("a" * 400 + "X" + "b" * 400, 401)
    assert len(line) <= 4 + 100
    assert line[caret] == "X"


@pytest.mark.parametrize("character", ["\u200b", "\u202e", "\x1b", "\x07", "\ufeff", "\u00a0"])
def test_hidden_characters_are_made_visible(character: str) -> None:
    """What a terminal would hide or obey is shown as a sign, in the line and in the message."""
    text = text_of(unknown(f"a{character}b", 1, 8, excerpt=f"title: {character}x"))
    assert character not in text
    assert "“a▯b”" in text
    line, caret = text.split("\n")[1:3]
    assert line[caret.index("^")] == "▯"


def test_a_message_is_one_line() -> None:
    """A text of several lines inside a message does not break it."""
    assert text_of(unknown("one\ntwo")).split("\n")[0].endswith("“one two”")


def test_summary_counts_each_severity() -> None:
    """The last line counts errors, warnings and notes."""
    found = [
        unknown("a"),
        unknown("b"),
        unknown("c", severity=Severity.WARNING),
        unknown("d", severity=Severity.NOTE),
    ]
    summary = text_of(*found, words=ENGLISH).split("\n")[-1]
    assert summary == "Errors: 2, warnings: 1, notes: 1"


def test_no_problem_is_said() -> None:
    """A clean project is told so in words, and other programs get an empty result."""
    assert text_of() == "ไม่พบปัญหา"
    assert render_report([], Format.GITHUB, THAI) == ""
    assert json.loads(render_report([], Format.JSON, THAI)) == {"problems": []}
    assert sarif_of()["runs"][0]["results"] == []


@pytest.mark.parametrize(
    "typed", ["[red]", "[/]", "[bold]x[/bold]", ":smile:", "{count}", "%s", "\\["]
)
def test_markup_in_facts_is_shown_as_typed(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What looks like markup of a terminal library is shown letter for letter."""
    Console(THAI).report([unknown(typed, excerpt=f"{typed}: 1")])
    out = capsys.readouterr().out
    assert f"“{typed}”" in out
    assert f"    {typed}: 1" in out


@pytest.mark.parametrize("typed", ["[red]", "[/]", "[link=x]y[/link]", ":smile:"])
def test_markup_in_tables_is_shown_as_typed(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A text of a standard that looks like markup is shown letter for letter."""
    table = Table(title=typed)
    table.add_column(typed)
    table.add_row(typed)
    Console(THAI).tables([table], typed)
    assert capsys.readouterr().out.count(typed) == 4


def test_github_escapes_its_own_marks() -> None:
    """A percent sign or a line break cannot end or forge a GitHub annotation."""
    problem = unknown("50%\n::error::x\r", 3, 7, path="content/a,b:c%.yaml")
    line = render_report([problem], Format.GITHUB, THAI)
    assert "\n" not in line and "\r" not in line
    head, text = re.fullmatch(r"::error ([^:]*)::(.*)", line).groups()  # type: ignore[union-attr]
    properties = dict(pair.split("=", 1) for pair in head.split(","))
    assert properties["file"] == "content/a%2Cb%3Ac%25.yaml"
    assert (properties["line"], properties["col"]) == ("3", "7")
    assert "“50%25%0A::error::x%0D”" in text


@pytest.mark.parametrize(
    ("severity", "github", "sarif"),
    [
        (Severity.ERROR, "error", "error"),
        (Severity.WARNING, "warning", "warning"),
        (Severity.NOTE, "notice", "note"),
    ],
)
def test_severity_in_each_form(severity: Severity, github: str, sarif: str) -> None:
    """GitHub and SARIF are told a severity by their own names for it."""
    problem = unknown(severity=severity)
    assert render_report([problem], Format.GITHUB, THAI).startswith(f"::{github} file=")
    assert sarif_of(problem)["runs"][0]["results"][0]["level"] == sarif


def test_sarif_addresses_are_addresses() -> None:
    """In SARIF a path is a URI: spaces and Thai letters are escaped, slashes are not."""
    result = sarif_of(unknown(path="content/2567/แผน 1.yaml"))["runs"][0]["results"][0]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "content/2567/%E0%B9%81%E0%B8%9C%E0%B8%99%201.yaml"


def test_every_sarif_result_has_its_rule() -> None:
    """Each rule that a result names is described once."""
    run = sarif_of(unknown(), Problem(Place(PATH, 2), "YAML-EMPTY"), unknown(line=3))["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["FIELD-UNKNOWN", "YAML-EMPTY"]
    assert {result["ruleId"] for result in run["results"]} == set(rules)


class _Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_steps_are_shown_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal the running step is named; where output is piped nothing is."""
    screen, pipe = _Screen(), io.StringIO()
    monkeypatch.setenv("TERM", "xterm")
    for stream in (screen, pipe):
        monkeypatch.setattr(sys, "stderr", stream)
        with Console(THAI).steps() as step:
            step("load")
    assert "กำลังอ่านข้อมูล" in screen.getvalue()
    assert pipe.getvalue() == ""
