"""What a page is before any output shows it: address, title, and what its template needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.blocks import Table
from generator.charts import Chart


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `view` holds what the template of its kind shows."""

    address: str
    kind: str
    title: str
    description: str
    nav_title: str = ""
    parent: str | None = None
    view: Mapping[str, object] = field(default_factory=dict)
    tables: tuple[Table, ...] = ()
    charts: tuple[Chart, ...] = ()
    in_foot: bool = False

    @property
    def label(self) -> str:
        """Its short name in the navigation."""
        return self.nav_title or self.title
