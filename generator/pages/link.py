"""`/link/`: what to paste into the agency's main website, where assessors begin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.address import address_in
from generator.compute.facts import Facts
from generator.escape import attribute, html
from generator.open_data.addresses import Addresses
from generator.open_data.inventory import BADGE
from generator.pages.common import agency_name, level_name
from generator.pages.page import Page
from generator.words import Words


def pages(facts: Facts, others: Iterable[Page], t: Words) -> Iterator[Page]:
    listed = tuple(others)
    site = facts.project.site.record
    addresses = Addresses(site.site_url)
    scored = [year for year, results in facts.results.items() if results.total is not None]
    yield Page(
        address="link",
        kind="link",
        title=t("open_data.link.title"),
        description=t("open_data.link.description", agency=agency_name(facts, t)),
        nav_title=t("open_data.link.nav"),
        view={
            "whole": bool(site.site_url),
            "badge": BADGE if scored else None,
            "alt": _alt(facts, max(scored), t) if scored else "",
            "badge_html": _badge_html(facts, max(scored), addresses, t) if scored else "",
            "links_html": _links_html(facts, listed, addresses, t),
        },
    )


def _alt(facts: Facts, year: int, t: Words) -> str:
    results = facts.results[year]
    level = level_name(results.level, t) or ""
    return t("open_data.badge.alt", year=year, total=results.total, level=level).strip()


def _badge_html(facts: Facts, year: int, addresses: Addresses, t: Words) -> str:
    """The badge has an address that stays the same from year to year."""
    page, image = (
        addresses.of_page(address_in(t.language, f"{year}/assessment")),
        addresses.of(BADGE),
    )
    alt = attribute(_alt(facts, year, t))
    return f'<a href="{attribute(page)}"><img src="{attribute(image)}" alt="{alt}" height="28"></a>'


def _links_html(facts: Facts, listed: Iterable[Page], addresses: Addresses, t: Words) -> str:
    """The pages of the newest year as a list of links."""
    newest = str(max(facts.years, default=""))
    wanted = [page for page in listed if newest in (page.address, page.parent)]
    places = [addresses.of_page(address_in(t.language, page.address)) for page in wanted]
    lines = (
        f'  <li><a href="{attribute(place)}">{html(page.title)}</a></li>'
        for page, place in zip(wanted, places, strict=True)
    )
    return "\n".join(["<ul>", *lines, "</ul>"])
