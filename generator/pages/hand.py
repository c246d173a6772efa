"""Pages that a person wrote in Markdown: `content/pages/<name>.md` becomes `/<name>/`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compute.facts import Facts
from generator.pages.common import agency_name
from generator.pages.page import Page
from generator.words import Words

KIND = "hand"


def pages(facts: Facts, t: Words) -> Iterator[Page]:
    agency = agency_name(facts, t)
    for entry in facts.project.hand_pages:
        yield Page(
            address=entry.name,
            kind=KIND,
            title=entry.title,
            description=t("pages.hand.description", title=entry.title, agency=agency),
            view={"text": entry.text},
        )
