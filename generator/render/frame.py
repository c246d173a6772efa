"""What the theme's frame shows on every page: words, links, and whose site it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.address import HOME, address_in
from generator.colour import lightened
from generator.compute.facts import Facts
from generator.escape import UnsafeAddress, attribute, url
from generator.numerals import numerals_in
from generator.pages.common import agency_name
from generator.pages.page import Page
from generator.project import CONTENT, FILES
from generator.search import INDEX, box_words
from generator.thai import Numerals, mark_thai, show_digits
from generator.words import NAMES, Language, Words

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
    "dark", "notice", "website", "printed", "not_found", "not_found_says", "reading",
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


def frame(facts: Facts, pages: Mapping[Language, tuple[Page, ...]]) -> dict[str, object]:
    """The values of `config.extra.ita`, escaped for HTML; `in` holds those of each language."""
    site = facts.project.site.record
    logo = logo_address(facts)
    return {
        "policy": policy(),
        "icon": logo or "assets/icon.svg",
        "logo": logo,
        "website": attribute(_address(site.agency.website)),
        "in": {
            str(language): _in_language(facts, listed, Words(language))
            for language, listed in pages.items()
            if listed
        },
    }


def _in_language(facts: Facts, pages: tuple[Page, ...], t: Words) -> dict[str, object]:
    site = facts.project.site.record
    numerals = numerals_in(t.language, site.numerals)
    home = address_in(t.language, HOME)
    notice = t.given(site.notice, site.notice_en)
    return {
        "called": NAMES[t.language],
        "home": f"{home}/" if home else ".",
        "title": attribute(site_title(facts, t)),
        "name": _marked(site_title(facts, t), t),
        "notice": _marked(show_digits(notice, numerals), t) if notice else "",
        "agency": _marked(agency_name(facts, t), t),
        "lines": [_marked(line, t) for line in agency_lines(facts, t)],
        "words": {key: attribute(t(f"frame.{key}")) for key in FRAME_WORDS},
        "search": {**box_words(t, numerals), "index": address_in(t.language, INDEX)},
        "links": [_link(page) for page in pages if page.in_foot],
        "thai_numerals": numerals is Numerals.THAI,
    }


def site_title(facts: Facts, t: Words) -> str:
    """What stands over every page: as the agency typed it, in English with its English name."""
    site = facts.project.site.record
    thai = site.site_name or f"ITA {site.agency.name}"
    return t.either(thai, f"ITA {site.agency.name_en}" if site.agency.name_en else thai)


def _marked(text: str, t: Words) -> str:
    """Text between tags, Thai marked as such where the page is not in Thai."""
    return attribute(text) if t.language is Language.THAI else mark_thai(attribute(text))


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
    agency = site.agency
    address = words.given(agency.address, agency.address_en)
    for key, value in (("address", address), ("phone", agency.phone), ("email", agency.email)):
        if value:
            shown = words(f"frame.{key}", value=value)
            yield show_digits(shown, numerals_in(words.language, site.numerals))


def _link(page: Page) -> dict[str, str]:
    where = f"{page.address}/" if page.address != HOME else "."
    return {"url": where, "title": attribute(page.label)}


def _address(text: str | None) -> str:
    try:
        return url(text) if text else ""
    except UnsafeAddress:
        return ""
