"""Where a link leads from outside the site: from a document, a feed or a workbook."""

from __future__ import annotations

from generator.blocks import Link
from generator.escape import url
from generator.whole_address import whole_address


def link_address(link: Link, site_url: str | None) -> str | None:
    """The whole address of a link; none for a page or file of a site whose address is unknown."""
    if link.url is not None:
        return url(link.url)
    if site_url is None:
        return None
    if link.file is not None:
        return whole_address(link.file, site_url)
    anchor = f"#{link.anchor}" if link.anchor else ""
    return whole_address(f"{link.page}/{anchor}" if link.page else anchor, site_url)
