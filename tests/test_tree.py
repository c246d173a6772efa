"""What stands in a project's folders: ordinary files of its own, and nothing that leads elsewhere."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.pipeline import check_project
from generator.report import Format, render_report
from generator.words import Language, Words
from tests.corpus.files import GOOD
from tests.patience import patience
from tests.projects import TODAY

YEAR = "content/2568"
FILE = f"{YEAR}/files/a.pdf"
OIT = "items:\n  O1:\n    state: เผยแพร่แล้ว\n    evidence: {title: ก, file: a.pdf}\n"
OUTSIDE_TEXT = "ความลับของเครื่อง"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A sound project, beside a folder that is not its own."""
    root, outside = tmp_path / "project", tmp_path / "outside"
    for folder in (root / YEAR / "files", root / "content" / "pages", root / "standards", outside):
        folder.mkdir(parents=True)
    (root / "site_config.yaml").write_text("agency: {name: เทศบาล}\n", encoding="utf-8")
    (root / YEAR / "oit.yaml").write_text(OIT, encoding="utf-8")
    (root / FILE).write_bytes(GOOD["plain.pdf"])
    (root / "content" / "pages" / "a.md").write_text("# ก\n", encoding="utf-8")
    (outside / "a.pdf").write_bytes(GOOD["plain.pdf"])
    (outside / "a.yaml").write_text(OIT, encoding="utf-8")
    (outside / "a.md").write_text(f"# {OUTSIDE_TEXT}\n", encoding="utf-8")
    return root


def link(name: str, target: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        path = root / name
        if path.is_dir():
            path.rename(root.parent / "aside")
        else:
            path.unlink(missing_ok=True)
        path.symlink_to(target.replace("OUTSIDE", str(root.parent / "outside")))

    return change


def pipe(name: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        (root / name).unlink(missing_ok=True)
        os.mkfifo(root / name)

    return change


def door(root: Path) -> None:
    (root / FILE).unlink()
    with socket.socket(socket.AF_UNIX) as end:
        here = Path.cwd()
        os.chdir((root / FILE).parent)
        try:
            end.bind("a.pdf")
        finally:
            os.chdir(here)


def hard_link(root: Path) -> None:
    (root / FILE).unlink()
    (root / FILE).hardlink_to(root.parent / "outside" / "a.pdf")


def folder(name: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        (root / name).unlink()
        (root / name).mkdir()

    return change


def plain_file(name: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        (root / name).rename(root.parent / "aside")
        (root / name).write_text("ก", encoding="utf-8")

    return change


PLANTED: dict[str, tuple[str, Callable[[Path], None]]] = {
    "evidence linked to the machine": ("EVIDENCE-NOT-ORDINARY", link(FILE, "/etc/passwd")),
    "evidence linked outside": ("EVIDENCE-NOT-ORDINARY", link(FILE, "OUTSIDE/a.pdf")),
    "evidence linked inside": ("EVIDENCE-NOT-ORDINARY", link(FILE, "b.pdf")),
    "evidence linked to nothing": ("EVIDENCE-NOT-ORDINARY", link(FILE, "/nowhere")),
    "evidence linked to itself": ("EVIDENCE-NOT-ORDINARY", link(FILE, "a.pdf")),
    "evidence linked to a device": ("EVIDENCE-NOT-ORDINARY", link(FILE, "/dev/zero")),
    "evidence with two names": ("EVIDENCE-NOT-ORDINARY", hard_link),
    "evidence that is a pipe": ("EVIDENCE-NOT-ORDINARY", pipe(FILE)),
    "evidence that is a socket": ("EVIDENCE-NOT-ORDINARY", door),
    "evidence that is a folder": ("EVIDENCE-NOT-ORDINARY", folder(FILE)),
    "folder of evidence linked": ("FOLDER-NOT-ORDINARY", link(f"{YEAR}/files", "OUTSIDE")),
    "folder of evidence linked inside": ("FOLDER-NOT-ORDINARY", link(f"{YEAR}/files", "../pages")),
    "folder of evidence that is a file": ("FOLDER-NOT-ORDINARY", plain_file(f"{YEAR}/files")),
    "year linked": ("FOLDER-NOT-ORDINARY", link(YEAR, "OUTSIDE")),
    "pages linked": ("FOLDER-NOT-ORDINARY", link("content/pages", "OUTSIDE")),
    "content linked": ("FOLDER-NOT-ORDINARY", link("content", "OUTSIDE")),
    "content that is a file": ("FOLDER-NOT-ORDINARY", plain_file("content")),
    "record linked": ("FILE-NOT-ORDINARY", link(f"{YEAR}/oit.yaml", "OUTSIDE/a.yaml")),
    "record linked to nothing": ("FILE-NOT-ORDINARY", link(f"{YEAR}/oit.yaml", "/nowhere")),
    "record that is a pipe": ("FILE-NOT-ORDINARY", pipe(f"{YEAR}/oit.yaml")),
    "record that is a device": ("FILE-NOT-ORDINARY", link(f"{YEAR}/oit.yaml", "/dev/zero")),
    "settings linked": ("FILE-NOT-ORDINARY", link("site_config.yaml", "OUTSIDE/a.yaml")),
    "settings that are a pipe": ("FILE-NOT-ORDINARY", pipe("site_config.yaml")),
    "page linked": ("FILE-NOT-ORDINARY", link("content/pages/a.md", "OUTSIDE/a.md")),
    "page that is a pipe": ("FILE-NOT-ORDINARY", pipe("content/pages/a.md")),
    "standard linked": ("FILE-NOT-ORDINARY", link("standards/2568.yaml", "OUTSIDE/a.yaml")),
    "standards linked": ("FOLDER-NOT-ORDINARY", link("standards", "OUTSIDE")),
}


@pytest.mark.parametrize("name", PLANTED)
def test_nothing_leads_out_of_the_project(name: str, project: Path) -> None:
    """A link, a pipe or a device in the place of a file or folder is refused, and never opened."""
    code, plant = PLANTED[name]
    plant(project)
    with patience():
        _, problems = check_project(project, TODAY)
    assert [problem.code for problem in problems if problem.severity == "error"] == [code]
    assert OUTSIDE_TEXT not in render_report(problems, Format.TEXT, Words(Language.THAI))


def test_the_sound_project_has_no_problem(project: Path) -> None:
    """What a case shows comes from what was planted."""
    assert [one for one in check_project(project, TODAY)[1] if one.severity == "error"] == []


@pytest.mark.parametrize(
    "name", [b"\xff.yaml", "แผน.yaml".encode("tis-620"), b"a\nb.yaml", b"\x1b[31m.yaml"]
)
def test_any_name_of_a_file_can_be_told_of(name: bytes, project: Path) -> None:
    """A name that is not text is told of without breaking the message or the terminal."""
    Path(os.fsdecode(os.path.join(os.fsencode(project / YEAR), name))).touch()
    _, problems = check_project(project, TODAY)
    for form in Format:
        said = render_report(problems, form, Words(Language.THAI))
        assert "FILE-UNKNOWN" in said
        said.encode("utf-8")
        assert form is not Format.TEXT or said.replace("\n", "").isprintable()
