"""The answer to each item of a year's list, as the assessment system asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from generator.address import HOME, document_path
from generator.blocks import Link
from generator.compute.disclosure import DisclosureItem
from generator.compute.facts import Facts
from generator.pack.addresses import site_path, submitted_links
from generator.pages import list_pages
from generator.pages.common import item_address
from generator.records.words import EvidenceState
from generator.render.navigation import Navigation, navigation
from generator.whole_address import whole_address
from generator.words import Words

YES = frozenset({EvidenceState.PUBLISHED, EvidenceState.PARTLY})


@dataclass(frozen=True, slots=True)
class Address:
    """One address to be pasted, and what it opens."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Answer:
    """All that is typed for one item; `way` are the words to click, from the home page."""

    code: str
    name: str
    state: EvidenceState | None
    addresses: tuple[Address, ...]
    way: tuple[str, ...]
    explanation: str

    @property
    def yes(self) -> bool:
        return self.state in YES


@dataclass(frozen=True, slots=True)
class Pack:
    """The answers of one agency for one year, in the order of the list."""

    agency: str
    year: int
    answers: tuple[Answer, ...]


def compute_pack(facts: Facts, year: int, site_url: str, t: Words) -> Pack:
    """The answers of a year whose list is known, with addresses below `site_url`."""
    menu = navigation(list_pages(facts, t))
    items = facts.disclosure[year].items.values()
    answers = (_answer(item, year, site_url, menu, t) for item in items)
    return Pack(facts.project.site.record.agency.name, year, tuple(answers))


def _answer(item: DisclosureItem, year: int, site_url: str, menu: Navigation, t: Words) -> Answer:
    return Answer(
        code=item.code,
        name=item.standard.name,
        state=item.state,
        addresses=tuple(
            Address(link.text, _whole(link, site_url)) for link in submitted_links(item, year, t)
        ),
        way=click_path(menu, item_address(year, item.code)),
        explanation="\n".join(_explanation(item, t)),
    )


def _whole(link: Link, site_url: str) -> str:
    path = site_path(link)
    return link.url or "" if path is None else whole_address(path, site_url)


def _explanation(item: DisclosureItem, t: Words) -> Iterator[str]:
    """What the agency says of an item: why it does not apply, how to find it, its note."""
    record = item.record
    if record is None:
        return
    if record.state is EvidenceState.NOT_APPLICABLE:
        yield t("pack.not_applicable", reason=record.reason or t("pack.no_reason"))
    for text in (record.how_to_find, record.note):
        if text:
            yield text


def click_path(menu: Navigation, page: str) -> tuple[str, ...]:
    """The words of the navigation from the home page to a page."""
    home = _way(menu, document_path(HOME))
    way = _way(menu, document_path(page))
    return way if way == home else (*home, *way)


def _way(menu: Navigation, document: str) -> tuple[str, ...]:
    """A section opens the page that it is named after, so its name is said once."""
    for label, target in (pair for entry in menu for pair in entry.items()):
        if target == document:
            return (unescape(label),)
        if isinstance(target, list) and (inner := _way(target, document)):
            is_index = document in target[0].values()
            return inner if is_index else (unescape(label), *inner)
    return ()
