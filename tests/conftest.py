"""Options of the whole test run."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import settings

from tests.browser.gallery import write_index
from tests.projects import DEMO, EXAMPLES, ROOT, build, copy_project, in_thai_alone, once


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what the program says now into the golden files, to be read before a commit",
    )
    parser.addoption(
        "--record",
        action="store_true",
        help="write what a whole run of tests/browser found into the accessibility statement",
    )


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Once for all of the processes that the tests are shared among."""
    if not hasattr(session.config, "workerinput"):
        write_index()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The site of the demonstration or of an agency, built once for the run; not to be changed."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    return lambda name: once(shared, name, partial(_build, name)) / "site"


def _build(name: str, folder: Path) -> None:
    """An agency is for what is in Thai; the demonstration is in both languages."""
    project = copy_project(ROOT if name == DEMO else EXAMPLES / name, folder / "project")
    if name != DEMO:
        in_thai_alone(project)
    assert build(project, folder / "site").published


# `make fuzz`: the properties of reading and of files make 100,000 inputs together.
settings.register_profile("fuzz", max_examples=8_000, deadline=None, print_blob=True)
