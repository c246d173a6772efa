"""What the address and the title of a piece of evidence give away before it is opened."""

from __future__ import annotations

import ipaddress
import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from generator.audit.page import EvidenceLink
from generator.audit.source import fragment, inside
from generator.thai import to_arabic

SOCIAL = (
    *("facebook.com", "fb.com", "fb.watch", "m.me", "messenger.com", "line.me", "lin.ee"),
    *("tiktok.com", "instagram.com", "x.com", "twitter.com", "youtube.com", "youtu.be"),
)
LOGIN = re.compile(
    r"(^|[/._-])(log-?in|sign-?in|service-?login|accounts?)([/._-]|$)", re.IGNORECASE
)
# Draft terms of reference and draft tender notices are published as such, and a body is no draft.
DRAFT = re.compile(
    r"(?<!รูป)(?<!โครง)ร่าง(?!กาย|ทรง|ขอบเขต|\s*TOR|ประกาศ(?:และ|ประกวด|เชิญ))"
    r"|(?<![A-Za-z])draft(?![A-Za-z])",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?<![0-9])25[0-9]{2}(?![0-9])")
LOCAL = (".local", ".localhost", ".internal")


def is_social(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    return any(host == name or host.endswith(f".{name}") for name in SOCIAL)


def asks_who(url: str) -> bool:
    """Whether an address is that of a page where one must say who one is."""
    parts = urlsplit(url)
    return bool(LOGIN.search(f"{parts.hostname or ''}{parts.path}"))


def is_draft(title: str, url: str) -> bool:
    return bool(DRAFT.search(title) or DRAFT.search(unquote(urlsplit(url).path)))


def leads_nowhere(link: EvidenceLink, url: str, page: str, home: str) -> bool:
    """A link that opens no document: to its own page, to the home page, or inside an office."""
    if url in (page, home) and not fragment(link.href):
        return True
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https"):
        return True
    return not inside(url, home) and _is_local(parts.hostname or "")


def _is_local(host: str) -> bool:
    if host == "localhost" or host.endswith(LOCAL):
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return False


def years_named(link: EvidenceLink) -> frozenset[str]:
    """The fiscal years that a title or a file's name mentions."""
    name = PurePosixPath(unquote(urlsplit(link.href).path)).name
    return frozenset(YEAR.findall(to_arabic(f"{link.text} {name}")))
