"""Options of the whole test run."""

from __future__ import annotations

import pytest
from hypothesis import settings


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


# `make fuzz`: the properties of reading and of files make 100,000 inputs together.
settings.register_profile("fuzz", max_examples=8_000, deadline=None, print_blob=True)
