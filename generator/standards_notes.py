"""What the program notes about the standards, in English: each text once for all years."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from generator.words import Words

NOTES = Path(__file__).parent / "standards_notes.yaml"


def note_text(text: str | None, t: Words) -> str | None:
    """A note in the language of the words; one of a project's own standard stays as it is."""
    return t.either(text, _english().get(text, text)) if text else None


@cache
def _english() -> dict[str, str]:
    typed = yaml.load(NOTES.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506
    return {entry["th"]: entry["en"] for entry in typed}
