"""Hand-written pages: words, links and pictures, but nothing that runs or calls another host."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

from generator.compute.facts import Facts
from generator.escape import UnsafeAddress, url
from generator.hand_pages import HandPage
from generator.problems import Place, Problem, Severity

# What a page is made of; anything else would run, ask, embed or change how the site looks.
ELEMENTS = frozenset(
    {"a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd"}
    | {"del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3"}
    | {"h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s"}
    | {"samp", "section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody"}
    | {"td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr"}
)
ATTRIBUTES = frozenset(
    {"alt", "aria-label", "class", "colspan", "datetime", "dir", "headers", "height", "href", "id"}
    | {"lang", "open", "rel", "reversed", "role", "rowspan", "scope", "src", "start", "title"}
    | {"type", "value", "width"}
)
ADDRESSES = frozenset({"href", "src"})
# A page without these marks has neither HTML, nor links, nor attributes.
MARKUP = re.compile(r"[<\[{&]")
# Readers of Markdown look for the end of each open bracket anew: the work grows with its square.
BRACKETS = re.compile(r"[\[(]|[\])]|\n\s*\n")
MOST_TANGLED = 20_000
EXTENSIONS = ("attr_list", "tables", "toc")


def active_page(facts: Facts) -> Iterator[Problem]:
    """A page has an element, an attribute or an address that a reader's browser would act upon."""
    for page in facts.project.hand_pages:
        if _is_tangled(page.text):
            yield Problem(Place(page.file), "PAGE-TANGLED")
        elif MARKUP.search(page.text):
            for part in sorted(_refused(page)):
                told = {"part": part}
                yield _problem(page, part, told)


def _is_tangled(text: str) -> bool:
    """Whether so many brackets are open at once that no one can have meant it."""
    open_now = work = 0
    for match in BRACKETS.finditer(text):
        if match[0] in "[(":
            open_now += 1
            work += open_now
        else:
            open_now = max(0, open_now - 1) if match[0] in "])" else 0
    return work > MOST_TANGLED


def _refused(page: HandPage) -> set[str]:
    import markdown

    reader = _Reader()
    reader.feed(markdown.markdown(page.text, extensions=EXTENSIONS))
    reader.close()
    return reader.refused


def _problem(page: HandPage, part: str, told: Mapping[str, object]) -> Problem:
    """At the first line where it is typed, if it is typed as it is read."""
    sought = part.strip("<>").lower()
    for number, line in enumerate(page.lines, 1):
        column = line.lower().find(sought)
        if column >= 0:
            place = Place(page.file, number, column + 1)
            return Problem(place, "PAGE-ACTIVE", Severity.ERROR, told, excerpt=line)
    return Problem(Place(page.file), "PAGE-ACTIVE", Severity.ERROR, told)


class _Reader(HTMLParser):
    """Collects what must not be there, as a browser would find it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.refused: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ELEMENTS:
            self.refused.add(f"<{tag}>")
        for name, value in attrs:
            if name not in ATTRIBUTES and not name.startswith("data-"):
                self.refused.add(name)
            elif name in ADDRESSES and not _is_safe(name, value or ""):
                self.refused.add(value or name)

    def handle_decl(self, decl: str) -> None:
        self.refused.add(f"<!{decl}")

    def unknown_decl(self, data: str) -> None:
        self.refused.add(f"<![{data}")

    def handle_pi(self, data: str) -> None:
        self.refused.add(f"<?{data}")


def _is_safe(name: str, address: str) -> bool:
    """A link may lead anywhere decent; a picture must be of this site."""
    try:
        return url(address) == address and (name == "href" or ":" not in address)
    except UnsafeAddress:
        return False


RULES = (active_page,)
