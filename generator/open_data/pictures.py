"""The pictures of each year, for other websites: a badge and an image to share."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.blocks import Tone
from generator.compute.facts import Facts
from generator.open_data.badge import badge_text
from generator.open_data.card import Card, card_bytes
from generator.open_data.inventory import BADGE, Inventory
from generator.open_data.recipe import Recipe, recipe_key
from generator.pages.common import level_badge
from generator.words import Words


def badges(facts: Facts, inventory: Inventory, t: Words) -> Iterator[tuple[str, str]]:
    """A badge of each year, and the newest again at the address that stays."""
    for year in sorted(facts.years):
        if (path := inventory.path(year, "badge")) is not None:
            text = _badge(make_card(facts, year, t), year, t)
            yield path, text
            yield BADGE, text


def cards(facts: Facts, inventory: Inventory, t: Words) -> Iterator[tuple[str, Recipe]]:
    for year in facts.years:
        if (path := inventory.path(year, "card")) is not None:
            card = make_card(facts, year, t)
            yield path, Recipe(partial(recipe_key, "card", card), partial(card_bytes, card))


def make_card(facts: Facts, year: int, t: Words) -> Card:
    results = facts.results.get(year)
    total = results.total if results else None
    level = level_badge(results.level, results.standard, t) if results else None
    heading = "open_data.card.no_score" if total is None else "open_data.card.heading"
    return Card(
        lang=str(t.language),
        agency=facts.project.site.record.agency.name,
        heading=t(heading, year=year),
        total=None if total is None else str(total),
        points=t("open_data.card.score"),
        level=level.text if level else None,
        tone=level.tone if level else Tone.PLAIN,
    )


def _badge(card: Card, year: int, t: Words) -> str:
    level = card.level or ""
    return badge_text(
        t("open_data.badge.label", year=year),
        f"{t('open_data.badge.text', total=card.total)} {level}".strip(),
        t("open_data.badge.alt", year=year, total=card.total, level=level).strip(),
        card.tone,
    )
