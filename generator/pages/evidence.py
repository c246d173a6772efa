"""Where a piece of evidence leads, and what is said beside the link."""

from __future__ import annotations

from collections.abc import Iterator

from generator.blocks import Link, Value
from generator.project import FILES
from generator.records.evidence import Evidence
from generator.thai import format_date
from generator.words import Words


def evidence_link(given: Evidence, year: int) -> Link:
    """A link to a file of the year, to a page of this site, or to an address elsewhere."""
    if given.file:
        return Link(given.title, file=f"{year}/{FILES}/{given.file}")
    if given.page:
        page, _, anchor = given.page.partition("#")
        return Link(given.title, page=page.strip("/"), anchor=anchor)
    return Link(given.title, url=given.url)


def evidence_details(given: Evidence, t: Words) -> Iterator[tuple[str, Value]]:
    if given.year:
        yield t("pages.column.data_year"), t("pages.year_name", year=given.year)
    if given.published:
        yield t("pages.column.published"), format_date(given.published)
