"""The navigation as MkDocs takes it: years from the newest, each with its pages."""

from __future__ import annotations

from collections.abc import Iterable

from generator.address import ENGLISH, HOME, document_path
from generator.escape import attribute
from generator.pages.page import Page
from generator.words import NAMES, Language

HOMES = (HOME, ENGLISH)
Navigation = list[dict[str, "str | Navigation"]]


def navigation(pages: Iterable[Page], english: Iterable[Page] = ()) -> Navigation:
    """Every page under its parent, in the order of the pages; last, those in English together.

    The theme shows who reads one language the entries of that language alone.
    """
    entries = _entries(pages)
    inside = _entries(english)
    return [*entries, {NAMES[Language.ENGLISH]: inside}] if inside else entries


def _entries(pages: Iterable[Page]) -> Navigation:
    listed = tuple(pages)
    children: dict[str | None, list[Page]] = {}
    for page in listed:
        children.setdefault(page.parent, []).append(page)
    return [_entry(page, children) for page in children.get(None, [])]


def _entry(page: Page, children: dict[str | None, list[Page]]) -> dict[str, str | Navigation]:
    """A page by itself, or a section whose first entry is the page that it is named after."""
    label, path = attribute(page.label), document_path(page.address)
    below = children.get(page.address, []) if page.address not in HOMES else []
    if not below:
        return {label: path}
    inside: Navigation = [{label: path}, *(_entry(child, children) for child in below)]
    return {label: inside}
