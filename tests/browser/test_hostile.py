"""A site of hostile texts, opened: nothing of what was typed does anything."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.conftest import BuiltSite, Tab, served
from tests.browser.kinds import KINDS
from tests.hostile import make_hostile


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    folder = make_hostile(tmp_path_factory.mktemp("hostile"), english=False).folder
    with served(folder) as address:
        yield BuiltSite(folder, address)


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_text_is_only_text(kind: str, hostile: BuiltSite, tab: Tab) -> None:
    """No dialog, no request elsewhere, no word in the console, no cookie, and the page is complete."""
    page = tab.go(hostile.url(KINDS[kind]))
    page.evaluate(
        "document.querySelectorAll('main *').forEach(box => {"
        " box.dispatchEvent(new Event('mouseover')); box.dispatchEvent(new Event('focus')); })"
    )
    assert tab.visit.dialogs == []
    assert tab.visit.hosts == {hostile.address.removeprefix("http://")}
    assert tab.visit.complaints == []
    assert page.context.cookies() == []
    assert page.is_visible("footer")
