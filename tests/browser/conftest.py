"""Built sites on a loopback server, and Debian's Chromium to open them."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.projects import EXAMPLES, ROOT, build, copy_project, in_thai_alone, once

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
DEMO = "demo"


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

    def watch(self, page: Page) -> None:
        page.on("request", lambda request: self.hosts.add(request.url.split("/")[2]))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("requestfailed", lambda request: self.complaints.append(f"failed {request.url}"))
        page.on(
            "response",
            lambda answer: answer.status >= 400 and self.complaints.append(f"404 {answer.url}"),
        )


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
def site_of(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], BuiltSite]]:
    """Builds and serves the demonstration or an example, once for the run."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    known: dict[str, BuiltSite] = {}
    with ExitStack() as servers:

        def site(name: str) -> BuiltSite:
            if name not in known:
                folder = once(shared, name, partial(_build, name)) / "site"
                known[name] = BuiltSite(folder, servers.enter_context(served(folder)))
            return known[name]

        yield site


def _build(name: str, folder: Path) -> None:
    """An example is for what is in Thai; the demonstration is in both languages."""
    project = copy_project(ROOT if name == DEMO else EXAMPLES / name, folder / "project")
    if name != DEMO:
        in_thai_alone(project)
    assert build(project, folder / "site").published


@pytest.fixture(scope="session")
def demo(site_of: Callable[[str], BuiltSite]) -> BuiltSite:
    return site_of(DEMO)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium(), args=list(CHROMIUM_OPTIONS)
        )
        yield started
        started.close()


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
