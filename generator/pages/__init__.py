"""The pages of a site, in the order of the navigation; a page kind is one line here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.compute.facts import Facts
from generator.numerals import numerals_in
from generator.pages import (
    about_site,
    accessibility,
    analysis,
    assessment,
    changes,
    complaints,
    errata,
    hand,
    home,
    information_act,
    measures,
    method,
    oit_index,
    oit_item,
    privacy,
    progress,
    trend,
    year,
)
from generator.pages.page import Page
from generator.pages.site_map import site_map
from generator.thai import Numerals, show_digits
from generator.words import Words

OF_A_YEAR = (year, assessment, analysis, measures, progress, complaints, oit_index, oit_item)
OF_THE_SITE = (
    trend,
    method,
    errata,
    changes,
    information_act,
    hand,
    about_site,
    accessibility,
    privacy,
)


def list_pages(facts: Facts, words: Words) -> tuple[Page, ...]:
    """The pages of the records, those that tell how to use them elsewhere, the list of all."""
    from generator.pages import data, link  # they import what imports this package

    listed = tuple(_of_the_records(facts, words))
    told = tuple(page for kind in (data, link) for page in kind.pages(facts, listed, words))
    numerals = numerals_in(words.language, facts.project.site.record.numerals)
    pages = (*listed, *told, site_map(facts, (*listed, *told), words))
    return tuple(_with_digits(page, numerals) for page in pages)


def _with_digits(page: Page, numerals: Numerals) -> Page:
    """The page with its names in the numerals of the site: what its text has is shown later."""
    names = page.title, page.nav_title, page.description
    title, nav_title, description = (show_digits(name, numerals) for name in names)
    if (title, nav_title, description) == names:
        return page
    return replace(page, title=title, nav_title=nav_title, description=description)


def _of_the_records(facts: Facts, words: Words) -> Iterator[Page]:
    """Home, the years from the newest, then the pages about the whole."""
    yield from home.pages(facts, words)
    for number in sorted(facts.years, reverse=True):
        for kind in OF_A_YEAR:
            yield from kind.pages(facts, number, words)
    for kind in OF_THE_SITE:
        yield from kind.pages(facts, words)
