"""What earlier audits saw of each address, so that it is known since when one is dead."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from generator.audit.source import Answer, Fetched
from generator.workspace import write_if_changed

FILE = "audit-history.json"


class History:
    """Addresses with the days on which they were first seen, last open and first dead."""

    def __init__(self, path: Path, today: date) -> None:
        self.path = path
        self.day = today.isoformat()
        self.known = _read(path)

    def dead_since(self, url: str) -> str:
        """The day on which an address that is dead today was first found so."""
        return self.known.get(url, {}).get("dead_since", self.day)

    def add(self, seen: Iterable[Fetched]) -> None:
        for fetched in seen:
            entry = self.known.setdefault(fetched.url, {"first_seen": self.day})
            if fetched.answer is Answer.GONE:
                entry.setdefault("dead_since", self.day)
            elif fetched.answer is Answer.FOUND:
                entry.pop("dead_since", None)
                entry["last_open"] = self.day
        text = json.dumps(self.known, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        write_if_changed(self.path, text.encode("utf-8"))


def _read(path: Path) -> dict[str, dict[str, str]]:
    """A history that cannot be read is begun anew."""
    try:
        loaded = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(loaded, dict):
        return {}
    return {url: entry for url, entry in loaded.items() if isinstance(entry, dict)}
