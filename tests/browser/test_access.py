"""Every kind of page for everybody: axe, reflow, large text, keyboard, no shifting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import HERE, BuiltSite, Tab
from tests.browser.gallery import keep_picture
from tests.browser.kinds import KINDS, SCHEMES, SHOWN, WIDTHS

AXE = HERE / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOUR = ["color-contrast", "link-in-text-block"]
RUN = "only => axe.run(document, {runOnly: only, resultTypes: ['violations'], preload: false})"
SPACED = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
    " word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"
)
# The page's policy allows no style element, as it should; a constructed sheet is the tester's own.
RESTYLE = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}"""
STILL = "*, ::before, ::after { transition: none !important }"
TALL = 4000
SLOWER = 4
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Text that its own box hides: nothing may be cut without a way to reach it.
CUT = """() => [...document.querySelectorAll('main *, header *, footer *')].filter(box => {
  const style = getComputedStyle(box);
  return style.overflow === 'hidden' && box.scrollWidth > box.clientWidth + 1
    && box.clientWidth > 1 && box.textContent.trim();
}).map(box => box.outerHTML.slice(0, 120))"""
OTHER_FONTS = """() => [...document.querySelectorAll('body *')].filter(box =>
  [...box.childNodes].some(node => node.nodeType === 3 && node.textContent.trim())
  && !box.closest('code, pre, script, style')
  && !getComputedStyle(box).fontFamily.startsWith('Sarabun')).map(box => box.outerHTML.slice(0, 120))"""
SHIFT = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => { sum += entry.value; }))
    .observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(sum), 400);
})"""
FOCUSED = """() => {
  const box = document.activeElement;
  if (!box || box === document.body) return null;
  const place = box.getBoundingClientRect();
  const seen = document.elementFromPoint(
    Math.min(innerWidth - 1, Math.max(0, place.left + place.width / 2)),
    Math.min(innerHeight - 1, Math.max(0, place.top + Math.min(place.height, 20) / 2)));
  return {
    name: box.outerHTML.slice(0, 160),
    large: place.width > 1 && place.height > 1,
    inside: place.right > 0 && place.left < innerWidth && place.bottom > 0 && place.top < innerHeight,
    uncovered: !!seen && (box.contains(seen) || seen.contains(box)),
    outlined: getComputedStyle(box).outlineStyle !== 'none',
  };
}"""


def violations(page: Page, rules: tuple[str, list[str]] = ("tag", RULES)) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate(RUN, {"type": rules[0], "values": rules[1]})
    return [
        f"{each['id']}: {node['html'][:150]}"
        for each in found["violations"]
        for node in each["nodes"]
    ]


@pytest.mark.parametrize("kind", SHOWN)
def test_axe_finds_nothing(kind: str, demo: BuiltSite, tab: Tab) -> None:
    """WCAG 2.0 to 2.2 A and AA and best practice, at three widths; in the dark what is of colour."""
    found = []
    page = tab.go(demo.url(SHOWN[kind]))
    page.evaluate(RESTYLE, STILL)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": TALL})
        for scheme, rules in (("light", ("tag", RULES)), ("dark", ("rule", OF_COLOUR))):
            page.emulate_media(color_scheme=scheme)
            keep_picture(page, kind, width, scheme)
            found += [f"{width} {scheme} {each}" for each in violations(page, rules)]
    assert found == []


@pytest.mark.parametrize("opener", [".tool--menu", ".contents-button"])
def test_axe_finds_nothing_in_what_opens(
    opener: str, demo: BuiltSite, open_page: Callable[..., Page]
) -> None:
    """The menu and the headings of a page, while they are open over it."""
    for scheme in SCHEMES:
        page = open_page(demo.url(KINDS["progress"]), 390, color_scheme=scheme)
        page.click(opener)
        assert violations(page) == []


def test_axe_finds_nothing_in_the_search(demo: BuiltSite, open_page: Callable[..., Page]) -> None:
    """With results shown and with none."""
    for width, scheme in zip(WIDTHS, (*SCHEMES, "light"), strict=True):
        page = open_page(demo.url(KINDS["home"]), width, color_scheme=scheme)
        page.click("[data-search-open]")
        page.wait_for_selector("dialog[data-search] input")
        page.fill("dialog[data-search] input", "คู่มือ")
        page.wait_for_selector("dialog[data-search] li a")
        assert violations(page) == []
        page.fill("dialog[data-search] input", "ไม่มีคำนี้แน่นอน")
        page.wait_for_selector("dialog[data-search] li a", state="detached")
        assert violations(page) == []


def test_axe_finds_nothing_on_a_page_that_is_not_there(
    demo: BuiltSite, open_page: Callable[..., Page]
) -> None:
    """The page for a wrong address."""
    assert violations(open_page(f"{demo.address}/404.html", 390)) == []


@pytest.mark.parametrize("kind", SHOWN)
def test_nothing_scrolls_sideways_or_is_cut(kind: str, demo: BuiltSite, tab: Tab) -> None:
    """At 320 pixels, with text twice as large, and with the text spacing that WCAG names."""
    page = tab.go(demo.url(SHOWN[kind]), width=320)
    assert page.evaluate(TOO_WIDE) <= 0
    page.evaluate(RESTYLE, SPACED)
    assert page.evaluate(TOO_WIDE) <= 0
    assert page.evaluate(CUT) == []
    page.set_viewport_size({"width": 640, "height": 900})
    page.evaluate(RESTYLE, ":root { font-size: 200% !important }")
    assert page.evaluate(TOO_WIDE) <= 0
    assert page.evaluate(CUT) == []


@pytest.mark.parametrize("kind", ["home", "link", "oit_item"])
def test_all_words_are_in_the_font_of_the_site(
    kind: str, demo: BuiltSite, open_page: Callable[..., Page]
) -> None:
    """No style that lies under ours gives a part of the page another; code alone has its own."""
    page = open_page(demo.url(KINDS[kind]))
    assert page.evaluate(OTHER_FONTS) == []


@pytest.mark.parametrize("kind", ["home", "assessment", "oit_item"])
def test_nothing_moves_while_a_page_loads(
    kind: str, demo: BuiltSite, open_page: Callable[..., Page]
) -> None:
    """The layout does not shift on a phone or a desk, though the page comes slowly and in pieces."""
    for width in (390, 1280):
        page = open_page("about:blank", width)
        session = page.context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.goto(demo.url(KINDS[kind]))
        assert page.evaluate(SHIFT) == 0


@pytest.mark.parametrize("kind", ["home", "measures", "oit_index"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_keyboard_reaches_everything_and_nothing_unseen(
    kind: str, width: int, demo: BuiltSite, open_page: Callable[..., Page]
) -> None:
    """Each stop of the Tab key can be seen, has a ring, and none of the links is left out."""
    page = open_page(demo.url(KINDS[kind]), width)
    links = page.evaluate(
        "() => [...document.querySelectorAll('a[href], button')]"
        ".filter(e => e.checkVisibility()).length"
    )
    stops = []
    for _ in range(links + 5):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            break
        stops.append(stop)
    assert len(stops) == links
    wrong = [
        stop
        for stop in stops
        if not (stop["large"] and stop["inside"] and stop["uncovered"] and stop["outlined"])
    ]
    assert wrong == []


def test_the_menu_opens_and_closes_by_keyboard(
    demo: BuiltSite, open_page: Callable[..., Page]
) -> None:
    """Enter opens it, Tab goes into it, Escape closes it and gives the focus back."""
    page = open_page(demo.url("2568/oit"), 390)
    page.focus(".tool--menu")
    page.keyboard.press("Enter")
    assert page.is_visible("#menu")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#menu').contains(document.activeElement)")
    page.keyboard.press("Escape")
    assert not page.is_visible("#menu")
    assert page.evaluate("document.activeElement.matches('.tool--menu')")
