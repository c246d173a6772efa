"""Where a piece of evidence leads, and what is said beside the link."""

from __future__ import annotations

from collections.abc import Mapping

from generator.blocks import Hooks, Link
from generator.files.inspect import Inspected
from generator.project import FILES
from generator.records.evidence import Addressed, Evidence
from generator.words import Words

UNITS = ("B", "KB", "MB")
STEP = 1024


def evidence_link(given: Evidence, year: int, hooks: Hooks = ()) -> Link:
    """A link to a file of the year, to a page of this site, or to an address elsewhere."""
    return addressed_link(given.title, given, year, hooks)


def addressed_link(text: str, given: Addressed, year: int, hooks: Hooks = ()) -> Link:
    if given.file:
        return Link(text, file=f"{year}/{FILES}/{given.file}", hooks=hooks)
    if given.page:
        return page_link(text, given.page, hooks)
    return Link(text, url=given.url, hooks=hooks)


def page_link(text: str, typed: str, hooks: Hooks = ()) -> Link:
    """A page of this site as people type it: `/2568/measures/#list`."""
    page, _, anchor = typed.partition("#")
    return Link(text, page=page.strip("/"), anchor=anchor, hooks=hooks)


def evidence_form(given: Addressed, files: Mapping[str, Inspected], t: Words) -> str:
    """What opens: a file with its type and size, a page of this site, or another website."""
    if given.file:
        ending = given.file.rpartition(".")[2].upper()
        known = files.get(given.file)
        return f"{ending} {file_size(known.size)}" if known else ending
    return t("pages.item.form_page" if given.page else "pages.item.form_url")


def file_size(size: int) -> str:
    """`812 B`, `120 KB`, `3.4 MB`: short enough to stand beside a link."""
    amount, unit = float(size), 0
    while amount >= STEP and unit < len(UNITS) - 1:
        amount, unit = amount / STEP, unit + 1
    shown = f"{amount:.1f}" if unit and amount < 10 else f"{amount:.0f}"
    return f"{shown} {UNITS[unit]}"
