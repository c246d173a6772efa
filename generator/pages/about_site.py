"""`/about-site/`: whose site this is and how to reach the agency."""

from __future__ import annotations

from collections.abc import Iterator

from generator.blocks import Link, Value
from generator.compute.facts import Facts
from generator.pages.common import agency_name, listing
from generator.pages.page import Page
from generator.words import Words

ADDRESS = "about-site"


def pages(facts: Facts, t: Words) -> Iterator[Page]:
    yield Page(
        address=ADDRESS,
        kind="about_site",
        title=t("about.site.title"),
        description=t("about.site.description", agency=agency_name(facts, t)),
        nav_title=t("about.site.nav"),
        view={
            "agency": agency_name(facts, t),
            "contact": list(contact(facts, t)),
            "parts": [
                (Link(t(f"about.{name}.title"), f"{ADDRESS}/{address}"), t(f"about.{name}.says"))
                for name, address in (
                    ("accessibility", "accessibility"),
                    ("privacy", "privacy"),
                    ("site_map", "site-map"),
                )
            ],
        },
        in_foot=True,
    )


def contact(facts: Facts, t: Words) -> Iterator[tuple[str, Value]]:
    """What the configuration tells of the agency; what it does not tell is left out."""
    agency = facts.project.site.record.agency
    yield t("about.site.agency"), listing(dict.fromkeys((agency_name(facts, t), agency.name)))
    yield t("about.site.address"), t.given(agency.address, agency.address_en)
    yield t("about.site.phone"), agency.phone
    yield t("about.site.email"), _to(f"mailto:{agency.email}", agency.email)
    yield t("about.site.website"), _to(agency.website, agency.website)


def _to(address: str | None, text: str | None) -> Value:
    return Link(text, url=address) if text else None
