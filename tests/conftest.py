"""Options of the whole test run."""

from __future__ import annotations

import pytest
from hypothesis import settings

from tests.browser.gallery import write_index


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


# `make fuzz`: the properties of reading and of files make 100,000 inputs together.
settings.register_profile("fuzz", max_examples=8_000, deadline=None, print_blob=True)
