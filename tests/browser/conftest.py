"""Built sites on a loopback server, and Debian's Chromium to open them."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Dialog, Page, sync_playwright

from tests.projects import DEMO

HERE = Path(__file__).parent
CHROMIUM_OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--in-process-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_sessionfinish(session: pytest.Session) -> None:
    if session.config.getoption("--record") and not hasattr(session.config, "workerinput"):
        from tests.browser.statement import write_record  # it imports what imports this file

        write_record(session)


def chromium() -> str:
    found = shutil.which("chromium")
    assert found, "Chromium is not installed: run tests/browser/setup.sh"
    return found


@dataclass(frozen=True)
class BuiltSite:
    """A site on disk and where it is served."""

    folder: Path
    address: str

    def url(self, page: str = "") -> str:
        return f"{self.address}/{page}/" if page else f"{self.address}/"


@dataclass
class Visit:
    """What one page did besides showing itself."""

    hosts: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def begin(self) -> None:
        self.hosts.clear()
        self.complaints.clear()
        self.dialogs.clear()

    def watch(self, page: Page) -> None:
        page.on("request", lambda request: self.hosts.add(request.url.split("/")[2]))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("requestfailed", lambda request: self.complaints.append(f"failed {request.url}"))
        page.on("dialog", self._close)
        page.on(
            "response",
            lambda answer: answer.status >= 400 and self.complaints.append(f"404 {answer.url}"),
        )

    def _close(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing of it."""

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """The address of a folder on a loopback server of its own."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def demo(built: Callable[[str], Path]) -> Iterator[BuiltSite]:
    """The demonstration, served."""
    folder = built(DEMO)
    with served(folder) as address:
        yield BuiltSite(folder, address)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium(), args=list(CHROMIUM_OPTIONS)
        )
        yield started
        started.close()


@dataclass(frozen=True)
class Tab:
    """A page that goes from address to address, and what it did since the last."""

    page: Page
    visit: Visit

    def go(self, url: str, width: int = 1280, height: int = 900) -> Page:
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.emulate_media(color_scheme="light", media="screen")
        self.visit.begin()
        self.page.goto(url)
        return self.page


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Tab]:
    """For tests that look at many pages and leave nothing behind: sooner than a profile for each."""
    tab = Tab(browser.new_page(), Visit())
    tab.visit.watch(tab.page)
    yield tab
    tab.page.context.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens pages, each in a profile of its own."""
    contexts = []

    def open_at(url: str, width: int = 1280, height: int = 900, **options: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        visit = Visit()
        visit.watch(page)
        page.goto(url)
        page.visit = visit  # type: ignore[attr-defined]
        return page

    yield open_at
    for context in contexts:
        context.close()
