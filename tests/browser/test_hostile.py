"""A site of hostile texts, opened: nothing of what was typed does anything."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import ThreadingHTTPServer

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import BuiltSite, Quiet
from tests.browser.kinds import KINDS
from tests.hostile import make_hostile


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    folder = make_hostile(tmp_path_factory.mktemp("hostile"), english=False).folder
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield BuiltSite(folder, f"http://127.0.0.1:{server.server_port}")
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_text_is_only_text(
    kind: str, hostile: BuiltSite, open_page: Callable[..., Page]
) -> None:
    """No dialog, no request elsewhere, no word in the console, no cookie, and the page is complete."""
    dialogs: list[str] = []
    page = open_page("about:blank")
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(hostile.url(KINDS[kind]))
    page.evaluate(
        "document.querySelectorAll('main *').forEach(box => {"
        " box.dispatchEvent(new Event('mouseover')); box.dispatchEvent(new Event('focus')); })"
    )
    assert dialogs == []
    assert page.visit.hosts == {hostile.address.removeprefix("http://")}  # type: ignore[attr-defined]
    assert page.visit.complaints == []  # type: ignore[attr-defined]
    assert page.context.cookies() == []
    assert page.is_visible("footer")
