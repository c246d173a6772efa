"""`ita verify`: a folder and a website, compared with what was published."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.commands.exits import CLEAN, ENVIRONMENT, PROBLEMS, USAGE
from generator.history import FILE, extended, history_text, load_history
from generator.live_site import Lack, LackingError, LiveSite
from generator.publish import MANIFEST, Change, Drift, write_manifest
from tests.projects import run

PAGES = ("index.html", "404.html", "2567/index.html", "2567/files/แผน งาน.pdf")


class Handler(http.server.SimpleHTTPRequestHandler):
    """A host of static pages; `refused` are paths that it has a bad day with."""

    refused: frozenset[str] = frozenset()

    def do_GET(self) -> None:
        if self.path in self.refused:
            self.send_error(403)
        else:
            super().do_GET()

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    for name in PAGES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    write_manifest(folder)
    return folder


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Callable[..., str]]:
    """The folder above the site on loopback, so that the site is not at the root of its host."""
    servers: list[http.server.ThreadingHTTPServer] = []

    def serve(*refused: str) -> str:
        kind = type("Refusing", (Handler,), {"refused": frozenset(refused)})
        handler = functools.partial(kind, directory=str(tmp_path))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/site"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


def drifts(address: str) -> list[Drift]:
    live = LiveSite(address, pause=0)
    return list(live.drifts(live.manifest()))


def damage(site: Path) -> None:
    (site / "index.html").write_text("hacked")
    (site / "2567" / "index.html").unlink()
    (site / "extra.html").touch()


def test_a_published_site_is_as_it_was_built(site: Path, served: Callable[..., str]) -> None:
    """Every listed file is fetched, whatever its name, below any address."""
    assert drifts(served()) == []


def test_what_differs_on_the_web_is_named(site: Path, served: Callable[..., str]) -> None:
    """Changed and missing files are named; that a file was added no website tells."""
    damage(site)
    assert drifts(served()) == [
        Drift("2567/index.html", Change.MISSING),
        Drift("index.html", Change.CHANGED),
    ]


def test_a_refusal_is_no_verdict(site: Path, served: Callable[..., str]) -> None:
    """A file that the host will not give out is neither the same nor changed."""
    assert drifts(served("/site/index.html")) == [Drift("index.html", Change.UNKNOWN)]


def test_a_site_without_a_manifest(site: Path, served: Callable[..., str]) -> None:
    """Not published by us, cut short, and not to be reached are told apart."""
    address = served()
    (site / MANIFEST).write_bytes((site / MANIFEST).read_bytes()[:-9])
    with pytest.raises(LackingError) as caught:
        LiveSite(address).manifest()
    assert caught.value.kind is Lack.GONE
    (site / MANIFEST).unlink()
    with pytest.raises(LackingError) as caught:
        LiveSite(address).manifest()
    assert caught.value.kind is Lack.GONE
    with pytest.raises(LackingError) as caught:
        LiveSite(served(f"/site/{MANIFEST}")).manifest()
    assert caught.value.kind is Lack.UNREACHABLE


def verify(*arguments: object, cwd: Path) -> tuple[int, list[str]]:
    done = run("-m", "generator", "verify", "--lang", "en", *map(str, arguments), cwd=cwd)
    assert "Traceback" not in done.stderr
    return done.returncode, (done.stdout + done.stderr).splitlines()


def test_the_command(site: Path, served: Callable[..., str], tmp_path: Path) -> None:
    """It ends with 0 where all is the same, with 1 where not, with 3 where that cannot be known."""
    address = served(
        "/site/2567/files/%E0%B9%81%E0%B8%9C%E0%B8%99%20%E0%B8%87%E0%B8%B2%E0%B8%99.pdf"
    )
    assert verify(site, cwd=tmp_path) == (0, ["Every file is as published (4 files)"])
    status, lines = verify(address, cwd=tmp_path)
    assert (status, lines[0]) == (3, "unknown  2567/files/แผน งาน.pdf")
    damage(site)
    status, lines = verify(site, cwd=tmp_path)
    assert status == 1
    assert lines == [
        "missing  2567/index.html",
        "added  extra.html",
        "changed  index.html",
        "Of 4 files, 3 are not as published and 0 could not be checked",
    ]
    assert verify(address, cwd=tmp_path)[0] == 1
    assert verify("http://127.0.0.1:9/", cwd=tmp_path)[0] == 3
    (site / MANIFEST).unlink()
    assert verify(site, cwd=tmp_path)[0] == 2
    assert verify(address, cwd=tmp_path)[0] == 1
    assert verify("nowhere", cwd=tmp_path)[0] == 2


def test_a_fresh_checkout_goes_on_from_the_published_history(
    site: Path, served: Callable[..., str], tmp_path: Path
) -> None:
    """What was published counts; no history yet is no obstacle, an edited or unread one is."""
    project, published = tmp_path / "project", site / FILE
    project.mkdir()

    def fetch(address: str) -> int:
        command = ("-m", "generator", "history", str(project), "--from", address)
        return run(*command, cwd=tmp_path).returncode

    assert (fetch(served()), (project / FILE).exists()) == (CLEAN, False)
    chain = extended((), {"/": "a" * 64}, date(2025, 3, 31))
    published.write_text(history_text(chain), encoding="utf-8")
    assert fetch(served(f"/site/{FILE}")) == ENVIRONMENT
    assert not (project / FILE).exists()
    assert fetch(served()) == CLEAN
    assert load_history(project) == (chain, ())
    published.write_text(history_text(chain).replace("03-31", "03-30"), encoding="utf-8")
    assert fetch(served()) == PROBLEMS
    assert load_history(project) == (chain, ())
    assert fetch("nowhere") == USAGE
