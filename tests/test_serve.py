"""`ita serve`: a saved file shows in the browser, a broken one shows its problems."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.projects import EXAMPLES, copy_project, in_thai_alone

PATIENCE = 30.0


@dataclass(frozen=True)
class Served:
    record: Path
    url: str
    process: subprocess.Popen[str]

    def page(self) -> str:
        with urllib.request.urlopen(self.url, timeout=5) as answer:  # noqa: S310
            text: str = answer.read().decode("utf-8")
            return text

    def wait(self, wanted: Callable[[str], bool]) -> str:
        """The page, as soon as it is as wanted."""
        last = ""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            assert self.process.poll() is None, "the server ended"
            try:
                last = self.page()
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                last = ""
            if wanted(last):
                return last
            time.sleep(0.1)
        pytest.fail(f"the page never became as wanted: {last[:500]}")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    project = in_thai_alone(copy_project(EXAMPLES / "pak-chong", tmp_path / "project"))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "generator", "serve", str(project), "--port", str(port)]
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, text=True, env=os.environ
    ) as process:
        try:
            url = f"http://127.0.0.1:{port}/2563/assessment/"
            yield Served(project / "content" / "2563" / "assessment.yaml", url, process)
        finally:
            process.terminate()
            process.wait(10)


def test_saved_file_shows_and_a_broken_one_keeps_the_last_good_page(served: Served) -> None:
    """New text appears by itself; a mistake is told on the page that still stands; mended, it goes."""
    served.wait(lambda page: "55.62" in page)
    good = served.record.read_text(encoding="utf-8")

    served.record.write_text(f"source: ที่มาที่เพิ่งบันทึก\n{_less_source(good)}", encoding="utf-8")
    served.wait(lambda page: "ที่มาที่เพิ่งบันทึก" in page)

    served.record.write_text(good.replace("total: 55.62", "totl: 55.62"), encoding="utf-8")
    broken = served.wait(lambda page: 'role="alert"' in page)
    assert "FIELD-UNKNOWN" in broken
    assert "ที่มาที่เพิ่งบันทึก" in broken

    served.record.write_text(good, encoding="utf-8")
    served.wait(lambda page: 'role="alert"' not in page and "ที่มาที่เพิ่งบันทึก" not in page)


def _less_source(text: str) -> str:
    """The record without its own source, however many lines that takes."""
    lines, skipping = [], False
    for line in text.split("\n"):
        skipping = line.startswith("source:") or (skipping and line.startswith(" "))
        if not skipping:
            lines.append(line)
    return "\n".join(lines)
