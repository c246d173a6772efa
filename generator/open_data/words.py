"""What sets and fields are called and what they hold, in either language."""

from __future__ import annotations

import re

from generator.open_data.sets import TableSet
from generator.open_data.table import URL
from generator.words import Words

OF_A_YEAR = re.compile(r"y(\d{4})\Z")


def set_title(entry: TableSet, t: Words) -> str:
    return t(f"open_data.set.{entry.name}")


def meaning(entry: TableSet, name: str, t: Words) -> str:
    """What a field holds: in the words of its set, or in those that all sets share."""
    if match := OF_A_YEAR.match(name):
        return t("open_data.field.of_a_year", year=match[1])
    own = f"open_data.field_of.{entry.name}.{name}"
    if t.has(own):
        return t(own)
    base = name.removesuffix(URL)
    if base in entry.linked and base != name:
        return t("open_data.field.url", name=base)
    return t(f"open_data.field.{name}")
