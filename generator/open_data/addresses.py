"""Addresses as other programs need them: whole where the site's own is known, else from its top."""

from __future__ import annotations

from dataclasses import dataclass

from generator.blocks import Link
from generator.pack.addresses import site_path
from generator.whole_address import whole_address


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the site is, as far as its settings say."""

    site_url: str | None

    def of(self, path: str) -> str:
        """A path from the top of the site: `2568/data/ita-2568.xlsx`."""
        return whole_address(path, self.site_url) if self.site_url else f"/{path.lstrip('/')}"

    def of_page(self, address: str) -> str:
        return self.of(f"{address}/" if address else "")

    def of_link(self, link: Link) -> str:
        path = site_path(link)
        return link.url or "" if path is None else self.of(path)
