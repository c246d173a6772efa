"""The documentation of rules: every code has its page, made from the rule and true to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.pipeline import check_project
from generator.problems import Problem, has_errors
from generator.rulebook import PAGES, bases, describe_rules
from generator.rulebook.pages import LANGUAGES, Example, render_pages
from generator.words import Language, Words, keys
from tests.bad_inputs import (
    BAD,
    CASES,
    MENDED,
    OF_A_SITE,
    RECIPES,
    SENTENCES,
    TOLD,
    build,
    code_of,
    lay_out,
    lay_out_mended,
)
from tests.projects import ROOT, TODAY, run

FOLDER = ROOT / PAGES
MENDED_CASES = [case for case in CASES if (BAD / case / MENDED).is_dir()]
# The faults that no text can show are made by a recipe; one of each code is enough.
SHOWN = [*MENDED_CASES, *{code_of(case): case for case in RECIPES}.values()]


def _problems(case: str, root: Path) -> tuple[Problem, ...]:
    problems = check_project(root, TODAY)[1]
    if case.startswith(OF_A_SITE) and not has_errors(problems):
        problems = build(root, strict=False).problems
    return problems


def _example(case: str, root: Path) -> Example:
    with pytest.MonkeyPatch.context() as patch:
        lay_out(case, root, patch)
        problems = _problems(case, root)
    problem = next(each for each in problems if each.code == code_of(case))
    wrong = {} if case in RECIPES else dict(_files(BAD / case, TOLD, MENDED))
    return Example(problem, wrong, dict(_files(BAD / case / MENDED)))


def _files(folder: Path, *others: str) -> Iterator[tuple[str, str]]:
    """The files of a case as a person would see them; what is no text is not shown."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if path.suffix in LANGUAGES and name.parts[0] not in others:
            yield name.as_posix(), path.read_bytes().decode("utf-8", "replace")


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Example]:
    """One example a code, in the order of the rules."""
    made = {
        code_of(case): _example(case, tmp_path_factory.mktemp("case") / "project") for case in SHOWN
    }
    return {code: made[code] for code in bases() if code in made}


def test_every_code_is_documented() -> None:
    """A code has a reason in both languages, sources, and one example that is mended."""
    assert list(bases()) == list(SENTENCES)
    assert {code_of(case) for case in SHOWN} == set(SENTENCES)
    assert len(SHOWN) == len(SENTENCES)
    assert all(sources for sources in bases().values())


def test_no_rule_is_told_twice() -> None:
    """A rule is described where its message names facts, and by its message where it does not."""
    described = {
        key.split(".")[2] for key in keys(Language.THAI) if re.match(r"rules\.rule\..+\.what", key)
    }
    assert described == {code for code, texts in SENTENCES.items() if "{" in texts["says"]}


def test_every_source_is_one_that_a_rule_rests_on() -> None:
    """No source is listed in vain, and none is named that has no words."""
    listed = {key.split(".")[2] for key in keys(Language.THAI) if key.startswith("rules.basis.")}
    assert listed == {source for sources in bases().values() for source in sources}


@pytest.mark.parametrize("case", MENDED_CASES)
def test_the_right_example_mends_the_wrong_one(case: str, tmp_path: Path) -> None:
    """What a page shows as right is not told of this rule, and brings in no error."""
    lay_out_mended(case, tmp_path)
    problems = _problems(case, tmp_path)
    assert code_of(case) not in {problem.code for problem in problems}
    assert not has_errors(problems)


@pytest.mark.parametrize("language", Language)
def test_pages_are_those_of_the_rules(
    language: Language, examples: dict[str, Example], request: pytest.FixtureRequest
) -> None:
    """After a change to a rule, its words or its example, `make rules` must be run."""
    pages = render_pages(examples, Words(language))
    folder = FOLDER / language
    if request.config.getoption("--update-golden"):
        folder.mkdir(parents=True, exist_ok=True)
        for path in folder.iterdir():
            path.unlink()
        for name, text in pages.items():
            (folder / name).write_text(text, encoding="utf-8")
    committed = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    assert committed == pages


def test_command_lists_the_rules_and_explains_one(tmp_path: Path) -> None:
    """`ita rules` names every code; with a code, in any case, it prints the page."""
    table = run("-m", "generator", "rules", cwd=tmp_path)
    assert table.returncode == 0
    assert all(rule.code in table.stdout for rule in describe_rules(Words(Language.THAI)))
    one = run("-m", "generator", "rules", "score-format", "--lang", "en", cwd=tmp_path)
    page = (FOLDER / "en" / "SCORE-FORMAT.md").read_text(encoding="utf-8")
    assert one.stdout == page.rstrip("\n") + "\n"


def test_command_names_the_code_that_was_likely_meant(tmp_path: Path) -> None:
    """A code that does not exist is refused with the nearest one."""
    done = run("-m", "generator", "rules", "SCORE-FORMT", cwd=tmp_path)
    assert done.returncode == 2
    assert re.search("SCORE-FORMT.*SCORE-FORMAT", done.stderr)
