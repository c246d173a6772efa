"""`ita build`: a project to a published site."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.arguments import (
    Folder,
    OneOf,
    language,
    project,
    report_format,
    strict,
    today,
    today_or,
)
from generator.build import Engine
from generator.commands.exits import CLEAN, PROBLEMS
from generator.console import Console
from generator.help import Command, asked_language, option
from generator.pipeline import Settings, build_project
from generator.report import Format


@click.command("build", cls=Command, help="commands.build")
@project
@option("--out", type=Folder(exists=False), help="commands.option.out")
@today
@option(
    "--engine",
    type=OneOf([str(engine) for engine in Engine]),
    default="mkdocs",
    help="commands.option.engine",
)
@report_format
@strict
@language
@click.pass_context
def command(
    ctx: click.Context,
    project: Path,
    out: Path | None,
    today: date | None,
    engine: str,
    form: str,
    strict: bool,
) -> None:
    console = Console(asked_language(), Format(form))
    settings = Settings(
        root=project,
        out=out or project / "site",
        today=today_or(today),
        engine=Engine(engine),
        strict=strict,
    )
    with console.steps() as step:
        outcome = build_project(settings, step)
    console.report(outcome.problems)
    console.built(outcome, settings.out)
    ctx.exit(CLEAN if outcome.published else PROBLEMS)
