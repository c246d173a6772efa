"""The host of a web address: whether anyone outside of an office can reach it."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from functools import lru_cache
from urllib.parse import urlsplit

from generator.escape import UnsafeAddress, url

# A label of letters, digits and hyphens; Thai names may be typed in Thai.
HOST = re.compile("[\\w\u0e00-\u0e7f-]+(?:\\.[\\w\u0e00-\u0e7f-]+)*\\.?\\Z")
THAI = re.compile("[\u0e00-\u0e7f]+")
NUMBERS = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)(?:\.(?:0x[0-9a-f]*|[0-9]+))*\.?\Z")
PRIVATE_ENDINGS = (".local", ".localhost", ".internal", ".lan", ".intranet", ".home", ".corp")
PRIVATE_NAMES = (".test", ".invalid", ".onion", ".home.arpa")
MOST_REMEMBERED = 64  # each address is looked at several times in a row


def is_web_address(address: str) -> bool:
    """An `http` or `https` address whose host is a plain name or number."""
    try:
        if not url(address).startswith(("http://", "https://", "HTTP://", "HTTPS://")):
            return False
    except UnsafeAddress:
        return False
    host = host_of(address)
    if ":" in host:
        return True
    other = THAI.sub("", host)  # the normal form that takes look-alikes apart breaks Thai vowels
    return bool(HOST.match(host)) and unicodedata.normalize("NFKC", other) == other


@lru_cache(maxsize=MOST_REMEMBERED)
def host_of(address: str) -> str:
    return urlsplit(address).hostname or ""


def is_private_host(address: str) -> bool:
    """A host that only machines of the same office, or the machine itself, can reach."""
    host = host_of(address).removesuffix(".")
    if NUMBERS.match(host) or ":" in host:
        return not _is_public_number(host)
    return "." not in host or host.endswith((*PRIVATE_ENDINGS, *PRIVATE_NAMES))


def _is_public_number(host: str) -> bool:
    """Numbers in other forms than `203.0.113.5` are ways around a look at them."""
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return False
