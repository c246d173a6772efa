"""What is known of each rule: what it says, why, and on what it rests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from generator.words import Words

BASIS = Path(__file__).parent / "basis.yaml"
PAGES = "docs/rules"


@dataclass(frozen=True, slots=True)
class Rule:
    """One code in words; `basis` are the sources that the reason rests on."""

    code: str
    what: str
    why: str
    basis: tuple[str, ...]


@cache
def bases() -> Mapping[str, tuple[str, ...]]:
    """Every code with the keys of its sources, in the order of the problems."""
    tree = yaml.load(BASIS.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506
    return {code: tuple(sources) for code, sources in tree.items()}


def describe_rule(code: str, words: Words) -> Rule:
    """A code whose message tells everything without any fact is described by its message."""
    own = f"rules.rule.{code}.what"
    return Rule(
        code=code,
        what=words(own) if words.has(own) else words(f"problems.{code}.says"),
        why=words(f"rules.rule.{code}.why"),
        basis=tuple(words(f"rules.basis.{source}") for source in bases()[code]),
    )


def describe_rules(words: Words) -> tuple[Rule, ...]:
    return tuple(describe_rule(code, words) for code in bases())
