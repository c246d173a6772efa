"""What is measured at each size, and how."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.measure import Step, emptied, run_once
from bench.rivals import HUGO_PACKAGE, stock_configuration, write_hugo_project
from bench.synthetic import write_project

RENDER = "load→render"
COLD = "load→render→write, no build/ yet"
WARM = "load→render→write, nothing changed"
BUILD = "mkdocs build, our theme"
PRUNED = "stock Material, navigation.prune"
DEFAULT = "stock Material, default navigation"
HUGO = "Hugo"
# The default navigation writes every page's address into every page: 2,000 pages are 2 GB.
MOST_WITH_DEFAULT_NAVIGATION = 2000


@dataclass(frozen=True, slots=True)
class Scope:
    """How much is measured at one size."""

    pages: int
    engine: bool
    rivals: bool

    @property
    def default_navigation(self) -> bool:
        return self.rivals and self.pages <= MOST_WITH_DEFAULT_NAVIGATION


def scopes(sizes: list[int], *, full: bool) -> list[Scope]:
    """Everything at the smallest size, our own steps and MkDocs up to 2,000 pages, unless full."""
    smallest = min(sizes)
    return [
        Scope(
            pages=size,
            engine=full or size <= max(smallest, MOST_WITH_DEFAULT_NAVIGATION),
            rivals=full or size == smallest,
        )
        for size in sorted(sizes)
    ]


def prepare(folder: Path, scope: Scope) -> tuple[Step, ...]:
    """Write the project of one size, and its Markdown once, and list the steps to time."""
    project = folder / "project"
    write_project(project, scope.pages)
    build = project / "build"
    steps = [Step(RENDER, _ours(project))]
    if scope.engine:
        written = Step(WARM, _ours(project, "--write"))
        run_once(written)
        steps += [
            Step(COLD, written.command, emptied(build)),
            written,
            _mkdocs(BUILD, build / "mkdocs.yml", folder / "site"),
        ]
    if scope.rivals:
        steps += _rivals(folder, build / "docs", scope)
    return tuple(steps)


def _rivals(folder: Path, docs: Path, scope: Scope) -> Iterator[Step]:
    """Other builders of the same Markdown."""
    pruned = stock_configuration(folder, docs, prune=True)
    yield _mkdocs(PRUNED, pruned, folder / "site-pruned")
    if scope.default_navigation:
        default = stock_configuration(folder, docs, prune=False)
        yield _mkdocs(DEFAULT, default, folder / "site-default")
    source, out = write_hugo_project(folder / "hugo", docs), folder / "site-hugo"
    command = (sys.executable, "-m", HUGO_PACKAGE, "-s", str(source), "-d", str(out), "--quiet")
    yield Step(HUGO, command, emptied(out))


def _ours(project: Path, *options: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "bench.steps", str(project), *options)


def _mkdocs(name: str, config: Path, out: Path) -> Step:
    command = (sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config), "-d", str(out))
    return Step(name, command, emptied(out))
