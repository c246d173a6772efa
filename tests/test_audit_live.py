"""`ita audit --live`: a published site asked politely, over a server on this machine."""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from generator.audit.history import FILE, History
from generator.audit.live import LiveSource
from generator.audit.site import audit_site
from generator.audit.source import Answer, Fetched
from generator.standards_library import Standards
from tests.projects import EXAMPLES, build, copy_project, in_thai_alone, run

PDF = b"%PDF-1.4\n%%EOF\n"


class Scripted(BaseHTTPRequestHandler):
    """Answers by the path: `/404`, `/redirect`, `/login`; anything else from a folder."""

    root: Path
    asked: Counter[str]

    def do_GET(self) -> None:
        self.asked[self.path] += 1
        wanted = urlsplit(self.path).path
        name = wanted.strip("/")
        if name.isdecimal() and len(name) == 3:
            self._answer(int(name), b"")
        elif name == "flaky":
            self._answer(200 if self.asked[self.path] > 1 else 404, PDF)
        elif name == "redirect":
            self._answer(302, b"", Location="/file.pdf")
        elif name == "gate":
            self._answer(302, b"", Location="/login/?next=file")
        elif name == "circle":
            self._answer(302, b"", Location="/circle")
        else:
            path = self.root / name / "index.html" if wanted.endswith("/") else self.root / name
            kind = "text/html" if path.suffix == ".html" else "application/octet-stream"
            known = path.is_file()
            self._answer(200 if known else 404, path.read_bytes() if known else b"", Type=kind)

    def _answer(self, status: int, body: bytes, Type: str = "text/plain", **headers: str) -> None:  # noqa: N803
        self.send_response(status)
        self.send_header("Content-Type", Type)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Counter[str]]]:
    """A built site on loopback, ended with the tests."""
    folder = tmp_path_factory.mktemp("live")
    project = in_thai_alone(copy_project(EXAMPLES / "pak-chong", folder / "project"))
    assert build(project, folder / "site").published
    (folder / "site" / "file.pdf").write_bytes(PDF)
    (folder / "site" / "login").mkdir()
    (folder / "site" / "login" / "index.html").write_text("<h1>login</h1>")
    asked: Counter[str] = Counter()
    handler = type("Handler", (Scripted,), {"root": folder / "site", "asked": asked})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}/", asked
        running.shutdown()
        thread.join(5)


def fetch(base: str, name: str) -> Fetched:
    return LiveSource(base, pause=0).fetch(f"{base}{name}")


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("file.pdf", Answer.FOUND),
        ("redirect", Answer.FOUND),
        ("404", Answer.GONE),
        ("410", Answer.GONE),
        ("403", Answer.UNKNOWN),
        ("429", Answer.UNKNOWN),
        ("500", Answer.UNKNOWN),
        ("401", Answer.LOGIN),
        ("gate", Answer.LOGIN),
        ("circle", Answer.UNKNOWN),
        ("flaky", Answer.FOUND),
    ],
)
def test_what_an_answer_means(server: tuple[str, Counter[str]], name: str, answer: Answer) -> None:
    """Only a repeated 404 or 410 is dead; a refusal or a breakdown is not known."""
    assert fetch(server[0], name).answer is answer


def test_dead_address_is_asked_twice(server: tuple[str, Counter[str]]) -> None:
    """One 404 may be an accident."""
    before = server[1]["/404"]
    fetch(server[0], "404")
    assert server[1]["/404"] == before + 2


def test_nobody_there_is_unknown() -> None:
    """A server that does not answer says nothing of its pages."""
    found = LiveSource("http://127.0.0.1:9/", pause=0).fetch("http://127.0.0.1:9/")
    assert found.answer is Answer.UNKNOWN
    assert found.note


def test_file_behind_a_redirect_is_judged_by_where_it_is(
    server: tuple[str, Counter[str]],
) -> None:
    """The address that finally answered is the one that counts."""
    found = fetch(server[0], "redirect")
    assert found.url.endswith("/file.pdf")
    assert (found.data, found.size) == (PDF, len(PDF))


def test_live_site_gives_the_same_verdicts_as_its_folder(
    server: tuple[str, Counter[str]], tmp_path: Path
) -> None:
    """The same site over HTTP: the same items, each page asked for once."""
    server[1].clear()
    history = History(tmp_path / FILE, date(2026, 1, 2))
    found = audit_site(LiveSource(server[0], pause=0), Standards(), None, history)
    assert found.pages > 50
    assert found.years
    assert not found.findings
    assert max(server[1].values()) == 1
    known = json.loads((tmp_path / FILE).read_text(encoding="utf-8"))
    assert known[server[0]]["last_open"] == "2026-01-02"


def test_history_knows_since_when_an_address_is_dead(tmp_path: Path) -> None:
    """The first day of death is kept, and forgotten once the address opens again."""
    path = tmp_path / FILE
    dead, alive = (
        Fetched("https://a.example/x", Answer.GONE),
        Fetched("https://a.example/x", Answer.FOUND),
    )
    History(path, date(2026, 1, 1)).add([dead])
    History(path, date(2026, 1, 5)).add([dead])
    assert History(path, date(2026, 1, 9)).dead_since(dead.url) == "2026-01-01"
    History(path, date(2026, 1, 10)).add([alive])
    assert History(path, date(2026, 1, 12)).dead_since(dead.url) == "2026-01-12"


def test_history_that_cannot_be_read_is_begun_anew(tmp_path: Path) -> None:
    """A damaged file is no reason to stop."""
    path = tmp_path / FILE
    path.write_text("{not json", encoding="utf-8")
    assert History(path, date(2026, 1, 1)).dead_since("x") == "2026-01-01"


def test_command_refuses_what_is_no_website(tmp_path: Path) -> None:
    """An address without http is one clear line."""
    done = run("-m", "generator", "audit", str(tmp_path), "--live", "javascript:x", cwd=tmp_path)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
