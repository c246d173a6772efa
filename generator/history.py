"""`history.json`: which pages and files changed when, as a chain in which nothing can be edited.

The site carries it for its readers. The project keeps the same file, for the next build to go on
from; a fresh checkout fetches it from the published site.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from generator.problems import Place, Problem
from generator.publish import digest

FILE = "history.json"
ADDRESS = "changes"
_FORMAT = "ita-history/1"
Day = date  # the type of a field that has its name


class Broken(Exception):
    """The file is not a history, or an entry of it was edited."""


class Entry(BaseModel):
    """What one build changed: pages by the hash of their text, files by that of their bytes."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    number: int
    date: Day
    added: dict[str, str]
    changed: dict[str, str]
    removed: dict[str, str]
    previous: str
    hash: str = ""

    def reckoned(self) -> str:
        """The hash of all that stands in the entry, the previous hash among it."""
        content = self.model_dump(mode="json", exclude={"hash"})
        text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return digest(text.encode("utf-8"))


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    format: Literal["ita-history/1"]
    entries: list[Entry]


Chain = tuple[Entry, ...]


def parse_history(data: bytes) -> Chain:
    """The entries of a history file, each proven by its hash and the one before."""
    try:
        entries = _File.model_validate_json(data).entries
    except ValidationError as error:
        raise Broken from error
    previous = ""
    for number, entry in enumerate(entries, 1):
        if (entry.number, entry.previous) != (number, previous) or entry.reckoned() != entry.hash:
            raise Broken
        previous = entry.hash
    return tuple(entries)


def history_text(chain: Chain) -> str:
    content = {"format": _FORMAT, "entries": [entry.model_dump(mode="json") for entry in chain]}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def extended(chain: Chain, files: Mapping[str, str], today: date) -> Chain:
    """The chain with what differs from its end as a new entry; without one where nothing does."""
    before = published_files(chain)
    entry = Entry(
        number=len(chain) + 1,
        date=today,
        added={path: files[path] for path in sorted(files.keys() - before.keys())},
        changed={p: files[p] for p in sorted(files) if before.get(p, files[p]) != files[p]},
        removed={path: before[path] for path in sorted(before.keys() - files.keys())},
        previous=chain[-1].hash if chain else "",
    )
    if not (entry.added or entry.changed or entry.removed):
        return chain
    return (*chain, entry.model_copy(update={"hash": entry.reckoned()}))


def published_files(chain: Chain) -> dict[str, str]:
    """Every page and file that stands at the end of a chain, with its hash."""
    files: dict[str, str] = {}
    for entry in chain:
        files.update(entry.added)
        files.update(entry.changed)
        for path in entry.removed:
            files.pop(path, None)
    return files


def load_history(root: Path) -> tuple[Chain, tuple[Problem, ...]]:
    """The history that a project goes on from; one that was edited is refused."""
    try:
        return parse_history((root / FILE).read_bytes()), ()
    except FileNotFoundError:
        return (), ()
    except (Broken, OSError):
        return (), (Problem(Place(FILE), "HISTORY-BROKEN"),)


def continued(chain: Chain, site: Path) -> Chain:
    """The chain of the published site where it goes on from this one, as after a killed build."""
    published, _ = load_history(site)
    return published if published[: len(chain)] == chain else chain
