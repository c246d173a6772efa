"""The bad inputs: each a project with one fault, the words that it must produce, and it mended."""

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
from generator.files.inspect import MAX_BYTES as MOST_OF_EVIDENCE
from generator.load import MAX_FIELD, MAX_NODES
from generator.pipeline import Outcome, Settings, build_project
from generator.words import FOLDER, Language
from tests.projects import TODAY

BAD = Path(__file__).parent / "bad"
BASE = BAD / "base"
CASES = sorted(folder.name for folder in BAD.iterdir() if folder != BASE)
TOLD = "expected.txt"
MENDED = "mended"
SENTENCES: Mapping[str, Mapping[str, str]] = yaml.safe_load(
    (FOLDER / Language.THAI / "problems.yaml").read_text(encoding="utf-8")
)
# What only a built site shows: the check of the staged pages finds it.
OF_A_SITE = ("PAGE-NOT-BUILT", "LINK-BROKEN", "LINK-NO-ANCHOR")
OURS = shutil.ignore_patterns(TOLD, MENDED)
RESULTS = "content/2567/assessment.yaml"
EVIDENCE = "content/2567/files/structure.pdf"
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


def evidence(make: Callable[[Path], object]) -> Recipe:
    """The one evidence file of a case, which no repository can hold."""

    def write(root: Path, _: pytest.MonkeyPatch) -> None:
        path = root / EVIDENCE
        path.parent.mkdir(exist_ok=True)
        make(path)

    return write


def alike(root: Path, _: pytest.MonkeyPatch) -> None:
    """Two files that only some disks can hold beside one another."""
    for name in ("plan.txt", "Plan.txt"):
        path = (root / EVIDENCE).with_name(name)
        path.parent.mkdir(exist_ok=True)
        path.write_text("แผน\n", encoding="utf-8")


def film(path: Path) -> None:
    """Larger than any file may be, but taking up no room."""
    with path.open("wb") as file:
        file.truncate(MOST_OF_EVIDENCE + 1)


def forbidden(root: Path, patch: pytest.MonkeyPatch) -> None:
    """As with `unreadable`, opening fails where mode bits would not stop the superuser."""
    evidence(lambda path: path.write_bytes(b"%PDF-"))(root, patch)

    def refuse(*_: object) -> int:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    patch.setattr("generator.files.inspect.os.open", refuse)


# What a folder of files cannot hold, or not on every machine.
RECIPES: Mapping[str, Recipe] = {
    "CONTENT-MISSING-no-folder": lambda root, _: shutil.rmtree(root / "content"),
    "FILE-MISSING-site-config": lambda root, _: (root / "site_config.yaml").unlink(),
    "FILE-NOT-ORDINARY-folder": lambda root, _: (root / RESULTS).mkdir(parents=True),
    "FILE-NOT-ORDINARY-link": link,
    "FILE-TOO-LARGE-long-notes": typed("# หมายเหตุ\n" * (MAX_BYTES // 20)),
    "FILE-UNREADABLE-no-right": unreadable,
    "EVIDENCE-NOT-ORDINARY-link": evidence(lambda path: path.symlink_to("/etc/passwd")),
    "EVIDENCE-TOO-LARGE-film": evidence(film),
    "EVIDENCE-UNREADABLE-no-right": forbidden,
    "FILE-NAMES-ALIKE-capital-letter": alike,
    "FOLDER-NOT-ORDINARY-link": lambda root, _: (root / EVIDENCE).parent.symlink_to("/etc"),
    "TEXT-TOO-LONG-one-paragraph": typed(f"total: 85.00\nsource: {'ก' * (MAX_FIELD + 1)}\n"),
    "YAML-TOO-MANY-NODES-endless-list": typed("errata:\n" + "- ก\n" * MAX_NODES),
}


def lay_out(case: str, root: Path, patch: pytest.MonkeyPatch) -> None:
    """The project of a case: its own files over those of the base."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    shutil.copytree(BAD / case, root, dirs_exist_ok=True, ignore=OURS)
    if case in RECIPES:
        RECIPES[case](root, patch)


def lay_out_mended(case: str, root: Path) -> None:
    """The same project without the file that the problem points at, and with what mends it."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    shutil.copytree(BAD / case, root, dirs_exist_ok=True, ignore=OURS)
    faulty = re.search(rf"^(\S[^:\n]*):\d+:\d+: \S+ {code_of(case)} ", expected(case), re.MULTILINE)
    assert faulty is not None
    wrong = root / faulty[1]
    if wrong.is_dir():
        shutil.rmtree(wrong)
    else:
        wrong.unlink(missing_ok=True)
    shutil.copytree(BAD / case / MENDED, root, dirs_exist_ok=True)


def build(root: Path, *, strict: bool) -> Outcome:
    settings = Settings(root, root / "site", TODAY, strict=strict)
    return build_project(settings, lambda _step: None)


def expected(case: str) -> str:
    return (BAD / case / TOLD).read_text(encoding="utf-8")


def code_of(case: str) -> str:
    """The longest code that the name of a folder begins with."""
    return max((code for code in SENTENCES if case.startswith(f"{code}-")), key=len, default="")
