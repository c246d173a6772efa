"""English for what is said inside data of the program: notes on standards, titles of fields.

Each Thai text has its English once, in the files beside this one, wherever it stands.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from generator.words import Words

FOLDER = Path(__file__).parent


def in_words(text: str | None, t: Words) -> str | None:
    """A text of ours in the language of the words; one that is not ours stays as it is."""
    return t.either(text, translations().get(text, text)) if text else None


@cache
def translations() -> dict[str, str]:
    """Every text by its Thai."""
    found: dict[str, str] = {}
    for path in sorted(FOLDER.glob("*.yaml")):
        typed = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506
        found.update((entry["th"], entry["en"]) for entry in typed)
    return found
