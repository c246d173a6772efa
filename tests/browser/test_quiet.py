"""A page asks nobody else, says nothing in the console, and works without JavaScript."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import BuiltSite, Tab
from tests.browser.kinds import KINDS

MOST_BYTES = 250_000


@pytest.mark.parametrize("kind", KINDS)
def test_no_other_host_is_asked_and_the_console_stays_empty(
    kind: str, demo: BuiltSite, tab: Tab
) -> None:
    """Whatever the policy forbids would be told in the console."""
    page = tab.go(demo.url(KINDS[kind]))
    page.wait_for_load_state("networkidle")
    assert tab.visit.hosts == {urlsplit(demo.address).netloc}
    assert tab.visit.complaints == []
    assert page.context.cookies() == []


def test_the_first_view_is_light(demo: BuiltSite, open_page: Callable[..., Page]) -> None:
    """Fonts and all, a first page stays under 250 KB as a server sends it."""
    page = open_page("about:blank")
    bodies: dict[str, int] = {}
    page.on(
        "response",
        lambda answer: bodies.update({answer.url: len(gzip.compress(answer.body()))}),
    )
    page.goto(demo.url())
    page.wait_for_load_state("networkidle")
    assert sum("woff2" in url for url in bodies) == 4
    assert sum(bodies.values()) < MOST_BYTES


def test_the_menu_works_without_javascript(demo: BuiltSite, open_page: Callable[..., Page]) -> None:
    """Menu and headings open; what needs a script is not offered."""
    page = open_page(demo.url("2568/progress"), 390, java_script_enabled=False)
    page.click(".tool--menu")
    assert page.is_visible("#menu")
    page.click(".menu__close")
    assert not page.is_visible("#menu")
    page.click(".contents-button")
    assert page.is_visible("#contents")
    assert not page.is_visible("[data-theme-switch]")


def test_the_choice_of_light_or_dark_is_kept(
    demo: BuiltSite, open_page: Callable[..., Page]
) -> None:
    """One value is stored, and the next page knows it before it is drawn."""
    page = open_page(demo.url(), color_scheme="light")
    page.click("[data-theme-switch]")
    assert page.get_attribute("[data-theme-switch]", "aria-pressed") == "true"
    page.goto(demo.url("trend"))
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    assert page.evaluate("Object.keys(localStorage)") == ["ita-theme"]
    page.click("[data-theme-switch]")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"
