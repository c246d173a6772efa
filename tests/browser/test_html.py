"""Three outside readers of the built pages: the Nu checker, html-validate and Lighthouse."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.browser.conftest import CHROMIUM_OPTIONS, HERE, BuiltSite, chromium
from tests.browser.kinds import KINDS, SHOWN
from tests.projects import DEMO

PROGRAMS = HERE / "node_modules"
CATEGORIES = ("accessibility", "best-practices", "seo")
SITES = (DEMO, "khlong-mai")


def ran(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, "CHROME_PATH": chromium()},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def documents(name: str, site: Path) -> list[str]:
    """Of the demonstration a page of each kind; of the example all but items, which are alike."""
    if name != DEMO:
        pages = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
        return [page for page in pages if "/oit/" not in page]
    return ["404.html", *(f"{page}/index.html".lstrip("/") for page in SHOWN.values())]


@pytest.mark.parametrize("name", SITES)
def test_nu_finds_no_error(name: str, built: Callable[[str], Path]) -> None:
    """Pages are HTML as the standard has it."""
    site = built(name)
    jar = PROGRAMS / "vnu-jar" / "build" / "dist" / "vnu.jar"
    options = ("--errors-only", "--format", "json")
    done = ran("java", "-jar", jar, *options, *documents(name, site), cwd=site)
    found = json.loads(done.stderr)["messages"]
    assert [f"{each['url']}: {each['message']}" for each in found] == []


@pytest.mark.parametrize("name", SITES)
def test_html_validate_finds_no_error(name: str, built: Callable[[str], Path]) -> None:
    """A second reading with other rules; where a rule is off, the reason stands beside it."""
    site = built(name)
    program = PROGRAMS / ".bin" / "html-validate"
    config = HERE / "html-validate.json"
    files = [site / each for each in documents(name, site)]
    done = ran(program, "--config", config, "--formatter", "json", *files, cwd=HERE)
    found = [
        f"{each['filePath'].removeprefix(str(site))} {message['ruleId']}: {message['message']}"
        for each in json.loads(done.stdout or "[]")
        for message in each["messages"]
    ]
    assert found == [], done.stderr
    assert done.returncode == 0, done.stderr


def test_lighthouse_gives_full_marks(demo: BuiltSite, tmp_path: Path) -> None:
    """Accessibility, best practices and SEO are 100 of 100; most of its time it waits."""
    kinds = ("home", "assessment", "oit_item")
    with ThreadPoolExecutor(len(kinds)) as pool:
        told = pool.map(lambda kind: lighthouse(demo.url(KINDS[kind]), tmp_path / kind), kinds)
    for kind, (marks, failed) in zip(kinds, told, strict=True):
        assert marks == dict.fromkeys(CATEGORIES, 1), (kind, failed)


def lighthouse(url: str, folder: Path) -> tuple[dict[str, float], list[str]]:
    """Its marks for a page, and what it finds wrong there."""
    folder.mkdir()
    report = folder / "report.json"
    done = ran(
        PROGRAMS / ".bin" / "lighthouse",
        url,
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags=--headless=new {' '.join(CHROMIUM_OPTIONS)}",
        "--output=json",
        f"--output-path={report}",
        "--quiet",
        cwd=folder,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(report.read_text(encoding="utf-8"))
    marks = {name: told["categories"][name]["score"] for name in CATEGORIES}
    return marks, [name for name, each in told["audits"].items() if each["score"] == 0]
