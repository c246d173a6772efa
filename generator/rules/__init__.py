"""Checks of what was typed against what follows from it; a rule family is one file."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.compute.facts import Facts
from generator.problems import Problem
from generator.rules import (
    answers,
    complaints,
    copied,
    evidence,
    look,
    measures,
    names,
    numbers,
    progress,
    prose,
    trend,
)
from generator.rules.waivers import waive

Rule = Callable[[Facts], Iterator[Problem]]
FAMILIES = (
    numbers,
    names,
    trend,
    prose,
    copied,
    measures,
    answers,
    progress,
    evidence,
    complaints,
    look,
)
RULES: tuple[Rule, ...] = tuple(rule for family in FAMILIES for rule in family.RULES)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Every rule over the whole project, less what was waived with a reason."""
    return waive(facts, (problem for rule in RULES for problem in rule(facts)))
