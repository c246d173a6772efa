"""Every fault that a person can type stands beside the words that it must produce."""

from __future__ import annotations

import errno
import os
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml

from generator.decode import MAX_BYTES
from generator.load import MAX_FIELD, MAX_NODES
from generator.pipeline import Outcome, Settings, build_project, check_project
from generator.problems import Problem
from generator.publish import staging
from generator.report import Format, render_report
from generator.words import FOLDER, Language, Words
from tests.projects import TODAY, tree

BAD = Path(__file__).parent / "bad"
BASE = BAD / "base"
CASES = sorted(folder.name for folder in BAD.iterdir() if folder != BASE)
TOLD = "expected.txt"
CODES = tuple(
    yaml.safe_load((FOLDER / Language.THAI / "problems.yaml").read_text(encoding="utf-8"))
)
# What only a built site shows: the check of the staged pages finds it.
OF_A_SITE = re.compile("PAGE-NOT-BUILT|LINK-BROKEN|LINK-NO-ANCHOR")
RESULTS = "content/2567/assessment.yaml"
TITLE = re.compile(r"(?P<place>\S.*?:\d+:\d+): (?P<level>\S+) (?P<code>[A-Z]+(?:-[A-Z]+)+) ")
Recipe = Callable[[Path, pytest.MonkeyPatch], None]


def typed(text: str) -> Recipe:
    """Results that are too long to be kept as a file."""

    def write(root: Path, _: pytest.MonkeyPatch) -> None:
        (root / RESULTS).parent.mkdir()
        (root / RESULTS).write_text(text, encoding="utf-8")

    return write


def link(root: Path, _: pytest.MonkeyPatch) -> None:
    (root / RESULTS).parent.mkdir()
    (root / RESULTS).symlink_to(root / "site_config.yaml")


def unreadable(root: Path, patch: pytest.MonkeyPatch) -> None:
    """Mode bits do not stop the superuser, so opening fails instead."""
    opened = Path.open

    def refuse(path: Path, *arguments: object, **options: object) -> object:
        if path == root / RESULTS:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return opened(path, *arguments, **options)  # type: ignore[call-overload]

    patch.setattr(Path, "open", refuse)


# What a folder of files cannot hold, or not on every machine.
RECIPES: Mapping[str, Recipe] = {
    "CONTENT-MISSING-no-folder": lambda root, _: shutil.rmtree(root / "content"),
    "FILE-MISSING-site-config": lambda root, _: (root / "site_config.yaml").unlink(),
    "FILE-NOT-ORDINARY-folder": lambda root, _: (root / RESULTS).mkdir(parents=True),
    "FILE-NOT-ORDINARY-link": link,
    "FILE-TOO-LARGE-long-notes": typed("# หมายเหตุ\n" * (MAX_BYTES // 20)),
    "FILE-UNREADABLE-no-right": unreadable,
    "TEXT-TOO-LONG-one-paragraph": typed(f"total: 85.00\nsource: {'ก' * (MAX_FIELD + 1)}\n"),
    "YAML-TOO-MANY-NODES-endless-list": typed("errata:\n" + "- ก\n" * MAX_NODES),
}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that an earlier build published."""
    site = tmp_path_factory.mktemp("published") / "site"
    with staging(site) as stage:
        (stage.path / "index.html").write_text("<p>ผลปีก่อน</p>", encoding="utf-8")
        stage.publish()
    return site


@pytest.fixture
def project(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """The project of one case: its own files over those of the base."""
    root, name = tmp_path / "project", request.param
    shutil.copytree(BASE, root)
    shutil.copytree(BAD / name, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns(TOLD))
    if name in RECIPES:
        RECIPES[name](root, monkeypatch)
    return root


def code_of(case: str) -> str:
    """The longest code that the name of a folder begins with."""
    return max((code for code in CODES if case.startswith(f"{code}-")), key=len, default="")


def build(root: Path, *, strict: bool) -> Outcome:
    settings = Settings(root, root / "site", TODAY, strict=strict)
    return build_project(settings, lambda _step: None)


def words_of(problems: tuple[Problem, ...]) -> str:
    return render_report(problems, Format.TEXT, Words(Language.THAI)) + "\n"


def problems_of(case: str, root: Path) -> tuple[Problem, ...]:
    if OF_A_SITE.match(case):
        return build(root, strict=False).problems
    return check_project(root, TODAY)[1]


@pytest.mark.parametrize(
    ("case", "project"), [(case, case) for case in CASES], indirect=["project"]
)
def test_a_bad_input_is_told_in_these_words(
    case: str, project: Path, published: Path, request: pytest.FixtureRequest
) -> None:
    """Each fault is told at its place, in its words; and the site published before stays."""
    shutil.copytree(published, project / "site")
    before = tree(project / "site")
    problems = problems_of(case, project)
    said = words_of(problems)
    if request.config.getoption("--update-golden"):
        (BAD / case / TOLD).write_text(said, encoding="utf-8")
    assert said == (BAD / case / TOLD).read_text(encoding="utf-8")
