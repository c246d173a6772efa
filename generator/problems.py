"""A fault found in the input, as a value that knows its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters: an error stops publication, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something was typed; lines and columns count from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class WordKey:
    """A fact that is one of our own words, to be told in the language of the message."""

    key: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: its place, its stable code, and the facts that its message needs."""

    place: Place
    code: str
    severity: Severity = Severity.ERROR
    facts: Mapping[str, object] = field(default_factory=dict)
    excerpt: str = ""

    def identity(self) -> tuple[Place, str, str]:
        return self.place, self.code, repr(sorted(self.facts.items()))


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """All problems by place, each said once; at one place in the order in which they were found."""
    unique: dict[object, Problem] = {}
    for problem in problems:
        unique.setdefault(problem.identity(), problem)
    return tuple(sorted(unique.values(), key=lambda problem: problem.place))


def has_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)
