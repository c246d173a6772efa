"""`make bench`: how long each step takes at each size, side by side; reported, never asserted."""

from __future__ import annotations

import json
import os
import platform
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

import click

from bench import plan
from bench.measure import StepFailed, measure
from bench.plan import Scope
from bench.table import Measured, growth_table, parts_table, steps_table

VERSIONS = ("mkdocs", "mkdocs-material", "hugo")


@click.command()
@click.option(
    "--sizes",
    default="500,2000,8000",
    show_default=True,
    help="Pages in Thai, by commas; each is there in English too.",
)
@click.option("--runs", default=3, show_default=True, type=click.IntRange(1), help="Rounds.")
@click.option("--full", is_flag=True, help="Everything at every size; may take an hour.")
@click.option("--json", "file", type=click.Path(path_type=Path, dir_okay=False), help="Save here.")
def main(sizes: str, runs: int, full: bool, file: Path | None) -> None:
    """Time load→render against mkdocs build, stock Material and Hugo."""
    click.echo(_heading(runs))
    found = []
    try:
        for scope in plan.scopes([int(size) for size in sizes.split(",")], full=full):
            measured = _measure(scope, runs)
            found.append(measured)
            click.echo(f"\n{steps_table(measured)}\n\n{parts_table(measured)}")
    except StepFailed as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"\n{growth_table(found)}")
    if file is not None:
        text = json.dumps([entry.plain() for entry in found], ensure_ascii=False, indent=1)
        file.write_text(text + "\n", encoding="utf-8")


def _measure(scope: Scope, runs: int) -> Measured:
    with tempfile.TemporaryDirectory(prefix="ita-bench-") as folder:
        _note(f"writing {scope.pages} pages")
        steps = plan.prepare(Path(folder), scope)
        timings = measure(steps, runs, lambda text: _note(f"{scope.pages} pages, {text}"))
    return Measured(scope, timings)


def _note(text: str) -> None:
    """What runs now, on a terminal only."""
    if sys.stderr.isatty():
        click.echo(f"\r\033[K{text}", nl=False, err=True)


def _heading(runs: int) -> str:
    versions = ", ".join(f"{name} {version(name)}" for name in VERSIONS)
    return (
        f"Python {platform.python_version()}, {versions}; {os.cpu_count()} cores; "
        f"median of {runs} rounds.\n"
        "Each step is a process of its own, start-up included, and the steps of a round follow "
        "each other.\nSeconds belong to this machine and hour: compare the ratios."
    )


if __name__ == "__main__":
    main()
