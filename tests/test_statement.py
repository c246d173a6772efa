"""The accessibility statement claims what the browser tests try, and no more."""

from __future__ import annotations

from generator.pages.accessibility import last_run
from tests.browser.kinds import KINDS, WIDTHS
from tests.browser.statement import tools


def test_the_statement_says_what_these_tests_try() -> None:
    """Not more kinds of page, widths or programs than there are; `make accessibility` writes it."""
    run = last_run()
    assert run.page_kinds == len(KINDS)
    assert run.widths == WIDTHS
    assert list(run.tools) == tools()
    assert run.violations == 0
