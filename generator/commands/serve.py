"""`ita serve`: a preview that follows the files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.arguments import Port, language, project, today, today_or
from generator.console import Console
from generator.help import Command, asked_language, option
from generator.pipeline import Settings


@click.command("serve", cls=Command, help="commands.serve")
@project
@option("--port", type=Port(), default=8000, help="commands.option.port")
@today
@language
def command(project: Path, port: int, today: date | None) -> None:
    from generator.serve import serve_project  # MkDocs takes a while to load

    settings = Settings(project, project / "site", today_or(today))
    serve_project(settings, port, Console(asked_language()))
