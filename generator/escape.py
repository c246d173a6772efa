"""One function for each place where text can land; nothing reaches a page past them."""

from __future__ import annotations

import json
import re
import string
from urllib.parse import urlsplit

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_PUNCTUATION = {ord(mark): f"&#{ord(mark)};" for mark in string.punctuation}
_LINE_BREAKS = re.compile(r"\s*[\r\n\u2028\u2029]+\s*")
_UNSAFE_IN_ADDRESS = re.compile(r"[\x00-\x20\x7f-\x9f\\\"'<>`{}|^]")
_RELATIVE = re.compile(r"(?!//)[A-Za-z0-9./#_%~-][^:]*\Z")


class UnsafeAddress(ValueError):
    """An address that a link of ours must not carry."""


def markdown(text: str) -> str:
    """Text inside a line of Markdown: every ASCII punctuation mark as a numeric entity."""
    return one_line(text).translate(_PUNCTUATION)


def html(text: str) -> str:
    """Text between HTML tags."""
    return one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """Text inside a double-quoted HTML attribute."""
    return html(text).replace('"', "&quot;").replace("'", "&#39;")


def svg(text: str) -> str:
    """Text between SVG tags."""
    return html(text)


def url(address: str) -> str:
    """An address that may be linked; raises UnsafeAddress for any other."""
    if _UNSAFE_IN_ADDRESS.search(address) or not address:
        raise UnsafeAddress(address)
    try:
        parts = urlsplit(address)
        userinfo = parts.username is not None or parts.password is not None
    except ValueError:
        raise UnsafeAddress(address) from None
    if not parts.scheme and _RELATIVE.match(address):
        return address
    if parts.scheme not in SCHEMES or userinfo:
        raise UnsafeAddress(address)
    if parts.scheme in ("http", "https") and not parts.hostname:
        raise UnsafeAddress(address)
    return address


def yaml_string(text: str) -> str:
    """A double-quoted string that YAML and JSON read alike."""
    return json.dumps(one_line(text), ensure_ascii=False)


def json_in_html(content: object) -> str:
    """JSON inside a script element."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    for mark in "<>&\u2028\u2029":
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return text


def one_line(text: str) -> str:
    """No line break is printable, so printable text needs no search."""
    return text if text.isprintable() else _LINE_BREAKS.sub(" ", text)
