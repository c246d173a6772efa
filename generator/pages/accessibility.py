"""`/about-site/accessibility/`: what was tested and found, and nothing beyond that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import yaml

from generator.compute.facts import Facts
from generator.dates import day_text
from generator.pages import about_site
from generator.pages.common import agency_name
from generator.pages.page import Page
from generator.words import Words

RECORD = Path(__file__).parent.parent / "accessibility.yaml"


@dataclass(frozen=True, slots=True)
class TestRun:
    """The last full run of the browser tests of the program."""

    tested_on: date
    tools: tuple[str, ...]
    widths: tuple[int, ...]
    page_kinds: int
    violations: int


def pages(facts: Facts, t: Words) -> Iterator[Page]:
    run = last_run()
    yield Page(
        address=f"{about_site.ADDRESS}/accessibility",
        kind="accessibility",
        title=t("about.accessibility.title"),
        description=t("about.accessibility.description", agency=agency_name(facts, t)),
        nav_title=t("about.accessibility.nav"),
        parent=about_site.ADDRESS,
        view={
            "agency": agency_name(facts, t),
            "contact": list(about_site.contact(facts, t)),
            "run": run,
            "tested": t(
                "about.accessibility.tested",
                day=day_text(run.tested_on, t.language),
                kinds=run.page_kinds,
                widths=", ".join(map(str, run.widths)),
            ),
        },
        in_foot=True,
    )


@cache
def last_run() -> TestRun:
    typed = yaml.safe_load(RECORD.read_text(encoding="utf-8"))
    lists = {key: tuple(typed[key]) for key in ("tools", "widths")}
    return TestRun(**{**typed, **lists})
