"""What the accessibility statement of every site may say: what a whole run of these tests found."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from generator.pages.accessibility import RECORD
from tests.browser.conftest import HERE
from tests.browser.kinds import KINDS, WIDTHS

NAMES = {
    "axe-core": "axe-core {} (WCAG 2.0, 2.1, 2.2 A, AA, best practice)",
    "vnu-jar": "Nu Html Checker {}",
    "html-validate": "html-validate {}",
    "lighthouse": "Lighthouse {}",
}


def tools() -> list[str]:
    """The checkers, in the versions that are pinned."""
    pinned = json.loads((HERE / "package.json").read_text(encoding="utf-8"))["dependencies"]
    return [told.format(pinned[name]) for name, told in NAMES.items()]


def write_record(session: pytest.Session) -> None:
    """Only a whole run that found nothing is told of."""
    options = session.config.option
    partial = (
        options.keyword or options.markexpr or any(".py" in each for each in options.file_or_dir)
    )
    if partial or session.testsfailed or not session.testscollected:
        reporter = session.config.pluginmanager.get_plugin("terminalreporter")
        reporter.write_line(
            "Nothing is recorded but a whole run of tests/browser without a failure"
        )
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        return
    lines = [
        "# What the last whole run of the browser tests found; written by `make accessibility`, shown in",
        "# every site's accessibility statement. Nothing here is typed by hand.",
        f"tested_on: {datetime.now(tz=UTC).date().isoformat()}",
        "tools:",
        *(f"  - {json.dumps(tool)}" for tool in tools()),
        f"widths: [{', '.join(map(str, WIDTHS))}]",
        f"page_kinds: {len(KINDS)}",
        "violations: 0",
    ]
    RECORD.write_text("\n".join(lines) + "\n", encoding="utf-8")
