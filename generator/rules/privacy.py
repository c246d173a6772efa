"""Private data and secrets in records, hand-written pages and the names of files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.compute.facts import Facts
from generator.private import find_private, holds_private
from generator.problems import Place, Problem
from generator.project import CONTENT, FILES


def private_text(facts: Facts) -> Iterator[Problem]:
    """A record, a remark in it, or a hand-written page says what must not be published."""
    for name, lines in _texts(facts):
        if not holds_private("\n".join(lines)):
            continue
        for number, line in enumerate(lines, 1):
            for found in find_private(line):
                place = Place(name, number, found.start + 1)
                told, excerpt = {"text": found.shown}, found.hidden_in(line)
                yield Problem(place, found.code, found.severity, told, excerpt=excerpt)


def private_file_name(facts: Facts) -> Iterator[Problem]:
    """The name of a file is part of its address, and says what must not be published."""
    for entry in facts.project.years:
        for file in sorted(entry.files):
            for found in find_private(file.replace("_", " ")):
                place = Place(f"{CONTENT}/{entry.year}/{FILES}/{found.hidden_in(file)}")
                yield Problem(place, found.code, found.severity, {"text": found.shown})


def _texts(facts: Facts) -> Iterator[tuple[str, Sequence[str]]]:
    site = facts.project.site.document
    yield site.name, site.lines
    for entry in facts.project.years:
        for loaded in entry.loaded:
            yield loaded.document.name, loaded.document.lines
    for page in facts.project.hand_pages:
        yield page.file, page.lines


RULES = (private_text, private_file_name)
