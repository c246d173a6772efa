"""Files read by two processes: the same records and problems as by one."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.synthetic import write_project
from generator import read_ahead
from generator.load import Document, load_file
from generator.problems import Problem
from generator.project import load_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Some years with standards of their own."""
    write_project(tmp_path, 120)
    return tmp_path


@pytest.fixture
def on_one_core(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Two cores and a large project, whatever they are, until it is called."""
    monkeypatch.setattr(read_ahead, "LARGE", 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    return lambda: monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})


def test_records_and_places_are_the_same(project: Path, on_one_core: Callable[[], None]) -> None:
    """Nothing is lost on the way from the copy."""
    beside, problems = load_project(project)
    on_one_core()
    alone, same_problems = load_project(project)
    assert beside is not None and alone is not None
    assert beside.years == alone.years
    assert problems == same_problems


@pytest.mark.parametrize("files", ["standards/*.yaml", "content/*/*.yaml"])
def test_every_problem_is_told_in_its_place(
    files: str, project: Path, on_one_core: Callable[[], None]
) -> None:
    """From the first file to the last."""
    broken = sorted(project.glob(files))
    for path in broken:
        text = path.read_text(encoding="utf-8")
        path.write_text(f"{text}\nnobody_knows: 1\n", encoding="utf-8")
    beside, problems = load_project(project)
    on_one_core()
    assert (beside, problems) == load_project(project)
    assert _files(problems) >= {str(path.relative_to(project)) for path in broken}


def _files(problems: tuple[Problem, ...]) -> set[str]:
    return {problem.place.path for problem in problems}


def test_the_later_files_are_read_by_a_copy_and_others_when_asked_for(
    project: Path, on_one_core: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """About half of what was announced; a file under another name is told by that name."""
    read: list[str] = []

    def noted(path: Path, name: str) -> Document:
        read.append(name)
        return load_file(path, name)

    monkeypatch.setattr(read_ahead, "load_file", noted)
    files = [(path, path.name) for path in sorted(project.glob("standards/*.yaml"))]
    with read_ahead.reading(files) as document:
        names = [document(path, name).name for path, name in files]
        assert document(files[-1][0], "another").name == "another"
    assert names == [name for _, name in files]
    first = len(files) - len(files) * 45 // 100
    assert read == [*names[:first], "another"]


def test_a_small_project_is_read_by_one_process(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.delattr(os, "fork")
    monkeypatch.setattr(read_ahead, "LARGE", 100_000_000)
    assert load_project(project)[0] is not None
