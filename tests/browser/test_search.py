"""The search box in a browser: opened, filled, read and left by any means; nothing but text in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from generator.render.frame import policy
from tests.browser.conftest import Quiet, served
from tests.projects import EXAMPLES, build, copy_project, in_thai_alone

BELOW = "ita/site"
EVIL = '<img src=x onerror="document.title=1">'
STATUS, LINKS = "[data-search-status]", "[data-search-results] a"
ALL_READ = re.compile(r"พบ \d+ หน้า$")


class _WithPolicy(Quiet):
    """Sends the policy as a server would."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", policy())
        super().end_headers()


@pytest.fixture(scope="module")
def site_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site below a path of its host, with a page whose text is markup."""
    folder = tmp_path_factory.mktemp("search")
    project = in_thai_alone(copy_project(EXAMPLES / "bang-tabun", folder / "project"))
    (project / "content" / "pages").mkdir()
    evil = f"# หน้า\n\nอันตราย `{EVIL}`\n"
    (project / "content" / "pages" / "evil.md").write_text(evil, encoding="utf-8")
    assert build(project, folder / "served" / BELOW).published
    with served(folder / "served", _WithPolicy) as address:
        yield f"{address}/{BELOW}/"


@pytest.fixture
def page(open_page: Callable[..., Page], site_url: str) -> Iterator[Page]:
    """A page of the site on which nothing may be said in the console."""
    opened = open_page(f"{site_url}2568/oit/", width=390)
    yield opened
    said = opened.visit.complaints  # type: ignore[attr-defined]
    assert [
        text for text in said if not text.startswith("failed")
    ] == []  # what leaving a page ends


def _search(page: Page, text: str) -> None:
    page.keyboard.press("Control+K")
    page.keyboard.insert_text(text)  # as voice, paste and input methods do: no key events


def test_text_that_comes_without_keys_is_searched_for(page: Page) -> None:
    """The box reacts to its text, and tells how many pages were found."""
    _search(page, "จัดซื้อ จัดจ้าง")
    expect(page.locator(STATUS)).to_have_text(re.compile(r"พบ \d\d หน้า$"))
    assert page.locator("[data-search-results] mark").first.inner_text() == "จัดซื้อ"


def test_nothing_of_the_search_is_fetched_before_it_is_opened(page: Page, site_url: str) -> None:
    """A page view costs no search data; opening fetches them from this site alone."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site_url}2568/oit/o1/")
    assert not [url for url in asked if "/search/" in url or "worker" in url]
    _search(page, "ทุจริต")
    expect(page.locator(STATUS)).to_contain_text("หน้า")
    page.wait_for_load_state("networkidle")
    data = [url.removeprefix(site_url) for url in asked if "/search/" in url]
    shards = {"search/2568.json", "search/2567.json", "search/site.json"}
    assert data[0] == "search/index.json"
    assert set(data[1:]) == shards
    assert len(data) == 1 + len(shards)
    assert all(url.startswith(site_url) for url in asked)


def test_arrows_walk_and_escape_returns(page: Page) -> None:
    """Down or Enter to the links and up again; Esc closes and gives the focus back."""
    page.locator("[data-search-open]").focus()
    page.keyboard.press("/")
    page.keyboard.insert_text("มาตรการ")
    expect(page.locator(LINKS).nth(1)).to_be_visible()
    for key, index in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("Tab", 1)):
        page.keyboard.press(key)
        expect(page.locator(LINKS).nth(index)).to_be_focused()
    for _ in range(2):
        page.keyboard.press("ArrowUp")
    expect(page.locator("[data-search-input]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(LINKS).first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog[data-search]")).not_to_be_visible()
    expect(page.locator("[data-search-open]")).to_be_focused()


def test_an_address_opens_the_search_and_back_returns_to_it(page: Page, site_url: str) -> None:
    """`?q=` is a link to an answer; an exact code comes first; its link leads to the page."""
    page.goto(f"{site_url}?q=o+27")
    first = page.locator(LINKS).first
    expect(first).to_contain_text("O27")
    first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site_url}2568/oit/o27/")
    page.go_back()
    expect(page.locator("[data-search-input]")).to_have_value("o 27")
    expect(page.locator(LINKS).first).to_contain_text("O27")


def test_more_results_are_shown_on_demand(page: Page) -> None:
    """The first twenty pages, then more, with the focus on the first of them."""
    _search(page, "งบประมาณ")
    expect(page.locator(STATUS)).to_have_text(ALL_READ)
    more = page.locator("[data-search-more]")
    more.click()
    expect(more).not_to_be_visible()
    assert page.locator(".search__page").count() > 20
    focused = page.evaluate(
        "[...document.querySelectorAll('.search__page')].findIndex("
        "item => item.contains(document.activeElement))"
    )
    assert focused == 20


def test_the_focus_stays_on_its_link_when_later_data_come(page: Page) -> None:
    """An answer of the newest year is read from while the other years arrive, and may move down."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.context.route("**/search/site.json", hold)
    with page.expect_request("**/search/site.json"):  # it is the last
        _search(page, "ข้อมูล")
    expect(page.locator(STATUS)).to_contain_text("กำลัง")
    link = page.locator(LINKS).nth(12)
    address = link.evaluate("link => link.href")
    link.focus()
    held[0].continue_()
    expect(page.locator(STATUS)).to_have_text(ALL_READ)
    assert page.evaluate("document.activeElement.href") == address
    assert link.evaluate("link => link.href") != address  # it was indeed moved


def test_markup_is_inert(page: Page) -> None:
    """Markup typed or found is shown as text and never run."""
    _search(page, EVIL)
    expect(page.locator(STATUS)).to_have_text("พบ 1 หน้า")
    expect(page.locator(".search__text").first).to_contain_text(EVIL)
    assert page.locator("dialog img").count() == 0
    assert page.title() != "1"


def test_without_scripts_there_is_no_button_that_does_nothing(
    browser: Browser, site_url: str
) -> None:
    """The button is shown by the script that makes it work."""
    page = browser.new_page(java_script_enabled=False)
    page.goto(site_url)
    expect(page.locator("[data-search-open]")).to_be_hidden()
    page.close()


def test_the_box_fits_a_narrow_screen(page: Page) -> None:
    """At 320 px nothing in the box is cut or scrolls sideways."""
    page.set_viewport_size({"width": 320, "height": 640})
    _search(page, "องค์การบริหารส่วนตำบล มาตรการส่งเสริมคุณธรรม")
    expect(page.locator(STATUS)).to_contain_text("พบ")
    assert page.evaluate(
        "(box => box.scrollWidth <= box.clientWidth)(document.querySelector('dialog'))"
    )
