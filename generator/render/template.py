"""The template of a page's kind, filled in with the blocks of one output."""

from __future__ import annotations

from functools import cache

from jinja2 import Template

from generator.compute.facts import Facts
from generator.pages.page import Page
from generator.render.templates import environment
from generator.words import Words


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
def _template(kind: str) -> Template:
    return environment(escaping=False).get_template(f"{kind}.md.jinja")
