"""`ita check`: what is wrong in a project, without building it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.arguments import language, project, report_format, strict, today, today_or
from generator.commands.exits import of_problems
from generator.console import Console
from generator.help import Command, asked_language
from generator.pipeline import check_project
from generator.report import Format


@click.command("check", cls=Command, help="commands.check")
@project
@today
@report_format
@strict
@language
@click.pass_context
def command(ctx: click.Context, project: Path, today: date | None, form: str, strict: bool) -> None:
    console = Console(asked_language(), Format(form))
    _, problems = check_project(project, today_or(today))
    console.report(problems)
    ctx.exit(of_problems(problems, strict=strict))
