"""The addresses that are submitted for an item: its own page, then all that shows it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.blocks import Link
from generator.compute.disclosure import DisclosureItem
from generator.pages.common import item_address
from generator.pages.oit_index import item_links
from generator.words import Words


def submitted_links(item: DisclosureItem, year: int, t: Words) -> Iterator[Link]:
    """Links to what is submitted, each address once."""
    own = Link(t("pack.item_page", code=item.code), item_address(year, item.code))
    known = set()
    for link in (own, *item_links(item, year, t)):
        address = site_path(link) or link.url
        if address not in known:
            known.add(address)
            yield link


def site_path(link: Link) -> str | None:
    """Where a link leads within this site: `/2568/oit/o1/`; nothing where it leads elsewhere."""
    if link.file is not None:
        return f"/{link.file}"
    if link.page is None:
        return None
    folder = f"/{link.page}/" if link.page else "/"
    return f"{folder}#{link.anchor}" if link.anchor else folder
