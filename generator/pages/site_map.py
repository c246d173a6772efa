"""`/about-site/site-map/`: every page of the site, under its parent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.address import HOME
from generator.blocks import Link, Listing, Value
from generator.compute.facts import Facts
from generator.pages import about_site
from generator.pages.common import agency_name
from generator.pages.page import Page
from generator.words import Words


def site_map(facts: Facts, listed: Sequence[Page], t: Words) -> Page:
    """The page of all pages, itself included."""
    page = Page(
        address=f"{about_site.ADDRESS}/site-map",
        kind="site_map",
        title=t("about.site_map.title"),
        description=t("about.site_map.description", agency=agency_name(facts, t)),
        nav_title=t("about.site_map.nav"),
        parent=about_site.ADDRESS,
        in_foot=True,
    )
    return replace(page, view={"entries": _entries(None, _by_parent([*listed, page]))})


def _by_parent(pages: Sequence[Page]) -> dict[str | None, list[Page]]:
    below: dict[str | None, list[Page]] = {}
    for page in pages:
        below.setdefault(page.parent, []).append(page)
    return below


def _entries(parent: str | None, below: dict[str | None, list[Page]]) -> tuple[Value, ...]:
    entries: list[Value] = []
    for page in below.get(parent, []):
        entries.append(Link(page.label, page.address))
        if page.address != HOME and page.address in below:
            entries.append(Listing(_entries(page.address, below)))
    return tuple(entries)
