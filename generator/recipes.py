"""Files that cost time to make: taken from the last build where nothing changed for them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from generator.open_data.recipe import Recipe
from generator.publish import digest

Known = dict[str, list[str]]


def follow_recipes(
    recipes: Mapping[str, Recipe], folder: Path, remembered: Path
) -> dict[str, bytes]:
    """The bytes of each file; a file of the last build counts only with its key and its hash."""
    known = _known(remembered)
    return {
        name: _kept(folder / name, recipe.key, known.get(name)) or recipe.make()
        for name, recipe in recipes.items()
    }


def remembered_text(recipes: Mapping[str, Recipe], contents: Mapping[str, bytes]) -> str:
    """What the next build is told of these files: their keys and their hashes."""
    told = {name: [recipe.key, digest(contents[name])] for name, recipe in recipes.items()}
    return json.dumps(told, indent=0, sort_keys=True)


def _kept(path: Path, key: str, known: list[str] | None) -> bytes | None:
    if known is None or known[0] != key:
        return None
    try:
        data = path.read_bytes()
    except OSError:
        return None
    return data if digest(data) == known[1] else None


def _known(remembered: Path) -> Known:
    try:
        return Known(json.loads(remembered.read_bytes()))
    except (FileNotFoundError, ValueError):
        return {}
