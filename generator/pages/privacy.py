"""`/about-site/privacy/`: what a visit leaves behind, and who is asked."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compute.facts import Facts
from generator.pages import about_site
from generator.pages.common import agency_name
from generator.pages.page import Page
from generator.words import Words


def pages(facts: Facts, t: Words) -> Iterator[Page]:
    yield Page(
        address=f"{about_site.ADDRESS}/privacy",
        kind="privacy",
        title=t("about.privacy.title"),
        description=t("about.privacy.description", agency=agency_name(facts, t)),
        nav_title=t("about.privacy.nav"),
        parent=about_site.ADDRESS,
        view={"contact": list(about_site.contact(facts, t))},
        in_foot=True,
    )
