"""The template of a page's kind, filled in with the blocks of one output."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from generator.compute.facts import Facts
from generator.pages.page import Page
from generator.words import Words

TEMPLATES = Path(__file__).parent.parent / "templates"


def fill_template(page: Page, out: object, facts: Facts, words: Words, **more: object) -> str:
    """What the template says of a page; `out` has a method for each block that it names."""
    return _template(page.kind).render(
        page=page,
        out=out,
        t=words,
        site=facts.project.site.record,
        facts=facts,
        tables={table.id: table for table in page.tables},
        charts={chart.id: chart for chart in page.charts},
        **more,
        **page.view,
    )


@cache
def _environment() -> Environment:
    """Blocks escape for the place where a text lands, so the engine itself must not."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701
    )


@cache
def _template(kind: str) -> Template:
    return _environment().get_template(f"{kind}.md.jinja")
