"""The words that stand on a page, by heading, read back from what was rendered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from generator.thai import NO_BREAK_SPACE, normalise

# Of our own pages, which may be thousands, each is read by a few passes over the whole of it: words
# follow a tag or stand on a line of their own, where a heading is known by its `#`.
_REMOVED = ('<span class="nb">', '<span lang="en">', '<span lang="th">', "</span>", "</a>")
_EMPTY = (">\n<", ">\N{EN DASH}<")
_WORDS = re.compile(">[^<]+")
_HEADING = re.compile(r"#* (.*?)(?: \{: (?:#(\S+))?.*\})?\Z")
_LINK = re.compile(r"\[([^\n>]*?)\]\([^)\n>]*\)")
_MARKDOWN_LINE = re.compile("^[^\n>]+$", re.MULTILINE)
# What Markdown of any kind becomes.
_HTML_HEADING = re.compile(r"<h[1-6](?: id=\"([^\"]*)\")?[^>]*>(.*?)</h[1-6]>", re.DOTALL)
_UNSEEN = re.compile(r"<(svg|script|style|template)\b.*?</\1>|<!--.*?-->", re.DOTALL)
_INLINE = re.compile(
    "</?(?:span|a|strong|em|b|i|u|s|q|code|mark|time|abbr|small|sup|sub|del|ins|kbd|wbr|cite)"
    "(?: [^>]*)?>"
)
_TAG = re.compile("<[^>]*>")


class Section(NamedTuple):
    """A heading with its anchor and the lines of text below it, up to the next."""

    anchor: str
    heading: str
    text: str


def read_rendered(markdown: str) -> Iterator[Section]:
    """The sections of a page of ours; the first heading is the name of the page."""
    text = ">\n" + _body(markdown)
    if "<svg" in text:
        text = _UNSEEN.sub("", text)
    for tag in _REMOVED:
        text = text.replace(tag, "")
    for nothing in _EMPTY:
        text = text.replace(nothing, "><")
    before, *sections = "".join(_WORDS.findall(text)).split("\n#")
    if lines := _lines(before):
        yield Section("", "", lines)
    for section in sections:
        line, _, below = section.partition("\n")
        heading = _HEADING.match(line)
        assert heading is not None
        yield Section(heading[2] or "", _plain(heading[1]), _lines(below))


def read_hand_written(markdown: str) -> Iterator[Section]:
    """The sections of a page in Markdown of any kind, with the anchors that an engine gives."""
    from markdown import markdown as to_html

    html = to_html(normalise(_body(markdown))[0], extensions=["attr_list", "tables", "toc"])
    html = _UNSEEN.sub("", html).replace("\n", " ")
    before, *parts = _HTML_HEADING.split(html)
    if text := _words(before):
        yield Section("", "", text)
    for anchor, heading, below in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        yield Section(anchor or "", " ".join(_words(heading).split()), _words(below))


def _body(markdown: str) -> str:
    """What stands below the front matter that every page is given."""
    return markdown.split("\n---\n", 1)[1]


def _lines(words: str) -> str:
    """Words, each after a `>` in HTML or on a line of Markdown, a line each."""
    if "](" in words or "**" in words:
        words = _MARKDOWN_LINE.sub(_without_marks, words)
    return _plain("\n".join(filter(None, words.replace(">", "\n").split("\n"))))


def _without_marks(line: re.Match[str]) -> str:
    return _LINK.sub(r"\1", line[0]).replace("**", "")


def _words(html: str) -> str:
    """Text as it is seen, a line for each block; what stands in one line stays together."""
    lines = map(str.strip, _TAG.sub("\n", _INLINE.sub("", html)).split("\n"))
    return _plain("\n".join(filter(None, lines)))


def _plain(text: str) -> str:
    return (unescape(text) if "&" in text else text).replace(NO_BREAK_SPACE, " ")
