"""A built site as an attacker, an auditor and a broken disk leave it; shares no code with the program.

Each finding is `CODE path: detail`. A site is sound when there is none.
"""

from __future__ import annotations

import gzip
import html
import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

ACTIVE_ELEMENTS = {
    "iframe",
    "object",
    "embed",
    "applet",
    "base",
    "frame",
    "portal",
    "foreignobject",
}
FETCHING = {
    "script": "src",
    "img": "src",
    "link": "href",
    "source": "src",
    "video": "src",
    "audio": "src",
    "use": "href",
    "image": "href",
    "form": "action",
    "input": "src",
}
# A link element that only says something, and fetches nothing.
SAYING = {"canonical", "prev", "next", "alternate", "license"}
SCHEMES = {"", "http", "https", "mailto", "tel"}
RUNNING_TYPES = {"", "text/javascript", "module", "application/javascript"}
HERE = re.compile(r'new URL\("[./]*"')
CSS_URL = re.compile(
    r"""url\(\s*['"]?((?:https?:)?//[^)'"]+)|@import\s+['"]((?:https?:)?//[^'"]+)"""
)
NOT_LINKED = {"404.html"}


@dataclass
class Page:
    links: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    active: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    tables: list[list[int]] = field(default_factory=list)
    torn: list[str] = field(default_factory=list)
    text: str = ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.open_tables: list[list[int]] = []
        self.collecting: tuple[str, list[str]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        self._look_for_active(tag, known)
        self.page.anchors.update(known[name] for name in ("id", "name") if name in known)
        if tag == "a" and "href" in known:
            self.page.links.append(known["href"])
        if tag in FETCHING and FETCHING[tag] in known and known.get("rel") not in SAYING:
            self.page.fetched.append(known[FETCHING[tag]])
        if "style" in known:
            self.page.styles.append(known["style"])
        if tag == "script" and "src" not in known and known.get("type", "") in RUNNING_TYPES:
            self.collecting = ("script", self.page.scripts)
            self.page.scripts.append("")
        elif tag == "style":
            self.collecting = ("style", self.page.styles)
            self.page.styles.append("")
        self._count_cells(tag, known)

    def _look_for_active(self, tag: str, known: dict[str, str]) -> None:
        if tag in ACTIVE_ELEMENTS:
            self.page.active.append(f"<{tag}>")
        for name, value in known.items():
            if name.startswith("on") or name == "srcdoc":
                self.page.active.append(f"{name}={value}")
            elif name in ("href", "src", "action", "formaction", "xlink:href", "to", "data"):
                plain = re.sub(r"[\s\x00-\x1f]", "", value).lower()
                if plain.startswith(("javascript:", "vbscript:", "data:text", "data:image/svg")):
                    self.page.active.append(value)
        if known.get("http-equiv", "").lower() == "refresh" and "//" in known.get("content", ""):
            self.page.active.append(known["content"])

    def _count_cells(self, tag: str, known: dict[str, str]) -> None:
        if tag == "table":
            self.open_tables.append([])
        elif tag == "tr" and self.open_tables:
            self.open_tables[-1].append(0)
        elif tag in ("td", "th"):
            if not self.open_tables or not self.open_tables[-1]:
                self.page.torn.append(f"<{tag}> outside of a row")
            else:
                self.open_tables[-1][-1] += int(known.get("colspan", "1"))

    def handle_endtag(self, tag: str) -> None:
        if self.collecting and tag == self.collecting[0]:
            self.collecting = None
        if tag == "table" and self.open_tables:
            rows = self.open_tables.pop()
            if len(set(rows)) > 1:
                self.page.torn.append(f"rows of {sorted(set(rows))} cells")

    def handle_data(self, data: str) -> None:
        if self.collecting:
            self.collecting[1][-1] += data
        else:
            self.page.text += data

    def done(self) -> Page:
        self.close()
        if self.open_tables:
            self.page.torn.append("a table without its end")
        return self.page


@lru_cache(maxsize=512)
def read_page(text: str) -> Page:
    """Not to be changed: sites that differ in one page share the others."""
    reader = _Reader()
    reader.feed(text)
    return reader.done()


def scan(site: Path, canaries: Iterable[str] = ()) -> list[str]:
    """Everything that is wrong with a site, sorted."""
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    pages = {
        name: read_page(path.read_text(encoding="utf-8"))
        for name, path in files.items()
        if name.endswith(".html")
    }
    found = [
        *_active(pages),
        *_foreign(files, pages),
        *(f"TORN-TABLE {name}: {torn}" for name, page in pages.items() for torn in page.torn),
        *_links(files, pages),
        *_sitemap(files, pages),
        *_leaks(files, list(canaries)),
    ]
    return sorted(set(found))


def _active(pages: dict[str, Page]) -> Iterator[str]:
    """What runs; a script of the theme stands on most pages, one that came with a text does not."""
    usual = Counter(_plain(script) for page in pages.values() for script in {*page.scripts})
    for name, page in pages.items():
        for active in page.active:
            yield f"ACTIVE {name}: {active}"
        for script in page.scripts:
            if usual[_plain(script)] < len(pages) / 2:
                yield f"ACTIVE {name}: {script[:40]}"


def _plain(script: str) -> str:
    return HERE.sub("", script)


def _foreign(files: dict[str, Path], pages: dict[str, Page]) -> Iterator[str]:
    for name, page in pages.items():
        for address in page.fetched:
            if urlsplit(address).netloc:
                yield f"FOREIGN {name}: {address}"
        for style in page.styles:
            yield from (f"FOREIGN {name}: {match[0]}" for match in CSS_URL.finditer(style))
        for link in page.links:
            if urlsplit(link.strip()).scheme not in SCHEMES:
                yield f"ACTIVE {name}: {link}"
    for name, path in files.items():
        if name.endswith(".css"):
            text = path.read_text(encoding="utf-8")
            yield from (f"FOREIGN {name}: {match[0]}" for match in CSS_URL.finditer(text))


def _links(files: dict[str, Path], pages: dict[str, Page]) -> Iterator[str]:
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        name = waiting.pop()
        for link in (*pages[name].links, *pages[name].fetched):
            target, fragment = _target(name, link)
            if target is None:
                continue
            if target not in files or (
                target in pages and fragment and fragment not in pages[target].anchors
            ):
                yield f"BROKEN {name}: {link}"
            if target in pages and target not in reached:
                reached.add(target)
                waiting.append(target)
    for name in sorted(pages.keys() - reached - NOT_LINKED):
        yield f"ORPHAN {name}: no link leads here"


def _target(source: str, link: str) -> tuple[str | None, str]:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None, ""
    path = unquote(parts.path)
    if not path:
        return source, unquote(parts.fragment)
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
    if path.endswith(("/", ".")):
        joined = posixpath.normpath(posixpath.join(joined, "index.html"))
    return joined.lstrip("/"), unquote(parts.fragment)


def _sitemap(files: dict[str, Path], pages: dict[str, Page]) -> Iterator[str]:
    if "sitemap.xml" not in files:
        return
    text = files["sitemap.xml"].read_text(encoding="utf-8")
    listed = {
        posixpath.join(urlsplit(html.unescape(one)).path.strip("/"), "index.html").lstrip("/")
        for one in re.findall(r"<loc>([^<]*)</loc>", text)
    }
    for name in sorted(listed - pages.keys()):
        yield f"STALE-SITEMAP {name}: listed, but not there"
    packed = files.get("sitemap.xml.gz")
    if packed and gzip.decompress(packed.read_bytes()) != text.encode():
        yield "STALE-SITEMAP sitemap.xml.gz: differs from sitemap.xml"


def _leaks(files: dict[str, Path], canaries: list[str]) -> Iterator[str]:
    for name, path in files.items():
        forms = [name, *_readings(path.read_bytes())]
        for canary in canaries:
            if any(canary in form for form in forms):
                yield f"LEAK {name}: {canary}"


def _readings(data: bytes) -> Iterator[str]:
    """The bytes as text, as HTML means it, as JSON means it, and what is packed inside."""
    text = data.decode("utf-8", "replace")
    yield text
    if "&" in text:
        yield html.unescape(text)
    if "\\u" in text:
        yield re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), text)
    if "%" in text:
        yield unquote(text)
    if data[:2] == b"\x1f\x8b":
        yield from _readings(gzip.decompress(data))
    elif data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for part in packed.namelist():
                yield part
                yield from _readings(packed.read(part))
