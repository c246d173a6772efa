"""The disclosure list of the year that a command was asked for."""

from __future__ import annotations

from generator.compute.disclosure import YearDisclosure
from generator.compute.facts import Facts
from generator.help import Refused, asked_language
from generator.thai import parse_year


def asked_list(facts: Facts, typed: str) -> YearDisclosure:
    """The list of a year typed in any form; a refusal says which years have one."""
    year = parse_year(typed)
    if year is not None and year in facts.disclosure:
        return facts.disclosure[year]
    words, known = asked_language(), ", ".join(map(str, facts.disclosure))
    if known:
        raise Refused(words("pack.no_list", year=typed, known=known))
    raise Refused(words("pack.no_list_at_all", year=typed))
