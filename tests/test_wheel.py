"""The wheel is complete: away from this folder it builds a project that has only its records."""

from __future__ import annotations

import os
import re
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from tests.projects import EXAMPLES, ROOT, copy_project, run

NAME = re.compile(r"[A-Za-z0-9._-]+")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, made and unpacked into a folder of its own."""
    folder = tmp_path_factory.mktemp("wheel")
    made = run("-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=ROOT)
    assert made.returncode == 0, made.stderr
    (wheel,) = folder.glob("*.whl")
    target = folder / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    return target


def test_wheel_builds_a_project_of_its_records_alone(installed: Path, tmp_path: Path) -> None:
    """Theme, templates, standards, words and a default mkdocs.yml come from the wheel."""
    project = copy_project(EXAMPLES / "pak-chong", tmp_path / "project")
    assert {path.name for path in project.iterdir()} == {"content", "site_config.yaml"}
    path = {"PYTHONPATH": str(installed)}
    where = run("-c", "import generator; print(generator.__file__)", cwd=tmp_path, **path)
    assert where.stdout.startswith(str(installed))
    done = run("-m", "generator", "build", "project", cwd=tmp_path, **path)
    assert done.returncode == 0, done.stderr
    page = (project / "site" / "2563" / "assessment" / "index.html").read_text(encoding="utf-8")
    assert "55.62" in page
    assert (project / "site" / "assets" / "frame.css").exists()


def test_wheel_carries_every_file_of_the_package(installed: Path) -> None:
    """Nothing beside the Python files is forgotten."""
    folders = {"generator": "generator", "theme": "generator/theme", "docs": "generator/docs"}
    for folder, target in folders.items():
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                assert (installed / target / path.relative_to(ROOT / folder)).exists(), path


def test_every_dependency_of_the_wheel_is_locked() -> None:
    """What `pip install` would fetch is what was tested: each is in the lock file with hashes."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8").lower()
    for requirement in project["dependencies"]:
        name = NAME.match(requirement)
        assert name is not None
        assert re.search(rf"^{name[0].lower()}==[^\n]+\\\n\s+--hash=sha256:", lock, re.MULTILINE)


def test_command_has_its_entry_point(installed: Path) -> None:
    """The wheel installs the command `ita`."""
    (entries,) = installed.glob("*.dist-info/entry_points.txt")
    assert "ita = generator.cli:main" in entries.read_text(encoding="utf-8")
    assert os.access(Path(sys.executable).parent / "ita", os.X_OK)
