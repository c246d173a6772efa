"""What is wrong with an evidence file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fault:
    """The code of a problem and the facts of its message; its place is where the file is named."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)
