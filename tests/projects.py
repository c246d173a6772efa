"""Copies of the example projects for tests that build, and ways to run the program on them."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from generator.build import Engine
from generator.pipeline import Outcome, Settings, build_project

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
DEMO = "demo"
AGENCIES = ("khlong-mai", "thap-khlo", "bang-tabun", "pak-chong", "sena")
TODAY = date(2025, 3, 31)
EDITED = ("content", "site_config.yaml", "standards")


def project_folders() -> Iterator[Path]:
    """The demonstration and the five agencies."""
    yield ROOT
    yield from (EXAMPLES / name for name in AGENCIES)


def copy_project(source: Path, target: Path) -> Path:
    """What a person edits, without anything built."""
    target.mkdir(parents=True, exist_ok=True)
    for name in EDITED:
        path = source / name
        if path.is_dir():
            shutil.copytree(path, target / name)
        elif path.exists():
            shutil.copy2(path, target / name)
    return target


def in_thai_alone(project: Path) -> Path:
    """Without the English pages, for tests that are not about them: half as much to build."""
    with (project / "site_config.yaml").open("a", encoding="utf-8") as config:
        config.write("\nenglish: ไม่ใช่\n")
    return project


def build(
    root: Path, out: Path, engine: Engine = Engine.MKDOCS, *, strict: bool = False
) -> Outcome:
    settings = Settings(root, out, TODAY, engine, strict)
    return build_project(settings, lambda _step: None)


def once(shared: Path, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that is made by the first of the processes that share the tests, for all of them."""
    folder, whole = shared / name, shared / f"{name}.whole"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not whole.exists():
            make(folder)
            whole.touch()
    return folder


def run(
    *arguments: str, cwd: Path, seconds: int = 90, **environment: str
) -> subprocess.CompletedProcess[str]:
    """A command of the program in a process of its own, ended if it takes too long."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
