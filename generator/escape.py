"""One function for each place where text can land; nothing reaches a page past them."""

from __future__ import annotations

import json
import re
import string
from functools import lru_cache
from urllib.parse import urlsplit

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_PUNCTUATION = {ord(mark): f"&#{ord(mark)};" for mark in string.punctuation}
_BREAKS = re.compile(r"(?<! ) *[\t\n\v\f\r\x85\u2028\u2029]+\s*")
# Neither HTML, XML nor YAML can hold these; Python-Markdown keeps two of them for itself.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")
_UNSAFE_IN_SCRIPT = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
_ORDINARY_ADDRESS = re.compile(
    r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[A-Za-z0-9._~/%?=&+-]*)?\Z"
)
_UNSAFE_IN_ADDRESS = re.compile(r"[\s\\\"'<>`{}|^]")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# A cell that begins so is reckoned by some spreadsheet; some pass over space before it.
BEGINS_A_FORMULA = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
MOST_IN_A_CELL = 32_767
MOST_REMEMBERED = 4096
# A character reference could become a colon once a page is read.
_RELATIVE = re.compile(r"(?!//)(?!.*&(?:#|\w+;))[A-Za-z0-9./#_%~-][^:]*\Z")


class UnsafeAddress(ValueError):
    """An address that a link of ours must not carry."""


def markdown(text: str) -> str:
    """Text inside a line of Markdown: every ASCII punctuation mark as a numeric entity."""
    line = one_line(text).translate(_PUNCTUATION)
    # Markdown drops space of any width at the ends, or takes it for code or a line break.
    if line[:1].isspace():
        line = f"&#{ord(line[0])};{line[1:]}"
    return f"{line[:-1]}&#{ord(line[-1])};" if line[-1:].isspace() else line


def html(text: str) -> str:
    """Text between HTML tags."""
    return one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@lru_cache(maxsize=MOST_REMEMBERED)
def attribute(text: str) -> str:
    """Text inside a double-quoted HTML attribute."""
    return html(text).replace('"', "&quot;").replace("'", "&#39;")


def svg(text: str) -> str:
    """Text between SVG tags."""
    return html(text)


def url(address: str) -> str:
    """An address that may be linked, still to be escaped; raises UnsafeAddress for any other."""
    return address if _ORDINARY_ADDRESS.match(address) else _unusual_url(address)


def _unusual_url(address: str) -> str:
    if _UNSAFE_IN_ADDRESS.search(address) or not address.isprintable():
        raise UnsafeAddress(address)
    try:
        parts = urlsplit(address)
        unwanted = parts.username is not None or parts.port == 0
    except ValueError:
        raise UnsafeAddress(address) from None
    if not parts.scheme and _RELATIVE.match(address):
        return address
    if parts.scheme not in SCHEMES or unwanted:
        raise UnsafeAddress(address)
    if not (parts.hostname if parts.scheme in ("http", "https") else parts.path):
        raise UnsafeAddress(address)
    return address


def yaml_string(text: str) -> str:
    """A double-quoted string that YAML and JSON read alike."""
    return json.dumps(one_line(text), ensure_ascii=False)


def json_in_html(content: object) -> str:
    """JSON inside a script element."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, allow_nan=False)
    return _UNSAFE_IN_SCRIPT.sub(lambda mark: f"\\u{ord(mark[0]):04x}", text)


def one_line(text: str) -> str:
    """Line breaks as spaces; what no page can hold as the replacement character."""
    if text.isprintable():
        return text
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", _BREAKS.sub(" ", text))


def typst(text: str) -> str:
    """A string of typst's code mode, in which nothing is markup or a command."""
    inside = one_line(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inside}"'


def word_xml(text: str) -> str:
    """Text between the tags of a DOCX part."""
    return html(text)


def csv_cell(text: str) -> str:
    """Text in a cell of a CSV file: behind an apostrophe where a spreadsheet would reckon it."""
    return f"'{text}" if text.lstrip().startswith(BEGINS_A_FORMULA) else text


def sheet_cell(text: str) -> str:
    """Text in a cell of a workbook, which XML must hold and a spreadsheet must have room for."""
    clean = _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)
    return clean if len(clean) <= MOST_IN_A_CELL else f"{clean[: MOST_IN_A_CELL - 1]}…"
