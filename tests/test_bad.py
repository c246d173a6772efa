"""Every fault that a person can type stands beside the words that it must produce."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

import pytest

from generator.commands.exits import CLEAN, PROBLEMS
from generator.pipeline import check_project
from generator.problems import Problem, Severity, has_errors
from generator.publish import staging
from generator.report import Format, render_report
from generator.words import Language, Words
from tests.bad_inputs import (
    BAD,
    BASE,
    CASES,
    OF_A_SITE,
    SENTENCES,
    TOLD,
    build,
    code_of,
    expected,
    lay_out,
)
from tests.projects import ROOT, TODAY, run, tree

# Errors of reading, of records and of rules; a warning; and a note.
ON_THE_COMMAND_LINE = {
    "YAML-TAB-before-a-key": PROBLEMS,
    "FIELD-UNKNOWN-near-miss": PROBLEMS,
    "EVIDENCE-MISSING-near-miss": PROBLEMS,
    "LEVEL-DIFFERS-by-the-rule": CLEAN,
    "SCORE-NOT-REPRODUCIBLE-visitors": CLEAN,
}
# A total that differs always has suspects: at the least, it may itself be misprinted.
NEVER_NEEDED = {"SCORE-TOTAL-DIFFERS.fix", "SCORE-TABLE-DIFFERS.fix"}


@dataclass(frozen=True)
class Told:
    """One case as the program took it, beside a site that had been published before."""

    case: str
    problems: tuple[Problem, ...]
    published: bool
    before: Mapping[str, bytes]
    after: Mapping[str, bytes]


@pytest.fixture(scope="module")
def old_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that an earlier build published."""
    site = tmp_path_factory.mktemp("published") / "site"
    with staging(site) as stage:
        (stage.path / "index.html").write_text("<p>ผลปีก่อน</p>", encoding="utf-8")
        stage.publish()
    return site


@pytest.fixture(scope="module", params=CASES)
def told(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, old_site: Path
) -> Iterator[Told]:
    """Each case, checked and built; with warnings only, as `--strict` builds it."""
    case = request.param
    root = tmp_path_factory.mktemp("case") / "project"
    shutil.copytree(old_site, root / "site")
    before = tree(root / "site")
    with pytest.MonkeyPatch.context() as patch:
        lay_out(case, root, patch)
        problems = check_project(root, TODAY)[1]
        outcome = build(root, strict=not has_errors(problems))
    if case.startswith(OF_A_SITE):
        problems = outcome.problems
    yield Told(case, problems, outcome.published, before, tree(root / "site"))
    shutil.rmtree(root)


def test_a_bad_input_is_told_in_these_words(told: Told, request: pytest.FixtureRequest) -> None:
    """Each fault is told at its place and in its words."""
    said = render_report(told.problems, Format.TEXT, Words(Language.THAI)) + "\n"
    if request.config.getoption("--update-golden"):
        (BAD / told.case / TOLD).write_text(said, encoding="utf-8")
    assert said == expected(told.case)


def test_a_bad_input_leaves_the_published_site_as_it_was(told: Told) -> None:
    """Errors, and warnings under `--strict`, publish nothing; notes stop no one."""
    only_notes = all(problem.severity is Severity.NOTE for problem in told.problems)
    assert told.published == only_notes
    assert (told.after == told.before) == (not only_notes)


@pytest.mark.parametrize(("case", "code"), ON_THE_COMMAND_LINE.items())
def test_the_command_line_says_the_same(
    case: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`ita check` prints exactly these words, and its number tells whether there are errors."""
    lay_out(case, tmp_path, monkeypatch)
    done = run("-m", "generator", "check", "--today", str(TODAY), str(tmp_path), cwd=ROOT)
    assert (done.stdout, done.stderr, done.returncode) == (expected(case), "", code)


def test_the_base_of_the_cases_has_no_fault() -> None:
    """What a case shows comes from its own files."""
    assert check_project(BASE, TODAY)[1] == ()


def test_every_code_has_its_bad_input() -> None:
    """A check is not finished before the folder that shows it; a folder is named for a code."""
    assert {code_of(case) for case in CASES} == set(SENTENCES)


def test_a_case_shows_the_code_that_it_is_named_for() -> None:
    """The code stands in the words, after a place and a severity."""
    title = r"^\S.*:\d+:\d+: \S+ {code} "
    other = {
        case
        for case in CASES
        if not re.search(title.format(code=code_of(case)), expected(case), re.MULTILINE)
    }
    assert other == set()


def test_every_sentence_is_seen_in_a_case() -> None:
    """What happened, the next step with a suggestion and without: each has been read once."""
    told = "\n".join(map(expected, CASES))
    unseen = {
        f"{code}.{kind}"
        for code, texts in SENTENCES.items()
        for kind, text in texts.items()
        if not re.search(rf" {_pattern(text)}$", told, re.MULTILINE)
    }
    assert unseen == NEVER_NEEDED


def _pattern(text: str) -> str:
    """A sentence with anything in the places of its facts."""
    parts = Formatter().parse(text) if "{" in text else [(text, None, None, None)]
    return "".join(re.escape(words) + (".*" if fact else "") for words, fact, _, _ in parts)
