"""The measurements as plain tables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from bench.measure import Timing, ratios
from bench.plan import BUILD, RENDER, Scope
from bench.steps import START

WORK = "all but start"


@dataclass(frozen=True, slots=True)
class Measured:
    """Everything measured at one size."""

    scope: Scope
    timings: dict[str, Timing]

    @property
    def render(self) -> Timing:
        return self.timings[RENDER]

    @property
    def told(self) -> dict[str, Any]:
        """What load→render told of itself."""
        return dict(json.loads(self.render.output))

    @property
    def pages(self) -> int:
        return int(self.told["pages"])

    @property
    def ratios(self) -> dict[str, float]:
        return dict(ratios(self.timings, BUILD))

    def plain(self) -> dict[str, Any]:
        """For a file of results."""
        return {
            "pages": self.pages,
            "markdown_bytes": self.told["bytes"],
            "parts": _parts(self),
            "steps": {
                name: {
                    "wall_s": [sample.wall for sample in timing.samples],
                    "cpu_s": [sample.cpu for sample in timing.samples],
                    "peak_rss_mb": [sample.rss for sample in timing.samples],
                    "ratio_to_mkdocs_build": self.ratios.get(name),
                }
                for name, timing in self.timings.items()
            },
        }


def steps_table(measured: Measured) -> str:
    """One row a step, against our own `mkdocs build` of the same round."""
    size = measured.told["bytes"] / 1e6
    title = f"{measured.pages} pages, {size:.1f} MB of Markdown and data"
    rows = [
        (
            name,
            f"{timing.wall:.2f}",
            f"{timing.cpu:.2f}",
            f"{timing.wall / measured.pages * 1000:.2f}",
            f"{timing.rss:.0f}",
            f"{measured.ratios[name]:.3f}" if name in measured.ratios else "-",
        )
        for name, timing in measured.timings.items()
    ]
    heads = (title, "wall s", "CPU s", "ms/page", "peak MB", "ratio to build")
    return _aligned([heads, *rows])


def parts_table(measured: Measured) -> str:
    """Where the time of load→render goes; the work itself is all but the start of the process."""
    parts = _parts(measured)
    whole = sum(parts.values())
    work = {**parts, WORK: whole - parts[START]}
    built = measured.timings[BUILD].wall if BUILD in measured.timings else None
    rows = [
        (
            f"  {name}",
            f"{seconds:.2f}",
            f"{seconds / whole:.0%}",
            f"{seconds / built:.3f}" if built else "-",
        )
        for name, seconds in work.items()
    ]
    return _aligned([(f"parts of {RENDER}", "s", "share", "ratio to build"), *rows])


def growth_table(found: Sequence[Measured]) -> str:
    """Time and memory per page at each size; a whole that grows in proportion keeps its time."""
    first = found[0].render.wall / found[0].pages
    rows = [
        (
            str(entry.pages),
            f"{entry.render.wall / entry.pages * 1000:.2f}",
            f"{entry.render.wall / entry.pages / first:.2f}",
            f"{entry.render.rss:.0f}",
            f"{entry.timings[BUILD].wall / entry.pages * 1000:.2f}"
            if BUILD in entry.timings
            else "-",
        )
        for entry in found
    ]
    heads = ("growth: pages", f"{RENDER} ms/page", "against first", "peak MB", "build ms/page")
    return _aligned([heads, *rows])


def _parts(measured: Measured) -> dict[str, float]:
    told = [json.loads(sample.output)["parts"] for sample in measured.render.samples]
    return {name: median(parts[name] for parts in told) for name in told[0]}


def _aligned(rows: Iterable[Sequence[str]]) -> str:
    """The first column to the left, the others to the right."""
    listed = [tuple(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*listed, strict=True)]
    return "\n".join(
        "  ".join(
            [
                row[0].ljust(widths[0]),
                *(cell.rjust(w) for cell, w in zip(row[1:], widths[1:], strict=True)),
            ]
        )
        for row in listed
    )
