"""What the theme's frame shows on every page: words, links, and whose site it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.address import HOME
from generator.colour import lightened
from generator.compute.facts import Facts
from generator.escape import UnsafeAddress, html, url
from generator.pages.page import Page
from generator.project import CONTENT, FILES
from generator.search import box_words
from generator.thai import Numerals, show_digits
from generator.words import Words

# Nothing is inline, so no hash is needed: what is not a file of this site does not run or load.
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
HEADERS = "_headers"
BRAND = "assets/brand.css"
DARK_GROUND = "#1a222b"
COMFORTABLE = 7.0
FRAME_WORDS = (
    "skip", "menu", "close", "trail", "home", "contents", "neighbours", "previous", "next",
    "dark", "notice", "website", "printed", "not_found", "not_found_says",
)  # fmt: skip


def policy() -> str:
    """The policy as a page itself can state it."""
    return "; ".join(f"{name} {value}" for name, value in POLICY.items())


def headers() -> str:
    """A file that several hosts read: what only a server can say stands here as well."""
    lines = (
        f"Content-Security-Policy: {policy()}; frame-ancestors 'none'",
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: no-referrer",
        "Permissions-Policy: camera=(), geolocation=(), microphone=()",
    )
    return "/*\n" + "".join(f"  {line}\n" for line in lines)


def frame(facts: Facts, pages: tuple[Page, ...], words: Words) -> dict[str, object]:
    """The values of `config.extra.ita`, escaped for HTML."""
    site = facts.project.site.record
    language = str(words.language)
    logo = logo_address(facts)
    return {
        "policy": policy(),
        "icon": logo or "assets/icon.svg",
        "logo": logo,
        "notice": html(show_digits(site.notice, site.numerals)) if site.notice else "",
        "agency": {
            "name": html(site.agency.name),
            "lines": [html(line) for line in agency_lines(facts, words)],
            "website": html(_address(site.agency.website)),
        },
        "homes": {language: "."},
        "words": {language: {key: html(words(f"frame.{key}")) for key in FRAME_WORDS}},
        "search": {language: box_words(words, site.numerals)},
        "links": {language: [_link(page, site.numerals) for page in pages if page.in_foot]},
    }


def logo_address(facts: Facts) -> str | None:
    logo = facts.project.site.record.look.logo
    return f"{FILES}/{logo}" if logo else None


def brand_style(facts: Facts) -> dict[str, str]:
    """The agency's own colour, in place of the theme's, and what stays readable in the dark."""
    colour = facts.project.site.record.look.colour
    if colour is None:
        return {}
    bright = lightened(colour, DARK_GROUND, COMFORTABLE)
    return {BRAND: f":root {{ --brand: {colour}; --brand-bright: {bright}; }}\n"}


def site_files(facts: Facts) -> Iterator[tuple[str, Path]]:
    """The files of the site itself that are published: its emblem."""
    if (address := logo_address(facts)) is not None:
        yield address, facts.project.root / CONTENT / address


def agency_lines(facts: Facts, words: Words) -> Iterator[str]:
    """How to reach the agency, a line each."""
    site = facts.project.site.record
    for key in ("address", "phone", "email"):
        value = getattr(site.agency, key)
        if value:
            yield show_digits(words(f"frame.{key}", value=value), site.numerals)


def _link(page: Page, numerals: Numerals) -> dict[str, str]:
    where = f"{page.address}/" if page.address != HOME else "."
    return {"url": where, "title": html(show_digits(page.label, numerals))}


def _address(text: str | None) -> str:
    try:
        return url(text) if text else ""
    except UnsafeAddress:
        return ""
