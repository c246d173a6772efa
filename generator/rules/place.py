"""From a value of a record back to the place where it was typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.load import Document
from generator.problems import Place, Problem, Severity
from generator.thai import to_arabic
from generator.tree import Mapping as MappingNode
from generator.tree import Step, find, find_key
from generator.validate import at_typed_keys


def problem_at(
    document: Document,
    path: tuple[Step, ...],
    code: str,
    facts: Mapping[str, object],
    severity: Severity = Severity.WARNING,
    *,
    key: bool = False,
) -> Problem:
    """A problem at a value (or its key) of a document; item codes may be typed in any form."""
    root = document.root
    assert isinstance(root, MappingNode)
    typed = at_typed_keys(root, path)
    node = find_key(root, typed) if key else find(root, typed)
    place = Place(document.name, node.line, node.column)
    return Problem(place, code, severity, facts, excerpt=document.excerpt(node.line))


def narrowed(problem: Problem, document: Document, number: str) -> Problem:
    """The same problem at a number in the text, which may stand many lines below its beginning."""
    start = problem.place
    for line in range(start.line, len(document.lines) + 1):
        excerpt = document.excerpt(line)
        before = start.column - 1 if line == start.line else 0
        found = to_arabic(excerpt).find(number, before)
        if found >= 0:
            return replace(problem, place=Place(start.path, line, found + 1), excerpt=excerpt)
    return problem
