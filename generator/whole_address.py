"""Whole addresses on the web, of a site that may lie in a folder of its host."""

from __future__ import annotations

from urllib.parse import quote, urljoin, urlsplit, urlunsplit

KEPT = "/#%"


def whole_address(path: str, site_url: str) -> str:
    """`/2568/oit/` below `https://example.go.th/ita` is `https://example.go.th/ita/2568/oit/`."""
    parts = urlsplit(site_url)
    top = urlunsplit((parts.scheme, parts.netloc, parts.path.rstrip("/") + "/", "", ""))
    return urljoin(top, quote(path.lstrip("/"), safe=KEPT))
