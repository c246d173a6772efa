"""Official names as typed: a near miss is named, another name for the same thing is not."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from generator.compute.facts import Facts
from generator.problems import Problem
from generator.rules.place import problem_at

NEAR = 0.6
SPACES = re.compile(r"\s+")


def _folded(name: str) -> str:
    return SPACES.sub("", name)


def item_name_differs(facts: Facts) -> Iterator[Problem]:
    """The name typed for an item of the list is not its official one."""
    for entry in facts.project.years:
        if not entry.oit:
            continue
        for code, item in entry.oit.record.items.items():
            official = entry.standard.items[code].name
            if item.name and _folded(item.name) != _folded(official):
                told = {"code": code, "typed": item.name, "official": official, "year": entry.year}
                path = ("items", code, "name")
                yield problem_at(entry.oit.document, path, "NAME-DIFFERS", told)


def item_text_near_miss(facts: Facts) -> Iterator[Problem]:
    """The text typed for a disclosure item is nearly, but not quite, its official name."""
    for entry in facts.project.years:
        if not entry.assessment:
            continue
        for code, item in entry.assessment.record.items.items():
            if not item.text or code not in entry.standard.disclosure_items:
                continue
            official = entry.standard.items[code].name
            if _near(item.text, official):
                told = {"code": code, "typed": item.text, "official": official, "year": entry.year}
                path = ("items", code, "text")
                yield problem_at(entry.assessment.document, path, "NAME-DIFFERS", told)


def indicator_name_near_miss(facts: Facts) -> Iterator[Problem]:
    """The name typed for an indicator is none of those that are in use for it."""
    for entry in facts.project.years:
        if not entry.assessment:
            continue
        for number, typed in entry.assessment.record.indicators.items():
            standard = entry.standard.indicators[number]
            names = (standard.name, *standard.aliases)
            if typed.name and _folded(typed.name) not in map(_folded, names):
                told = {
                    "code": number,
                    "typed": typed.name,
                    "official": standard.name,
                    "year": entry.year,
                }
                path = ("indicators", number, "name")
                yield problem_at(entry.assessment.document, path, "NAME-DIFFERS", told)


def _near(typed: str, official: str) -> bool:
    one, other = _folded(typed), _folded(official)
    return one != other and difflib.SequenceMatcher(None, one, other).ratio() >= NEAR


RULES = (item_name_differs, item_text_near_miss, indicator_name_near_miss)
