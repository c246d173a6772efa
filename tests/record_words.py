"""Every text of a project's records, to be looked for in what was made of them."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from generator.compute.facts import Facts
from generator.prose import parse_prose, plain
from generator.thai import to_arabic

# Fields whose value is a choice, a number or an address rather than words for the page.
NOT_WORDS = frozenset({"issue", "file", "url", "page", "numerals", "based_on", "draft", "report"})


def folded(text: str) -> str:
    return to_arabic("".join(text.split()))


def record_texts(facts: Facts) -> Iterator[str]:
    """Every text of every record, in the pieces that the pages may lay out as lists."""
    yield from words_of(facts.project.site.record)
    for entry in facts.project.years:
        for loaded in (entry.assessment, entry.measures, entry.progress, entry.oit):
            if loaded is not None:
                yield from words_of(loaded.record)


def words_of(value: object) -> Iterator[str]:
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in NOT_WORDS:
                yield from words_of(getattr(value, name))
    elif isinstance(value, dict):
        for inner in value.values():
            yield from words_of(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from words_of(inner)
    elif type(value) is str:
        yield plain(parse_prose(value))
