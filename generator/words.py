"""Our own words in each language, by key; a key that is missing is a fault of the program."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import yaml

from generator.thai.dates import BE

FOLDER = Path(__file__).parent / "locale"


class Language(StrEnum):
    THAI = "th"
    ENGLISH = "en"


_FORM = re.compile(":(?:western|plural)}")


class _Forms(Formatter):
    """How a text may ask for a fact.

    `{year:western}` is a fiscal year B.E. as the Western years that it lies in: `2024–25`;
    `item{count:plural}` is `item` of one and `items` of others.
    """

    def format_field(self, value: Any, form: str) -> Any:
        match form:
            case "western":
                ends = int(value) - BE
                return f"{ends - 1}–{ends % 100:02d}"
            case "plural":
                return "" if value == 1 else "s"
        return super().format_field(value, form)


_FORMS = _Forms()
# Each by its own name, whatever language names it.
NAMES = {Language.THAI: "ไทย", Language.ENGLISH: "English"}


class Words:
    """The words of one language: `words("home.title")`, with facts put in their places."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._texts = _texts(language)

    def __call__(self, key: str, /, **facts: object) -> str:
        text = self._texts[key]
        if "{" not in text:
            return text
        return _FORMS.vformat(text, (), facts) if _FORM.search(text) else text.format(**facts)

    def given(self, thai: str | None, english: str | None) -> str | None:
        """What an agency typed: in English where it gave that too, else in Thai."""
        return (english if self.language is Language.ENGLISH else None) or thai

    def either(self, thai: str, english: str) -> str:
        """What a standard says in both languages, in the one of these words."""
        return english if self.language is Language.ENGLISH else thai

    def has(self, key: str) -> bool:
        return key in self._texts


@cache
def _texts(language: Language) -> dict[str, str]:
    """Every text under its dotted key; the file's name is the first part."""
    texts: dict[str, str] = {}
    for path in sorted((FOLDER / language).glob("*.yaml")):
        tree = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506
        _flatten(tree, path.stem, texts)
    return texts


def _flatten(tree: object, prefix: str, texts: dict[str, str]) -> None:
    if isinstance(tree, dict):
        for key, value in tree.items():
            _flatten(value, f"{prefix}.{key}", texts)
    else:
        texts[prefix] = str(tree).rstrip("\n")


def keys(language: Language) -> frozenset[str]:
    """All keys of a language, to compare one with another."""
    return frozenset(_texts(language))
